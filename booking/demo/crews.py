"""What work a loan asks in the demo, and the crews and vehicles that do it; names, plates and times are invented."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from sqlalchemy import Row, case, select, update
from sqlalchemy.orm import Session

from booking.demo.authorities import MUNICIPALITIES
from booking.demo.frame import Region
from booking.rules.crew import Step
from booking.rules.crew.steps import AFTER
from booking.rules.kinds import TaskKind as K
from booking.rules.kinds import TaskState, WorkPlace
from booking.rules.kinds import VehicleKind as V
from booking.rules.lifecycle import LineState
from booking.rules.periods import start_of
from models import Asset, Crew, Depot, Line, Task, TaskPlan, Vehicle

FEASTS, STORES = "Feestploeg", "Loodsploeg"

# By the letters in an asset's code. A hall in parts, a trailer and a beamer ask nothing but to be given and taken back.
PLANS: dict[str, tuple[Step, ...]] = {
    "WC": (Step(K.PREPARE, 20), Step(K.DELIVER, 45, 1, V.TOWING), Step(K.COLLECT, 45, 1, V.TOWING), Step(K.CHECK, 15), Step(K.EMPTY, 30),
           Step(K.CLEAN, 60)),
    "POD": (Step(K.DELIVER, 60, 2, V.TOWING), Step(K.SET_UP, 120, 3), Step(K.INSPECT_SETUP, 30), Step(K.INSTRUCT, 20),
            Step(K.TAKE_DOWN, 90, 3), Step(K.COLLECT, 60, 2, V.TOWING), Step(K.CHECK, 30)),
    "HW": (Step(K.INSTRUCT, 20), Step(K.CHECK, 15), Step(K.REFUEL, 15)),
    "TENT": (Step(K.LOAD, 30, 2), Step(K.DELIVER, 45, 2, V.FLATBED), Step(K.SET_UP, 120, 3), Step(K.INSPECT_SETUP, 20),
             Step(K.TAKE_DOWN, 90, 3), Step(K.COLLECT, 45, 2, V.FLATBED), Step(K.CHECK, 30, 2), Step(K.CLEAN, 45)),
    "ELE": (Step(K.LOAD, 30, 2), Step(K.DELIVER, 45, 2, V.FLATBED), Step(K.SET_UP, 90, 3), Step(K.TAKE_DOWN, 60, 3),
            Step(K.COLLECT, 45, 2, V.FLATBED), Step(K.CHECK, 30)),
    "NAD": (Step(K.LOAD, 30, 2), Step(K.DELIVER, 45, 2, V.FLATBED), Step(K.COLLECT, 60, 2, V.FLATBED), Step(K.CHECK, 30)),
    "GEN": (Step(K.CHECK, 15), Step(K.REFUEL, 15)),
    "GEL": (Step(K.PREPARE, 15), Step(K.CHECK, 15)),
    "REF": (Step(K.KEY_OUT, 15), Step(K.HEATING, 90), Step(K.KEY_IN, 15), Step(K.CLEAN, 90)),
    "PAR": (Step(K.HEATING, 120), Step(K.HALL_GUARD), Step(K.CLEAN, 120)),
}  # fmt: skip
LATER = ("ZAN-POD-01", "ZAN-HW-01", "JOINT-WC-01", "JOINT-HW-01")
"""Assets of which the region alone knows no more than that they are given and taken back; the history begins with their plans."""
VEHICLES = (("Bestelwagen", V.VAN), ("Trekwagen", V.TOWING), ("Laadbak", V.FLATBED))
AHEAD = timedelta(days=15)
"""How far ahead the technical services have given out their work."""


def write_crews(region: Region) -> None:
    """Of every municipality two crews and three vehicles, and the plan of work of its assets but for the few of LATER."""
    region.write(_plans((code, asset) for code, asset in region.assets.items() if code not in LATER))
    region.write(
        Crew(
            authority_id=region.authorities[code], depot_id=home, name=f"{kind} {name}", people=people, phone=f"03 000 {number:02d} {last}"
        )
        for number, (code, name, *_) in enumerate(MUNICIPALITIES)
        for kind, people, home, last in ((FEASTS, 4, None, "01"), (STORES, 2, region.depots[f"{code}-TD"], "02"))
    )
    region.write(
        Vehicle(authority_id=region.authorities[code], name=f"{what} {name}", kind=kind, plate=f"1-FIC-{number * 10 + place:03d}")
        for number, (code, name, *_) in enumerate(MUNICIPALITIES, 10)
        for place, (what, kind) in enumerate(VEHICLES)
    )


def write_plans(session: Session) -> None:
    """The plans of work of LATER."""
    session.add_all(_plans(session.execute(select(Asset.code, Asset.id).where(Asset.code.in_(LATER)).order_by(Asset.id)).all()))
    session.flush()


def _plans(assets: Iterable[tuple[str, int] | Row[tuple[str, int]]]) -> Iterator[TaskPlan]:
    for code, asset in assets:
        for kind, minutes, people, vehicle in PLANS.get(code.split("-")[1], ()):
            yield TaskPlan(asset_id=asset, kind=kind, minutes=minutes, people=people, vehicle_kind=vehicle)


def give_work(session: Session, today: date) -> None:
    """Tick off what loans that are over asked, and give the work of the coming days to the crews and vehicles of its depot."""
    began = start_of(today)
    over = select(Line.id).where(Line.state.in_((LineState.RETURNED, LineState.CLOSED)))
    out = select(Line.id).where(Line.state == LineState.HANDED_OVER)
    ended = update(Task).where(Task.state == TaskState.PLANNED, Task.ends_at < began)
    for mine in (Task.line_id.in_(over), Task.line_id.in_(out) & Task.kind.not_in(AFTER)):
        session.execute(ended.where(mine).values(state=TaskState.DONE, done_at=Task.ends_at))
    soon = update(Task).where(Task.state == TaskState.PLANNED, Task.starts_at >= began, Task.starts_at < began + AHEAD)
    home = select(Depot.authority_id).where(Depot.id == Task.depot_id).correlate(Task).scalar_subquery()
    kind = case((Task.place_kind == WorkPlace.DEPOT, f"{STORES} %"), else_=f"{FEASTS} %")
    crew = select(Crew.id).where(Crew.authority_id == home, Crew.name.like(kind)).scalar_subquery()
    vehicle = select(Vehicle.id).where(Vehicle.authority_id == home, Vehicle.kind == Task.vehicle_kind).scalar_subquery()
    session.execute(soon.values(crew_id=crew, vehicle_id=vehicle).execution_options(synchronize_session=False))
