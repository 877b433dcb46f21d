"""Roles, recognitions and borrowers are kept by those who administer them, dated, and an authority is never left without administrator."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import delete, select

from booking.demo import cast
from booking.queries.administration import logbook
from booking.rules.kinds import BorrowerKind, RoleName
from booking.rules.periods import local
from booking.rules.refusals import NotFound, Refused
from booking.services import borrowers, invitations, recognitions, records, roles
from booking.services.administration.changes import ChangedMeanwhile
from booking.services.borrowers import BorrowerSettings
from booking.services.invitations import To
from booking.services.keys import digest
from booking.services.recognitions import RecognitionSettings
from booking.services.sign_in import Door
from models import Borrower, Change, Invitation, Outbox, Recognition, Role
from tests.services.world import TODAY, World, moment

YESTERDAY = TODAY - timedelta(days=1)
DOOR = Door(b"secret", (1, 8, 1), timedelta(hours=12), demo=True)
CLUB = BorrowerSettings(BorrowerKind.ASSOCIATION, "Kaartclub De Zotte Boer (fictief)", "0207500123", "boer@club.example", "03 485 00 00")


@pytest.fixture
def ranst(world: World) -> int:
    return cast.authority_id(world.session, cast.RANST)


def role_of(world: World, email: str, name: RoleName, authority: int) -> int:
    mine = (Role.account_id == cast.account_id(world.session, email), Role.name == name, Role.authority_id == authority)
    return world.session.scalars(select(Role.id).where(*mine)).one()


def test_a_role_counts_from_its_first_day_up_to_its_last(world: World, ranst: int) -> None:
    dirk = world.actor(cast.ADMINISTRATOR_RANST)
    first, last = date(2027, 2, 1), date(2027, 3, 1)
    role = roles.grant(world.session, dirk, ranst, cast.ORGANISER.upper(), RoleName.DESK, first, world.now, last)
    assert (ranst, RoleName.DESK) in world.actor(cast.ORGANISER).roles
    roles.end(world.session, dirk, role, YESTERDAY, world.now)
    assert world.actor(cast.ORGANISER).roles == frozenset()
    roles.end(world.session, dirk, role, first - timedelta(days=1), world.now)
    assert world.session.get(Role, role) is None, "a role that ends before it began was a mistake"
    kept = world.session.execute(select(Change.before, Change.after).where(Change.noun == "role").order_by(Change.id)).all()
    assert [(before or {}).get("valid_until", "") for before, _ in kept] == ["", "2027-03-01", "2027-02-28"]
    assert kept[-1].before["person"] == "Sofie Maatstreep"


def test_a_role_is_given_once_at_a_time(world: World, ranst: int) -> None:
    dirk = world.actor(cast.ADMINISTRATOR_RANST)
    with pytest.raises(Refused, match="role_held"):
        roles.grant(world.session, dirk, ranst, cast.DESK_RANST, RoleName.DESK, TODAY, world.now)
    with pytest.raises(Refused, match="ends_before_start"):
        roles.grant(world.session, dirk, ranst, cast.ORGANISER, RoleName.DESK, TODAY, world.now, YESTERDAY)
    with pytest.raises(NotFound):
        roles.grant(world.session, dirk, ranst, "niemand@ranst.example", RoleName.DESK, TODAY, world.now)


@pytest.mark.parametrize("email", [cast.ORGANISER, "niemand@ranst.example", "koen@zandhoven.example"])
def test_whoever_does_not_work_there_yet_is_asked_whatever_the_address(world: World, ranst: int, email: str) -> None:
    dirk, before = world.actor(cast.ADMINISTRATOR_RANST), world.everything("role")
    assert roles.offer(world.session, DOOR, dirk, email, To(ranst, RoleName.DESK, first=TODAY), "nl", world.now) is None
    assert world.everything("role") == before
    asked = world.session.scalars(select(Invitation)).one()
    assert (asked.email, asked.role, asked.valid_from) == (email, RoleName.DESK, TODAY)
    assert world.session.scalars(select(Outbox.event).where(Outbox.recipient == email)).all() == ["invitation_role"]


def test_a_colleague_gets_one_more_role_at_once(world: World, ranst: int) -> None:
    dirk = world.actor(cast.ADMINISTRATOR_RANST)
    to = To(ranst, RoleName.FINANCE, first=TODAY, last=date(2027, 12, 31))
    assert roles.offer(world.session, DOOR, dirk, cast.DESK_RANST, to, "nl", world.now)
    assert (ranst, RoleName.FINANCE) in world.actor(cast.DESK_RANST).roles


@pytest.mark.parametrize(("first", "begins"), [(date(2027, 2, 1), TODAY), (date(2027, 6, 1), date(2027, 6, 1))])
def test_what_is_offered_begins_on_its_day_and_never_before_somebody_said_yes(world: World, ranst: int, first: date, begins: date) -> None:
    dirk, last = world.actor(cast.ADMINISTRATOR_RANST), date(2027, 12, 31)
    roles.offer(world.session, DOOR, dirk, cast.ORGANISER, To(ranst, RoleName.DESK, first=first, last=last), "nl", world.now)
    kept = world.session.scalars(select(Invitation)).one()
    kept.key_hash = digest("sleutel")
    world.session.commit()
    invitations.accept(world.session, world.actor(cast.ORGANISER), "sleutel", world.now)
    mine = select(Role).where(Role.account_id == cast.account_id(world.session, cast.ORGANISER))
    assert [(row.name, row.valid_from, row.valid_until) for row in world.session.scalars(mine)] == [(RoleName.DESK, begins, last)]


def test_the_logbook_tells_of_people_only_what_they_did_while_they_worked_there(world: World, ranst: int) -> None:
    role = role_of(world, cast.DESK_RANST, RoleName.DESK, ranst)
    row = world.session.get_one(Role, role)
    an = row.account_id
    world.session.execute(delete(Role).where(Role.account_id == an, Role.id != role))
    row.valid_from, row.valid_until = date(2027, 2, 10), date(2027, 2, 20)
    for day in ("2027-02-09 12:00", "2027-02-10 09:00", "2027-02-20 21:00", "2027-02-21 12:00"):
        records.audit(world.session, moment(day), an, "account.change", ("account", an))
    world.session.commit()
    told = logbook.log(world.session, world.actor(cast.ADMINISTRATOR_RANST), logbook.Asked(account=an, noun="account"))
    assert [local(each.at).day for each in told.entries] == [20, 10]


def test_the_last_administrator_stays_until_somebody_follows(world: World, ranst: int) -> None:
    dirk = world.actor(cast.ADMINISTRATOR_RANST)
    own = role_of(world, cast.ADMINISTRATOR_RANST, RoleName.ADMINISTRATOR, ranst)
    for last in (YESTERDAY, TODAY, date(2030, 1, 1)):
        with pytest.raises(Refused, match="last_administrator"):
            roles.end(world.session, dirk, own, last, world.now)
    roles.grant(world.session, dirk, ranst, cast.FINANCE_RANST, RoleName.ADMINISTRATOR, TODAY, world.now, date(2028, 1, 1))
    with pytest.raises(Refused, match="last_administrator"):  # who follows for a while does not
        roles.end(world.session, dirk, own, YESTERDAY, world.now)
    roles.grant(world.session, dirk, ranst, cast.TARIFFS_RANST, RoleName.ADMINISTRATOR, date(2027, 6, 1), world.now)
    with pytest.raises(Refused, match="last_administrator"):  # and who begins later leaves a gap
        roles.end(world.session, dirk, own, date(2027, 5, 1), world.now)
    roles.end(world.session, dirk, own, date(2027, 5, 31), world.now)
    assert world.session.get_one(Role, own).valid_until == date(2027, 5, 31)


def test_a_stranger_gives_and_ends_no_role(world: World, ranst: int) -> None:
    role = role_of(world, cast.DESK_RANST, RoleName.DESK, ranst)
    for email in (cast.DESK_RANST, "koen@zandhoven.example", cast.ORGANISER):
        actor = world.actor(email)
        with pytest.raises(NotFound):
            roles.grant(world.session, actor, ranst, email, RoleName.ADMINISTRATOR, TODAY, world.now)
        with pytest.raises(NotFound):
            roles.end(world.session, actor, role, YESTERDAY, world.now)
    assert world.everything("change") == {"change": []}


def test_a_recognition_is_dated_and_never_twice_at_a_time(world: World, ranst: int) -> None:
    desk, house = world.actor(cast.DESK_RANST), cast.borrower_id(world.session, cast.ASSOCIATION_RANST)
    held = world.session.scalars(select(Recognition).where(Recognition.borrower_id == house)).one()
    again = RecognitionSettings(house, held.category, "Collegebeslissing 2027/9", TODAY)
    with pytest.raises(Refused, match="recognition_overlaps"):
        recognitions.recognise(world.session, desk, ranst, again, world.now)
    recognitions.end(world.session, desk, held.id, YESTERDAY, world.now)
    new = recognitions.recognise(world.session, desk, ranst, again, world.now)
    assert world.session.get_one(Recognition, new).valid_from == TODAY
    with pytest.raises(Refused, match="ends_before_start"):
        recognitions.end(world.session, desk, new, YESTERDAY, world.now)
    mia, zandhoven = world.actor(cast.DESK_ZANDHOVEN), cast.authority_id(world.session, cast.ZANDHOVEN)
    for act in (
        lambda: recognitions.end(world.session, mia, new, TODAY, world.now),
        lambda: recognitions.recognise(world.session, mia, ranst, again, world.now),
        lambda: recognitions.recognise(world.session, mia, zandhoven, again, world.now),  # whose name is not theirs to learn
    ):
        with pytest.raises(NotFound):
            act()


def test_a_borrower_is_noted_once_and_corrected_by_one_at_a_time(world: World, ranst: int) -> None:
    desk = world.actor(cast.DESK_RANST)
    club = borrowers.create_borrower(world.session, desk, ranst, CLUB, world.now)
    with pytest.raises(Refused, match="borrower_exists"):
        borrowers.create_borrower(world.session, desk, ranst, BorrowerSettings(BorrowerKind.COMPANY, CLUB.name.upper()), world.now)
    corrected = BorrowerSettings(BorrowerKind.ASSOCIATION, CLUB.name, CLUB.kbo, "nieuw@club.example", CLUB.phone)
    borrowers.change_borrower(world.session, desk, club, corrected, 1, world.now)
    assert world.session.get_one(Borrower, club).email == "nieuw@club.example"
    with pytest.raises(ChangedMeanwhile):
        borrowers.change_borrower(world.session, desk, club, CLUB, 1, world.now)
    last = world.session.execute(select(Change.before, Change.after).order_by(Change.id.desc()).limit(1)).one()
    assert tuple(last) == ({"email": "boer@club.example"}, {"email": "nieuw@club.example"})
    mia = world.actor(cast.DESK_ZANDHOVEN)
    for act in (
        lambda: borrowers.change_borrower(world.session, mia, club, corrected, 2, world.now),
        lambda: borrowers.create_borrower(world.session, mia, ranst, BorrowerSettings(BorrowerKind.SCHOOL, "Elders"), world.now),
        lambda: borrowers.change_borrower(world.session, desk, 999_999, corrected, 0, world.now),
    ):
        with pytest.raises(NotFound):
            act()
