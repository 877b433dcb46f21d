"""What the owners of the region look at and count at each hand-over and return: sensible lists to begin with."""

from __future__ import annotations

from collections.abc import Iterator

from booking.demo.frame import Region
from booking.demo.lending_rules import OWNERS
from booking.rules.handovers import ItemKind
from models import ChecklistItem

TOWED = "Banden, lichten en koppeling in orde"
ROOM = (("Proper, en zoals het was opgesteld",), ("Deuren, ramen en nooduitgangen in orde",), ("Sleutel of badge", 1, 35))

# category: what is looked at (text) and what is counted (text, with each unit, euro for one that is missing)
LISTS: dict[str, tuple[tuple[str] | tuple[str, int, int], ...]] = {
    "toilet_trailer": (
        ("Toiletten en vloer proper",), ("Afvaltank leeg, watertank klaar",), (TOWED,), ("Sleutel", 2, 15), ("Waterslang", 1, 45),
        ("Stroomkabel", 1, 85),
    ),
    "mobile_stage": (
        ("Vloer en trappen zonder schade",), ("Zeil en dak zonder scheuren",), (TOWED,), ("Leuning", 6, 95), ("Slinger", 1, 25),
    ),
    "stage_deck": (("Platen zonder scheuren of splinters",), ("Poot", 4, 22)),
    "aerial_platform": (
        ("Noodbediening werkt",), ("Kuip, leuningen en hek zonder schade",), ("Batterij geladen",), ("Sleutel", 1, 20),
        ("Valharnas", 2, 120), ("Handleiding", 1, 15),
    ),
    "crowd_barrier": (("Voeten en haken recht",),),
    "marquee": (("Zeilen droog en zonder scheuren",), ("Buizen recht",), ("Grondpen", 24, 6), ("Spanriem", 12, 9)),
    "table": (("Bladen en poten zonder schade",),),
    "chair": (("Zitting, rug en poten zonder schade",),),
    "generator": (("Start en levert spanning",), ("Olie en brandstof op peil",), ("Aardpen", 1, 25)),
    "sound_set": (("Luidsprekers en mengtafel werken",), ("Microfoon", 2, 90), ("Microfoonkabel", 4, 15), ("Statief", 2, 35)),
    "trailer": (("Laadvloer en zijborden zonder schade",), (TOWED,), ("Disselslot", 1, 35), ("Reservewiel", 1, 90)),
    "beamer": (("Beeld scherp, lens zonder krassen",), ("Afstandsbediening", 1, 25), ("HDMI-kabel", 1, 12)),
    "party_kit": (("Alles proper en droog",),),
    "sports_hall": ROOM,
    "meeting_room": ROOM,
    "refectory": ROOM,
    "parish_hall": ROOM,
}  # fmt: skip


def write_checklists(region: Region) -> None:
    """The same for every owner; each may change its own."""
    region.write(item for owner in OWNERS for category in LISTS for item in _items(region, owner, category))


def _items(region: Region, owner: str, category: str) -> Iterator[ChecklistItem]:
    where = {"authority_id": region.authorities[owner], "category_id": region.categories[category]}
    for position, (text, *counted) in enumerate(LISTS[category], 1):
        shared = {**where, "position": position, "text": text}
        if counted:
            yield ChecklistItem(**shared, kind=ItemKind.ACCESSORY, units=counted[0], value_cents=100 * counted[1])
        else:
            yield ChecklistItem(**shared, kind=ItemKind.CONDITION)
