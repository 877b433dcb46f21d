"""Answering a proposal, confirming an option, accepting a price, calling off."""

from __future__ import annotations

from collections.abc import Callable

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from booking.clock import now
from booking.queries.overview import LineView, Overview, overview
from booking.rules.lifecycle import HOLDING, LineState
from booking.rules.refusals import NotAllowed, NotFound
from booking.services import reservations
from booking.web.access import requires
from booking.web.attempts import filled, pressed
from booking.web.extensions import db
from booking.web.forms.amendment import CallOffForm, DeskCallOffForm
from booking.web.forms.base import ButtonForm
from booking.web.forms.fields import told
from booking.web.notices import notice
from booking.web.purse import ladders
from booking.web.reservations.blueprint import pages
from booking.web.session import current_actor

Page = tuple[str, int]


@pages.route("/<reference>/lijnen/<int:number>/annuleren", methods=["GET", "POST"])
@requires("line.cancel")
def cancel_line(reference: str, number: int) -> Response | Page:
    """Call one line off, after a page that asks whether that is meant; the desk that decides it says why."""
    session, actor = db.session(), current_actor()
    found, line = line_of(reference, number, or_desk=True)
    by_desk = not actor.acts_for(found.borrower_id) and any(line in each.lines for each in found.dossiers if each.mine_to_decide)

    def act(reason: str) -> None:
        reservations.cancel_line(session, actor, reference, number, now(), reason)

    return _called_off_by_desk(found, line, act) if by_desk else _call_off(found, [line], act)


@pages.route("/<reference>/annuleren", methods=["GET", "POST"])
@requires("reservation.cancel")
def cancel(reference: str) -> Response | Page:
    """Call everything off that can still be, after a page that asks whether that is meant."""
    found = overview(db.session(), current_actor(), reference)
    if not found.mine:
        raise NotAllowed()
    return _call_off(found, found.lines, lambda reason: reservations.cancel(db.session(), current_actor(), reference, now(), reason))


@pages.post("/<reference>/lijnen/<int:number>/aanvaarden")
@requires("line.answer")
def accept(reference: str, number: int) -> Response:
    """Take the proposal of the desk."""
    on_option = _is(reference, number, LineState.OPTION)
    return _press(reference, number, reservations.accept, "option_moved" if on_option else "proposal_accepted")


@pages.post("/<reference>/lijnen/<int:number>/afslaan")
@requires("line.answer")
def decline(reference: str, number: int) -> Response:
    """Do not take it: the first request goes back to the desk, and what stood beside it stays as it was."""
    asked_first = _is(reference, number, LineState.PROPOSED)
    return _press(reference, number, reservations.decline, "proposal_declined" if asked_first else "move_declined")


@pages.post("/<reference>/lijnen/<int:number>/bevestigen")
@requires("line.answer")
def confirm(reference: str, number: int) -> Response:
    """Make a request of an option."""
    return _press(reference, number, reservations.confirm_option, "option_confirmed")


@pages.post("/<reference>/besturen/<int(max=999999999):authority>/prijs/<int:version>/aanvaarden")
@requires("quote.accept")
def accept_price(reference: str, authority: int, version: int) -> Response:
    """Agree to the price that a refused or changed line brought about."""
    if ButtonForm().sent_well():
        pressed(lambda: reservations.accept_price(db.session(), current_actor(), reference, authority, version, now()), "price_accepted")
    return _back(reference)


def _is(reference: str, number: int, state: LineState) -> bool:
    return line_of(reference, number)[1].state is state


def _press(reference: str, number: int, act: Callable[..., object], done: str) -> Response:
    if ButtonForm().sent_well():
        pressed(lambda: act(db.session(), current_actor(), reference, number, now()), done)
    return _back(reference)


def _call_off(found: Overview, lines: list[LineView], act: Callable[[str], object]) -> Response | Page:
    form = CallOffForm()
    if form.sent_well() and filled(form, lambda: act(form.reason.data))[0]:
        notice("lines_cancelled")
        return _back(found.reference)
    going = [line for line in lines if line.state in HOLDING and line.state is not LineState.HANDED_OVER]
    told_now = {"found": found, "lines": going, "form": form, "told": told(form), "ladders": ladders(found, going), "moment_now": now()}
    page = render_template("reservations/cancel.html", **told_now)
    return page, 200 if request.method == "GET" else 422


def _called_off_by_desk(found: Overview, line: LineView, act: Callable[[str], object]) -> Response | Page:
    form, back = DeskCallOffForm(), redirect(url_for("desk.dossier", reference=found.reference), 303)
    if form.sent_well() and filled(form, lambda: act(form.reason.data))[0]:
        notice("line_called_off", number=line.number)
        return back
    page = render_template("reservations/cancel.html", found=found, lines=[line], form=form, told=told(form), by_desk=True)
    return page, 200 if request.method == "GET" else 422


def line_of(reference: str, number: int, *, or_desk: bool = False) -> tuple[Overview, LineView]:
    """A reservation with one of its lines, for its borrower, or also for the desk that decides it. Raises NotFound to all others."""
    found = overview(db.session(), current_actor(), reference)
    decided = [line for dossier in found.dossiers if or_desk and dossier.mine_to_decide for line in dossier.lines]
    line = next((line for line in (found.lines if found.mine else decided) if line.number == number), None)
    if line is None:
        raise NotFound()
    return found, line


def _back(reference: str) -> Response:
    return redirect(url_for("reservations.show", reference=reference), 303)
