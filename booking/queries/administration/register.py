"""The register of an authority: every line that it decided or must decide, whoever asked for it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import Select, select

from booking.queries.administration.listing import within
from booking.rules.lifecycle import LineState
from booking.rules.periods import start_of
from booking.rules.permissions import Actor
from models import Asset, Authority, Borrower, Dossier, Line, Reservation
from models.reservations import reference_of

ACT = "register.read"


def lines(actor: Actor, _today: date, filters: Mapping[str, str]) -> Select[Any]:
    """id, reservation, asked_at, event, borrower, kind, asset, code, units, state, use_start, use_end, authority: the latest use first."""
    query = (
        select(
            Line.id, Line.reservation_id.label("reservation"), Reservation.created_at.label("asked_at"), Reservation.event,
            Borrower.name.label("borrower"), Borrower.kind, Asset.name.label("asset"), Asset.code, Line.units, Line.state,
            Line.use_start, Line.use_end, Authority.name.label("authority"),
        )
        .join(Dossier, Dossier.id == Line.dossier_id)
        .join(Reservation, Reservation.id == Line.reservation_id)
        .join(Borrower, Borrower.id == Reservation.borrower_id)
        .join(Asset, Asset.id == Line.asset_id)
        .join(Authority, Authority.id == Dossier.authority_id)
        .where(within(Dossier.authority_id, actor, ACT))
        .order_by(Line.use_start.desc())
    )  # fmt: skip
    if filters.get("state") in set(LineState):
        query = query.where(Line.state == filters["state"])
    month = _month(filters.get("month", ""))
    return query.where(Line.use_start >= start_of(month), Line.use_start < start_of(_next(month))) if month else query


def named(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row with its reference, by which its page is found."""
    reference = reference_of(row["reservation"], row["asked_at"])
    return {**row, "id": reference, "reference": reference, "starts": row["use_start"]}


def _month(text: str) -> date | None:
    found = re.fullmatch(r"(20\d\d)-(0[1-9]|1[0-2])", text)
    return date(int(found[1]), int(found[2]), 1) if found else None


def _next(month: date) -> date:
    return month.replace(year=month.year + month.month // 12, month=month.month % 12 + 1)
