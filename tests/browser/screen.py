"""What a line of the table of screens says, and where its screen is."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from tests.web.access import OBJECTS, STRANGER

PART = re.compile(r"<(?:[^<>]*:)?(\w+)>")


@dataclass(frozen=True)
class Screen:
    """A page as somebody sees it: `status` is what it answers, `pictured` whether `make pictures` takes it.

    `key` is what stands in an address that came by mail (tests/browser/keys.py), `typed` what is filled in before the page that counts,
    and `expired` is the page that a form answers when it was open for too long.
    """

    name: str
    rule: str
    who: str = STRANGER
    query: str = ""
    status: int = 200
    pictured: bool = True
    expired: bool = False
    key: str = ""
    typed: tuple[tuple[str, str], ...] = ()

    def address(self, object_of: Callable[[str], str]) -> str:
        """Where it is, when `object_of` tells what stands for each kind of object."""
        path = PART.sub(lambda part: object_of(self.key or OBJECTS[part[1]]), self.rule)
        return f"{path}?{self.query}" if self.query else path
