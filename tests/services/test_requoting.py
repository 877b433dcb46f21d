"""A dossier of which a part falls away: what remains is priced anew, whatever became of the places and people; on both databases."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select, update

from booking.demo import cast
from booking.rules.asking import Ask, AskLine
from booking.services import closures, reservations
from models import Person, Quote, QuoteLine
from tests.services.asks import JUNE, three_owners
from tests.services.world import World, moment, period

NOVEMBER = period("2027-11-13 14:00", "2027-11-13 18:00")
BEAMER = "RAN-BEA-01"


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
    world.session.execute(update(Person).where(Person.id == driver).values(borrower_id=other))
    world.session.commit()
    reservations.refuse(world.session, world.actor(cast.DESK_RANST), reference, 2, world.now, "Bezet")
    version, _, priced = newest(world, reference)
    assert (version, priced - {None}) == (2, {world.line(reference).id})
