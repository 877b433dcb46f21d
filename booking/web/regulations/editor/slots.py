"""The fields of a record as a page lays them out: the schema says what they are, `booking/words` what they are called."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from booking.rules.tariffs import ALL
from booking.rules.tariffs.fields import CLOCK, DATE, FLAG, TEXT, Field, ListOf, Record, Scalar, Table, Type
from booking.rules.tariffs.moments import PERIOD
from booking.web.regulations.editor.choices import Choices, Options
from booking.web.regulations.editor.faults import fault
from booking.web.regulations.editor.reading import Faults
from booking.web.regulations.editor.scalars import shown
from booking.web.regulations.editor.trees import said
from booking.words import label
from booking.words.tariffs.written import choice, term_help, term_title
from booking.words.tariffs.written.conditions import EVERYBODY_ELSE


@dataclass(frozen=True, slots=True)
class Slot:
    """One field: `widget` says how it is drawn, `place` is its name in the form, `value` what was typed.

    `slots` are the fields of a group, `rows` those of each row of a list.
    """

    place: str
    name: str
    widget: str
    title: str
    help: str = ""
    value: str = ""
    values: frozenset[str] = frozenset()
    options: Options = field(default_factory=list)
    usual: str = ""
    fault: str = ""
    slots: tuple[Slot, ...] = ()
    rows: tuple[tuple[Slot, ...], ...] = ()

    @property
    def filled(self) -> bool:
        """True when something was filled in, here or below."""
        below = (*self.slots, *(slot for row in self.rows for slot in row))
        said_ = self.value not in ("", self.usual) or self.values not in (frozenset(), frozenset(self.usual.split(",")))
        return said_ or bool(self.rows or self.fault) or any(slot.filled for slot in below)


@dataclass(frozen=True, slots=True)
class Page:
    """What every slot of a page is made with."""

    choices: Choices
    faults: Faults

    @property
    def language(self) -> str:
        """The reader's."""
        return self.choices.language

    def slots(self, fields: Mapping[str, Field], tree: Any, place: str, kind: str, within: str = "") -> dict[str, Slot]:
        """A slot per field of a record, by name."""
        given = tree if isinstance(tree, dict) else {}
        return {name: self.slot(each, given.get(name), f"{place}:{name}", name, kind, within) for name, each in fields.items()}

    def slot(self, each: Field, tree: Any, place: str, name: str, kind: str, within: str = "") -> Slot:
        """One field with what was typed in it."""
        type_ = each.type
        title, help_ = term_title(kind, within, name, self.language), term_help(kind, within, name, self.language)
        wrong = fault(self.faults.get(place, ""))
        if type_ is PERIOD:
            return Slot(place, name, "period", title, help_, fault=wrong, slots=tuple(self._moments(tree, place)))
        if isinstance(type_, Record):
            inner = self.slots(type_.fields, tree, place, kind, name)
            return Slot(place, name, "group", title, help_, slots=tuple(inner.values()), fault=wrong)
        if isinstance(type_, Table):
            return Slot(place, name, "group", title, help_, slots=tuple(self._table(type_, tree, place, name, kind)), fault=wrong)
        if isinstance(type_, ListOf):
            return self._list(type_, tree, place, name, kind, within, each.default or ())
        typed = said({name: tree}, name)
        options = self._options(type_, name, within)
        if options and typed and typed not in dict(options):
            options = [*options, (typed, typed)]
        usual = "" if each.default is None or type_ is FLAG else self._usual(each)
        widget = "check" if type_ is FLAG and (each.default is False or name == "anyone") else "select" if options else _widget(type_, name)
        return Slot(place, name, widget, title, help_, typed, options=options, usual=usual, fault=wrong)

    def _list(
        self, type_: ListOf, tree: Any, place: str, name: str, kind: str, within: str, default: Collection[str] = ()
    ) -> Slot:  # fmt: skip
        title, help_ = term_title(kind, within, name, self.language), term_help(kind, within, name, self.language)
        if isinstance(type_.item, Record):
            given = tree if isinstance(tree, list) else []
            rows = tuple(
                tuple(self.slots(type_.item.fields, row, f"{place}:@{n}", kind, name).values()) for n, row in enumerate(given)
            )
            return Slot(place, name, "rows", title, help_, rows=rows, fault=fault(self.faults.get(place, "")))
        typed = said({name: tree}, name)
        words = [word.strip() for word in typed.split(",") if word.strip()]
        values = frozenset(words or default)
        wrong = fault(self.faults.get(place, ""))
        if name in {"for", "except", "covers"}:
            return Slot(place, name, "targets", title, help_, "", values, self._unknown(values), fault=wrong)
        options = self._options(type_.item, name, within) if isinstance(type_.item, Scalar) else []
        if options:
            options = [*options, *((each, each) for each in sorted(values - dict(options).keys()))]
            return Slot(place, name, "ticks", title, help_, "", values, options, ",".join(default), wrong)
        return Slot(place, name, "text", title, help_, ", ".join(words), fault=wrong)

    def _unknown(self, values: frozenset[str]) -> Options:
        """Codes that the catalogue does not know (any more): they stay ticked."""
        known = {code for each in self.choices.lent for code in (each.code, *dict(each.assets))}
        return [(code, code) for code in sorted(values - known)]

    def _options(self, type_: Scalar, name: str, within: str) -> Options:
        """What a field offers to choose from; empty for one in which something is typed."""
        if type_ is FLAG:
            return [(word, choice("", "flag", word, self.language)) for word in ("yes", "no")]
        if found := self.choices.of(name):
            return found
        if type_.name != "choice":
            return []
        words = type_.sample.split(" | ")
        if name == "kind" and within:
            return [(word, label("borrower_kind", word, self.language)) for word in words]
        return [(word, choice(within, name, word, self.language)) for word in words]

    @staticmethod
    def _usual(each: Field) -> str:
        """What counts while a field stays empty."""
        type_ = each.type
        if not isinstance(type_, Scalar) or each.default == "":
            return ""
        if type_.name == "choice":
            return str(each.default)
        if type_ is CLOCK:
            return f"{each.default // 60:02d}:{each.default % 60:02d}"
        return shown(type_, each.default)

    def _table(self, type_: Table, tree: Any, place: str, name: str, kind: str) -> list[Slot]:
        """A field per group, everybody else first; or per measure."""
        given = tree if isinstance(tree, dict) else {}
        if name == "measures":
            rows = [(code, title) for code, title in self.choices.of("measure")]
        else:
            rows = [(ALL, EVERYBODY_ELSE[self.language]), *self.choices.groups]
        item = Field(type_.item)
        made = [self.slot(item, given.get(code), f"{place}:{code}", name, kind) for code, _ in rows]
        return [
            Slot(each.place, code, each.widget, title, "", each.value, options=each.options, fault=each.fault)
            for each, (code, title) in zip(made, rows, strict=True)
        ]

    def _moments(self, tree: Any, place: str) -> list[Slot]:
        """From and to, each a day and a time."""
        return [
            Slot(
                f"{place}:{name}", name, "date" if name.endswith("day") else "short", label("field", name, self.language),
                value=said(tree, name), usual="" if name.endswith("day") else "14:00", fault=fault(self.faults.get(f"{place}:{name}", "")),
            )
            for name in ("from_day", "from_time", "to_day", "to_time")
        ]  # fmt: skip


def _widget(type_: Type, name: str) -> str:
    """How something that is typed is drawn."""
    if type_ is DATE:
        return "date"
    return "wide" if type_ is TEXT or name == "source" else "short"


def hidden(tree: Any, place: str, besides: Collection[str] = ()) -> tuple[tuple[str, str], ...]:
    """The fields of a tree as (name, text), to be carried along unseen; not those that the page shows itself."""
    if isinstance(tree, dict):
        below = [(f"{place}:{name}", each) for name, each in tree.items() if name not in besides]
    elif isinstance(tree, list) and all(isinstance(each, dict) for each in tree):
        below = [(f"{place}:@{number}", each) for number, each in enumerate(tree)]
    else:
        typed = said({"typed": tree}, "typed")
        return ((place, typed),) if typed else ()
    return tuple(pair for name, each in below for pair in hidden(each, name))
