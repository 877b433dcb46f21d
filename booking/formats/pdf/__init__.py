"""Papers: a template and its data become a PDF that a screen reader can read as well (PDF/UA-1), in a process of its own.

A template is a Typst file in `papers/`; it gets words and figures ready for print and decides nothing. A process of its own means that its
memory goes with it, and that a paper that does not end is stopped.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[3]
PAPERS = Path(__file__).with_name("papers")
LONGEST = 30.0
"""Seconds that setting a paper may take; a long annex takes less than one."""


class PaperFault(RuntimeError):
    """A paper that could not be set: a template that is wrong, or data that it does not fit."""


def render(paper: str, data: Mapping[str, Any], language: str) -> bytes:
    """The PDF of `papers/<paper>.typ` with `data` (plain JSON, in words of `language`: nl, en, fr).

    Raises PaperFault, KeyError for a paper that there is not.
    """
    if not (PAPERS / f"{paper}.typ").is_file():
        raise KeyError(paper)
    return _set(paper, json.dumps({"paper": paper, "data": data, "language": language}, sort_keys=True))


@lru_cache(maxsize=64)
def _set(paper: str, asked: str) -> bytes:
    """The paper, or the one that was set of the same words before: an annex that everybody may fetch is set once."""
    command = [sys.executable, "-m", "booking.formats.pdf.setting"]
    try:
        done = subprocess.run(command, input=asked.encode(), capture_output=True, cwd=ROOT, timeout=LONGEST, check=False)
    except subprocess.TimeoutExpired as late:
        raise PaperFault(f"{paper} took longer than {LONGEST:.0f} s") from late
    if done.returncode != 0 or not done.stdout.startswith(b"%PDF"):
        raise PaperFault(done.stderr.decode(errors="replace")[-2000:])
    return done.stdout
