"""The depot's day on a phone: what leaves, what comes back, what is late and what is missing, in the order in which it is done."""

from __future__ import annotations

from datetime import date, timedelta

from flask import Blueprint, render_template, request, url_for

from booking.clock import now
from booking.queries.today import SHOWN, next_working_day, working_day
from booking.rules.periods import local
from booking.web.access import requires
from booking.web.extensions import db
from booking.web.row_ids import read_id
from booking.web.session import current_actor

FIRST, LAST = date(1901, 1, 1), date(2998, 12, 31)
"""What may be asked for: on either side of it there is still a day that is known."""

pages = Blueprint("today", __name__, url_prefix="/vandaag")


@pages.get("", endpoint="show")
@requires("tasks.read")
def show() -> str:
    """A day at a depot, or at all of them; the address remembers which."""
    session, actor, moment = db.session(), current_actor(), now()
    today = local(moment).date()
    day, depot, shown = asked_day(today), read_id(request.args.get("loods")), request.args.get("toon", "")
    work = working_day(session, actor, moment, day, depot, shown)
    following = None if work.sheds else next_working_day(session, actor, day, depot)
    said = {"work": work, "following": following, "moment_now": moment, "today": today}
    beside = {"before": day - timedelta(days=1), "after": day + timedelta(days=1)}
    return render_template("today/show.html", **said, **beside, depot=depot, shown=shown if shown in SHOWN else "", address=_address)


def asked_day(today: date) -> date:
    """The day that the address asks for; today where it asks for none, or for something that is none."""
    try:
        asked = date.fromisoformat(request.args.get("dag", ""))
    except ValueError:
        return today
    return asked if FIRST <= asked <= LAST else today


def _address(**changes: object) -> str:
    """This page for another day, depot or part of the work; what is empty falls away."""
    kept = {name: request.args.get(name) for name in ("loods", "dag", "toon")} | changes
    return url_for("today.show", **{name: value for name, value in kept.items() if value not in (None, "")})
