"""What a search shows: groups that can be compared, strips of days, the map of the region, and a way out when nothing is free."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from flask import request, url_for
from sqlalchemy.orm import Session

from booking.queries.narrowing import Filters, Group, grouped, narrowed, ready_by_house
from booking.queries.openings import Opening, openings
from booking.queries.places import Place
from booking.queries.search import Offer, Search
from booking.queries.strips import Cell, strips
from booking.rules.catalogue import Catalogue
from booking.rules.periods import local
from booking.rules.places import Spot, cells, frame, middle
from booking.web.forms.search import MAP, STRIP, SearchForm
from booking.web.language import language
from booking.words import label

STRIP_DAYS = 14
NEAREST = 3
MAP_WIDTH, MAP_HEIGHT, MAP_MARGIN = 760.0, 620.0, 84.0


@dataclass(frozen=True, slots=True)
class Region:
    """A municipality on the map: its cell as an SVG path, where its name stands, how much there can be asked for, and where it leads."""

    name: str
    path: str
    spot: Spot
    count: int
    address: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Map:
    """The region as drawn: its size in units, the municipalities, and the place of the event when it is known."""

    width: float
    height: float
    regions: list[Region]
    place: Spot | None


@dataclass(frozen=True, slots=True)
class Results:
    """All that a page of results says."""

    groups: list[Group]
    count: int
    ready: int
    days: list[date] = field(default_factory=list)
    strips: dict[int, list[Cell]] = field(default_factory=dict)
    map: Map | None = None
    openings: list[Opening] = field(default_factory=list)
    elsewhere: list[Offer] = field(default_factory=list)


def results(session: Session, form: SearchForm, wanted: Search, found: list[Offer], now: datetime) -> Results:
    """What was found, narrowed and laid out as the form asks."""
    filters = form.filters()
    shown = narrowed(found, filters)
    groups = sorted(grouped(shown), key=lambda group: (not group.open, label("category", group.category, language()).casefold()))
    count = sum(len(group.open) for group in groups)
    days = _days(wanted, now) if form.view.data == STRIP else []
    nothing = wanted.use is not None and not count
    return Results(
        groups=groups,
        count=count,
        ready=sum(offer.readiness == "ready" for offer in shown),
        days=days,
        strips=_strips(session, form.known, shown, days, wanted, now),
        map=region_map(form.places, wanted.place, ready_by_house(narrowed(found, filters, anywhere=True)), filters)
        if form.view.data == MAP else None,
        openings=openings(session, shown, wanted.use, wanted.units, now) if nothing and wanted.use else [],
        elsewhere=_elsewhere(found, filters) if nothing else [],
    )  # fmt: skip


def changed(**values: Any) -> str:
    """The address of this search with other values; None and an empty text leave a field out, a list gives it several times."""
    kept = {name: given for name in request.args if name not in values and any(given := request.args.getlist(name))}
    return url_for("catalogue.search", **kept, **{name: value for name, value in values.items() if value not in (None, "", [])})


def region_map(places: list[Place], event: Place | None, counts: dict[int, int], filters: Filters) -> Map | None:
    """The map of the municipalities whose coordinates are known; None when there are fewer than two."""
    towns = [(place, place.point) for place in places if place.is_town and place.point]
    if len(towns) < 2:
        return None
    shown = frame([point for _, point in towns], MAP_WIDTH, MAP_HEIGHT, MAP_MARGIN)
    spots = [shown.spot(point) for _, point in towns]
    regions = [
        _region(place, corners, counts.get(place.authority, 0), filters)
        for (place, _), corners in zip(towns, cells(spots, shown.width, shown.height), strict=True)
    ]
    return Map(shown.width, shown.height, regions, shown.spot(event.point) if event and event.point else None)


def _region(place: Place, corners: list[Spot], count: int, filters: Filters) -> Region:
    chosen = place.authority in filters.authorities
    others = sorted(set(filters.authorities) - {place.authority} if chosen else {*filters.authorities, place.authority})
    path = "M" + "L".join(f"{corner.x:.1f},{corner.y:.1f}" for corner in corners) + "Z"
    return Region(place.name, path, middle(corners), count, changed(authority=others), chosen)


def _days(wanted: Search, now: datetime) -> list[date]:
    """Fourteen days around the use, from some days before it; from today when no dates are asked."""
    today = local(now).date()
    first = max(today, local(wanted.use.start).date() - timedelta(days=4)) if wanted.use else today
    return [first + timedelta(days=n) for n in range(STRIP_DAYS)]


def _strips(
    session: Session, known: Catalogue, shown: list[Offer], days: list[date], wanted: Search, now: datetime
) -> dict[int, list[Cell]]:
    if not days:
        return {}
    return strips(session, known, [offer.asset for offer in shown], days[0], len(days), now, wanted.without)


def _elsewhere(found: list[Offer], filters: Filters) -> list[Offer]:
    """The nearest that can be asked for in other municipalities."""
    open_offers = [offer for offer in narrowed(found, filters, anywhere=True) if offer.is_open]
    return sorted(open_offers, key=lambda offer: (offer.km is None, offer.km or 0, offer.asset.name))[:NEAREST]
