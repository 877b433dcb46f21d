"""The desk answers, and the borrower answers the desk: refusals, proposals, changes and cancellations."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

from booking.demo.history_depot import expect
from booking.demo.history_money import pay_first
from booking.demo.history_papers import sign_soon
from booking.demo.history_plans import Fate, at_office
from booking.demo.history_trail import Trail, custody_of, granted, state_of
from booking.demo.history_world import World
from booking.rules.asking import AskLine
from booking.rules.kinds import RoleName
from booking.rules.lifecycle import LineState
from booking.rules.periods import Period, shift_days
from booking.rules.permissions import Actor
from booking.services import reservations

REASONS = (
    "Die week hebben we alles zelf nodig.",
    "Er is geen ploeg beschikbaar om te leveren.",
    "De weide ligt te ver van een verharde weg.",
    "Vorige keer kwam het vuil en te laat terug.",
)
TOO_LATE = "Intussen aan een ander beloofd."
WHY_CANCELLED = ("Het feest gaat niet door.", "We vonden iets dichterbij.", "Slecht weer voorspeld.", "Te weinig inschrijvingen.")
PROPOSALS = (Fate.PROPOSAL_TAKEN, Fate.PROPOSAL_DECLINED, Fate.PROPOSAL_UNANSWERED)
CHANGES = (Fate.CHANGED, Fate.CHANGE_REFUSED, Fate.CHANGE_UNANSWERED)


def decide(trail: Trail, world: World, now: datetime) -> None:
    """The desk of the owner says what fate wants, or no when the rules do not let it say yes."""
    if state_of(world.session, trail) is not LineState.REQUESTED:
        return
    if trail.fate in PROPOSALS and _propose(trail, world, now):
        return
    desk = world.works_for(trail.owner, RoleName.DESK)
    where = (world.session, desk, trail.reference, trail.number, now)
    reason = world.luck.choice(REASONS) if trail.fate is Fate.REFUSED else TOO_LATE
    pay_first(world, trail.line, desk, now)
    if trail.fate is not Fate.REFUSED and granted(lambda: reservations.approve(*where)):
        approved(trail, world, now)
    else:
        granted(lambda: reservations.refuse(*where, reason))


def approved(trail: Trail, world: World, now: datetime) -> None:
    """From here it is handed over in time, unless the borrower calls it off or wants it otherwise."""
    sign_soon(trail, world, now)
    start, _ = custody_of(world.session, trail)
    moment = now + timedelta(days=world.luck.randint(1, 4), hours=world.luck.randint(0, 5))
    if trail.fate is Fate.CANCELLED and moment < start:
        world.later(moment, partial(call_off, trail))
    elif trail.fate in CHANGES and moment < start:
        world.later(moment, partial(_change, trail))
    else:
        expect(trail, world)


def call_off(trail: Trail, world: World, now: datetime) -> None:
    """The borrower wants it no more."""
    if state_of(world.session, trail) in (LineState.REQUESTED, LineState.APPROVED):
        member, reason = world.member(trail.plan.borrower), world.luck.choice(WHY_CANCELLED)
        granted(lambda: reservations.cancel_line(world.session, member, trail.reference, trail.number, now, reason))


def _propose(trail: Trail, world: World, now: datetime) -> bool:
    """A week later, if that can be; the borrower answers within days, or does not."""
    desk, use = world.works_for(trail.owner, RoleName.DESK), shift_days(trail.plan.use, 7)
    reason = "Een week later is het wel vrij."
    if not granted(lambda: reservations.propose(world.session, desk, trail.reference, trail.number, now, use, reason)):
        return False
    if trail.fate is not Fate.PROPOSAL_UNANSWERED:
        world.later(now + timedelta(days=world.luck.randint(1, 4), hours=world.luck.randint(0, 6)), partial(_answer, trail))
    return True


def _answer(trail: Trail, world: World, now: datetime) -> None:
    if state_of(world.session, trail) is not LineState.PROPOSED:
        return
    where = (world.session, world.member(trail.plan.borrower), trail.reference, trail.number, now)
    if trail.fate is Fate.PROPOSAL_TAKEN and granted(lambda: reservations.accept(*where)):
        expect(trail, world)
        return
    if granted(lambda: reservations.decline(*where, "Die datum past ons niet.")):
        world.later(at_office(world.luck, now, 1), partial(decide, _as_lent(trail)))


def _change(trail: Trail, world: World, now: datetime) -> None:
    """An hour more at the end; the old promise stands until the desk has said yes."""
    if state_of(world.session, trail) is not LineState.APPROVED:
        return
    use = Period(trail.plan.use.start, trail.plan.use.end + timedelta(hours=1))
    change = AskLine(world.assets[trail.wish.asset].id, use, trail.wish.units)
    member: Actor = world.member(trail.plan.borrower)
    asked = granted(
        lambda: reservations.amend(world.session, member, trail.reference, trail.number, now, change, "Het optreden duurt langer.")
    )
    if asked and trail.fate is not Fate.CHANGE_UNANSWERED:
        world.later(at_office(world.luck, now, 2), partial(_decide_change, trail))
    expect(trail, world)


def _decide_change(trail: Trail, world: World, now: datetime) -> None:
    if state_of(world.session, trail) is not LineState.APPROVED:
        return
    desk = world.works_for(trail.owner, RoleName.DESK)
    where = (world.session, desk, trail.reference, trail.number, now)
    if trail.fate is Fate.CHANGED and granted(lambda: reservations.approve(*where)):
        return
    granted(lambda: reservations.refuse(*where, "Na ons is er al iemand anders."))


def _as_lent(trail: Trail) -> Trail:
    return replace(trail, wish=replace(trail.wish, fate=Fate.LENT))
