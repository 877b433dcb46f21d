"""What a list would do, row by row: new, changed from what into what, unchanged, or wrong and why; nothing is kept yet."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy.orm import Session

from booking.formats.tables import Table, TableRow
from booking.queries.importing import ACT, Kept, Known, known
from booking.rules.periods import local
from booking.rules.permissions import Actor, may
from booking.rules.refusals import NotFound, Refused
from booking.services.importing.columns import BY_NAME, FIELDS, places

TOLD_EVERY = 50  # rows


class Verdict(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """A row: its number in the file, what it would do, and per field the cell as it stands, the change it makes or the fault in it.

    `wanted` holds the columns to write; `asset` is the id of the one that is there already.
    """

    number: int
    verdict: Verdict
    cells: Mapping[str, Any]
    asset: int | None = None
    authority: int = 0
    wanted: Mapping[str, Any] = field(default_factory=dict)
    ids: Mapping[str, int] = field(default_factory=dict)
    changes: Mapping[str, tuple[Any, Any]] = field(default_factory=dict)
    faults: Mapping[str, tuple[str, Mapping[str, Any]]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Plan:
    """Every row of a list with its verdict, the fields that it has, the headings that nobody knows, and the catalogue's version then."""

    rows: tuple[PlannedRow, ...]
    fields: tuple[str, ...]
    strange: tuple[str, ...]
    version: int

    def count(self, verdict: str) -> int:
        """How many rows have this verdict."""
        return sum(row.verdict == verdict for row in self.rows)

    def told(self, verdict: str) -> list[str]:
        """The fields worth showing of the rows with a verdict: number and name, then what is wrong or changes, then what is filled in."""
        rows = [row for row in self.rows if row.verdict == verdict]
        striking = {name for row in rows for name in (*row.faults, *row.changes)}
        filled = {name for row in rows for name, cell in row.cells.items() if cell is not None} | striking
        first = [name for name in ("code", "name") if name in self.fields]
        rest = [name for name in self.fields if name in filled and name not in first]
        return first + sorted(rest, key=lambda name: name not in striking)


def plan(
    session: Session, actor: Actor | None, authority: int | None, table: Table, now: datetime, tell: Callable[[int], None] | None = None
) -> Plan:
    """Judge every row of a list for `authority`, or for those that its own column names; an actor's alone, or anybody's for None.

    `tell` hears now and then how many rows are judged. Raises NotFound for an authority that is not the actor's, Refused for a list that
    cannot be read as one: `import_columns_missing`, `import_column_twice`, `import_no_rows`.
    """
    if actor is not None and authority is not None and not may(actor, ACT, authorities=(authority,)):
        raise NotFound("authority_unknown")
    where, strange = places(table.headings)
    if not table.rows:
        raise Refused("import_no_rows")
    codes = {str(row.cells[where["code"]]) for row in table.rows if row.cells[where["code"]] is not None}
    today = local(now).date()
    judge = _Judge(known(session, actor, codes, now, today), where, authority, today)
    rows = tuple(judge.rows(table.rows, tell or (lambda _: None)))
    return Plan(rows, tuple(each.name for each in FIELDS if each.name in where), tuple(strange), judge.known.version)


@dataclass(slots=True)
class _Judge:
    """The rows of one list, each judged by itself but for the numbers that may not come twice."""

    known: Known
    where: Mapping[str, int]
    authority: int | None
    today: date
    seen: dict[str, int] = field(default_factory=dict)

    def rows(self, rows: Sequence[TableRow], tell: Callable[[int], None]) -> Iterator[PlannedRow]:
        for done, row in enumerate(rows):
            if done % TOLD_EVERY == 0:
                tell(done)
            yield self.row(row)

    def row(self, row: TableRow) -> PlannedRow:
        cells = {name: row.cells[place] for name, place in self.where.items()}
        faults: dict[str, tuple[str, Mapping[str, Any]]] = {}
        read = {name: value for name, cell in cells.items() if (value := _read(name, cell, faults)) is not _UNSAID}
        kept = self._kept(read.get("code"), row.number, faults)
        authority = self._authority(read, kept, faults)
        ids = self._ids(read, kept, authority, faults)
        if kept and read.get("units", kept.promised) < kept.promised:
            faults["units"] = ("import_units_promised", {"promised": kept.promised})
        if "features" in read:
            read["features"] = read["features"] or {}
        if faults:
            return PlannedRow(row.number, Verdict.WRONG, cells, faults=faults)
        if kept is None:
            fresh = {"units": 1, "in_service_from": self.today, **read}
            return PlannedRow(row.number, Verdict.NEW, cells, None, authority, fresh, ids)
        read["code"] = kept.values["code"]  # the same number in other capitals is the same number
        changes = {name: (kept.values[name], value) for name, value in read.items() if kept.values[name] != value}
        verdict = Verdict.CHANGED if changes else Verdict.SAME
        return PlannedRow(row.number, verdict, cells, kept.id, authority, {name: read[name] for name in changes}, ids, changes)

    def _kept(self, code: str | None, number: int, faults: dict[str, Any]) -> Kept | None:
        """The asset with this number; told at the number when another row has it too."""
        if not code:
            return None
        first = self.seen.setdefault(code.casefold(), number)
        if first != number:
            faults["code"] = ("import_code_twice", {"row": first})
        return self.known.assets.get(code.casefold())

    def _authority(self, read: dict[str, Any], kept: Kept | None, faults: dict[str, Any]) -> int:
        """Whose row it is: as its column says, else of whom the list is, else whose it is already."""
        named = read.get("authority")
        asked = self.known.authorities.get(named.casefold()) if named else self.authority or (kept.authority_id if kept else None)
        if asked is None:
            faults["authority" if named or "authority" in self.where else "code"] = (
                ("import_authority_unknown", {"value": named}) if named else ("import_authority_missing", {})
            )
        elif kept and kept.authority_id != asked:
            faults["code"] = ("import_code_elsewhere", {"authority": kept.authority})
        if named and asked:
            read["authority"] = self.known.names[asked]
        return asked or 0

    def _ids(self, read: dict[str, Any], kept: Kept | None, authority: int, faults: dict[str, Any]) -> dict[str, int]:
        """The category and place that are meant, which from here on go by their own names."""
        ids: dict[str, int] = {}
        if category := read.get("category"):
            found = self.known.categories.get(category.casefold())
            if found is None:
                faults["category"] = ("import_category_unknown", {"value": category})
            else:
                ids["category"], read["category"] = found
        here = self.known.depots.get(authority, {})
        owner = self.known.names.get(authority, "")
        if depot := read.get("depot"):
            found = here.get(depot.casefold())
            if found is None and authority:
                faults["depot"] = ("import_depot_unknown", {"value": depot, "authority": owner})
            elif found:
                ids["depot"], read["depot"] = found
        elif kept is None and authority:
            if len(here) == 1:
                ids["depot"], read["depot"] = next(iter(here.values()))
            else:
                faults["depot" if "depot" in self.where else "code"] = ("import_depot_missing", {"authority": owner})
        return ids


_UNSAID = object()


def _read(name: str, cell: Any, faults: dict[str, Any]) -> Any:
    """The value of a cell; _UNSAID when it says nothing or cannot be read, which is then told."""
    field_ = BY_NAME[name]
    if cell is None:
        if field_.required:
            faults[name] = ("field_required", {})
        return _UNSAID if field_.required or field_.kept else None
    try:
        return field_.read(cell)
    except Refused as wrong:
        faults[name] = (wrong.code, wrong.details)
        return _UNSAID
