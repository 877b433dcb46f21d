"""Depots, halls' buildings and closures on screen."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from booking.demo import cast
from booking.rules.periods import Period
from models import Asset, Change, ClosedDays, Conflict, Depot, Fact, OpeningSlot
from tests.web.screens.reader import Reader

pytestmark = pytest.mark.one_engine

LOODS = "Loods Ranst"


def test_a_new_place_has_the_hours_that_were_typed(dirk: Reader, key, kept) -> None:
    form = dirk.open("/beheer/plaatsen/nieuw").form("/nieuw")
    place = {"name": "Loods Broechem", "address": "Werkplaats 3, 2520 Ranst", "lat": "51,18", "lon": "4.60"}
    forgotten = dirk.send(form, **place)
    assert "minstens één dag de uren" in forgotten.fault("monday")
    assert forgotten.form("/nieuw").fields["address"] == "Werkplaats 3, 2520 Ranst"
    unreadable = dirk.send(form, **place, tuesday="de hele dag", wednesday="12-8", friday="8-12, 11-13")
    assert all(unreadable.fault(day) for day in ("tuesday", "wednesday", "friday"))
    shown = dirk.follow(dirk.send(form, **place, monday="7u30-12u, 12:30-16:00", friday="8-12"))
    assert "7:30–12:00, 12:30–16:00" in shown.text
    depot = key(Depot, name="Loods Broechem")
    slots = [(slot.weekday, slot.opens, slot.closes) for slot in kept(OpeningSlot, depot_id=depot)]
    assert slots == [(0, 450, 720), (0, 750, 960), (4, 480, 720)]
    assert kept(Depot, id=depot)[0].lat == 51.18


def test_hours_change_and_an_extra_day_comes_and_goes(dirk: Reader, key, kept) -> None:
    depot = key(Depot, name=LOODS)
    form = dirk.open(f"/beheer/plaatsen/{depot}/wijzigen").form("/wijzigen")
    assert form.fields["saturday"] == "9:00–12:00"
    dirk.follow(dirk.send(form, saturday=""))
    (change,) = kept(Change, noun="depot", subject_id=depot)
    assert (change.before, change.after) == ({"saturday": "9:00–12:00"}, {"saturday": ""})
    page = dirk.open(f"/beheer/plaatsen/{depot}")
    shown = dirk.follow(dirk.send(page.form("/extra"), day="2027-06-12", hours="8-10"))
    assert "8:00–10:00" in shown.text
    assert "overlappen" in dirk.send(shown.form("/extra"), day="2027-06-12", hours="9-11").fault("hours")
    slot = key(OpeningSlot, depot_id=depot, valid_until=date(2027, 6, 12))
    dirk.follow(dirk.send(shown.form(f"/extra/{slot}")))
    assert kept(OpeningSlot, id=slot) == []


def test_a_place_that_is_always_open_needs_no_hours(dirk: Reader, key, kept) -> None:
    depot = key(Depot, name="Vergaderlokalen Ranst")
    form = dirk.open(f"/beheer/plaatsen/{depot}/wijzigen").form("/wijzigen")
    assert "Altijd toegankelijk." in dirk.follow(dirk.send(form, always="y")).text
    assert kept(OpeningSlot, depot_id=depot) == []


def test_the_consequences_of_a_closing_are_seen_before_it_is_saved(dirk: Reader, an: Reader, key, kept, asked) -> None:
    asked(cast.HALL_RANST, Period(datetime(2027, 6, 16, 17, tzinfo=UTC), datetime(2027, 6, 16, 20, tzinfo=UTC)))
    depot = key(Depot, name="Vergaderlokalen Ranst")
    typed = {"first": "2027-06-14", "last": "2027-06-20", "reason": "Dakwerken"}
    preview = dirk.send(dirk.open(f"/beheer/sluitingen/nieuw?what=depot:{depot}").form("/nieuw"), **typed)
    assert "1 beloofde uitlening wordt geraakt" in preview.text
    assert kept(ClosedDays, depot_id=depot, reason="Dakwerken") == []
    changed = dirk.send(preview.form("/nieuw"), last="2027-06-15")
    assert "Geen enkele beloofde uitlening" in changed.text
    closed = dirk.follow(dirk.send(preview.form("/nieuw")))
    assert "staat op de werklijst" in closed.text
    assert len(kept(Conflict)) == 1
    days = key(ClosedDays, depot_id=depot, reason="Dakwerken")
    page = an.open(f"/beheer/sluitingen/{days}")
    assert "Harmonie De Lindekapel" in page.text
    assert "is weer open" in an.follow(an.send(page.form("/open"))).text
    assert kept(ClosedDays, id=days) == []
    assert [conflict.resolution for conflict in kept(Conflict)] == ["gone"]


def test_a_single_hall_closes_until_somebody_opens_it(an: Reader, key, kept) -> None:
    hall = key(Asset, code=cast.HALL_RANST)
    form = an.open("/beheer/sluitingen/nieuw").form("/nieuw")
    assert an.send(form, what=f"asset:{hall}", first="2027-06-14", last="2027-06-01", reason="Waterschade").fault("last")
    preview = an.send(form, what=f"asset:{hall}", first="2027-06-14", last="", reason="Waterschade")
    page = an.follow(an.send(preview.form("/nieuw")))
    assert "tot nader bericht" in page.text
    (fact,) = kept(Fact, asset_id=hall)
    assert fact.ends_at is None
    assert "Waterschade" in an.open("/beheer/sluitingen").text
    assert "weer te gebruiken" in an.follow(an.send(page.form("/open"))).text
    assert "Waterschade" not in an.open("/beheer/sluitingen").text


def test_an_open_ended_closure_of_a_place_is_one_row_without_an_end(dirk: Reader, key, kept) -> None:
    depot = key(Depot, name=LOODS)
    form = dirk.open(f"/beheer/sluitingen/nieuw?what=depot:{depot}").form("/nieuw")
    preview = dirk.send(form, first="2027-08-01", last="", reason="Asbest")
    assert "Asbest" in dirk.follow(dirk.send(preview.form("/nieuw"))).text
    assert "tot nader bericht" in dirk.open(f"/beheer/plaatsen/{depot}").text
