"""The register of who lends free to whom, as every member of the partnership may read it: each row, and today's matrix."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, Select, case, func, select
from sqlalchemy.orm import Session, aliased

from booking.queries.administration.changes import ChangeView, changes_of
from booking.queries.catalogue import catalogue
from booking.rules.catalogue import Catalogue, ExemptionCard
from booking.rules.kinds import AuthorityKind
from booking.rules.permissions import Actor, authorities_for
from booking.rules.refusals import NotFound
from models import Account, Authority, Category, Exemption, ExemptionEnd

ACT = "exemption.record"
NOUN = "exemption"
LENDER, BORROWER = aliased(Authority, name="lender"), aliased(Authority, name="borrower")


@dataclass(frozen=True, slots=True)
class Cell:
    """What one municipality lends free to another: the rows that hold or will, and whether the one that holds has an effect today.

    `turn` is `both` when the other lends free as well, `waits` when it holds only in turn and the other does not, else `one`.
    """

    cards: Sequence[ExemptionCard]
    current: bool
    turn: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """The municipalities in the order of their names, and a cell for each (lender, borrower) between which something is written."""

    authorities: Sequence[tuple[int, str]]
    cells: Mapping[tuple[int, int], Cell]


@dataclass(frozen=True, slots=True)
class ExemptionPage:
    """One row of the register with its end, who wrote both, what the other lends in turn today, and whether the reader may end it."""

    row: RowMapping
    returned: Sequence[ExemptionCard]
    own: bool
    history: list[ChangeView]


def exemptions(_actor: Actor, today: date, filters: Mapping[str, str]) -> Select[Any]:
    """id, lender, borrower, lender_id, borrower_id, category, mutual, valid_from, valid_until, decision, organ, number, link, recorded_at,
    state: all that was ever written, for every member of the partnership; the latest first.
    """
    last = func.coalesce(ExemptionEnd.last, Exemption.valid_until)
    state = _state(last, today)
    query = (
        select(
            Exemption.id, LENDER.name.label("lender"), BORROWER.name.label("borrower"), Exemption.lender_id, Exemption.borrower_id,
            Category.code.label("category"), Exemption.mutual, Exemption.valid_from, last.label("valid_until"),
            (Exemption.organ + " " + Exemption.number).label("decision"), Exemption.link, Exemption.recorded_at, state.label("state"),
        )
        .join(LENDER, LENDER.id == Exemption.lender_id)
        .join(BORROWER, BORROWER.id == Exemption.borrower_id)
        .outerjoin(Category, Category.id == Exemption.category_id)
        .outerjoin(ExemptionEnd, ExemptionEnd.exemption_id == Exemption.id)
        .order_by(Exemption.valid_from.desc())
    )  # fmt: skip
    return query.where(state == filters["state"]) if filters.get("state") else query


def matrix(session: Session, today: date) -> Matrix:
    """Who lends free to whom today, and who announced it."""
    known = catalogue(session)
    found = {pair: _cell(known, pair, cards, today) for pair, cards in known.exemptions.items()}
    return Matrix(towns(session), {pair: cell for pair, cell in found.items() if cell.cards})


def towns(session: Session) -> list[tuple[int, str]]:
    """(id, name) of the municipalities, by name."""
    query = select(Authority.id, Authority.name).where(Authority.kind == AuthorityKind.MUNICIPALITY).order_by(Authority.name)
    return [(key, name) for key, name in session.execute(query)]


def exemption_page(session: Session, actor: Actor, key: int, today: date) -> ExemptionPage:
    """One row. Raises NotFound."""
    writer, ender = aliased(Account), aliased(Account)
    query = (
        exemptions(actor, today, {})
        .where(Exemption.id == key)
        .outerjoin(writer, writer.id == Exemption.recorded_by_id)
        .outerjoin(ender, ender.id == ExemptionEnd.recorded_by_id)
        .add_columns(writer.name.label("recorded_by"), ender.name.label("ended_by"), ExemptionEnd.recorded_at.label("ended_at"))
        .add_columns((ExemptionEnd.organ + " " + ExemptionEnd.number).label("ended_by_decision"), ExemptionEnd.link.label("end_link"))
    )
    row = session.execute(query).mappings().one_or_none()
    if row is None:
        raise NotFound("exemption_unknown")
    others = catalogue(session).exemptions.get((row.borrower_id, row.lender_id), ())
    own = row.lender_id in authorities_for(actor, ACT)
    return ExemptionPage(row, [card for card in others if card.holds_on(today)], own, changes_of(session, NOUN, key))


def _state(last: ColumnElement[Any], today: date) -> ColumnElement[Any]:
    """One of `spells.STATES`; what never held has ended."""
    return case((last < Exemption.valid_from, "ended"), (last < today, "ended"), (Exemption.valid_from > today, "coming"), else_="current")


def _cell(known: Catalogue, pair: tuple[int, int], cards: Sequence[ExemptionCard], today: date) -> Cell:
    open_cards = [card for card in cards if card.last is None or card.last >= max(today, card.first)]
    current = [card for card in open_cards if card.holds_on(today)]
    returned = any(card.holds_on(today) for card in known.exemptions.get((pair[1], pair[0]), ()))
    waits = bool(current) and all(card.mutual for card in current) and not returned
    return Cell(sorted(open_cards, key=lambda card: card.first), bool(current), "both" if returned else "waits" if waits else "one")
