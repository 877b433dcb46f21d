"""The invented register of who lends free to whom: two pairs in reciprocity, one that ended, and one that waits for the other."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from booking.demo.frame import Region
from booking.rules.periods import start_of
from models import Exemption, ExemptionEnd


class Row(NamedTuple):
    """A row of the register: codes of lender and borrower, the category (None: everything), and the days before today of its first and,
    where it was ended since, its last day.
    """

    lender: str
    borrower: str
    since: int
    category: str | None = None
    ended: int | None = None
    mutual: bool = True


ROWS = (
    Row("SCH", "WIJ", 420), Row("WIJ", "SCH", 400),
    Row("RAN", "WIJ", 250, "crowd_barrier"), Row("WIJ", "RAN", 265, "crowd_barrier"),
    Row("BOE", "WOM", 700, ended=150), Row("WOM", "BOE", 700, ended=150),
    Row("ZOE", "NIJ", 90, "crowd_barrier"),
    Row("NIJ", "BOE", 60, "table", mutual=False),
)  # fmt: skip


def write_register(region: Region) -> None:
    """Each row with its decision, and the end of those that ended."""
    for number, row in enumerate(ROWS, start=11):
        first = region.day(-row.since)
        exemption = Exemption(
            lender_id=region.authorities[row.lender],
            borrower_id=region.authorities[row.borrower],
            category_id=region.categories[row.category] if row.category else None,
            valid_from=first,
            mutual=row.mutual,
            recorded_at=start_of(first),
            **_decision(first, number),
        )
        region.write([exemption])
        if row.ended is not None:
            last = region.day(-row.ended)
            region.write([ExemptionEnd(exemption_id=exemption.id, last=last, recorded_at=start_of(last), **_decision(last, number + 40))])


def _decision(day: date, number: int) -> dict[str, str]:
    """The council decided in the month before."""
    decided = day.replace(day=1) - timedelta(days=1)
    return {"organ": "gemeenteraad", "number": f"{decided.year}/{number} (fictief)", "link": ""}
