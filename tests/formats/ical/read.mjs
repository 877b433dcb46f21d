// How ical.js reads a calendar: each event with its moments in UTC and on the wall, by the clock that the calendar itself brings along.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const calendar = new ICAL.Component(ICAL.parse(readFileSync(process.argv[2], "utf8")));
const zone = new ICAL.Timezone(calendar.getFirstSubcomponent("vtimezone"));
ICAL.TimezoneService.register(zone);

const told = (time) => (time.isDate ? time.toString() : time.toJSDate().toISOString().replace(".000Z", "Z"));
const clock = new Intl.DateTimeFormat("sv", { timeZone: "Europe/Brussels", dateStyle: "short", timeStyle: "medium" });
const shown = (time) => (time.zone === ICAL.Timezone.utcTimezone ? clock.format(time.toJSDate()).replace(" ", "T") : time.toString());

const events = calendar.getAllSubcomponents("vevent").map((component) => {
  const event = new ICAL.Event(component);
  return {
    uid: event.uid,
    start: told(event.startDate),
    end: told(event.endDate),
    wall: shown(event.startDate),
    summary: event.summary,
    status: component.getFirstPropertyValue("status"),
    sequence: event.sequence,
    alarms: component.getAllSubcomponents("valarm").map((alarm) => alarm.getFirstPropertyValue("trigger").toSeconds()),
  };
});
process.stdout.write(JSON.stringify(events));
