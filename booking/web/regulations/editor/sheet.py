"""The draft laid out: its decision, its groups, the table of the annex, and the worked examples beside it.

What is folded in is carried along in hidden fields, so that a long regulation stays a short page and nothing typed gets lost.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from booking.rules.tariffs.schema import HEADER
from booking.web.regulations.editor.articles import ArticleSheet, article_sheet, columns_of
from booking.web.regulations.editor.examples import ExampleSheet, example_sheet
from booking.web.regulations.editor.groups import GroupSheet, group_sheet
from booking.web.regulations.editor.proof import Proof
from booking.web.regulations.editor.reading import Faults
from booking.web.regulations.editor.slots import Page, Slot, hidden
from booking.web.regulations.editor.trees import Tree, rows
from booking.words.moments import day

DECISION = ("title", "organ", "decided_on", "decision", "published_on", "published_at", "valid_from", "valid_until")
_CARRIED = frozenset({"owner", "answered"})
"""What stands in a regulation and is not typed here: it is the authority's own, or belongs to the publication."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """All of it; `first` is its first day in words, `columns` are the groups of the table, each a code and a title."""

    header: Mapping[str, Slot]
    more: tuple[Slot, ...]
    first: str
    header_open: bool
    hidden: tuple[tuple[str, str], ...]
    groups: tuple[GroupSheet, ...]
    columns: tuple[tuple[str, str], ...]
    articles: tuple[ArticleSheet, ...]
    examples: tuple[ExampleSheet, ...]


def laid_out(tree: Tree, plain: Mapping[str, Any], proof: Proof, page: Page, opened: frozenset[str]) -> Sheet:
    """The sheet of what was typed (`tree`), what could be read of it (`plain`) and what it computes (`proof`)."""
    header = page.slots(HEADER, tree.get("header"), "header", "header")
    columns = columns_of(tree, page.choices)
    opened |= frozenset(_with_faults(page.faults))
    header_open = "header" in opened
    carried = hidden(tree.get("header"), "header", () if not header_open else tuple(name for name in HEADER if name not in _CARRIED))
    return Sheet(
        header,
        tuple(slot for name, slot in header.items() if name not in {*DECISION, *_CARRIED}),
        _day(plain.get("valid_from"), page.language),
        header_open,
        tuple(carried),
        tuple(group_sheet(page, row, n, proof, opened) for n, row in enumerate(rows(tree, "groups"))),
        columns,
        tuple(article_sheet(page, row, n, plain["articles"][n], proof, columns, opened) for n, row in enumerate(rows(tree, "articles"))),
        tuple(example_sheet(page, row, n, plain["examples"][n], proof, opened) for n, row in enumerate(rows(tree, "examples"))),
    )



def _day(plain: str | None, language: str) -> str:
    """A first day as people write it."""
    return day(date.fromisoformat(plain), language) if plain else ""


def _with_faults(faults: Faults) -> Iterator[str]:
    """What must be folded out, because something in it cannot be read; an amount in the table is seen anyway."""
    for place in faults:
        first, _, rest = place.partition(":")
        row, _, name = rest.partition(":")
        if first == "header":
            yield "header"
        elif not (first == "articles" and name.startswith(("prices:", "title", "number"))):
            yield f"{first}:{row}"
