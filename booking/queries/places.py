"""The places that somebody may name: the municipalities of the region, their post codes, and the depots and halls in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.rules.catalogue import Catalogue, DepotCard
from booking.rules.places import Point
from models import Authority

_POST_CODE = re.compile(r"\b[1-9]\d{3}\b")


@dataclass(frozen=True, slots=True)
class Place:
    """A place with a name: `authority` is the municipality it lies in, `point` None where nobody knows its coordinates."""

    name: str
    authority: int
    point: Point | None
    post_codes: tuple[str, ...] = ()
    is_town: bool = False


def places(session: Session, known: Catalogue, day: date) -> list[Place]:
    """The municipalities by name, then every depot and hall by name."""
    towns: list[Place] | None = known.remembered.get("towns")
    if towns is None:
        towns = known.remembered["towns"] = sorted(_towns(session), key=_by_name)
    buildings = [Place(depot.name, known.authorities[depot.authority].house(day), point_of(depot)) for depot in known.depots.values()]
    return towns + sorted(buildings, key=_by_name)


def _towns(session: Session) -> Iterator[Place]:
    query = select(Authority.id, Authority.name, Authority.postal_code, Authority.lat, Authority.lon)
    for key, name, codes, lat, lon in session.execute(query.where(Authority.kind == "municipality", Authority.successor_id.is_(None))):
        yield Place(name, key, _point(lat, lon), tuple(_POST_CODE.findall(codes or "")), is_town=True)


def point_of(depot: DepotCard) -> Point | None:
    """Where a depot or hall stands."""
    return _point(depot.lat, depot.lon)


def find_place(known: Sequence[Place], typed: str) -> Place | None:
    """The place that somebody means: its name, a post code of a municipality, or text in which the longest known name stands."""
    text = " ".join(typed.split()).casefold()
    if not text:
        return None
    exact = next((place for place in known if place.name.casefold() == text), None)
    if exact:
        return exact
    codes = set(_POST_CODE.findall(text))
    by_code = next((place for place in known if codes & set(place.post_codes)), None)
    named = [place for place in known if re.search(rf"\b{re.escape(place.name.casefold())}\b", text)]
    begun = [place for place in known if len(text) >= 3 and place.name.casefold().startswith(text)]
    within = [place for place in known if len(text) >= 4 and re.search(rf"\b{re.escape(text)}", place.name.casefold())]
    return max(named, key=lambda place: len(place.name), default=None) or by_code or next(iter([*begun, *within]), None)


Locator = Callable[[str, int | None], Point | None]
"""Where an address is, as far as its text or the municipality it lies in tells; None where neither does."""

_SITES, _MOST_SITES = "sites", 5_000


def locator(session: Session, known: Catalogue, day: date) -> Locator:
    """Finds addresses as people typed them; each text is looked for once per version of the catalogue."""
    found: dict[tuple[str, int | None], Point | None] = known.remembered.setdefault(_SITES, {})
    named = places(session, known, day)

    def locate(typed: str, town: int | None) -> Point | None:
        key = (typed, town)
        if key not in found:
            if len(found) >= _MOST_SITES:
                found.clear()
            place = find_place(named, typed) or next((each for each in named if each.is_town and each.authority == town), None)
            found[key] = place.point if place else None
        return found[key]

    return locate


def _point(lat: float | None, lon: float | None) -> Point | None:
    return Point(lat, lon) if lat is not None and lon is not None else None


def _by_name(place: Place) -> str:
    return place.name.casefold()
