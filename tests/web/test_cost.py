"""What it costs to know who asks: at most one query, on every request."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest
from sqlalchemy import event

from booking.clock import now
from booking.queries.actors import actor_of
from booking.rules.kinds import RoleName
from booking.rules.permissions import NOBODY
from booking.services import accounts
from booking.web.access import requires
from booking.web.extensions import db
from booking.web.session import current_actor
from models import Authority, Borrower, Membership, Role
from tests.web.visitor import Visitor

EMAIL = "ann@lokaal.example"
TODAY = date(2027, 5, 10)


@contextmanager
def counted(app) -> Iterator[list[str]]:
    """The statements sent to the database meanwhile."""
    sent: list[str] = []

    def note(_connection, _cursor, statement, *_rest) -> None:
        if statement != "BEGIN":
            sent.append(statement)

    with app.app_context():
        event.listen(db.engine, "before_cursor_execute", note)
        yield sent
        event.remove(db.engine, "before_cursor_execute", note)


@pytest.fixture
def busy_ann(app, ann: int) -> int:
    """Ann with two roles, a membership and a claim on TODAY, and others that ended or have yet to begin."""
    with app.app_context():
        db.session.add_all(Authority(id=n, kind="municipality", name=f"Gemeente {n}") for n in (1, 2))
        db.session.flush()
        db.session.add_all(Borrower(id=n, kind="association", name=f"Club {n}", authority_id=1, created_at=now()) for n in (1, 2, 3))
        db.session.flush()
        past, future = {"valid_from": date(2020, 1, 1), "valid_until": date(2027, 5, 9)}, {"valid_from": date(2027, 5, 11)}
        present = {"valid_from": TODAY, "valid_until": TODAY}
        roles = ((1, "desk", present), (2, "technician", present), (1, "finance", past), (2, "desk", future))
        db.session.add_all(Role(account_id=ann, authority_id=authority, name=name, **dates) for authority, name, dates in roles)
        memberships = ((1, now(), present), (2, None, present), (3, now(), past))
        db.session.add_all(
            Membership(account_id=ann, borrower_id=borrower, verified_at=verified, **dates) for borrower, verified, dates in memberships
        )
        db.session.commit()
    return ann


def test_an_actor_holds_what_is_held_today_and_nothing_else(app, busy_ann: int) -> None:
    with counted(app) as sent:
        actor = actor_of(db.session(), busy_ann, TODAY)
    assert len(sent) == 1
    assert actor.roles == {(1, RoleName.DESK), (2, RoleName.TECHNICIAN)}
    assert (actor.borrowers, actor.claims) == ({1}, {2})
    with app.app_context():
        assert actor_of(db.session(), 999, TODAY) is NOBODY


def test_knowing_who_asks_takes_one_query(app, busy_ann: int, at) -> None:
    at("2027-05-10T08:00:00+02:00")
    app.add_url_rule("/who", "who", requires("account.own")(lambda: {"roles": len(current_actor().roles)}))
    with app.app_context():
        token = accounts.create_token(db.session(), EMAIL, now())
    visitor, program = Visitor(app), Visitor(app)
    visitor.sign_in(EMAIL)
    visitor.pass_second_step()
    visits = {
        "a stranger's look": (lambda: program.get("/healthz"), 0),
        "a stranger's form": (lambda: Visitor(app).get("/aanmelden"), 0),
        "a browser": (lambda: visitor.get("/who"), 1),
        "a program": (lambda: program.get("/who", headers={"Authorization": f"Bearer {token}"}), 1),
    }
    for who, (visit, queries) in visits.items():
        with counted(app) as sent:
            assert visit().status_code == 200, who
        assert len(sent) == queries, (who, sent)
