"""One reservation as a file for any calendar program: an event per line, with when and where to fetch and bring back."""

from __future__ import annotations

from datetime import timedelta

from flask import Response, current_app, url_for

from booking.formats.ical import Event, render_calendar, render_event
from booking.queries.overview import LineView, Overview, overview
from booking.rules.lifecycle import CALLED_OFF, OPEN
from booking.web.access import requires
from booking.web.extensions import db
from booking.web.language import gettext as _
from booking.web.language import language
from booking.web.reservations.blueprint import pages
from booking.web.session import current_actor
from booking.words import label, moments

FETCH_AGAIN = timedelta(days=1)


@pages.get("/<reference>/agenda.ics")
@requires("reservation.read")
def calendar(reference: str) -> Response:
    """What still stands of a reservation. It does not follow later changes: a subscription does."""
    found = overview(db.session(), current_actor(), reference)
    events = [render_event(_event(found, line)) for line in found.lines if line.state not in CALLED_OFF]
    answer = Response(render_calendar(found.event or reference, events, FETCH_AGAIN, language=language()), mimetype="text/calendar")
    answer.headers["Content-Disposition"] = f"attachment; filename={reference}.ics"
    return answer


def _event(found: Overview, line: LineView) -> Event:
    units = f"{line.units} × " if line.units > 1 else ""
    return Event(
        uid=f"line-{line.id}@streekdepot",
        sequence=len(line.moves),
        starts_at=line.periods.use.start,
        ends_at=line.periods.use.end,
        summary=f"{found.event or found.borrower}: {units}{line.asset.name}",
        created_at=found.created_at,
        changed_at=max((move["at"] for move in line.moves), default=found.created_at),
        location=line.depot.address if line.asset.in_place else found.place,
        description="\n".join(_notes(found, line)),
        url=current_app.config["BASE_URL"] + url_for("reservations.show", reference=found.reference),
        status="TENTATIVE" if line.state in OPEN else "CONFIRMED",
    )


def _notes(found: Overview, line: LineView) -> list[str]:
    held, spoken = line.periods.custody, language()
    times = _("Uitgifte %(start)s, terugname %(end)s") % {
        "start": moments.moment(held.start, spoken), "end": moments.moment(held.end, spoken)
    }  # fmt: skip
    place = ", ".join(filter(None, (line.depot.name, line.depot.address)))
    return [found.reference, label("state", line.state, spoken), times, place]
