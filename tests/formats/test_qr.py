"""QR codes: every module where the norm puts it, room around it, a name for who cannot see it."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
import segno

from booking.formats.qr import QUIET, STICKER, code, svg

ADDRESS = "https://streekdepot.example/m/RANST-TW-01"


def squares(path: str) -> set[tuple[int, int]]:
    """The modules that a path makes dark."""
    runs = re.findall(r"M(\d+) (\d+)h(\d+)v1h-\d+z", path)
    return {(int(x) + step, int(y)) for x, y, length in runs for step in range(int(length))}


@pytest.mark.parametrize("text", [ADDRESS, "x", "https://voorbeeld.be/m/é" + "a" * 400])
def test_what_is_drawn_is_the_code_with_four_empty_modules_around_it(text: str) -> None:
    made, matrix = code(text), segno.make(text, error="m", micro=False).matrix
    assert made.size == len(matrix) + 2 * QUIET
    assert squares(made.path) == {(x + QUIET, y + QUIET) for y, row in enumerate(matrix) for x, bit in enumerate(row) if bit}


def test_a_sticker_bears_more_damage_than_a_screen() -> None:
    assert segno.make(ADDRESS, error=STICKER, micro=False).error == "Q"
    assert code(ADDRESS, STICKER).size >= code(ADDRESS).size


def test_the_drawing_has_a_name_that_is_only_text() -> None:
    drawing = ElementTree.fromstring(svg(ADDRESS, 'Pagina van <Toiletwagen> & "meer"'))
    assert drawing.findtext("{*}title") == 'Pagina van <Toiletwagen> & "meer"'
    assert drawing.get("role") == "img"
    assert drawing.get("viewBox") == "0 0 {0} {0}".format(code(ADDRESS).size)


def test_a_text_too_long_for_any_code_is_refused() -> None:
    with pytest.raises(ValueError, match="Data too large"):
        code("a" * 3000)
