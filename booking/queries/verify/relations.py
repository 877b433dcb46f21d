"""Who decides, who owns and who used what add up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from itertools import groupby
from operator import attrgetter
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from booking.queries.verify.found import Violation, found, stream
from booking.rules.periods import local
from models import Dossier, LendingRule, Line, Management, QuotaUse, Reservation, Share

WHOLE = 10_000


def nesting(session: Session, _now: datetime) -> Iterator[Violation]:
    """A line's dossier belongs to the line's own reservation."""
    query = select(Line.id, Line.reservation_id, Line.dossier_id).join(Dossier, Dossier.id == Line.dossier_id)
    astray = query.where(Dossier.reservation_id != Line.reservation_id).order_by(Line.id)
    yield from found(session, "line_of_other_reservation", Line, astray)


def deciders(session: Session, _now: datetime) -> Iterator[Violation]:
    """A line is decided by who managed its asset when it was asked, or will on the day it is handed over."""
    managers: defaultdict[int, list[Any]] = defaultdict(list)
    spells = select(Management.asset_id, Management.authority_id, Management.valid_from, Management.valid_until)
    for spell in session.execute(spells.order_by(Management.valid_from)):
        managers[spell.asset_id].append(spell)
    columns = (Line.id, Line.asset_id, Line.custody_start, Dossier.authority_id, Dossier.created_at)
    for line in stream(session, select(*columns).join(Dossier, Dossier.id == Line.dossier_id).order_by(Line.id)):
        days = (local(line.created_at).date(), local(line.custody_start).date())
        if line.authority_id not in {_manager(managers[line.asset_id], day) for day in days}:
            yield Violation("decided_by_other", "line", line.id, {"asset": line.asset_id, "authority": line.authority_id, "day": days[0]})


def shares(session: Session, _now: datetime) -> Iterator[Violation]:
    """On any day the shares of an asset add up to the whole, or there are none."""
    query = select(Share.id, Share.asset_id, Share.basis_points, Share.valid_from, Share.valid_until)
    for asset, spells in groupby(session.execute(query.order_by(Share.asset_id, Share.id)), key=attrgetter("asset_id")):
        owned = list(spells)
        for day in sorted({day for spell in owned for day in _turns(spell)}):
            held = [spell for spell in owned if _holds(spell, day)]
            if held and sum(spell.basis_points for spell in held) != WHOLE:
                together = sum(spell.basis_points for spell in held)
                yield Violation("shares_not_whole", "share", held[-1].id, {"asset": asset, "day": day, "together": together})


def quotas(session: Session, _now: datetime) -> Iterator[Violation]:
    """A borrower's uses of a quota in a year, those given back left out, stay within the most that the rule or a successor allowed."""
    used = func.sum(QuotaUse.amount).label("used")
    key = (QuotaUse.rule_id, QuotaUse.borrower_id, QuotaUse.year)
    allowed = select(func.max(LendingRule.quota)).where(func.coalesce(LendingRule.counts_with_id, LendingRule.id) == QuotaUse.rule_id)
    most = allowed.correlate(QuotaUse).scalar_subquery()
    query = select(func.max(QuotaUse.id).label("id"), *key, used, most.label("allowed")).where(QuotaUse.returned_at.is_(None))
    over = query.where(QuotaUse.rule_id.is_not(None)).group_by(*key).having(used > most).order_by(*key)
    yield from found(session, "quota_exceeded", QuotaUse, over)


def quota_owners(session: Session, _now: datetime) -> Iterator[Violation]:
    """A use of a quota is that of the line's borrower at the line's authority."""
    use = QuotaUse
    query = select(use.id, use.line_id, use.borrower_id, use.authority_id).join(Line, Line.id == use.line_id)
    query = query.join(Dossier, Dossier.id == Line.dossier_id).join(Reservation, Reservation.id == Line.reservation_id)
    astray = query.where((use.borrower_id != Reservation.borrower_id) | (use.authority_id != Dossier.authority_id))
    yield from found(session, "quota_use_of_other", QuotaUse, astray.order_by(use.id))


def _manager(spells: Iterable[Any], day: date) -> int | None:
    """The latest spell that holds on a day; before the first and after the last, the first there was."""
    known = list(spells)
    holding = [spell.authority_id for spell in known if _holds(spell, day)] or [spell.authority_id for spell in known[:1]]
    return holding[-1] if holding else None


def _holds(spell: Any, day: date) -> bool:
    return bool(spell.valid_from <= day and (spell.valid_until is None or day <= spell.valid_until))


def _turns(spell: Any) -> Iterator[date]:
    """The days on which a sum over spells can change."""
    yield spell.valid_from
    if spell.valid_until is not None and spell.valid_until < date.max:
        yield spell.valid_until + timedelta(days=1)
