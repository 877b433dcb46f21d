"""A worked example on the sheet: who borrows what and when, what it must come to, and what it comes to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from booking.rules.tariffs import TariffError, example_from_plain
from booking.rules.tariffs.schema import EXAMPLE, LINE
from booking.web.regulations.editor.faults import fault
from booking.web.regulations.editor.proof import Outcome, Proof
from booking.web.regulations.editor.slots import Page, Slot, hidden
from booking.web.regulations.editor.trees import Tree, rows, said
from booking.web.regulations.editor.unfinished import UNFINISHED
from booking.words.tariffs.written import example_told

ALWAYS_SEEN = ("name", "expect")


@dataclass(frozen=True, slots=True)
class LineSheet:
    """A line of an example: what is lent (`category/asset`), and its other fields by name."""

    place: str
    what: str
    fault: str
    slots: Mapping[str, Slot]


@dataclass(frozen=True, slots=True)
class ExampleSheet:
    """A worked example in words (`who`, `told`) and, when it is `open`, as fields; and how it came out."""

    place: str
    open: bool
    hidden: tuple[tuple[str, str], ...]
    name: Slot
    borrower: Mapping[str, Slot]
    lines: tuple[LineSheet, ...]
    expect: Mapping[str, Slot]
    more: tuple[Slot, ...]
    outcome: Outcome
    who: str = ""
    told: tuple[str, ...] = ()


def example_sheet(page: Page, tree: Tree, number: int, plain: Mapping[str, Any], proof: Proof, opened: frozenset[str]) -> ExampleSheet:
    """The example in row `number`."""
    place = f"examples:@{number}"
    is_open = place in opened
    slots = page.slots({name: each for name, each in EXAMPLE.fields.items() if name != "lines"}, tree, place, "example")
    kept = (*ALWAYS_SEEN, *(EXAMPLE.fields if is_open else ()))
    borrower = {slot.name: slot for slot in slots["borrower"].slots}
    expect = {slot.name: slot for slot in slots["expect"].slots}
    more = tuple(slot for name, slot in slots.items() if name not in {"borrower", *ALWAYS_SEEN})
    lines = tuple(_line(page, row, f"{place}:lines:@{n}") for n, row in enumerate(rows(tree, "lines")))
    who, told = _told(plain, page)
    return ExampleSheet(
        place, is_open, hidden(tree, place, kept), slots["name"], borrower, lines, expect, more, proof.outcomes[number], who, told
    )


def _line(page: Page, tree: Tree, place: str) -> LineSheet:
    fields = {name: each for name, each in LINE.fields.items() if name not in {"category", "asset"}}
    wrong = fault(page.faults.get(f"{place}:what", ""))
    return LineSheet(place, said(tree, "what"), wrong, page.slots(fields, tree, place, "example", "lines"))


def _told(plain: Mapping[str, Any], page: Page) -> tuple[str, tuple[str, ...]]:
    """The example in words, nothing while it cannot be read."""
    try:
        return example_told(example_from_plain(plain), page.language, page.choices.named)
    except (*UNFINISHED, TariffError):
        return "", ()
