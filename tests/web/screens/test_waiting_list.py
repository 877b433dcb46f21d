"""Waiting for what is taken, in pages: a button on the request, a list of places, and an offer as soon as something is called off."""

from __future__ import annotations

from collections.abc import Callable

from booking.demo import cast
from tests.support.engines import on_both_engines
from tests.web.screens.reader import Reader
from tests.web.screens.test_story import asked
from tests.web.screens.test_wrong_input import NEW

TAKEN = f"{NEW}?line={cast.HALL_RANST}~20270612T1200Z~20270612T2000Z~1"


@on_both_engines
def test_what_is_called_off_is_offered_to_who_waits_and_asked_for_with_one_button(reader: Callable[[str], Reader]) -> None:
    griet, sofie = reader(cast.TEACHER_ZOERSEL), reader(cast.ORGANISER)
    reference = asked(griet, cast.HALL_RANST)
    form = sofie.open(TAKEN)
    assert "Zet mij op de wachtlijst" in form.text
    waiting = sofie.follow(sofie.send(form.form(NEW), event="Wachtend feest", do="wait:0"))
    assert "U staat op de wachtlijst" in waiting.text
    assert "U bent als eerste aan de beurt" in waiting.text

    cancel = griet.open(f"/reservaties/{reference}/annuleren")
    griet.send(cancel.form(f"/reservaties/{reference}/annuleren"), reason="")
    offered = sofie.open("/wachtlijst")
    assert "Vrijgekomen voor u" in offered.text
    reservation = sofie.follow(sofie.send(offered.form("/aanvragen")))
    assert "Wachtend feest" in reservation.text
    assert "U wacht nergens op" in sofie.open("/wachtlijst").text


def test_what_is_free_has_no_queue(reader: Callable[[str], Reader]) -> None:
    sofie = reader(cast.ORGANISER)
    form = sofie.open(TAKEN)
    assert "wachtlijst" not in form.html
    told = sofie.send(form.form(NEW), event="Feest", do="wait:0")
    assert told.status == 409
    assert "vraag het meteen aan" in told.text


def test_another_line_of_the_request_stays_on_the_form(reader: Callable[[str], Reader]) -> None:
    griet, sofie = reader(cast.TEACHER_ZOERSEL), reader(cast.ORGANISER)
    asked(griet, cast.HALL_RANST)
    form = sofie.open(f"{TAKEN}&line={cast.STAGE_ZANDHOVEN}~20270612T1200Z~20270612T2000Z~1")
    told = sofie.send(form.form(NEW), event="Feest", do="wait:0")
    assert told.status == 200
    assert "U staat op de wachtlijst" in told.text
    assert cast.STAGE_ZANDHOVEN in told.form(NEW).fields.values()
    assert cast.HALL_RANST not in told.form(NEW).fields.values()
