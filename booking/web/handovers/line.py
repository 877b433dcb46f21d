"""One line at the counter: hand over, take back, late, or nobody came."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from flask import redirect, render_template, url_for
from werkzeug.wrappers import Response

from booking.clock import now
from booking.queries.aftermath import hit_by
from booking.rules.handovers import Way
from booking.rules.lifecycle import LineState
from booking.services import handovers, incidents
from booking.web.access import requires
from booking.web.attempts import filled, pressed
from booking.web.bodies import admits
from booking.web.extensions import db
from booking.web.forms.base import ButtonForm, Form
from booking.web.forms.depot import LateForm
from booking.web.forms.fields import told
from booking.web.forms.handover import HandOverForm, SlipForm, TakeBackForm
from booking.web.handovers.counter import Counter, counter
from booking.web.notices import notice
from booking.web.session import current_actor
from booking.web.tasks.blueprint import pages

Page = tuple[str, int]

LARGEST = 60_000_000  # a dozen photographs as telephones make them, where no script makes them smaller first
ONE = "/<reference>/lijnen/<int:number>"


@pages.get(ONE)
@requires("line.hand_over")
def line(reference: str, number: int) -> Page:
    """What goes out or comes back, how it went, and the form of the next step."""
    return _page(counter(reference, number))


@pages.post(f"{ONE}/uitgeven")
@requires("line.hand_over")
@admits(LARGEST)
def hand_over(reference: str, number: int) -> Response | Page:
    """Out: every check runs once more, and what is seen is kept."""
    session, actor, seen = db.session(), current_actor(), counter(reference, number)
    form, asked = seen.out_form(), (reference, number, now())

    def act() -> object:
        why, slip = form.reason.data, form.slip(form.reason.data)
        return handovers.hand_over(session, actor, *asked, why, override=form.override.data, slip=slip)

    return _sent(seen, form, "handed_over", act)


@pages.post(f"{ONE}/terugnemen")
@requires("line.hand_over")
@admits(LARGEST)
def take_back(reference: str, number: int) -> Response | Page:
    """Back: all of it or a part, with what is missing or damaged."""
    session, actor, seen = db.session(), current_actor(), counter(reference, number)
    form = seen.back_form()
    return _sent(seen, form, "taken_back", lambda: handovers.bring_back(session, actor, reference, number, now(), form.brought()))


@pages.post(f"{ONE}/te-laat")
@requires("line.hand_over")
def late(reference: str, number: int) -> Response | Page:
    """It comes back later than promised."""
    session, actor, form = db.session(), current_actor(), LateForm()
    seen, expected = counter(reference, number), form.expected() if form.sent_well() else None
    if expected is None:
        return _page(seen, form)
    why = form.why.data
    return _sent(seen, form, "fact_recorded", lambda: incidents.record_overdue(session, actor, reference, number, now(), expected, why))


@pages.post(f"{ONE}/niet-opgedaagd")
@requires("line.hand_over")
def no_show(reference: str, number: int) -> Response:
    """Nobody came."""
    if ButtonForm().sent_well():
        pressed(lambda: handovers.no_show(db.session(), current_actor(), reference, number, now()), "line_no_show", number=number)
    return redirect(url_for("tasks.line", reference=reference, number=number), 303)


def _sent(seen: Counter, form: Form, done: str, act: Callable[[], object]) -> Response | Page:
    """Carry a form of the counter out, or show it again with what stood in the way: nothing that was typed or taken is lost."""
    findings: list[Any] = []
    if form.sent_well():
        well, findings = filled(form, act)
        if well:
            notice(done, asset=seen.line.asset.name)
            back = isinstance(form, TakeBackForm)  # what followed from it is to be seen there
            there = url_for("tasks.line", reference=seen.found.reference, number=seen.line.number)
            return redirect(there if back else url_for("tasks.overview"), 303)
    return _page(seen, form, findings)


def _page(seen: Counter, sent: Form | None = None, findings: Sequence[Any] = ()) -> Page:
    waiting = sent.keep_pictures() if isinstance(sent, SlipForm) else 0
    forms = {
        "out": sent if isinstance(sent, HandOverForm) else seen.out_form() if seen.line.state is LineState.APPROVED else None,
        "back": sent if isinstance(sent, TakeBackForm) else seen.back_form() if seen.line.state is LineState.HANDED_OVER else None,
        "late": sent if isinstance(sent, LateForm) else LateForm(),
    }
    went = next((record for record in seen.records if record.way is Way.OUT), None)
    shown = {"found": seen.found, "line": seen.line, "records": seen.records, "went": went, "out": seen.out}
    hits = hit_by(db.session(), seen.line.id, [record.fact for record in seen.records if record.fact])
    page = render_template(
        "handovers/line.html", **shown, forms=forms, hits=hits, findings=findings or seen.line.findings, moment_now=now(),
        waiting=waiting, sent=sent, told=sent.told() if isinstance(sent, SlipForm) else told(sent) if sent else [],
    )  # fmt: skip
    return page, 422 if sent else 200
