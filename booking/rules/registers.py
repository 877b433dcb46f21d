"""The numbers under which public registers know an authority: whether a text can be one."""

from __future__ import annotations

import re


def is_nis(text: str) -> bool:
    """A NIS code of Statbel: five digits, the first one a province or Brussels."""
    return re.fullmatch(r"[1-9]\d{4}", text, re.ASCII) is not None


def is_ovo(text: str) -> bool:
    """A code of the Flemish organisation register (Wegwijs): OVO and six digits."""
    return re.fullmatch(r"OVO\d{6}", text, re.ASCII) is not None
