"""A dossier of which a part falls away: what remains is priced anew, whatever became of the places and people; on both databases."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select, update

from booking.demo import cast
from booking.queries.verify import violations
from booking.rules.asking import Ask, AskLine
from booking.services import closures, reservations
from booking.words import letter
from models import Borrower, Outbox, PersonBorrower, Quote, QuoteLine
from tests.services.asks import JUNE, three_owners
from tests.services.world import World, moment, period

NOVEMBER = period("2027-11-13 14:00", "2027-11-13 18:00")
DECEMBER = period("2027-12-11 14:00", "2027-12-11 18:00")
LATER = moment("2027-04-15 09:00")
BEAMER = "RAN-BEA-01"
HALLS = (cast.HALL_RANST, "RAN-ZAAL-JP")


def ask(world: World, *lines: AskLine) -> str:
    wanted = Ask(three_owners(world).borrower, lines, event="Zomerconcert")
    return reservations.request(world.session, world.actor(cast.ORGANISER), wanted, world.now).reference


def newest(world: World, reference: str) -> tuple[int, int, set[int | None]]:
    """Version and total of the newest quote of the first line's dossier, and the lines that it prices."""
    dossier = world.line(reference).dossier_id
    quote = world.session.scalars(select(Quote).where(Quote.dossier_id == dossier).order_by(Quote.version.desc())).first()
    assert quote is not None
    return quote.version, quote.total, set(world.session.scalars(select(QuoteLine.line_id).where(QuoteLine.quote_id == quote.id)))


def test_a_place_that_shut_for_years_is_no_reason_why_another_line_cannot_be_refused(world: World) -> None:
    reference = ask(world, AskLine(world.asset(BEAMER).id, JUNE), AskLine(world.asset(cast.HALL_RANST).id, JUNE))
    place = world.asset(BEAMER).keepers[0].subject
    desk = world.actor(cast.DESK_RANST)
    closures.close_place(world.session, desk, place, date(2027, 3, 2), date(2031, 1, 1), "gesloopt", world.now)
    reservations.refuse(world.session, desk, reference, 2, world.now, "Bezet")
    version, _, priced = newest(world, reference)
    assert (version, priced - {None}) == (2, {world.line(reference).id})


def test_a_driver_who_left_the_association_is_no_reason_why_another_line_cannot_be_refused(world: World) -> None:
    driver = cast.person_id(world.session, "Leo Trekhaak")
    lines = (AskLine(world.asset("RAN-WC-01").id, JUNE, driver=driver), AskLine(world.asset(cast.HALL_RANST).id, JUNE))
    reference = ask(world, *lines)
    other = cast.borrower_id(world.session, cast.SERVICE_WOMMELGEM)
    world.session.execute(update(PersonBorrower).where(PersonBorrower.person_id == driver).values(borrower_id=other))
    world.session.commit()
    reservations.refuse(world.session, world.actor(cast.DESK_RANST), reference, 2, world.now, "Bezet")
    version, _, priced = newest(world, reference)
    assert (version, priced - {None}) == (2, {world.line(reference).id})


def test_after_a_line_lapsed_the_price_is_that_of_what_remains(world: World) -> None:
    reference = ask(world, *(AskLine(world.asset(code).id, NOVEMBER) for code in HALLS))
    alone = ask(world, AskLine(world.asset(HALLS[0]).id, DECEMBER))
    desk = world.actor(cast.DESK_RANST)
    reservations.approve(world.session, desk, reference, 1, world.now)
    before, price = newest(world, reference), newest(world, alone)[1]
    reservations.expire(world.session, LATER)
    assert [world.line(reference, number).state for number in (1, 2)] == ["approved", "expired"]
    version, total, priced = newest(world, reference)
    assert (version, total, priced - {None}) == (before[0] + 1, price, {world.line(reference).id})
    assert total < before[1]
    assert newest(world, alone)[1] == 0
    assert list(violations(world.session, LATER)) == []


def test_who_asks_for_what_lapsed_leaves_the_first_asker_a_price_of_what_remains(world: World) -> None:
    reference = ask(world, *(AskLine(world.asset(code).id, NOVEMBER) for code in HALLS))
    reservations.approve(world.session, world.actor(cast.DESK_RANST), reference, 1, world.now)
    before = newest(world, reference)
    world.now = LATER
    world.ask(HALLS[1], NOVEMBER)
    version, total, priced = newest(world, reference)
    assert (version, priced - {None}) == (before[0] + 1, {world.line(reference).id})
    assert total < before[1]


def test_a_change_that_nobody_decided_lapses_with_a_mail_and_leaves_line_and_price(world: World) -> None:
    reference = world.lend(HALLS[0], NOVEMBER)
    reservations.amend(world.session, world.actor(cast.ORGANISER), reference, 1, world.now, AskLine(world.asset(HALLS[0]).id, DECEMBER))
    before = newest(world, reference)
    reservations.expire(world.session, LATER)
    assert (world.line(reference).state, newest(world, reference)) == ("approved", before)
    assert (world.mails("amendment_lapsed"), world.mails("line_expired")) == ([address(world)], [])
    sent = world.session.scalars(select(Outbox).where(Outbox.event == "amendment_lapsed")).one()
    assert "lijn 1" in letter(sent.event, "nl", sent.payload, "").text


def address(world: World) -> str | None:
    """Where the association of Ranst is written to."""
    return world.session.scalar(select(Borrower.email).where(Borrower.name == cast.ASSOCIATION_RANST))
