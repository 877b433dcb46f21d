"""An article on the sheet: a row of amounts per price column, as in the council's annex, and its terms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from booking.rules.tariffs import ALL, KINDS, Prepared
from booking.rules.tariffs.kinds.charge import half_up
from booking.rules.tariffs.prepared import Clause
from booking.rules.tariffs.schema import ARTICLES
from booking.web.regulations.editor.choices import Choices
from booking.web.regulations.editor.faults import fault
from booking.web.regulations.editor.proof import Proof
from booking.web.regulations.editor.reading import SHARE
from booking.web.regulations.editor.scalars import euros
from booking.web.regulations.editor.slots import Page, Slot, hidden
from booking.web.regulations.editor.trees import Tree, rows, said
from booking.words.tariffs.written import Condition, column, conditions, kind_help, kind_title, term_help, term_title
from booking.words.tariffs.written.conditions import EVERYBODY_ELSE

IN_THE_TABLE = frozenset({"number", "title", "prices", "kind"})
"""Of an article: what its rows show already."""

FIRST = frozenset("for parts days extra_days minutes started measure percent brackets steps otherwise blocks".split())
"""Terms that nobody should have to look for; a kind's other terms, and what any article can have, stand behind a fold."""

Columns = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """An amount of the table; `hint` is what counts while it stays empty: what the group pays by a percentage."""

    place: str
    group: str
    group_title: str
    value: str
    hint: str = ""
    fault: str = ""


@dataclass(frozen=True, slots=True)
class ArticleSheet:
    """An article: a row of amounts per price column, its terms in words and, when it is `open`, as fields.

    `own` are the terms that nobody should have to look for, `more` the others; `rows` says whether all rows of amounts are shown.
    """

    place: str
    open: bool
    hidden: tuple[tuple[str, str], ...]
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
    rows: bool


def columns_of(tree: Tree, choices: Choices) -> Columns:
    """The groups as columns; everybody else has one where an article prices them, or where there is no group yet."""
    used = any(ALL in row["prices"] for row in rows(tree, "articles") if isinstance(row.get("prices"), dict))
    everybody = ((ALL, EVERYBODY_ELSE[choices.language]),) if used or not choices.groups else ()
    return (*choices.groups, *everybody)


def article_sheet(
    page: Page, tree: Tree, number: int, plain: Mapping[str, Any], proof: Proof, columns: Columns, opened: frozenset[str]
) -> ArticleSheet:  # fmt: skip
    """The article in row `number`."""
    place, kind, language = f"articles:@{number}", said(tree, "kind"), page.language
    is_open, known = place in opened, ARTICLES[kind].fields if kind in ARTICLES else {}
    slots = page.slots({name: each for name, each in known.items() if name not in {"kind", "prices"}}, tree, place, kind)
    required = {name for name, each in known.items() if each.required}
    shown = [slot for name, slot in slots.items() if name not in IN_THE_TABLE]
    kept = (*IN_THE_TABLE, *(known if is_open else ()), *(("shares",) if is_open else ()))
    named = page.choices.named
    return ArticleSheet(
        place, is_open, (*hidden(tree, place, kept), (f"{place}:kind", kind)) if not is_open else hidden(tree, place, kept),
        slots.get("number") or _plain_slot(tree, place, "number"),
        slots.get("title") or _plain_slot(tree, place, "title"),
        kind, kind_title(kind, language), kind_help(kind, language),
        _amounts(page, tree, place, kind, columns, proof.prepared, whole=f"{place}:rows" in opened),
        ", ".join(named.get(code, code) for code in plain.get("for", ())),
        tuple(slot for slot in shown if slot.name in FIRST | required),
        (*(slot for slot in shown if slot.name not in FIRST | required), *((_shares(page, tree, place),) if "prices" in known else ())),
        tuple(conditions(plain, language, named)),
        tuple(problem for position, problem in proof.problems if position == number),
        f"{place}:rows" in opened,
    )  # fmt: skip


def _plain_slot(tree: Tree, place: str, name: str) -> Slot:
    """A field of an article whose kind nobody knows: it can only be chosen again."""
    return Slot(f"{place}:{name}", name, "wide", "", value=said(tree, name))


def _amounts(
    page: Page, tree: Tree, place: str, kind: str, columns: Columns, prepared: Prepared | None, *, whole: bool
) -> tuple[tuple[str, tuple[Cell, ...]], ...]:  # fmt: skip
    """A row per price column: those that must be, those that say something, and the `whole` of them where that was asked."""
    if kind not in KINDS:
        return ()
    rows_ = [(name, _cells(page, tree, place, name, columns, prepared)) for name in KINDS[kind].columns]
    needed = {*KINDS[kind].required, KINDS[kind].columns[0] if rows_ else ""}
    return tuple(
        (column(kind, name, page.language), cells)
        for name, cells in rows_
        if whole or name in needed or any(cell.value or cell.hint for cell in cells)
    )


def _cells(page: Page, tree: Tree, place: str, name: str, columns: Columns, prepared: Prepared | None) -> tuple[Cell, ...]:
    prices = tree.get("prices")
    clause = clause_of(prepared, said(tree, "number"))
    cells = []
    for code, title in columns:
        here = f"{place}:prices:{code}:{name}"
        typed = said(prices.get(code), name) if isinstance(prices, dict) else ""
        row = clause.rows.get(code) if clause else None
        cents = derived(row.prices.get(name), row.factors) if row and not typed else None
        hint = "" if cents is None else euros(cents)
        cells.append(Cell(here, code, title, typed, hint, fault(page.faults.get(here, ""))))
    return tuple(cells)


def clause_of(prepared: Prepared | None, number: str) -> Clause | None:
    """The article of that number as it prices; None for one that does not (yet)."""
    clauses = (*prepared.hire, *prepared.deposits, *prepared.dossier, *prepared.dossier_deposits) if prepared else ()
    return next((clause for clause in clauses if clause.article.number == number), None)


def derived(cents: int | None, factors: Any) -> int | None:
    """What a group pays of a price in cents, after its percentages of other groups."""
    if cents is None:
        return None
    amount = Decimal(cents)
    for factor in factors:
        amount = amount * Decimal(str(factor["percent"])) / 100
    return half_up(amount)


def _shares(page: Page, tree: Tree, place: str) -> Slot:
    """Percentages of another group's price that count in this article only."""
    made = tuple(
        tuple(page.slots(SHARE, row, f"{place}:shares:@{number}", "article", "shares").values())
        for number, row in enumerate(rows(tree, "shares"))
    )
    title, help_ = term_title("article", "", "shares", page.language), term_help("article", "", "shares", page.language)
    return Slot(f"{place}:shares", "shares", "rows", title, help_, rows=made)
