"""What is free for these dates, and what an owner lends for this use to this borrower: the first question anyone asks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from booking.queries.borrowers import borrower_card
from booking.queries.catalogue import catalogue
from booking.queries.facts import Event, Wanted, gather
from booking.queries.ledger import availability
from booking.rules.admission import Check, Finding, Verdict, conditions, ledger
from booking.rules.calendar import is_open_throughout
from booking.rules.catalogue import AssetCard, AuthorityCard, Catalogue, DepotCard
from booking.rules.custody import Periods
from booking.rules.kinds import Purpose
from booking.rules.periods import Period, local
from booking.rules.permissions import Actor

# Checks that need no more than the catalogue, so that a search judges five hundred assets in the time of a few queries.
AT_A_GLANCE: tuple[Check, ...] = (
    ledger.in_service,
    ledger.handover,
    conditions.eligible,
    conditions.purpose,
    conditions.notice,
    conditions.horizon,
    conditions.duration,
    conditions.units,
)


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for; `use` None is a look through the catalogue, `borrower` None is somebody not known yet."""

    use: Period | None = None
    units: int = 1
    category: str | None = None
    authority: int | None = None
    purpose: str = Purpose.EVENT
    borrower: int | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """An asset with the units free over all the time that the use would block; `periods` is None where its place stays shut too long.

    `hindrances` are the findings that refuse at a glance; none for a borrower that is not known.
    """

    asset: AssetCard
    owner: AuthorityCard
    depot: DepotCard
    free: int = 0
    periods: Periods | None = None
    hindrances: tuple[Finding, ...] = ()

    def is_open(self, units: int) -> bool:
        """True when so many units can be asked for."""
        return self.periods is not None and units <= self.free and not self.hindrances


def offers(session: Session, actor: Actor, wanted: Search, now: datetime) -> list[Offer]:
    """Every asset that matches, by owner and name; a fixed number of queries. Raises NotFound for a borrower that is not the actor's."""
    known = catalogue(session)
    day = local(wanted.use.start if wanted.use else now).date()
    matching = [asset for asset in known.assets.values() if _matches(known, asset, wanted, day)]
    if wanted.use is None:
        found = [Offer(asset, known.owner(asset, day), known.depot(asset, day)) for asset in matching]
    else:
        counted = availability(session, known, wanted.use, now, matching)
        hindrances = _hindrances(session, actor, known, wanted, [asset for asset, _, periods in counted if periods], now)
        found = [
            Offer(asset, known.owner(asset, day), known.depot(asset, day), free, periods, hindrances.get(asset.id, ()))
            for asset, free, periods in counted
        ]
    return sorted(found, key=lambda offer: (offer.owner.name, offer.asset.name, offer.asset.code))


def _matches(known: Catalogue, asset: AssetCard, wanted: Search, day: date) -> bool:
    in_use = asset.in_service_until is None or day <= asset.in_service_until
    return (
        in_use
        and wanted.units <= asset.units
        and wanted.category in (None, asset.category)
        and (wanted.authority is None or _concerns(known, asset, wanted.authority, day))
    )


def _concerns(known: Catalogue, asset: AssetCard, authority: int, day: date) -> bool:
    """True for the house that manages the asset and for its co-owners."""
    owner = known.owner(asset, day)
    return authority in (owner.id, owner.house(day)) or any(s.subject == authority and s.holds_on(day) for s in asset.shares)


def _hindrances(
    session: Session, actor: Actor, known: Catalogue, wanted: Search, assets: Iterable[AssetCard], now: datetime
) -> dict[int, tuple[Finding, ...]]:
    use = wanted.use
    assets = list(assets)
    if use is None or not assets:
        return {}
    if wanted.borrower is None:
        return {asset.id: found for asset in assets if (found := _shut(known, asset, use))}
    borrower = borrower_card(session, known, actor, wanted.borrower)
    facts = gather(session, known, borrower, Event(wanted.purpose), [Wanted(asset, use, wanted.units) for asset in assets], now)
    judged = {each.asset.id: [check(each) for check in AT_A_GLANCE] for each in facts}
    return {key: tuple(f for f in found if f.verdict is Verdict.REFUSED) for key, found in judged.items()}


def _shut(known: Catalogue, asset: AssetCard, use: Period) -> tuple[Finding, ...]:
    """A hall that is closed during the use is closed to anyone."""
    depot = known.depot(asset, local(use.start).date())
    if not asset.in_place or is_open_throughout(depot.calendar, use):
        return ()
    evidence = {"place": depot.name, "from_": use.start.isoformat(), "until": use.end.isoformat()}
    return (Finding("handover_closed", Verdict.REFUSED, asset.code, evidence),)
