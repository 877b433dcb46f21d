"""What is measured, by its name, and the table that tells it."""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date, datetime, timedelta
from pathlib import Path
from statistics import median
from time import monotonic, sleep

import psycopg
import requests
from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from bench.clients import Client, median_ms, rate
from bench.feeds import feed
from bench.findings import measure_findings
from bench.limit import fetch_day
from bench.pages import PAGES, measure_pages
from bench.simulation import measure_simulation
from bench.today import TODAY, measure_today
from bench.world import NOW, World
from booking.queries.catalogue import catalogue
from booking.queries.ledger import availability
from booking.rules.periods import Period, moment_on
from models.engine import options_for, prepare
from tests.support.ports import free_port

SECONDS = float(os.environ.get("SECONDS_PER_RATE", "3"))
ROUNDS, WARM = 3, 0.5
DAY = Period(moment_on(date(2027, 6, 9), 8 * 60), moment_on(date(2027, 6, 9), 17 * 60))
DAYS_AHEAD = 150

FIGURES = (
    ("availability, service ÷ driver", "service ms", "driver ms", 5.0),
    ("availability, HTTP ÷ constants + query", "http ms", "constants ms", 4.0),
    ("reserve, 1 client ÷ minimal view", "reserve/s 1", "minimal/s 1", 0.3),
    ("reserve, 8 clients ÷ minimal view", "reserve/s 8", "minimal/s 8", 0.3),
    ("reserve, 1 client ÷ bare driver view", "reserve/s 1", "bare/s 1", None),
    ("reserve, 8 clients ÷ bare driver view", "reserve/s 8", "bare/s 8", None),
    ("feed cold ÷ icalendar alone", "feed cold ms", "icalendar ms", 1.3),
    ("feed after one change ÷ cold", "feed changed ms", "feed cold ms", 0.2),
    ("feed not modified ÷ empty view", "feed 304 ms", "empty ms", 2.0),
    ("feed not modified ÷ whole, at hand", "feed 304 ms", "feed whole ms", 0.05),
    ("feed of 10,000 not modified ÷ whole", "large feed 304 ms", "large feed ms", 0.05),
    ("a year of 3,000 tried ÷ its quotes alone", "simulation ms", "its quotes ms", 2.0),
    ("findings of an asset, µs ÷ what they may cost", "findings µs", "allowed µs", 1.0),
    ("questions for 500 assets ÷ for a quarter", "questions", "questions for few", 1.0),
    *((f"{page} ÷ constants", f"{page}, ms", f"{page} from constants, ms", 4.0) for page in (*PAGES, TODAY)),
)


@contextmanager
def served(folder: Path, application: str, database: str, **environment: str) -> Iterator[str]:
    """An application under gunicorn (2 workers × 4 threads) on a free loopback port; its address."""
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "gunicorn", application, "--bind", f"127.0.0.1:{port}", "--log-level", "warning"]
    command += ["--worker-class", "gthread", "--workers", "2", "--threads", "4"]
    variables = {
        "DATABASE_URL": database, "SECRET_KEY": "bench", "BASE_URL": url, "STREEKDEPOT_NOW": NOW.isoformat(), "STREEKDEPOT_DEMO": "1",
        "STREEKDEPOT_INSTANCE": str(folder / "instance"), **environment,
    }  # fmt: skip
    with (folder / "served.log").open("ab") as log:
        process = subprocess.Popen(command, env={**os.environ, **variables}, stdout=log, stderr=log)
    try:
        _wait(url)
        yield url
    finally:
        process.terminate()
        process.wait(timeout=15)


def _wait(url: str) -> None:
    deadline = monotonic() + 60
    while monotonic() < deadline:
        with suppress(requests.RequestException):
            if requests.get(f"{url}/readyz", timeout=2).status_code == 200:
                return
        sleep(0.05)
    raise RuntimeError(f"{url} did not become ready")


def measure_availability(folder: Path, world: World) -> dict[str, float]:
    """All 500 assets for a day: the service against the bare driver, HTTP against a view of constants that runs the same query."""
    engine = prepare(create_engine(world.url, **options_for(world.url)))
    with Session(engine) as session:
        cards = list(catalogue(session).assets.values())
        service = median_ms(lambda: availability(session, catalogue(session), DAY, NOW, cards), 60)
        blocked = [periods.blocked for _, _, periods in availability(session, catalogue(session), DAY, NOW, cards) if periods]
    engine.dispose()
    first, last = int(min(p.start for p in blocked).timestamp()), int(max(p.end for p in blocked).timestamp())
    driver = median_ms(lambda: fetch_day(world.url, first, last), 60)
    path = f"/api/v1/availability?from={_iso(DAY.start)}&to={_iso(DAY.end)}"
    with served(folder, "app:create_app()", world.url) as url:
        client = Client(url, {"Authorization": f"Bearer {world.token}"})
        status, body, _ = client.get(path)
        if status != 200:
            raise RuntimeError(f"availability answered {status}: {body[:300]!r}")
        http = median_ms(lambda: client.get(path), 120, warm=20)
    answer = folder / "answer.json"
    answer.write_bytes(body)
    with served(folder, "bench.limit:create_app()", world.url, BENCH_ANSWER=str(answer)) as url:
        client = Client(url)
        constants = median_ms(lambda: client.get(f"/day?first={first}&last={last}"), 120, warm=20)
    return {"service ms": service, "driver ms": driver, "http ms": http, "constants ms": constants, "kB": len(body) / 1000}


def _iso(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def measure_booking(folder: Path, world: World) -> dict[str, float]:
    """One line asked over HTTP with findings, price, audit and outbox, and a view that locks, checks and inserts: in turns, medians."""
    found: defaultdict[str, list[float]] = defaultdict(list)
    headers = {"Authorization": f"Bearer {world.token}"}
    with served(folder, "app:create_app()", world.url) as ours, served(folder, "bench.limit:create_app()", world.url) as limit:
        acts = {
            "reserve": (ours, _posts("/api/v1/reservations", world, _slots(world))),
            "minimal": (limit, _posts("/book", world, theirs := _slots(world))),
            "bare": (limit, _posts("/book-bare", world, theirs)),
        }
        for clients, (name, (url, jobs)) in itertools.product((1, 8) * ROUNDS, acts.items()):
            rate(url, clients, WARM, jobs, headers)
            pace, counts = rate(url, clients, SECONDS, jobs, headers)
            if set(counts) != {201}:
                raise RuntimeError(f"{name} answered {counts}")
            found[f"{name}/s {clients}"].append(pace)
    return {name: median(paces) for name, paces in found.items()}


def _slots(world: World) -> Iterator[tuple[int, datetime]]:
    """Evenings in halls that nobody has, within what every owner looks ahead: hall by hall, day by day; then afternoons."""
    for day in itertools.count():
        for hall in world.halls:
            yield hall, moment_on(date(2027, 3, 21), (18 - 4 * (day // DAYS_AHEAD)) * 60) + timedelta(days=day % DAYS_AHEAD)


def _posts(path: str, world: World, slots: Iterator[tuple[int, datetime]]) -> Iterator[Callable[[Client], int]]:
    for number in itertools.count():
        hall, start = next(slots)
        line = {"asset": hall, "from": start.isoformat(), "to": (start + timedelta(hours=2)).isoformat()}
        body = {"borrower": world.borrower, "event": {"name": f"Repetitie {number}", "purpose": "meeting"}, "lines": [line]}
        key = f"{hall}-{start.isoformat()}"
        yield lambda client, body=body, key=key: client.post(path, body, Idempotency_Key=key)[0]


def new_database(maintenance: str, name: str) -> str:
    """A new database beside the one at `maintenance`; its address."""
    with psycopg.connect(maintenance.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return maintenance.rsplit("/", 1)[0].replace("postgresql://", "postgresql+psycopg://") + f"/{name}"


PARTS: dict[str, Callable[[Path, World], dict[str, float]]] = {
    "availability": measure_availability,
    "booking": measure_booking,
    "feed": lambda folder, world: feed(folder, world, served),
    "findings": lambda _folder, world: measure_findings(world),
    "pages": lambda _folder, world: measure_pages(world),
    "simulation": lambda _folder, world: measure_simulation(world),
    "today": lambda _folder, world: measure_today(world),  # the last: it ticks off what the others still count
}


def report(engine: str, rows: int, figures: list[dict[str, float]]) -> None:
    """One table: the ratio, the most it may be (for reserving: the least), and how it grows with ten more years of history."""
    without, with_history = figures
    print(f"\n{engine}: 500 assets, {rows:,} reservations; and with ten more years of history")
    print(f"{'figure':42} {'ours':>9} {'limit':>9} {'ratio':>7} {'goal':>7} │ {'ours':>9} {'ratio':>7} │ {'grows':>6}  goal ≤ 1.30")
    for label, ours, limit, goal in FIGURES:
        if ours in without and limit in without:
            ratio, later = without[ours] / without[limit], with_history[ours] / with_history[limit]
            grows = without[ours] / with_history[ours] if "/s" in ours else with_history[ours] / without[ours]
            sign = "" if goal is None else f"{'≥' if '/s' in ours else '≤'} {goal}"
            print(f"{label:42} {without[ours]:9.2f} {without[limit]:9.2f} {ratio:7.2f} {sign:>7} │ ", end="")
            print(f"{with_history[ours]:9.2f} {later:7.2f} │ {grows:6.2f}")
