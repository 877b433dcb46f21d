"""The invented cooperation agreements, in every state: in force, ending beside its newer version, given notice, a draft."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any, NamedTuple

from booking.demo.frame import ALWAYS, BEFORE, SINCE, Region
from booking.rules.agreements import Insurer, Place, Priority
from booking.rules.kinds import BorrowerKind, FreeUnit
from models import Agreement, AgreementBeneficiary, AgreementParty, AgreementScope, AgreementTerm, Base

TEN = ("RAN", "ZAN", "ZOE", "SCH", "WIJ", "WOM", "BRE", "MAL", "NIJ", "BOE")
FESTIVE = (
    "toilet_trailer", "mobile_stage", "stage_deck", "crowd_barrier", "marquee", "table", "chair", "sound_set", "beamer", "party_kit",
)  # fmt: skip
TECHNICAL = ("aerial_platform", "generator", "trailer")


class Deal(NamedTuple):
    """An agreement; its number counts within the year in which it begins. `lasts` is in years after the present one, 0: to the end of next
    month; it `succeeds` the one of that number on the day after.

    `covers` are codes of categories or assets, a minus before what is left out. `group` or `percentage` is the preferred tariff, after so
    many `free` loans a year of each party; with `lender` that party alone gives it. The party `leaving` gave notice a week ago.
    """

    number: int
    title: str
    era: str
    parties: tuple[str, ...]
    covers: tuple[str, ...]
    group: str | None = None
    percentage: int | None = None
    article: str = "art. 4"
    also_for: tuple[BorrowerKind, ...] = ()
    pending: tuple[str, ...] = ()
    lasts: int | None = 3
    free: int | None = None
    lender: str | None = None
    terms: Mapping[str, Any] = MappingProxyType({"notice_months": 6})
    draft: bool = False
    succeeds: int | None = None
    leaving: str | None = None


CARED_FOR = {
    "notice_months": 6, "territory": Place.PARTNERS, "priority": Priority.LEAST_USE, "insured_by": Insurer.BORROWER, "excess_cents": 250_00,
    "damage": "Wie leent, meldt schade binnen 24 uur. Wie uitleent, laat herstellen en rekent de vrijstelling aan.",
}  # fmt: skip
DEALS = (
    Deal(1, "Uitwisseling van materieel (fictief, eerste reeks)", BEFORE, TEN, FESTIVE + TECHNICAL, "partners"),
    Deal(1, "Uitwisseling van feestmaterieel (fictief)", SINCE, TEN, (*FESTIVE, "-BRE-TENT-01"), "partners", pending=("BRE",)),
    Deal(2, "Gezamenlijke WC-wagen (fictief)", ALWAYS, ("ZOE", "NIJ", "MAL"), ("JOINT-WC-01",), None, 50, "art. 6",
         also_for=(BorrowerKind.AUTHORITY, BorrowerKind.ASSOCIATION), lasts=None),
    Deal(3, "Technisch materieel voor eigen gebruik (fictief)", SINCE, ("RAN", "ZAN", "ZOE", "SCH", "WIJ", "WOM", "NIJ", "BOE"),
         TECHNICAL, "partners", lasts=5, terms=CARED_FOR),
    Deal(4, "Gezamenlijke hoogtewerker (fictief)", ALWAYS, ("SCH", "WIJ", "WOM", "RAN"), ("JOINT-HW-01",), None, 40, "art. 5", lasts=None),
    Deal(5, "Wederzijds gebruik van sporthallen (fictief)", SINCE, ("SCH", "WOM", "BOE"), ("sports_hall",), "partners",
         also_for=(BorrowerKind.AUTHORITY, BorrowerKind.ASSOCIATION, BorrowerKind.SCHOOL), lasts=0),
    Deal(6, "Toiletwagens, de eerste uitlening van het jaar vrij (fictief)", SINCE, ("RAN", "WOM", "ZAN"), ("toilet_trailer",), "partners",
         article="art. 3", lasts=2, free=1),
    Deal(7, "Feesttenten aan een deel van het verenigingstarief (fictief)", SINCE, ("ZAN", "MAL", "NIJ"), ("marquee",), "recognised", 65,
         article="art. 4", lasts=2, lender="ZAN"),
    Deal(8, "Wederzijds gebruik van sporthallen, verlenging (fictief)", SINCE, ("SCH", "WOM", "BOE"), ("sports_hall",), "partners",
         also_for=(BorrowerKind.AUTHORITY, BorrowerKind.ASSOCIATION, BorrowerKind.SCHOOL), pending=("BOE",), succeeds=5),
    Deal(9, "Vergaderzalen delen (fictief)", SINCE, ("RAN", "ZAN"), ("meeting_room",), None, 80, "art. 3", lasts=2,
         terms={"notice_months": 3, "on_lending": True}, leaving="ZAN"),
    Deal(10, "Nadars voor wegenwerken (fictief)", SINCE, ("RAN", "SCH", "WIJ"), ("crowd_barrier",), "partners", lasts=2, draft=True,
         terms=CARED_FOR),
)  # fmt: skip


def write_agreements(region: Region) -> None:
    """Agreements with their parties, scope, beneficiaries and terms."""
    written: dict[int, Agreement] = {}
    for deal in DEALS:
        first, last = _period(region, deal)
        older = written[deal.succeeds] if deal.succeeds else None
        agreement = Agreement(
            reference=f"{older.reference}/2" if older else f"{first.year}-{deal.number:02}", title=deal.title, valid_from=first,
            valid_until=last, draft=deal.draft, initiator_id=region.authorities[deal.parties[0]], succeeds_id=older.id if older else None,
            **deal.terms,
        )  # fmt: skip
        region.write([agreement])
        region.write(_parts(region, deal, agreement.id, min(first, region.today)))
        written[deal.number] = agreement


def _period(region: Region, deal: Deal) -> tuple[date, date | None]:
    first, last = region.era(deal.era)
    if deal.succeeds:
        first = _end_of_next_month(region.today) + timedelta(days=1)
    if last or deal.lasts is None:
        return first, last
    if deal.lasts == 0:
        return first, _end_of_next_month(region.today)
    return first, date(region.today.year + deal.lasts, 12, 31)


def _end_of_next_month(day: date) -> date:
    in_two_months = (day.replace(day=1) + timedelta(days=62)).replace(day=1)
    return in_two_months - timedelta(days=1)


def _parts(region: Region, deal: Deal, agreement: int, first: date) -> Iterator[Base]:
    for number, party in enumerate(deal.parties, start=1):
        approved, leaves = party not in deal.pending and not deal.draft, party == deal.leaving
        yield AgreementParty(
            agreement_id=agreement,
            authority_id=region.authorities[party],
            approved_on=first - timedelta(days=20 + number) if approved else None,
            organ="gemeenteraad" if approved else "",
            decision=f"{first.year - 1}/{deal.number}{number:02} (fictief)" if approved else "",
            notice_given_on=region.day(-7) if leaves else None,
            leaves_on=region.day(90) if leaves else None,
            leaving_reason="Wij bouwen zelf een vergaderzaal (fictief)." if leaves else "",
        )
    for cover in deal.covers:
        code = cover.lstrip("-")
        yield AgreementScope(
            agreement_id=agreement,
            asset_id=region.assets.get(code),
            category_id=region.categories.get(code),
            excluded=cover.startswith("-"),
        )
    for kind in deal.also_for:
        yield AgreementBeneficiary(agreement_id=agreement, borrower_kind=kind)
    yield AgreementTerm(
        agreement_id=agreement,
        lender_id=region.authorities[deal.lender] if deal.lender else None,
        group_code=deal.group,
        percentage=deal.percentage,
        article=deal.article,
        free_quota=deal.free,
        free_unit=FreeUnit.LOANS if deal.free else None,
    )
