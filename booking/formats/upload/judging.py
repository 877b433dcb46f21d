"""What a document is, by its content alone: a PDF that does nothing by itself, or a picture that is made anew."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from booking.formats.image import TooManyPixels, Unreadable, upright
from booking.formats.upload.names import neutral
from booking.formats.upload.pdf import refuse_unfit
from booking.rules.refusals import Refused

MOST_BYTES = 10_000_000
MOST_PIXELS = 60_000_000
LONGEST_SIDE = 3_000  # of a page of A4 that is 250 to the inch: small print stays legible
ACCEPTED = {"application/pdf": "pdf", "image/jpeg": "jpg", "image/png": "png"}
_BEGINS = {b"%PDF-": "application/pdf", b"\xff\xd8\xff": "image/jpeg", b"\x89PNG\r\n\x1a\n": "image/png"}
_QUALITY = 85


@dataclass(frozen=True, slots=True)
class Checked:
    """A document that may be kept: what it is, a harmless name, and its bytes (of a picture: made anew by us)."""

    media_type: str
    name: str
    data: bytes


def checked(data: bytes, name: str) -> Checked:
    """Judge a document by its content; what its name or its sender says about its kind counts for nothing.

    Raises Refused `document_empty`, `document_too_large`, `document_kind_unknown`, `document_unreadable`, and of a PDF
    `document_encrypted`, `document_active` (it holds a script, a command or another file) or `document_too_many_pages`.
    """
    if not data:
        raise Refused("document_empty")
    if len(data) > MOST_BYTES:
        raise Refused("document_too_large", limit=MOST_BYTES // 1_000_000)
    media_type = next((kind for begins, kind in _BEGINS.items() if data.startswith(begins)), None)
    if media_type is None:
        raise Refused("document_kind_unknown")
    if media_type == "application/pdf":
        refuse_unfit(data)
    else:
        data = _anew(data, media_type)
    return Checked(media_type, neutral(name, ACCEPTED[media_type]), data)


def _anew(data: bytes, media_type: str) -> bytes:
    """The picture decoded and encoded again: nothing of the file as it came is kept."""
    encoding = media_type.removeprefix("image/").upper()
    try:
        shown = upright(data, (encoding,), LONGEST_SIDE, MOST_PIXELS)
    except TooManyPixels as error:
        raise Refused("document_too_large", limit=MOST_BYTES // 1_000_000) from error
    except Unreadable as error:
        raise Refused("document_unreadable") from error
    kept = BytesIO()
    shown.info.clear()
    shown.save(kept, encoding, quality=_QUALITY)
    return kept.getvalue()
