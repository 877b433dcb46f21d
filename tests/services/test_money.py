"""What is due is received in parts, kept, given back and set right, on both engines."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select, text

from booking.demo import cast
from booking.queries.catalogue import catalogue
from booking.rules.refusals import Busy, Refused
from booking.services import charges, reservations
from booking.services.transaction import transaction
from models import Dossier, PaymentMark, Receivable
from tests.services.after_the_event import WEEKEND, back, due, in_order, lent
from tests.services.world import World


def test_money_is_received_in_parts_and_a_mistake_is_taken_back(tried: World) -> None:
    lent(tried, "RAN-WC-01")
    finance, hire = tried.actor(cast.FINANCE_RANST), due(tried, "hire")
    charges.receive(tried.session, finance, hire.id, tried.now, 10000, date(2027, 6, 18))
    with pytest.raises(Refused, match="mark_amount"):
        charges.receive(tried.session, finance, hire.id, tried.now, 7001)
    with pytest.raises(Refused, match="day_ahead"):
        charges.receive(tried.session, finance, hire.id, tried.now, 7000, date(2027, 7, 1))
    charges.receive(tried.session, finance, hire.id, tried.now)
    assert (due(tried, "hire").received, due(tried, "hire").received_on) == (17000, date(2027, 6, 21))
    last = tried.session.scalars(select(PaymentMark).order_by(PaymentMark.id.desc())).first()
    charges.undo(tried.session, finance, last.id, tried.now, "verkeerde reservatie")
    with pytest.raises(Refused, match="mark_undone"):
        charges.undo(tried.session, finance, last.id, tried.now, "nog eens")
    assert (due(tried, "hire").received, due(tried, "hire").received_on) == (10000, None)
    assert in_order(tried)


def test_what_is_kept_of_a_deposit_pays_the_open_charges_of_its_dossier(tried: World) -> None:
    desk, reference = tried.actor(cast.DESK_RANST), lent(tried, "RAN-WC-01")
    charges.receive(tried.session, desk, due(tried, "deposit").id, tried.now)
    [charge] = back(tried, reference, not_cleaned="1")
    charges.charge(tried.session, desk, charge.id, tried.now)
    deposit = due(tried, "deposit").id
    with pytest.raises(Refused, match="field_required"):
        charges.give_back(tried.session, desk, deposit, tried.now, 21500)
    charges.give_back(tried.session, desk, deposit, tried.now, 21500, reason="schoonmaak ingehouden")
    kept = due(tried, "deposit")
    assert (kept.returned, kept.kept, kept.returned_on) == (21500, 3500, date(2027, 6, 21))
    assert (due(tried, "charge").received, due(tried, "charge").received_on) == (3500, date(2027, 6, 21))
    assert in_order(tried)


@pytest.mark.parametrize("engine_name", ["postgresql"])
def test_a_price_and_a_mark_wait_for_each_other(tried: World) -> None:
    lent(tried, "RAN-WC-01")
    session, hire = tried.session, due(tried, "hire")
    dossier = session.get_one(Dossier, hire.dossier_id)
    session.commit()

    def follow() -> None:
        with transaction(session):
            session.execute(text("SET LOCAL lock_timeout = '50ms'"))
            charges.follow(session, catalogue(session), dossier, tried.now)

    with session.get_bind().engine.connect() as finance:
        finance.execute(select(Receivable.id).where(Receivable.id == hire.id).with_for_update())
        with pytest.raises(Busy):
            follow()


def test_a_price_that_falls_leaves_something_to_give_back(tried: World) -> None:
    reference = tried.lend("RAN-WC-01", WEEKEND)
    desk = tried.actor(cast.DESK_RANST)
    charges.receive(tried.session, desk, due(tried, "hire").id, tried.now)
    reservations.cancel(tried.session, tried.actor(cast.ORGANISER), reference, tried.now)
    assert (due(tried, "hire").amount, due(tried, "hire").received) == (0, 17000)
    charges.give_back(tried.session, desk, due(tried, "hire").id, tried.now)
    assert due(tried, "hire").returned == 17000
    assert in_order(tried)
