"""No step is skipped and none is taken after the end: every act on a line in every state, and money and papers that are settled
(TEST_PLAN T-35). What is refused leaves every row as it was.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from sqlalchemy import inspect, select, update

from booking.demo import cast
from booking.rules.asking import Ask, AskLine
from booking.rules.lifecycle import IllegalMove, LineState
from booking.rules.refusals import NotFound, Refused
from booking.services import charges, handovers, reservations
from booking.services.administration import agreements, rules
from booking.services.regulations import read_in
from models import LendingRule, Receivable
from tests.services.after_the_event import TRAILER, WEEKEND, back, due, lent
from tests.services.parties import RANST, WOMMELGEM, ZANDHOVEN, Table
from tests.services.world import TODAY, World, period

pytestmark = pytest.mark.one_engine

SOUND, FEAST = "RAN-GEL-01", period("2027-06-12 10:00", "2027-06-12 18:00")
LATER = AskLine(0, period("2027-06-19 10:00", "2027-06-19 18:00"))
S = LineState


def act(who: str, verb: Callable[..., object], *more: object) -> Callable[[World, str], object]:
    """Somebody does something to the first line of a reservation."""
    return lambda world, reference: verb(world.session, world.actor(who), reference, 1, world.now, *more)


def by_desk(verb: Callable[..., object], *more: object) -> Callable[[World, str], object]:
    return act(cast.DESK_RANST, verb, *more)


def by_borrower(verb: Callable[..., object], *more: object) -> Callable[[World, str], object]:
    return act(cast.ORGANISER, verb, *more)


def amend(world: World, reference: str) -> None:
    wanted = AskLine(world.asset(SOUND).id, LATER.use)
    reservations.amend(world.session, world.actor(cast.ORGANISER), reference, 1, world.now, wanted)


# Each act with the states from which it leads on; from every other it is refused.
ACTS: dict[str, tuple[Callable[[World, str], object], set[LineState]]] = {
    "approve": (by_desk(reservations.approve), {S.REQUESTED}),
    "refuse": (by_desk(reservations.refuse, "te druk"), {S.REQUESTED, S.PROPOSED}),
    "propose": (by_desk(reservations.propose, LATER.use, "liever later"), {S.OPTION, S.REQUESTED, S.APPROVED}),
    "withdraw": (by_desk(reservations.withdraw), {S.PROPOSED}),
    "withdraw a change": (by_borrower(reservations.withdraw_change), set()),
    "accept": (by_borrower(reservations.accept), {S.PROPOSED}),
    "decline": (by_borrower(reservations.decline), {S.PROPOSED}),
    "confirm": (by_borrower(reservations.confirm_option), {S.OPTION}),
    "amend": (amend, {S.OPTION, S.REQUESTED, S.APPROVED}),
    "cancel": (by_borrower(reservations.cancel_line), {S.OPTION, S.REQUESTED, S.PROPOSED, S.APPROVED}),
    "hand over": (by_desk(handovers.hand_over, "papieren gezien"), {S.APPROVED}),
    "take back": (by_desk(handovers.take_back), {S.HANDED_OVER}),
    "close": (by_desk(handovers.close), {S.RETURNED}),
    "nobody came": (by_desk(handovers.no_show), {S.APPROVED}),
}


def option(world: World) -> str:
    ask = Ask(
        cast.borrower_id(world.session, cast.ASSOCIATION_RANST), (AskLine(world.asset(SOUND).id, FEAST),),
        option_until=world.now + timedelta(days=3),
    )  # fmt: skip
    return reservations.request(world.session, world.actor(cast.ORGANISER), ask, world.now).reference


def at_its_time(world: World, reference: str) -> str:
    world.now = world.line(reference).custody_start + timedelta(hours=1)
    return reference


def gone_on(world: World, *names: str) -> str:
    """A loan after these acts."""
    reference = at_its_time(world, world.lend(SOUND, FEAST))
    for name in names:
        ACTS[name][0](world, reference)
    return reference


def after(name: str) -> Callable[[World], str]:
    """A request after one act."""

    def made(world: World) -> str:
        reference = world.ask(SOUND, FEAST)
        ACTS[name][0](world, reference)
        return reference

    return made


def expired(world: World) -> str:
    reference = option(world)
    world.now += timedelta(days=4)
    reservations.expire(world.session, world.now)
    return reference


WAYS: dict[LineState, Callable[[World], str]] = {
    S.OPTION: option,
    S.REQUESTED: lambda world: world.ask(SOUND, FEAST),
    S.PROPOSED: after("propose"),
    S.APPROVED: lambda world: world.lend(SOUND, FEAST),
    S.HANDED_OVER: lambda world: gone_on(world, "hand over"),
    S.RETURNED: lambda world: gone_on(world, "hand over", "take back"),
    S.CLOSED: lambda world: gone_on(world, "hand over", "take back", "close"),
    S.REFUSED: after("refuse"),
    S.CANCELLED: after("cancel"),
    S.EXPIRED: expired,
    S.NO_SHOW: lambda world: gone_on(world, "nobody came"),
}


def tables(world: World) -> list[str]:
    """Every table that has an id."""
    seen = inspect(world.session.get_bind())
    return [table for table in seen.get_table_names() if any(column["name"] == "id" for column in seen.get_columns(table))]


@pytest.mark.parametrize("state", WAYS, ids=str)
def test_from_each_state_only_what_the_table_of_moves_knows(world: World, state: LineState) -> None:
    reference = WAYS[state](world)
    assert world.line(reference).state == state
    before = world.everything(*tables(world))
    for does, states in ACTS.values():
        if state not in states:
            with pytest.raises((IllegalMove, Refused, NotFound)):
                does(world, reference)
    now = world.everything(*before)
    assert {table for table in before if now[table] != before[table]} == set()


def test_every_state_of_a_line_is_tried() -> None:
    assert {S.DRAFT, *WAYS} == set(LineState)


def test_what_was_called_off_is_not_paid_and_what_was_decided_is_not_decided_again(tried: World) -> None:
    reference = tried.lend("RAN-WC-01", WEEKEND)
    reservations.cancel(tried.session, tried.actor(cast.ORGANISER), reference, tried.now)
    finance = tried.actor(cast.FINANCE_RANST)
    for owed in tried.session.scalars(select(Receivable)).all():
        with pytest.raises(Refused, match="mark_amount"):
            charges.receive(tried.session, finance, owed.id, tried.now)
    [charge] = back(tried, lent(tried, "RAN-WC-01", period("2027-07-15 12:00", "2027-07-19 09:00")), not_cleaned="1")
    desk = tried.actor(cast.DESK_RANST)
    charges.charge(tried.session, desk, charge.id, tried.now)
    with pytest.raises(Refused, match="charge_decided"):
        charges.charge(tried.session, desk, charge.id, tried.now)
    charges.waive(tried.session, desk, charge.id, tried.now, "toch niet")
    for again in (charges.charge, lambda *about: charges.waive(*about, "nog eens")):
        with pytest.raises(Refused, match="charge_decided"):
            again(tried.session, desk, charge.id, tried.now)
    assert due(tried, "charge").amount == 0


def test_what_was_settled_is_not_edited(world: World) -> None:
    table = Table(world)
    agreed = table.agreed(ZANDHOVEN, WOMMELGEM)
    basics = agreements.Basics("2027-99", "Anders", date(2027, 1, 1))
    with pytest.raises(Refused, match="agreement_settled"):
        agreements.change_basics(world.session, table.who(RANST), agreed, table.page(agreed).version, basics, world.now)
    with pytest.raises(Refused, match="agreement_settled"):
        agreements.withdraw(world.session, table.who(RANST), agreed, world.now)
    rule = world.session.scalars(select(LendingRule.id).where(LendingRule.authority_id == table.id(RANST))).first()
    world.session.execute(update(LendingRule).where(LendingRule.id == rule).values(valid_until=TODAY - timedelta(days=1)))
    world.session.commit()
    with pytest.raises(Refused, match="rule_ended"):
        rules.end_rule(world.session, table.who(RANST), rule, None, TODAY, world.now)
    with pytest.raises(Refused):
        read_in(world.session, table.who(RANST), TRAILER, world.now)  # beside what prices already, and nobody answers for that
