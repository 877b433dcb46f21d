"""When something is taken: the nearest dates on which it is free, and the nearest places where something like it is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from booking.queries.facts import Event, Wanted, gather_each
from booking.queries.judging import JudgedLine
from booking.queries.ledger import availability, free_of, taken
from booking.queries.places import point_of
from booking.rules.admission import Facts, Verdict, findings
from booking.rules.admission.joint import contingent
from booking.rules.admission.readiness import MAY_REFUSE
from booking.rules.admission.windows import in_time
from booking.rules.availability import candidates_near, nearest_dates
from booking.rules.calendar import is_open_throughout
from booking.rules.catalogue import AssetCard, Catalogue, DepotCard
from booking.rules.periods import InvalidTime, Period
from booking.rules.places import distance_km

REACH_DAYS = 28
MOST = 3
LOOKED_AT = 24  # of the places that are free, the nearest so many are judged


@dataclass(frozen=True, slots=True)
class Place:
    """Another asset of the same category that may be had for the same use, so many kilometres away (as the crow flies; None unknown)."""

    asset: AssetCard
    free: int
    km: float | None


@dataclass(frozen=True, slots=True)
class Alternatives:
    """At most three dates and three places, the nearest first."""

    dates: list[Period]
    places: list[Place]


def alternatives(session: Session, catalogue: Catalogue, line: JudgedLine, now: datetime) -> Alternatives:
    """What a person who finds it taken would look for next; a fixed number of queries."""
    return Alternatives(_dates(session, catalogue, line, now), _places(session, catalogue, line, now))


def _dates(session: Session, catalogue: Catalogue, line: JudgedLine, now: datetime) -> list[Period]:
    asset, use = line.facts.asset, line.facts.periods.use
    margin = timedelta(days=REACH_DAYS + 14)
    rows = taken(session, Period(use.start - margin, use.end + margin), now, asset.leaves.keys())

    def is_free(candidate: Period) -> bool:
        try:
            periods = catalogue.periods(asset, candidate)
        except InvalidTime:
            return False
        if asset.in_place and not is_open_throughout(line.facts.calendar, candidate):
            return False
        if not in_time(replace(line.facts, periods=periods)):
            return False
        return line.facts.units <= free_of(session, asset, catalogue.assets, rows, periods.blocked, line.wanted.ignoring)

    kept = any(catalogue.assets[leaf].contingents for leaf in asset.leaves)
    found = nearest_dates(candidates_near(use, REACH_DAYS, now), is_free, LOOKED_AT if kept else MOST)
    return _unreserved(session, catalogue, line, found, now)[:MOST] if kept and found else found


def _unreserved(session: Session, catalogue: Catalogue, line: JudgedLine, dates: list[Period], now: datetime) -> list[Period]:
    """The dates on which what is free is not guaranteed to somebody else."""
    facts = line.facts
    wanted = [Wanted(facts.asset, date, facts.units, ignoring=line.wanted.ignoring) for date in dates]
    event = Event(facts.purpose, facts.territory, beneficiary=facts.beneficiary)
    gathered = gather_each(session, catalogue, facts.borrower, event, wanted, now)
    return [date for date, each in zip(dates, gathered, strict=True) if contingent(each).verdict is not Verdict.REFUSED]


def _places(session: Session, catalogue: Catalogue, line: JudgedLine, now: datetime) -> list[Place]:
    facts = line.facts
    here = catalogue.depot(facts.asset, facts.first_day)
    like = [
        a for a in catalogue.assets.values() if a.category == facts.asset.category and a.id != facts.asset.id and a.units >= facts.units
    ]
    free = availability(session, catalogue, facts.periods.use, now, like)
    found = [Place(asset, units, _km(here, catalogue.depot(asset, facts.first_day))) for asset, units, periods in free
             if periods and units >= facts.units]  # fmt: skip
    nearest = sorted(found, key=lambda place: (place.km is None, place.km, place.asset.code))[:LOOKED_AT]
    return _lendable(session, catalogue, line, nearest, now)[:MOST]


def _lendable(session: Session, catalogue: Catalogue, line: JudgedLine, places: list[Place], now: datetime) -> list[Place]:
    """Those whose owner would not refuse this borrower this use. Notice hides no place: too late is too late everywhere."""
    if not places:
        return []
    facts, wanted = line.facts, line.wanted
    event = Event(facts.purpose, facts.territory, beneficiary=facts.beneficiary)
    use, way = facts.periods.use, wanted.handover
    asked = [Wanted(place.asset, use, facts.units, way, measures=wanted.measures, free=place.free) for place in places]
    gathered = gather_each(session, catalogue, facts.borrower, event, asked, now)
    return [place for place, each in zip(places, gathered, strict=True) if not _refused(each)]


def _refused(facts: Facts) -> bool:
    return any(found.verdict is Verdict.REFUSED and found.code not in MAY_REFUSE for found in findings(facts))


def _km(one: DepotCard, other: DepotCard) -> float | None:
    here, there = point_of(one), point_of(other)
    return distance_km(here, there) if here and there else None
