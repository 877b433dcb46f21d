"""Real fee regulations as files, and the demo's, each read once for all tests."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import booking.demo
from booking.formats.regulation import loads
from booking.rules.tariffs import Regulation

REAL = sorted(Path(__file__).parent.glob("*.yaml"))
DEMO = sorted((Path(booking.demo.__file__).parent / "regulations").glob("*.yaml"))
FILES = [*REAL, *DEMO]


@cache
def regulation_of(path: Path) -> Regulation:
    """The regulation that a file holds."""
    return loads(path.read_bytes())
