"""Work that somebody makes by hand: for an asset or a loan, or for neither; changed and called off by hand too."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import update
from sqlalchemy.orm import Session

from booking.queries.catalogue import catalogue
from booking.queries.lines import standing
from booking.queries.task import own_task
from booking.rules.kinds import TaskKind, TaskState, WorkPlace
from booking.rules.periods import Period, local
from booking.rules.permissions import Actor, may
from booking.rules.refusals import NotAllowed, NotFound, Refused
from booking.services import idempotency, records
from booking.services.idempotency import Answer
from booking.services.rows import add
from booking.services.tasks.arranging import ACT, check_hands
from booking.services.tasks.feeds import feeds_of
from booking.services.transaction import transaction
from models import Line, Task

LONGEST = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Made:
    """Work as somebody fills it in: `until` is when it must be over at the latest (None: when its minutes are), `asset` is a code, `line`
    the reference and number of a loan.
    """

    title: str
    depot: int
    starts_at: datetime
    minutes: int
    kind: TaskKind = TaskKind.OTHER
    until: datetime | None = None
    asset: str | None = None
    line: tuple[str, int] | None = None
    place_kind: WorkPlace = WorkPlace.DEPOT
    place: str = ""
    people: int = 1
    vehicle_kind: str | None = None
    crew: int | None = None
    vehicle: int | None = None
    note: str = field(default="")


def make(session: Session, actor: Actor, wanted: Made, now: datetime, once: str) -> int:
    """A task at a depot of an authority for which the actor plans; returns its id, the same for a form that is sent again (`once`).

    Raises NotFound for another's depot, NotAllowed, Refused `asset_unknown`, `line_unknown`, `choice_unknown`, `task_too_long`.
    """
    if actor.account_id is None:
        raise NotAllowed()

    def act() -> Answer:
        values = _values(session, actor, wanted)
        made = {"state": TaskState.PLANNED, "sequence": 0, "created_at": now, "created_by_id": actor.account_id, "changed_at": now}
        key = add(session, Task, **values, **made)
        records.audit(session, now, actor.account_id, "task.make", ("task", key), values["authority_id"], title=wanted.title)
        records.raise_versions(session, feeds_of(session.get_one(Task, key)))
        return Answer(201, str(key))

    return int(idempotency.once(session, actor.account_id, once, repr(wanted).encode(), now, act).text)


def change(session: Session, actor: Actor, key: int, sequence: int, wanted: Made, now: datetime) -> None:
    """Raises as `make` does, NotFound for a task that was not made by hand, Refused `task_not_open`, `task_changed_meanwhile`."""
    with transaction(session):
        task = _made_by_hand(session, actor, key)
        if task.sequence != sequence:
            raise Refused("task_changed_meanwhile")
        before = feeds_of(task)
        _write(session, task, {**_values(session, actor, wanted, task), "changed_at": now})
        session.refresh(task)
        records.audit(session, now, actor.account_id, "task.change", ("task", key), task.authority_id, title=wanted.title)
        records.raise_versions(session, [*before, *feeds_of(task)])


def call_off(session: Session, actor: Actor, key: int, now: datetime) -> None:
    """It is not needed. Calendars that showed it learn so. Raises NotFound, Refused `task_not_open`."""
    with transaction(session):
        task = _made_by_hand(session, actor, key)
        _write(session, task, {"state": TaskState.CANCELLED, "changed_at": now})
        records.audit(session, now, actor.account_id, "task.call_off", ("task", key), task.authority_id)
        records.raise_versions(session, feeds_of(task))


def _made_by_hand(session: Session, actor: Actor, key: int) -> Task:
    task = own_task(session, actor, ACT, key)
    if task.created_by_id is None:
        raise NotFound()
    if task.state != TaskState.PLANNED:
        raise Refused("task_not_open")
    return task


def _write(session: Session, task: Task, values: dict[str, Any]) -> None:
    mine = update(Task).where(Task.id == task.id, Task.sequence == task.sequence, Task.state == TaskState.PLANNED)
    written = session.execute(mine.values(**values, sequence=Task.sequence + 1).returning(Task.id)).one_or_none()
    if written is None:
        raise Refused("task_changed_meanwhile")


def _values(session: Session, actor: Actor, wanted: Made, task: Task | None = None) -> dict[str, Any]:
    known = catalogue(session)
    depot = known.depots.get(wanted.depot)
    if depot is None or not may(actor, ACT, authorities=(depot.authority,)):
        raise NotFound()
    time = Period(wanted.starts_at, wanted.starts_at + timedelta(minutes=wanted.minutes))
    latest = wanted.until or time.end
    if latest < time.end:
        raise Refused("task_longer_than_window", field="until")
    if latest - time.start > LONGEST:
        raise Refused("task_too_long", field="until", days=LONGEST.days)
    kept = (task.crew_id, task.vehicle_id) if task else (None, None)
    check_hands(session, actor, frozenset({depot.authority}), time, (wanted.crew, wanted.vehicle), kept)
    line = _line(session, actor, *wanted.line) if wanted.line else None
    asset = _asset(session, wanted, depot.authority) if wanted.asset else line.asset_id if line else None
    return {
        "kind": wanted.kind, "title": wanted.title, "depot_id": depot.id, "authority_id": depot.authority, "asset_id": asset,
        "line_id": line.id if line else None, "starts_at": time.start, "ends_at": time.end, "window_start": time.start,
        "window_end": latest, "minutes": wanted.minutes, "place_kind": wanted.place_kind,
        "place": wanted.place or f"{depot.name}, {depot.address}"[:200], "people": wanted.people, "vehicle_kind": wanted.vehicle_kind,
        "crew_id": wanted.crew, "vehicle_id": wanted.vehicle, "note": wanted.note,
    }  # fmt: skip


def _asset(session: Session, wanted: Made, authority: int) -> int:
    """An asset that the authority manages or keeps then. Raises Refused `asset_unknown`."""
    known, day = catalogue(session), local(wanted.starts_at).date()
    card = next((card for card in known.assets.values() if card.code == wanted.asset), None)
    if card is None or authority not in {known.owner(card, day).id, known.depot(card, day).authority}:
        raise Refused("asset_unknown", field="asset")
    return card.id


def _line(session: Session, actor: Actor, reference: str, number: int) -> Line:
    """A line that an authority of the actor decides. Raises Refused `line_unknown`."""
    try:
        return standing(session, actor, ACT, reference, number).line
    except (NotFound, NotAllowed) as error:
        raise Refused("line_unknown", field="line") from error
