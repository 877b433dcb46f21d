"""Whether a PDF is fit to keep: first by a look at its raw bytes, then by a walk through its objects in a process with limits."""

from __future__ import annotations

import re
import subprocess
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

from booking.formats.upload import pdf_walk
from booking.rules.refusals import Refused

SECONDS = 10
UNPACKED = 48_000_000  # bytes of packed streams that are looked into, all together
_STREAM = re.compile(rb"stream\r?\n")
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
_ENDS = re.compile(rb"%%EOF[\s\x00]*\Z")
_WALK = Path(pdf_walk.__file__)


def refuse_unfit(data: bytes) -> None:
    """Raises Refused `document_unreadable`, `document_encrypted`, `document_active` or `document_too_many_pages`."""
    if not _ENDS.search(data[-4_096:]):  # something else hangs behind it: an archive, a page, half a document
        raise Refused("document_unreadable")
    for piece in _pieces(data):
        names = _ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), piece) if b"#" in piece else piece
        for name in pdf_walk.FORBIDDEN_ANYWHERE:
            if name in names:
                raise Refused("document_encrypted" if name == pdf_walk.ENCRYPTED else "document_active")
    if wrong := walked(data):
        details = {"limit": pdf_walk.MOST_PAGES} if wrong == "document_too_many_pages" else {}
        raise Refused(wrong, **details)


def walked(data: bytes) -> str:
    """What is wrong by the walk, or nothing. It has a process of its own, bounded in memory and time: PDFs are made to break readers."""
    command = [sys.executable, "-I", str(_WALK)]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return "document_unreadable"
    said = done.stdout.decode("ascii", "replace").strip()
    return "" if done.returncode == 0 and said == pdf_walk.FIT else said if said in pdf_walk.REFUSALS else "document_unreadable"


def _pieces(data: bytes) -> Iterator[bytes]:
    """The bytes as they are, and what is packed in their streams, also in those that no table of contents mentions."""
    yield data
    seen, left = memoryview(data), UNPACKED
    for found in _STREAM.finditer(data):
        unpacked = _unpacked(seen[found.end() :], left)
        left -= len(unpacked)
        yield unpacked
        if left <= 0:
            raise Refused("document_unreadable")  # more than any certificate holds: a bomb


def _unpacked(packed: memoryview, limit: int) -> bytes:
    """What zlib makes of it, of what begins as zlib does; nothing of anything else."""
    if not packed or packed[0] & 0x8F != 8:
        return b""
    try:
        return zlib.decompressobj().decompress(packed, limit)
    except zlib.error:
        return b""
