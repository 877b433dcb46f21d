"""What follows from how something came back: what is lost, what is out of service, and what has to be mended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from booking.rules.catalogue import AssetCard, Catalogue
from booking.rules.handovers import Gone, Noted, broken, repair_note
from booking.rules.kinds import OccupancyKind
from booking.rules.permissions import Actor
from booking.services.incidents.recording import write
from booking.services.maintenance import ask_repair
from models import Fact


@dataclass(frozen=True, slots=True)
class Aftermath:
    """The ids of what followed, and the feeds that changed."""

    lost: int | None
    breakdown: int | None
    order: int | None
    feeds: list[str]


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is wrong with what came back: units that will not come, accessories and components that are `gone`, units that are not safe to
    lend, whether somebody has to mend it, and what was noted of each thing and of the whole.
    """

    missing: int = 0
    gone: tuple[Gone, ...] = ()
    unsafe: int = 0
    mend: bool = False
    noted: tuple[Noted, ...] = ()
    note: str = ""

    @property
    def what(self) -> str:
        """What a repair is about."""
        return repair_note(self.noted, self.note)


def follow(
    session: Session, known: Catalogue, actor: Actor, asset: AssetCard, line: int, trouble: Trouble, now: datetime
) -> Aftermath:
    """Record all of it, within the caller's transaction; what is promised and hit by it gets conflicts, and its desk is told.

    The caller has judged that the actor may, and locked the leaves of the asset: what came of a loan is recorded by the depot that lent it,
    whoever manages or keeps the asset by now.
    """

    def record(kind: OccupancyKind, key: int, units: int, note: str, of: int | None = None) -> int:
        by = {"account_id": actor.account_id, "recorded_at": now}
        return write(session, known, Fact(asset_id=key, kind=kind, units=units, starts_at=now, note=note, line_id=of, **by), now)

    lost = record(OccupancyKind.LOST, asset.id, trouble.missing, trouble.note, line) if trouble.missing else None
    for each in trouble.gone:
        if each.asset is not None:
            record(OccupancyKind.LOST, each.asset, each.units, trouble.note or each.text, line)
    what, unsafe = trouble.what, trouble.unsafe
    breakdown = record(OccupancyKind.BREAKDOWN, asset.id, unsafe, what) if unsafe else None
    wanted = trouble.mend or unsafe or broken(trouble.noted)
    order, feeds = ask_repair(session, known, actor, asset, what, now) if wanted else (None, [])
    return Aftermath(lost, breakdown, order, feeds)
