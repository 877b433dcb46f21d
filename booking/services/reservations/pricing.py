"""A price that changed after it was asked: the borrower accepts its newest version."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from booking.queries.dossiers import dossier_of
from booking.rules.permissions import Actor
from booking.rules.refusals import NotFound, Refused
from booking.services import records
from booking.services.transaction import transaction
from models import Authority, Quote


def accept_price(session: Session, actor: Actor, reference: str, authority_id: int, version: int, now: datetime) -> None:
    """The borrower agrees to the price of one authority's dossier; to agree twice changes nothing.

    Only what was read can be accepted: Refused `price_replaced` when a newer version took its place. One that the desk makes at this
    very moment stays unaccepted and waits for an answer of its own. Raises NotFound, NotAllowed.
    """
    with transaction(session):
        dossier = dossier_of(session, actor, "quote.accept", reference, authority_id).dossier.id
        newest = session.scalars(
            select(Quote)
            .where(Quote.dossier_id == dossier)
            .order_by(Quote.version.desc())
            .limit(1)
            .with_for_update()
            .execution_options(populate_existing=True)
        ).one_or_none()
        if newest is None or version > newest.version:
            raise NotFound()
        if version < newest.version:
            raise Refused("price_replaced", version=newest.version)
        if newest.accepted_at is None:
            accepted = {"accepted_at": now, "accepted_by_id": actor.account_id}
            session.execute(update(Quote).where(Quote.id == newest.id).values(**accepted))
            records.audit(session, now, actor.account_id, "quote.accept", ("quote", newest.id), authority_id, version=version)
            _tell_owner(session, reference, authority_id, newest.total, now)


def _tell_owner(session: Session, reference: str, authority_id: int, total: int, now: datetime) -> None:
    owner = session.get_one(Authority, authority_id)
    payload = {"reference": reference, "owner": owner.name, "total_cents": total}
    records.mail(session, now, "price_accepted", [owner.email], payload, owner.language)
