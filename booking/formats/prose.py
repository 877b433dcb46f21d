"""Written text as blocks: a small part of Markdown (headings, lists, **strong**, *stressed*, links), and nothing that could ever run.

The blocks hold plain text; whoever shows them escapes it, so a text that was pasted from elsewhere cannot bring markup along.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_HEADING = re.compile(r"(#{1,3})\s+(.+)")
_BULLET = re.compile(r"[-*•]\s+(.+)")
_NUMBER = re.compile(r"\d{1,3}[.)]\s+(.+)")
_SPAN = re.compile(
    r"\*\*(?P<strong>[^*]+)\*\*|\*(?P<stressed>[^*\s][^*]*)\*|\[(?P<text>[^\]\[]+)\]\((?P<link>(?:https?://|mailto:)[^\s()<>\"]+)\)"
)


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a line: `kind` is `plain`, `strong`, `stressed` or `link`, the last with its address."""

    kind: str
    text: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """`kind` is `heading`, `paragraph`, `bullets` or `numbers`; a heading and a paragraph have one item."""

    kind: str
    items: tuple[tuple[Span, ...], ...]
    level: int = 0


def blocks(text: str) -> list[Block]:
    """The blocks of a text, in order. A line that is no heading and no item goes on with what it stands under."""
    found: list[Block] = []
    open_kind, lines, level = "", [], 0
    for line in (*text.splitlines(), ""):
        kind, said, depth = _read(line.strip())
        if kind == "more" and lines and open_kind != "heading":
            lines[-1] = f"{lines[-1]} {said}"
            continue
        if lines and (kind != open_kind or kind == "heading"):
            found.append(Block(open_kind, tuple(tuple(spans(each)) for each in lines), level))
            lines = []
        if kind:
            open_kind, level = ("paragraph" if kind == "more" else kind), depth
            lines = [*lines, said]
    return found


def spans(line: str) -> Iterator[Span]:
    """The pieces of one line."""
    at = 0
    for match in _SPAN.finditer(line):
        if match.start() > at:
            yield Span("plain", line[at : match.start()])
        kind = match.lastgroup or ""
        yield Span("link", match["text"], match["link"]) if kind == "link" else Span(kind, match[kind])
        at = match.end()
    if at < len(line) or not line:
        yield Span("plain", line[at:])


def _read(line: str) -> tuple[str, str, int]:
    """What kind of line it is (`more` for plain text, nothing for an empty one), what it says, and the level of a heading."""
    if match := _HEADING.fullmatch(line):
        return "heading", match[2], len(match[1])
    if match := _BULLET.fullmatch(line):
        return "bullets", match[1], 0
    if match := _NUMBER.fullmatch(line):
        return "numbers", match[1], 0
    return ("more" if line else ""), line, 0
