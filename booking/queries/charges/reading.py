"""Money read for who may see it: of dossiers, one amount, one charge, or lists for a desk."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from sqlalchemy import RowMapping, Select, exists, select
from sqlalchemy.orm import Session, aliased

from booking.queries.catalogue import catalogue
from booking.queries.charges.views import About, ChargeView, Money, OwedView
from booking.rules.charges import Due, Occasion, OwedSort, Stage
from booking.rules.lifecycle import HOLDING
from booking.rules.permissions import Actor, may
from booking.rules.refusals import NotFound
from models import (
    Account,
    Authority,
    Borrower,
    Charge,
    ChargeDecision,
    ChargePost,
    Dossier,
    Line,
    PaymentMark,
    Receivable,
    RegulationRow,
    Reservation,
)
from models.reservations import reference_of

GOING = exists().where(Line.dossier_id == Dossier.id, Line.state.in_(HOLDING))
_Marker = aliased(Account)


def money_of(session: Session, dossiers: Collection[int], today: date, *, proposals: bool) -> dict[int, Money]:
    """What is due for each of these dossiers, which its reader may see already; with `proposals` also what is not decided yet."""
    keys = list(dossiers)
    owed = read_owed(session, owed_rows().where(Dossier.id.in_(keys)).order_by(Receivable.id), today, marks=True)
    charges = read_charges(session, charge_rows().where(Dossier.id.in_(keys)).order_by(Charge.id))
    shown = [each for each in charges if proposals or each.step == "charged"]
    about = {each.about.dossier: each.about for each in (*owed, *shown)}
    return {
        key: Money(whose, [each for each in owed if each.about.dossier == key], [each for each in shown if each.about.dossier == key])
        for key, whose in about.items()
    }


def owed_view(session: Session, actor: Actor, key: int, today: date) -> OwedView:
    """One due amount with its marks, for the desk or financial service of its owner. Raises NotFound."""
    found = read_owed(session, owed_rows().where(Receivable.id == key), today, marks=True)
    if not found or not may(actor, "receivable.read", authorities=(found[0].about.authority,)):
        raise NotFound()
    return found[0]


def charge_view(session: Session, actor: Actor, key: int) -> ChargeView:
    """One charge, for the desk or financial service of its owner. Raises NotFound."""
    found = read_charges(session, charge_rows().where(Charge.id == key))
    if not found or not may(actor, "receivable.read", authorities=(found[0].about.authority,)):
        raise NotFound()
    return found[0]


def owed_rows() -> Select[Any]:
    """What `read_owed` reads."""
    going = GOING.label("going")
    return _about(select(Receivable, Charge.occasion, going)).outerjoin(Charge, Charge.id == Receivable.charge_id)


def charge_rows() -> Select[Any]:
    """What `read_charges` reads."""
    query = select(Charge, Line.asset_id, RegulationRow.title, Account.name.label("by"))
    joined = _about(query, Charge).outerjoin(Line, Line.id == Charge.line_id).outerjoin(Account, Account.id == Charge.account_id)
    return joined.outerjoin(RegulationRow, RegulationRow.id == Charge.regulation_id)


def read_owed(session: Session, query: Select[Any], today: date, *, marks: bool = False) -> list[OwedView]:
    """The due amounts that a query of `owed_rows` finds."""
    rows = session.execute(query).all()
    marked = _marks(session, [row.Receivable.id for row in rows]) if marks else {}
    return [_owed(row, today, marked.get(row.Receivable.id, [])) for row in rows]


def read_charges(session: Session, query: Select[Any]) -> list[ChargeView]:
    """The charges that a query of `charge_rows` finds, with their posts and decisions."""
    rows = session.execute(query).all()
    known, keys = catalogue(session), [row.Charge.id for row in rows]
    posts = _grouped(session, select(*ChargePost.__table__.c).where(ChargePost.charge_id.in_(keys)).order_by(ChargePost.position))
    decided = select(*ChargeDecision.__table__.c, Account.name.label("by")).outerjoin(Account, Account.id == ChargeDecision.account_id)
    decisions = _grouped(session, decided.where(ChargeDecision.charge_id.in_(keys)).order_by(ChargeDecision.id))
    return [
        ChargeView(
            row.Charge.id, _whose(row), Occasion(row.Charge.occasion), row.Charge.basis, row.Charge.net, row.Charge.vat, row.Charge.total,
            row.Charge.at, row.by, known.assets[row.asset_id].name if row.asset_id else None, row.title, posts[row.Charge.id],
            decisions[row.Charge.id],
        )
        for row in rows
    ]  # fmt: skip


def _about(query: Select[Any], root: type[Any] = Receivable) -> Select[Any]:
    """The query with the dossier, the borrower and the owner of what it is about."""
    named = (
        Dossier.id.label("dossier"), Dossier.authority_id, Authority.name.label("owner"), Authority.iban,
        Reservation.id.label("reservation"), Reservation.created_at, Reservation.event, Borrower.name.label("borrower"), Borrower.email,
    )  # fmt: skip
    return (
        query.add_columns(*named)
        .select_from(root)
        .join(Dossier, Dossier.id == root.dossier_id)
        .join(Authority, Authority.id == Dossier.authority_id)
        .join(Reservation, Reservation.id == Dossier.reservation_id)
        .join(Borrower, Borrower.id == Reservation.borrower_id)
    )


def _whose(row: Any) -> About:
    reference = reference_of(row.reservation, row.created_at)
    return About(row.dossier, row.authority_id, row.owner, row.iban, reference, row.event, row.borrower, row.email)


def _owed(row: Any, today: date, marks: list[RowMapping]) -> OwedView:
    kept = row.Receivable
    due = Due(OwedSort(kept.sort), kept.amount, kept.received, kept.returned, kept.kept, kept.due_on, not row.going)
    return OwedView(
        kept.id, _whose(row), due, Stage(kept.stage) if kept.stage else None, kept.received_on, kept.returned_on, due.standing(today),
        kept.charge_id, Occasion(row.occasion) if row.occasion else None, marks,
    )  # fmt: skip


def _marks(session: Session, keys: Sequence[int]) -> dict[int, list[RowMapping]]:
    query = select(*PaymentMark.__table__.c, _Marker.name.label("by")).outerjoin(_Marker, _Marker.id == PaymentMark.account_id)
    return _grouped(session, query.where(PaymentMark.receivable_id.in_(keys)).order_by(PaymentMark.id), "receivable_id")


def _grouped(session: Session, query: Select[Any], column: str = "charge_id") -> dict[int, list[RowMapping]]:
    found: defaultdict[int, list[RowMapping]] = defaultdict(list)
    for row in session.execute(query).mappings():
        found[row[column]].append(row)
    return found
