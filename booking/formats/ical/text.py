"""What people typed, made fit for a calendar line without changing what it says."""

from __future__ import annotations

import re

from icalendar import vCategory, vText

# Every way to break a line that some parser honours, not only CRLF: Python's splitlines() also cuts at the last five.
_LINE_BREAK = re.compile("\r\n|[\r\n\v\f\x85\u2028\u2029]")
# Controls, half characters, and the marks that turn the reading direction of whatever follows them.
_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


class Text(vText):
    r"""A TEXT value that keeps `S:\Nota` as it was typed, where `vText` takes `\N` for a line break."""

    __slots__ = ()

    def to_ical(self) -> bytes:
        """The value escaped by RFC 5545 § 3.3.11."""
        escaped = self.replace("\\", "\\\\").replace(";", r"\;").replace(",", r"\,").replace("\n", r"\n")
        return escaped.encode()


def paragraph(typed: str) -> Text:
    """A text that keeps its line breaks, all as one newline, and loses what cannot be seen."""
    return Text(_INVISIBLE.sub("", _LINE_BREAK.sub("\n", typed)))


def one_line(typed: str) -> Text:
    """A text for a title or a place: line breaks, tabs and repeated spaces become one space."""
    return Text(" ".join(_INVISIBLE.sub("", typed).split()))


def labels(typed: tuple[str, ...]) -> vCategory:
    """Labels as one CATEGORIES value."""
    value = vCategory([])
    value.cats = [one_line(label) for label in typed]  # the constructor would make a plain vText of each
    return value


def address(typed: str) -> str:
    """A URL without any whitespace or control character, which no URL may hold."""
    return _INVISIBLE.sub("", "".join(typed.split()))
