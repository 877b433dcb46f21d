"""The draft laid out: its decision, its groups, the table of the annex, and the worked examples beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from booking.rules.tariffs import ALL, KINDS, Prepared
from booking.rules.tariffs.kinds.charge import half_up
from booking.rules.tariffs.schema import ARTICLES, EXAMPLE, GROUP, HEADER, LINE
from booking.web.regulations.editor.choices import Choices
from booking.web.regulations.editor.faults import fault
from booking.web.regulations.editor.proof import Outcome, Proof
from booking.web.regulations.editor.reading import SHARE, Faults
from booking.web.regulations.editor.slots import NEVER_SHOWN, Page, Slot
from booking.web.regulations.editor.trees import Tree, rows, said
from booking.words.tariffs.written import column, conditions, kind_help, kind_title, who_belongs
from booking.words.tariffs.written.conditions import EVERYBODY_ELSE, Condition

_OWN = frozenset({"title", "organ", "decided_on", "decision", "published_on", "published_at", "valid_from", "valid_until"})
_CARRIED = frozenset({"owner", "answered"})
"""What stands in a regulation and is not typed here: it is the authority's own, or belongs to the publication."""


@dataclass(frozen=True, slots=True)
class Cell:
    """An amount of the table. `hint` is what counts while it stays empty: what the group pays by a percentage; `derived` says of whom."""

    place: str
    group: str
    group_title: str
    value: str
    hint: str = ""
    fault: str = ""


@dataclass(frozen=True, slots=True)
class GroupSheet:
    """A tariff category: who belongs to it in words and as fields."""

    place: str
    code: str
    title: Slot
    who: Slot
    percent: Slot
    of: Slot
    said: str


@dataclass(frozen=True, slots=True)
class ArticleSheet:
    """An article: a row of amounts per price column, its terms, and these in words."""

    place: str
    number: Slot
    title: Slot
    kind: str
    kind_title: str
    kind_help: str
    columns: tuple[tuple[str, tuple[Cell, ...]], ...]
    about: str
    own: tuple[Slot, ...]
    more: tuple[Slot, ...]
    said: tuple[Condition, ...]
    problems: tuple[str, ...]

    @property
    def wrong(self) -> bool:
        """True when a field of its fold-out cannot be read: it must be seen."""
        return any(_wrong(slot) for slot in (*self.own, *self.more))


@dataclass(frozen=True, slots=True)
class LineSheet:
    """A line of an example."""

    place: str
    what: str
    fault: str
    slots: Mapping[str, Slot]


@dataclass(frozen=True, slots=True)
class ExampleSheet:
    """A worked example, and how it came out."""

    place: str
    name: Slot
    known: str
    borrower: Mapping[str, Slot]
    lines: tuple[LineSheet, ...]
    expect: Mapping[str, Slot]
    more: tuple[Slot, ...]
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Sheet:
    """All of it."""

    header: Mapping[str, Slot]
    more: tuple[Slot, ...]
    carried: tuple[tuple[str, str], ...]
    groups: tuple[GroupSheet, ...]
    columns: tuple[tuple[str, str], ...]
    articles: tuple[ArticleSheet, ...]
    examples: tuple[ExampleSheet, ...]


def laid_out(tree: Tree, plain: Mapping[str, Any], faults: Faults, proof: Proof, choices: Choices) -> Sheet:
    """The sheet of what was typed (`tree`), what could be read of it (`plain`, `faults`) and what it computes (`proof`)."""
    page = Page(choices, faults)
    header = page.slots(HEADER, tree.get("header"), "header", "header")
    columns = _columns(tree, choices)
    articles = tuple(_article(page, row, number, plain, proof, columns) for number, row in enumerate(rows(tree, "articles")))
    examples = tuple(
        _example(page, row, f"examples:@{number}", proof.outcomes[number]) for number, row in enumerate(rows(tree, "examples"))
    )
    return Sheet(
        header,
        tuple(slot for name, slot in header.items() if name not in _OWN | _CARRIED),
        tuple(_hidden(tree.get("header", {}).get("answered"), "header:answered")),
        tuple(_group(page, row, number, proof) for number, row in enumerate(rows(tree, "groups"))),
        columns,
        articles,
        examples,
    )


def _columns(tree: Tree, choices: Choices) -> tuple[tuple[str, str], ...]:
    """The groups as columns; everybody else has one where an article prices them, or where there is no group yet."""
    used = any(ALL in row.get("prices", {}) for row in rows(tree, "articles") if isinstance(row.get("prices"), dict))
    everybody = ((ALL, EVERYBODY_ELSE[choices.language]),) if used or not choices.groups else ()
    return (*choices.groups, *everybody)


def _group(page: Page, tree: Tree, number: int, proof: Proof) -> GroupSheet:
    place = f"groups:@{number}"
    slots = page.slots(GROUP.fields, tree, place, "group")
    code = said(tree, "code")
    belongs = next((who_belongs(group, page.language) for group in proof.groups if group.code == code), "")
    return GroupSheet(place, code, slots["title"], slots["who"], slots["percent"], slots["of"], belongs)


def _article(
    page: Page, tree: Tree, number: int, plain: Mapping[str, Any], proof: Proof, columns: tuple[tuple[str, str], ...]
) -> ArticleSheet:  # fmt: skip
    place, kind, language = f"articles:@{number}", said(tree, "kind"), page.language
    fields = ARTICLES[kind].fields if kind in ARTICLES else {}
    slots = page.slots({name: each for name, each in fields.items() if name != "prices"}, tree, place, kind)
    own = KINDS[kind].fields if kind in KINDS else {}
    shown = [slot for name, slot in slots.items() if name not in NEVER_SHOWN | {"kind"}]
    shares = _shares(page, tree, place) if "prices" in fields else ()
    return ArticleSheet(
        place,
        slots.get("number") or Slot(f"{place}:number", "number", "short", "", value=said(tree, "number")),
        slots.get("title") or Slot(f"{place}:title", "title", "wide", "", value=said(tree, "title")),
        kind,
        kind_title(kind, language),
        kind_help(kind, language),
        tuple((column(kind, name, language), _cells(page, tree, place, name, columns, proof.prepared)) for name in _priced(kind)),
        ", ".join(page.choices.named.get(code, code) for code in plain["articles"][number].get("for", ())),
        tuple(slot for slot in shown if slot.name in own or slot.name == "for"),
        (*(slot for slot in shown if slot.name not in own and slot.name != "for"), *shares),
        tuple(conditions(plain["articles"][number], language, page.choices.named)),
        tuple(problem for position, problem in proof.problems if position == number),
    )


def _priced(kind: str) -> tuple[str, ...]:
    return KINDS[kind].columns if kind in KINDS else ()


def _cells(
    page: Page, tree: Tree, place: str, name: str, columns: tuple[tuple[str, str], ...], prepared: Prepared | None
) -> tuple[Cell, ...]:  # fmt: skip
    prices = tree.get("prices")
    clauses = (clause for each in (prepared.hire, prepared.deposits, prepared.dossier, prepared.dossier_deposits) for clause in each) if prepared else ()
    found = next((clause for clause in clauses if clause.article.number == said(tree, "number")), None)
    cells = []
    for code, title in columns:
        here = f"{place}:prices:{code}:{name}"
        typed = said(prices.get(code), name) if isinstance(prices, dict) else ""
        row = found.rows.get(code) if found else None
        hint = _derived(row.prices.get(name), row.factors) if row and not typed else ""
        cells.append(Cell(here, code, title, typed, hint, fault(page.faults.get(here, ""))))
    return tuple(cells)


def _derived(cents: int | None, factors: Any) -> str:
    """What a group pays without an amount of its own, as it would be typed."""
    if cents is None:
        return ""
    amount = Decimal(cents)
    for factor in factors:
        amount = amount * Decimal(str(factor["percent"])) / 100
    whole = half_up(amount)
    return f"{whole // 100},{whole % 100:02d}"


def _shares(page: Page, tree: Tree, place: str) -> tuple[Slot, ...]:
    """Percentages of another group's price that count in this article only."""
    made = tuple(
        tuple(page.slots(SHARE, row, f"{place}:shares:@{number}", "article", "shares").values())
        for number, row in enumerate(rows(tree, "shares"))
    )
    first = page.slots(SHARE, {}, f"{place}:shares:@0", "article", "shares")
    return (Slot(f"{place}:shares", "shares", "rows", first["group"].help, "", rows=made),)


def _example(page: Page, tree: Tree, place: str, outcome: Outcome) -> ExampleSheet:
    slots = page.slots({name: each for name, each in EXAMPLE.fields.items() if name != "lines"}, tree, place, "example")
    lines = tuple(
        LineSheet(
            f"{place}:lines:@{number}",
            said(row, "what"),
            fault(page.faults.get(f"{place}:lines:@{number}:what", "")),
            page.slots(
                {name: each for name, each in LINE.fields.items() if name not in {"category", "asset"}},
                row, f"{place}:lines:@{number}", "example", "lines",
            ),
        )
        for number, row in enumerate(rows(tree, "lines"))
    )  # fmt: skip
    borrower = {slot.name: slot for slot in slots["borrower"].slots}
    expect = {slot.name: slot for slot in slots["expect"].slots}
    more = tuple(slots[name] for name in slots if name not in {"name", "borrower", "expect"})
    return ExampleSheet(place, slots["name"], said(tree, "known"), borrower, lines, expect, more, outcome)


def _hidden(tree: Any, place: str) -> list[tuple[str, str]]:
    """Fields that are carried along unseen: (name, text)."""
    if isinstance(tree, list):
        return [pair for number, each in enumerate(tree) for pair in _hidden(each, f"{place}:@{number}")]
    if isinstance(tree, dict):
        return [pair for name, each in tree.items() for pair in _hidden(each, f"{place}:{name}")]
    return [(place, tree)] if tree else []


def _wrong(slot: Slot) -> bool:
    return bool(slot.fault) or any(_wrong(each) for each in (*slot.slots, *(each for row in slot.rows for each in row)))
