"""The process that sets one paper: what is asked comes in as JSON, the PDF goes out."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import typst

PAPERS = Path(__file__).with_name("papers")


def main() -> None:
    """Read what is asked, write the PDF. Only our own fonts count, so that every machine sets the same paper."""
    asked = json.load(sys.stdin)
    pdf = typst.compile(
        PAPERS / f"{asked['paper']}.typ",
        root=PAPERS,
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(asked["data"]), "language": asked["language"]},
        pdf_standards=["ua-1"],
    )
    sys.stdout.buffer.write(pdf or b"")


if __name__ == "__main__":
    main()
