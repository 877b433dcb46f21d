"""The money of a reservation as its reader may see it: what is due, what waits for a decision, and what may be marked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from booking.clock import now
from booking.queries.catalogue import catalogue
from booking.queries.charges.basis import extras_of
from booking.queries.charges.cancelling import Cancelling, cancelling
from booking.queries.charges.reading import money_of
from booking.queries.charges.views import Money
from booking.queries.overview import LineView, Overview
from booking.rules.lifecycle import LineState
from booking.rules.periods import local
from booking.rules.permissions import may
from booking.rules.tariffs.asked import Extra, offered_extras
from booking.web.extensions import db
from booking.web.session import current_actor


@dataclass(frozen=True, slots=True)
class Purse:
    """The money of each dossier by its id, the dossiers of which the reader may mark what came in, and the services taken by line id."""

    money: dict[int, Money]
    able: frozenset[int]
    extras: dict[int, list[tuple[Extra, Decimal]]]


def purse_of(found: Overview) -> Purse:
    """What a reservation owes. Its borrower sees what was charged; who looks after an owner's money sees its proposals too."""
    actor, today = current_actor(), local(now()).date()
    able = frozenset(each.id for each in found.dossiers if may(actor, "receivable.mark", authorities=(each.authority.id,)))
    theirs = [each.id for each in found.dossiers if each.id not in able]
    money = money_of(db.session(), able, today, proposals=True) if able else {}
    extras = extras_of(db.session(), catalogue(db.session()), [each.id for each in found.dossiers])
    return Purse({**money, **(money_of(db.session(), theirs, today, proposals=False) if theirs else {})}, able, extras)


def ladders(found: Overview, lines: Iterable[LineView]) -> list[tuple[str, Cancelling]]:
    """By owner what calling these lines off costs today, and what it costs on the days after: only what is approved can cost anything."""
    approved, today = {line.id for line in lines if line.state is LineState.APPROVED}, local(now()).date()
    known, told = catalogue(db.session()), []
    for dossier in found.dossiers:
        mine = [line.id for line in dossier.lines if line.id in approved]
        if mine:
            told.append((dossier.authority.name, cancelling(db.session(), known, dossier.id, mine, today)))
    return told


def offered_with(found: Overview, line: LineView) -> list[Extra]:
    """The services that the owner of a line offers with it by the regulation of its day."""
    known, asset = catalogue(db.session()), line.asset
    owner = next(dossier.authority for dossier in found.dossiers if line in dossier.lines)
    use = local(line.periods.use.start).date()
    card = known.regulation(owner, asset.category, asset.code, use, local(found.created_at).date())
    return offered_extras(card.prepared, asset.category, asset.code) if card else []
