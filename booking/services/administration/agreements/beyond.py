"""What becomes of a loan that outlasts an agreement: its owner keeps it under the agreement, lends it outside, or calls it off."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from functools import partial

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from booking.queries.administration.agreements.beyond import OPEN, is_beyond
from booking.queries.lines import Standing, judge_standing, wanted_of
from booking.rules.agreements import Beyond
from booking.rules.catalogue import Catalogue
from booking.rules.permissions import Actor
from booking.rules.refusals import Refused
from booking.services.reservations import cancel_line
from booking.services.reservations.asking import record_decision
from booking.services.reservations.common import locked, notify, requote, settle
from booking.services.reservations.several import Decided, decided
from booking.services.transaction import transaction
from models import Borrower, Line


class Way(StrEnum):
    """The three ways out."""

    KEEP = "keep"
    OUTSIDE = "outside"
    CANCEL = "cancel"


def keep(session: Session, actor: Actor, agreement: int, reference: str, number: int, reason: str, now: datetime) -> None:
    """Keep a loan under the agreement as an exception: nothing of it changes, its price neither, and the findings that speak against it
    are kept with the reason.

    Raises Refused `line_not_beyond`, `field_required`, NotFound, NotAllowed to who does not decide on it.
    """
    with transaction(session):
        known, found = _beyond(session, actor, agreement, reference, number, reason, now)
        judged = judge_standing(session, known, found, wanted_of(known, found.line), now)
        _choose(session, found, agreement, Beyond.KEPT)
        record_decision(session, found.line.id, "keep", actor.account_id, judged.findings, now, reason)
        notify(session, known, found, "keep", actor, now, reason)


def lend_outside(session: Session, actor: Actor, agreement: int, reference: str, number: int, reason: str, now: datetime) -> None:
    """Judge and price a loan as one between municipalities that nothing binds; the borrower is asked to accept the new price.

    What then refuses is set aside with the reason where the desk may, else Refused `request_refused` tells it. Raises as `keep`.
    """
    with transaction(session):
        known, found = _beyond(session, actor, agreement, reference, number, reason, now)
        wanted = replace(wanted_of(known, found.line), choice=(agreement, Beyond.OUTSIDE))
        judged = judge_standing(session, known, found, wanted, now)
        settle(judged.findings, True, reason)
        _choose(session, found, agreement, Beyond.OUTSIDE)
        record_decision(session, found.line.id, "lend_outside", actor.account_id, judged.findings, now, reason)
        requote(session, known, found, now, None)
        notify(session, known, found, "lend_outside", actor, now, reason)


def call_off(session: Session, actor: Actor, agreement: int, reference: str, number: int, reason: str, now: datetime) -> None:
    """Call a loan off, with a reason that is sent. Raises as `keep`."""
    with transaction(session):
        _beyond(session, actor, agreement, reference, number, reason, now)
        cancel_line(session, actor, reference, number, now, reason)


_WAYS = {Way.KEEP: keep, Way.OUTSIDE: lend_outside, Way.CANCEL: call_off}


def choose_for(
    session: Session, actor: Actor, agreement: int, lines: Iterable[tuple[str, int]], way: Way, reason: str, now: datetime
) -> list[Decided]:
    """The same way for several lines, each in a transaction of its own, and told per line what came of it. Raises Busy."""
    return [
        decided(reference, number, partial(_WAYS[way], session, actor, agreement, reference, number, reason, now))
        for reference, number in lines
    ]


def _beyond(
    session: Session, actor: Actor, agreement: int, reference: str, number: int, reason: str, now: datetime
) -> tuple[Catalogue, Standing]:  # fmt: skip
    """A line under its lock that outlasts the agreement and of which nothing was chosen before."""
    if not reason.strip():
        raise Refused("field_required", field="reason")
    known, found = locked(session, actor, "line.decide", reference, number, now)
    home = session.execute(select(Borrower.authority_id, Borrower.kind).where(Borrower.id == found.reservation.borrower_id)).one()
    chosen = found.line.agreement_id is not None
    if chosen or found.state not in OPEN or not is_beyond(known, agreement, found.line, (home[0], home[1])):
        raise Refused("line_not_beyond")
    return known, found


def _choose(session: Session, found: Standing, agreement: int, choice: Beyond) -> None:
    values = {"agreement_id": agreement, "agreement_choice": choice, "version": Line.version + 1}
    session.execute(update(Line).where(Line.id == found.line.id).values(**values))
    session.refresh(found.line)
