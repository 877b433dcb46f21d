"""Who lends what, where it stands and when that is open: the cards of authorities, depots and assets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import RowMapping, select
from sqlalchemy.orm import Session

from booking.queries.catalogue import upkeep
from booking.queries.catalogue.rows import grouped, rows, spells
from booking.queries.catalogue.shares import contingents, fair_uses
from booking.queries.holidays import national
from booking.rules.availability import leaves
from booking.rules.calendar import Calendar, Closure, OpeningHours
from booking.rules.catalogue import AssetCard, AuthorityCard, DepotCard
from booking.rules.crew import Step
from booking.rules.custody import Buffer
from booking.rules.kinds import TaskKind
from models import (
    Asset,
    AssetFeature,
    Authority,
    Category,
    ClosedDays,
    Depot,
    GroupMember,
    Keeping,
    LocalHoliday,
    Management,
    OpeningSlot,
    Part,
    Photograph,
    Share,
    TaskPlan,
)  # fmt: skip

YEARS = (2015, 2045)
"""The years whose holidays are known."""


def authorities(session: Session) -> dict[int, AuthorityCard]:
    """The authorities by id, with whose group they were in and when."""
    groups = grouped(rows(session, GroupMember), "member_id")
    return {
        row["id"]: AuthorityCard(
            row["id"], row["name"], row["kind"], row["email"], spells(groups[row["id"]], "municipality_id"), row["language"]
        )
        for row in rows(session, Authority)
    }


def depots(session: Session) -> dict[int, DepotCard]:
    """The depots and buildings by id, with the days and hours on which they are open."""
    slots, closed = grouped(rows(session, OpeningSlot), "depot_id"), grouped(rows(session, ClosedDays), "depot_id")
    local = grouped(rows(session, LocalHoliday), "authority_id")
    shared = national(*YEARS)
    found = {}
    for row in rows(session, Depot):
        hours = OpeningHours.of((s["weekday"], s["opens"], s["closes"], s["valid_from"], s["valid_until"]) for s in slots[row["id"]])
        if not slots[row["id"]]:
            hours = OpeningHours(always=True)
        holidays = {**shared, **{h["day"]: h["name"] for h in local[row["authority_id"]]}} if row["kind"] == "depot" else {}
        calendar = Calendar(hours, holidays, tuple(Closure(c["first"], c["last"], c["reason"]) for c in closed[row["id"]]))
        found[row["id"]] = DepotCard(
            row["id"], row["authority_id"], row["name"], row["address"], row["kind"], row["lat"], row["lon"], calendar
        )
    return found


def assets(session: Session) -> dict[int, AssetCard]:
    """The assets by id, with all that a check or a price may ask of them."""
    categories = {row["id"]: row for row in rows(session, Category)}
    dated = (grouped(rows(session, each), "asset_id") for each in (Management, Keeping, Share, AssetFeature, TaskPlan))
    managers, keepers, shares, features, plans = dated
    inspected, maintained, visits = upkeep.inspections(session), upkeep.plans(session), upkeep.visits(session)
    pictures, kept_aside, counted = _leading(session), contingents(session), fair_uses(session)
    listed, found = rows(session, Asset), {}
    carried = _leaves(session, {row["id"]: categories[row["category_id"]]["in_place"] for row in listed})
    for row in listed:
        category, key = categories[row["category_id"]], row["id"]
        found[key] = AssetCard(
            id=key,
            code=row["code"],
            name=row["name"],
            category=category["code"],
            category_id=category["id"],
            units=row["units"],
            in_place=category["in_place"],
            leaves=carried[key],
            managers=spells(managers[key], "authority_id"),
            keepers=spells(keepers[key], "depot_id"),
            shares=spells(shares[key], "authority_id", "basis_points"),
            before=Buffer(_own(row, category, "hours_before"), _own(row, category, "open_days_before")),
            after=Buffer(_own(row, category, "hours_after"), _own(row, category, "open_days_after")),
            capacity=row["capacity"],
            mass_kg=row["mass_kg"],
            value_cents=row["replacement_value_cents"],
            in_service_from=row["in_service_from"],
            in_service_until=row["in_service_until"],
            inspections=inspected.get(key, ()),
            plans=maintained.get(key, ()),
            visits=visits.get(key, ()),
            features={f["feature"]: f["value"] for f in features[key]},
            steps=_steps(plans[key]),
            photograph=pictures.get(key),
            contingents=kept_aside.get(key, ()),
            fair_use=counted.get(key, ()),
        )
    return found


def _steps(plans: Iterable[RowMapping]) -> dict[TaskKind, Step]:
    """The work that each loan of an asset asks, in its order."""
    known = {plan["kind"]: Step(TaskKind(plan["kind"]), plan["minutes"], plan["people"], plan["vehicle_kind"]) for plan in plans}
    return {kind: known[kind] for kind in TaskKind if kind in known}


def _leaves(session: Session, in_place: Mapping[int, bool]) -> dict[int, Mapping[int, int]]:
    """What carries the occupancy of each asset, by its id: itself, or its parts."""
    wholes = grouped(rows(session, Part), "whole_id")
    graph = {whole: tuple((part["part_id"], part["units"]) for part in parts) for whole, parts in wholes.items()}
    halls = {asset for asset, stands in in_place.items() if stands}
    return {asset: leaves(graph, asset, halls=halls) for asset in in_place}


def _leading(session: Session) -> dict[int, int]:
    """The photograph that leads, by asset: the last one written in this order is the first in the gallery."""
    query = select(Photograph.asset_id, Photograph.id).order_by(Photograph.position.desc(), Photograph.id.desc())
    return dict(session.execute(query).all())  # type: ignore[arg-type]


def _own(asset: RowMapping, category: RowMapping, column: str) -> int:
    value: int | None = asset[column]
    return value if value is not None else category[column]
