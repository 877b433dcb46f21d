"""Festivals in summer weekends with things of several owners, and the smaller feasts of associations, streets and companies."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from booking.demo.history_plans import Plan, Wish, asked_before, between, fate, next_weekday
from booking.rules.kinds import Purpose

FRI, SAT, SUN = 4, 5, 6


class Festival(NamedTuple):
    """A yearly weekend, from Friday noon to Sunday evening, with things of several owners."""

    borrower: str
    event: str
    month: int
    weekend: int
    attendance: int
    wishes: tuple[tuple[str, int], ...]
    place: str = ""


FESTIVALS = (
    Festival("LINDE", "Zomerfeest De Lindekapel", 6, 2, 600,
             (("ZAN-POD-01", 1), ("JOINT-WC-01", 1), ("RAN-NAD", 60), ("RAN-TAF", 30), ("WOM-STO", 120)), "Kapelweide, Ranst"),
    Festival("LINDE", "Kerstconcert", 12, 2, 250, (("RAN-ELE", 20), ("NIJ-GEL-01", 1), ("ZAN-STO", 100)), "Sint-Verzonnenkerk, Ranst"),
    Festival("CHIRO", "Bivakmarkt", 4, 3, 300, (("RAN-TENT-01", 1), ("RAN-TAF", 40), ("RAN-GEN-01", 1)), "Chiroheem, Ranst"),
    Festival("SCOUTS", "Papieren Bootjesrace", 7, 1, 800, (("ZAN-NAD", 90), ("SCH-WC-01", 1), ("ZAN-TENT-01", 1)), "Vijver, Zandhoven"),
    Festival("FANFARE", "Dorpsfeesten Zoersel", 8, 1, 1500,
             (("SCH-POD-01", 1), ("ZOE-WC-01", 1), ("ZOE-NAD", 120), ("ZOE-TENT-01", 1), ("NIJ-STO", 150)), "Dorp, Zoersel"),
    Festival("WIELER", "Koers van de Platte Band", 5, 4, 2000,
             (("SCH-NAD", 110), ("WIJ-NAD", 90), ("SCH-WC-01", 1)), "Kasteeldreef, Schilde"),
    Festival("TENNIS", "Net Niet Open", 8, 2, 400, (("WIJ-ELE", 16), ("WIJ-STO", 80), ("WOM-WC-01", 1)), "Kanaalpark, Wijnegem"),
    Festival("VOLLEY", "Beachvolley op het plein", 7, 2, 500, (("WOM-NAD", 100), ("WOM-WC-01", 1), ("RAN-GEL-01", 1)), "Plein, Wommelgem"),
    Festival("CARNAVAL", "Confettistoet", 2, 4, 5000,
             (("BRE-POD-01", 1), ("BRE-NAD", 200), ("BRE-WC-01", 1), ("SCH-POD-01", 1)), "Centrum, Brecht"),
    Festival("KOOR", "Halve dag van het lied", 9, 3, 350, (("NIJ-STO", 180), ("NIJ-ELE", 24), ("ZOE-TENT-01", 1)), "Parochieplein, Nijlen"),
    Festival("BUURT", "Feest in De Stille Straat", 6, 4, 180,
             (("NIJ-TAF", 25), ("NIJ-STO", 100), ("NIJ-NAD", 20)), "De Stille Straat, Nijlen"),
    Festival("FESTIVAL", "Modderlaarzen", 8, 3, 9000,
             (("BOE-NAD", 130), ("BOE-WC-01", 1), ("ZAN-POD-01", 1), ("BRE-STO", 150), ("BOE-ELE", 28)), "Festivalweide, Boechout"),
    Festival("BASKET", "Driepunterweekend", 5, 2, 350, (("MAL-TENT-01", 1), ("MAL-TAF", 30), ("JOINT-WC-01", 1)), "Sportpark, Malle"),
    Festival("TD-BOE", "Jaarmarkt Boechout", 9, 1, 4000, (("BOE-NAD", 60), ("WOM-NAD", 80), ("WOM-WC-01", 1)), "Serrestraat, Boechout"),
    Festival("TD-MAL", "Avondmarkt Malle", 7, 3, 1200, (("MAL-TENT-01", 1), ("MAL-NAD", 60), ("JOINT-WC-01", 1)), "Markt, Malle"),
    Festival("CD-ZAN", "Openluchtconcert", 7, 4, 700, (("ZAN-POD-01", 1), ("ZAN-STO", 180), ("NIJ-GEL-01", 1)), "Dorpsplaats, Zandhoven"),
    Festival("JD-RAN", "Buitenspeeldag", 4, 4, 900, (("RAN-NAD", 50), ("RAN-WC-01", 1), ("ZAN-NAD", 40)), "Boekenplein, Ranst"),
    Festival("SD-WOM", "Loop naar de maan", 10, 1, 1100, (("WOM-NAD", 180), ("RAN-NAD", 60), ("BOE-WC-01", 1)), "Sportstraat, Wommelgem"),
    Festival("TD-ZOE", "Kermis Zoersel", 6, 4, 1300, (("JOINT-WC-01", 1),), "Dorp, Zoersel"),
    Festival("TD-ZOE", "Rommelmarkt Sint-Antonius", 9, 2, 600, (("JOINT-WC-01", 1),), "Kerkplein, Zoersel"),
    Festival("TD-NIJ", "Briljantfeesten", 8, 3, 1500, (("JOINT-WC-01", 1), ("NIJ-NAD", 80)), "Gemeenteplein, Nijlen"),
    Festival("TD-NIJ", "Lentemarkt", 4, 2, 500, (("JOINT-WC-01", 1),), "Gemeenteplein, Nijlen"),
    Festival("TD-NIJ", "Zomermarkt", 7, 1, 900, (("JOINT-WC-01", 1),), "Gemeenteplein, Nijlen"),
    Festival("TD-NIJ", "Jaarmarkt Nijlen", 10, 2, 800, (("JOINT-WC-01", 1),), "Gemeenteplein, Nijlen"),
    Festival("TD-ZOE", "Trage wegen", 5, 4, 300, (("JOINT-WC-01", 1),), "Bos, Zoersel"),
    Festival("TD-MAL", "Oogstfeest", 9, 4, 1000, (("JOINT-WC-01", 1),), "Markt, Malle"),
    Festival("TD-MAL", "Paasmarkt", 3, 3, 400, (("JOINT-WC-01", 1),), "Markt, Malle"),
)  # fmt: skip

# The popular tent of Brecht: requests are collected and decided together, so several want the same weekend.
TENT = "BRE-TENT-01"
TENT_FEASTS = (("CARNAVAL", "Tentfuif"), ("SCOUTS", "Scoutsbal"), ("FESTIVAL", "Nazomerpodium"))


class Feast(NamedTuple):
    """A smaller feast: one of these events, with one or more of these things between a least and a most."""

    borrower: str
    events: tuple[str, ...]
    purpose: Purpose
    choice: tuple[tuple[str, int, int], ...]


FEASTS = (
    Feast("ELS", ("Verjaardagsfeest", "Communiefeest", "Familiefeest"), Purpose.PRIVATE, (("NIJ-TAF", 4, 14), ("NIJ-STO", 20, 80))),
    Feast("YUSUF", ("Straatbarbecue", "Nieuwjaarsdrink van de straat"), Purpose.PARTY, (("RAN-TAF", 5, 15), ("RAN-STO", 30, 90))),
    Feast("MARIE", ("Straatfeest", "Garageverkoop"), Purpose.PARTY, (("MAL-TAF", 5, 18), ("MAL-STO", 20, 80), ("MAL-NAD", 4, 10))),
    Feast("BUURT", ("Kerstdrink", "Rommelmarkt", "Zomerbar"), Purpose.EVENT,
          (("NIJ-TAF", 6, 20), ("NIJ-NAD", 6, 20), ("NIJ-GEL-01", 1, 1))),
    Feast("SCOUTS", ("Kampvuurquiz", "Groepsfeest"), Purpose.PARTY, (("ZAN-TAF", 10, 30), ("ZAN-STO", 60, 140), ("ZAN-GEL-01", 1, 1))),
    Feast("CHIRO", ("Startdag", "Spaghettiavond"), Purpose.PARTY, (("RAN-TAF", 10, 25), ("RAN-STO", 60, 150), ("ZAN-GEL-01", 1, 1))),
    Feast("TONEEL", ("Première", "Improvisatieavond"), Purpose.EVENT, (("ZAN-STO", 60, 150), ("BOE-ELE", 8, 20), ("ZAN-GEL-01", 1, 1))),
    Feast("LINDE", ("Lentebal", "Eetdag harmonie", "Ledenfeest"), Purpose.PARTY,
          (("RAN-REF-RA", 1, 1), ("RAN-STO", 50, 150), ("RAN-GEL-01", 1, 1))),
    Feast("TURN", ("Turnshow", "Pannenkoekenbak"), Purpose.SPORT, (("RAN-STO", 80, 200), ("WOM-ELE", 8, 20))),
    Feast("WIELER", ("Veldtoertocht", "Jeugdkoers"), Purpose.SPORT, (("SCH-NAD", 30, 100), ("SCH-TAF", 6, 20), ("SCH-GEL-01", 1, 1))),
    Feast("TENNIS", ("Clubtornooi", "Padelnacht"), Purpose.SPORT, (("WIJ-NAD", 10, 40), ("WIJ-TAF", 4, 15), ("WIJ-GEL-01", 1, 1))),
    Feast("VOLLEY", ("Mosselweekend", "Kubbtornooi"), Purpose.PARTY, (("WOM-TAF", 10, 40), ("WOM-STO", 60, 200))),
    Feast("CARNAVAL", ("Prinsenverkiezing", "Seniorenbal"), Purpose.PARTY,
          (("BRE-PAR-01", 1, 1), ("BRE-GEL-01", 1, 1), ("BRE-TAF", 10, 40))),
    Feast("BASKET", ("Kaas- en wijnavond", "Clubfeest"), Purpose.PARTY, (("MAL-TAF", 8, 30), ("MAL-STO", 50, 140), ("MAL-GEL-01", 1, 1))),
    Feast("KOOR", ("Lenteconcert", "Zangstonde"), Purpose.EVENT, (("NIJ-PAR-01", 1, 1), ("NIJ-STO", 60, 160))),
    Feast("FANFARE", ("Eetfestijn", "Wandelconcert"), Purpose.EVENT, (("ZOE-TAF", 10, 35), ("ZOE-STO", 60, 180), ("ZOE-ELE", 8, 20))),
    Feast("FESTIVAL", ("Voorronde", "Vrijwilligersfeest"), Purpose.EVENT,
          (("BOE-TAF", 10, 30), ("BOE-STO", 50, 150), ("BOE-GEL-01", 1, 1))),
    Feast("TIJGER", ("Personeelsfeest", "Productvoorstelling"), Purpose.COMMERCIAL,
          (("WIJ-PAR-01", 1, 1), ("WIJ-ELE", 6, 20), ("WIJ-STO", 40, 100))),
    Feast("CATERING", ("Walking dinner", "Trouwfeest"), Purpose.COMMERCIAL, (("NIJ-TAF", 10, 30), ("NIJ-STO", 60, 140))),
    Feast("BOUW", ("Opendeurdag werf",), Purpose.COMMERCIAL, (("WOM-NAD", 20, 60),)),
    Feast("POLITIE", ("Fietsgraveerdag", "Verkeersactie"), Purpose.EVENT, (("ZAN-NAD", 10, 40),)),
    Feast("JD-RAN", ("Jeugdraad op verplaatsing", "Speelpleindag"), Purpose.EVENT, (("RAN-KIT-01", 1, 1), ("RAN-BEA-01", 1, 1))),
    Feast("WZ-OCMW", ("Grootoudersfeest", "Bingonamiddag"), Purpose.EVENT, (("RAN-BEA-01", 1, 1), ("RAN-TAF", 8, 20))),
    Feast("KAART", ("Kaartprijskamp",), Purpose.EVENT, (("ZOE-PAR-01", 1, 1), ("ZOE-TAF", 10, 30))),
)  # fmt: skip


def festivals(luck: Random, first: date, last: date) -> Iterator[Plan]:
    """Every year in the same weekend, asked months before."""
    for year in range(first.year, last.year + 1):
        for borrower, event, month, weekend, attendance, wanted, place in FESTIVALS:
            friday = next_weekday(date(year, month, 7 * weekend - 6), SAT) - timedelta(days=1)
            if not first <= friday <= last:
                continue
            use = between(friday, 12, friday + timedelta(days=2), 22)
            wishes = tuple(Wish(asset, units, fate(luck), delivered=luck.random() < 0.3) for asset, units in wanted)
            asked, looked_at = asked_before(luck, friday, 70, 260), luck.randint(2, 7)
            yield Plan(asked, borrower, event, Purpose.EVENT, use, wishes, looked_at, attendance=attendance, place=place)


def tents(luck: Random, first: date, last: date) -> Iterator[Plan]:
    """Three ask for the big tent on one weekend; the desk decides two months before, and only one can have it."""
    saturday = next_weekday(first + timedelta(days=150), SAT)
    while saturday <= last:
        use = between(saturday - timedelta(days=1), 9, saturday + timedelta(days=1), 20)
        for borrower, event in TENT_FEASTS:
            asked = asked_before(luck, saturday, 80, 140)
            waits = (saturday - timedelta(days=63) - asked.date()).days
            yield Plan(asked, borrower, event, Purpose.EVENT, use, (Wish(TENT),), waits, attendance=900)
        saturday += timedelta(weeks=13)


def feasts(luck: Random, first: date, last: date) -> Iterator[Plan]:
    """A few every weekend, more in the warm months; some hold a date with an option first."""
    saturday = next_weekday(first, SAT)
    while saturday <= last:
        for feast in luck.sample(FEASTS, 5 if saturday.month in (4, 5, 6, 9, 10) else 3):
            use = between(saturday, luck.randint(9, 14), saturday, luck.randint(20, 23))
            wanted = luck.sample(feast.choice, luck.randint(1, len(feast.choice)))
            wishes = tuple(Wish(asset, luck.randint(least, most), fate(luck)) for asset, least, most in wanted)
            asked = asked_before(luck, saturday, 45, 95)
            option = luck.randint(4, 7) if luck.random() < 0.1 else None
            event, looked_at, attendance = luck.choice(feast.events), luck.randint(1, 6), 20 * luck.randint(2, 12)
            yield Plan(asked, feast.borrower, event, feast.purpose, use, wishes, looked_at, option, attendance)
        saturday += timedelta(weeks=1)
