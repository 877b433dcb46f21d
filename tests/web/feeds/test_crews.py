"""What a crew reads in an event: whom to call, what to count, where to drive. Ten thousand events cost nothing while nothing changes."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import event, insert, update

from booking.demo import cast
from booking.queries.catalogue import catalogue
from booking.queries.feeds import feed_by_token
from booking.services.keys import digest
from booking.services.records import raise_versions
from booking.web.extensions import db
from booking.web.feeds import tag_of
from models import Account, Task
from models.engine import beside
from tests.services.world import TODAY
from tests.web.feeds.following import FEAST, STAGE, events, stage, subject_of, subscribe

pytestmark = pytest.mark.one_engine

MANY = 10_000


def test_the_crew_reads_whom_to_call_what_to_count_and_what_was_noted(region, get):
    region.session.execute(update(Account).where(Account.email == cast.ORGANISER).values(phone="0470 12 34 56"))
    region.lend(cast.KIT_RANST, FEAST)
    region.session.execute(update(Task).where(Task.id == 1).values(note="Poort aan de achterkant."))
    region.session.commit()
    told = str(events(get(subscribe(region, "asset", cast.TECHNICIAN_RANST, subject=region.asset(cast.KIT_RANST).id)))[0]["DESCRIPTION"])
    card = region.asset(cast.KIT_RANST)
    parts = [f"{units} × {catalogue(region.session).assets[leaf].name}" for leaf, units in card.leaves.items()]
    lines = told.split("\n")
    assert f"Bestaat uit: {', '.join(parts)}" in lines
    assert f"Ontlener: {cast.ASSOCIATION_RANST}" in lines
    assert any(line.startswith("Aangevraagd door: Sofie") and line.endswith("0470 12 34 56") for line in lines)
    assert lines[-1] == "Poort aan de achterkant."


def test_what_is_brought_to_a_known_place_lies_there_on_the_map_and_what_is_done_says_so(region, get):
    stage(region)
    other = next(card for card in catalogue(region.session).depots.values() if card.name == "Loods Wijnegem")
    at = {"place": f"{other.name}, {other.address}", "place_kind": "site"}
    region.session.execute(update(Task).where(Task.id == 1).values(**at, state="done", done_at=region.now))
    region.session.execute(update(Task).where(Task.id == 2).values(place="Weide achter de kerk", place_kind="site"))
    region.session.commit()
    deliver, collect = events(get(subscribe(region, alarms=(60,))))
    assert (deliver["GEO"].latitude, deliver["GEO"].longitude) == pytest.approx((other.lat, other.lon))
    assert "GEO" not in collect
    assert str(deliver["SUMMARY"]).startswith("✓ Leveren: ")
    assert [len(one.walk("VALARM")) for one in (deliver, collect)] == [0, 1]


def test_ten_thousand_events_answer_that_nothing_changed_without_being_looked_at(region, get):
    token = subscribe(region)
    get(token)  # this process has met the reader
    of = {"asset_id": region.asset(STAGE).id, "depot_id": subject_of(region, "depot"), "authority_id": subject_of(region, "authority")}
    start = FEAST.start
    times = {"window_start": start, "window_end": FEAST.end, "starts_at": start, "ends_at": start + timedelta(hours=1), "minutes": 60}
    row = {**of, **times, "kind": "prepare", "title": "Klaarzetten", "created_at": region.now, "changed_at": region.now}
    region.session.execute(insert(Task), [row] * MANY)
    raise_versions(region.session, [f"depot:{of['depot_id']}"])
    region.session.commit()
    tag = tag_of(feed_by_token(region.session, digest(token), TODAY), TODAY)
    region.session.rollback()
    asked: list[str] = []
    event.listen(beside(db.engine), "before_cursor_execute", lambda *call: asked.append(call[2]))
    answer = get(token, If_None_Match=tag)
    assert (answer.status_code, answer.data) == (304, b"")
    assert len(asked) == 1
    assert "task" not in asked[0].lower()
