"""Enterprise numbers of the Crossroads Bank (KBO): ten digits, of which the last two check the first eight."""

from __future__ import annotations

import re

_WRITTEN = re.compile(r"(?:BE)?[\s.]*([01])?(\d{3})[\s.]*(\d{3})[\s.]*(\d{3})", re.IGNORECASE)


def kbo_digits(text: str) -> str | None:
    """The ten digits of a number written like `0123.456.749`, `BE 0123 456 749` or without its nought; None when it is none.

    The check is 97 less the remainder of the first eight digits by 97.
    """
    found = _WRITTEN.fullmatch(text.strip())
    if not found:
        return None
    digits = "".join(part or "0" for part in found.groups())
    return digits if 97 - int(digits[:8]) % 97 == int(digits[8:]) else None
