"""Which licence a trailer asks for: every boundary of KB 23 March 1998, a kilogram below, on and above it."""

from __future__ import annotations

from datetime import date

import pytest

from booking.rules.admission import QualificationCard
from booking.rules.towing import HEAVIEST_CAR, Towing, enough_for, licence_for

COMBINATIONS = [
    # trailer, vehicle, licence
    (1, 3_500, "licence_b"),
    (749, 3_500, "licence_b"),
    (750, 3_500, "licence_b"),  # light: whatever the combination weighs
    (751, 2_749, "licence_b"),  # 3,500 together
    (751, 2_750, "licence_b96"),  # 3,501 together
    (1_500, 2_000, "licence_b"),
    (1_500, 2_001, "licence_b96"),
    (1_500, 2_750, "licence_b96"),  # 4,250 together
    (1_500, 2_751, "licence_be"),  # 4,251 together
    (3_500, 749, "licence_b96"),
    (3_500, 751, "licence_be"),
    (3_500, 3_500, "licence_be"),  # 7,000 together
    (3_501, 3_500, "licence_c1e"),
    (8_500, 3_500, "licence_c1e"),  # 12,000 together
    (8_501, 3_500, "licence_ce"),
]  # fmt: skip


@pytest.mark.parametrize(("trailer", "vehicle", "licence"), COMBINATIONS)
def test_the_mass_of_the_combination_decides(trailer: int, vehicle: int, licence: str) -> None:
    assert licence_for(trailer, vehicle) == Towing(licence, trailer, vehicle, assumed=False)


@pytest.mark.parametrize("vehicle", [None, 0])
def test_a_vehicle_of_which_nothing_is_told_is_the_heaviest_car_and_that_is_said(vehicle: int | None) -> None:
    assert licence_for(1_200, vehicle) == Towing("licence_be", 1_200, HEAVIEST_CAR, assumed=True)
    assert licence_for(750, vehicle).licence == "licence_b"


def test_of_a_trailer_whose_mass_nobody_knows_it_is_the_licence_for_any() -> None:
    assert licence_for(None, 2_000).licence == "licence_be"


@pytest.mark.parametrize(
    ("asked", "serve"),
    [
        ("licence_b", {"licence_b", "licence_b96", "licence_be", "licence_c1e", "licence_ce"}),
        ("licence_b96", {"licence_b96", "licence_be", "licence_c1e", "licence_ce"}),
        ("licence_be", {"licence_be", "licence_c1e", "licence_ce"}),
        ("licence_c1e", {"licence_c1e", "licence_ce"}),
        ("platform_operator", {"platform_operator"}),
    ],
)
def test_who_may_drive_the_heavier_may_drive_the_lighter(asked: str, serve: set[str]) -> None:
    assert enough_for(asked) == serve


@pytest.mark.parametrize(
    ("kind", "since", "as_what"),
    [
        ("licence_b", date(1988, 12, 31), "licence_be"),
        ("licence_b", date(1989, 1, 1), "licence_b"),
        ("licence_b96", date(1980, 5, 1), "licence_be"),
        ("licence_b", None, "licence_b"),
        ("platform_operator", date(1980, 5, 1), "platform_operator"),
    ],
)
def test_a_licence_of_before_1989_allows_more(kind: str, since: date | None, as_what: str) -> None:
    assert QualificationCard(kind, date(2020, 1, 1), None, since=since).serves_as == as_what
