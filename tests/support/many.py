"""Several at once on one database: each with a session of its own, all awaited."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Thread

from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from models.engine import options_for, prepare

PATIENCE = 60


@contextmanager
def own_session(database: str) -> Iterator[Session]:
    """A session on an engine of its own, as in another process."""
    engine = prepare(create_engine(database, **options_for(database)))
    with Session(engine, expire_on_commit=False, autoflush=False) as mine:
        yield mine
    engine.dispose()


def together(number: int, act: Callable[[], object]) -> None:
    """So many do the same at once."""
    threads = [Thread(target=act) for _ in range(number)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
