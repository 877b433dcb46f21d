"""What stands on the labels of assets: name, number, and whom to call when one is found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.queries.catalogue import catalogue
from booking.rules.permissions import Actor, may
from models import Authority

ACT = "asset.administer"


@dataclass(frozen=True, slots=True)
class LabelView:
    """A label: whose it is, and the telephone and address by which the owner is reached."""

    name: str
    code: str
    units: int
    owner: str
    phone: str
    email: str


def labels_of(session: Session, actor: Actor, assets: Iterable[int], today: date) -> list[LabelView]:
    """The labels of these assets in their order; of what the actor does not administer today there is none."""
    known = catalogue(session)
    owned = [(card, known.owner(card, today)) for key in assets if (card := known.assets.get(key))]
    mine = [(card, owner) for card, owner in owned if may(actor, ACT, authorities=(owner.id,))]
    query = select(Authority.id, Authority.phone, Authority.email).where(Authority.id.in_({owner.id for _card, owner in mine}))
    reach = {key: (phone or "", email or "") for key, phone, email in session.execute(query)}
    return [LabelView(card.name, card.code, card.units, owner.name, *reach[owner.id]) for card, owner in mine]
