"""An uploaded list on its way: kept, confirmed, and carried out by whichever process takes it, with its progress for who waits."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import delete
from sqlalchemy.orm import Session

from booking.formats.tables import Table, TableRow
from booking.queries.actors import actor_of
from booking.queries.importing import ACT
from booking.rules.periods import local
from booking.rules.permissions import Actor, may
from booking.rules.refusals import NotFound, Refused
from booking.services.importing.planning import Verdict, plan
from booking.services.importing.writing import import_in_pieces
from booking.services.long_work import left_behind, take, tell
from booking.services.rows import add
from booking.services.transaction import transaction
from models import CatalogueImport

LONGEST_KEPT = timedelta(days=30)

log = logging.getLogger(__name__)


def keep(session: Session, actor: Actor, authority: int, filename: str, table: Table, now: datetime) -> int:
    """The id of an uploaded list, to be looked at. Raises NotFound for an authority of others, Refused for what is no list."""
    plan(session, actor, authority, table, now)
    with transaction(session):
        return add(
            session, CatalogueImport, authority_id=authority, account_id=actor.account_id, filename=filename[:200], content=_plain(table),
            state="read", total=len(table.rows), done=0, outcome=None, created_at=now, moved_at=now,
        )  # fmt: skip


def table_of(content: dict[str, Any]) -> Table:
    """The list as it was read."""
    return Table(tuple(content["headings"]), tuple(TableRow(number, tuple(cells)) for number, cells in content["rows"]))


def confirm(session: Session, actor: Actor, key: int, now: datetime) -> None:
    """Let it be carried out. Raises NotFound, Refused `import_started`."""
    with transaction(session):
        row = _own(session, actor, key)
        if row.state not in {"read", "failed"}:
            raise Refused("import_started")
        row.state, row.done, row.outcome, row.moved_at, row.account_id = "waiting", 0, None, now, actor.account_id or row.account_id
        session.flush()


def discard(session: Session, actor: Actor, key: int) -> None:
    """Forget a list that was not carried out. Raises NotFound, Refused `import_started`."""
    with transaction(session):
        row = _own(session, actor, key)
        if row.state not in {"read", "failed"}:
            raise Refused("import_started")
        session.delete(row)
        session.flush()


def run(session: Session, key: int, now: datetime) -> bool:
    """Carry out a list that waits, unless another process does; True when this one did. What stood in the way is kept.

    Nothing is written while a single row is wrong. It is written in pieces, each with what was done so far, so that another process goes
    on where one fell over.
    """
    row = take(session, CatalogueImport, key, now)
    if row is None:
        return False
    begun = time.monotonic()

    def told(**values: Any) -> None:
        """How far it is, and that somebody is still at it."""
        tell(session, CatalogueImport, key, moved_at=now + timedelta(seconds=int(time.monotonic() - begun)), **values)

    try:
        _carry_out(session, row, now, told)
    except Refused as refused:
        told(state="failed", outcome={"code": refused.code, **_simple(refused.details)})
    except Exception:
        session.rollback()
        log.exception("import %s", key)
        told(state="failed", outcome={"code": "import_broke_off"})
    else:
        told(state="done")
    return True


def _carry_out(session: Session, row: CatalogueImport, now: datetime, told: Callable[..., None]) -> None:
    table, so_far = table_of(row.content), row.outcome or {}
    actor = actor_of(session, row.account_id, local(now).date())
    judged = plan(session, actor, row.authority_id, table, now, lambda done: told() if so_far else told(done=done))
    session.commit()

    def keep(did: Mapping[str, int]) -> None:
        told(done=sum(did.values()), outcome=dict(did))

    if not so_far and not judged.count(Verdict.WRONG):
        so_far = dict.fromkeys(Verdict, 0) | {Verdict.SAME: judged.count(Verdict.SAME)}
        keep(so_far)
    import_in_pieces(session, actor, row.authority_id, table, now, judged, so_far, keep)


def resume(session: Session, now: datetime) -> int:
    """Carry out what waits too long, because the process that should have is gone, and forget what nobody confirmed; returns how many."""
    with transaction(session):
        old = (CatalogueImport.state == "read") & (CatalogueImport.created_at < now - LONGEST_KEPT)
        session.execute(delete(CatalogueImport).where(old))
    return sum(run(session, key, now) for key in left_behind(session, CatalogueImport, now))


def _own(session: Session, actor: Actor, key: int) -> CatalogueImport:
    row = session.get(CatalogueImport, key, populate_existing=True, with_for_update=True)
    if row is None or not may(actor, ACT, authorities=(row.authority_id,)):
        raise NotFound("import_unknown")
    return row


def _plain(table: Table) -> dict[str, Any]:
    """The list as JSON keeps it: a date as its text."""
    rows = [[row.number, [cell.isoformat() if isinstance(cell, date) else cell for cell in row.cells]] for row in table.rows]
    return {"headings": list(table.headings), "rows": rows}


def _simple(details: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in details.items() if isinstance(value, str | int)}
