"""Inviting a colleague: who may, what the link gives, and how it ends."""

from __future__ import annotations

from datetime import date

import pytest
from flask import Flask
from sqlalchemy import select

from booking.clock import now
from booking.rules.kinds import RoleName
from booking.rules.periods import local
from booking.services import accounts
from booking.web.extensions import db
from models import Account, Authority, Borrower, Change, Membership, Outbox, Role
from tests.web.conftest import opened
from tests.web.mailbox import link_to, mails_to
from tests.web.visitor import PASSWORD, Visitor

pytestmark = pytest.mark.one_engine

NEW, ANN = "nora@lokaal.example", "ann@lokaal.example"
WORDS = "vijf paarse olifanten"


@pytest.fixture
def app(database: str):
    with opened(database, DEMO=True) as application:
        yield application


@pytest.fixture
def town(app: Flask, ann: int) -> dict[str, int]:
    """Dirk administers Ranst, Dora is its desk, Ann acts for De Lindekapel and Cas only says so."""
    with app.app_context():
        session = db.session()
        place = Authority(kind="municipality", name="Ranst", nis="11035")
        session.add(place)
        session.flush()
        club = Borrower(kind="association", name="De Lindekapel", authority_id=place.id, created_at=now())
        session.add(club)
        session.commit()
        for name, role in {"dirk": RoleName.ADMINISTRATOR, "dora": RoleName.DESK}.items():
            accounts.create_user(session, f"{name}@ranst.example", name, PASSWORD, now(), roles=[(place.id, role)], cost=(1, 8, 1))
        cas = accounts.create_user(session, "cas@lokaal.example", "Cas", PASSWORD, now(), cost=(1, 8, 1))
        today = local(now()).date()
        session.add(Membership(account_id=ann, borrower_id=club.id, valid_from=today, verified_at=now()))
        session.add(Membership(account_id=cas, borrower_id=club.id, valid_from=today))
        session.commit()
        return {"place": place.id, "club": club.id}


def signed_in(app: Flask, email: str) -> Visitor:
    visitor = Visitor(app)
    assert visitor.sign_in(email).status_code == 303
    return visitor


def invite(visitor: Visitor, to: str, email: str = NEW, role: str = "technician"):
    return visitor.send("/collegas", {"email": email, "to": to, "role": role})


def roles(app: Flask, email: str) -> list[str]:
    with app.app_context():
        return list(db.session.scalars(select(Role.name).join(Account, Account.id == Role.account_id).where(Account.email == email)))


def test_an_administrator_invites_somebody_without_an_account(app, town) -> None:
    dirk = signed_in(app, "dirk@ranst.example")
    assert invite(dirk, f"authority:{town['place']}", role="desk").status_code == 303
    assert NEW in dirk.get("/collegas").text
    assert mails_to(app, NEW)[0].subject == "Uitnodiging om te werken voor Ranst"
    link, nora = link_to(app, NEW), Visitor(app)
    page = nora.get(link)
    assert "Ranst" in page.text
    assert page.headers["Referrer-Policy"] == "no-referrer"
    assert nora.send(link, {"name": "Nora", "password": "kort", "language": "fr"}).status_code == 422
    assert nora.send(link, {"name": "Nora", "password": WORDS, "language": "fr"}).status_code == 303
    assert nora.is_signed_in()
    assert roles(app, NEW) == ["desk"]
    assert NEW not in dirk.get("/collegas").text
    assert Visitor(app).get(link).status_code == 404
    with app.app_context():
        assert db.session.scalar(select(Change.after).where(Change.noun == "role"))["role"] == "desk"


def test_a_member_invites_somebody_with_an_account_who_is_then_a_verified_member(app, town) -> None:
    with app.app_context():
        accounts.create_user(db.session(), NEW, "Nora", PASSWORD, now(), cost=(1, 8, 1))
    assert invite(signed_in(app, ANN), f"borrower:{town['club']}").status_code == 303
    link, nora = link_to(app, NEW), Visitor(app)
    assert "/aanmelden?next=" in nora.get(link).text
    nora.sign_in(NEW)
    assert nora.send(link).status_code == 303
    with app.app_context():
        query = select(Membership.verified_at).join(Account, Account.id == Membership.account_id).where(Account.email == NEW)
        assert db.session.scalars(query).one() is not None


def test_who_claimed_before_is_verified_by_a_member_s_invitation(app, town) -> None:
    invite(signed_in(app, ANN), f"borrower:{town['club']}", "cas@lokaal.example")
    cas = signed_in(app, "cas@lokaal.example")
    assert cas.send(link_to(app, "cas@lokaal.example")).status_code == 303
    with app.app_context():
        assert None not in list(db.session.scalars(select(Membership.verified_at)))


@pytest.mark.parametrize(
    ("who", "to"),
    [
        ("dora@ranst.example", "authority:place"),
        (ANN, "authority:place"),
        ("cas@lokaal.example", "borrower:club"),
        ("dirk@ranst.example", "borrower:club"),
    ],
)
def test_nobody_invites_for_what_is_not_theirs(app, town, who: str, to: str) -> None:
    noun, _, name = to.partition(":")
    answer = invite(signed_in(app, who), f"{noun}:{town[name]}")
    assert answer.status_code in {403, 404, 422}
    assert mails_to(app, NEW) == []


def test_an_invitation_is_only_for_the_mailbox_it_was_sent_to(app, town) -> None:
    invite(signed_in(app, "dirk@ranst.example"), f"authority:{town['place']}")
    cas = signed_in(app, "cas@lokaal.example")
    answer = cas.send(link_to(app, NEW))
    assert answer.status_code == 422
    assert "ander e-mailadres" in answer.text
    assert roles(app, "cas@lokaal.example") == []


@pytest.mark.parametrize("how", ["expired", "revoked", "sent again", "inviter left"])
def test_an_invitation_ends(app, town, at, how: str) -> None:
    at("2027-05-10T08:00:00+02:00")
    with app.app_context():
        db.session.execute(Role.__table__.update().values(valid_from=local(now()).date()))
        db.session.commit()
    dirk = signed_in(app, "dirk@ranst.example")
    invite(dirk, f"authority:{town['place']}")
    link = link_to(app, NEW)
    assert Visitor(app).get(link).status_code == 200
    if how == "expired":
        at("2027-05-17T08:00:00+02:00")
    elif how == "revoked":
        page = dirk.get("/collegas").text
        action = next(part.split('"')[0] for part in page.split('action="')[1:] if "/intrekken" in part.split('"')[0])
        assert dirk.send(action).status_code == 303
    elif how == "sent again":
        invite(dirk, f"authority:{town['place']}")
        assert Visitor(app).get(link_to(app, NEW)).status_code == 200
    else:
        at("2027-05-12T08:00:00+02:00")
        with app.app_context():
            left = Role.__table__.update().where(Role.name == "administrator").values(valid_until=date(2027, 5, 11))
            db.session.execute(left)
            db.session.commit()
    visitor = Visitor(app)
    assert visitor.get(link).status_code == 404
    assert visitor.send(link, {"name": "Nora", "password": WORDS, "language": "nl"}).status_code == 404
    assert roles(app, NEW) == []


def test_inviting_does_not_tell_whether_an_address_has_an_account(app, town) -> None:
    """TEST_PLAN T-64."""
    dirk = signed_in(app, "dirk@ranst.example")
    answers = [invite(dirk, f"authority:{town['place']}", email) for email in (ANN, NEW)]
    assert {(answer.status_code, answer.headers["Location"]) for answer in answers} == {(303, "/collegas")}


def test_thirty_invitations_in_a_quarter_of_an_hour_are_enough(app, town) -> None:
    dirk = signed_in(app, "dirk@ranst.example")
    statuses = [invite(dirk, f"authority:{town['place']}", f"n{n}@lokaal.example").status_code for n in range(31)]
    assert (statuses.count(303), statuses[-1]) == (30, 422)
    with app.app_context():
        assert len(db.session.scalars(select(Outbox.id)).all()) == 30
