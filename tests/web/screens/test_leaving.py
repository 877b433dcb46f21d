"""Who leaves sees nothing more from the next request on; what was promised stays readable to the two sides of it (TEST_PLAN T-36)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import update

from booking.clock import now
from booking.demo import cast
from booking.rules.periods import local
from booking.web.extensions import db
from models import AgreementParty, Membership, Role
from tests.web.screens.reader import Reader
from tests.web.screens.test_wrong_input import NEW

pytestmark = pytest.mark.one_engine

PLATFORM = f"{NEW}?line={cast.PLATFORM_ZANDHOVEN}~20270615T0600Z~20270615T1400Z~1&purpose=works"


def yesterday(app: Flask) -> object:
    return local(now()).date() - timedelta(days=1)


def end(app: Flask, relation: type[Role | Membership], email: str) -> None:
    """What somebody may do is over since yesterday."""
    with app.app_context():
        mine = relation.account_id == cast.account_id(db.session(), email)
        db.session.execute(update(relation).where(mine).values(valid_until=yesterday(app)))
        db.session.commit()


def asked(who: Reader) -> str:
    """The reference of a request for Zandhoven's platform."""
    form = who.send(who.open(PLATFORM).form(NEW), event="Wegenwerken", do="preview").form(NEW)
    return who.send(form, do="request").location.rpartition("/")[2]


def test_a_role_that_ended_opens_no_door_at_the_next_request(app: Flask, reader: Callable[[str], Reader]) -> None:
    reference, mia = asked(reader(cast.TECHNICIAN_WOMMELGEM)), reader(cast.DESK_ZANDHOVEN)
    assert mia.open(f"/werklijst/{reference}").status == 200
    end(app, Role, cast.DESK_ZANDHOVEN)
    assert {mia.open(f"{page}/{reference}").status for page in ("/werklijst", "/reservaties")} <= {403, 404}


def test_a_membership_that_ended_hides_what_was_asked_for_others(app: Flask, reader: Callable[[str], Reader]) -> None:
    karel, nele = reader(cast.TECHNICIAN_WOMMELGEM), reader(cast.DESK_WOMMELGEM)
    reference = asked(karel)
    end(app, Membership, cast.TECHNICIAN_WOMMELGEM)
    assert karel.open(f"/reservaties/{reference}").status == 404
    assert nele.open(f"/reservaties/{reference}").status == 404  # the desk of the borrower's town decides nothing here


def test_who_leaves_an_agreement_borrows_as_a_stranger_and_both_sides_keep_what_was_promised(
    app: Flask, reader: Callable[[str], Reader]
) -> None:
    karel, mia, hilde = reader(cast.TECHNICIAN_WOMMELGEM), reader(cast.DESK_ZANDHOVEN), reader(cast.DESK_BRECHT)
    reference = asked(karel)
    before = karel.open(PLATFORM.replace("0615", "0622")).text
    with app.app_context():
        wommelgem = cast.authority_id(db.session(), "11052")
        db.session.execute(update(AgreementParty).where(AgreementParty.authority_id == wommelgem).values(leaves_on=yesterday(app)))
        db.session.commit()
    after = karel.open(PLATFORM.replace("0615", "0622")).text
    assert "Dit kan" in before or "meteen bevestigd" in before
    assert "Eén lijn kan zo niet" in after
    assert [who.open(f"/reservaties/{reference}").status for who in (karel, mia, hilde)] == [200, 200, 404]
