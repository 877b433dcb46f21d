"""What a loan asks of the crew, kind by kind, and in which order, where it is fetched, brought or used in place."""

from __future__ import annotations

from typing import NamedTuple

from booking.rules.kinds import Handover, TaskKind, WorkPlace

K = TaskKind

HALF_HOUR = 30
OUT = (K.HAND_OUT, K.DELIVER, K.OPEN_HALL)
BACK = (K.TAKE_BACK, K.COLLECT, K.CLOSE_HALL)
"""The work by which a loan begins and ends: each loan has one of each, whatever its asset asks."""


class Step(NamedTuple):
    """A row of an asset's plan of work: how long it takes, how many people, with which kind of vehicle."""

    kind: TaskKind
    minutes: int = HALF_HOUR
    people: int = 1
    vehicle: str | None = None


class Order(NamedTuple):
    """The work around a loan. `before` is over when the borrower gets it, as late as it may; `after` begins when it is given up, as soon as
    it can: for both it must be there and nobody else's. `out` and `back` are done with the borrower, or at the time of its use.
    """

    before: tuple[TaskKind, ...]
    out: tuple[TaskKind, ...]
    back: tuple[TaskKind, ...]
    after: tuple[TaskKind, ...]
    always: tuple[TaskKind, ...]

    @property
    def kinds(self) -> tuple[TaskKind, ...]:
        """All of it, in the order in which it is done."""
        return (*self.before, *self.out, *self.back, *self.after)


_READY = (K.CHECK, K.EMPTY, K.CLEAN, K.REFUEL, K.INSPECT)

FETCHED = Order((K.PREPARE,), (K.HAND_OUT, K.INSTRUCT), (K.TAKE_BACK,), _READY, (K.HAND_OUT, K.TAKE_BACK))
BROUGHT = Order(
    (K.PREPARE, K.LOAD, K.DELIVER, K.SET_UP, K.INSPECT_SETUP, K.INSTRUCT), (), (), (K.TAKE_DOWN, K.COLLECT, *_READY), (K.DELIVER, K.COLLECT)
)
IN_PLACE = Order(
    (K.PREPARE, K.SET_UP, K.INSPECT_SETUP, K.INSTRUCT),
    (K.KEY_OUT, K.HEATING, K.OPEN_HALL, K.HALL_GUARD),
    (K.CLOSE_HALL, K.KEY_IN),
    (K.TAKE_DOWN, *_READY),
    (K.OPEN_HALL, K.CLOSE_HALL),
)
AROUND = frozenset(kind for order in (FETCHED, BROUGHT, IN_PLACE) for kind in (*order.before, *order.after))
"""Work for which the thing must be there and nobody else's."""
AFTER = frozenset(kind for order in (FETCHED, BROUGHT, IN_PLACE) for kind in (*order.back, *order.after))
"""Work that follows when a loan ends."""
ON_SITE = frozenset({K.DELIVER, K.SET_UP, K.INSPECT_SETUP, K.INSTRUCT, K.TAKE_DOWN, K.COLLECT})


def order_of(handover: str, *, in_place: bool) -> Order:
    """The order of work of a loan that is fetched or brought, or used in place."""
    if in_place:
        return IN_PLACE
    return BROUGHT if handover == Handover.DELIVERY else FETCHED


def place_of(kind: TaskKind, order: Order) -> WorkPlace:
    """Where a kind of work is done."""
    if order is IN_PLACE:
        return WorkPlace.HALL
    return WorkPlace.SITE if order is BROUGHT and kind in ON_SITE else WorkPlace.DEPOT


def plannable(*, in_place: bool) -> tuple[TaskKind, ...]:
    """The kinds of work that the plan of a thing, or of what is used in place, may hold."""
    orders = (IN_PLACE,) if in_place else (BROUGHT, FETCHED)
    kinds = {kind for order in orders for kind in order.kinds}
    return tuple(kind for kind in TaskKind if kind in kinds)
