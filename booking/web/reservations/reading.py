"""Looking: what one asked for, how each line of it stands, and a sheet to take along."""

from __future__ import annotations

from flask import Response, render_template, request

from booking.clock import now
from booking.queries.choices import own_borrowers
from booking.queries.handovers import records_of
from booking.queries.offered import offered_lines
from booking.queries.overview import Wanted, find_mine, overview
from booking.queries.overview.lists import TABS, lines_of_mine
from booking.queries.proofs.as_of_now import proofs_as_of_now
from booking.queries.recalls import recalls_of
from booking.queries.waiting import count_places
from booking.rules.lifecycle import MOVES, LineState, Party, state_of
from booking.web import exports
from booking.web.access import requires
from booking.web.exports import exported
from booking.web.extensions import db
from booking.web.language import lazy_gettext as _
from booking.web.line_lists import LINES
from booking.web.papers import papers_of
from booking.web.purse import purse_of
from booking.web.recalls import to_recall
from booking.web.reservations.blueprint import pages
from booking.web.session import current_actor
from booking.web.steps import steps_of
from booking.web.timeline import history, stages


@pages.get("", endpoint="overview")
@requires("reservation.request")
def mine() -> Response | str:
    """What was asked for the borrowers that the reader acts for: what is coming first."""
    session, actor, wanted = db.session(), current_actor(), _wanted()
    if exports.wanted() and (file := exported(_("Mijn reservaties"), LINES, lines_of_mine(session, actor, wanted, now()))):
        return file
    found = find_mine(session, actor, wanted, now())
    borrowers = own_borrowers(session, actor)
    told = {"waiting": count_places(session, actor), "borrowers": borrowers, "state_of": state_of}
    return render_template("reservations/mine.html", found=found, wanted=wanted, **told)


@pages.get("/<reference>")
@requires("reservation.read")
def show(reference: str) -> str:
    """One reservation: what must still be done, states, findings, prices, proposals, history."""
    session, actor = db.session(), current_actor()
    found = proofs_as_of_now(session, actor, overview(session, actor, reference), now())
    cancellable = any(able(line.state, LineState.CANCELLED) for line in found.lines)
    purse, offered = purse_of(found), offered_lines(db.session(), [line.id for line in found.lines])
    recalled = {"recalls": recalls_of(db.session(), found.id), "to_recall": to_recall(found)}
    steps = steps_of(found, purse.money, offered)
    seen = records_of(session, [line.id for line in found.lines])
    told = {**recalled, "seen": seen, "steps": steps, "history": history(found), "stages": stages, "able": able, "purse": purse}
    return render_template("reservations/show.html", found=found, cancellable=cancellable, papers=papers_of(found), **told)


@pages.get("/<reference>/blad")
@requires("reservation.read")
def sheet(reference: str) -> str:
    """A page to print and take along: when, where, with whom."""
    return render_template("reservations/sheet.html", found=overview(db.session(), current_actor(), reference))


def able(state: LineState, wanted: str) -> bool:
    """May a borrower bring a line in this state to the wanted one?"""
    return Party.BORROWER in MOVES.get((state, LineState(wanted)), ())


def _wanted() -> Wanted:
    """What the address asks; what it asks wrongly is left out."""
    asked = request.args
    tab = asked.get("tab", "")
    return Wanted(
        tab if tab in TABS else TABS[0],
        asked.get("borrower", type=int),
        asked.get("q", "")[:200],
        max(1, asked.get("page", 1, type=int)),
    )
