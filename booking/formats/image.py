"""A picture as it was sent, decoded within limits and turned upright."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from PIL import Image, ImageOps


class TooManyPixels(ValueError):
    """It says to hold more than we unpack."""


class Unreadable(ValueError):
    """It is not what it seems, or damaged."""


def upright(data: bytes, formats: Sequence[str], side: int, most_pixels: int) -> Image.Image:
    """The picture, no side longer than `side` pixels. Its kind must be one of `formats` by its content, whatever its name.

    The number of pixels is judged by the header, before anything is unpacked. Raises TooManyPixels or Unreadable.
    """
    try:
        with Image.open(BytesIO(data), formats=formats) as found:
            if found.width * found.height > most_pixels:
                raise TooManyPixels
            shown = found if found.mode == "RGB" else found.convert("RGB")
            shown.thumbnail((side, side))  # before anything is copied: a small file may hold 60 million pixels
            return ImageOps.exif_transpose(shown)
    except TooManyPixels:
        raise
    except Exception as error:  # the reader fails in many ways on a file that is not what it seems; each is the sender's
        raise Unreadable from error
