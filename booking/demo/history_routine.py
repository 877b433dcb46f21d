"""What comes back all year: rehearsals and trainings by the week, road works with operators, schools on weekdays."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from booking.demo.history_plans import Fate, Plan, Wish, asked_before, between, fate, next_weekday
from booking.rules.kinds import Purpose

MON, TUE, WED, THU, FRI, SAT, SUN = range(7)


class Evening(NamedTuple):
    """A borrower in the same hall on the same day, every so many weeks."""

    borrower: str
    event: str
    asset: str
    weekday: int
    start: int
    hours: int
    weeks: int
    purpose: Purpose = Purpose.MEETING


EVENINGS = (
    Evening("VOLLEY", "Training eerste ploeg", "WOM-SPO-01-AB", TUE, 20, 2, 1, Purpose.SPORT),
    Evening("SCHOOL-WOM", "Turnles derde leerjaar", "WOM-SPO-01-C", THU, 9, 2, 1, Purpose.SCHOOL),
    Evening("JUDO", "Judo voor de jeugd", "SCH-SPO-01-A", WED, 17, 2, 1, Purpose.SPORT),
    Evening("BASKET", "Training U16", "MAL-SPO-01-BC", FRI, 18, 2, 1, Purpose.SPORT),
    Evening("KOOR", "Koorrepetitie", "NIJ-ZAAL-01", THU, 20, 2, 2),
    Evening("KAART", "Kaartavond", "ZOE-ZAAL-01", FRI, 19, 4, 2),
    Evening("TONEEL", "Repetitie De koffer van tante Flor", "ZAN-REF-01", MON, 19, 3, 2),
    Evening("FANFARE", "Repetitie", "ZOE-PAR-01", WED, 20, 2, 2),
    Evening("LINDE", "Repetitie harmonie", "RAN-ZAAL-JP", THU, 20, 2, 4),
    Evening("CHIRO", "Leidingskring", "RAN-ZAAL-JS", FRI, 20, 2, 4),
    Evening("TENNIS", "Bestuursvergadering", "WIJ-ZAAL-01", TUE, 20, 2, 4),
    Evening("WIELER", "Ledenavond", "SCH-ZAAL-01", THU, 19, 3, 4),
    Evening("CARNAVAL", "Prinsenberaad", "BRE-ZAAL-01", MON, 20, 2, 4),
    Evening("FESTIVAL", "Programmaraad", "BOE-ZAAL-02", TUE, 19, 3, 4),
    Evening("WZ-OCMW", "Seniorenlunch", "RAN-REF-RA", TUE, 11, 4, 4),
    Evening("BUURT", "Buurtoverleg", "NIJ-ZAAL-01", MON, 19, 2, 6),
)


class Work(NamedTuple):
    """What a technical service borrows for its own work, from itself or from neighbours."""

    borrower: str
    events: tuple[str, ...]
    wishes: tuple[tuple[str, int], ...]
    longest: int = 2


WORKS = (
    Work("TD-WOM", ("Snoeien van dreefbomen", "Herstel van straatverlichting", "Kerstverlichting hangen"), (("ZAN-HW-01", 1),)),
    Work("TD-WOM", ("Herinrichting van een kruispunt", "Markeringswerken"), (("WOM-AAN-01", 1), ("WOM-NAD", 20)), 4),
    Work("TD-RAN", ("Dakgoten van de schuilhutten", "Snoeien van platanen", "Vlaggen en wimpels hangen"), (("JOINT-HW-01", 1),)),
    Work("TD-RAN", ("Asfaltherstel", "Rioolinspectie"), (("RAN-NAD", 30), ("RAN-GEN-01", 1)), 3),
    Work("TD-ZAN", ("Herstel van armaturen", "Nazicht van nestkasten"), (("ZAN-HW-01", 1),)),
    Work("TD-ZAN", ("Voetpadherstel",), (("ZAN-NAD", 25), ("ZAN-AAN-01", 1)), 3),
    Work("TD-ZOE", ("Pompen na wateroverlast",), (("ZAN-GEN-01", 1),)),
    Work("TD-SCH", ("Gevelreiniging van de bibliotheek", "Snoeien van eiken"), (("JOINT-HW-01", 1), ("SCH-GEN-01", 1))),
    Work("TD-WIJ", ("Nieuwe lampen langs het kanaal", "Onderhoud van de sluisverlichting"), (("JOINT-HW-01", 1),)),
    Work("TD-WIJ", ("Bermonderhoud",), (("WIJ-AAN-01", 1), ("WIJ-NAD", 15)), 4),
    Work("TD-BRE", ("Dakherstel van de parochiezaal", "Kerktorenklok"), (("BRE-HW-01", 1),)),
    Work("TD-MAL", ("Marktopstelling", "Omleiding centrum"), (("MAL-NAD", 40), ("MAL-GEN-01", 1)), 2),
    Work("TD-NIJ", ("Snoeiwerken begraafplaats", "Vervangen van dakpannen"), (("ZAN-HW-01", 1),)),
    Work("TD-NIJ", ("Bladafvoer",), (("NIJ-AAN-01", 1),), 4),
    Work("TD-BOE", ("Straatlampen herstellen", "Hangplanten plaatsen"), (("BOE-HW-01", 1),)),
    Work("TD-BOE", ("Wegomlegging",), (("BOE-NAD", 40), ("BOE-GEN-01", 1)), 3),
)

# school, event, month, day part of the month, assets with units
SCHOOLS = (
    ("SCHOOL-RAN", "Schoolfeest", 5, 3, (("RAN-TAF", 25), ("RAN-STO", 120), ("RAN-GEL-01", 1))),
    ("SCHOOL-RAN", "Oudercontact", 11, 2, (("RAN-STO", 60),)),
    ("SCHOOL-RAN", "Voorleesweek", 3, 1, (("RAN-BEA-01", 1),)),
    ("SCHOOL-ZOE", "Openluchtles", 9, 3, (("ZOE-TENT-02", 1), ("ZOE-STO", 60))),
    ("SCHOOL-ZOE", "Toneelweek zesde leerjaar", 5, 2, (("ZOE-ELE", 16), ("ZOE-GEL-01", 1))),
    ("SCHOOL-ZOE", "Filmvoormiddag", 12, 1, (("ZOE-BEA-01", 1),)),
    ("SCHOOL-WOM", "Sportdag", 9, 4, (("WOM-NAD", 40), ("WOM-SPO-01", 1))),
    ("SCHOOL-WOM", "Verkeersweek", 3, 3, (("WOM-NAD", 30), ("WOM-AAN-02", 1))),
    ("SCHOOL-BRE", "Proclamatie", 6, 4, (("BRE-STO", 200), ("BRE-GEL-01", 1))),
    ("SCHOOL-BRE", "Technologiebeurs", 10, 2, (("BRE-TAF", 30),)),
)


def evenings(luck: Random, first: date, last: date) -> Iterator[Plan]:
    """The season runs from September to June; in the Christmas fortnight nobody plays."""
    for number, (borrower, event, asset, weekday, start, hours, weeks, purpose) in enumerate(EVENINGS):
        day = next_weekday(first + timedelta(days=number * 5), weekday)
        while day <= last:
            if day.month not in (7, 8) and not (day.month == 12 and day.day > 19) and not (day.month == 1 and day.day < 4):
                use = between(day, start, day, start + hours)
                asked = asked_before(luck, day, 12, 45)
                yield Plan(asked, borrower, event, purpose, use, (Wish(asset, fate=fate(luck)),), luck.randint(1, 4))
            day += timedelta(weeks=weeks)


def works(luck: Random, first: date, last: date) -> Iterator[Plan]:
    """Each service every few weeks, from Monday to Friday, asked some days ahead."""
    for borrower, events, wanted, longest in WORKS:
        day = first + timedelta(days=luck.randint(0, 40))
        while day <= last:
            start = next_weekday(day, luck.randint(MON, WED))
            use = between(start, 8, start + timedelta(days=luck.randrange(longest)), 15)
            wishes = tuple(Wish(asset, units, fate(luck)) for asset, units in wanted)
            yield Plan(asked_before(luck, start, 15, 40), borrower, luck.choice(events), Purpose.WORKS, use, wishes, luck.randint(1, 5))
            day += timedelta(days=luck.randint(40, 75))


def schools(luck: Random, first: date, last: date) -> Iterator[Plan]:
    """The same days every school year, from Tuesday to Thursday."""
    for year in range(first.year, last.year + 1):
        for school, event, month, week, wanted in SCHOOLS:
            day = next_weekday(date(year, month, 7 * week - 6), luck.randint(TUE, THU))
            if first <= day <= last:
                wishes = tuple(Wish(asset, units, fate(luck) if not number else Fate.LENT) for number, (asset, units) in enumerate(wanted))
                use = between(day, 9, day, 15)
                yield Plan(asked_before(luck, day, 50, 120), school, event, Purpose.SCHOOL, use, wishes, luck.randint(1, 6), attendance=180)
