"""Whatever is typed wrong is told at its field, and everything typed is still there."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import func, select

from booking.demo import cast
from booking.web.extensions import db
from booking.web.forms.typed import CHOSEN, WRITTEN
from booking.words.fields import FIELDS
from models import Reservation
from tests.support.engines import on_both_engines
from tests.web.screens.reader import Page, Posted, Reader

NEW = "/reservaties/nieuw"
BARRIERS = f"{NEW}?line={cast.BARRIERS_RANST}~20270612T1200Z~20270612T2000Z~40&line={cast.HALL_RANST}~20270612T1200Z~20270612T2000Z~1"
TYPED = {"event": "Zomerfeest <b>&", "place": "Kerkplein 1", "note": "Graag tijdig.\nDank!", "attendance": "120", "do": "preview"}

WRONG = {
    "a name of 300 characters": ({"event": "x" * 300}, "event", "hoogstens 200 tekens"),
    "no name": ({"event": " "}, "event", "Vul dit veld in"),
    "a place of 300 characters": ({"place": "x" * 300}, "place", "hoogstens 200 tekens"),
    "an end before its start": ({"lines-0-to_day": "2027-06-11"}, "lines-0-to_day", "Het einde moet na het begin liggen"),
    "an end at its start": ({"lines-0-to_time": "14:00"}, "lines-0-to_time", "Het einde moet na het begin liggen"),
    "no units": ({"lines-0-units": "0"}, "lines-0-units", "Vraag minstens 1 stuk"),
    "less than no units": ({"lines-0-units": "-1"}, "lines-0-units", "Vraag minstens 1 stuk"),
    "more units than there are": ({"lines-0-units": "10000"}, "lines-0-units", "in voorraad: 200"),
    "more units than a number holds": ({"lines-0-units": "9" * 30}, "lines-0-units", "Zoveel stuks zijn er niet"),
    "units that are no number": ({"lines-0-units": "twee"}, "lines-0-units", "Dit is geen geheel getal"),
    "an asset that does not exist": ({"lines-0-asset": "Luchtballon"}, "lines-0-asset", "Luchtballon"),
    "no asset": ({"lines-0-asset": ""}, "lines-0-asset", "Vul dit veld in"),
    "a time that does not exist": (
        {"lines-0-from_day": "2027-03-28", "lines-0-from_time": "02:30", "lines-0-to_day": "2027-03-28"},
        "lines-0-from_time",
        "Dit uur bestaat niet",
    ),
    "a time that occurs twice": (
        {"lines-0-from_day": "2027-10-31", "lines-0-from_time": "02:30", "lines-0-to_day": "2027-10-31"},
        "lines-0-from_time",
        "twee keer voor",
    ),
    "a date that does not exist": ({"lines-0-from_day": "2027-02-30"}, "lines-0-from_day", "geen datum of uur"),
    "a year of nowhere": ({"lines-0-to_day": "9999-12-31"}, "lines-0-to_day", "buiten de kalender"),
    "somebody else's borrower": ({"borrower": "1"}, "borrower", "Kies uit de lijst"),
    "a person who is nobody here": ({"lines-0-driver": "99999"}, "lines-0-driver", "Kies uit de lijst"),
    "a handover that is none": ({"lines-0-handover": "drone"}, "lines-0-handover", "Kies uit de lijst"),
}


@pytest.fixture
def form(organiser: Reader) -> Posted:
    """The form with two lines, filled in well."""
    found = organiser.open(BARRIERS).form(NEW)
    found.fields.update(TYPED)
    return found


@pytest.mark.parametrize(("wrong", "field", "said"), WRONG.values(), ids=WRONG)
def test_it_is_told_at_the_field_and_at_the_top_and_nothing_typed_is_lost(
    organiser: Reader, form: Posted, wrong, field: str, said: str
) -> None:
    page = organiser.send(form, **wrong)
    assert page.status == 422
    assert said in page.fault(field) or said in page.text
    assert f'href="#{field}"' in page.html
    _assert_kept(page, {**form.fields, **wrong})


def test_all_that_is_wrong_is_told_at_once(organiser: Reader, form: Posted) -> None:
    page = organiser.send(form, event="", **{"lines-0-units": "0", "lines-1-asset": "Luchtballon"})
    assert {field for field in ("event", "lines-0-units", "lines-1-asset") if page.fault(field)} == {
        "event",
        "lines-0-units",
        "lines-1-asset",
    }


def test_an_hour_that_occurs_twice_is_asked_about_and_then_known(organiser: Reader, form: Posted) -> None:
    typed = {"lines-0-from_day": "2027-10-31", "lines-0-from_time": "02:30", "lines-0-to_day": "2027-10-31", "lines-0-to_time": "12:00"}
    asked = organiser.send(form, **typed)
    assert "Dit beginuur komt twee keer voor" in asked.text
    assert asked.html.count('name="lines-0-from_fold"') == 2
    answered = organiser.send(asked.form(NEW), do="preview", **{"lines-0-from_fold": "1"})
    assert (answered.status, answered.form(NEW).fields["lines-0-from_fold"]) == (200, "1")


def test_a_closed_day_is_told_at_its_line(organiser: Reader, form: Posted) -> None:
    closed = {f"lines-1-{end}_time": hour for end, hour in (("from", "02:00"), ("to", "04:00"))}
    page = organiser.send(form, **closed)
    assert page.status == 200
    assert "Niet open op het gevraagde tijdstip" in page.text
    assert 'href="#lijn-2"' in page.html
    assert ("do", "request") not in page.form(NEW).buttons
    _assert_kept(page, {**form.fields, **closed})


def test_lines_are_added_filled_and_removed_without_losing_a_word(organiser: Reader, form: Posted) -> None:
    added = organiser.send(form, do="add")
    assert added.form(NEW).fields["lines-2-from_day"] == "2027-06-12"
    filled = organiser.send(added.form(NEW), do=f"fill:2:{cast.STAGE_ZANDHOVEN}~20270619T1200Z~20270619T2000Z~1")
    assert filled.form(NEW).fields["lines-2-asset"] == cast.STAGE_ZANDHOVEN
    assert filled.form(NEW).fields["lines-2-from_day"] == "2027-06-19"
    removed = organiser.send(filled.form(NEW), do="remove:0")
    fields = removed.form(NEW).fields
    assert [value for name, value in fields.items() if name.endswith("-asset")] == [cast.HALL_RANST, cast.STAGE_ZANDHOVEN]
    assert fields["event"] == TYPED["event"]
    assert organiser.send(removed.form(NEW), do="preview").status == 200


@pytest.mark.parametrize("act", ["remove:9", "remove:-1", "fill:0:nonsense", "fill:²:x", "dance", ""])
def test_a_button_that_is_none_changes_nothing(organiser: Reader, form: Posted, act: str) -> None:
    page = organiser.send(form, do=act)
    assert page.status == 200
    _assert_kept(page, form.fields)


def test_an_expired_form_keeps_everything_and_can_be_sent_again(organiser: Reader, form: Posted) -> None:
    expired = organiser.send(form, csrf_token="0" * 64)
    assert expired.status == 400
    again = expired.form(NEW)
    _assert_kept(expired, form.fields)
    assert organiser.send(again).status == 200


def test_an_expired_form_calls_its_fields_as_the_screens_do(organiser: Reader, form: Posted) -> None:
    expired = organiser.send(form, csrf_token="0" * 64)
    shown = re.findall(r"<dt>(.+?)</dt><dd[^>]*>(.+?)</dd>", expired.html)
    assert ("Plaats", TYPED["place"]) in shown
    assert ("Lijn 1, van", "2027-06-12") in shown
    assert [name for name, _ in shown if "-" in name or "_" in name] == []


def test_every_field_that_is_told_back_has_its_name() -> None:
    assert set(FIELDS) >= WRITTEN | CHOSEN


@on_both_engines
def test_a_form_sent_twice_is_one_reservation(organiser: Reader, form: Posted, app) -> None:
    seen = organiser.send(form).form(NEW)
    first, second = organiser.send(seen, do="request"), organiser.send(seen, do="request")
    assert first.status == second.status == 303
    assert first.location == second.location
    assert "Er is niets dubbel geregistreerd" in organiser.follow(second).text
    with app.app_context():
        assert db.session().scalar(select(func.count()).select_from(Reservation)) == 1


def test_a_form_gone_back_to_and_changed_asks_again_before_it_makes_a_second(organiser: Reader, form: Posted) -> None:
    seen = organiser.send(form).form(NEW)
    organiser.send(seen, do="request")
    later = {f"lines-{line}-{end}_day": "2027-07-10" for line in (0, 1) for end in ("from", "to")}
    changed = organiser.send(seen, do="preview", event="Winterfeest", **later)
    told = organiser.send(changed.form(NEW), do="request")
    assert told.status == 409
    assert "was al verzonden" in told.text
    assert organiser.send(told.form(NEW), do="request").status == 303


def test_what_was_changed_after_the_price_was_seen_is_shown_first(organiser: Reader, form: Posted) -> None:
    seen = organiser.send(form).form(NEW)
    page = organiser.send(seen, do="request", **{"lines-0-units": "60"})
    assert page.status == 200
    assert "gewijzigd sinds u de prijs bekeek" in page.text
    assert organiser.send(page.form(NEW), do="request").status == 303


def test_another_desks_line_is_not_there(organiser: Reader, form: Posted, reader) -> None:
    reference = organiser.send(organiser.send(form).form(NEW), do="request").location.rpartition("/")[2]
    mia = reader(cast.DESK_ZANDHOVEN)
    assert mia.open(f"/werklijst/{reference}").status == 404
    token = {"csrf_token": mia.visitor.token()}
    for act in ("goedkeuren", "weigeren", "verplaatsen"):
        assert mia.send(Posted(f"/werklijst/{reference}/lijnen/1/{act}", token)).status == 404


SEARCHES = {
    "an end before its start": ("from_day=2027-06-12&from_time=14:00&to_day=2027-06-11&to_time=22:00&units=1", "to_day"),
    "a time that does not exist": ("from_day=2027-03-28&from_time=02:30&to_day=2027-03-28&to_time=22:00&units=1", "from_time"),
    "the past": ("from_day=2026-06-12&from_time=14:00&to_day=2026-06-12&to_time=22:00&units=1", "from_day"),
    "no units": ("from_day=2027-06-12&from_time=14:00&to_day=2027-06-12&to_time=22:00&units=0", "units"),
    "half a date": ("from_day=2027-06&from_time=14:00&to_day=2027-06-12&to_time=22:00&units=1", "from_day"),
    "an end that is no date": ("from_day=2027-06-12&from_time=14:00&to_day=morgen&to_time=22:00&units=1", "to_day"),
}


@pytest.mark.parametrize(("query", "field"), SEARCHES.values(), ids=SEARCHES)
def test_a_search_tells_what_is_wrong_at_its_field(organiser: Reader, query: str, field: str) -> None:
    page = organiser.open(f"/?{query}")
    assert page.status == 422
    assert page.fault(field)


def _assert_kept(page: Page, typed: dict[str, str]) -> None:
    """Everything typed is in the form of the page, to the letter."""
    found = page.form(NEW).fields
    ignored = {"do", "seen", "csrf_token"}
    lost = {name: (value, found.get(name)) for name, value in typed.items() if name not in ignored and not _same(value, found.get(name))}
    choices = {name for name in lost if name.rpartition("-")[2] in {"borrower", "driver", "handover"}}
    assert {name: lost[name] for name in lost if name not in choices} == {}


def _same(typed: str, shown: str | None) -> bool:
    return shown is not None and typed.split() == shown.split()
