"""From the typed fields to a plain regulation, with a fault at every field that cannot be read; the schema says what each field is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from booking.rules.periods import InvalidTime
from booking.rules.tariffs.fields import FLAG, Field, ListOf, Record, Scalar, Table, Type, value
from booking.rules.tariffs.moments import PERIOD
from booking.rules.tariffs.schema import ARTICLES, EXAMPLE, GROUP, HEADER
from booking.web.regulations.editor import scalars
from booking.web.regulations.editor.trees import Tree, is_blank, rows, said

Faults = dict[str, str]
"""By the place of a field, the code of what is wrong with it (`faults.py` has the sentences)."""

MISSING = "missing"
"""A fault that keeps nothing from being saved: a draft may be unfinished."""

_NOTHING = object()


def read(tree: Tree) -> tuple[dict[str, Any], Faults]:
    """The plain regulation of what was typed; what could not be read is left out of it and told at its place."""
    faults: Faults = {}
    plain = _record(HEADER, tree.get("header", {}), "header", faults)
    for name in HEADER.keys() - {"title"}:  # what a decision still has to say does not keep anybody from working on the text
        if faults.get(f"header:{name}") == MISSING:
            del faults[f"header:{name}"]
    plain["groups"] = [_record(GROUP.fields, row, f"groups:@{n}", faults) for n, row in enumerate(rows(tree, "groups"))]
    plain["articles"] = [_article(row, f"articles:@{n}", faults) for n, row in enumerate(rows(tree, "articles"))]
    examples = [_example(row, f"examples:@{n}", faults) for n, row in enumerate(rows(tree, "examples"))]
    plain["examples"] = _each_its_name(examples)
    return plain, faults


def unreadable(faults: Faults) -> list[str]:
    """The places of what was typed and cannot be read: none of it may get lost, so nothing is saved while there are any."""
    return [place for place, code in faults.items() if code != MISSING]


def _article(tree: Tree, place: str, faults: Faults) -> dict[str, Any]:
    """An article; a percentage that only counts here stands in rows of its own on the page and in its prices in the regulation."""
    kind = said(tree, "kind")
    if kind not in ARTICLES:
        faults[f"{place}:kind"] = "choice"
        return {"number": said(tree, "number"), "title": said(tree, "title"), "kind": kind}
    fields = ARTICLES[kind].fields
    plain = _record(fields, tree, place, faults, ("prices",))
    if "prices" in fields and (prices := _prices(fields["prices"].type, tree, place, faults)):
        plain["prices"] = prices
    return {name: plain[name] for name in fields if name in plain}


def _prices(type_: Type, tree: Tree, place: str, faults: Faults) -> dict[str, Any]:
    typed = tree.get("prices")
    given = {code: row for code, row in typed.items() if not is_blank(row)} if isinstance(typed, dict) else {}
    prices: dict[str, Any] = _read(type_, given, f"{place}:prices", faults)
    for number, share in enumerate(rows(tree, "shares")):
        if is_blank(share):
            continue
        here = f"{place}:shares:@{number}"
        row = _record(SHARE, share, here, faults)
        if row.keys() == SHARE.keys() and row["group"] not in prices:
            prices[row.pop("group")] = row
        elif row.keys() == SHARE.keys():
            faults[f"{here}:group"] = "priced_twice"
    return prices


def _example(tree: Tree, place: str, faults: Faults) -> dict[str, Any]:
    """An example; its name is a sentence on the page, and what is lent is one choice of a category or an asset."""
    lines = []
    for number, line in enumerate(rows(tree, "lines")):
        category, _, asset = said(line, "what").partition("/")
        if not category:
            faults[f"{place}:lines:@{number}:what"] = MISSING
        lines.append({**line, "category": category, "asset": asset})
    plain = _record(EXAMPLE.fields, {**tree, "name": _name_of(tree), "lines": lines}, place, faults)
    plain.setdefault("lines", [])
    plain.setdefault("expect", {})
    return plain


def _name_of(tree: Tree) -> str:
    """The code of an example: the one it had while its sentence is the same, else the sentence as a code."""
    typed, known = said(tree, "name"), said(tree, "known")
    if known and sentence(known) == typed.strip():
        return known
    return scalars.code_of(typed[:1].lower() + typed[1:]) or "voorbeeld"


def sentence(code: str) -> str:
    """A name that is a code, as it is read: `vergadering-in-twee-lokalen` as `Vergadering in twee lokalen`."""
    words = code.replace("-", " ").strip()
    return words[:1].upper() + words[1:]


def _each_its_name(examples: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """No two examples of one name: a report must be able to say which it means."""
    taken: set[str] = set()
    for example in examples:
        name, number = example["name"], 2
        while example["name"] in taken:
            example["name"], number = f"{name[:56]}-{number}", number + 1
        taken.add(example["name"])
    return examples


def _record(
    fields: Mapping[str, Field], typed: Any, place: str, faults: Faults, apart: tuple[str, ...] = ()
) -> dict[str, Any]:  # fmt: skip
    """The fields of a record that say something; a required one that says nothing is a fault."""
    given = typed if isinstance(typed, Mapping) else {}
    plain: dict[str, Any] = {}
    for name, field in fields.items():
        if name in apart:
            continue
        here, found = f"{place}:{name}", given.get(name)
        if found is None or is_blank(found):
            if field.required and not isinstance(field.type, (ListOf, Record, Table)):
                faults.setdefault(here, MISSING)
            continue
        read_ = _read(field.type, found, here, faults)
        if read_ is not _NOTHING and not _goes_without_saying(field, read_):
            plain[name] = read_
    return plain


def _read(type_: Type, typed: Any, place: str, faults: Faults) -> Any:
    if type_ is PERIOD:
        return _period(typed, place, faults)
    if isinstance(type_, Scalar):
        return _scalar(type_, typed, place, faults)
    if isinstance(type_, Record):
        return _said(type_, typed, place, faults)
    if isinstance(type_, Table):
        given = {code: each for code, each in typed.items() if not is_blank(each)} if isinstance(typed, dict) else {}
        read_ = {code: _read(type_.item, each, f"{place}:{code}", faults) for code, each in given.items()}
        return {code: each for code, each in read_.items() if each is not _NOTHING and each != {}}
    if isinstance(type_.item, Record):
        given_rows = [(n, row) for n, row in enumerate(typed) if not is_blank(row)] if isinstance(typed, list) else []
        read_rows = [_said(type_.item, row, f"{place}:@{n}", faults) for n, row in given_rows]
        return [row for row in read_rows if row is not _NOTHING]
    item = type_.item
    if not isinstance(item, Scalar):
        return _NOTHING
    words = ",".join(map(str, typed)) if isinstance(typed, list) else str(typed)
    found = [_scalar(item, word, place, faults) for word in words.replace(";", ",").split(",") if word.strip()]
    return [each for each in found if each is not _NOTHING]


def _said(type_: Record, typed: Any, place: str, faults: Faults) -> Any:
    """A record in which something was filled in; one that only holds what its choices began with says nothing, and lacks nothing."""
    found: Faults = {}
    plain = _record(type_.fields, typed, place, found)
    if not plain and all(code == MISSING for code in found.values()):
        return _NOTHING
    faults.update(found)
    return plain


def _scalar(type_: Scalar, typed: Any, place: str, faults: Faults) -> Any:
    try:
        return scalars.read(type_, typed if isinstance(typed, str) else "")
    except ValueError:
        faults[place] = type_.name
        return _NOTHING


def _period(typed: Any, place: str, faults: Faults) -> Any:
    """A period of which each moment is a day and a time of the clock."""
    moments = []
    for end in ("from", "to"):
        try:
            day = scalars.day(said(typed, f"{end}_day") or said(typed, "from_day"))  # without an end it is the same day
        except ValueError:
            faults[f"{place}:{end}_day"] = "date"
            day = ""
        try:
            moments.append(f"{day} {scalars.clock(said(typed, f'{end}_time'))}")
        except ValueError:
            faults[f"{place}:{end}_time"] = "clock"
    if any(name.startswith(f"{place}:") for name in faults):
        return _NOTHING
    try:
        return PERIOD.read(" - ".join(moments))
    except InvalidTime as wrong:
        faults[f"{place}:to_day" if wrong.code == "period_reversed" else f"{place}:from_time"] = wrong.code
    except ValueError:  # 24:00 is a time of the clock, and no moment
        faults[f"{place}:to_time"] = "clock"
    return _NOTHING


def _goes_without_saying(field: Field, json: Any) -> bool:
    """True for what says as much as nothing: an empty list, an unticked box, a choice left as it was. What was typed is kept."""
    if json in ([], {}) or (field.type is FLAG and json is False and field.default is not None):
        return True
    chosen = isinstance(field.type, ListOf) or (isinstance(field.type, Scalar) and field.type.name == "choice")
    return chosen and not field.required and bool(value(field.type, json) == field.default)


SHARE = {
    name: Field(field.type, required=True)
    for name, field in (("group", GROUP.fields["code"]), ("percent", GROUP.fields["percent"]), ("of", GROUP.fields["of"]))
}
"""A percentage of another group's price that counts in one article only."""
