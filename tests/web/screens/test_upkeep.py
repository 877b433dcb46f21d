"""Upkeep in pages: a technician plans and records on a phone, and who is hit chooses what comes instead."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO

from icalendar import Calendar

from booking.clock import now
from booking.demo import cast
from booking.demo.cast import asset_id, person_id
from booking.queries.actors import actor_of
from booking.queries.feeds import Followed
from booking.rules.asking import Ask, AskLine
from booking.rules.feeds import Scope
from booking.rules.kinds import Purpose
from booking.rules.periods import local
from booking.services import feeds, reservations
from booking.web.extensions import db
from tests.formats.hostile import pdf
from tests.services.world import period
from tests.web.screens.reader import Page, Reader

Open = Callable[[str], Reader]
USE = period("2027-03-09 09:00", "2027-03-10 15:00")


def platform(app) -> int:
    with app.app_context():
        return asset_id(db.session(), cast.PLATFORM_ZANDHOVEN)


def lent(app) -> str:
    """A loan of Zandhoven's platform to Wommelgem."""
    with app.app_context():
        session = db.session()
        actor = actor_of(session, cast.account_id(session, cast.TECHNICIAN_WOMMELGEM), local(now()).date())
        line = AskLine(asset_id(session, cast.PLATFORM_ZANDHOVEN), USE, operator=person_id(session, cast.OPERATOR_WOMMELGEM))
        ask = Ask(cast.borrower_id(session, cast.SERVICE_WOMMELGEM), (line,), event="Lampen", purpose=Purpose.WORKS)
        return reservations.request(session, actor, ask, now()).reference


def recorded(bert: Reader, asset: int, data: bytes | None = None, **fields: str) -> Page:
    """The page after an outcome was sent, perhaps with its report."""
    form = bert.open(f"/keuringen/{asset}/uitslag").form("/uitslag")
    sent = {**form.fields, **fields, **({"report": (BytesIO(data), "verslag.pdf")} if data else {})}
    return Page(bert.visitor.open("POST", form.action, data=sent, content_type="multipart/form-data"))


def test_a_technician_plans_the_next_inspection_moves_it_and_calls_it_off(app, reader: Open) -> None:
    bert, asset = reader(cast.TECHNICIAN_ZANDHOVEN), platform(app)
    due = bert.open("/keuringen")
    assert "Geldig tot en met do 20 mei 2027" in due.text
    assert "nog geen moment gekozen" in due.text
    page = bert.open(f"/keuringen/{asset}/plannen")
    assert "do 20 mei 2027" in page.text
    planned = bert.follow(bert.send(page.form("/plannen")))
    assert "Gepland." in planned.text
    order = next(href for href, _ in planned.links if "/opdrachten/" in href)
    again = bert.open(f"/keuringen/{asset}/plannen")
    own = {"which": "own", "from_day": "2027-05-12", "from_time": "09:00", "to_day": "2027-05-12", "to_time": "08:00"}
    wrong = bert.send(again.form("/plannen"), **own)
    assert (wrong.status, "einde" in wrong.fault("to_time")) == (422, True)
    assert "wo 12 mei 2027 09:00" in bert.follow(bert.send(again.form("/plannen"), **{**own, "to_time": "11:00"})).text
    shown = bert.open(order)
    assert bert.send(shown.form("/afzeggen"), reason="").status == 422
    assert "Afgezegd." in bert.follow(bert.send(shown.form("/afzeggen"), reason="Keurder ziek")).text
    assert bert.open(order).status == 404


def test_a_report_is_kept_for_who_looks_after_it_and_a_wrong_outcome_is_told_at_its_field(app, reader: Open) -> None:
    bert, asset = reader(cast.TECHNICIAN_ZANDHOVEN), platform(app)
    assert "Vul dit veld in" in recorded(bert, asset, verdict="failed").fault("remarks")
    assert "Zo lang kan deze keuring niet gelden" in recorded(bert, asset, until="2028-01-01").fault("until")
    assert recorded(bert, asset, b"MZ not a report").status == 422
    done = recorded(bert, asset, pdf(), verdict="passed_with_remarks", remarks="Band versleten", repair="y", repair_by="2027-04-01")
    assert done.status == 303
    page = bert.open(f"/keuringen/{asset}")
    assert "Geldig tot en met di 1 juni 2027" in page.text
    assert "Band versleten" in page.text
    assert "Herstelling" in page.text
    report = next(href for href, _ in page.links if "/documenten/" in href)
    assert bert.open(report).status == 200
    assert reader(cast.TECHNICIAN_WOMMELGEM).open(report).status == 404


def test_who_is_hit_by_a_failed_inspection_chooses_what_comes_instead(app, reader: Open) -> None:
    bert, mia, karel = (reader(who) for who in (cast.TECHNICIAN_ZANDHOVEN, cast.DESK_ZANDHOVEN, cast.TECHNICIAN_WOMMELGEM))
    reference, asset = lent(app), platform(app)
    assert "is buiten dienst" in bert.follow(recorded(bert, asset, verdict="failed", remarks="Lier geblokkeerd")).text
    assert "Buiten dienst sinds" in bert.open(f"/keuringen/{asset}").text
    assert "Naar de keuring" in bert.open("/taken").text
    [conflict] = [href for href, _ in mia.open("/werklijst/conflicten").links if "/conflicten/" in href]
    page = mia.open(conflict)
    assert mia.send(page.form("/aanbieden")).status == 422
    offered = page.html.partition('name="assets"')[2].partition('value="')[2].partition('"')[0]
    told = mia.follow(mia.send(page.form("/aanbieden"), assets=offered, note="De onze is afgekeurd"))
    assert "De ontlener heeft nog niet gekozen." in told.text
    assert "kiezen wat er in de plaats komt" in karel.open(f"/reservaties/{reference}").text
    choice = karel.open(f"/reservaties/{reference}/lijnen/1/keuze")
    assert "De onze is afgekeurd" in choice.text
    assert karel.send(choice.form("/keuze")).status == 422
    way = choice.html.partition('name="offer"')[2].partition('value="')[2].partition('"')[0]
    after = karel.follow(karel.send(choice.form("/keuze"), offer=way))
    assert "Geannuleerd" in after.text
    assert "Er is niets meer te kiezen" in karel.open(f"/reservaties/{reference}/lijnen/1/keuze").text
    assert reader(cast.ORGANISER).open(f"/reservaties/{reference}/lijnen/1/keuze").status == 404


def test_what_is_chosen_by_telephone_is_written_down_with_who_said_so(app, reader: Open) -> None:
    bert, mia, karel = (reader(who) for who in (cast.TECHNICIAN_ZANDHOVEN, cast.DESK_ZANDHOVEN, cast.TECHNICIAN_WOMMELGEM))
    reference, asset = lent(app), platform(app)
    recorded(bert, asset, verdict="failed", remarks="Lier geblokkeerd")
    [conflict] = [href for href, _ in mia.open("/werklijst/conflicten").links if "/conflicten/" in href]
    page = mia.open(conflict)
    offered = page.html.partition('name="assets"')[2].partition('value="')[2].partition('"')[0]
    told = mia.follow(mia.send(page.form("/aanbieden"), assets=offered))
    assert "De ontlener koos per telefoon" in told.text
    ways = re.findall(r'name="offer"[^>]*value="(\d+)"', told.html)
    unnamed = mia.send(told.form("/keuze"), offer=ways[-1])
    assert (unnamed.status, unnamed.fault("told_by") != "") == (422, True)
    assert "bevestigd" in mia.follow(mia.send(told.form("/keuze"), offer=ways[-1], told_by="Karel Proefrit")).text
    assert "Geannuleerd" in karel.open(f"/reservaties/{reference}").text


def test_a_plan_is_made_changed_and_stopped_on_the_page_of_its_asset(app, reader: Open) -> None:
    bert, asset = reader(cast.TECHNICIAN_ZANDHOVEN), platform(app)
    address = f"/keuringen/{asset}/plan/maintenance"
    assert "hoogstens 120" in bert.send(bert.open(address).form(address), every_months="130").fault("every_months")
    made = bert.follow(bert.send(bert.open(address).form(address), every_months="6", body="Garage De Vonk (fictief)"))
    assert "Om de 6 maanden, Garage De Vonk (fictief)" in made.text
    assert "Eigen plan." in made.text
    assert "Het plan is gestopt." in bert.follow(bert.send(bert.open(address).form("/stoppen"))).text
    assert bert.open(f"/keuringen/{asset}/plan/repair").status == 404


def test_what_is_planned_stands_in_the_calendar_of_the_crew(app, reader: Open) -> None:
    bert, asset = reader(cast.TECHNICIAN_ZANDHOVEN), platform(app)
    bert.send(bert.open(f"/keuringen/{asset}/plannen").form("/plannen"))
    with app.app_context():
        session = db.session()
        actor = actor_of(session, cast.account_id(session, cast.TECHNICIAN_ZANDHOVEN), local(now()).date())
        wish = feeds.Wish(Followed(Scope.AUTHORITY, cast.authority_id(session, cast.ZANDHOVEN)), feeds.Settings("Alles"))
        token = feeds.create(session, actor, wish, now())
    [event] = Calendar.from_ical(bert.visitor.get(f"/feeds/{token}.ics").data).walk("VEVENT")
    assert str(event["SUMMARY"]).startswith("Keuren: Hoogtewerker Zandhoven")
    assert str(event["STATUS"]) == "CONFIRMED"
