"""What is free for these dates, how ready each asset is for who asks and at what price: the first question anyone asks."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy.orm import Session

from booking.queries.borrowers import borrower_card, stand_in
from booking.queries.catalogue import catalogue
from booking.queries.facts import Event, Wanted
from booking.queries.ledger import availability
from booking.queries.places import Place, point_of
from booking.queries.singly import judge_each
from booking.rules.admission import BorrowerCard, Finding, Verdict
from booking.rules.admission.readiness import Readiness, is_open, readiness
from booking.rules.catalogue import AssetCard, AuthorityCard, Catalogue, DepotCard
from booking.rules.custody import Periods
from booking.rules.kinds import BorrowerKind, Purpose
from booking.rules.periods import Period, local
from booking.rules.permissions import Actor
from booking.rules.places import distance_km
from booking.rules.tariffs import Quote


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for; `use` None is a look through the catalogue.

    `named` are the categories whose word in the searcher's language holds the text. Who asks is `borrower`, or somebody of a `kind` at home
    in authority `home`; neither is somebody not known yet. `without` are holders whose rows of the ledger are the searcher's own basket.
    """

    use: Period | None = None
    units: int = 1
    text: str = ""
    named: Collection[str] = frozenset()
    category: str | None = None
    purpose: str = Purpose.EVENT
    place: Place | None = None
    borrower: int | None = None
    kind: BorrowerKind | None = None
    home: int | None = None
    without: Collection[str] = field(default=frozenset())


@dataclass(frozen=True, slots=True)
class Offer:
    """An asset for these dates: the units free over all the time that the use would block, how ready it is with the finding that decides
    it, the price for who asks, and the kilometres from the place of the event. `periods` is None where its place stays shut too long;
    without dates there is nothing but the asset.
    """

    asset: AssetCard
    owner: AuthorityCard
    depot: DepotCard
    house: int
    km: float | None = None
    free: int = 0
    periods: Periods | None = None
    readiness: Readiness | None = None
    reason: Finding | None = None
    findings: Sequence[Finding] = ()
    quote: Quote | None = None

    @property
    def is_open(self) -> bool:
        """True when it can be asked for."""
        return self.readiness is not None and is_open(self.readiness)


def offers(session: Session, actor: Actor, wanted: Search, now: datetime) -> list[Offer]:
    """Every asset that matches, in no order; a fixed number of queries. Raises NotFound for a borrower that is not the actor's."""
    known = catalogue(session)
    day = local(wanted.use.start if wanted.use else now).date()
    matching = [asset for asset in known.assets.values() if _matches(known, asset, wanted, day)]
    if wanted.use is None:
        return [_offer(known, asset, wanted, day) for asset in matching]
    counted = availability(session, known, wanted.use, now, matching, wanted.without)
    return _judged(session, known, who_asks(session, known, actor, wanted), wanted, wanted.use, counted, now)


def offer_of(session: Session, actor: Actor, asset: AssetCard, wanted: Search, now: datetime) -> Offer:
    """What would come of asking this one asset, whatever else the search says. Raises as `offers` does."""
    known = catalogue(session)
    if wanted.use is None:
        return _offer(known, asset, wanted, local(now).date())
    counted = availability(session, known, wanted.use, now, [asset], wanted.without)
    return _judged(session, known, who_asks(session, known, actor, wanted), wanted, wanted.use, counted, now)[0]


def _matches(known: Catalogue, asset: AssetCard, wanted: Search, day: date) -> bool:
    in_use = asset.in_service_until is None or day <= asset.in_service_until
    fits = wanted.units <= asset.units and wanted.category in (None, asset.category)
    return in_use and fits and (not wanted.text or asset.category in wanted.named or _says(known, asset, wanted.text, day))


def _says(known: Catalogue, asset: AssetCard, text: str, day: date) -> bool:
    """True when every word that was typed stands in the name, the number, the category or the place of the asset."""
    said = f"{asset.name} {asset.code} {known.depot(asset, day).name} {known.owner(asset, day).name}".casefold()
    return all(word in said for word in text.casefold().split())


def who_asks(session: Session, known: Catalogue, actor: Actor, wanted: Search) -> BorrowerCard | None:
    """The borrower of a search, or somebody of its kind; None when neither is said."""
    if wanted.borrower is not None:
        return borrower_card(session, known, actor, wanted.borrower)
    return stand_in(wanted.kind, wanted.home) if wanted.kind and wanted.home in known.authorities and wanted.home else None


def _offer(known: Catalogue, asset: AssetCard, wanted: Search, day: date, **found: object) -> Offer:
    owner, depot = known.owner(asset, day), known.depot(asset, day)
    here = point_of(depot)
    km = distance_km(wanted.place.point, here) if wanted.place and wanted.place.point and here else None
    return Offer(asset, owner, depot, owner.house(day), km, **found)  # type: ignore[arg-type]


def _judged(
    session: Session,
    known: Catalogue,
    who: BorrowerCard | None,
    wanted: Search,
    use: Period,
    counted: Iterable[tuple[AssetCard, int, Periods | None]],
    now: datetime,
) -> list[Offer]:
    """The offers, those that can be handed over judged for who asks; for somebody unknown only what is free counts."""
    day = local(use.start).date()
    shut = [asset for asset, _, periods in counted if periods is None]
    lent = [(asset, free, periods) for asset, free, periods in counted if periods]
    found = [_offer(known, asset, wanted, day, readiness=Readiness.TAKEN, reason=_stays_shut(known, asset, use)) for asset in shut]
    if who is None:
        counts = [(asset, {"free": free, "periods": periods, "readiness": _by_count(free, wanted)}) for asset, free, periods in lent]
        return found + [_offer(known, asset, wanted, day, **each) for asset, each in counts]
    event = Event(wanted.purpose, wanted.place.authority if wanted.place else known.authorities[who.home].house(day))
    lines = [Wanted(asset, use, wanted.units, kept=periods, free=free) for asset, free, periods in lent]
    judged = judge_each(session, known, who, event, lines, now)
    for (asset, free, periods), each in zip(lent, judged, strict=True):
        how, reason = readiness(each.findings)
        said = {"readiness": how, "reason": reason, "findings": each.findings, "quote": each.quote}
        mine = min(free, each.facts.beside.units) if each.facts.beside else free
        found.append(_offer(known, asset, wanted, day, free=mine, periods=periods, **said))
    return found


def _by_count(free: int, wanted: Search) -> Readiness:
    return Readiness.READY if wanted.units <= free else Readiness.TAKEN


def _stays_shut(known: Catalogue, asset: AssetCard, use: Period) -> Finding:
    evidence = {"place": known.depot(asset, local(use.start).date()).name, "from_": use.start.isoformat(), "until": use.end.isoformat()}
    return Finding("handover_closed", Verdict.REFUSED, asset.code, evidence)
