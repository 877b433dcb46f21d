"""How an account ends: never while a loan runs or an authority would be left alone, and history stays without a name."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from booking.demo import cast
from booking.rules.refusals import NotFound, Refused, TooMany
from booking.services import claims, limits, mailed_keys, profile
from booking.services.claims import Whom
from booking.services.passwords import hashed
from booking.services.sign_in import Door
from booking.services.transaction import transaction
from models import Account, Borrower, MailedKey, Membership, Outbox, Reservation
from tests.services.world import World, period

COST = (1, 8, 1)
DOOR = Door(b"secret", COST, timedelta(hours=12), demo=True)
WORDS = "vijf paarse olifanten"
USE = period("2027-06-12 14:00", "2027-06-12 22:00")


def known(world: World, email: str) -> int:
    """The account, with a password that is cheap to check."""
    world.session.execute(update(Account).where(Account.email == email).values(password_hash=hashed(WORDS, COST)))
    world.session.commit()
    return cast.account_id(world.session, email)


def test_who_still_has_something_does_not_leave(world: World) -> None:
    account = known(world, cast.RESIDENT_NIJLEN)
    mine = world.session.scalars(select(Borrower).join(Membership).where(Membership.account_id == account)).first()
    world.ask(cast.HALL_RANST, USE, email=cast.RESIDENT_NIJLEN, borrower=mine.name)
    with pytest.raises(Refused, match="loans_running"):
        profile.close(world.session, DOOR, account, WORDS, world.now)


def test_the_last_administrator_does_not_leave_an_authority_alone(world: World) -> None:
    account = known(world, cast.ADMINISTRATOR_RANST)
    with pytest.raises(Refused, match="last_administrator"):
        profile.close(world.session, DOOR, account, WORDS, world.now)


def test_the_last_steward_does_not_leave_the_whole_alone(world: World) -> None:
    account = known(world, cast.STEWARD)
    with pytest.raises(Refused, match="last_steward"):
        profile.close(world.session, DOOR, account, WORDS, world.now)


def test_what_was_asked_stays_and_names_nobody(world: World) -> None:
    reference = world.ask(cast.HALL_RANST, USE)
    account = known(world, cast.ORGANISER)
    name = world.session.get_one(Account, account).name
    profile.close(world.session, DOOR, account, WORDS, world.now)
    world.session.expire_all()
    closed = world.session.get_one(Account, account)
    assert (closed.name, closed.email, closed.password_hash) == ("–", f"{account}@closed.invalid", None)
    assert world.session.scalar(select(Reservation.account_id).where(Reservation.id == int(reference[-6:]))) == account
    assert not any(row.holds_on(world.now.date()) for row in world.session.scalars(select(Membership).filter_by(account_id=account)))
    assert name not in str(world.everything("account", "outbox"))
    assert cast.ORGANISER not in str(world.everything("account", "outbox", "sign_in"))


def test_who_leaves_an_organisation_and_comes_back_only_claims_it(world: World) -> None:
    account, club = cast.account_id(world.session, cast.ORGANISER), cast.borrower_id(world.session, cast.ASSOCIATION_RANST)
    with pytest.raises(Refused, match="membership_held"):
        claims.act_for(world.session, account, Whom(club), world.now)
    claims.leave(world.session, account, club, world.now)
    with pytest.raises(NotFound):
        claims.leave(world.session, account, club, world.now)
    claims.act_for(world.session, account, Whom(club), world.now)
    assert club in world.actor(cast.ORGANISER).claims
    assert len(world.mails("membership_claimed")) == 1


def test_an_organisation_that_is_here_already_is_claimed_and_not_made_twice(world: World) -> None:
    account, ranst = cast.account_id(world.session, cast.RESIDENT_NIJLEN), cast.authority_id(world.session, cast.RANST)
    club = cast.borrower_id(world.session, cast.ASSOCIATION_RANST)
    same = Whom(None, ranst, cast.ASSOCIATION_RANST.upper(), "association")
    assert claims.act_for(world.session, account, same, world.now) == club


@pytest.mark.parametrize("kind", ["resident", "authority"])
def test_neither_a_resident_nor_a_service_of_an_authority_is_claimed(world: World, kind: str) -> None:
    someone = world.session.scalars(select(Borrower.id).where(Borrower.kind == kind)).first()
    with pytest.raises(NotFound):
        claims.act_for(world.session, cast.account_id(world.session, cast.ORGANISER), Whom(someone), world.now)


def key_to(world: World, event: str, recipient: str) -> str:
    """The key in the last mail of this kind to an address."""
    mail = select(Outbox).where(Outbox.event == event, Outbox.recipient == recipient).order_by(Outbox.id.desc())
    return mailed_keys.revealed(DOOR.secret, world.session.scalars(mail).first().payload)["key"]


def test_who_took_an_account_over_cannot_take_the_way_back_from_its_owner(world: World) -> None:
    account, session = known(world, cast.ORGANISER), world.session
    profile.ask_email(session, DOOR, account, WORDS, "thief@een.example", world.now)
    owners = key_to(world, "keep_email", cast.ORGANISER)
    profile.confirm_email(session, key_to(world, "new_email", "thief@een.example"), world.now)
    profile.ask_email(session, DOOR, account, WORDS, "thief@twee.example", world.now)
    thiefs = key_to(world, "keep_email", "thief@een.example")
    profile.ask_email(session, DOOR, account, WORDS, "thief@drie.example", world.now)
    profile.keep_email(session, DOOR, thiefs, world.now)
    profile.keep_email(session, DOOR, owners, world.now)
    session.expire_all()
    assert session.get_one(Account, account).email == cast.ORGANISER
    assert session.scalars(select(MailedKey.purpose).where(MailedKey.account_id == account)).all() == ["reset"]


def test_an_account_is_no_way_to_send_mail_to_strangers(world: World) -> None:
    account = known(world, cast.ORGANISER)
    for n in range(5):
        profile.ask_email(world.session, DOOR, account, WORDS, f"stranger{n}@elders.example", world.now)
    with pytest.raises(TooMany):
        profile.ask_email(world.session, DOOR, account, WORDS, "stranger@elders.example", world.now)


def test_wrong_passwords_of_others_keep_nobody_waiting(world: World) -> None:
    for account in range(1_000, 1_011):
        for _ in range(10):
            limits.count(world.session, DOOR.secret, profile.PASSWORDS, str(account), "", world.now)
    profile.prove(world.session, DOOR, known(world, cast.ORGANISER), WORDS, world.now)


def test_keys_that_expired_are_forgotten_and_with_them_what_was_filled_in(world: World) -> None:
    with transaction(world.session):
        for purpose in mailed_keys.LIVES:
            mailed_keys.issue(world.session, b"secret", purpose, "nora@lokaal.example", world.now, details={"name": "Nora"})
    mailed_keys.tidy(world.session, world.now + timedelta(hours=2))
    left = set(world.session.scalars(select(MailedKey.purpose)))
    assert left == {"sign_up", "new_email", "keep_email"}
    mailed_keys.tidy(world.session, world.now + timedelta(days=8))
    assert world.session.scalars(select(MailedKey.id)).all() == []
