"""What a basket would come to if it were asked now: readiness per line, the price of all of it together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from booking.queries.basket import Found, InBasket, Setting
from booking.queries.borrowers import borrower_card, stand_in
from booking.queries.catalogue import catalogue
from booking.queries.facts import Event, Wanted
from booking.queries.judging import Judged, judge_lines
from booking.rules.admission import BorrowerCard, Finding, Verdict
from booking.rules.admission.readiness import WORST_LAST, Readiness, readiness
from booking.rules.catalogue import Catalogue
from booking.rules.periods import InvalidTime, local
from booking.rules.permissions import Actor
from booking.rules.tariffs import NEEDS_DESK


@dataclass(frozen=True, slots=True)
class PricedLine:
    """A line with how ready it is and the finding that decides so."""

    line: InBasket
    readiness: Readiness
    reason: Finding | None


@dataclass(frozen=True, slots=True)
class Priced:
    """A basket with its lines judged together; `total` and `deposit` in cents count what can be priced, `is_whole` when that is all."""

    basket: Found
    lines: list[PricedLine]
    total: int
    deposit: int
    is_whole: bool

    @property
    def worst(self) -> Readiness:
        """The readiness of the line that is furthest from ready."""
        return max((line.readiness for line in self.lines), key=WORST_LAST.index)


def priced(session: Session, actor: Actor, found: Found, now: datetime) -> Priced:
    """The basket as it would be judged for who asks."""
    known = catalogue(session)
    who = _who(session, known, actor, found.setting)
    open_lines = [line for line in found.lines if _stays_open(known, line)]
    judged = _judged(session, known, who, found, open_lines, now)
    by_line = {line.id: readiness(each.findings) for line, each in zip(open_lines, judged.lines, strict=True)}
    lines = [PricedLine(line, *(by_line.get(line.id) or (Readiness.TAKEN, _shut(known, line)))) for line in found.lines]
    quotes = [dossier.quote for dossier in judged.dossiers if dossier.quote]
    unpriced = any(notice.code in NEEDS_DESK for quote in quotes for notice in quote.warnings) or len(quotes) < len(judged.dossiers)
    whole = not unpriced and len(open_lines) == len(found.lines)
    return Priced(found, lines, sum(quote.total for quote in quotes), sum(quote.deposit for quote in quotes), whole)


def _who(session: Session, known: Catalogue, actor: Actor, setting: Setting) -> BorrowerCard:
    """The borrower of the basket where the actor acts for it, else the first of the actor's own, else somebody of the chosen kind."""
    mine = sorted(actor.borrowers | actor.claims)
    chosen = setting.borrower if setting.borrower in mine else next(iter(mine), None)
    if chosen is not None:
        return borrower_card(session, known, actor, chosen)
    return stand_in(setting.kind or "association", setting.home or setting.place_authority or min(known.authorities))


def _judged(session: Session, known: Catalogue, who: BorrowerCard, found: Found, lines: list[InBasket], now: datetime) -> Judged:
    if not lines:
        return Judged([], [])
    setting = found.setting
    event = Event(setting.purpose, setting.place_authority or known.authorities[who.home].house(local(now).date()))
    wanted = [Wanted(line.asset, line.use, line.units, measures=line.measures) for line in lines]
    return judge_lines(session, known, who, event, wanted, now, without=found.holders(now))


def _stays_open(known: Catalogue, line: InBasket) -> bool:
    try:
        known.periods(line.asset, line.use)
    except InvalidTime:
        return False
    return True


def _shut(known: Catalogue, line: InBasket) -> Finding:
    evidence = {"place": known.depot(line.asset, local(line.use.start).date()).name}
    return Finding("handover_closed", Verdict.REFUSED, line.asset.code, evidence)
