"""The desk's side in pages: work by kind and filter, several lines at once, a request for a borrower, and what an organiser takes along."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from icalendar import Calendar

from booking.demo import cast
from tests.web.screens.reader import Reader, in_order
from tests.web.screens.test_story import asked
from tests.web.screens.test_wrong_input import NEW

HALL_ON = "line={code}~20270612T1200Z~20270612T2000Z~1"


@pytest.fixture
def organiser(reader: Callable[[str], Reader]) -> Reader:
    """A teacher who acts for one school only."""
    return reader(cast.TEACHER_ZOERSEL)


def decide(an: Reader, act: str, *lines: str, reason: str = "", address: str = "/werklijst") -> tuple[int, str]:
    """What a desk reads after it ticked lines and pressed a button."""
    form = next(form for form in an.open(address).forms if "/beslissen" in form.action)
    answer = an.visitor.send_without_token(form.action, {**form.fields, "line": list(lines), "act": act, "reason": reason})
    return answer.status_code, " ".join(answer.text.split())


def test_ticked_lines_are_approved_together_and_one_that_cannot_be_is_told(organiser: Reader, reader) -> None:
    an = reader(cast.DESK_RANST)
    first, second = asked(organiser, cast.HALL_RANST), asked(organiser, cast.BARRIERS_RANST)
    status, text = decide(an, "approve", f"{first}:1", f"{second}:1", "SD-2027-000999:1", "nonsense")
    assert status == 200
    assert "2 lijnen zijn goedgekeurd" in text
    assert "Dit kon niet:" in text
    assert "SD-2027-000999" in text
    assert "Er wacht niets op een beslissing" in text


def test_a_refusal_of_several_needs_a_reason_and_nothing_ticked_is_told(organiser: Reader, reader) -> None:
    an, reference = reader(cast.DESK_RANST), asked(organiser, cast.HALL_RANST)
    status, text = decide(an, "refuse", f"{reference}:1")
    assert (status, f'value="{reference}:1" checked' in text) == (422, True), "what was ticked stays so"
    status, text = decide(an, "approve")
    assert status == 422
    assert "Duid eerst aan waarover u beslist." in text
    assert "Eén lijn is geweigerd" in decide(an, "refuse", f"{reference}:1", reason="Te druk.")[1]
    assert "Te druk." in organiser.open(f"/reservaties/{reference}").text


def test_the_work_is_found_by_category_depot_and_text(organiser: Reader, reader) -> None:
    an = reader(cast.DESK_RANST)
    asked(organiser, cast.HALL_RANST, event="Repetitie")
    asked(organiser, cast.BARRIERS_RANST, event="Wielerwedstrijd")
    assert "Wielerwedstrijd" not in an.open("/werklijst?category=meeting_room").text
    assert "Repetitie" not in an.open("/werklijst?q=wielerwedstrijd nadar").text
    assert "Geen werk van deze soort past bij uw filter." in an.open("/werklijst?q=zeppelin").text
    assert an.open("/werklijst?tab=nergens&depot=x&category=%00").status == 200
    link = next(link for link, _ in an.open("/werklijst?q=repetitie").links if "q=repetitie" in link and "/SD-" in link)
    assert "/werklijst?q=repetitie" in {address for address, _ in an.open(link).links}, "the way back leads to the same list"


def test_what_came_back_waits_to_be_closed(organiser: Reader, reader, at) -> None:
    reference, an = asked(organiser, cast.HALL_RANST), reader(cast.DESK_RANST)
    decide(an, "approve", f"{reference}:1")
    at("2027-06-12T14:00:00+02:00")
    jan = reader(cast.TECHNICIAN_RANST)
    out = jan.open(f"/taken/{reference}/lijnen/1").form("/uitgeven")
    jan.send(out, **in_order(out, person="Sofie Peeters", confirmed="y"))
    back = jan.open(f"/taken/{reference}/lijnen/1").form("/terugnemen")
    jan.send(back, **in_order(back))
    an = reader(cast.DESK_RANST)
    assert "Teruggebracht: nakijken en afsluiten." in an.open("/werklijst?tab=close").text
    status, text = decide(an, "close", f"{reference}:1", address="/werklijst?tab=close")
    assert (status, "Eén lijn is afgesloten." in text, "Niets is nog af te sluiten" in text) == (200, True, True)


def test_a_desk_takes_back_what_it_promised_with_a_reason_that_the_borrower_reads(organiser: Reader, reader) -> None:
    reference, an = asked(organiser, cast.HALL_RANST), reader(cast.DESK_RANST)
    decide(an, "approve", f"{reference}:1")
    address = f"/reservaties/{reference}/lijnen/1/annuleren"
    assert address in an.open(f"/werklijst/{reference}").html
    form = an.open(address).form("/annuleren")
    assert an.send(form).fault("reason") == "Vul dit veld in."
    after = an.follow(an.send(form, reason="Het dak lekt."))
    assert "Lijn 1 is geannuleerd en weer vrij." in after.text
    assert "Het dak lekt." in organiser.open(f"/reservaties/{reference}").text


def test_a_desk_finds_a_borrower_of_its_own_and_asks_for_it(reader) -> None:
    an = reader(cast.DESK_RANST)
    page = an.open(f"{NEW}?{HALL_ON.format(code=cast.HALL_RANST)}")
    assert "Vraag aan" not in page.text
    nobody = an.send(page.form(NEW), who="verzonnen school", do="find")
    assert "borrower" not in nobody.form(NEW).fields, "the school of Zoersel is not this desk's"
    assert "Geen ontlener van uw gemeente heet zo." in nobody.text
    found = an.send(page.form(NEW), who="lindekapel", do="find")
    assert "€ 20,00" in found.text
    made = an.follow(an.send(found.form(NEW), event="Dorpsfeest", do="request"))
    assert cast.ASSOCIATION_RANST in made.text
    assert "Dorpsfeest" in reader(cast.ORGANISER).open("/reservaties").text


def test_a_reservation_is_a_file_for_a_calendar_and_a_sheet_to_take_along(organiser: Reader) -> None:
    reference = asked(organiser, cast.HALL_RANST, cast.STAGE_ZANDHOVEN)
    answer = organiser.visitor.get(f"/reservaties/{reference}/agenda.ics")
    events = Calendar.from_ical(answer.data).events
    assert [str(event["SUMMARY"]) for event in events] == [
        "Zomerfeest: Vergaderlokaal Jozef Simons",
        "Zomerfeest: Podiumwagen Zandhoven 8 × 6 m",
    ]
    assert {str(event["STATUS"]) for event in events} == {"TENTATIVE"}
    sheet = organiser.open(f"/reservaties/{reference}/blad")
    assert "vr 11 juni 2027 16:00" in sheet.text
    assert "2240 Zandhoven" in sheet.text


def test_own_reservations_are_what_comes_what_waits_and_what_is_past(organiser: Reader, reader, at) -> None:
    asked(organiser, cast.HALL_RANST, event="Zomerfeest")
    assert "Zomerfeest" in organiser.open("/reservaties?tab=open&q=zomer").text
    assert "Zomerfeest" not in organiser.open("/reservaties?q=winter").text
    assert "Nog niets voorbij" in organiser.open("/reservaties?tab=past").text
    assert organiser.open("/reservaties?tab=x&borrower=x&page=-3&q=%25").status == 200
    at("2027-08-01T09:00:00+02:00")
    later = reader(cast.TEACHER_ZOERSEL)
    assert "Zomerfeest" in later.open("/reservaties?tab=past").text
    assert "Nog geen reservaties" in later.open("/reservaties").text


def test_beside_the_form_stands_what_it_comes_to_before_it_has_a_name(organiser: Reader) -> None:
    form = organiser.open(f"{NEW}?{HALL_ON.format(code=cast.HALL_RANST)}&{HALL_ON.format(code=cast.STAGE_ZANDHOVEN)}").form(NEW)
    fields = {**form.fields, "lines-1-to_day": "2027-06-11"}
    live = organiser.visitor.client.post(form.action, data=fields, headers={"HX-Request": "true"})
    assert live.status_code == 200
    assert "<html" not in live.text
    assert 'id="uitkomst"' in live.text
    assert 'id="bevonden-2"' in live.text
    assert "Vul dit veld in" not in live.text
    assert "Vraag aan" not in live.text, "one line is not complete"
