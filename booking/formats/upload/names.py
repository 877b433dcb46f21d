"""The name of a document as it is kept: what people recognise, without what a file system, a header or a reader's eye could trip over."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 100
RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))})
_UNFIT = re.compile(r'[<>:"|?*%\s]+')


def neutral(name: str, ending: str) -> str:
    """The last part of a path, made plain, with the ending of what it really is: `..\\polis 2027.exe` is `polis 2027.pdf`.

    Characters that cannot be seen, or that turn the direction of what follows, are left out; so are the names of devices on Windows.
    """
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    seen = "".join(" " if sign.isspace() else sign for sign in last if sign.isspace() or unicodedata.category(sign)[0] != "C")
    stem = _UNFIT.sub(" ", seen.rpartition(".")[0] or seen).strip(" .")[:LONGEST].strip(" .")
    plain = stem if stem and stem.split(".")[0].strip().casefold() not in RESERVED else "document"
    return f"{plain}.{ending}"
