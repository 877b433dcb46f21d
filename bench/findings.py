"""Findings for 500 assets at once, as a search asks for them: how many questions that is, and our own time for each asset."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from datetime import date
from functools import partial
from time import process_time

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.orm import Session

from bench.world import COPIED, NOW, World
from booking.queries.borrowers import card_of
from booking.queries.catalogue import catalogue
from booking.queries.facts import Event, Wanted
from booking.queries.ledger import availability
from booking.queries.singly import JudgedAsset, judge_each
from booking.rules.admission import Facts, findings
from booking.rules.periods import Period, moment_on
from models.engine import options_for, prepare

DAY = date(2027, 6, 12)
USE = Period(moment_on(DAY, 10 * 60), moment_on(DAY, 18 * 60))
ALLOWED = 40.0  # microseconds of processor time for all findings of one asset
TIMES = 30


def measure_findings(world: World) -> dict[str, float]:
    """Questions to the database for all assets and for those of the region before it was grown to 500, and microseconds of our own time in
    which the checks find what there is about one asset.
    """
    engine = prepare(create_engine(world.url, **options_for(world.url)))
    with closing(Session(engine)) as session:
        known = catalogue(session)
        who = card_of(session, known, world.borrower)
        lent = [found for found in availability(session, known, USE, NOW, known.assets.values()) if found[2]]
        lines = [Wanted(asset, USE, kept=periods, free=free) for asset, free, periods in lent]
        own = [line for line in lines if not line.asset.code.startswith(COPIED)]

        def judged(some: list[Wanted]) -> list[JudgedAsset]:
            return judge_each(session, known, who, Event(), some, NOW)

        facts = [each.facts for each in judged(lines)]
        few, all_of_them = (_questions(engine, partial(judged, some)) for some in (own, lines))
    engine.dispose()
    return {"findings µs": _each(facts), "allowed µs": ALLOWED, "questions": all_of_them, "questions for few": few}


def _questions(engine: Engine, act: Callable[[], object]) -> int:
    sent: list[str] = []
    event.listen(engine, "before_cursor_execute", lambda *call: sent.append(call[2]))
    act()
    return len(sent)


def _each(facts: list[Facts]) -> float:
    """Microseconds of the processor that all checks of one line take: in the quickest of some rounds, for what else the machine does only
    adds to it.
    """
    spent = []
    for _ in range(TIMES):
        began = process_time()
        for each in facts:
            findings(each)
        spent.append((process_time() - began) / len(facts))
    return min(spent) * 1e6
