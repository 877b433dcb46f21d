"""Numbers and days that no screen offers: they are told or left out, and never an error of ours."""

from __future__ import annotations

import pytest
from flask import Flask

from booking.demo import cast
from models import Asset
from tests.web.screens.reader import Reader
from tests.web.visitor import Visitor

pytestmark = pytest.mark.one_engine

HUGE = "9" * 20


@pytest.mark.parametrize("asked", [f"nummer={HUGE}&wat=asset", f"wie={HUGE}", f"page={HUGE}", "tot=9999-12-31", "van=0001-01-01"])
def test_the_logbook_leaves_out_what_it_cannot_look_for(dirk: Reader, asked: str) -> None:
    assert dirk.visitor.get(f"/beheer/logboek?{asked}").status_code in {200, 422}


def test_a_photograph_with_a_number_beyond_all_bounds_is_not_there(app: Flask) -> None:
    assert Visitor(app).get(f"/fotos/{HUGE}-small.webp").status_code == 404


@pytest.mark.parametrize("typed", ["NaN", "sNaN", "Infinity", "-1e400"])
def test_an_amount_that_is_no_amount_is_told_at_its_field(dirk: Reader, key, typed: str) -> None:
    page = dirk.open(f"/beheer/middelen/{key(Asset, code=cast.HALL_RANST)}/wijzigen")
    answer = dirk.send(page.form("/wijzigen"), replacement_value_cents=typed)
    assert answer.status == 422
    assert answer.fault("replacement_value_cents")


@pytest.mark.parametrize("version", [HUGE, "-1", ""])
def test_a_version_that_was_meddled_with_is_no_version(dirk: Reader, key, version: str) -> None:
    page = dirk.open(f"/beheer/middelen/{key(Asset, code=cast.HALL_RANST)}/uit-dienst")
    assert dirk.send(page.form("/uit-dienst"), last="2030-01-01", version=version).status in {409, 422}


@pytest.mark.parametrize("day", ["9995-01-01", "9999-12-31"])
def test_a_last_day_beyond_all_bounds_is_kept_or_told(dirk: Reader, key, day: str) -> None:
    page = dirk.open(f"/beheer/middelen/{key(Asset, code=cast.HALL_RANST)}/uit-dienst")
    assert dirk.send(page.form("/uit-dienst"), last=day).status in {303, 422}
