"""Who only claims to act for an organisation may ask in its name and follow that, and learns nothing else of it; on both databases."""

from __future__ import annotations

from contextlib import suppress
from threading import Barrier, Thread

import pytest
from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session

from booking.demo import cast
from booking.queries.choices import own_borrowers, own_persons
from booking.queries.feeds import Followed, followable
from booking.queries.overview import my_reservations, overview
from booking.rules.asking import AskLine
from booking.rules.feeds import Scope
from booking.rules.kinds import BorrowerKind
from booking.rules.permissions import ALLOWED, Standing, may
from booking.rules.refusals import NotFound, Refused
from booking.services import claims, feeds, reservations
from booking.services.claims import Whom
from models import Borrower, Membership, Person, PersonBorrower
from models.engine import options_for, prepare
from tests.services.asks import JULY, JUNE
from tests.services.world import TODAY, World


def test_a_claimant_follows_changes_and_cancels_what_that_account_asked(world: World) -> None:
    claiming = world.actor(cast.ORGANISER_CLAIMING)
    reference = world.ask(cast.HALL_RANST, JUNE, email=cast.ORGANISER_CLAIMING)
    assert overview(world.session, claiming, reference).mine
    assert [row.reference for row in my_reservations(world.session, claiming)] == [reference]
    reservations.accept_price(world.session, claiming, reference, cast.authority_id(world.session, cast.RANST), 1, world.now)
    change = AskLine(world.asset(cast.HALL_RANST).id, JULY)
    reservations.amend(world.session, claiming, reference, 1, world.now, change)
    reservations.cancel_line(world.session, claiming, reference, 1, world.now)
    assert world.line(reference).state == "cancelled"


def test_what_a_member_asked_does_not_exist_for_a_claimant(world: World) -> None:
    claiming, owner = world.actor(cast.ORGANISER_CLAIMING), cast.authority_id(world.session, cast.RANST)
    reference = world.ask(cast.HALL_RANST, JUNE)
    before = world.everything("line", "amendment", "quote", "audit")
    change = AskLine(world.asset(cast.HALL_RANST).id, JULY)
    for act in (
        lambda: overview(world.session, claiming, reference),
        lambda: reservations.amend(world.session, claiming, reference, 1, world.now, change),
        lambda: reservations.accept(world.session, claiming, reference, 1, world.now),
        lambda: reservations.decline(world.session, claiming, reference, 1, world.now),
        lambda: reservations.confirm_option(world.session, claiming, reference, 1, world.now),
        lambda: reservations.cancel_line(world.session, claiming, reference, 1, world.now),
        lambda: reservations.cancel(world.session, claiming, reference, world.now),
        lambda: reservations.accept_price(world.session, claiming, reference, owner, 1, world.now),
    ):
        with pytest.raises(NotFound):
            act()
    assert my_reservations(world.session, claiming) == []
    assert world.everything("line", "amendment", "quote", "audit") == before


def test_a_member_sees_what_a_claimant_asked_in_the_name_of_the_organisation(world: World) -> None:
    reference = world.ask(cast.HALL_RANST, JUNE, email=cast.ORGANISER_CLAIMING)
    assert overview(world.session, world.actor(cast.ORGANISER), reference).mine


def test_a_claimant_chooses_the_organisation_but_neither_its_calendar_nor_its_people(world: World) -> None:
    claiming = world.actor(cast.ORGANISER_CLAIMING)
    house = cast.borrower_id(world.session, cast.ASSOCIATION_RANST)
    person = Person(name="Iemand van de vereniging")
    world.session.add(person)
    world.session.flush()
    world.session.add(PersonBorrower(person_id=person.id, borrower_id=house, valid_from=TODAY))
    world.session.commit()
    assert house in dict(own_borrowers(world.session, claiming))
    assert own_persons(world.session, claiming, TODAY) == own_persons(world.session, claiming, TODAY, house) == {}
    assert "borrower" not in followable(world.session, claiming, TODAY)
    with pytest.raises(NotFound):
        feeds.create(world.session, claiming, feeds.Wish(Followed(Scope.BORROWER, house), feeds.Settings("Agenda")), world.now)
    with pytest.raises(NotFound, match="person_unknown"):
        world.ask(cast.HALL_RANST, JUNE, email=cast.ORGANISER_CLAIMING, driver=person.id)


def test_who_is_verified_is_no_claimant_any_more(world: World) -> None:
    claiming = world.actor(cast.ORGANISER_CLAIMING)
    reference = world.ask(cast.HALL_RANST, JUNE)
    for membership in world.session.query(Membership).filter_by(account_id=claiming.account_id):
        membership.verified_at = world.now
    world.session.commit()
    assert overview(world.session, world.actor(cast.ORGANISER_CLAIMING), reference).mine


def test_the_table_of_acts_gives_a_claimant_the_asking_and_the_asker_what_was_asked(world: World) -> None:
    claiming, house = world.actor(cast.ORGANISER_CLAIMING), cast.borrower_id(world.session, cast.ASSOCIATION_RANST)
    ours = {act for act, allowed in ALLOWED.items() if Standing.BORROWER in allowed}
    asking = {act for act in ours if may(claiming, act, borrower=house)}
    asked = {act for act in ours if may(claiming, act, borrower=house, asked_by=claiming.account_id)}
    assert asking == {"reservation.preview", "reservation.request"}
    assert ours - asked == {  # a claim brings nobody else in, signs nothing and shows no papers
        "feed.borrower", "invitation.read", "member.invite", "contract.agree", "contract.sign", "proof.declare", "proof.read",
    }  # fmt: skip


@pytest.mark.parametrize("who", [(cast.DESK_RANST, cast.DESK_RANST), (cast.DESK_RANST, cast.TECHNICIAN_RANST)], ids=["one", "two members"])
def test_an_organisation_that_is_made_twice_at_one_moment_is_made_once(world: World, region: str, who: tuple[str, str]) -> None:
    accounts = [cast.account_id(world.session, email) for email in who]
    whom = Whom(None, cast.authority_id(world.session, cast.RANST), "Nieuwe vzw", BorrowerKind.ASSOCIATION)
    world.session.commit()
    start = Barrier(2)

    def press(account: int) -> None:
        engine = prepare(create_engine(region, **options_for(region)))
        with Session(engine, expire_on_commit=False, autoflush=False) as session, suppress(Refused):
            start.wait()
            claims.act_for(session, account, whom, world.now)
        engine.dispose()

    presses = [Thread(target=press, args=(account,)) for account in accounts]
    for each in presses:
        each.start()
    for each in presses:
        each.join()
    members = select(Membership.account_id).join(Borrower, Borrower.id == Membership.borrower_id).where(Borrower.name == "Nieuwe vzw")
    assert sorted(world.session.scalars(members)) == sorted(set(accounts))
    assert len(world.session.scalars(select(Borrower.id).where(Borrower.name == "Nieuwe vzw")).all()) == 1
