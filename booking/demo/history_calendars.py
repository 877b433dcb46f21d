"""Calendars that people of the cast follow already: their pages show how that looks, and their addresses are nobody's."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy.orm import Session

from booking.demo import cast
from booking.rules.feeds import LONGEST, Detail, Scope
from booking.rules.periods import local
from booking.services.rows import add
from models import Feed

AGO = timedelta(days=90)


class Followed(NamedTuple):
    """Who follows what under which name, fetched how long ago, and for how long still."""

    email: str
    name: str
    scope: Scope
    alarms: str
    used: timedelta
    detail: Detail = Detail.FULL
    ends: timedelta = LONGEST - AGO


FOLLOWED = (
    Followed(cast.TECHNICIAN_RANST, "Mijn loods", Scope.DEPOT, "15,1440", timedelta(minutes=40)),
    Followed(cast.TECHNICIAN_RANST, "Scherm in de gang", Scope.DEPOT, "", timedelta(hours=2), Detail.NAMELESS, timedelta(days=9)),
    Followed(cast.DESK_RANST, "Wat vervalt", Scope.EXPIRIES, "1440,43200", timedelta(hours=7)),
    Followed(cast.ORGANISER, "Onze reservaties", Scope.BORROWER, "1440", timedelta(hours=3)),
)


def follow_calendars(session: Session, now: datetime) -> None:
    """Write them. The addresses are thrown away: what is kept is the hash of nothing that anybody knows."""
    subjects = {
        Scope.DEPOT: cast.depot_id(session, "Loods Ranst"),
        Scope.EXPIRIES: cast.authority_id(session, cast.RANST),
        Scope.BORROWER: cast.borrower_id(session, cast.ASSOCIATION_RANST),
    }
    for each in FOLLOWED:
        add(
            session, Feed, token_hash=secrets.token_bytes(32), account_id=cast.account_id(session, each.email), name=each.name,
            scope=str(each.scope), subject_id=subjects[each.scope], detail=str(each.detail), language="nl", alarms=each.alarms,
            created_at=now - AGO, expires_on=local(now).date() + each.ends, fetched_at=now - each.used, fetches=1,
        )  # fmt: skip
