"""Walks through every object of a PDF and says in one word whether it is fit. It runs alone, in a process with limits (`pdf.py`)."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from typing import Any

MEMORY, CPU_SECONDS = 700_000_000, 8
MOST_PAGES, MOST_OBJECTS, DEEPEST = 300, 100_000, 60
FIT = "fit"
REFUSALS = ("document_unreadable", "document_encrypted", "document_active", "document_too_many_pages")
ENCRYPTED = b"/Encrypt"

# Long enough never to appear by chance among packed bytes.
FORBIDDEN_ANYWHERE = (
    b"/JavaScript", b"/EmbeddedFile", b"/SubmitForm", b"/ImportData", b"/RichMedia", b"/Launch", b"/FileAttachment", b"/GoToE", ENCRYPTED,
)  # fmt: skip

# Scripts, commands, other files, forms of the old kind: as a key of a dictionary, or as what an action or an annotation is.
KEYS = frozenset({"/JS", "/JavaScript", "/EmbeddedFiles", "/EF", "/XFA", "/RichMediaContent", "/AA"})
ACTS = frozenset(
    {"/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToE", "/GoToR", "/Rendition", "/Movie", "/Sound", "/RichMediaExecute"}
)
SORTS = frozenset({"/FileAttachment", "/RichMedia", "/Movie", "/Sound", "/Screen", "/3D", "/EmbeddedFile"})


def judged(data: bytes) -> str:
    """FIT, or one of REFUSALS."""
    from pypdf import PdfReader  # noqa: PLC0415 - the parent only needs the words above, and no parser

    try:
        reader = PdfReader(BytesIO(data), strict=False)
        if reader.is_encrypted:
            return "document_encrypted"
        if not 0 < reader.get_num_pages() <= MOST_PAGES:
            return "document_too_many_pages"
        return "document_active" if any(_acts(found) for found in _objects(reader)) else FIT
    except Exception:  # noqa: BLE001 - a reader fails in many ways on what is no good PDF; each is the sender's
        return "document_unreadable"


def _objects(reader: Any) -> Iterator[Any]:
    """The trailer and every object that the file's tables know, packed ones included."""
    from pypdf.generic import IndirectObject  # noqa: PLC0415 - as above

    yield reader.trailer
    numbers = {(number, generation) for generation, known in reader.xref.items() for number in known}
    numbers |= {(number, 0) for number in reader.xref_objStm}
    if len(numbers) > MOST_OBJECTS:
        raise ValueError("too many objects")
    for number, generation in sorted(numbers):
        found = None
        with suppress(KeyError, AttributeError, TypeError, IndexError):  # numbers that lead nowhere: harmless, no reader finds them either
            found = reader.get_object(IndirectObject(number, generation, reader))
        if found is not None:
            yield found


def _acts(found: Any, depth: int = 0) -> bool:
    """True when this object, or what is written within it, would do something or carries another file."""
    if depth > DEEPEST:
        raise ValueError("nested too deep")
    if isinstance(found, dict):
        if KEYS & found.keys() or _one(found, "/S") in ACTS or {_one(found, "/Subtype"), _one(found, "/Type")} & SORTS:
            return True
        return any(_acts(value, depth + 1) for value in dict.values(found))
    return isinstance(found, list) and any(_acts(value, depth + 1) for value in list.__iter__(found))


def _one(found: dict[str, Any], key: str) -> str | None:
    value = dict.get(found, key)
    with suppress(AttributeError):
        value = value.get_object() if value is not None else None
    return str(value) if isinstance(value, str) else None


def _limit() -> None:
    """Bounds on this process where the system knows them; elsewhere the parent's patience is the bound."""
    with suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - not on Windows

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    _limit()
    sys.stdout.write(judged(sys.stdin.buffer.read()))
