"""A year of 3,000 reservations against a draft, as a whole, and the same quotes alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from statistics import median
from time import perf_counter
from typing import Any

from sqlalchemy import create_engine, func, insert, select
from sqlalchemy.orm import Session

from bench.world import NOW, World
from booking.queries.catalogue import catalogue
from booking.queries.regulations import stored_plain, stored_regulation
from booking.queries.simulations.cases import cases, priced_for
from booking.rules.catalogue import Catalogue
from booking.rules.kinds import RoleName
from booking.rules.periods import moment_on
from booking.rules.permissions import Actor
from booking.rules.tariffs import prepare, quote
from booking.services import regulations, simulations
from models import Dossier, Line, Membership, Reservation, Simulation
from models.engine import options_for
from models.engine import prepare as taught

YEAR = 2029  # beyond the history of the world, so that nothing else lies in it
DOSSIERS = 3_000
LENGTHS = (3, 5, 9, 33, 57, 190)  # hours
ROUNDS = 5


def measure_simulation(world: World) -> dict[str, float]:
    """Milliseconds of a simulation from its asking to its kept answer, and of its quotes alone: two for each dossier."""
    engine = taught(create_engine(world.url, **options_for(world.url)))
    with Session(engine, expire_on_commit=False, autoflush=False) as session:
        known = catalogue(session)
        owner, current = _most_complex(known)
        _generate(session, known, owner)
        draft = _draft(session, owner, current)
        actor = Actor(session.scalar(select(Membership.account_id).limit(1)), roles=frozenset({(owner, RoleName.TARIFFS)}))
        first, last = date(YEAR, 1, 1), date(YEAR, 12, 31)
        whole, alone = [], []
        for _ in range(ROUNDS):
            key = simulations.start(session, actor, draft, current, first, last, NOW)
            begun = perf_counter()
            simulations.run(session, key, NOW)
            whole.append(perf_counter() - begun)
            alone.append(_quotes(session, known, owner, current, draft))
        done = session.scalars(select(Simulation).order_by(Simulation.id.desc())).first()
        if done is None or (done.state, done.total) != ("done", DOSSIERS):
            raise RuntimeError(f"the simulation ended as {done and (done.state, done.total)}")
    engine.dispose()
    print(f"… 3,000 dossiers tried in {median(whole):.3f} s, their 6,000 quotes alone in {median(alone):.3f} s", flush=True)
    return {"simulation ms": median(whole) * 1000, "its quotes ms": median(alone) * 1000}


def _most_complex(known: Catalogue) -> tuple[int, int]:
    """The owner of the regulation with most articles, and that regulation."""
    found = max(((owner, card) for owner, cards in known.regulations.items() for card in cards), key=_articles)
    return found[0], found[1].id


def _articles(pair: Any) -> int:
    return len(pair[1].prepared.regulation.articles)


def _draft(session: Session, owner: int, current: int) -> int:
    plain = stored_plain(session, current)
    return regulations.start(session, None, owner, {**plain, "title": "Bench"}, NOW)


def _quotes(session: Session, known: Catalogue, owner: int, current: int, draft: int) -> float:
    """Seconds of the quotes that a simulation makes, every usage at hand."""
    before, after = (prepare(stored_regulation(session, key)) for key in (current, draft))
    found = cases(session, known, priced_for(known, owner, date(YEAR, 12, 31)), date(YEAR, 1, 1), date(YEAR, 12, 31))
    begun = perf_counter()
    for case in found:
        quote(before, case.usage)
        quote(after, case.usage)
    return perf_counter() - begun


def _generate(session: Session, known: Catalogue, owner: int) -> None:
    """Write the year, every fourth dossier of two lines, asked by verified members: all that the owner lends, in turn."""
    assets = [asset for asset in known.assets.values() if known.owner(asset, date(YEAR, 6, 1)).id == owner]
    asked = session.execute(
        select(Membership.account_id, Membership.borrower_id).where(Membership.verified_at.is_not(None)).order_by(Membership.id)
    ).all()
    start = (session.scalar(select(func.max(Reservation.id))) or 0) + 1
    line = (session.scalar(select(func.max(Line.id))) or 0) + 1
    rows: dict[type[Any], list[dict[str, Any]]] = {Reservation: [], Dossier: [], Line: []}
    for number in range(DOSSIERS):
        key, begin = start + number, moment_on(date(YEAR, 1, 1) + timedelta(days=number * 365 // DOSSIERS), (8 + number % 10) * 60)
        account, borrower = asked[number % len(asked)]
        rows[Reservation].append({"id": key, "borrower_id": borrower, "account_id": account, "event": "Bench", "purpose": "event",
                                  "place": "", "note": "", "created_at": NOW})  # fmt: skip
        rows[Dossier].append({"id": key, "reservation_id": key, "authority_id": owner, "created_at": NOW})
        for place in range(2 if number % 4 == 0 else 1):
            asset = assets[(number + place) % len(assets)]
            end = begin + timedelta(hours=LENGTHS[number % len(LENGTHS)])
            rows[Line].append({**_line(begin, end), "id": line, "reservation_id": key, "dossier_id": key, "number": place + 1,
                               "asset_id": asset.id, "units": 1 + number % asset.units})  # fmt: skip
            line += 1
    for model, values in rows.items():
        for part in _parts(values):
            session.execute(insert(model), part)
    session.commit()


def _line(begin: datetime, end: datetime) -> dict[str, Any]:
    ends = {f"{period}_{end_}": moment for period in ("use", "custody", "blocked") for end_, moment in (("start", begin), ("end", end))}
    return {"state": "closed", "handover": "pickup", "version": 1, **ends}


def _parts(rows: list[dict[str, Any]], size: int = 1_000) -> Iterator[list[dict[str, Any]]]:
    return (rows[place : place + size] for place in range(0, len(rows), size))
