"""The lists of assets that were uploaded for an authority, and how each ended."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import Row, Select, select
from sqlalchemy.orm import Session

from booking.queries.administration.listing import within
from booking.queries.importing import ACT
from booking.rules.permissions import Actor
from booking.rules.refusals import NotFound
from models import Account, Authority, CatalogueImport


def imports(actor: Actor, _today: date, filters: Mapping[str, str]) -> Select[Any]:
    """id, filename, authority, person, state, total, created_at: of the actor's authorities, the latest first."""
    query = (
        select(
            CatalogueImport.id, CatalogueImport.filename, Authority.name.label("authority"), Account.name.label("person"),
            CatalogueImport.state, CatalogueImport.total, CatalogueImport.created_at,
        )
        .join(Authority, Authority.id == CatalogueImport.authority_id)
        .join(Account, Account.id == CatalogueImport.account_id)
        .where(within(CatalogueImport.authority_id, actor, ACT))
        .order_by(CatalogueImport.created_at.desc())
    )  # fmt: skip
    return query.where(CatalogueImport.state == filters["state"]) if filters.get("state") else query


def import_page(session: Session, actor: Actor, key: int) -> Row[Any]:
    """One uploaded list: id, filename, authority, authority_id, content, state, total, done, outcome. Raises NotFound for one of others."""
    columns = (CatalogueImport.id, CatalogueImport.filename, CatalogueImport.authority_id, CatalogueImport.content, CatalogueImport.state)
    columns += (CatalogueImport.total, CatalogueImport.done, CatalogueImport.outcome, CatalogueImport.created_at)
    query = select(*columns, Authority.name.label("authority")).join(Authority, Authority.id == CatalogueImport.authority_id)
    found = session.execute(query.where(CatalogueImport.id == key, within(CatalogueImport.authority_id, actor, ACT))).one_or_none()
    if found is None:
        raise NotFound("import_unknown")
    return found
