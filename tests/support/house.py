"""One folder per test run, shared by all its worker processes: what one of them makes, the others find."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

VARIABLE = "STREEKDEPOT_TEST_HOUSE"
PREFIX = "streekdepot-tests-"
MEMORY = Path("/dev/shm")
ROOM = 2 * 1024**3  # bytes that must be free there


def open_house() -> Path:
    """The folder of this run: made by the process that starts it, found in the environment by its workers.

    Everybody may walk through it, for PostgreSQL refuses to run as root and reads its data as another user.
    """
    if VARIABLE not in os.environ:
        folder = Path(tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-"))
        folder.chmod(0o711)
        os.environ[VARIABLE] = str(folder)
    return Path(os.environ[VARIABLE])


def close_house(house: Path) -> None:
    """Forget the folder and all that is in it."""
    os.environ.pop(VARIABLE, None)
    for folder in (house, MEMORY / house.name):
        shutil.rmtree(folder, ignore_errors=True)


def in_memory(house: Path) -> Path:
    """A folder of this run for what is written very often: in memory where the machine has room there, else in the house itself.

    SQLite waits for the disk at each commit. Tests end processes, not the machine: what was committed survives them in either place.
    """
    return Path(once(house, "in-memory", lambda: str(_in_memory(house))))


def abandoned_houses() -> Iterator[Path]:
    """Folders of runs that were killed before they could tidy up."""
    for folder in (found for place in (Path(tempfile.gettempdir()), MEMORY) for found in place.glob(f"{PREFIX}*")):
        starter = folder.name.removeprefix(PREFIX).split("-")[0]
        if starter.isdecimal() and not _alive(int(starter)):
            yield folder


def once(house: Path, name: str, make: Callable[[], str]) -> str:
    """What `make` answered to the first process of this run that asked for `name`; the others wait for it."""
    answer = house / name
    with locked(house / f"{name}.lock"):
        if not answer.exists():
            part = house / f"{name}.part"
            part.write_text(make(), encoding="utf-8")
            part.replace(answer)
    return answer.read_text(encoding="utf-8")


@contextmanager
def locked(file: Path, seconds: int = 120) -> Iterator[None]:
    """Hold a lock file; raises TimeoutError when its holder does not let go."""
    deadline = time.monotonic() + seconds
    while True:
        try:
            os.close(os.open(file, os.O_CREAT | os.O_EXCL))
            break
        except FileExistsError:
            if time.monotonic() > deadline:
                raise TimeoutError(f"{file} is held for more than {seconds} s") from None
            time.sleep(0.05)
    try:
        yield
    finally:
        file.unlink()


def _in_memory(house: Path) -> Path:
    if not os.access(MEMORY, os.W_OK) or shutil.disk_usage(MEMORY).free < ROOM:
        return house
    (MEMORY / house.name).mkdir(mode=0o700)
    return MEMORY / house.name


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
