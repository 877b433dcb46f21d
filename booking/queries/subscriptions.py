"""What someone may follow in a calendar of their own."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from booking.queries.catalogue import catalogue
from booking.queries.choices import own_borrowers
from booking.rules.permissions import Actor, authorities_for, may


def followable(session: Session, actor: Actor, today: date) -> dict[str, list[tuple[int, str]]]:
    """Per scope of a feed the (id, name) of what the actor may follow today, by name; scopes without any are left out."""
    known = catalogue(session)
    staff = {scope: authorities_for(actor, f"feed.{scope}") for scope in ("depot", "asset", "authority")}
    found = {
        "borrower": [each for each in own_borrowers(session, actor) if may(actor, "feed.borrower", borrower=each[0])],
        "depot": [(card.id, card.name) for card in known.depots.values() if card.authority in staff["depot"]],
        "authority": [(card.id, card.name) for card in known.authorities.values() if card.id in staff["authority"]],
        "asset": [
            (card.id, card.name)
            for card in known.assets.values()
            if {known.owner(card, today).id, known.depot(card, today).authority} & staff["asset"]
        ],
    }
    return {scope: sorted(named, key=lambda pair: pair[1]) for scope, named in found.items() if named}
