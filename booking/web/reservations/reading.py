"""Looking: what one asked for, and how each line of it stands."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter

from flask import render_template

from booking.queries.overview import my_reservations, overview
from booking.rules.lifecycle import MOVES, LineState, Party, state_of
from booking.web.access import requires
from booking.web.extensions import db
from booking.web.reservations.blueprint import pages
from booking.web.session import current_actor


@pages.get("", endpoint="overview")
@requires("reservation.request")
def mine() -> str:
    """What was asked for the borrowers that the reader acts for, the newest first."""
    rows = my_reservations(db.session(), current_actor())
    groups = [(reference, list(lines)) for reference, lines in groupby(rows, key=attrgetter("reference"))]
    return render_template("reservations/mine.html", groups=groups, state_of=state_of)


@pages.get("/<reference>")
@requires("reservation.read")
def show(reference: str) -> str:
    """One reservation: states, findings, prices, proposals, history."""
    found = overview(db.session(), current_actor(), reference)
    cancellable = any(able(line.state, LineState.CANCELLED) for line in found.lines)
    return render_template("reservations/show.html", found=found, able=able, cancellable=cancellable)


def able(state: LineState, wanted: str) -> bool:
    """May a borrower bring a line in this state to the wanted one?"""
    return Party.BORROWER in MOVES.get((state, LineState(wanted)), ())
