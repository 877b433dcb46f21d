"""What was agreed about using an asset: what of it is guaranteed, and how its co-owners count days. What bound somebody never changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from booking.queries.catalogue import catalogue
from booking.rules.catalogue import AssetCard, Catalogue
from booking.rules.contingents import Measure, Span, too_many
from booking.rules.periods import local
from booking.rules.permissions import Actor, may
from booking.rules.refusals import NotFound, Refused
from booking.rules.shares import Counted, OverShare
from booking.services import ledger
from booking.services.administration.changes import check_version, record_change
from booking.services.rows import add
from booking.services.transaction import transaction
from models import Contingent, FairUse

ACT, NOUN = "asset.administer", "asset"


@dataclass(frozen=True, slots=True)
class ContingentSettings:
    """What is guaranteed, to whom, from which day until which; `measure` and `span` are words of rules/contingents."""

    valid_from: date
    amount: int
    measure: str = Measure.UNITS
    span: str | None = None
    authority_id: int | None = None
    relation: str | None = None
    borrower_kind: str | None = None
    release_weeks: int = 4
    source: str = ""
    valid_until: date | None = None


@dataclass(frozen=True, slots=True)
class FairUseSettings:
    """How days count from a day on (see models/shares.FairUse)."""

    valid_from: date
    weekend_percent: int = 150
    summer_percent: int = 200
    summer_first: int = 7
    summer_last: int = 8
    counted: str = Counted.TOWN
    beyond: str = OverShare.NOTICE
    release_weeks: int = 8


def agree_contingent(
    session: Session, actor: Actor, asset: int, version: int | None, wanted: ContingentSettings, now: datetime, succeeds: int | None = None
) -> int:
    """Write down what is guaranteed from a day on; returns its id. With `succeeds` it takes the place of one that ends on the day before.

    What was promised stands. Raises NotFound, Refused `first_day_past`, `contingent_of_parts`, `contingent_of_bulk`,
    `contingent_for_nobody`, `contingents_too_many`, `contingent_ended`, ChangedMeanwhile.
    """
    today = local(now).date()
    with transaction(session):
        known, card = _managed(session, actor, asset, today)
        check_version(session, NOUN, asset, version)
        _check(known, card, wanted, today)
        before, stays = _ended(session, asset, succeeds, wanted.valid_from - timedelta(days=1)) if succeeds else (None, None)
        key = add(session, Contingent, asset_id=asset, succeeds_id=stays, **_columns(wanted))
        over = too_many(card.units, catalogue(session).assets[asset].contingents)
        if over:
            raise Refused("contingents_too_many", field="amount", together=over[1], limit=card.units)
        _keep(session, actor, known, card, before, _told(known, wanted), now)
        return key


def end_contingent(session: Session, actor: Actor, asset: int, contingent: int, last: date, now: datetime) -> None:
    """It holds up to and including a day, today at the earliest. Raises NotFound, Refused `first_day_past`, `contingent_ended`."""
    today = local(now).date()
    if last < today:
        raise Refused("first_day_past", field="last")
    with transaction(session):
        known, card = _managed(session, actor, asset, today)
        before, _ = _ended(session, asset, contingent, last)
        _keep(session, actor, known, card, before, {**before, "valid_until": last}, now)


def set_fair_use(session: Session, actor: Actor, asset: int, version: int | None, wanted: FairUseSettings, now: datetime) -> None:
    """From a day on days count so; what was agreed before holds until the day before, and what would have come later does not.

    Raises NotFound, Refused `first_day_past`, `not_jointly_owned`, ChangedMeanwhile.
    """
    today = local(now).date()
    with transaction(session):
        known, card = _managed(session, actor, asset, today)
        check_version(session, NOUN, asset, version)
        if wanted.valid_from < today:
            raise Refused("first_day_past", field="valid_from")
        if not any(share.last is None or wanted.valid_from <= share.last for share in card.shares):
            raise Refused("not_jointly_owned", asset=card.name)
        for row in session.scalars(select(FairUse).where(FairUse.asset_id == asset)).all():
            if row.valid_from >= wanted.valid_from:
                session.delete(row)
            else:
                row.valid_until = min(row.valid_until or date.max, wanted.valid_from - timedelta(days=1))
        session.flush()
        add(session, FairUse, asset_id=asset, valid_until=None, **asdict(wanted))
        _keep(session, actor, known, card, None, asdict(wanted), now)


def _managed(session: Session, actor: Actor, asset: int, today: date) -> tuple[Catalogue, AssetCard]:
    """An asset of the actor's own, once it is nobody else's turn. Raises NotFound."""
    known = catalogue(session)
    card = known.assets.get(asset)
    if card is None or not may(actor, ACT, authorities=(known.owner(card, today).id,)):
        raise NotFound("asset_unknown", asset=asset)
    ledger.lock(session, card.leaves)
    return known, card


def _check(known: Catalogue, card: AssetCard, wanted: ContingentSettings, today: date) -> None:
    if wanted.valid_from < today:
        raise Refused("first_day_past", field="valid_from")
    if wanted.valid_until is not None and wanted.valid_until < wanted.valid_from:
        raise Refused("period_reversed", field="valid_until")
    if set(card.leaves) != {card.id}:
        raise Refused("contingent_of_parts")
    if wanted.measure != Measure.UNITS and card.units > 1:
        raise Refused("contingent_of_bulk", field="measure")
    if not (wanted.authority_id or wanted.relation or wanted.borrower_kind):
        raise Refused("contingent_for_nobody", field="authority_id")
    if wanted.authority_id and wanted.authority_id not in known.authorities:
        raise NotFound("authority_unknown")


def _columns(wanted: ContingentSettings) -> dict[str, Any]:
    span = None if wanted.measure == Measure.UNITS else wanted.span or Span.MONTH
    return {**asdict(wanted), "span": span}


def _ended(session: Session, asset: int, contingent: int, last: date) -> tuple[dict[str, Any], int | None]:
    """Let one end on a day: what it was before, and the row that is left of it, or of the one before it.

    One that would end before it began is gone. Raises NotFound, Refused `contingent_ended`.
    """
    row = session.get(Contingent, contingent)
    if row is None or row.asset_id != asset:
        raise NotFound("contingent_unknown")
    if row.valid_until is not None and row.valid_until <= last:
        raise Refused("contingent_ended")
    before = {"source": row.source, "amount": row.amount, "valid_from": row.valid_from, "valid_until": row.valid_until}
    left: int | None = row.id
    if last < row.valid_from:
        left = row.succeeds_id
        session.execute(update(Contingent).where(Contingent.succeeds_id == row.id).values(succeeds_id=left))
        session.delete(row)
    else:
        row.valid_until = last
    session.flush()
    return before, left


def _told(known: Catalogue, wanted: ContingentSettings) -> dict[str, Any]:
    named = {name: value for name, value in asdict(wanted).items() if value not in (None, "")}
    if wanted.authority_id:
        named["authority_id"] = known.authorities[wanted.authority_id].name
    return named


def _keep(
    session: Session, actor: Actor, known: Catalogue, card: AssetCard, before: Mapping[str, Any] | None, after: Mapping[str, Any],
    now: datetime,
) -> None:  # fmt: skip
    owner = known.owner(card, local(now).date()).id
    record_change(session, actor, NOUN, card.id, before or {}, after, now, authority=owner)
