"""A claim is verified, refused or ended by the desk of the borrower's own municipality, and each step leaves a change and a mail."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from booking.demo import cast
from booking.rules.kinds import RoleName
from booking.rules.refusals import NotFound, Refused
from booking.services import memberships
from models import Change, Membership, Outbox
from tests.services.world import TODAY, World


def claim_of(world: World, email: str = cast.ORGANISER_CLAIMING) -> Membership:
    query = select(Membership).where(Membership.account_id == cast.account_id(world.session, email))
    return world.session.scalars(query.execution_options(populate_existing=True)).one()


def changes(world: World, noun: str) -> list[tuple[dict | None, dict | None]]:
    return [tuple(row) for row in world.session.execute(select(Change.before, Change.after).where(Change.noun == noun).order_by(Change.id))]


def test_a_verified_claim_makes_a_member_and_mails_in_the_persons_language(world: World) -> None:
    desk, claim = world.actor(cast.DESK_RANST), claim_of(world)
    memberships.verify(world.session, desk, claim.id, world.now)
    wout = world.actor(cast.ORGANISER_CLAIMING)
    assert (claim.borrower_id in wout.borrowers, wout.claims) == (True, frozenset())
    assert claim_of(world).verified_by_id == desk.account_id
    assert changes(world, "membership") == [({"verified": False}, {"verified": True})]
    mail = world.session.scalars(select(Outbox).where(Outbox.event == "claim_verified")).one()
    assert (mail.recipient, mail.language, mail.payload) == (cast.ORGANISER_CLAIMING, "nl", {"borrower": cast.ASSOCIATION_RANST})


def test_a_refused_claim_is_gone_with_its_reason_kept_and_mailed(world: World) -> None:
    claim = claim_of(world).id
    with pytest.raises(Refused, match="field_required"):
        memberships.reject(world.session, world.actor(cast.DESK_RANST), claim, " ", world.now)
    memberships.reject(world.session, world.actor(cast.DESK_RANST), claim, "Onbekend bij het bestuur.", world.now)
    wout = world.actor(cast.ORGANISER_CLAIMING)
    assert (wout.borrowers, wout.claims) == (frozenset(), frozenset())
    assert [(before["person"], before["reason"], after) for before, after in changes(world, "membership")] == [
        ("Wout Beweert", "Onbekend bij het bestuur.", None)
    ]
    assert world.mails("claim_rejected") == [cast.ORGANISER_CLAIMING]


def test_what_was_decided_is_not_decided_again(world: World) -> None:
    desk, claim = world.actor(cast.DESK_RANST), claim_of(world).id
    memberships.verify(world.session, desk, claim, world.now)
    for act in (
        lambda: memberships.verify(world.session, desk, claim, world.now),
        lambda: memberships.reject(world.session, desk, claim, "Toch niet.", world.now),
    ):
        with pytest.raises(Refused, match="membership_decided"):
            act()


def test_nobody_verifies_an_own_claim(world: World) -> None:
    desk = world.actor(cast.DESK_RANST)
    own = Membership(account_id=desk.account_id, borrower_id=cast.borrower_id(world.session, cast.ASSOCIATION_RANST), valid_from=TODAY)
    world.session.add(own)
    world.session.commit()
    with pytest.raises(Refused, match="own_claim"):
        memberships.verify(world.session, desk, own.id, world.now)
    memberships.verify(world.session, world.actor(cast.ADMINISTRATOR_RANST), own.id, world.now)


def test_a_membership_ends_on_its_last_day(world: World) -> None:
    member = world.session.scalars(
        select(Membership).where(
            Membership.borrower_id == cast.borrower_id(world.session, cast.ASSOCIATION_RANST), Membership.verified_at.is_not(None)
        )
    ).first()
    desk = world.actor(cast.DESK_RANST)
    with pytest.raises(Refused, match="ends_before_start"):
        memberships.end(world.session, desk, member.id, member.valid_from - timedelta(days=1), world.now)
    memberships.end(world.session, desk, member.id, TODAY, world.now)
    assert member.borrower_id in world.actor(cast.ORGANISER).borrowers
    memberships.end(world.session, desk, member.id, TODAY - timedelta(days=1), world.now)
    assert member.borrower_id not in world.actor(cast.ORGANISER).borrowers
    assert changes(world, "membership")[-1] == ({"valid_until": "2027-03-01"}, {"valid_until": "2027-02-28"})
    assert world.mails("membership_ended") == [cast.ORGANISER] * 2


@pytest.mark.parametrize("email", [cast.DESK_ZANDHOVEN, cast.TECHNICIAN_RANST, cast.ORGANISER, cast.ORGANISER_CLAIMING, cast.STEWARD])
def test_a_claim_does_not_exist_for_who_is_not_of_that_desk(world: World, email: str) -> None:
    claim, actor = claim_of(world).id, world.actor(email)
    for act in (
        lambda: memberships.verify(world.session, actor, claim, world.now),
        lambda: memberships.reject(world.session, actor, claim, "Nee.", world.now),
        lambda: memberships.end(world.session, actor, claim, date(2027, 3, 2), world.now),
    ):
        with pytest.raises(NotFound):
            act()
    assert world.everything("change", "outbox") == {"change": [], "outbox": []}


def test_only_a_role_at_the_borrowers_own_municipality_counts(world: World) -> None:
    assert (cast.authority_id(world.session, cast.RANST), RoleName.DESK) in world.actor(cast.DESK_RANST).roles
    elsewhere = claim_of(world, cast.TEACHER_ZOERSEL).id
    with pytest.raises(NotFound):
        memberships.verify(world.session, world.actor(cast.DESK_RANST), elsewhere, world.now)
