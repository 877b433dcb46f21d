"""The columns of a list of assets: how each is headed, read, and which of them a new asset cannot do without."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from booking.formats.tables import Kind
from booking.rules.refusals import Refused
from booking.services.importing import cells
from booking.services.importing.cells import Reader
from booking.words import LANGUAGES, label
from booking.words.importing import COLUMNS


@dataclass(frozen=True, slots=True)
class Field:
    """A column: `name` is its code in booking/words, `read` makes a value of a cell. An empty cell of a column that is `kept` means that
    nothing is said; of any other, that there is nothing."""

    name: str
    read: Reader
    required: bool = False
    kept: bool = False
    kind: Kind = Kind.TEXT


FIELDS = (
    Field("code", cells.code, required=True),
    Field("name", cells.text(200), required=True),
    Field("category", cells.text(200), required=True),
    Field("units", cells.whole(1, 1_000_000), kept=True, kind=Kind.NUMBER),
    Field("authority", cells.text(200), kept=True),
    Field("depot", cells.text(200), kept=True),
    Field("capacity", cells.whole(1, 1_000_000), kind=Kind.NUMBER),
    Field("features", cells.features),
    Field("mass_kg", cells.whole(1, 1_000_000), kind=Kind.NUMBER),
    Field("replacement_value_cents", cells.euros, kind=Kind.MONEY),
    Field("hours_before", cells.whole(0, 720), kind=Kind.NUMBER),
    Field("hours_after", cells.whole(0, 720), kind=Kind.NUMBER),
    Field("open_days_before", cells.whole(0, 30), kind=Kind.NUMBER),
    Field("open_days_after", cells.whole(0, 30), kind=Kind.NUMBER),
    Field("in_service_from", cells.day, kept=True, kind=Kind.DAY),
    Field("in_service_until", cells.day, kind=Kind.DAY),
    Field("description", cells.text(5_000)),
)
BY_NAME = {field.name: field for field in FIELDS}
ALIASES = {"nummer": "code", "number": "code", "numéro": "code", "code": "code", "massa": "mass_kg", "depot": "depot"}
_HEADED = {
    **{label("column", name, language).casefold(): name for name in COLUMNS for language in LANGUAGES},
    **{field.name: field.name for field in FIELDS},
    **ALIASES,
}


def places(headings: Sequence[str]) -> tuple[dict[str, int], list[str]]:
    """Where each field stands, by its heading in any of our languages; and the headings that are not ours, which are not read.

    Raises Refused `import_column_twice`, `import_columns_missing`.
    """
    found: dict[str, int] = {}
    strange: list[str] = []
    for place, heading in enumerate(headings):
        name = _HEADED.get(heading.rstrip(" *").casefold())
        if name is None:
            strange += [heading] if heading else []
        elif name in found:
            raise Refused("import_column_twice", column=name)
        else:
            found[name] = place
    missing = [field.name for field in FIELDS if field.required and field.name not in found]
    if missing:
        raise Refused("import_columns_missing", column=missing)
    return found, strange
