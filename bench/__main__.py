"""`python -m bench`: every figure as a ratio against a limit measured in the same run; nothing is asserted.

ROWS (environment) is the number of reservations at about 274 a day: 200,000 are two years. Each figure is measured on that and again
with ten more years of history. ENGINES chooses `sqlite,postgresql`; PARTS
`availability,booking,feed,findings,pages,simulation,today,tariffs`: the last needs no database.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from bench import measures
from bench.tariffs import measure_tariffs
from bench.world import A_DAY, NOW, build
from tests.support.postgres import Postgres

TEN_YEARS = A_DAY * 3650


def main() -> int:
    """Measure and print; 0 when everything could be measured."""
    os.environ |= {"STREEKDEPOT_NOW": NOW.isoformat(), "STREEKDEPOT_DEMO": "1", "SECRET_KEY": "bench"}
    rows = int(os.environ.get("ROWS", "200000"))
    engines = os.environ.get("ENGINES", "sqlite,postgresql").split(",")
    parts = os.environ.get("PARTS", ",".join([*measures.PARTS, "tariffs"])).split(",")
    if "tariffs" in parts:
        measure_tariffs()
        parts.remove("tariffs")
    if not parts:
        return 0
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        folder.chmod(0o755)  # the database server runs as somebody else
        for engine in engines:
            server = _postgres(folder) if engine == "postgresql" else None
            try:
                figures = [_measured(folder, engine, count, server, parts) for count in (rows, rows + TEN_YEARS)]
            finally:
                if server:
                    server.stop()
            measures.report(engine, rows, figures)
    return 0


def _postgres(folder: Path) -> Postgres:
    server = Postgres(folder / "postgres")
    server.create()
    server.start(max_wal_size="8GB", checkpoint_timeout="30min", shared_buffers="512MB")
    return server


def _measured(folder: Path, engine: str, rows: int, server: Postgres | None, parts: list[str]) -> dict[str, float]:
    url = f"sqlite:///{folder}/bench-{rows}.sqlite" if server is None else measures.new_database(server.url, f"bench_{rows}")
    print(f"… {engine}: writing {rows:,} reservations", file=sys.stderr, flush=True)
    world = build(url, rows)
    found: dict[str, float] = {}
    for part in parts:
        print(f"… {engine}: {part}", file=sys.stderr, flush=True)
        found |= measures.PARTS[part](folder, world)
    return found


if __name__ == "__main__":
    sys.exit(main())
