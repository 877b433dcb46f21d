"""A real calendar client over HTTP: vdirsyncer fetches, khal shows. The same events at the same local times, changes and all."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import update
from werkzeug.serving import make_server

from booking.services.records import raise_versions
from models import Task
from tests.web.feeds.following import STAGE, subject_of, subscribe

pytestmark = pytest.mark.one_engine

VDIRSYNCER = """
[general]
status_path = "{folder}/status/"
[pair work]
a = "depot"
b = "here"
collections = null
conflict_resolution = "a wins"
[storage depot]
type = "http"
url = "{address}"
[storage here]
type = "filesystem"
path = "{folder}/events/"
fileext = ".ics"
"""
KHAL = """
[calendars]
[[work]]
path = {folder}/events/
readonly = True
[sqlite]
path = {folder}/khal.db
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
local_timezone = Europe/Brussels
default_timezone = Europe/Brussels
"""
SHOWN = "{title} {start-long-full} {end-long-full} {status}"

# What is planned, in UTC, and how the clock on the wall shows it, in the weeks in which it changes.
PLANNED = {
    "2026-10-24T08:00": "2026-10-24 10:00 2026-10-24 11:00",
    "2026-10-24T23:30": "2026-10-25 01:30 2026-10-25 02:30",
    "2026-10-25T00:30": "2026-10-25 02:30 2026-10-25 02:30",
    "2026-10-25T08:00": "2026-10-25 09:00 2026-10-25 10:00",
    "2027-03-27T08:00": "2027-03-27 09:00 2027-03-27 10:00",
    "2027-03-28T00:30": "2027-03-28 01:30 2027-03-28 03:30",
    "2027-03-28T08:00": "2027-03-28 10:00 2027-03-28 11:00",
}


@pytest.fixture
def address(app) -> Iterator[Callable[[str], str]]:
    """The product on a port of its own; gives the address of a calendar there."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    yield lambda token: f"http://127.0.0.1:{server.port}/feeds/{token}.ics"
    server.shutdown()
    thread.join()
    server.server_close()


class Client:
    """Vdirsyncer and khal with a folder of their own."""

    def __init__(self, folder: Path, address: str) -> None:
        self.folder = folder
        for program, settings in (("vdirsyncer", VDIRSYNCER), ("khal", KHAL)):
            (folder / program).write_text(settings.format(folder=folder, address=address))
        (folder / "events").mkdir()
        self.run("vdirsyncer", "discover", "work")

    def run(self, program: str, *arguments: str) -> str:
        """What a program says."""
        command = [Path(sys.executable).parent / program, "-c", self.folder / program, *arguments]
        said = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
        assert said.returncode == 0, said.stdout + said.stderr
        return said.stdout

    def shows(self) -> list[str]:
        """Fetch, and then what stands in the calendar, without the days that khal writes above it."""
        self.run("vdirsyncer", "sync", "work")
        listed = self.run("khal", "list", "--format", SHOWN, "--day-format", "", "2026-10-20", "2027-04-02")
        return [line.strip().removeprefix("Leveren: ") for line in listed.splitlines()]


@pytest.fixture
def work(region, at) -> Iterator[None]:
    """Deliveries of the stage in the weeks in which the clock changes, as seen at Christmas between both."""
    at("2026-12-20T09:00:00+01:00")
    depot, owner = subject_of(region, "depot"), subject_of(region, "authority")
    made = datetime(2026, 9, 1, 8, tzinfo=UTC)
    for number, moment in enumerate(PLANNED, 1):
        start = datetime.fromisoformat(f"{moment}+00:00")
        end = start + timedelta(hours=1)
        window = {"window_start": start, "window_end": end, "starts_at": start, "ends_at": end, "minutes": 60}
        of = {"asset_id": region.asset(STAGE).id, "depot_id": depot, "authority_id": owner}
        region.session.add(Task(**window, **of, kind="deliver", title=str(number), created_at=made, changed_at=made))
    region.session.commit()
    return


def test_a_client_shows_what_is_planned_at_its_local_time_and_follows_what_changes(region, work, address, tmp_path):
    client = Client(tmp_path, address(subscribe(region)))
    before = [f"{number} {wall} CONFIRMED" for number, wall in enumerate(PLANNED.values(), 1)]
    assert client.shows() == before
    later = datetime(2027, 3, 29, 12, tzinfo=UTC)
    moved = {"starts_at": later, "ends_at": later + timedelta(hours=2), "window_start": later, "window_end": later + timedelta(hours=2)}
    for task, values in ((7, moved), (5, {"state": "cancelled"})):
        changed = {"sequence": 1, "changed_at": datetime(2026, 12, 20, 8, tzinfo=UTC)}
        region.session.execute(update(Task).where(Task.id == task).values(**values, **changed))
    raise_versions(region.session, [f"depot:{subject_of(region, 'depot')}"])
    region.session.commit()
    off, moved_to = "5 2027-03-27 09:00 2027-03-27 10:00 CANCELLED", "7 2027-03-29 14:00 2027-03-29 16:00 CONFIRMED"
    assert client.shows() == [*before[:4], off, before[5], moved_to]
