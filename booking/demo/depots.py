"""Depots and halls with their opening hours and the days on which they stay closed; every address is invented."""

from __future__ import annotations

from datetime import date

from booking.demo.authorities import MUNICIPALITIES
from booking.demo.frame import Region
from models import ClosedDays, Depot, OpeningSlot

MORNING, AFTERNOON = (7 * 60 + 30, 12 * 60), (12 * 60 + 30, 16 * 60)
WEEK = ((0, 1, 2, 3, 4), (MORNING, AFTERNOON))
HOURS = {
    "weekdays": (WEEK,),
    "saturday": (WEEK, ((5,), ((9 * 60, 12 * 60),))),
    "early friday": (((0, 1, 2, 3), (MORNING, AFTERNOON)), ((4,), (MORNING,))),
    "three days": (((0, 2, 4), (MORNING, AFTERNOON)),),
    "hall": ((tuple(range(7)), ((8 * 60, 24 * 60),)),),
}

# code, kind, name, street, opening hours, kilometres north and east of the centroid
DEPOTS = (
    ("RAN-TD", "depot", "Loods Ranst", "Loodsstraat 1", "saturday", 0.9, -0.4),
    ("RAN-BIB", "hall", "Vergaderlokalen Ranst", "Boekenplein 2", "hall", -0.2, 0.3),
    ("RAN-REF", "hall", "Refter Ranst", "Schoolpad 4", "hall", 0.1, -0.2),
    ("RAN-BRO", "hall", "Refter Broechem", "Speelplaats 6", "hall", -1.6, 1.2),
    ("RAN-OEL", "hall", "Refter Oelegem", "Speelplaats 8", "hall", 1.9, 0.8),
    ("ZAN-TD", "depot", "Loods Zandhoven", "Werkhuisweg 3", "weekdays", 0.6, 0.7),
    ("ZAN-OC", "hall", "Ontmoetingscentrum Zandhoven", "Dorpsplaats 5", "hall", -0.1, 0.1),
    ("ZOE-TD", "depot", "Loods Zoersel", "Bosdreef 7", "saturday", -0.8, 0.5),
    ("ZOE-PAR", "hall", "Parochiezaal Zoersel", "Torenstraat 9", "hall", 0.2, -0.1),
    ("SCH-TD", "depot", "Loods Schilde", "Kasteeldreef 11", "weekdays", 0.4, -0.9),
    ("SCH-SPO", "hall", "Sporthal Schilde", "Sportlaan 13", "hall", -0.5, 0.6),
    ("WIJ-TD", "depot", "Loods Wijnegem", "Kanaalkaai 15", "early friday", 0.7, 0.2),
    ("WIJ-GH", "hall", "Gemeenschapshuis Wijnegem", "Marktplein 17", "hall", 0.1, 0.1),
    ("WOM-TD", "depot", "Loods Wommelgem", "Ploegstraat 19", "weekdays", -0.6, 0.8),
    ("WOM-SPO", "hall", "Sporthal Wommelgem", "Sportstraat 21", "hall", 0.3, 0.4),
    ("BRE-TD", "depot", "Loods Brecht", "Heideweg 23", "three days", 1.1, -0.7),
    ("BRE-PAR", "hall", "Parochiezaal Brecht", "Kerkhof 25", "hall", 0.0, 0.2),
    ("MAL-TD", "depot", "Loods Malle", "Abdijlaan 27", "early friday", -0.9, -0.3),
    ("MAL-SPO", "hall", "Sporthal Malle", "Turnstraat 29", "hall", 0.4, -0.5),
    ("NIJ-TD", "depot", "Loods Nijlen", "Diamantstraat 31", "saturday", 0.5, 0.9),
    ("NIJ-PAR", "hall", "Parochiezaal Nijlen", "Pastorijstraat 33", "hall", -0.1, 0.0),
    ("BOE-TD", "depot", "Loods Boechout", "Serrestraat 35", "weekdays", -0.7, 0.3),
    ("BOE-GH", "hall", "Gemeenschapshuis Boechout", "Muziekstraat 37", "hall", 0.2, 0.2),
)

# Halls in a school building also stay closed in the second half of July.
CLOSED_IN_JULY = ("RAN-REF", "RAN-BRO", "RAN-OEL")


def write_depots(region: Region) -> None:
    """Every depot and hall, its weekly slots and its yearly closures."""
    region.keep(region.depots, {row[0]: _depot(region, *row) for row in DEPOTS})
    region.write(
        OpeningSlot(depot_id=region.depots[code], weekday=weekday, opens=opens, closes=closes)
        for code, _, _, _, hours, _, _ in DEPOTS
        for weekdays, slots in HOURS[hours]
        for weekday in weekdays
        for opens, closes in slots
    )
    region.write(
        ClosedDays(depot_id=region.depots[code], first=first, last=last, reason=reason)
        for code, kind, *_ in DEPOTS
        for year in region.years
        for first, last, reason in _closures(code, kind, year)
    )


def _depot(region: Region, code: str, kind: str, name: str, street: str, _hours: str, north: float, east: float) -> Depot:
    owner = code[:3]
    _, municipality, _, _, postal_code, lat, lon = next(row for row in MUNICIPALITIES if row[0] == owner)
    return Depot(
        authority_id=region.authorities[owner],
        kind=kind,
        name=name,
        address=f"{street}, {postal_code[:4]} {municipality} (fictief adres)",
        lat=round(lat + north / 111.2, 5),  # kilometres in a degree of latitude …
        lon=round(lon + east / 69.7, 5),  # … and of longitude at 51° north
    )


def _closures(code: str, kind: str, year: int) -> list[tuple[date, date, str]]:
    if kind == "depot":
        return [(date(year, 12, 24), date(year, 12, 31), "Collectieve sluiting eindejaar (fictief)")]
    july = [(date(year, 7, 16), date(year, 7, 31), "Zomersluiting schoolgebouw (fictief)")] if code in CLOSED_IN_JULY else []
    return [*july, (date(year, 12, 24), date(year, 12, 25), "Kerstmis")]
