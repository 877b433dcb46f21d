"""Work that outlives the answer that began it: in a thread with a session of its own. What it leaves undone, a job takes up."""

from __future__ import annotations

import logging
from collections.abc import Callable
from threading import Thread

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from booking.web.extensions import db

log = logging.getLogger(__name__)
Work = Callable[[Session], object]


def in_background(work: Work) -> None:
    """Begin it and do not wait. It must be safe to repeat and keep its own outcome: nobody is told here."""
    Thread(target=_do, args=(db.engine, work)).start()


def _do(engine: Engine, work: Work) -> None:
    try:
        with Session(engine, expire_on_commit=False, autoflush=False) as session:
            work(session)
    except Exception:
        log.exception("work in the background")
