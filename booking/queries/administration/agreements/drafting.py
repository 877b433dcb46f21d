"""What the steps of a draft offer to choose from."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.queries.agreements import parties_of
from booking.queries.catalogue import catalogue
from booking.rules.permissions import Actor, authorities_for
from models import Agreement, AgreementTerm, Authority


def initiators(session: Session, actor: Actor) -> list[tuple[int, str]]:
    """The authorities for which the actor may draft, by name."""
    mine = select(Authority.id, Authority.name).where(Authority.id.in_(authorities_for(actor, "agreement.draft")))
    return [(key, name) for key, name in session.execute(mine.order_by(Authority.name))]


def next_reference(session: Session, today: date) -> str:
    """The next number of this year that is free, such as 2027-08."""
    taken = set(session.scalars(select(Agreement.reference).where(Agreement.reference.startswith(f"{today.year}-"))))
    return next(number for count in range(1, len(taken) + 2) if (number := f"{today.year}-{count:02}") not in taken)


def assets_of(session: Session, agreement: int) -> list[tuple[int, str]]:
    """What the parties of an agreement lend, and their code, by name."""
    known, lenders = catalogue(session), set(parties_of(session, agreement))
    mine = [card for card in known.assets.values() if card.managers and card.managers[0].subject in lenders]
    return [(card.id, f"{card.name} ({card.code})") for card in sorted(mine, key=lambda card: (card.name.casefold(), card.code))]


def tariff_of(session: Session, agreement: int) -> dict[str, Any]:
    """The preferred tariff that a draft gives to all parties alike: group_code, percentage, article; nothing when it gives none."""
    columns = (AgreementTerm.group_code, AgreementTerm.percentage, AgreementTerm.article)
    same = (AgreementTerm.agreement_id == agreement, AgreementTerm.lender_id.is_(None), AgreementTerm.category_id.is_(None))
    found = session.execute(select(*columns).where(*same).order_by(AgreementTerm.id.desc()).limit(1)).mappings().one_or_none()
    return dict(found) if found else {}
