"""Which proofs the owners ask for: cover by kind of borrower, inspections, operators and drivers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from booking.demo.frame import Region
from booking.demo.lending_rules import OWNERS, source
from booking.demo.proofs import WAIVES
from booking.rules.kinds import BorrowerKind, RequirementKind
from models import Requirement

LIABILITY, INSPECTION = RequirementKind.LIABILITY, RequirementKind.INSPECTION
OPERATOR, DRIVER = RequirementKind.OPERATOR, RequirementKind.DRIVER

# Municipal services are covered by their authority's own policy and asked for it only where people work at height.
PRIVATE = (BorrowerKind.ASSOCIATION, BorrowerKind.SCHOOL, BorrowerKind.COMPANY, BorrowerKind.RESIDENT)

# category, kinds of borrower (None: all), kind of proof, terms; sums in euro
EVERYWHERE: tuple[tuple[str, tuple[BorrowerKind, ...] | None, RequirementKind, Mapping[str, Any]], ...] = (
    ("marquee", PRIVATE, LIABILITY, {"whole_value": True}),
    ("toilet_trailer", PRIVATE, LIABILITY, {"euros": 25_000}),
    ("aerial_platform", None, LIABILITY, {"whole_value": True}),
    ("aerial_platform", None, INSPECTION, {"every_months": 3}),
    ("aerial_platform", None, OPERATOR, {"qualification": "platform_operator"}),
    ("mobile_stage", None, DRIVER, {"qualification": "licence_be"}),
)

HALLS = ("meeting_room", "parish_hall", "refectory")  # where a tenant needs fire insurance, unless recourse is waived

# What cover each owner asks of those who borrow its stage, in euro.
STAGE_COVER = {"ZAN": 125_000, "SCH": 100_000, "BRE": 500_000, "MAL": 125_000}

# owner, asset, kind of proof, terms: heavy trailers, by the licence that is named or else by the mass of the combination
OWN = (
    ("NIJ", "JOINT-WC-01", DRIVER, {"qualification": "licence_be"}),
    ("SCH", "SCH-AAN-01", DRIVER, {}),
    ("BRE", "BRE-AAN-01", DRIVER, {}),
    ("NIJ", "NIJ-AAN-01", DRIVER, {"qualification": "licence_b96"}),
    ("NIJ", "NIJ-TENT-01", LIABILITY, {"euros": 2_500, "confirms_without": True}),
)


def write_requirements(region: Region) -> None:
    """All requirements of all owners."""
    region.write(_everywhere(region))
    region.write(
        _requirement(region, owner, "mobile_stage", LIABILITY, borrower_kind=borrower, euros=euros)
        for owner, euros in STAGE_COVER.items()
        for borrower in PRIVATE
    )
    region.write(_requirement(region, owner, what, kind, **terms) for owner, what, kind, terms in OWN)
    region.write(_requirement(region, WAIVES, hall, RequirementKind.TENANT_FIRE, borrower_kind=who) for hall in HALLS for who in PRIVATE)


def _everywhere(region: Region) -> Iterator[Requirement]:
    for owner in OWNERS:
        for category, borrowers, kind, terms in EVERYWHERE:
            for borrower in borrowers or (None,):
                yield _requirement(region, owner, category, kind, borrower_kind=borrower, **terms)


def _requirement(region: Region, owner: str, what: str, kind: RequirementKind, *, euros: int | None = None, **columns: Any) -> Requirement:
    return Requirement(
        authority_id=region.authorities[owner],
        asset_id=region.assets.get(what),
        category_id=region.categories.get(what),
        kind=kind,
        amount_cents=euros * 100 if euros else None,
        source=source(owner, "art. 14"),
        **columns,
    )
