"""Regulations as they are kept in rows, back as the values that price."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.rules.refusals import NotFound
from booking.rules.tariffs import Regulation, from_plain
from models import RegulationPart, RegulationRow


def stored_regulation(session: Session, regulation_id: int) -> Regulation:
    """The regulation with that id. Raises NotFound."""
    row = session.get(RegulationRow, regulation_id)
    if row is None:
        raise NotFound()
    parts = session.execute(
        select(RegulationPart.sort, RegulationPart.terms)
        .where(RegulationPart.regulation_id == regulation_id)
        .order_by(RegulationPart.sort, RegulationPart.position)
    )
    plain = {**row.header, "groups": [], "articles": [], "examples": []}
    for sort, terms in parts:
        plain[f"{sort}s"].append(terms)
    return from_plain(plain)
