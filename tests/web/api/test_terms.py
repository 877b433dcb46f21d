"""Terms of use by programs: what was not accepted is said with a link and breaks nothing; by id or all together they are accepted."""

from __future__ import annotations

from typing import Any

import pytest

from booking.clock import now
from booking.demo import cast
from booking.queries.actors import actor_of
from booking.queries.terms import acceptances_of
from booking.rules.periods import local
from booking.services import terms
from booking.services.terms import TermsSettings
from booking.web.extensions import db
from models import Dossier
from models.reservations import id_of
from tests.web.api.program import Program

TEXTS = {"nl": {"title": "Uitleenreglement", "body": "Met zorg."}}


@pytest.fixture
def version(api: Program) -> int:
    """The terms of Ranst, published once for all tests here."""
    with api.app.app_context():
        session, today = db.session(), local(now()).date()
        dirk, ranst = actor_of(session, cast.account_id(session, cast.ADMINISTRATOR_RANST), today), cast.authority_id(session, cast.RANST)
        draft = terms.begin(session, dirk, ranst, TermsSettings(TEXTS), now())
        return terms.publish(session, dirk, draft, today, None, now())


def of_terms(reservation: dict[str, Any]) -> dict[str, Any]:
    """The finding about terms of the first line."""
    return next(each for each in reservation["lines"][0]["findings"] if each["code"].startswith("terms_"))


def test_a_program_accepts_terms_by_id_or_all_and_is_not_refused_when_it_does_not(api: Program, version: int) -> None:
    line = api.line(cast.HALL_RANST)
    offer = api.call("POST", "/quotes", body={"borrower": api.association, "lines": [line]}).json
    silent = of_terms(offer)
    assert (silent["code"], silent["verdict"]) == ("terms_not_accepted", "needs_document")
    assert version in silent["evidence"]["terms_ids"]
    assert api.client().get(silent["link"]).status_code == 200
    assert of_terms(api.reserve(line))["code"] == "terms_not_accepted"
    by_id = api.reserve(api.line(cast.HALL_RANST), terms=silent["evidence"]["terms_ids"])
    assert of_terms(by_id)["code"] == of_terms(api.reserve(api.line(cast.HALL_RANST), accept_terms=True))["code"] == "terms_accepted"
    with api.app.app_context():
        dossier = db.session.query(Dossier.id).filter_by(reservation_id=id_of(by_id["reference"])).scalar()
        assert [each.door for each in acceptances_of(db.session(), [dossier])[dossier]] == ["api"] * len(silent["evidence"]["terms_ids"])
