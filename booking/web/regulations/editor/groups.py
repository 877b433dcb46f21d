"""A tariff category on the sheet: who belongs to it."""

from __future__ import annotations

from dataclasses import dataclass

from booking.rules.tariffs.schema import GROUP
from booking.web.regulations.editor.proof import Proof
from booking.web.regulations.editor.slots import Page, Slot, hidden
from booking.web.regulations.editor.trees import Tree, said
from booking.words.tariffs.written import who_belongs


@dataclass(frozen=True, slots=True)
class GroupSheet:
    """A tariff category: who belongs to it in words and, when it is `open`, as fields; closed, its fields are `hidden`."""

    place: str
    open: bool
    hidden: tuple[tuple[str, str], ...]
    code: str
    title: Slot
    who: Slot
    percent: Slot
    of: Slot
    said: str


def group_sheet(page: Page, tree: Tree, number: int, proof: Proof, opened: frozenset[str]) -> GroupSheet:
    """The group in row `number`."""
    place = f"groups:@{number}"
    slots = page.slots(GROUP.fields, tree, place, "group")
    code, is_open = said(tree, "code"), place in opened
    belongs = next((who_belongs(group, page.language) for group in proof.groups if group.code == code), "")
    kept = hidden(tree, place, ("title", "who", "percent", "of") if is_open else ("title",))
    return GroupSheet(place, is_open, kept, code, slots["title"], slots["who"], slots["percent"], slots["of"], belongs)
