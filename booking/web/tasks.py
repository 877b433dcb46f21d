"""The depot: what goes out and comes back today and the coming days, and what happened to an asset."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from decimal import Decimal
from itertools import groupby
from operator import attrgetter
from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from booking.clock import now
from booking.queries.catalogue import catalogue
from booking.queries.charges.basis import told_on_return
from booking.queries.conflicts import lasting_facts
from booking.queries.maintenance.coming import coming_upkeep
from booking.queries.overview import LineView, Overview, overview
from booking.queries.work import Job, reportable, work
from booking.rules.lifecycle import LineState
from booking.rules.periods import local
from booking.rules.permissions import could, may
from booking.rules.refusals import NotFound
from booking.services import handovers, incidents
from booking.web.access import requires
from booking.web.attempts import filled, pressed
from booking.web.exports import exported
from booking.web.extensions import db
from booking.web.forms.base import ButtonForm, Form
from booking.web.forms.depot import HandOverForm, LateForm, ReportForm, TakeBackForm
from booking.web.forms.fields import told
from booking.web.language import lazy_gettext as _
from booking.web.line_lists import JOBS
from booking.web.notices import notice
from booking.web.session import current_actor

DAYS = 15
TABS = {"today": (0, 0), "tomorrow": (1, 1), "week": (0, 6), "all": (0, DAYS)}  # the days from today that each shows

Page = tuple[str, int]

pages = Blueprint("tasks", __name__, url_prefix="/taken")


@pages.get("", endpoint="overview")
@requires("tasks.read")
def coming() -> Response | str:
    """Today, tomorrow, this week or the coming fourteen days, by day and depot; above them what was left undone."""
    session, actor, moment = db.session(), current_actor(), now()
    today = local(moment).date()
    jobs = work(session, actor, moment, DAYS)
    tab = request.args.get("dag", "") if request.args.get("dag") in TABS else "today"
    shown = _within(jobs, today, tab)
    if file := exported(_("Taken"), JOBS, shown):
        return file
    days = [(day, _by_depot(list(each))) for day, each in groupby(shown, key=attrgetter("day"))]
    late = [job for job in jobs if job.day < today]
    facts = lasting_facts(session, actor, moment) if could(actor, "fact.record") else []
    counts = {each: len(_within(jobs, today, each)) for each in TABS}
    shown = {"days": days, "late": late, "facts": facts, "upkeep": coming_upkeep(session, actor, moment, DAYS)}
    return render_template("tasks/overview.html", **shown, today=today, tab=tab, counts=counts)


def _within(jobs: Sequence[Job], today: date, tab: str) -> list[Job]:
    """The work of the days that a tab shows."""
    first, last = TABS[tab]
    return [job for job in jobs if first <= (job.day - today).days <= last]


@pages.get("/<reference>/lijnen/<int:number>")
@requires("line.hand_over")
def line(reference: str, number: int) -> Page:
    """One line at the counter: hand over, take back, late, or nobody came."""
    return _page(*_line(reference, number))


@pages.post("/<reference>/lijnen/<int:number>/uitgeven")
@requires("line.hand_over")
def hand_over(reference: str, number: int) -> Response | Page:
    """Out: every check runs once more."""
    session, actor, form = db.session(), current_actor(), HandOverForm()
    return _sent(
        reference, number, form, "handed_over",
        lambda: handovers.hand_over(session, actor, reference, number, now(), form.reason.data, override=form.override.data),
    )  # fmt: skip


@pages.post("/<reference>/lijnen/<int:number>/terugnemen")
@requires("line.hand_over")
def take_back(reference: str, number: int) -> Response | Page:
    """Back: what is missing is recorded as lost."""
    session, actor = db.session(), current_actor()
    form = TakeBackForm(_asked_back(*_line(reference, number)))
    return _sent(
        reference, number, form, "taken_back",
        lambda: handovers.take_back(session, actor, reference, number, now(), form.missing.data or 0, form.note.data, form.seen()),
    )  # fmt: skip


@pages.post("/<reference>/lijnen/<int:number>/te-laat")
@requires("line.hand_over")
def late(reference: str, number: int) -> Response | Page:
    """It comes back later than promised."""
    session, actor, form = db.session(), current_actor(), LateForm()
    expected = form.expected() if form.sent_well() else None
    if expected is None:
        return _page(*_line(reference, number), form)
    return _sent(
        reference, number, form, "fact_recorded",
        lambda: incidents.record_overdue(session, actor, reference, number, now(), expected, form.why.data),
    )  # fmt: skip


@pages.post("/<reference>/lijnen/<int:number>/niet-opgedaagd")
@requires("line.hand_over")
def no_show(reference: str, number: int) -> Response:
    """Nobody came."""
    if ButtonForm().sent_well():
        pressed(lambda: handovers.no_show(db.session(), current_actor(), reference, number, now()), "line_no_show", number=number)
    return redirect(url_for("tasks.line", reference=reference, number=number), 303)


@pages.route("/melden", methods=["GET", "POST"])
@requires("fact.record")
def report() -> Response | Page:
    """Broken, lost or closed: always recorded, whatever was promised."""
    session, actor, moment = db.session(), current_actor(), now()
    form = ReportForm(reportable(session, actor, moment), moment, request.args.get("middel"))
    well = form.sent_well()
    times = form.stretch() if request.method == "POST" else None
    if well and times and filled(form, lambda: _record(form, *times))[0]:
        notice("fact_recorded", "notice")
        return redirect(url_for("tasks.overview"), 303)
    return render_template("tasks/report.html", form=form, told=told(form)), 200 if request.method == "GET" else 422


@pages.post("/feiten/<int:fact>/opgelost")
@requires("fact.record")
def end_fact(fact: int) -> Response:
    """Mended, found, open again."""
    session, actor = db.session(), current_actor()
    name = next((each.asset.name for each in lasting_facts(session, actor, now()) if each.id == fact), "")
    if ButtonForm().sent_well():
        pressed(lambda: incidents.end_fact(session, actor, fact, now()), "fact_ended", asset=name)
    return redirect(url_for("tasks.overview"), 303)


def _record(form: ReportForm, starts: datetime, ends: datetime | None) -> int:
    session, actor, asset, units, note = db.session(), current_actor(), form.asset.data, form.units.data, form.note.data
    if form.what.data == "lost":
        return incidents.record_lost(session, actor, asset, now(), units, note)
    record = incidents.record_closure if form.what.data == "closure" else incidents.record_breakdown
    return record(session, actor, asset, now(), starts, ends, units, note)


def _sent(reference: str, number: int, form: Form, done: str, act: Callable[[], object]) -> Response | Page:
    """Carry a form of the counter out, or show it again with what stood in the way."""
    found, mine = _line(reference, number)
    findings: list[Any] = []
    if form.sent_well():
        well, findings = filled(form, act)
        if well:
            notice(done, asset=mine.asset.name)
            return redirect(url_for("tasks.overview"), 303)
    return _page(found, mine, form, findings)


def _page(found: Overview, mine: LineView, sent: Form | None = None, findings: Sequence[Any] = ()) -> Page:
    asked = _asked_back(found, mine) if mine.state is LineState.HANDED_OVER else {}
    forms = {"out": HandOverForm(), "back": TakeBackForm(asked), "late": LateForm()}
    forms = {name: sent if type(sent) is type(form) else form for name, form in forms.items()}
    shown = {"found": found, "line": mine, "forms": forms, "findings": findings or mine.findings, "moment_now": now()}
    page = render_template("tasks/line.html", sent=sent, told=told(sent) if sent else [], **shown)
    return page, 422 if sent else 200


def _asked_back(found: Overview, mine: LineView) -> dict[str, tuple[str, Decimal | None]]:
    """What the regulation that priced the line counts with when it comes back."""
    dossier = next(each for each in found.dossiers if mine in each.lines)
    return told_on_return(db.session(), catalogue(db.session()), dossier.id, mine.id)


def _line(reference: str, number: int) -> tuple[Overview, LineView]:
    """A line that the reader hands over. Raises NotFound for any other."""
    actor = current_actor()
    found = overview(db.session(), actor, reference)
    mine = [(dossier, line) for dossier in found.dossiers for line in dossier.lines if line.number == number]
    if not mine or not may(actor, "line.hand_over", authorities=(mine[0][0].authority.id,)):
        raise NotFound()
    return found, mine[0][1]


def _by_depot(jobs: list[Job]) -> list[tuple[str, list[Job]]]:
    ordered = sorted(jobs, key=lambda job: (job.depot.name, job.time.start))
    return [(name, list(each)) for name, each in groupby(ordered, key=lambda job: job.depot.name)]
