"""What a desk may offer who waits for something that cannot be kept: like things of its own, of its neighbours, and other dates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from booking.queries.catalogue import catalogue
from booking.queries.judging import JudgedDossier, judge_lines
from booking.queries.ledger import availability
from booking.queries.lines import Standing, booked_on, borrower_of, event_of, judge_standing, wanted_of
from booking.queries.nearby import alternatives
from booking.queries.places import point_of
from booking.rules.admission import Finding, Verdict
from booking.rules.admission.readiness import FOR_NOBODY, MAY_REFUSE
from booking.rules.catalogue import AssetCard, AuthorityCard, Catalogue, DepotCard
from booking.rules.features import BY_CODE, YES
from booking.rules.lifecycle import LineState
from booking.rules.periods import InvalidTime, Period, local
from booking.rules.places import distance_km

MOST = 3
LOOKED_AT = 16  # of the assets that are free, the nearest so many are judged


@dataclass(frozen=True, slots=True)
class Fitting:
    """An asset that may stand instead: whose it is, how far away, by what it falls short (capacity and features), and what it costs there.

    `own` when the desk that offers it decides on it too.
    """

    asset: AssetCard
    owner: AuthorityCard
    depot: DepotCard
    km: float | None
    less: Sequence[str]
    judged: JudgedDossier
    own: bool

    @property
    def lacking(self) -> list[Finding]:
        """What is still to be brought or decided for it."""
        return [found for found in self.judged.lines[0].findings if found.verdict in (Verdict.NEEDS_DOCUMENT, Verdict.REFUSED)]


@dataclass(frozen=True, slots=True)
class WaysOut:
    """What may be offered, the best first: the owner's own, other owners', and dates on which the same asset is free."""

    own: Sequence[Fitting]
    elsewhere: Sequence[Fitting]
    dates: Sequence[Period]

    def asset(self, key: int) -> Fitting | None:
        """The one of an asset."""
        return next((each for each in (*self.own, *self.elsewhere) if each.asset.id == key), None)


def ways_out(session: Session, found: Standing, now: datetime) -> WaysOut:
    """What fits a line that cannot be kept: of the same category, with as many units, free and not refused by its owner.

    Of what is lent already, for what is left of its use, from now on.
    """
    known = catalogue(session)
    use = rest_of_use(found, now)
    fitting = sorted(_fitting(session, known, found, use, now), key=lambda each: (len(each.less), len(each.lacking), each.km or 0))
    own = [each for each in fitting if each.own]
    dates = [] if found.state is LineState.HANDED_OVER else _dates(session, known, found, now)
    return WaysOut(own[:MOST], [each for each in fitting if not each.own][:MOST], dates)


def rest_of_use(found: Standing, now: datetime) -> Period:
    """The use of a line, or what is left of it once it is lent."""
    start = found.line.use_start
    if found.state is LineState.HANDED_OVER:
        start = min(max(start, now), found.line.use_end - timedelta(minutes=1))
    return Period(start, found.line.use_end)


def _fitting(session: Session, known: Catalogue, found: Standing, use: Period, now: datetime) -> list[Fitting]:
    old, day = known.assets[found.line.asset_id], local(use.start).date()
    like = [a for a in known.assets.values() if a.category == old.category and a.id != old.id and a.units >= found.line.units]
    free = [asset for asset, units, periods in availability(session, known, use, now, like) if periods and units >= found.line.units]
    here = known.depot(old, day)
    nearest = sorted(free, key=lambda asset: (_km(here, known.depot(asset, day)) or 0, asset.code))
    mine = [asset for asset in nearest if known.owner(asset, day).id == found.dossier.authority_id]
    others = [asset for asset in nearest if asset not in mine]
    tried = (_tried(session, known, found, asset, use, here, now) for asset in [*mine[:LOOKED_AT], *others[:LOOKED_AT]])
    return [each for each in tried if each]


def _tried(
    session: Session, known: Catalogue, found: Standing, asset: AssetCard, use: Period, here: DepotCard, now: datetime
) -> Fitting | None:
    """How an asset would do instead; None where its owner would refuse it or its place stays shut."""
    try:
        judged = judged_instead(session, known, found, asset.id, use, now)
    except InvalidTime:
        return None
    line = judged.lines[0]
    own = judged.authority.id == found.dossier.authority_id
    if any(each.verdict is Verdict.REFUSED and (each.code not in MAY_REFUSE and not own) for each in line.findings):
        return None
    if any(each.code in FOR_NOBODY for each in line.findings):
        return None
    depot = known.depot(asset, local(use.start).date())
    return Fitting(asset, judged.authority, depot, _km(here, depot), shortfalls(known.assets[found.line.asset_id], asset), judged, own)


def judged_instead(session: Session, known: Catalogue, found: Standing, asset: int, use: Period, now: datetime) -> JudgedDossier:
    """A line judged on another asset, as its owner will judge it. Raises InvalidTime where its place stays shut too long."""
    borrower = borrower_of(session, known, found.reservation)
    event = event_of(session, known, found.reservation, borrower)
    wanted = replace(wanted_of(known, found.line, asset_id=asset), use=use)
    return judge_lines(session, known, borrower, event, [wanted], now, booked_on(found.reservation)).dossiers[0]


def shortfalls(old: AssetCard, new: AssetCard) -> list[str]:
    """What the one has and the other has not, or less of: codes of features, and `capacity`."""
    less = ["capacity"] if old.capacity and (new.capacity or 0) < old.capacity else []
    for code, value in old.features.items():
        has = new.features.get(code, 0)
        if has < value if BY_CODE[code].unit != YES else value and not has:
            less.append(code)
    return less


def _dates(session: Session, known: Catalogue, found: Standing, now: datetime) -> list[Period]:
    judged = judge_standing(session, known, found, wanted_of(known, found.line), now)
    return alternatives(session, known, judged, now).dates


def _km(one: DepotCard, other: DepotCard) -> float | None:
    here, there = point_of(one), point_of(other)
    return distance_km(here, there) if here and there else None
