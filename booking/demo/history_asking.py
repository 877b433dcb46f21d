"""A plan becomes a request, and each of its lines goes on from the state in which it was written."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial

from booking.demo import history_deciding as deciding
from booking.demo.history_plans import Fate, Plan, Wish, at_office
from booking.demo.history_trail import Trail, granted, state_of
from booking.demo.history_world import World
from booking.rules.asking import Ask, AskLine
from booking.rules.kinds import Handover
from booking.rules.lifecycle import LineState
from booking.rules.periods import InvalidTime
from booking.rules.refusals import Refused
from booking.rules.terms import Accepting
from booking.services import reservations

TOWED = ("mobile_stage", "toilet_trailer", "trailer")


def ask(plan: Plan, world: World, now: datetime) -> None:
    """Ask for it as its borrower would; a request that the rules refuse is not made."""
    try:
        receipt = reservations.request(world.session, world.member(plan.borrower), _asked(world, plan), now)
    except (Refused, InvalidTime):
        return
    for wish, line in zip(plan.wishes, receipt.lines, strict=True):
        trail = Trail(plan, wish, receipt.reference, line.number, line.id, line.judged.facts.owner.id)
        _go_on(trail, line.state, world, now)


def _asked(world: World, plan: Plan) -> Ask:
    return Ask(
        borrower=world.borrowers[plan.borrower],
        lines=tuple(_line(world, plan, wish) for wish in plan.wishes),
        event=plan.event,
        purpose=plan.purpose,
        place=plan.place,
        attendance=plan.attendance,
        option_until=plan.asked + timedelta(days=plan.option_days) if plan.option_days else None,
        accepting=Accepting(all=True),
        beneficiary=plan.beneficiary or None,
    )


def _line(world: World, plan: Plan, wish: Wish) -> AskLine:
    asset = world.assets[wish.asset]
    operator = world.qualified(plan.borrower, "platform_operator") if asset.category == "aerial_platform" else None
    driver = world.qualified(plan.borrower, "licence_be") if asset.category in TOWED else None
    delivered = wish.delivered or (asset.category in TOWED and driver is None)
    return AskLine(asset.id, plan.use, wish.units, Handover.DELIVERY if delivered else Handover.PICKUP, operator, driver)


def _go_on(trail: Trail, state: LineState, world: World, now: datetime) -> None:
    if state is LineState.APPROVED:
        deciding.approved(trail, world, now)
    elif state is LineState.OPTION:
        if trail.fate is not Fate.UNANSWERED:
            world.later(now + timedelta(days=world.luck.randint(1, 3)), partial(confirm, trail))
    elif trail.fate is Fate.WITHDRAWN:
        world.later(now + timedelta(days=world.luck.randint(1, 2), hours=3), partial(deciding.call_off, trail))
    elif trail.fate is not Fate.UNANSWERED:
        world.later(at_office(world.luck, now, trail.plan.decided_after), partial(deciding.decide, trail))


def confirm(trail: Trail, world: World, now: datetime) -> None:
    """The borrower turns the option into a request."""
    member = world.member(trail.plan.borrower)
    if state_of(world.session, trail) is LineState.OPTION and granted(
        lambda: reservations.confirm_option(world.session, member, trail.reference, trail.number, now)
    ):
        _go_on(trail, LineState.REQUESTED, world, now)
