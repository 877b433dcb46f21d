"""What co-owners agreed about using an asset: its contingents and how they count their days, by asset."""

from __future__ import annotations

from decimal import Decimal

from sqlalchemy.orm import Session

from booking.queries.catalogue.rows import grouped, rows
from booking.rules.contingents import ContingentCard
from booking.rules.shares import FairUseCard
from models import Authority, Contingent, FairUse


def contingents(session: Session) -> dict[int, tuple[ContingentCard, ...]]:
    """The contingents of each asset that has any, the oldest first."""
    found = grouped(rows(session, Contingent), "asset_id")
    names = {row["id"]: row["name"] for row in rows(session, Authority)} if found else {}
    return {
        asset: tuple(
            ContingentCard(
                row["id"], row["authority_id"], row["relation"], row["borrower_kind"], row["measure"], row["amount"], row["span"],
                row["release_weeks"], row["valid_from"], row["valid_until"], row["source"], names.get(row["authority_id"], ""),
            )
            for row in mine
        )
        for asset, mine in found.items()
    }  # fmt: skip


def fair_uses(session: Session) -> dict[int, tuple[FairUseCard, ...]]:
    """How days count of each asset whose co-owners do, the latest first."""
    return {
        asset: tuple(
            FairUseCard(
                row["id"], row["valid_from"], row["valid_until"],
                Decimal(row["weekend_percent"]) / 100, Decimal(row["summer_percent"]) / 100,
                (row["summer_first"], row["summer_last"]), row["counted"], row["beyond"], row["release_weeks"],
            )
            for row in sorted(mine, key=lambda row: (row["valid_from"], row["id"]), reverse=True)
        )
        for asset, mine in grouped(rows(session, FairUse), "asset_id").items()
    }  # fmt: skip
