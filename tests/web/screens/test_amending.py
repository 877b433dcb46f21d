"""Changing a line as its borrower reads it: price and findings before anything is asked, and what stands in the way told where it is."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from sqlalchemy import select

from booking.demo import cast
from booking.web.extensions import db
from booking.words import say
from models import Decision
from tests.web.screens.reader import Page, Posted, Reader
from tests.web.screens.test_story import asked

OTHER = "RAN-ZAAL-JP"
READERS = Callable[[str], Reader]
LATER = {"from_day": "2027-07-10", "to_day": "2027-07-10"}
SHOWN = re.compile(r'<li class="finding">.*?</span>(?:</span>)? <span>([^<]*)', re.DOTALL)


@pytest.fixture
def organiser(reader: READERS) -> Reader:
    """A teacher who acts for one school only."""
    return reader(cast.TEACHER_ZOERSEL)


@pytest.fixture
def lent(organiser: Reader, reader: READERS) -> str:
    """The school has the hall of Ranst on 12 June: approved."""
    reference, desk = asked(organiser, cast.HALL_RANST), reader(cast.DESK_RANST)
    desk.send(desk.open(f"/werklijst/{reference}").form("/goedkeuren"))
    return reference


def opened(organiser: Reader, reference: str) -> Posted:
    return organiser.open(f"/reservaties/{reference}/lijnen/1/wijzigen").form("/wijzigen")


def buttons(page: Page) -> set[str]:
    return {value for name, value in page.form("/wijzigen").buttons if name == "do"}


def test_price_and_findings_are_told_before_anything_is_asked_and_kept_as_they_were_told(organiser: Reader, lent: str) -> None:
    form = opened(organiser, lent)
    assert ("do", "amend") not in form.buttons, "nothing is changed yet"
    seen = organiser.send(form, **LATER, reason="Andere datum", do="preview")
    for told in ("Dit kan. De uitleendienst beslist.", "de prijs blijft dezelfde", "za 10 juli 2027", "Prijs van het dossier"):
        assert told in seen.text
    assert "Gevraagde wijziging" not in organiser.open(f"/reservaties/{lent}").text
    after = organiser.follow(organiser.send(seen.form("/wijzigen"), do="amend"))
    assert "Tot de uitleendienst beslist, blijft alles zoals het was." in after.text
    with organiser.visitor.client.application.app_context():
        kept = db.session.scalars(select(Decision.findings).where(Decision.act == "amend")).one()
    told = [" ".join(text.replace("\xa0", " ").split()) for text in SHOWN.findall(seen.html)]
    assert sorted(told) == sorted(say(each["code"], "nl", **each["evidence"]) for each in kept)


def test_what_is_taken_is_told_with_other_dates_that_fill_in_the_form(organiser: Reader, lent: str) -> None:
    asked(organiser, OTHER)
    page = organiser.open(f"/reservaties/{lent}/lijnen/1/wijzigen")
    other = re.search(rf'<option value="(\d+)">[^<]*\({OTHER}\)', page.html)
    assert other
    seen = organiser.send(page.form("/wijzigen"), asset=other[1], do="preview")
    assert "Dan is het niet vrij." in seen.text
    assert "amend" not in buttons(seen)
    again = organiser.send(seen.form("/wijzigen"), do=next(each for each in buttons(seen) if each.startswith("at:")))
    assert "amend" in buttons(again)


def test_a_price_that_nobody_saw_is_shown_first(organiser: Reader, lent: str) -> None:
    seen = organiser.send(opened(organiser, lent), **LATER, do="preview").form("/wijzigen")
    shown = organiser.send(seen, to_time="23:30", do="amend")
    assert (shown.status, "gewijzigd sinds u de prijs bekeek" in shown.text) == (422, True)
    assert organiser.send(shown.form("/wijzigen"), do="amend").status == 303


def test_a_change_that_is_sent_twice_is_asked_once_and_may_be_taken_back(organiser: Reader, lent: str) -> None:
    form = organiser.send(opened(organiser, lent), **LATER, do="preview").form("/wijzigen")
    assert [organiser.send(form, do="amend").status for _ in range(2)] == [303, 303]
    assert "Er wacht al een wijziging op antwoord." in organiser.open(f"/reservaties/{lent}/lijnen/1/wijzigen").text
    back = organiser.follow(organiser.send(organiser.open(f"/reservaties/{lent}").form("/wijziging-intrekken")))
    assert "Uw wijziging is ingetrokken. Alles blijft zoals het was." in back.text
    assert "do" in {name for name, _ in opened(organiser, lent).buttons}


def test_a_change_of_nothing_says_so(organiser: Reader, lent: str) -> None:
    nothing = organiser.send(opened(organiser, lent), do="amend")
    assert (nothing.status, "Zo staat het al. Wijzig eerst iets." in nothing.text) == (422, True)


def test_what_the_tariff_counts_with_is_asked_of_the_way_that_is_chosen_and_changes_the_price(reader: READERS) -> None:
    sofie = reader(cast.ORGANISER)
    reference = asked(sofie, cast.STAGE_ZANDHOVEN)
    form = opened(sofie, reference)
    assert "measures-0-amount" in form.fields
    seen = sofie.send(form, handover="delivery", **{"measures-0-amount": "12,5"}, do="preview")
    assert "meer dan nu" in seen.text
    after = sofie.follow(sofie.send(seen.form("/wijzigen"), do="amend"))
    assert "De wijziging is genoteerd." in after.text
    assert opened(sofie, reference).fields["measures-0-amount"] == "12,5"
