"""Proofs of which a club of Ranst and one of Zandhoven have one each; they never ask anything, so only their own municipality sees them."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image
from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.clock import now
from booking.demo import cast
from booking.formats.upload import Checked, checked
from booking.queries.proofs.access import Holder
from booking.rules.periods import local
from booking.services.proofs import people, policies
from models import Borrower, Document, Membership, Requirement

if TYPE_CHECKING:
    from tests.web.world import World

CLUBS = (("Club van Ranst", cast.RANST, cast.ORGANISER), ("Club van Zandhoven", cast.ZANDHOVEN, cast.TEACHER_ZOERSEL))
Pair = tuple[str, str]


def certificate() -> Checked:
    """A picture of a certificate."""
    file = BytesIO()
    Image.new("RGB", (60, 40), "teal").save(file, "PNG")
    return checked(file.getvalue(), "attest.png")


def folder(world: World) -> Path:
    """Where the application keeps documents."""
    return Path(world.app.config["INSTANCE"]) / "documents"


def clubs(world: World, session: Session) -> Pair:
    """Two clubs, each with a member of the matrix."""
    found = []
    for name, nis, email in CLUBS:
        club = Borrower(kind="association", name=name, authority_id=cast.authority_id(session, nis), created_at=now())
        session.add(club)
        session.flush()
        dates = {"valid_from": local(now()).date(), "verified_at": now()}
        session.add(Membership(account_id=cast.account_id(session, email), borrower_id=club.id, **dates))
        found.append(str(club.id))
    session.commit()
    return found[0], found[1]


def members(world: World) -> list[tuple[int, str]]:
    """Each club with its member."""
    return [(int(key), email) for key, (_, _, email) in zip(world.pair("club"), CLUBS, strict=True)]


def held_policies(world: World, session: Session) -> Pair:
    """A policy of each club that nobody looked at yet."""
    today = local(now()).date()
    wanted = policies.PolicySettings("liability", "Papieren Paraplu (fictief)", "1", 1_000_000, today, today + timedelta(days=300))
    made = [
        policies.declare(session, world.actor(email), Holder(frozenset({club})), wanted, certificate(), folder(world), now())
        for club, email in members(world)
    ]
    return str(made[0]), str(made[1])


def named_people(world: World, session: Session) -> Pair:
    """Somebody whom each club names."""
    made = [people.add_person(session, world.actor(email), club, f"Chauffeur {club}", now()) for club, email in members(world)]
    return str(made[0]), str(made[1])


def held_qualifications(world: World, session: Session) -> Pair:
    """The licence of each of them."""
    wanted = people.QualificationSettings("licence_be", "123", local(now()).date() - timedelta(days=1000))
    made = [
        people.declare(session, world.actor(email), int(person), wanted, certificate(), folder(world), now())
        for person, (_, email) in zip(world.pair("person"), members(world), strict=True)
    ]
    return str(made[0]), str(made[1])


def documents(world: World, session: Session) -> Pair:
    """The certificates of the policies."""
    query = select(Document.id).where(Document.subject == "policy")
    found = [str(session.scalars(query.where(Document.subject_id == int(key))).first()) for key in world.pair("policy")]
    return found[0], found[1]


def requirements(_world: World, session: Session) -> Pair:
    """A proof that each of both asks for."""
    made = []
    for _, nis, _ in CLUBS:
        row = Requirement(authority_id=cast.authority_id(session, nis), kind="volunteers", source="art. 9")
        session.add(row)
        session.flush()
        made.append(str(row.id))
    session.commit()
    return made[0], made[1]


PROOF_PAIRS = {
    "club": clubs,
    "policy": held_policies,
    "person": named_people,
    "qualification": held_qualifications,
    "document": documents,
    "requirement": requirements,
}
