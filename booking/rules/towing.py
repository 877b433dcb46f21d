"""Which licence a trailer asks for, by its mass and that of the vehicle that tows it.

KB of 23 March 1998 on the driving licence, art. 2 and 18, after Directive 2006/126/EC, art. 4: with B one tows a trailer of at most
750 kg, or a heavier one in a combination of at most 3,500 kg; with code 96 (B96) a combination of at most 4,250 kg; with BE a trailer of at
most 3,500 kg; a heavier one asks for C1E up to a combination of 12,000 kg, and beyond that for CE. Masses are maximum authorised masses.
"""

from __future__ import annotations

from dataclasses import dataclass

LIGHT_TRAILER = 750
WITH_B = 3_500
WITH_B96 = 4_250
TRAILER_WITH_BE = 3_500
WITH_C1E = 12_000
HEAVIEST_CAR = 3_500
"""What is assumed of a towing vehicle whose mass is not told: as heavy as licence B allows."""

# Who may drive the heavier combination may drive the lighter one.
ENOUGH: dict[str, frozenset[str]] = {
    "licence_b": frozenset({"licence_b", "licence_b96", "licence_be", "licence_c1e", "licence_ce"}),
    "licence_b96": frozenset({"licence_b96", "licence_be", "licence_c1e", "licence_ce"}),
    "licence_be": frozenset({"licence_be", "licence_c1e", "licence_ce"}),
    "licence_c1e": frozenset({"licence_c1e", "licence_ce"}),
    "licence_ce": frozenset({"licence_ce"}),
}


@dataclass(frozen=True, slots=True)
class Towing:
    """The licence that a combination asks for, and the masses in kg that it follows from; `assumed`: the vehicle's was not told."""

    licence: str
    trailer_kg: int | None
    vehicle_kg: int
    assumed: bool


def licence_for(trailer_kg: int | None, vehicle_kg: int | None = None) -> Towing:
    """The least licence for a trailer behind a vehicle. Of a trailer whose mass nobody knows it is BE, the licence for any trailer that a
    car may tow; of a vehicle whose mass is not told the heaviest that licence B allows is assumed.
    """
    vehicle, assumed = vehicle_kg or HEAVIEST_CAR, not vehicle_kg
    if trailer_kg is None:
        return Towing("licence_be", None, vehicle, assumed)
    combined = trailer_kg + vehicle
    if trailer_kg <= LIGHT_TRAILER:
        licence = "licence_b"
    elif trailer_kg > TRAILER_WITH_BE:
        licence = "licence_c1e" if combined <= WITH_C1E else "licence_ce"
    else:
        licence = "licence_b" if combined <= WITH_B else "licence_b96" if combined <= WITH_B96 else "licence_be"
    return Towing(licence, trailer_kg, vehicle, assumed)


def enough_for(qualification: str) -> frozenset[str]:
    """Every qualification that serves where this one is asked for."""
    return ENOUGH.get(qualification, frozenset({qualification}))
