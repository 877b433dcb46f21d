"""A judged list is written: by a command as a whole or not at all; behind a screen piece by piece, so that nobody waits long for a turn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, or_, select, update
from sqlalchemy.orm import Session

from booking.formats.tables import Table
from booking.rules.periods import local
from booking.rules.permissions import NOBODY, Actor
from booking.rules.refusals import Refused
from booking.services.administration.changes import record_change
from booking.services.importing.planning import Plan, PlannedRow, Verdict, plan
from booking.services.rows import add, add_all
from booking.services.transaction import transaction
from models import Asset, AssetFeature, Keeping, Management
from models import Counter as Tally

NOUN = "asset"
PIECE = 200  # rows: a few tenths of a second in which others wait for their turn
_COLUMNS = (
    "code", "name", "units", "description", "capacity", "mass_kg", "replacement_value_cents", "in_service_from", "in_service_until",
    "hours_before", "hours_after", "open_days_before", "open_days_after",
)  # fmt: skip


class RowsWrong(Refused):
    """A list with wrong rows: `plan` says which, and why."""

    def __init__(self, found: Plan) -> None:
        super().__init__("import_rows_wrong", count=found.count(Verdict.WRONG))
        self.plan = found


def import_table(
    session: Session, actor: Actor | None, authority: int | None, table: Table, now: datetime, judged: Plan | None = None
) -> Plan:
    """Write a list and return what it did; a plan that was `judged` before counts as long as the catalogue is the one it was judged by.

    Raises RowsWrong when a single row is wrong, and Refused for what is no list.
    """
    with transaction(session):
        found = judged if judged and judged.version == _version(session) else plan(session, actor, authority, table, now)
        if found.count(Verdict.WRONG):
            raise RowsWrong(found)
        for row in found.rows:
            _write(session, actor or NOBODY, row, now)
    return found


def import_in_pieces(
    session: Session,
    actor: Actor,
    authority: int,
    table: Table,
    now: datetime,
    judged: Plan,
    so_far: Mapping[str, int],
    keep: Callable[[Counter[str]], None],
) -> None:
    """Write a judged list in pieces of PIECE rows, each in a transaction that also tells `keep` how many rows it did by verdict.

    Whoever was interrupted goes on with what it had done (`so_far`): a list that is judged again says what is left. Raises RowsWrong
    before anything is written, or when the catalogue changed meanwhile in a way that makes a row wrong.
    """
    did = Counter(so_far)
    while True:
        if judged.count(Verdict.WRONG):
            raise RowsWrong(judged)
        left = [row for row in judged.rows if row.verdict in (Verdict.NEW, Verdict.CHANGED)]
        version: int | None = judged.version
        while left and version is not None:
            version = _write_piece(session, actor, left[:PIECE], version, now, did, keep)
            left = left[PIECE:] if version is not None else left
        if not left:
            return
        judged = plan(session, actor, authority, table, now)
        session.commit()


def _write_piece(
    session: Session,
    actor: Actor,
    rows: list[PlannedRow],
    version: int,
    now: datetime,
    did: Counter[str],
    keep: Callable[[Counter[str]], None],
) -> int | None:
    """The catalogue's version afterwards; None, and nothing written, when it is not the one that the rows were judged by."""
    with transaction(session):
        if _version(session) != version:
            return None
        for row in rows:
            _write(session, actor, row, now)
        did.update(str(row.verdict) for row in rows)
        keep(did)
        return _version(session)


def _version(session: Session) -> int:
    return session.scalar(select(Tally.value).where(Tally.name == "catalogue")) or 0


def _write(session: Session, actor: Actor, row: PlannedRow, now: datetime) -> None:
    if row.verdict is Verdict.NEW:
        _create(session, actor, row, now)
    elif row.verdict is Verdict.CHANGED:
        _change(session, actor, row, now)


def _create(session: Session, actor: Actor, row: PlannedRow, now: datetime) -> None:
    asset = add(session, Asset, category_id=row.ids["category"], **_columns(row.wanted))
    first = row.wanted["in_service_from"]
    add(session, Management, asset_id=asset, authority_id=row.authority, valid_from=first, valid_until=None)
    add(session, Keeping, asset_id=asset, depot_id=row.ids["depot"], valid_from=first, valid_until=None)
    _give_features(session, asset, row.wanted)
    told = {name: value for name, value in row.wanted.items() if value is not None}
    record_change(session, actor, NOUN, asset, None, _spread(told), now, authority=row.authority)


def _change(session: Session, actor: Actor, row: PlannedRow, now: datetime) -> None:
    assert row.asset is not None  # noqa: S101 - what changes is there
    values = _columns(row.wanted) | ({"category_id": row.ids["category"]} if "category" in row.wanted else {})
    if values:
        session.execute(update(Asset).where(Asset.id == row.asset).values(**values))
    if "depot" in row.wanted:
        _move(session, row.asset, row.ids["depot"], now)
    _give_features(session, row.asset, row.wanted)
    before, after = (_spread({name: pair[side] for name, pair in row.changes.items()}) for side in (0, 1))
    record_change(session, actor, NOUN, row.asset, before, after, now, authority=row.authority)


def _give_features(session: Session, asset: int, wanted: Mapping[str, Any]) -> None:
    """An asset has the features of its row and no others, where the list has that column."""
    if "features" in wanted:
        session.execute(delete(AssetFeature).where(AssetFeature.asset_id == asset))
        add_all(session, AssetFeature, [{"asset_id": asset, "feature": code, "value": value} for code, value in wanted["features"].items()])


def _spread(settings: Mapping[str, Any]) -> dict[str, Any]:
    """Settings as the record of changes knows them: each feature by itself."""
    features = {f"feature_{code}": value for code, value in (settings.get("features") or {}).items()}
    return {name: value for name, value in settings.items() if name != "features"} | features


def _columns(wanted: Mapping[str, Any]) -> dict[str, Any]:
    values = {name: wanted[name] for name in _COLUMNS if name in wanted}
    if "description" in values:
        values["description"] = values["description"] or ""
    return values


def _move(session: Session, asset: int, depot: int, now: datetime) -> None:
    """From today it is kept elsewhere, until what was planned next; where it was stays known."""
    today = local(now).date()
    holds = (Keeping.asset_id == asset, Keeping.valid_from <= today, or_(Keeping.valid_until.is_(None), Keeping.valid_until >= today))
    row = session.scalars(select(Keeping).where(*holds).order_by(Keeping.id)).first()
    if row is not None and row.valid_from == today:
        row.depot_id = depot
    else:
        last = row.valid_until if row else None
        if row is not None:
            row.valid_until = today - timedelta(days=1)
        add(session, Keeping, asset_id=asset, depot_id=depot, valid_from=today, valid_until=last)
    session.flush()
