"""The process that sets one paper: what is asked comes in as JSON, the PDF goes out."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import typst

PAPERS = Path(__file__).with_name("papers")


def main() -> None:
    """Read what is asked, write the PDF. Only our own fonts count, so that every machine sets the same paper."""
    asked = json.load(sys.stdin)
    try:
        pdf = _compiled(asked, ["ua-1"])
    except typst.TypstError:  # a sign that our fonts lack, a heading without words: no reason to give nobody the paper
        pdf = _compiled(asked, [])
    sys.stdout.buffer.write(pdf or b"")


def _compiled(asked: dict[str, Any], standards: list[str]) -> bytes | None:
    return typst.compile(
        PAPERS / f"{asked['paper']}.typ",
        root=PAPERS,
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(asked["data"]), "language": asked["language"]},
        pdf_standards=standards,
    )


if __name__ == "__main__":
    main()
