"""The invented fee regulations of the owners, published the way any council's file is: proven first."""

from __future__ import annotations

from pathlib import Path

from booking.demo.frame import Region
from booking.services.regulations import import_text

FILES = Path(__file__).with_name("regulations")


def write_tariffs(region: Region) -> None:
    """Publish every file; all hold since before the history begins, so that each of its loans has a price."""
    for file in sorted(FILES.glob("*.yaml")):
        import_text(region.session, None, file.read_text(encoding="utf-8"), region.began_at)
