"""The terms of use of one's own authorities: every version with where it stands, and the drafts that are being written."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import RowMapping, Select, case, select
from sqlalchemy.orm import Session, aliased

from booking.queries.administration.listing import within
from booking.queries.administration.spells import STATES
from booking.rules.permissions import Actor
from models import Authority, TermsDraft, TermsEnd, TermsVersion

ACT = "terms.write"
HEIR = aliased(TermsVersion, name="heir")


def terms(actor: Actor, today: date, filters: Mapping[str, str]) -> Select[Any]:
    """id, texts, categories, owner, number, valid_from, valid_until (the last day of what ended without successor), followed_from (the
    first day of the successor), state; the one that begins last first.
    """
    state = case(
        (TermsVersion.valid_from > today, "coming"), (HEIR.valid_from <= today, "ended"), (TermsEnd.last < today, "ended"), else_="current"
    )
    query = (
        select(
            TermsVersion.id, TermsVersion.texts, TermsVersion.categories, Authority.name.label("owner"), TermsVersion.number,
            TermsVersion.valid_from, TermsEnd.last.label("valid_until"), HEIR.valid_from.label("followed_from"), state.label("state"),
        )
        .join(Authority, Authority.id == TermsVersion.authority_id)
        .outerjoin(HEIR, HEIR.succeeds_id == TermsVersion.id)
        .outerjoin(TermsEnd, TermsEnd.version_id == TermsVersion.id)
        .where(within(TermsVersion.authority_id, actor, ACT))
        .order_by(TermsVersion.valid_from.desc(), TermsVersion.id.desc())
    )  # fmt: skip
    return query.where(state == filters["state"]) if filters.get("state") in STATES else query


def drafts(session: Session, actor: Actor) -> list[RowMapping]:
    """id, texts, succeeds_id, changed_at, owner of each draft that the actor may write, the one that was worked on last first."""
    query = (
        select(TermsDraft.id, TermsDraft.texts, TermsDraft.succeeds_id, TermsDraft.changed_at, Authority.name.label("owner"))
        .join(Authority, Authority.id == TermsDraft.authority_id)
        .where(within(TermsDraft.authority_id, actor, ACT))
        .order_by(TermsDraft.changed_at.desc(), TermsDraft.id)
    )
    return list(session.execute(query).mappings())
