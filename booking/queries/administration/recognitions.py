"""Whom an authority recognises as what, by which decision, from when until when."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import Row, Select, select
from sqlalchemy.orm import Session

from booking.queries.administration.listing import within
from booking.queries.administration.spells import spell_state
from booking.rules.permissions import Actor
from booking.rules.refusals import NotFound
from models import Authority, Borrower, Recognition

ACT = "recognition.manage"


def recognitions(actor: Actor, today: date, filters: Mapping[str, str]) -> Select[Any]:
    """id, borrower, borrower_id, recognition, decision, authority, valid_from, valid_until, state: of the actor's authorities."""
    state = spell_state(Recognition, today)
    query = (
        select(
            Recognition.id, Borrower.name.label("borrower"), Borrower.id.label("borrower_id"), Recognition.category.label("recognition"),
            Recognition.decision, Authority.name.label("authority"), Recognition.valid_from, Recognition.valid_until, state.label("state"),
        )
        .join(Borrower, Borrower.id == Recognition.borrower_id)
        .join(Authority, Authority.id == Recognition.authority_id)
        .where(within(Recognition.authority_id, actor, ACT))
    )  # fmt: skip
    if filters.get("category"):
        query = query.where(Recognition.category == filters["category"])
    return query.where(state == filters["state"]) if filters.get("state") else query


def recognition_row(session: Session, actor: Actor, key: int, today: date) -> Row[Any]:
    """One recognition, as in the list. Raises NotFound for one of elsewhere."""
    found = session.execute(recognitions(actor, today, {}).where(Recognition.id == key)).one_or_none()
    if found is None:
        raise NotFound("recognition_unknown")
    return found
