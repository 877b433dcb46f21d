"""What is going on around today, placed by hand so that every desk has work and every state can be seen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple

from booking.demo.history_plans import Fate, Plan, Wish, between, moment, next_weekday
from booking.rules.kinds import Purpose
from booking.rules.periods import Period

SAT = 5
GENERATOR, BEAMER, CHAIRS, HALL, PLATFORM = "WOM-GEN-01", "WIJ-BEA-01", "ZAN-STO", "ZOE-PAR-01", "BOE-HW-01"
EVENT, PARTY, SPORT, SCHOOL, PRIVATE, COMMERCIAL, WORKS = (
    Purpose.EVENT, Purpose.PARTY, Purpose.SPORT, Purpose.SCHOOL, Purpose.PRIVATE, Purpose.COMMERCIAL, Purpose.WORKS,
)  # fmt: skip


class Waiting(NamedTuple):
    """A request that no desk has answered yet: for a Saturday so many weeks ahead, asked so many days ago."""

    asset: str
    units: int
    borrower: str
    event: str
    purpose: Purpose
    weeks: int
    days_ago: int


WAITING = (
    Waiting("RAN-TENT-01", 1, "CHIRO", "Kampvuurfeest", EVENT, 6, 9),
    Waiting("RAN-WC-01", 1, "TURN", "Sportkamp", SPORT, 9, 4),
    Waiting("RAN-NAD", 60, "SCHOOL-RAN", "Fluoloop", SCHOOL, 5, 1),
    Waiting("ZAN-POD-01", 1, "TONEEL", "Theater op het plein", EVENT, 10, 8),
    Waiting("ZAN-TENT-01", 1, "SCOUTS", "Oud-leidingsdag", EVENT, 7, 3),
    Waiting("ZAN-REF-01", 1, "KAART", "Kaartweekend", EVENT, 5, 1),
    Waiting("ZOE-WC-01", 1, "WIELER", "Grensloze rit", SPORT, 8, 11),
    Waiting("ZOE-ELE", 12, "SCHOOL-ZOE", "Talentenavond", SCHOOL, 6, 2),
    Waiting("SCH-SPO-01", 1, "BASKET", "Beker van de Voorkempen", SPORT, 5, 7),
    Waiting("SCH-BEA-01", 1, "JUDO", "Judogala", SPORT, 6, 2),
    Waiting("WIJ-PAR-01", 1, "TIJGER", "Productvoorstelling", COMMERCIAL, 6, 6),
    Waiting("WIJ-ELE", 10, "TENNIS", "Kampioenenviering", SPORT, 5, 1),
    Waiting("WOM-TENT-01", 1, "VOLLEY", "Oktoberfeest in de lente", PARTY, 12, 12),
    Waiting("WOM-SPO-01", 1, "TURN", "Turngala", SPORT, 6, 3),
    Waiting("WOM-STO", 80, "CATERING", "Galadiner", COMMERCIAL, 8, 1),
    Waiting("BRE-POD-01", 1, "CARNAVAL", "Prinsenbal op het plein", EVENT, 11, 15),
    Waiting("BRE-PAR-01", 1, "SCHOOL-BRE", "Lentefeest", SCHOOL, 8, 4),
    Waiting("MAL-POD-01", 1, "BASKET", "Huldiging kampioenen", EVENT, 8, 8),
    Waiting("MAL-TAF", 12, "MARIE", "Burendag", PRIVATE, 5, 2),
    Waiting("NIJ-TENT-01", 1, "BUURT", "Winterbar", EVENT, 7, 9),
    Waiting("JOINT-WC-01", 1, "KOOR", "Zingen op de dijk", EVENT, 11, 5),
    Waiting("NIJ-PAR-01", 1, "ELS", "Jubileum van oma", PRIVATE, 6, 1),
    Waiting("BOE-ELE", 12, "FESTIVAL", "Persvoorstelling", EVENT, 9, 6),
    Waiting("BOE-ZAAL-02", 1, "CATERING", "Proeverij", COMMERCIAL, 5, 2),
    Waiting("MAL-SPO-01-A", 1, "TENNIS", "Indoorinitiatie", SPORT, 5, 3),
)


def present(today: date) -> Iterator[Plan]:
    """All of it, as seen from today."""
    for asset, units, borrower, event, purpose, weeks, days_ago in WAITING:
        wish = Wish(asset, units, Fate.UNANSWERED)
        yield Plan(_evening(today, days_ago), borrower, event, purpose, _saturday(today, weeks), (wish,))
    yield from _queue(today)
    yield from _organiser(today)
    yield from _going_wrong(today)
    yield from _after_agreements(today)


def works_begin(today: date) -> date:
    """From when a hall is closed for works: the tenth of next month."""
    return (today.replace(day=1) + timedelta(days=32)).replace(day=10)


def _queue(today: date) -> Iterator[Plan]:
    """Three for the one big tent: collected, and decided together only two months before."""
    for days_ago, borrower, event in ((20, "CARNAVAL", "Halfvastenbal"), (9, "SCOUTS", "Scoutsbal"), (3, "FESTIVAL", "Podium in de tent")):
        wish = Wish("BRE-TENT-01", fate=Fate.UNANSWERED)
        yield Plan(_evening(today, days_ago), borrower, event, EVENT, _saturday(today, 17), (wish,), attendance=900)


def _organiser(today: date) -> Iterator[Plan]:
    """The harmony's list: a feast with four owners in four states, an option, a change that waits, a loan of this very day."""
    feast = (
        Wish("ZAN-POD-01", fate=Fate.UNANSWERED),
        Wish("JOINT-WC-01"),
        Wish("RAN-NAD", 40, Fate.PROPOSAL_UNANSWERED),
        Wish("WOM-STO", 60, Fate.REFUSED),
    )
    yesterday, show = today - timedelta(days=1), (today - timedelta(days=2), today + timedelta(days=2))
    plans = (
        ("Lentefeest De Lindekapel", 6, _saturday(today, 14), feast, None),
        ("Aperitiefconcert", 2, _saturday(today, 11), (Wish("RAN-REF-RA", fate=Fate.UNANSWERED),), 6),
        ("Nieuwjaarsreceptie van de leden", 25, _saturday(today, 9), (Wish("RAN-ZAAL-JP", fate=Fate.UNANSWERED),), 5),
        ("Ledenweekend", 12, _saturday(today, 8), (Wish("RAN-TAF", 12, Fate.CHANGE_UNANSWERED),), None),
        ("Muziekkamp", 15, _saturday(today, 10), (Wish("RAN-AAN-01", fate=Fate.CANCELLED),), None),
        ("Expo 80 jaar harmonie", 40, between(show[0], 10, show[1], 16), (Wish("NIJ-BEA-01"),), None),
        ("Bestuursvergadering", 20, between(yesterday, 19, yesterday, 21), (Wish("RAN-ZAAL-JS"),), None),
    )
    for event, days_ago, use, wishes, option in plans:
        yield Plan(_evening(today, days_ago), "LINDE", event, EVENT, use, wishes, 2, option, attendance=150)


def _going_wrong(today: date) -> Iterator[Plan]:
    """What the incidents will hit: a generator at work, a beamer that is awaited elsewhere, chairs that come back too few."""
    works = between(today - timedelta(days=3), 8, today + timedelta(days=4), 15)
    yield Plan(_evening(today, 30), "TD-WOM", "Noodstroom pompstation", WORKS, works, (Wish(GENERATOR),))
    awaited = between(today + timedelta(days=7), 8, today + timedelta(days=8), 15)
    yield Plan(_evening(today, 29), "TD-RAN", "Verlichting werfzone", WORKS, awaited, (Wish(GENERATOR),))
    kept = between(today - timedelta(days=8), 9, today - timedelta(days=7), 15)
    yield Plan(_evening(today, 40), "TENNIS", "Clubfilmavond", SPORT, kept, (Wish(BEAMER, fate=Fate.KEPT),))
    awaited = between(today + timedelta(days=3), 13, today + timedelta(days=3), 15)
    yield Plan(_evening(today, 38), "TIJGER", "Klantendag", COMMERCIAL, awaited, (Wish(BEAMER),))
    quiz = between(today - timedelta(days=12), 13, today - timedelta(days=11), 11)
    yield Plan(_evening(today, 50), "SCOUTS", "Quiz van de leiding", PARTY, quiz, (Wish(CHAIRS, 40, Fate.TOO_FEW_BACK),))
    late = between(today - timedelta(days=9), 9, today - timedelta(days=8), 16)
    yield Plan(_evening(today, 45), "LINDE", "Eetdag harmonie", PARTY, late, (Wish("RAN-TAF", 14, Fate.BACK_LATE),))
    dirty = between(today - timedelta(days=6), 9, today - timedelta(days=5), 16)
    yield Plan(_evening(today, 46), "ELS", "Tuinfeest", PRIVATE, dirty, (Wish("RAN-WC-01", 1, Fate.BACK_DAMAGED),))
    lamps = between(today + timedelta(days=9), 9, today + timedelta(days=10), 15)
    yield Plan(_evening(today, 33), "TD-ZAN", "Lampen vervangen langs de dreef", WORKS, lamps, (Wish(PLATFORM),))
    day = next_weekday(works_begin(today), SAT)
    yield Plan(_evening(today, 20), "KAART", "Kaarttornooi", EVENT, between(day, 14, day, 23), (Wish(HALL),))


def _after_agreements(today: date) -> Iterator[Plan]:
    """Loans that outlast the agreement under which they were asked: of sports halls, and of a meeting room after a notice."""
    yield Plan(_evening(today, 12), "JUDO", "Voorronde judo", SPORT, _saturday(today, 14), (Wish("WOM-SPO-01"),))
    meeting = (_evening(today, 15), "TD-ZAN", "Overleg wegenwerken", Purpose.MEETING, _saturday(today, 18), (Wish("RAN-ZAAL-JS"),))
    yield Plan(*meeting, beneficiary="Buurtcomité De Dreef (fictief)")


def _evening(today: date, days_ago: int) -> datetime:
    return moment(today - timedelta(days=days_ago), 20, 15)


def _saturday(today: date, weeks: int) -> Period:
    day = next_weekday(today + timedelta(weeks=weeks), SAT)
    return between(day, 13, day, 22)
