"""From a search to a return, in pages: the organiser asks, three desks decide, the depot hands over, and what breaks is settled."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

import pytest

from booking.clock import now
from booking.demo import cast
from booking.demo.cast import asset_id
from booking.queries.actors import actor_of
from booking.rules.periods import local
from booking.services import incidents
from booking.web.extensions import db
from tests.support.engines import on_both_engines
from tests.web.screens.reader import Page, Reader, in_order
from tests.web.screens.test_wrong_input import NEW

DATES = "from_day=2027-06-12&from_time=14:00&to_day=2027-06-12&to_time=22:00&units=1&purpose=event"


def chosen(who: Reader, page: Page, code: str) -> Page:
    """The results again, once an asset was put in the basket."""
    form = page.form("/mand")
    return who.follow(who.send(form, do=next(value for _, value in form.buttons if value.startswith(f"add:{code}~"))))


def asked(organiser: Reader, *codes: str, event: str = "Zomerfeest") -> str:
    """The reference of a request for these assets on Saturday 12 June."""
    lines = "&".join(f"line={code}~20270612T1200Z~20270612T2000Z~1" for code in codes)
    preview = organiser.send(organiser.open(f"{NEW}?{lines}").form(NEW), event=event, do="preview")
    assert preview.status == 200, preview.text
    return organiser.send(preview.form(NEW), do="request").location.rpartition("/")[2]


@pytest.fixture
def organiser(reader: Callable[[str], Reader]) -> Reader:
    """A teacher who acts for one school only."""
    return reader(cast.TEACHER_ZOERSEL)


@on_both_engines
def test_what_is_free_is_picked_previewed_asked_for_and_decided(reader) -> None:
    sofie, an = reader(cast.ORGANISER), reader(cast.DESK_RANST)
    halls = sofie.open(f"/?{DATES}&category=meeting_room")
    assert "vrij op za 12 juni 2027 14:00–22:00" in halls.text
    assert "1 middel · € 20,00" in chosen(sofie, halls, cast.HALL_RANST).text
    stages = sofie.open(f"/?{DATES}&category=mobile_stage")
    assert "Uitgifte vr 11 juni 2027 16:00, terugname ma 14 juni 2027 07:30" in stages.text
    both = chosen(sofie, stages, cast.STAGE_ZANDHOVEN)
    assert "2 middelen · €" in both.text
    form = sofie.follow(sofie.send(both.form("/mand"), do="ask"))
    preview = sofie.send(form.form(NEW), event="Zomerfeest", do="preview")
    assert preview.status == 200
    assert "Alles samen €" in preview.text
    assert "Wat dan nog moet gebeuren" in preview.text
    shown = sofie.follow(sofie.send(preview.form(NEW), do="request"))
    assert "genoteerd onder nummer SD-2027-000001" in shown.text
    assert "Zomerfeest" in an.open("/werklijst").text
    dossier = an.open("/werklijst/SD-2027-000001")
    assert "Podiumwagen" not in dossier.text, "another owner's line is not for this desk"
    approved = an.follow(an.send(dossier.form("/lijnen/1/goedkeuren")))
    assert "Lijn 1 is goedgekeurd" in approved.text
    assert "Er wacht niets op een beslissing" in approved.text
    assert "Goedgekeurd" in sofie.open("/reservaties").text


def test_a_taken_asset_is_answered_with_dates_and_places_that_fill_the_line(organiser: Reader, reader) -> None:
    asked(organiser, cast.HALL_RANST)
    line = f"line={cast.HALL_RANST}~20270612T1200Z~20270612T2000Z~1"
    sofie = reader(cast.ORGANISER)
    taken = sofie.send(sofie.open(f"{NEW}?{line}").form(NEW), event="Repetitie", do="preview")
    assert "Niet vrij" in taken.text
    assert "Wel vrij op" in taken.text
    assert "Wel vrij in de buurt" in taken.text
    assert ("do", "request") not in taken.form(NEW).buttons
    dates = [value for name, value in taken.form(NEW).buttons if value.startswith(f"fill:0:{cast.HALL_RANST}~")]
    moved = sofie.send(taken.form(NEW), do=dates[0])
    again = sofie.send(moved.form(NEW), do="preview")
    assert ("do", "request") in again.form(NEW).buttons


def test_who_comes_second_between_price_and_request_is_told_and_keeps_the_form(organiser: Reader, reader) -> None:
    sofie = reader(cast.ORGANISER)
    line = f"line={cast.HALL_RANST}~20270612T1200Z~20270612T2000Z~1"
    seen = sofie.send(sofie.open(f"{NEW}?{line}").form(NEW), event="Repetitie", do="preview").form(NEW)
    asked(organiser, cast.HALL_RANST)
    late = sofie.send(seen, do="request")
    assert (late.status, late.form(NEW).fields["event"]) == (409, "Repetitie")
    assert "Wel vrij op" in late.text


@on_both_engines
def test_a_refusal_needs_a_reason_and_the_borrower_reads_it(organiser: Reader, reader) -> None:
    reference, an = asked(organiser, cast.HALL_RANST), reader(cast.DESK_RANST)
    form = an.open(f"/werklijst/{reference}").form("/lijnen/1/weigeren")
    without = an.send(form)
    assert (without.status, without.fault("nee-1-reason")) == (422, "Vul dit veld in.")
    an.send(form, **{"nee-1-reason": "De zaal wordt geschilderd."})
    mine = organiser.open(f"/reservaties/{reference}")
    assert "Geweigerd" in mine.text
    assert "De zaal wordt geschilderd." in mine.text


def test_what_is_left_after_a_refusal_has_a_new_price_that_the_borrower_accepts(organiser: Reader, reader) -> None:
    reference, an = asked(organiser, cast.HALL_RANST, cast.BARRIERS_RANST), reader(cast.DESK_RANST)
    assert "te aanvaarden" not in organiser.open(f"/reservaties/{reference}").text
    an.send(an.open(f"/werklijst/{reference}").form("/lijnen/2/weigeren"), **{"nee-2-reason": "Uitgeleend."})
    seen = an.open(f"/reservaties/{reference}")
    assert "nog door de ontlener te aanvaarden" in seen.text
    assert "Aanvaard deze prijs" not in seen.text
    button = organiser.open(f"/reservaties/{reference}").form("/prijs/2/aanvaarden")
    accepted = organiser.follow(organiser.send(button))
    assert "U aanvaardde de nieuwe prijs." in accepted.text
    assert "te aanvaarden" not in accepted.text


@on_both_engines
@pytest.mark.parametrize(("answer", "state"), [("aanvaarden", "Goedgekeurd"), ("afslaan", "Aangevraagd")])
def test_a_proposal_is_held_until_it_is_answered(organiser: Reader, reader, answer: str, state: str) -> None:
    reference, an = asked(organiser, cast.HALL_RANST), reader(cast.DESK_RANST)
    move = f"/werklijst/{reference}/lijnen/1/verplaatsen"
    assert move in an.open(f"/werklijst/{reference}").html
    later = {f"{end}_day": "2027-06-13" for end in ("from", "to")}
    assert an.send(an.open(move).form(move), **later, reason="Zaterdag is er een feest.", do="move").status == 303
    proposed = organiser.open(f"/reservaties/{reference}")
    assert "De uitleendienst stelt voor: Vergaderlokaal Jozef Simons , zo 13 juni 2027 14:00–22:00" in proposed.text
    assert "Zaterdag is er een feest." in proposed.text
    assert state in organiser.follow(organiser.send(proposed.form(f"/{answer}"))).text


def test_a_change_of_an_approved_line_waits_beside_it_for_the_desk(organiser: Reader, reader) -> None:
    reference, an = asked(organiser, cast.HALL_RANST), reader(cast.DESK_RANST)
    an.send(an.open(f"/werklijst/{reference}").form("/goedkeuren"))
    address = f"/reservaties/{reference}/lijnen/1/wijzigen"
    page = organiser.open(address)
    wrong = organiser.send(page.form(address), to_time="13:00", reason="Langer")
    assert (wrong.status, wrong.form(address).fields["reason"]) == (422, "Langer")
    assert "Het einde moet na het begin liggen" in wrong.fault("to_time")
    seen = organiser.send(page.form(address), to_time="21:00", reason="Korter", do="preview")
    assert (seen.status, "Dit kan. De uitleendienst beslist." in seen.text) == (200, True)
    waiting = organiser.follow(organiser.send(seen.form(address), do="amend"))
    assert "Gevraagde wijziging" in waiting.text
    assert "De ontlener vraagt een wijziging." in an.open("/werklijst").text
    an.send(an.open(f"/werklijst/{reference}").form("/goedkeuren"))
    assert "za 12 juni 2027 14:00–21:00" in organiser.open(f"/reservaties/{reference}").text


def test_calling_off_asks_first_and_then_frees_everything(organiser: Reader) -> None:
    reference = asked(organiser, cast.HALL_RANST, cast.STAGE_ZANDHOVEN)
    sure = organiser.open(f"/reservaties/{reference}/annuleren")
    assert "Wilt u dit annuleren?" in sure.text
    done = organiser.follow(organiser.send(sure.form("/annuleren"), reason="Het gaat niet door."))
    assert "Wat u vasthield is weer vrij" in done.text
    assert "Annuleer alles" not in done.text
    assert asked(organiser, cast.HALL_RANST, cast.STAGE_ZANDHOVEN) != reference


def test_the_depot_hands_over_and_takes_back(organiser: Reader, reader, at) -> None:
    reference, an, jan = asked(organiser, cast.HALL_RANST), reader(cast.DESK_RANST), reader(cast.TECHNICIAN_RANST)
    an.send(an.open(f"/werklijst/{reference}").form("/goedkeuren"))
    assert "geen uitgiftes of terugnames gepland" in jan.open("/taken").text
    at("2027-06-12T14:00:00+02:00")
    jan, an = reader(cast.TECHNICIAN_RANST), reader(cast.DESK_RANST)
    work = jan.open("/taken")
    assert "Vandaag, za 12 juni 2027" in work.text
    assert "Zaal openen: Vergaderlokaal Jozef Simons" in work.text
    out = jan.open(f"/taken/{reference}/lijnen/1").form("/uitgeven")
    gone = jan.send(out, **in_order(out, person="Sofie Peeters", confirmed="y"))
    assert "Uitgegeven: Vergaderlokaal Jozef Simons." in jan.follow(gone).text
    back = jan.open(f"/taken/{reference}/lijnen/1").form("/terugnemen")
    well = in_order(back, note="Netjes.")
    assert "Teruggenomen: Vergaderlokaal Jozef Simons." in jan.follow(jan.send(back, **well)).text
    assert "Teruggenomen" in jan.follow(jan.send(back, **well)).text, "the same form, sent twice, counts once"
    again = jan.send(back, **well, once="another")
    assert (again.status, "Dit was al teruggenomen op za 12 juni 2027" in again.text) == (422, True)
    close = an.open(f"/werklijst/{reference}").form("/lijnen/1/afsluiten")
    assert "Lijn 1 is afgehandeld." in an.follow(an.send(close)).text
    assert "Dit kan niet meer: de lijn is afgehandeld." in an.follow(an.send(close)).text


def test_a_late_return_is_noted_with_when_it_is_expected(organiser: Reader, reader, at) -> None:
    reference, an = asked(organiser, cast.HALL_RANST), reader(cast.DESK_RANST)
    an.send(an.open(f"/werklijst/{reference}").form("/goedkeuren"))
    at("2027-06-12T14:00:00+02:00")
    jan = reader(cast.TECHNICIAN_RANST)
    out = jan.open(f"/taken/{reference}/lijnen/1").form("/uitgeven")
    jan.send(out, **in_order(out, person="Sofie Peeters", confirmed="y"))
    form = jan.open(f"/taken/{reference}/lijnen/1").form("/te-laat")
    nothing = jan.send(form, why="Ze belden.")
    assert (nothing.status, nothing.form("/te-laat").fields["why"]) == (422, "Ze belden.")
    assert nothing.fault("day")
    assert jan.send(form, day="2027-06-13", time="09:00").status == 303


@on_both_engines
def test_a_breakdown_is_reported_and_the_promise_it_hits_is_settled_by_its_desk(organiser: Reader, reader) -> None:
    reference, an, jan = asked(organiser, cast.HALL_RANST), reader(cast.DESK_RANST), reader(cast.TECHNICIAN_RANST)
    an.send(an.open(f"/werklijst/{reference}").form("/goedkeuren"))
    form = jan.open(f"/taken/melden?middel={cast.HALL_RANST}").form("/melden")
    wrong = jan.send(form, note="Waterschade", to_day="2027-01-01", to_time="10:00")
    assert (wrong.status, wrong.form("/melden").fields["note"]) == (422, "Waterschade")
    assert wrong.fault("to_day")
    for _again in range(2):  # as a telephone does that heard no answer
        assert "Vergaderlokaal Jozef Simons" in jan.follow(jan.send(form, note="Waterschade")).text
    assert "Eén beloofde uitlening komt in gevaar" in an.open("/werklijst").text
    conflicts = an.open("/werklijst/conflicten")
    address = next(href for href, _ in conflicts.links if href.startswith("/werklijst/conflicten/"))
    settle = an.open(address).form(address)
    assert an.send(settle, reason="").status == 422
    settled = an.follow(an.send(settle, resolution="accepted", reason="Droog tegen dan.", asset=None))
    assert "Geen enkele beloofde uitlening is in gevaar" in settled.text
    assert "weer te gebruiken" in jan.follow(jan.send(jan.open("/taken").form("/opgelost"))).text


@pytest.mark.parametrize(
    ("address", "entry"),
    [("/", "Zoeken"), ("/werklijst", "Werklijst"), ("/werklijst/conflicten", "Werklijst"), ("/taken/melden", "Vandaag"), ("/account", "")],
)
def test_the_menu_marks_where_one_is(reader, address: str, entry: str) -> None:
    page = reader(cast.DESK_RANST).open(address).html.partition("</nav>")[0]
    assert re.findall(r'aria-current="page">(.*?)<', page) == [entry] * bool(entry)


def test_a_calendar_address_is_shown_once_works_and_ends(organiser: Reader) -> None:
    made = organiser.send(organiser.open("/agendas").form("/agendas"), name="Mijn school")
    address = urlsplit(next(word for word in made.text.split() if "/feeds/" in word)).path
    assert organiser.open(address).status == 200
    page = organiser.open("/agendas")
    assert address not in page.html
    assert "Mijn school" in page.text
    assert "Deze agenda is gestopt" in organiser.follow(organiser.send(page.form("/stoppen"))).text
    assert organiser.open(address).status == 404


def test_an_asset_tells_its_terms_and_its_days_but_not_who_has_it(organiser: Reader, app) -> None:
    asked(organiser, cast.HALL_RANST, event="Geheim feest")
    with app.app_context():
        session = db.session()
        hall = asset_id(session, cast.HALL_RANST)
        start = datetime(2027, 6, 15, 6, tzinfo=UTC)
        desk = actor_of(session, cast.account_id(session, cast.DESK_RANST), local(now()).date())
        incidents.record_closure(session, desk, hall, now(), start, start + timedelta(hours=10), note="Schilderwerken")
    page = organiser.open(f"/middelen/{cast.HALL_RANST}?vanaf=2027-06-12")
    assert "Geheim" not in page.text
    assert "Schilderwerken" not in page.text
    assert "bezet" in page.text
    assert "Voorwaarden Voor" in page.text


def test_a_search_without_dates_is_the_catalogue_and_an_unknown_asset_is_not_there(app, reader) -> None:
    sofie = reader(cast.ORGANISER)
    assert "De catalogus" in sofie.open("/").text
    assert sofie.open("/middelen/BESTAAT-NIET").status == 404
    assert sofie.open("/middelen/ZAN-POD-01?vanaf=onzin").status == 200


def test_what_is_not_sure_yet_is_held_on_option_and_asked_for_with_one_button(reader) -> None:
    sofie = reader(cast.ORGANISER)
    form = sofie.open(f"{NEW}?line={cast.HALL_RANST}~20270612T1200Z~20270612T2000Z~1").form(NEW)
    late = sofie.send(form, event="Zomerfeest", option_day="2028-03-02", do="preview")
    assert "hoogstens 365 dagen" in late.fault("option_day")
    longer = sofie.send(form, event="Zomerfeest", option_day="2027-03-20", do="preview")
    assert "minder lang in optie dan u vroeg" in longer.text
    preview = sofie.send(form, event="Zomerfeest", option_day="2027-03-05", do="preview")
    assert "Dit kan in optie" in preview.text
    shown = sofie.follow(sofie.send(preview.form(NEW), do="request"))
    assert "Blijft in optie tot" in shown.text
    asked_now = sofie.follow(sofie.send(shown.form("/lijnen/1/bevestigen")))
    assert "Blijft in optie tot" not in asked_now.text
