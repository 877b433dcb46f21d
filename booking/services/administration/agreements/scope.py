"""What a draft covers and for whom: everything, categories or assets, and what is left out of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from booking.rules.permissions import Actor
from booking.services.administration.agreements.common import NOUN, names_of, own_draft
from booking.services.administration.changes import check_version, record_change
from booking.services.rows import add_all
from booking.services.transaction import transaction
from models import AgreementBeneficiary, AgreementScope, Asset, Category


@dataclass(frozen=True, slots=True)
class Scope:
    """What it covers, by ids: all, or these categories and assets, but not those `without`; and for which kinds of borrowers."""

    everything: bool = False
    categories: tuple[int, ...] = ()
    assets: tuple[int, ...] = ()
    without_categories: tuple[int, ...] = ()
    without_assets: tuple[int, ...] = ()
    beneficiaries: tuple[str, ...] = ()


def change_scope(session: Session, actor: Actor, agreement: int, version: int, wanted: Scope, now: datetime) -> None:
    """What it covers and for whom. Raises NotFound for an unknown asset or category, ChangedMeanwhile, Refused `agreement_settled`."""
    with transaction(session):
        row = own_draft(session, actor, agreement)
        check_version(session, NOUN, agreement, version)
        told = _told_scope(session, wanted)
        before = _told_scope(session, scope_of(session, agreement))
        for table in (AgreementScope, AgreementBeneficiary):
            session.execute(delete(table).where(table.agreement_id == agreement))
        add_all(session, AgreementScope, [{"agreement_id": agreement, **each} for each in _scope_rows(wanted)])
        served = [{"agreement_id": agreement, "borrower_kind": kind} for kind in wanted.beneficiaries]
        add_all(session, AgreementBeneficiary, served)
        record_change(session, actor, NOUN, agreement, before, told, now, authority=row.initiator_id)


def _scope_rows(wanted: Scope) -> list[dict[str, Any]]:
    """The rows of a scope. When all is covered nothing else need be, only what is left out."""
    named = [(None, each, False) for each in wanted.categories] + [(each, None, False) for each in wanted.assets]
    left = [(None, each, True) for each in wanted.without_categories] + [(each, None, True) for each in wanted.without_assets]
    rows = [(None, None, False)] * wanted.everything + named * (not wanted.everything) + left
    return [{"asset_id": asset, "category_id": category, "excluded": excluded} for asset, category, excluded in rows]


def _told_scope(session: Session, wanted: Scope) -> dict[str, Any]:
    """A scope as the record of changes keeps it."""
    said = [*names_of(session, Category, wanted.categories).values(), *names_of(session, Asset, wanted.assets).values()]
    left = [*names_of(session, Category, wanted.without_categories).values(), *names_of(session, Asset, wanted.without_assets).values()]
    return {
        "everything": wanted.everything, "scope": ", ".join(sorted(said) * (not wanted.everything)),
        "scope_without": ", ".join(sorted(left)),
        "beneficiaries": ", ".join(sorted(wanted.beneficiaries)),
    }  # fmt: skip


def scope_of(session: Session, agreement: int) -> Scope:
    """What is kept of what an agreement covers and for whom."""
    columns = (AgreementScope.asset_id, AgreementScope.category_id, AgreementScope.excluded)
    rows = session.execute(select(*columns).where(AgreementScope.agreement_id == agreement)).all()
    kinds = session.scalars(select(AgreementBeneficiary.borrower_kind).where(AgreementBeneficiary.agreement_id == agreement))
    return Scope(
        any(not row.excluded and row.asset_id is None and row.category_id is None for row in rows),
        tuple(row.category_id for row in rows if row.category_id and not row.excluded),
        tuple(row.asset_id for row in rows if row.asset_id and not row.excluded),
        tuple(row.category_id for row in rows if row.category_id and row.excluded),
        tuple(row.asset_id for row in rows if row.asset_id and row.excluded),
        tuple(sorted(kinds)),
    )
