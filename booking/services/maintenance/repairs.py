"""A repair that is asked for: work for the crew, which picks a time in the ledger for it when the asset has to stay in."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from booking.rules.calendar import earliest_open
from booking.rules.catalogue import AssetCard, Catalogue
from booking.rules.kinds import Upkeep
from booking.rules.periods import InvalidTime, Period, local
from booking.rules.permissions import Actor
from booking.services import records
from booking.services.maintenance.work import plan_work
from booking.services.rows import add
from models import WorkOrder

LOOK = timedelta(hours=1)
"""What looking at it takes; how long mending it takes, whoever looks at it will know."""


def ask_repair(
    session: Session, known: Catalogue, actor: Actor, asset: AssetCard, what: str, now: datetime
) -> tuple[int, list[str]]:
    """Ask to look at what is wrong with an asset, within the caller's transaction, which has judged that the actor may.

    Writes a repair as proposed, with a task at the next opening of its place that takes nothing of the ledger; `maintenance.schedule` gives
    it a time of its own. Returns its id and the feeds that changed.
    """
    day = local(now).date()
    try:
        start = earliest_open(known.depot(asset, day).calendar, now)
    except InvalidTime:  # its place is shut for months
        start = now
    task, feeds = plan_work(session, known, asset, Upkeep.REPAIR, Period(start, start + LOOK), what.partition("\n")[0], None, now)
    row = {"kind": str(Upkeep.REPAIR), "state": "proposed", "note": what, "task_id": task, "account_id": actor.account_id}
    order = add(session, WorkOrder, asset_id=asset.id, created_at=now, **row)
    records.audit(session, now, actor.account_id, "upkeep.ask", ("work_order", order), known.owner(asset, day).id, what=what)
    return order, feeds
