"""One request has one price: a search, an asset's page, the asking page, the API and the quote that is kept tell the same to the cent."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
from sqlalchemy import func, select

from booking.clock import now
from booking.demo import cast
from booking.queries.actors import actor_of
from booking.queries.search import Offer, Search, offer_of, offers
from booking.rules.asking import Ask, AskLine
from booking.rules.periods import Period, local
from booking.rules.tariffs import Quote as Priced
from booking.rules.tariffs.moments import parse
from booking.services import reservations
from booking.web.extensions import db
from models import Quote, QuoteLine
from tests.web.api.program import Program, new_key

USES = [
    ("2027-03-27 20:00 - 2027-03-28 04:00", 1),  # the night in which the clock jumps
    ("2027-05-12 08:00 - 2027-05-12 12:30", 1),  # up to the boundary of a part of the day
    ("2027-05-15 19:00 - 2027-05-16 02:00", 2),  # over midnight, into Whit Sunday
    ("2027-06-11 16:00 - 2027-06-14 09:00", 1),  # a weekend
    ("2027-07-05 09:00 - 2027-07-13 17:00", 3),  # more than a week, in the summer
    ("2027-10-30 20:00 - 2027-10-31 04:00", 1),  # the night in which it falls back
    ("2027-12-30 09:00 - 2028-01-02 17:00", 1),  # over New Year
]
EACH = 8
Cents = tuple[int, int, int, int]


@pytest.fixture
def engine_name() -> str:
    """What is compared is computed above the database: one engine is enough."""
    return "sqlite"


def test_search_page_preview_program_and_kept_quote_tell_one_price(program: Program) -> None:
    chance, told, kept = Random(4), 0, 0
    for text, units in USES:
        for who, email, borrower in (
            ("organiser", cast.ORGANISER, program.association), ("technician", cast.TECHNICIAN_WOMMELGEM, program.service),
        ):  # fmt: skip
            with program.app.app_context():
                found = [each for each in _found(email, Search(parse(text), units, borrower=borrower)) if each.quote and each.periods]
            for place, offer in enumerate(chance.sample(sorted(found, key=lambda each: each.asset.code), min(EACH, len(found)))):
                body = _body(borrower, offer, parse(text), units)
                with program.app.app_context():
                    prices = _computed(email, Search(parse(text), units, borrower=borrower), offer)
                if place == 0:  # what is asked after it may take a free loan
                    prices["search"] = _of(offer.quote)
                prices["program"] = _cents(program.call("POST", "/quotes", who, body).json["dossiers"][0]["quote"])
                answer = program.call("POST", "/reservations", who, body, key=new_key())
                if answer.status_code == 201:
                    with program.app.app_context():
                        prices["kept"] = _kept()
                    kept += 1
                assert len(set(prices.values())) == 1, (text, offer.asset.code, who, prices)
                told += 1
    assert told >= 100
    assert kept >= 50


def _found(email: str, search: Search) -> list[Offer]:
    session = db.session()
    return offers(session, actor_of(session, cast.account_id(session, email), local(now()).date()), search, now())


def _computed(email: str, search: Search, offer: Offer) -> dict[str, Cents]:
    """What is told before anything is written."""
    session = db.session()
    actor = actor_of(session, cast.account_id(session, email), local(now()).date())
    page = offer_of(session, actor, offer.asset, search, now()).quote
    assert search.borrower is not None
    assert search.use is not None
    ask = Ask(search.borrower, (AskLine(offer.asset.id, search.use, search.units),), event="Feest")
    asked = reservations.preview(session, actor, ask, now()).dossiers[0].quote
    return {"page": _of(page), "asking": _of(asked)}


def _of(quote: Priced | None) -> Cents:
    assert quote is not None
    return quote.net, quote.vat, quote.total, quote.deposit


def _body(borrower: int, offer: Offer, use: Period, units: int) -> dict[str, Any]:
    line = {"asset": offer.asset.id, "from": use.start.isoformat(), "to": use.end.isoformat(), "units": units}
    return {"borrower": borrower, "event": {"name": "Feest"}, "lines": [line]}


def _cents(quote: dict[str, Any]) -> Cents:
    return quote["net"], quote["vat"], quote["total"], quote["deposit"]


def _kept() -> Cents:
    """The newest quote, whose posts add up."""
    session = db.session()
    quote = session.scalars(select(Quote).order_by(Quote.id.desc()).limit(1)).one()
    posts = session.scalar(select(func.sum(QuoteLine.amount)).where(QuoteLine.quote_id == quote.id, ~QuoteLine.deposit)) or 0
    assert posts == quote.net
    return quote.net, quote.vat, quote.total, quote.deposit
