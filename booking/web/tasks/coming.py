"""The work of the coming days, by day and depot; the day itself has a page of its own (`booking/web/today.py`)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from operator import attrgetter

from flask import render_template, request
from werkzeug.wrappers import Response

from booking.clock import now
from booking.queries.conflicts import lasting_facts
from booking.queries.maintenance.coming import coming_upkeep
from booking.queries.work import Job, work
from booking.rules.periods import local
from booking.rules.permissions import could
from booking.web.access import requires
from booking.web.exports import exported
from booking.web.extensions import db
from booking.web.language import lazy_gettext as _
from booking.web.line_lists import JOBS
from booking.web.session import current_actor
from booking.web.tasks.blueprint import pages

DAYS = 15
DAYS_OF = {"today": (0, 0), "tomorrow": (1, 1), "week": (0, 6), "all": (0, DAYS)}  # from today on
TABS = ("tomorrow", "week", "all")


@pages.get("", endpoint="overview")
@requires("tasks.read")
def coming() -> Response | str:
    """Tomorrow, this week or the coming fourteen days, by day and depot; above them what was left undone."""
    session, actor, moment = db.session(), current_actor(), now()
    today = local(moment).date()
    jobs = work(session, actor, moment, DAYS)
    tab = request.args.get("dag", "") if request.args.get("dag") in TABS else "week"
    shown = _within(jobs, today, tab)
    if file := exported(_("Taken"), JOBS, shown):
        return file
    days = [(day, _by_depot(list(each))) for day, each in groupby(shown, key=attrgetter("day"))]
    late = [job for job in jobs if job.day < today]
    facts = lasting_facts(session, actor, moment) if could(actor, "fact.record") else []
    counts = {each: len(_within(jobs, today, each)) for each in DAYS_OF}
    shown = {"days": days, "late": late, "facts": facts, "upkeep": coming_upkeep(session, actor, moment, DAYS)}
    return render_template("tasks/overview.html", **shown, today=today, tab=tab, counts=counts)


def _within(jobs: Sequence[Job], today: date, tab: str) -> list[Job]:
    """The work of the days that a tab shows."""
    first, last = DAYS_OF[tab]
    return [job for job in jobs if first <= (job.day - today).days <= last]


def _by_depot(jobs: list[Job]) -> list[tuple[str, list[Job]]]:
    ordered = sorted(jobs, key=lambda job: (job.depot.name, job.time.start))
    return [(name, list(each)) for name, each in groupby(ordered, key=lambda job: job.depot.name)]
