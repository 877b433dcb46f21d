"""Forty calendars made to break a reader (TEST_PLAN T-53), each with what it must end in: a reason, or how many times it takes place."""

from __future__ import annotations

from tests.support.calendars import calendar, event

FIRST, LAST = "2027-06-14 08:30", "2027-06-14 12:00"
EXISTING = __file__.replace("bombs.py", "school.ics")


def series(rule: str, **more: str) -> bytes:
    return calendar(event("bom", FIRST, LAST, RRULE=rule, **more))


def lines(*some: str) -> bytes:
    return calendar("".join(f"{line}\r\n" for line in ("BEGIN:VEVENT", "UID:bom", "SUMMARY:Bom", *some, "END:VEVENT")))


def when(value: str, end: str = "") -> bytes:
    return lines(f"DTSTART{value}", *([f"DTEND{end}"] if end else ["DURATION:PT1H"]))


MANY_DATES = ",".join(f"{2000 + day // 336}{day // 28 % 12 + 1:02}{day % 28 + 1:02}T083000" for day in range(10_000))
ALARM = "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT15M\r\nREPEAT:2147483648\r\nDURATION:PT1M\r\nEND:VALARM\r\n"
NEVER = series("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30")

BOMBS: dict[str, tuple[bytes, str | int]] = {
    "every second": (series("FREQ=SECONDLY"), "calendar_rule_fine"),
    "every minute": (series("FREQ=MINUTELY;COUNT=2"), "calendar_rule_fine"),
    "every hour": (series("FREQ=HOURLY"), "calendar_rule_fine"),
    "every second of an hour, by the day": (series("FREQ=DAILY;BYHOUR=1,2,3;BYMINUTE=0,1,2"), "calendar_rule_fine"),
    "a thousand million times": (series("FREQ=DAILY;COUNT=1000000000"), "calendar_rule_many"),
    "more times than a number holds": (series("FREQ=DAILY;COUNT=99999999999999999999"), "calendar_rule"),
    "never, by the day": (NEVER, 1),
    "never, by the year": (series("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31"), 1),
    "in steps of nothing": (series("FREQ=DAILY;INTERVAL=0"), "calendar_rule"),
    "in steps of millennia": (series("FREQ=YEARLY;INTERVAL=9999"), 1),
    "since the year 1900, by the day": (calendar(event("oud", "1900-01-01 08:30", "1900-01-01 12:00", RRULE="FREQ=DAILY")), 1130),
    "a rule that eats its tail": (series("FREQ=DAILY;" + "BYDAY=MO;" * 50_000), 147),
    "days that do not exist": (series("FREQ=MONTHLY;BYMONTHDAY=0"), "calendar_rule"),
    "the ninetieth Monday": (series("FREQ=MONTHLY;BYDAY=90MO"), 1),
    "a calendar of another world": (series("RSCALE=HEBREW;FREQ=YEARLY"), "calendar_rule"),
    "more series without end than fit": (
        calendar(*(event(f"{n}", FIRST, LAST, RRULE="FREQ=DAILY") for n in range(30))), "calendar_many_occurrences",
    ),
    "more events than fit": (b"BEGIN:VCALENDAR\n" + b"BEGIN:VEVENT\nEND:VEVENT\n" * 5_001 + b"END:VCALENDAR\n", "calendar_many_events"),
    "ten thousand exceptions": (series("FREQ=DAILY", EXDATE=MANY_DATES), "calendar_many_dates"),
    "ten thousand additions": (series("FREQ=DAILY", RDATE=MANY_DATES), "calendar_many_dates"),
    "five thousand within each other": (b"BEGIN:VCALENDAR\n" + b"BEGIN:VEVENT\n" * 5_000, "calendar_shape"),
    "an alarm that rings two thousand million times": (calendar(event("a", FIRST, LAST).replace("END:VEVENT", f"{ALARM}END:VEVENT")), 1),
    "a line of fifty megabytes": (calendar("X-LANG:" + "x" * 50_000_000 + "\r\n"), "calendar_too_big"),
    "a line of almost a megabyte": (calendar("X-LANG:" + "x" * 999_000 + "\r\n"), 0),
    "a line folded at every letter": (calendar(event("v", FIRST, LAST, "\r\n ".join("turnles" * 20_000))), 1),
    "a lone carriage return": (calendar(event("c", FIRST, LAST, "Les\rDTSTART:19700101T000000Z\rX-EVIL:1")), 1),
    "a zero byte": (calendar(event("nul", FIRST, LAST, "Les\0les")), "calendar_none"),
    "sixteen bits": (calendar(event("16", FIRST, LAST)).decode().encode("utf-16"), "calendar_not_utf8"),
    "sixteen bits without a mark": (calendar(event("16", FIRST, LAST)).decode().encode("utf-16-le"), "calendar_not_utf8"),
    "no text at all": (bytes(range(256)) * 100, "calendar_none"),
    "the path of a file": (b"/etc/passwd", "calendar_none"),
    "the path of a calendar": (EXISTING.encode(), "calendar_none"),
    "text that turns around": (calendar(event("rtl", FIRST, LAST, "Les \u202egpj.exe\u2066 \u200fx")), 1),
    "a zone that nobody knows": (when(";TZID=Middle-earth/Shire:20270614T083000"), "calendar_zone"),
    "a zone that is a path": (when(";TZID=../../../../etc/passwd:20270614T083000"), "calendar_zone"),
    "the end before the beginning": (when(":20270614T083000Z", ":20270614T073000Z"), "calendar_reversed"),
    "the year 9999": (when(":99991231T235959Z"), "calendar_time"),
    "the thirty-second of December": (when(";VALUE=DATE:20271232"), "calendar_time"),
    "a duration that runs backwards": (lines("DTSTART:20270614T083000Z", "DURATION:-PT1H"), "calendar_time"),
    "a duration of ages": (lines("DTSTART:20270614T083000Z", "DURATION:P99999999999D"), "calendar_time"),
    "half a calendar": (calendar(event("h", FIRST, LAST))[:-40], "calendar_cut_off"),
    "a web page": (b"<!doctype html><html><title>Sign in</title></html>", "calendar_is_page"),
    "nothing": (b"", "calendar_none"),
    "a calendar that points elsewhere": (lines("DTSTART:20270614T083000Z", "DURATION:PT1H", "ATTACH;VALUE=URI:file:///etc/passwd"), 1),
}  # fmt: skip
