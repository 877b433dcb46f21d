"""What the invented co-owners agreed about using what they share: how days count, and what is guaranteed to whom."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import update

from booking.demo.frame import ALWAYS, SINCE, Region
from booking.rules.contingents import Measure, Span
from booking.rules.kinds import BorrowerKind
from booking.rules.shares import Counted, OverShare
from models import Agreement, Contingent, FairUse

FAIR_USE: dict[str, dict[str, object]] = {
    "JOINT-WC-01": {"counted": Counted.TOWN, "beyond": OverShare.NOTICE, "release_weeks": 8},
    "JOINT-HW-01": {
        "counted": Counted.SERVICES, "beyond": OverShare.DESK, "weekend_percent": 100, "summer_percent": 125, "release_weeks": 3,
    },
}  # fmt: skip
RECALLS = {"Gezamenlijke hoogtewerker (fictief)": 24, "Technisch materieel voor eigen gebruik (fictief)": 48}
"""The notice in hours that an agreement asks for a recall."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A contingent on an asset for the people of a municipality, or for a kind of borrower."""

    asset: str
    town: str | None
    amount: int
    measure: Measure
    source: str
    span: Span | None = None
    kind: BorrowerKind | None = None
    weeks: int = 4
    era: str = SINCE


CONTINGENTS = (
    Kept("JOINT-WC-01", "MAL", 1, Measure.WEEKENDS, "art. 8 van de overeenkomst WC-wagen (fictief)", Span.MONTH, weeks=6),
    Kept("WIJ-NAD", "SCH", 20, Measure.UNITS, "afspraak Schilde–Wijnegem, art. 3 (fictief)"),
    Kept("WIJ-NAD", None, 10, Measure.UNITS, "collegebesluit over scholen (fictief)", kind=BorrowerKind.SCHOOL, weeks=2),
)


def write_sharing(region: Region) -> None:
    """Fair use, contingents and the notice of recalls."""
    first, last = region.era(ALWAYS)
    for code, terms in FAIR_USE.items():
        region.write([FairUse(asset_id=region.assets[code], valid_from=first, valid_until=last, **terms)])
    region.write(_contingent(region, kept) for kept in CONTINGENTS)
    for title, hours in RECALLS.items():
        region.session.execute(update(Agreement).where(Agreement.title == title).values(recall_hours=hours))


def _contingent(region: Region, kept: Kept) -> Contingent:
    first, last = region.era(kept.era)
    return Contingent(
        asset_id=region.assets[kept.asset], authority_id=region.authorities[kept.town] if kept.town else None, borrower_kind=kept.kind,
        measure=kept.measure, amount=kept.amount, span=kept.span, release_weeks=kept.weeks, source=kept.source, valid_from=first,
        valid_until=last,
    )  # fmt: skip
