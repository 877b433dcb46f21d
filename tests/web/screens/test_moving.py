"""Moving a line as a desk and a borrower read it: what would come of it before anything is written, and what they are told after."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from booking.demo import cast
from tests.web.screens.reader import Posted, Reader
from tests.web.screens.test_story import asked

OTHER = "RAN-ZAAL-JP"
READERS = Callable[[str], Reader]
LATER = {"from_day": "2027-07-10", "to_day": "2027-07-10"}


@pytest.fixture
def organiser(reader: READERS) -> Reader:
    """A teacher who acts for one school only."""
    return reader(cast.TEACHER_ZOERSEL)


@pytest.fixture
def lent(organiser: Reader, reader: READERS) -> str:
    """The school has the hall of Ranst on 12 June: approved."""
    reference = asked(organiser, cast.HALL_RANST)
    desk = reader(cast.DESK_RANST)
    desk.send(desk.open(f"/werklijst/{reference}").form("/goedkeuren"))
    return reference


def opened(desk: Reader, reference: str) -> Posted:
    return desk.open(f"/werklijst/{reference}/lijnen/1/verplaatsen").form("/verplaatsen")


def test_the_desk_reads_what_comes_of_it_before_anything_is_written(reader: READERS, organiser: Reader, lent: str) -> None:
    desk = reader(cast.DESK_RANST)
    seen = desk.send(opened(desk, lent), **LATER, do="preview")
    assert seen.status == 200
    for told in ("De ontlener moet hiermee akkoord gaan.", "de prijs blijft dezelfde", "Het gebruik valt op een ander moment.",
                 "Ranst vraagt of lijn 1 anders mag.", "Stel voor aan de ontlener"):  # fmt: skip
        assert told in seen.text
    assert "stelt voor" not in organiser.open(f"/reservaties/{lent}").text


def test_a_move_is_proposed_and_the_borrower_reads_its_price_and_answers(reader: READERS, organiser: Reader, lent: str) -> None:
    desk = reader(cast.DESK_RANST)
    after = desk.follow(desk.send(opened(desk, lent), **LATER, do="move", reason="Schilderwerken"))
    assert "Tot het antwoord blijft ze staan zoals ze was." in after.text
    assert "Trek het voorstel in" in after.text
    page = organiser.open(f"/reservaties/{lent}")
    for told in ("De uitleendienst stelt voor:", "Schilderwerken", "De prijs wordt dan", "Zegt u nee of niets"):
        assert told in page.text
    answered = organiser.follow(organiser.send(page.form("/aanvaarden")))
    assert "za 10 juli 2027" in answered.text


def test_the_desk_takes_its_proposal_back(reader: READERS, lent: str) -> None:
    desk = reader(cast.DESK_RANST)
    after = desk.follow(desk.send(opened(desk, lent), **LATER, do="move"))
    assert "De lijn blijft zoals ze was." in desk.follow(desk.send(after.form("/voorstel-intrekken"))).text
    assert opened(desk, lent).action.endswith("/verplaatsen")


def test_what_is_taken_is_told_with_other_dates_that_fill_in_the_form(reader: READERS, organiser: Reader, lent: str) -> None:
    asked(organiser, OTHER)
    desk = reader(cast.DESK_RANST)
    form = opened(desk, lent)
    seen = desk.send(form, asset=str(other(desk, lent)), do="move")
    assert seen.status == 422
    assert "Dan is het niet vrij." in seen.text
    fill = next(value for _, value in seen.form("/verplaatsen").buttons if value.startswith("at:"))
    again = desk.send(seen.form("/verplaatsen"), do=fill)
    assert again.status == 200
    assert "De ontlener moet hiermee akkoord gaan." in again.text


def other(desk: Reader, reference: str) -> int:
    """The id of the other room, as the form names it."""
    page = desk.open(f"/werklijst/{reference}/lijnen/1/verplaatsen").html
    found = re.search(rf'<option value="(\d+)">[^<]*\({OTHER}\)', page)
    assert found
    return int(found[1])


def test_the_board_asks_for_the_form_alone_and_is_led_back_to(reader: READERS, lent: str) -> None:
    desk = reader(cast.DESK_RANST)
    address, board = f"/werklijst/{lent}/lijnen/1/verplaatsen", "/planning?vanaf=2027-06-07&weken=1"
    part = {"HX-Request": "true", "HX-Request-Type": "partial", "Referer": f"http://localhost{board}"}
    answer = desk.visitor.get(address, headers=part)
    assert "<html" not in answer.text
    assert 'id="venster-titel"' in answer.text
    assert board.replace("&", "&amp;") in answer.text
    assert address in desk.open(f"/planning?vanaf=2027-06-07&weken=1&q={cast.HALL_RANST}").html
    assert desk.visitor.get(address, headers={"Referer": "http://["}).status_code == 200


def test_the_borrower_may_choose_another_room_too(reader: READERS, organiser: Reader, lent: str) -> None:
    page = organiser.open(f"/reservaties/{lent}/lijnen/1/wijzigen")
    assert "Hetzelfde soort" in page.html
    assert OTHER in page.text


def test_a_stranger_to_the_dossier_finds_nothing(reader: READERS, organiser: Reader, lent: str) -> None:
    address = f"/werklijst/{lent}/lijnen/1/verplaatsen"
    assert reader(cast.DESK_BRECHT).open(address).status == 404
    assert organiser.open(address).status == 403
    assert address not in reader(cast.TECHNICIAN_RANST).open(f"/planning?vanaf=2027-06-07&weken=1&q={cast.HALL_RANST}").html
