"""What came back otherwise than agreed becomes a charge by the regulation that priced it: proposed, decided by the desk, paid and given back."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import select, update

from booking.demo import cast
from booking.queries.charges.basis import parts_of, prices
from booking.queries.catalogue import catalogue
from booking.queries.verify import violations
from booking.rules.refusals import NotAllowed, NotFound, Refused
from booking.services import charges, handovers, reservations
from booking.services.regulations import import_text
from models import Charge, ChargeDecision, ChargePost, Outbox, Quote, Receivable, RegulationRow
from tests.services.world import World, moment, period

WEEKEND = period("2027-06-17 12:00", "2027-06-21 09:00")
TRAILER = """
title: Retributie voor de proef (fictief)
owner: "11035"
organ: gemeenteraad
decided_on: 2026-12-01
published_on: 2026-12-05
valid_from: 2027-01-01
groups:
  - {code: all_of_them, title: Iedereen, who: [{anyone: yes}]}
articles:
  - number: 1
    title: WC-wagen
    kind: cheapest
    for: toilet_trailer
    prices: {all: {price: 60.00, weekend: 110.00, week: 250.00}}
  - {number: 2, title: Niet gereinigd terug, kind: measure, for: toilet_trailer, extra: yes, measure: not_cleaned, optional: yes, prices: 35.00}
  - {number: 3, title: Stoelen, kind: piece, for: chair, prices: 0.05}
  - {number: 4, title: Tafels, kind: piece, for: table, prices: 2.50}
  - {number: 5, title: Laattijdig per dag en per stuk, kind: measure, for: [table, chair], extra: yes, measure: days_late, per: units, optional: yes, prices: 5.00}
  - {number: 6, title: Laattijdig hoogstens, kind: maximum, articles: 5, prices: 30.00}
  - {number: 7, title: Lokaal per begonnen blok van vier uur, kind: time, for: meeting_room, minutes: 240, started: yes, prices: 155.00, vat: {all: 21}}
  - {number: 8, title: Minimum, kind: minimum, articles: [1, 2, 3, 4], prices: 10.00}
  - {number: 9, title: Annulatie, kind: cancellation, steps: [{days: 5, percent: 0}, {working_days: 2, percent: 50}]}
  - {number: 10, title: Waarborg, kind: deposit, for: toilet_trailer, prices: 250.00}
"""
HALL = period("2027-06-16 14:00", "2027-06-16 20:00")


@pytest.fixture
def tried(world: World) -> World:
    """Ranst, with a regulation that says all that follows an event."""
    owner = cast.authority_id(world.session, cast.RANST)
    earlier = update(RegulationRow).where(RegulationRow.authority_id == owner)
    world.session.execute(earlier.values(valid_until=date(2026, 12, 31)))
    world.session.commit()
    import_text(world.session, None, TRAILER, world.now)
    return world


def lent(world: World, code: str, use=WEEKEND, units: int = 1) -> str:
    """A loan that was handed over."""
    reference = world.lend(code, use, units=units)
    world.now = world.line(reference).custody_start
    handovers.hand_over(
        world.session, world.actor(cast.DESK_RANST), reference, 1, world.now, "papieren gezien", override=True
    )
    world.now = world.line(reference).custody_end
    return reference


def back(world: World, reference: str, missing: int = 0, number: int = 1, **measures: str) -> list[Charge]:
    seen = charges.Seen({name: Decimal(amount) for name, amount in measures.items()})
    handovers.take_back(world.session, world.actor(cast.TECHNICIAN_RANST), reference, number, world.now, missing, "", seen)
    return list(world.session.scalars(select(Charge).order_by(Charge.id)))


def posts(world: World, charge: Charge) -> list[tuple[str, int]]:
    query = select(ChargePost.article, ChargePost.amount).where(ChargePost.charge_id == charge.id).order_by(ChargePost.position)
    return [tuple(row) for row in world.session.execute(query)]


def owed(world: World) -> dict[str, tuple[int, int]]:
    rows = world.session.execute(select(Receivable.sort, Receivable.amount, Receivable.received).order_by(Receivable.id))
    return {sort: (amount, received) for sort, amount, received in rows}


def in_order(world: World) -> bool:
    return list(violations(world.session, world.now)) == []


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
