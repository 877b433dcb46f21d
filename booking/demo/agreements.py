"""The invented cooperation agreements: a framework, one on technical equipment, joint things, one that ends, free loans, a percentage."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from booking.demo.frame import ALWAYS, BEFORE, SINCE, Region
from booking.rules.kinds import BorrowerKind, FreeUnit
from models import Agreement, AgreementBeneficiary, AgreementParty, AgreementScope, AgreementTerm, Base

TEN = ("RAN", "ZAN", "ZOE", "SCH", "WIJ", "WOM", "BRE", "MAL", "NIJ", "BOE")
FESTIVE = (
    "toilet_trailer", "mobile_stage", "stage_deck", "crowd_barrier", "marquee", "table", "chair", "sound_set", "beamer", "party_kit",
)  # fmt: skip
TECHNICAL = ("aerial_platform", "generator", "trailer")


class Deal(NamedTuple):
    """An agreement; its number counts within the year in which it begins. `lasts` is in years after the present one.

    `covers` are codes of categories or assets, a minus before what is left out. `group` or `percentage` is the preferred tariff, after so
    many `free` loans a year of each party; with `lender` that party alone gives it.
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


DEALS = (
    Deal(1, "Uitwisseling van materieel (fictief, eerste reeks)", BEFORE, TEN, FESTIVE + TECHNICAL, "partners"),
    Deal(1, "Uitwisseling van feestmaterieel (fictief)", SINCE, TEN, (*FESTIVE, "-BRE-TENT-01"), "partners", pending=("BRE",)),
    Deal(2, "Gezamenlijke WC-wagen (fictief)", ALWAYS, ("ZOE", "NIJ", "MAL"), ("JOINT-WC-01",), None, 50, "art. 6",
         also_for=(BorrowerKind.AUTHORITY, BorrowerKind.ASSOCIATION), lasts=None),
    Deal(3, "Technisch materieel voor eigen gebruik (fictief)", SINCE, ("RAN", "ZAN", "ZOE", "SCH", "WIJ", "WOM", "NIJ", "BOE"),
         TECHNICAL, "partners", lasts=5),
    Deal(4, "Gezamenlijke hoogtewerker (fictief)", ALWAYS, ("SCH", "WIJ", "WOM", "RAN"), ("JOINT-HW-01",), None, 40, "art. 5", lasts=None),
    Deal(5, "Wederzijds gebruik van sporthallen (fictief)", SINCE, ("SCH", "WOM", "BOE"), ("sports_hall",), "partners",
         also_for=(BorrowerKind.AUTHORITY, BorrowerKind.ASSOCIATION, BorrowerKind.SCHOOL), lasts=0),
    Deal(6, "Toiletwagens, de eerste uitlening van het jaar vrij (fictief)", SINCE, ("RAN", "WOM", "ZAN"), ("toilet_trailer",), "partners",
         article="art. 3", lasts=2, free=1),
    Deal(7, "Feesttenten aan een deel van het verenigingstarief (fictief)", SINCE, ("ZAN", "MAL", "NIJ"), ("marquee",), "recognised", 65,
         article="art. 4", lasts=2, lender="ZAN"),
)  # fmt: skip


def write_agreements(region: Region) -> None:
    """Agreements with their parties, scope, beneficiaries and terms."""
    for deal in DEALS:
        first, last = _period(region, deal)
        agreement = Agreement(reference=f"{first.year}-{deal.number:02}", title=deal.title, valid_from=first, valid_until=last)
        region.write([agreement])
        region.write(_parts(region, deal, agreement.id, first))


def _period(region: Region, deal: Deal) -> tuple[date, date | None]:
    first, last = region.era(deal.era)
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
        approved = party not in deal.pending
        yield AgreementParty(
            agreement_id=agreement,
            authority_id=region.authorities[party],
            approved_on=first - timedelta(days=20 + number) if approved else None,
            decision=f"Gemeenteraadsbesluit {first.year - 1}/{deal.number}{number:02} (fictief)" if approved else "",
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
