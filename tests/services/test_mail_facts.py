"""A mail tells a desk of what was asked of it, and of nothing that was asked of others in the same reservation."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from booking.demo import cast
from booking.services import outbox, reservations
from models import Authority, Outbox
from tests.services.asks import three_owners
from tests.services.world import World

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)


def test_a_desk_reads_nothing_of_what_was_asked_of_other_owners(world: World) -> None:
    ask = three_owners(world)
    reservations.request(world.session, world.actor(cast.ORGANISER), ask, world.now)
    mine = {cast.RANST: cast.HALL_RANST, cast.ZANDHOVEN: cast.STAGE_ZANDHOVEN}
    names = {code: world.asset(code).name for code in (cast.HALL_RANST, cast.STAGE_ZANDHOVEN, cast.JOINT_TOILETS)}
    mail = outbox.mailer("smtp://localhost", "https://uitleen.example")
    desks = dict(world.session.execute(select(Authority.email, Authority.nis)).all())
    read = {}
    for row in world.session.scalars(select(Outbox)).all():
        message, _ = outbox.composing.composed(world.session, mail, [row], world.now)
        text = message.get_body(("plain",)).get_content()
        read[desks.get(row.recipient, "borrower")] = {code for code, name in names.items() if name in text}
    assert read["borrower"] == set(names), "who asked reads all of it"
    assert {nis: read[nis] for nis in mine} == {nis: {code} for nis, code in mine.items()}
