"""Photographs as people upload them: judged by their content, turned upright, freed of what they tell of the maker, made small enough."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from PIL import Image

from booking.formats.image import TooManyPixels, Unreadable, upright
from booking.rules.refusals import Refused

ACCEPTED = ("JPEG", "PNG", "WEBP")
MOST_BYTES = 8_000_000
MOST_PIXELS = 60_000_000
LARGE, SMALL = 1_920, 480  # the longest side, in pixels
_QUALITY = 82


@dataclass(frozen=True, slots=True)
class Encoded:
    """A photograph as WebP in two sizes, with the width and height of the large one."""

    large: bytes
    small: bytes
    width: int
    height: int


def encoded(data: bytes) -> Encoded:
    """Decode and encode anew: nothing of the file as it came is kept, so no place where it was taken and nothing hidden in it.

    Raises Refused `photograph_too_large` or `photograph_unreadable`.
    """
    if len(data) > MOST_BYTES:
        raise Refused("photograph_too_large", field="file", limit=MOST_BYTES // 1_000_000)
    try:
        shown = upright(data, ACCEPTED, LARGE, MOST_PIXELS)
    except TooManyPixels as error:
        raise Refused("photograph_too_large", field="file", limit=MOST_BYTES // 1_000_000) from error
    except Unreadable as error:
        raise Refused("photograph_unreadable", field="file") from error
    large = _within(shown, LARGE)
    return Encoded(_webp(large), _webp(_within(shown, SMALL)), large.width, large.height)


def _within(image: Image.Image, side: int) -> Image.Image:
    made = image.copy()
    made.thumbnail((side, side))
    return made


def _webp(image: Image.Image) -> bytes:
    kept = BytesIO()
    image.save(kept, "WEBP", quality=_QUALITY)
    return kept.getvalue()
