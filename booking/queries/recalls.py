"""What was recalled, as borrower and desk read it, and what a desk must know before it recalls."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from booking.queries.catalogue import catalogue
from booking.queries.judging import JudgedLine
from booking.queries.lines import Standing, judge_standing, periods_of, standing, wanted_of
from booking.queries.nearby import Place, alternatives
from booking.rules.catalogue import AssetCard, AuthorityCard, Catalogue
from booking.rules.kinds import BorrowerKind
from booking.rules.lifecycle import IllegalMove, LineState, Party
from booking.rules.periods import local
from booking.rules.permissions import Actor, may
from booking.rules.refusals import NotFound
from models import Agreement, Borrower, Line, Recall, Reservation
from models.reservations import reference_of

RECALLABLE = (LineState.APPROVED, LineState.HANDED_OVER)


@dataclass(frozen=True, slots=True)
class RecallView:
    """A recall of one line: why, by when it must be back, what the borrower may take instead and what it answered."""

    line: int
    number: int
    asset: AssetCard
    reason: str
    recalled_at: datetime
    back_by: datetime | None
    offered: list[tuple[AssetCard, AuthorityCard]]
    answer: str | None
    taken: str | None
    own: str


@dataclass(frozen=True, slots=True)
class Recallable:
    """A line that may be recalled: the asset, whether it is out, the notice that its agreement asks, what could be offered instead, and
    the owner's own services, by id.
    """

    found: Standing
    asset: AssetCard
    out: bool
    notice_hours: int | None
    places: Sequence[Place]
    services: list[tuple[int, str]]


def recalls_of(session: Session, reservation: int) -> list[RecallView]:
    """Every recall of a reservation's lines, the latest first."""
    known = catalogue(session)
    own, took, taken_line, own_line = aliased(Reservation), aliased(Reservation), aliased(Line), aliased(Line)
    query = (
        select(Recall, Line, own, took)
        .join(Line, Line.id == Recall.line_id)
        .join(own_line, own_line.id == Recall.own_line_id)
        .join(own, own.id == own_line.reservation_id)
        .outerjoin(taken_line, taken_line.id == Recall.taken_line_id)
        .outerjoin(took, took.id == taken_line.reservation_id)
        .where(Line.reservation_id == reservation)
        .order_by(Recall.id.desc())
    )
    return [
        RecallView(
            line.id, line.number, known.assets[line.asset_id], recall.reason, recall.recalled_at, recall.back_by,
            [_offer(known, asset, recall.recalled_at) for asset in recall.offered], recall.answer,
            reference_of(other.id, other.created_at) if other else None, reference_of(mine.id, mine.created_at),
        )
        for recall, line, mine, other in session.execute(query)
    ]  # fmt: skip


def _offer(known: Catalogue, asset: int, now: datetime) -> tuple[AssetCard, AuthorityCard]:
    card = known.assets[asset]
    return card, known.owner(card, local(now).date())


def recallable(session: Session, actor: Actor, reference: str, number: int, now: datetime) -> Recallable:
    """A line of the actor's own authority. Raises NotFound for any other, IllegalMove for one that is not promised or lent (any more)."""
    known = catalogue(session)
    found = standing(session, actor, "reservation.read", reference, number)
    if not may(actor, "line.recall", authorities=(found.dossier.authority_id,)):
        raise NotFound()
    if found.state not in RECALLABLE:
        raise IllegalMove(found.state, LineState.CANCELLED, Party.DESK)
    judged = judge_standing(session, known, found, replace(wanted_of(known, found.line), kept=periods_of(found.line)), now)
    _, hours = recall_notice(session, judged)
    places = alternatives(session, known, judged, now).places
    house = known.authorities[found.dossier.authority_id].house(local(now).date())
    homes = [each.id for each in known.authorities.values() if each.house(local(now).date()) == house]
    services = select(Borrower.id, Borrower.name).where(Borrower.kind == BorrowerKind.AUTHORITY, Borrower.authority_id.in_(homes))
    return Recallable(
        found, known.assets[found.line.asset_id], found.state is LineState.HANDED_OVER, hours, places,
        [(key, name) for key, name in session.execute(services.order_by(Borrower.name))],
    )  # fmt: skip


def recall_notice(session: Session, judged: JudgedLine) -> tuple[int | None, int | None]:
    """The agreement under which a line is lent and the least notice, in hours, that it asks for a recall; None where it says nothing."""
    if judged.facts.agreement is None:
        return None, None
    agreement = judged.facts.agreement[0].id
    return agreement, session.scalar(select(Agreement.recall_hours).where(Agreement.id == agreement))
