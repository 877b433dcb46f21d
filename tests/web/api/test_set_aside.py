"""A desk's program sets aside what stands in the way as its screen does: each finding for a reason of its own, which is kept."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select

from booking.demo import cast
from booking.web.extensions import db
from models import Decision, LendingRule, Line
from models.reservations import id_of
from tests.web.api.program import Program

WHY = {"blackout": "de zaal is toch open", "units_too_many": "voor één keer"}


@pytest.fixture
def engine_name() -> str:
    return "sqlite"


def test_each_finding_is_set_aside_for_its_own_reason(program: Program) -> None:
    reference = program.reserve(program.line(cast.BARRIERS_RANST, "2027-06-12", units=20))["reference"]
    with program.app.app_context():
        owner, asset = cast.authority_id(db.session(), cast.RANST), cast.asset_id(db.session(), cast.BARRIERS_RANST)
        dark = {"blackout_from": date(2027, 6, 1), "blackout_until": date(2027, 6, 30)}
        db.session.add(LendingRule(authority_id=owner, asset_id=asset, most_units=10, source="art. 9 (fictief)", **dark))
        db.session.commit()
    path = f"/reservations/{reference}/lines/1/approve"
    one = program.call("POST", path, "desk_ranst", {"reasons": {"blackout": WHY["blackout"]}})
    assert (one.status_code, one.json["code"]) == (422, "request_refused")
    assert program.call("POST", path, "desk_ranst", {"reasons": {"inspection_failed": "toch"}}).json["code"] == "field_unknown"
    assert program.call("POST", path, "desk_ranst", {"reasons": WHY}).status_code == 200
    with program.app.app_context():
        line = select(Line.id).where(Line.reservation_id == id_of(reference))
        kept = db.session.scalars(select(Decision).where(Decision.line_id.in_(line), Decision.act == "approve")).one()
        assert {found["code"]: found["set_aside"] for found in kept.findings if "set_aside" in found} == WHY
