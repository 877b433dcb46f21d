"""A photograph is made anew whatever it came as; what is no photograph is the sender's fault and not ours."""

from __future__ import annotations

from contextlib import suppress
from io import BytesIO

import pytest
from PIL import Image

from booking.formats.photograph import ACCEPTED, LARGE, SMALL, encoded
from booking.rules.refusals import Refused

ON_ITS_SIDE = 6  # of the orientations of Exif 2.32: to be turned a quarter clockwise


def photograph(kind: str, mode: str = "RGB", size: tuple[int, int] = (60, 40)) -> bytes:
    """A file as a telephone makes it: lying on its side, with a word about its maker."""
    told, file = Image.Exif(), BytesIO()
    told[0x0112], told[0x010E] = ON_ITS_SIDE, "maker"
    Image.new(mode, size).save(file, kind, exif=told)
    return file.getvalue()


@pytest.mark.parametrize(("kind", "mode"), [*((kind, "RGB") for kind in ACCEPTED), ("PNG", "P"), ("PNG", "RGBA"), ("JPEG", "CMYK")])
def test_it_is_turned_upright_and_tells_nothing_of_its_maker(kind: str, mode: str) -> None:
    made = encoded(photograph(kind, mode))
    assert (made.width, made.height) == (40, 60)
    for content in (made.large, made.small):
        with Image.open(BytesIO(content)) as found:
            assert (found.format, found.size, dict(found.getexif())) == ("WEBP", (40, 60), {})


def test_what_is_large_is_made_small_enough() -> None:
    made = encoded(photograph("JPEG", size=(4_000, 1_000)))
    assert (made.width, made.height) == (LARGE // 4, LARGE)
    with Image.open(BytesIO(made.small)) as small:
        assert small.size == (SMALL // 4, SMALL)


@pytest.mark.parametrize("kind", ACCEPTED)
def test_whatever_byte_is_spoilt_it_is_read_or_refused(kind: str) -> None:
    whole = photograph(kind, size=(6, 4))
    for place in range(min(len(whole), 250)):
        for byte in (0, 5, 12, 255):
            with suppress(Refused):
                encoded(whole[:place] + bytes([byte]) + whole[place + 1 :])


def test_more_pixels_than_a_photograph_has_are_refused_before_they_are_unpacked() -> None:
    file = BytesIO()
    Image.new("1", (10_000, 7_000)).save(file, "PNG")
    with pytest.raises(Refused, match="photograph_too_large"):
        encoded(file.getvalue())
