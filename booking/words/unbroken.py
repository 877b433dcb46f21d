"""What belongs together stays on one line: a euro sign with its amount, a number with its per cent."""

from __future__ import annotations

import re

_TOGETHER = re.compile(r"(?<=€) (?=[-−+\d])|(?<=\d) (?=[%€])")


def unbroken(text: str) -> str:
    """`€ 1.234,50` and `6 %` with a space that does not break; anything else as it is."""
    return _TOGETHER.sub("\N{NO-BREAK SPACE}", text) if "€" in text or " %" in text else text
