"""Money in pages: services are chosen with their price, a desk approves and marks what came in, and a dirty return is charged."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

import pytest
from flask import Flask
from sqlalchemy import select

from booking.clock import now
from booking.demo import cast
from booking.queries.actors import actor_of
from booking.services import handovers
from booking.services.charges import Seen
from booking.web.extensions import db
from models import Line
from tests.web.screens.reader import Reader
from tests.web.screens.test_wrong_input import NEW

TRAILER = "RAN-WC-01"
WEEKEND = f"line={TRAILER}~20270612T1200Z~20270613T2000Z~1"


@pytest.fixture
def teacher(reader: Callable[[str], Reader]) -> Reader:
    return reader(cast.TEACHER_ZOERSEL)


@pytest.fixture
def lent(teacher: Reader) -> str:
    """The reference of a trailer with water and electricity that Ranst approved."""
    shown = teacher.send(teacher.open(f"{NEW}?{WEEKEND}").form(NEW), event="Schoolfeest", do="preview")
    assert "Wateraansluiting vaste prijs" in shown.text
    taken = {f"lines-0-extras-{number}-wanted": "y" for number in (0, 1)}
    priced = teacher.send(shown.form(NEW), do="preview", **taken)
    return teacher.send(priced.form(NEW), do="request").location.rpartition("/")[2]


def approve(reader: Callable[[str], Reader], reference: str) -> Reader:
    an = reader(cast.DESK_RANST)
    an.send(an.open(f"/werklijst/{reference}").form("/goedkeuren"))
    return an


def come_back_dirty(reference: str) -> None:
    """Out at its hour, and back in time but dirty: the pages of the counter are told elsewhere."""
    session = db.session()
    line = session.scalars(select(Line).order_by(Line.id.desc())).first()
    assert line is not None
    actor = actor_of(session, cast.account_id(session, cast.DESK_RANST), now().date())
    handovers.hand_over(session, actor, reference, 1, line.custody_start, "papieren gezien", override=True)
    seen = Seen({"not_cleaned": Decimal(1)})
    handovers.take_back(session, actor, reference, 1, line.custody_end - timedelta(hours=1), 0, "", seen)


def test_services_go_with_a_line_and_its_desk_takes_one_away(reader: Callable[[str], Reader], teacher: Reader, lent: str) -> None:
    assert "Met: Elektriciteitskast met aansluiting, Wateraansluiting" in teacher.open(f"/reservaties/{lent}").text
    an = approve(reader, lent)
    form = an.open(f"/werklijst/{lent}").form("/diensten")
    assert "De diensten zijn aangepast" in an.follow(an.send(form, **{"l1-extras-0-wanted": None})).text
    seen = teacher.open(f"/reservaties/{lent}").text
    assert "Elektriciteitskast" not in seen
    assert "Aanvaard deze prijs" in seen


def test_what_is_due_is_marked_from_the_reservation_and_the_list(reader: Callable[[str], Reader], teacher: Reader, lent: str) -> None:
    an = approve(reader, lent)
    to_pay = teacher.open(f"/reservaties/{lent}").text
    assert "Te betalen en terug te krijgen" in to_pay
    assert "+++000/0000/" in to_pay
    listed = an.open("/ontvangsten?tab=open&q=schoolfeest")
    amounts = [form for form in listed.forms if form.action.endswith("/ontvangen")]
    assert len(amounts) == 2
    assert "Ontvangst genoteerd" in an.follow(an.send(amounts[0])).text
    faulty = an.send(amounts[1], amount="9999")
    assert faulty.status == 422
    assert "Dit bedrag kan niet" in faulty.fault("receive-amount")
    assert "In bewaring" in teacher.open(f"/reservaties/{lent}").text
    file = an.visitor.get("/ontvangsten?tab=open&q=schoolfeest&als=csv").text
    assert file.count("Schoolfeest") == 1


def test_what_came_in_for_a_part_can_go_back_and_the_rest_come_in_on_one_page(reader: Callable[[str], Reader], lent: str) -> None:
    an = approve(reader, lent)
    amounts = [form for form in an.open("/ontvangsten?tab=open&q=schoolfeest").forms if form.action.endswith("/ontvangen")]
    deposit = max(amounts, key=lambda form: Decimal(form.fields["amount"].replace(",", ".")))
    an.send(deposit, amount="10,00")
    page = an.open(deposit.action.removesuffix("/ontvangen"))
    assert [form.action.rpartition("/")[2] for form in page.forms if form.action.startswith("/ontvangsten")] == [
        "ontvangen", "teruggeven", "ongedaan",
    ]  # fmt: skip
    ids = re.findall(r'\bid="([^"]+)"', page.html)
    assert sorted(ids) == sorted(set(ids))
    assert all(f'for="{name}-reason"' in page.html for name in ("receive", "back", "undo"))


def test_a_dirty_return_is_proposed_charged_and_told(app: Flask, reader: Callable[[str], Reader], teacher: Reader, lent: str) -> None:
    an = approve(reader, lent)
    with app.app_context():
        come_back_dirty(lent)
    proposal = next(href for href, _ in an.open("/ontvangsten").links if "/posten/" in href)
    page = an.open(proposal)
    assert "Niet gereinigd teruggebrachte WC-wagen of tent" in page.text
    assert "niet gereinigd" not in teacher.open(f"/reservaties/{lent}").text.lower()
    assert an.send(page.form("/aanrekenen"), amount=" ").status == 422, "nothing is no amount, and not the whole of it"
    refused = an.send(page.form("/aanrekenen"), amount="20,00")
    assert "Vul dit veld in" in refused.fault("charge-reason")
    assert "Aangerekend: € 20,00" in an.follow(an.send(page.form("/aanrekenen"), amount="20,00", reason="half gereinigd")).text
    told = teacher.open(f"/reservaties/{lent}").text
    assert "Aangerekende post: werkelijk gebruik" in told
    assert "half gereinigd" in told
