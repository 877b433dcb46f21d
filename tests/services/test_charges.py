"""What came back otherwise than agreed is a charge by the regulation that priced it: proposed, decided, paid and given back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from booking.demo import cast
from booking.queries.catalogue import catalogue
from booking.queries.charges.basis import parts_of, prices
from booking.rules.refusals import NotAllowed, NotFound, Refused
from booking.services import charges, handovers, reservations
from booking.services.regulations import read_in
from models import Charge, ChargeDecision, LendingRule, Quote
from tests.services.after_the_event import HALL, TRAILER, WEEKEND, back, due, in_order, lent, owed, posts
from tests.services.world import World, moment

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"])  # what the engines may do otherwise is in test_money.py


def test_what_came_back_as_agreed_is_charged_nothing(tried: World) -> None:
    assert back(tried, lent(tried, "RAN-WC-01")) == []


def test_a_trailer_that_was_not_cleaned_is_proposed_by_its_article_and_owed_only_when_the_desk_says_so(tried: World) -> None:
    reference = lent(tried, "RAN-WC-01")
    [charge] = back(tried, reference, not_cleaned="1")
    assert (charge.occasion, charge.total, posts(tried, charge)) == ("measured", 3500, [("2", 3500)])
    assert owed(tried) == {"hire": (17000, 0), "deposit": (25000, 0)}
    charges.charge(tried.session, tried.actor(cast.DESK_RANST), charge.id, tried.now)
    assert owed(tried)["charge"] == (3500, 0)
    assert tried.mails("charge_made") == [cast.ORGANISER]
    assert in_order(tried)


def test_what_is_late_beyond_the_maximum_is_charged_the_maximum(tried: World) -> None:
    many = lent(tried, "RAN-TAF", units=4)
    tried.now += timedelta(days=2)
    [charge] = back(tried, many)
    assert (charge.total, posts(tried, charge)) == (3000, [("5", 4000), ("6", -1000)])


def test_a_minimum_that_is_reached_counts_with_what_is_added(tried: World) -> None:
    reference = lent(tried, "RAN-STO", units=96)  # 4,80, brought to the minimum of 10,00
    tried.now += timedelta(days=1)
    [charge] = back(tried, reference)
    assert charge.total == 3000  # by article 5, capped by 6; the minimum is about articles 1 to 4 and stays as it was
    assert owed(tried)["hire"] == (1000, 0)


def test_a_hall_that_is_left_late_is_priced_for_as_long_as_it_lasted(tried: World) -> None:
    reference = lent(tried, cast.HALL_RANST, HALL)
    tried.now = moment("2027-06-16 22:10")
    [charge] = back(tried, reference)
    assert (charge.occasion, charge.net, charge.vat, charge.total) == ("late", 15500, 3255, 18755)


def test_a_few_minutes_are_not_late(tried: World) -> None:
    reference = lent(tried, cast.HALL_RANST, HALL)
    tried.now = moment("2027-06-16 20:14")
    assert back(tried, reference) == []


def test_what_no_article_prices_is_proposed_at_its_value_or_cost_and_says_so(tried: World) -> None:
    reference = lent(tried, "RAN-STO", units=10)
    seen = charges.Seen(damage=4500)
    handovers.take_back(tried.session, tried.actor(cast.TECHNICIAN_RANST), reference, 1, tried.now, 2, "rugleuning stuk", seen)
    found = list(tried.session.scalars(select(Charge).order_by(Charge.id)))
    value = tried.asset("RAN-STO").value_cents or 0
    assert [(each.occasion, each.total, each.regulation_id) for each in found] == [("missing", 2 * value, None), ("damage", 4500, None)]
    assert in_order(tried)


@pytest.mark.parametrize(
    ("day", "net", "total"),
    [
        ("2027-06-11", 0, 0),
        ("2027-06-12", 15500, 18755),
        ("2027-06-15", 31000, 37510),
    ],
)
def test_a_cancellation_costs_what_the_ladder_says_on_its_day(tried: World, day: str, net: int, total: int) -> None:
    reference = tried.lend(cast.HALL_RANST, HALL)
    tried.now = moment(f"{day} 12:00")
    reservations.cancel(tried.session, tried.actor(cast.ORGANISER), reference, tried.now, "het feest gaat niet door")
    found = [(each.occasion, each.net, each.total) for each in tried.session.scalars(select(Charge))]
    assert found == ([("cancellation", net, total)] if total else [])
    assert owed(tried) == {"hire": (0, 0)}
    assert in_order(tried)


def test_the_desk_that_calls_off_charges_nothing_and_what_is_only_asked_is_free(tried: World) -> None:
    lent_out, asked = tried.lend(cast.HALL_RANST, HALL), tried.ask("RAN-TAF", HALL)
    reservations.cancel_line(tried.session, tried.actor(cast.ORGANISER), asked, 1, tried.now)
    tried.now = moment("2027-06-15 12:00")
    reservations.cancel_line(tried.session, tried.actor(cast.DESK_RANST), lent_out, 1, tried.now, "waterlek")
    assert list(tried.session.scalars(select(Charge))) == []


def test_the_regulation_that_priced_a_line_charges_it_though_another_took_its_place(tried: World) -> None:
    reference = lent(tried, "RAN-WC-01")
    read_in(tried.session, None, TRAILER.replace("2027-01-01", "2027-06-01").replace("35.00", "99.00"), tried.now, because="duurder")
    [charge] = back(tried, reference, not_cleaned="1")
    assert charge.total == 3500


def proposed(world: World) -> int:
    [charge] = back(world, lent(world, "RAN-WC-01"), not_cleaned="1")
    return charge.id


def test_another_amount_needs_a_reason_and_a_decision_is_made_once(tried: World) -> None:
    key, desk = proposed(tried), tried.actor(cast.DESK_RANST)
    for wrong, code in ((5000, "field_required"), (0, "charge_amount"), (-3500, "charge_amount")):
        with pytest.raises(Refused, match=code):
            charges.charge(tried.session, desk, key, tried.now, wrong)
    charges.charge(tried.session, desk, key, tried.now, 2000, "half gereinigd")
    with pytest.raises(Refused, match="charge_decided"):
        charges.charge(tried.session, desk, key, tried.now)
    assert owed(tried)["charge"] == (2000, 0)
    charges.waive(tried.session, desk, key, tried.now, "toch proper")
    assert owed(tried)["charge"] == (0, 0)
    steps = tried.session.execute(select(ChargeDecision.step, ChargeDecision.amount).order_by(ChargeDecision.id)).all()
    assert [tuple(step) for step in steps] == [("charged", 2000), ("waived", 0)]
    assert in_order(tried)


@pytest.mark.parametrize(
    ("who", "refusal"),
    [(cast.FINANCE_RANST, NotAllowed), (cast.TECHNICIAN_RANST, NotFound), (cast.DESK_ZANDHOVEN, NotFound), (cast.ORGANISER, NotFound)],
)
def test_only_the_desk_of_the_owner_decides(tried: World, who: str, refusal: type[Refused]) -> None:
    key = proposed(tried)
    with pytest.raises(refusal):
        charges.charge(tried.session, tried.actor(who), key, tried.now)
    with pytest.raises(refusal):
        charges.waive(tried.session, tried.actor(who), key, tried.now, "nee")


def test_a_kept_quote_computes_to_itself(tried: World) -> None:
    lent(tried, "RAN-WC-01")
    kept = tried.session.scalars(select(Quote)).one()
    [again] = prices(parts_of(tried.session, catalogue(tried.session), kept.dossier_id))
    assert (again.net, again.vat, again.total, again.deposit) == (kept.net, kept.vat, kept.total, kept.deposit)


@pytest.mark.parametrize("when", ["confirmation", "handover"])
def test_an_owner_that_wants_money_first_is_asked_to_wait_for_it(tried: World, when: str) -> None:
    owner = cast.authority_id(tried.session, cast.RANST)
    tried.session.execute(update(LendingRule).where(LendingRule.authority_id == owner).values(hire_before=when, deposit_before=when))
    tried.session.commit()
    reference, desk = tried.ask("RAN-WC-01", WEEKEND), tried.actor(cast.DESK_RANST)
    approve = lambda: reservations.approve(tried.session, desk, reference, 1, tried.now)  # noqa: E731
    if when == "confirmation":
        with pytest.raises(Refused, match="payment_awaited"):
            approve()
    else:
        approve()
    if when == "handover":
        tried.now = tried.line(reference).custody_start
        with pytest.raises(Refused, match="handover_refused") as refused:
            handovers.hand_over(tried.session, desk, reference, 1, tried.now)
        assert "payment_before_handover" in {finding.code for finding in refused.value.details["findings"]}
    for sort in ("hire", "deposit"):
        charges.receive(tried.session, desk, due(tried, sort).id, tried.now)
    if when == "confirmation":
        approve()
        assert tried.line(reference).state == "approved"
    assert in_order(tried)
