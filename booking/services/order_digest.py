"""The weekly mail to the administrators of an authority: what lapses or is not in order. Nothing where there is nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from sqlalchemy import exists, or_, select
from sqlalchemy.orm import Session

from booking.queries.register import counts
from booking.queries.register.reading import of_authorities
from booking.rules.kinds import RoleName
from booking.rules.periods import local
from booking.rules.register import Matter
from booking.services import records
from booking.services.transaction import transaction
from booking.words import label
from models import Account, Authority, Outbox, Role

EVENT = "order_digest"
DAYS = 90
NOT_AGAIN = timedelta(days=6)
MONDAY = 0

Reader = tuple[str, str]
"""Address and language."""


def post_digests(session: Session, now: datetime) -> int:
    """A mail to every administrator of an authority that has something to settle and got none this week; returns how many.

    On Mondays by the Brussels calendar; on other days there is nothing to do. Safe to repeat.
    """
    if local(now).weekday() != MONDAY:
        return 0
    letters = []
    with transaction(session):
        for (authority, name), readers in _readers(session, now).items():
            found = of_authorities(session, {authority}, now, DAYS)
            if found:
                letters += [records.Letter(EVENT, email, _told(name, found, language), language) for email, language in readers]
        records.post(session, now, letters)
    return len(letters)


def _readers(session: Session, now: datetime) -> Mapping[tuple[int, str], list[Reader]]:
    """By authority (id, name) its administrators of today who had no digest this week."""
    today = local(now).date()
    had = exists().where(Outbox.event == EVENT, Outbox.recipient == Account.email, Outbox.created_at > now - NOT_AGAIN)
    query = (
        select(Authority.id, Authority.name, Account.email, Account.language)
        .join(Role, Role.authority_id == Authority.id)
        .join(Account, Account.id == Role.account_id)
        .where(Role.name == RoleName.ADMINISTRATOR, Role.valid_from <= today, or_(Role.valid_until.is_(None), Role.valid_until >= today))
        .where(~had)
        .order_by(Authority.id, Account.id)
    )
    found: defaultdict[tuple[int, str], list[Reader]] = defaultdict(list)
    for authority, name, email, language in session.execute(query):
        found[authority, name].append((email, language))
    return found


def _told(owner: str, found: Sequence[Matter], language: str) -> dict[str, object]:
    loans = {(stop.reference, stop.number) for matter in found for stop in matter.stops}
    kinds = ", ".join(
        f"{number} {label('order_kind' if number == 1 else 'order_kinds', kind, language).lower()}"
        for kind, number in counts(found).items()
    )
    return {"owner": owner, "count": len(found), "matters": kinds, "loans": len(loans) or None}
