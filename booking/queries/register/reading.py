"""All that is to be settled for the authorities of whoever looks, and how much of each kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from booking.queries.catalogue import catalogue
from booking.queries.register import catalogued, held
from booking.queries.register.loans import coming_loans
from booking.rules.periods import local
from booking.rules.permissions import Actor, authorities_for
from booking.rules.register import Kind, Matter, sorted_matters

ACT = "order.read"


def matters(session: Session, actor: Actor, now: datetime, days: int, authority: int | None = None) -> list[Matter]:
    """What lapses within so many days or is not in order today, of the actor's authorities or one of them; the most pressing first.

    Four queries beside the catalogue, whatever there is.
    """
    ours = authorities_for(actor, ACT)
    return of_authorities(session, ours & {authority} if authority else ours, now, days)


def of_authorities(session: Session, ours: Collection[int], now: datetime, days: int) -> list[Matter]:
    """The same for these authorities, whoever looks."""
    if not ours:
        return []
    known, today = catalogue(session), local(now).date()
    loans = coming_loans(session, known, ours, now, days)
    found = [
        *catalogued.agreements(known, ours, loans, today, days),
        *catalogued.inspections(known, ours, loans, today, days),
        *catalogued.regulations(known, ours, loans, today, days),
        *catalogued.terms(known, ours, today, days),
        *held.policies(session, known, ours, loans, today, days),
        *held.qualifications(session, known, loans, today, days),
        *held.recognitions(session, ours, today, days),
    ]
    return sorted_matters(found)


def counts(found: Sequence[Matter]) -> Mapping[Kind, int]:
    """How many there are of each kind, of those kinds that have any, in the order of the kinds."""
    number = Counter(matter.kind for matter in found)
    return {kind: number[kind] for kind in Kind if number[kind]}
