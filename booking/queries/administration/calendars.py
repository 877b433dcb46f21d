"""The calendars of others that take assets: their list, and one of them with its latest runs and what it takes next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, case, func, or_, select
from sqlalchemy.orm import Session

from booking.queries.administration.closures import Hit, promised_to
from booking.queries.administration.listing import within
from booking.queries.catalogue import catalogue
from booking.rules.catalogue import AssetCard
from booking.rules.periods import local
from booking.rules.permissions import Actor, authorities_for, may
from booking.rules.refusals import NotFound
from models import Asset, CalendarEvent, CalendarRun, CalendarSource, Conflict, Management

ACT = "calendar.administer"
NEXT, RUNS = 12, 10
FAILING = "failing"
"""How an active calendar stands whose latest fetch failed; otherwise its state says it."""


@dataclass(frozen=True, slots=True)
class CalendarPage:
    """One calendar: its row, the asset, how it stands, its latest runs, how many occurrences it takes from now on, the first of
    them, and the promises that wait for their desk because of it."""

    row: CalendarSource
    asset: AssetCard
    state: str
    runs: Sequence[CalendarRun]
    count: int
    coming: Sequence[CalendarEvent]
    hits: list[Hit]


def calendars(actor: Actor, today: date, filters: Mapping[str, str]) -> Select[Any]:
    """id, name, asset, host, filename, state, good_at, asset_id: of the assets that the actor's authorities manage today."""
    state = case((CalendarSource.failures > 0, FAILING), else_=CalendarSource.state)
    holds = (Management.valid_from <= today) & or_(Management.valid_until.is_(None), Management.valid_until >= today)
    query = (
        select(
            CalendarSource.id, CalendarSource.name, Asset.name.label("asset"), CalendarSource.asset_id,
            func.coalesce(CalendarSource.host, CalendarSource.filename).label("origin"), state.label("state"), CalendarSource.good_at,
        )
        .join(Asset, Asset.id == CalendarSource.asset_id)
        .join(Management, (Management.asset_id == Asset.id) & holds)
        .where(within(Management.authority_id, actor, ACT), CalendarSource.state != "removed")
    )  # fmt: skip
    if filters.get("asset", "").isdecimal():
        query = query.where(CalendarSource.asset_id == int(filters["asset"]))
    return query.where(state == filters["state"]) if filters.get("state") else query


def own_assets(session: Session, actor: Actor, today: date) -> list[tuple[int, str]]:
    """(id, name) of what the actor's authorities manage and a calendar may take, by name."""
    known, mine = catalogue(session), authorities_for(actor, ACT)
    own = [card for card in known.assets.values() if known.owner(card, today).id in mine]
    return sorted(((card.id, f"{card.name} ({card.code})") for card in own), key=lambda pair: pair[1].casefold())


def of_asset(session: Session, actor: Actor, asset: int, today: date) -> Sequence[Any]:
    """The rows of `calendars` for one asset."""
    return session.execute(calendars(actor, today, {"asset": str(asset)}).order_by(CalendarSource.id)).all()


def own_calendar(session: Session, actor: Actor, key: int, now: datetime) -> tuple[CalendarSource, AssetCard]:
    """A calendar with its asset. Raises NotFound for one of others, or one that was removed."""
    row = session.get(CalendarSource, key, populate_existing=True)
    known = catalogue(session)
    asset = known.assets.get(row.asset_id) if row else None
    if row is None or asset is None or row.state == "removed":
        raise NotFound("calendar_unknown")
    if not may(actor, ACT, authorities=(known.owner(asset, local(now).date()).id,)):
        raise NotFound("calendar_unknown")
    return row, asset


def calendar_page(session: Session, actor: Actor, key: int, now: datetime) -> CalendarPage:
    """One calendar with what became of it. Raises NotFound as `own_calendar`."""
    row, asset = own_calendar(session, actor, key, now)
    mine = (CalendarEvent.source_id == key, CalendarEvent.ends_at > now)
    runs = select(CalendarRun).where(CalendarRun.source_id == key).order_by(CalendarRun.id.desc()).limit(RUNS)
    coming = select(CalendarEvent).where(*mine).order_by(CalendarEvent.starts_at, CalendarEvent.id).limit(NEXT)
    waiting = select(Conflict.line_id).join(CalendarEvent, CalendarEvent.fact_id == Conflict.fact_id)
    waiting = waiting.where(CalendarEvent.source_id == key, Conflict.resolution.is_(None))
    return CalendarPage(
        row=row,
        asset=asset,
        state=FAILING if row.failures else row.state,
        runs=session.scalars(runs).all(),
        count=session.scalar(select(func.count()).select_from(CalendarEvent).where(*mine)) or 0,
        coming=session.scalars(coming).all(),
        hits=promised_to(session, set(session.scalars(waiting))),
    )


def content_of(session: Session, key: int) -> bytes:
    """The calendar as it was handed in or fetched, packed; empty when it is kept no longer."""
    return session.scalar(select(CalendarSource.content).where(CalendarSource.id == key)) or b""
