"""The weekly mail to the administrators of an authority: what lapses or is not in order. Nothing where there is nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.queries.catalogue import catalogue
from booking.queries.register import counts
from booking.queries.register.reading import of_authorities
from booking.queries.staff import staff_of
from booking.rules.kinds import RoleName
from booking.rules.periods import local
from booking.rules.register import Matter
from booking.services import records
from booking.services.transaction import transaction
from booking.words import label
from models import Outbox

EVENT = "order_digest"
DAYS = 90
NOT_AGAIN = timedelta(days=6)
MONDAY = 0


def post_digests(session: Session, now: datetime) -> int:
    """A mail to every administrator of an authority that has something to settle and got none this week; returns how many.

    On Mondays by the Brussels calendar; on other days there is nothing to do. Safe to repeat.
    """
    if local(now).weekday() != MONDAY:
        return 0
    letters = []
    with transaction(session):
        had = set(session.scalars(select(Outbox.recipient).where(Outbox.event == EVENT, Outbox.created_at > now - NOT_AGAIN)))
        for key, authority in catalogue(session).authorities.items():
            staff = staff_of(session, (key,), (RoleName.ADMINISTRATOR,), local(now).date())
            readers = [each for each in staff if each.email not in had]
            if readers and (found := of_authorities(session, {key}, now, DAYS)):
                letters += [records.Letter(EVENT, email, _told(authority.name, found, language), language) for email, language in readers]
        records.post(session, now, letters)
    return len(letters)


def _told(owner: str, found: Sequence[Matter], language: str) -> dict[str, object]:
    loans = {(stop.reference, stop.number) for matter in found for stop in matter.stops}
    kinds = ", ".join(
        f"{number} {label('order_kind' if number == 1 else 'order_kinds', kind, language).lower()}"
        for kind, number in counts(found).items()
    )
    return {"owner": owner, "count": len(found), "matters": kinds, "loans": len(loans) or None}
