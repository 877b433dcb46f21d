"""Changing a line that stands: what would come of it while it is typed, and then the change itself, asked or done at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from booking.clock import now
from booking.queries.catalogue import catalogue
from booking.queries.changed import Changed, as_asked, changed
from booking.queries.choices import own_persons
from booking.queries.lines import Standing, standing
from booking.queries.moving import fitting
from booking.queries.nearby import alternatives
from booking.queries.overview import LineView, Overview
from booking.rules.admission import Finding, Outcome, Verdict
from booking.rules.asking import AskLine
from booking.rules.charges import Difference
from booking.rules.lifecycle import BEFORE_USE, LineState
from booking.rules.periods import InvalidTime, Period, local
from booking.rules.refusals import Refused
from booking.rules.tariffs.asked import Extra
from booking.rules.waiting import FREED_IN_TIME
from booking.services import reservations
from booking.web.access import requires
from booking.web.attempts import filled, pressed
from booking.web.extensions import db
from booking.web.forms.amendment import AmendForm
from booking.web.forms.base import ButtonForm
from booking.web.forms.fields import told
from booking.web.forms.reservation import mark_of
from booking.web.notices import notice
from booking.web.reservations.blueprint import pages
from booking.web.reservations.changing import line_of
from booking.web.reservations.judging import extras_of
from booking.web.session import current_actor
from booking.web.steps import Step, steps_of_request

Page = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a half-filled form would come to: `wanted` None while there is nothing to say; `dates` on which it is free where it is taken,
    `steps` what then has to be done, `extras` what each service that may be taken adds.
    """

    wanted: Changed | None = None
    approved: bool = False
    dates: Sequence[Period] = ()
    steps: Sequence[Step] = ()
    extras: Sequence[tuple[Extra, Difference]] = field(default_factory=tuple)

    @property
    def refusals(self) -> list[Finding]:
        """What stands in the way."""
        return [found for found in self.wanted.judged.findings if found.verdict is Verdict.REFUSED] if self.wanted else []

    @property
    def at_once(self) -> bool:
        """True when an approved line is changed without anybody's decision."""
        return self.approved and self.wanted is not None and self.wanted.judged.outcome is Outcome.CONFIRMED

    @property
    def done(self) -> str:
        """How it is told once it was asked."""
        return "line_changed" if self.at_once else "change_asked" if self.approved else "line_amended"

    @property
    def mark(self) -> str:
        """What was shown of it, in short: when it is still the same, nobody has to look again."""
        if self.wanted is None:
            return ""
        facts = self.wanted.judged.facts
        return mark_of([each.quote for each in self.wanted.prices], facts.asset.code, facts.periods.custody, facts.units)


@pages.route("/<reference>/lijnen/<int:number>/wijzigen", methods=["GET", "POST"])
@requires("line.amend")
def amend(reference: str, number: int) -> Response | Page:
    """Ask for another period, asset, number or operator; an approved line stands until the owner agrees."""
    moment = now()
    found, line = line_of(reference, number)
    kept = standing(db.session(), current_actor(), "line.amend", reference, number)
    form = _form(found, line, kept, moment)
    form.sent_well()
    change = form.change() if request.method == "POST" else None
    if form.sends and change and _waits_already(line, change):
        return _done(reference, "change_asked")
    view = _outlook(form, kept, change, moment)
    known = form.seen.data == view.mark
    if form.sends and change and view.wanted and not view.refusals and known:
        if _amended(form, reference, number, moment, change):
            return _done(reference, view.done)
        view = _outlook(form, kept, change, moment)
    form.seen.data = view.mark
    able = kept.state in BEFORE_USE and not line.change
    stale = bool(form.sends and view.wanted and not known)
    shown = {"found": found, "line": line, "form": form, "view": view, "able": able, "changed": stale}
    well = request.method == "GET" or (change is not None and not form.sends)
    return render_template("reservations/amend.html", **shown, told=told(form)), 200 if well else 422


@pages.post("/<reference>/lijnen/<int:number>/wijziging-intrekken")
@requires("line.amend")
def withdraw_change(reference: str, number: int) -> Response:
    """Take back what was asked of an approved line and is not decided yet."""
    if ButtonForm().sent_well():
        pressed(lambda: reservations.withdraw_change(db.session(), current_actor(), reference, number, now()), "change_withdrawn")
    return redirect(url_for("reservations.show", reference=reference), 303)


def _form(found: Overview, line: LineView, kept: Standing, moment: datetime) -> AmendForm:
    """The form with what its owner has to offer on the dates that it asks."""
    session, known = db.session(), catalogue(db.session())
    form = AmendForm(line, own_persons(session, current_actor(), local(moment).date(), found.borrower_id))
    asked = form.period() or line.periods.use
    fits = fitting(session, known, line.asset, line.units, kept.holder, asked, moment)
    form.offer(fits, known, local(found.created_at).date())
    return form


def _outlook(form: AmendForm, kept: Standing, change: AskLine | None, moment: datetime) -> Outlook:
    """What would come of it; what makes no sense is told on the form."""
    session, known = db.session(), catalogue(db.session())
    if change is None:
        return Outlook()
    if not form.changes(change):
        if form.sends:
            form.blame("change_nothing")
        return Outlook()
    try:
        wanted = changed(session, known, kept, as_asked(known, kept, change), moment)
    except (InvalidTime, Refused) as wrong:
        if not form.form_errors:
            form.blame(wrong.code, **{name: value for name, value in wrong.details.items() if name != "field"})
        return Outlook()
    judged, approved = wanted.judged, kept.state is LineState.APPROVED
    taken = any(finding.code in FREED_IN_TIME and finding.verdict is Verdict.REFUSED for finding in judged.findings)
    dates = alternatives(session, known, judged, moment).dates if taken else ()
    own = next((each.number for dossier in wanted.prices for each in dossier.lines if each.wanted.ignoring == kept.holder), 0)
    steps = steps_of_request({kept.line.number: judged})
    return Outlook(wanted, approved, dates, steps, extras_of(wanted.prices).get(own, ()))


def _amended(form: AmendForm, reference: str, number: int, moment: datetime, change: AskLine) -> bool:
    """Ask for it, or do it where nobody has to decide; False with what stood in the way told on the form."""
    session, actor, why = db.session(), current_actor(), form.reason.data or ""
    return filled(form, lambda: reservations.amend(session, actor, reference, number, moment, change, why))[0]


def _waits_already(line: LineView, change: AskLine) -> bool:
    """True when just this was asked before and waits for the desk, as when a form is sent twice."""
    waiting = line.change
    if waiting is None or waiting.asked_by != "borrower":
        return False
    return (waiting.asset.id, waiting.units, waiting.periods.use) == (change.asset, change.units, change.use)


def _done(reference: str, code: str) -> Response:
    notice(code)
    return redirect(url_for("reservations.show", reference=reference), 303)
