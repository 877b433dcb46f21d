"""The depot's day with 200 open tasks against the same page rendered from constants."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlalchemy import create_engine, insert, select, update
from sqlalchemy.orm import Session

from app import create_app
from bench.pages import against_constants
from bench.world import NOW, World
from booking.demo import cast
from booking.rules.crew import OUT
from booking.rules.kinds import TaskKind, WorkPlace
from booking.rules.periods import local, start_of
from booking.web.session import cookie_name
from models import Depot, Dossier, Line, Reservation, Task
from models.engine import options_for, prepare
from tests.web.visitor import Visitor

TASKS = 200
KINDS = (TaskKind.HAND_OUT, TaskKind.DELIVER, TaskKind.COLLECT, TaskKind.TAKE_BACK, TaskKind.PREPARE)
SITES = ("Kerkplein, Ranst", "Dorpsstraat 1, Wommelgem", "Markt, Zandhoven", "Sportpark, Schilde", "Weide achter de molen")
TODAY = f"the day of a depot, {TASKS} open tasks"


def measure_today(world: World) -> dict[str, float]:
    """The page as the depot's technician sees it at NOW; what was planned before is done, as it is at a depot that is at work."""
    engine = prepare(create_engine(world.url, **options_for(world.url)))
    with Session(engine) as session:
        depot = cast.depot_id(session, "Loods Ranst")
        _ticked_off(session)
        _planned(session, depot)
        session.commit()
    engine.dispose()
    app = create_app({"SQLALCHEMY_DATABASE_URI": world.url})
    jan = Visitor(app)
    jan.comes_signed_in(cast.TECHNICIAN_RANST)
    with app.test_request_context():
        cookie = f"{cookie_name()}={jan.key}"
    return against_constants(app, TODAY, f"/vandaag?loods={depot}", cookie)


def _ticked_off(session: Session) -> None:
    done = {"state": "done", "done_at": Task.ends_at}
    over = Task.starts_at < start_of(local(NOW).date() + timedelta(days=1))
    session.execute(update(Task).where(Task.state == "planned", over).values(done))


def _planned(session: Session, depot: int) -> None:
    """As many tasks as make it 200, of as many loans, of every kind and half of them on the road."""
    owner = session.scalars(select(Depot.authority_id).where(Depot.id == depot)).one()
    lent = select(Line.id, Line.asset_id, Reservation.borrower_id).join(Dossier, Dossier.id == Line.dossier_id)
    lent = lent.join(Reservation, Reservation.id == Line.reservation_id).where(Dossier.authority_id == owner, Line.custody_start > NOW)
    rows = session.execute(lent.order_by(Line.id).limit(TASKS)).all()
    session.execute(insert(Task), [_task(n, depot, owner, *row) for n, row in enumerate(rows)])
    out = [row[0] for n, row in enumerate(rows) if KINDS[n % len(KINDS)] in OUT]
    session.execute(update(Line).where(Line.id.in_({row[0] for row in rows} - set(out))).values(state="handed_over"))


def _task(n: int, depot: int, owner: int, line: int, asset: int, borrower: int) -> dict[str, Any]:
    kind, start = KINDS[n % len(KINDS)], NOW + timedelta(minutes=2 * n)
    driven = kind in (TaskKind.DELIVER, TaskKind.COLLECT)
    return {
        "line_id": line, "asset_id": asset, "depot_id": depot, "authority_id": owner, "borrower_id": borrower, "kind": kind,
        "window_start": NOW, "window_end": NOW + timedelta(hours=10), "starts_at": start, "ends_at": start + timedelta(minutes=30),
        "minutes": 30, "place_kind": WorkPlace.SITE if driven else WorkPlace.DEPOT, "place": SITES[n % len(SITES)], "title": f"Werk {n}",
        "created_at": NOW, "changed_at": NOW,
    }  # fmt: skip
