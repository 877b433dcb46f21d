"""QR codes: an address as squares, for a page, and as a drawing of its own for a paper."""

from __future__ import annotations

from itertools import groupby
from typing import NamedTuple
from xml.sax.saxutils import escape

import segno

QUIET = 4
"""Empty modules around a code, as its norm asks (ISO/IEC 18004); a reader finds nothing without them."""

SCREEN = "m"
"""Of what is shown or printed once, 15 % may be unreadable."""

STICKER = "q"
"""Of what hangs on a trailer in the rain, 25 % may."""


class Code(NamedTuple):
    """A QR code of `size` by `size` modules, its quiet zone included; `path` draws what is dark, as the d of an SVG path."""

    size: int
    path: str


def code(text: str, strength: str = SCREEN) -> Code:
    """The code of a text: as small as fits, and as strong at that size as can be. Raises ValueError for a text too long for any."""
    matrix = segno.make(text, error=strength, micro=False).matrix
    return Code(len(matrix) + 2 * QUIET, "".join(_run(x, y, length) for y, row in enumerate(matrix) for x, length in _dark(row)))


def svg(text: str, name: str, strength: str = SCREEN) -> bytes:
    """The code as an SVG document whose accessible name is `name`: black on white, whatever stands behind it."""
    size, path = code(text, strength)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" role="img" shape-rendering="crispEdges">'
        f'<title>{escape(name)}</title><path fill="#fff" d="M0 0h{size}v{size}h-{size}z"/><path d="{path}"/></svg>'
    ).encode()


def _dark(row: bytearray) -> list[tuple[int, int]]:
    """Where dark modules that touch begin in a row, and how many there are: drawn in one piece they show no seams."""
    runs = ((bit, [x for x, _ in group]) for bit, group in groupby(enumerate(row), key=lambda pair: pair[1]))
    return [(xs[0], len(xs)) for bit, xs in runs if bit]


def _run(x: int, y: int, length: int) -> str:
    return f"M{x + QUIET} {y + QUIET}h{length}v1h-{length}z"
