"""What a drawn board is made of: rows of cells with strips in them, and the words they say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from booking.queries.planning import Bar, Row
from booking.web.language import gettext as _


class Words(NamedTuple):
    """What cells and bars say, in the reader's language: looked up once, for a board has thousands."""

    free: str
    was_free: str
    depot_shut: str
    hall_shut: str
    taken: str
    taken_until: str
    free_between: str
    left: str
    after: str
    tones: dict[str, str]


def words() -> Words:
    """The words in the language of this page."""
    out_of_use = _("buiten gebruik")
    return Words(
        free=_("vrij"),
        was_free=_("was vrij"),
        depot_shut=_("vrij, loods dicht"),
        hall_shut=_("zaal gesloten"),
        taken=_("bezet"),
        taken_until=_("bezet tot %(when)s"),
        free_between=_("vrij van %(start)s tot %(end)s"),
        left=_("%(left)s van %(units)s vrij"),
        after=_("na %(day)s"),
        tones={"requested": _("in aanvraag"), "option": _("in optie"), "shut": out_of_use, "fact": out_of_use},
    )


class Strip(NamedTuple):
    """A bar as it is drawn: classes for its place and tone, what it is called and when it lasts, the ways to open and to move it.
    Without `about` it is a buffer.
    """

    css: str
    text: str = ""
    when: str = ""
    about: Bar | None = None
    key: int = 0
    href: str = ""
    move: str = ""


class Cell(NamedTuple):
    """A column of an asset: what is said of it, where a click leads ("" for nowhere), its classes, the units left, and its strips."""

    said: str
    href: str
    css: str
    number: int | None
    strips: Sequence[Strip]


@dataclass(frozen=True, slots=True)
class Lane:
    """A row of the board as it is drawn."""

    row: Row
    category: str
    href: str
    css: str
    cells: list[Cell]
