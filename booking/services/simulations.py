"""A regulation is tried on the reservations of a past period: asked for, carried out by whichever process takes it, and called off."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from time import monotonic
from typing import Any

from sqlalchemy import delete
from sqlalchemy.orm import Session

from booking.queries.catalogue import catalogue
from booking.queries.regulations import stored_regulation
from booking.queries.simulations.asked import asked_of
from booking.queries.simulations.cases import Case, cases, covered, priced_for
from booking.queries.simulations.kept import effect_to_plain, summary_to_plain
from booking.queries.simulations.runs import ACT
from booking.rules.permissions import Actor, may
from booking.rules.refusals import NotFound, Refused
from booking.rules.simulations import Effect, Side, side_of, summed, unpriceable
from booking.rules.tariffs import Prepared, Regulation, TariffError, prepare, quote
from booking.services.long_work import left_behind, take, tell
from booking.services.rows import add
from booking.services.transaction import transaction
from models import RegulationDraft, RegulationRow, Simulation

LONGEST = timedelta(days=3 * 366)
LONGEST_KEPT = timedelta(days=400)  # it holds what single dossiers pay
BETWEEN = 0.5  # seconds between two tellings of how far it is

log = logging.getLogger(__name__)


class _CalledOff(Exception):
    """Somebody stopped it while it ran."""


def start(session: Session, actor: Actor, regulation: int, against: int | None, first: date, last: date, now: datetime) -> int:
    """Ask what a regulation would have charged for uses from `first` to `last`, against another version or what was asked; returns its id.

    Raises NotFound for a regulation of others, Refused `simulation_reversed`, `simulation_too_long`, `simulation_other_authority`.
    """
    if last < first:
        raise Refused("simulation_reversed", field="last")
    if last - first > LONGEST:
        raise Refused("simulation_too_long", field="last", years=3)
    with transaction(session):
        tried = _regulation(session, actor, regulation)
        if against is not None and _regulation(session, actor, against).authority_id != tried.authority_id:
            raise Refused("simulation_other_authority", field="against")
        return add(
            session, Simulation, authority_id=tried.authority_id, regulation_id=regulation, against_id=against, first=first, last=last,
            account_id=actor.account_id, state="waiting", total=0, done=0, outcome=None, dossiers=None, created_at=now, moved_at=now,
        )  # fmt: skip


def cancel(session: Session, actor: Actor, key: int) -> None:
    """Call it off. Raises NotFound, Refused `simulation_over` when it is done."""
    with transaction(session):
        row = session.get(Simulation, key, populate_existing=True, with_for_update=True)
        if row is None or not may(actor, ACT, authorities=(row.authority_id,)):
            raise NotFound("simulation_unknown")
        if row.state not in ("waiting", "running"):
            raise Refused("simulation_over")
        row.state = "cancelled"
        session.flush()


def run(session: Session, key: int, now: datetime) -> bool:
    """Carry out a simulation that waits, unless another process does; True when this one did. What stood in the way is kept."""
    row = take(session, Simulation, key, now)
    if row is None:
        return False
    try:
        begun = monotonic()
        found = _compared(session, row, lambda **values: _told(session, key, now + timedelta(seconds=monotonic() - begun), **values))
    except _CalledOff:
        session.rollback()
    except TariffError as wrong:
        tell(session, Simulation, key, state="failed", outcome={"code": wrong.code, "details": _simple(wrong.details)})
    except Exception:
        session.rollback()
        log.exception("simulation %s", key)
        tell(session, Simulation, key, state="failed", outcome={"code": "simulation_broke_off", "details": {}})
    else:
        tell(session, Simulation, key, state="done", done=len(found["dossiers"]), **found)
    return True


def resume(session: Session, now: datetime) -> int:
    """Carry out what waits too long, because the process that should have is gone, and forget what is old; returns how many were done."""
    with transaction(session):
        session.execute(delete(Simulation).where(Simulation.created_at < now - LONGEST_KEPT))
    return sum(run(session, key, now) for key in left_behind(session, Simulation, now))


def _compared(session: Session, row: Simulation, told: Callable[..., None]) -> dict[str, Any]:
    """`outcome` and `dossiers` of the row. Raises TariffError for a regulation that cannot price, _CalledOff."""
    known = catalogue(session)
    after, before = stored_regulation(session, row.regulation_id), _against(session, row.against_id)
    draft = session.get(RegulationDraft, row.regulation_id)
    edits = draft.edits if draft else 0
    owners = priced_for(known, row.authority_id, row.last)
    found = cases(session, known, owners, row.first, row.last, after.covers)
    mine = {key: known.assets[key].category for key in covered(known, owners, after.covers)}
    asked = asked_of(session, [case.dossier for case in found], mine) if before is None else {}
    session.commit()  # the reading is over: nobody waits for what follows
    told(total=len(found))
    effects = _effects(found, prepare(before) if before else None, asked, prepare(after), told)
    then = (card.prepared.regulation for owner in owners for card in known.regulations.get(owner, ()))
    names = {"before": _titles(*([before] if before else then)), "after": _titles(after)}
    outcome = {**summary_to_plain(summed(effects)), "names": names, "edits": edits}
    return {"outcome": outcome, "dossiers": [effect_to_plain(each) for each in effects]}


def _effects(
    found: list[Case], before: Prepared | None, asked: dict[int, Side], after: Prepared, told: Callable[..., None]
) -> list[Effect]:
    effects, last_told = [], monotonic()
    for done, case in enumerate(found):
        if monotonic() - last_told > BETWEEN:
            told(done=done)
            last_told = monotonic()
        now_asked = _priced(before, case) if before else asked.get(case.dossier) or unpriceable()
        effects.append(Effect(case.dossier, case.kind, now_asked, _priced(after, case)))
    return effects


def _priced(prepared: Prepared, case: Case) -> Side:
    try:
        return side_of(quote(prepared, case.usage), case.categories)
    except TariffError as error:  # such as an agreement that names a group which this regulation lacks
        return unpriceable(str(error.details.get("of", "")))


def _told(session: Session, key: int, moment: datetime, **values: Any) -> None:
    """Say how far it is and that it still lives."""
    if not tell(session, Simulation, key, moved_at=moment.replace(microsecond=0), **values):
        raise _CalledOff


def _against(session: Session, regulation: int | None) -> Regulation | None:
    return stored_regulation(session, regulation) if regulation is not None else None


def _titles(*regulations: Regulation) -> dict[str, str]:
    return {group.code: group.title for regulation in regulations for group in regulation.groups}


def _regulation(session: Session, actor: Actor, key: int) -> RegulationRow:
    row = session.get(RegulationRow, key, populate_existing=True)
    if row is None or not may(actor, ACT, authorities=(row.authority_id,)):
        raise NotFound("regulation_unknown")
    return row


def _simple(details: Mapping[str, Any]) -> dict[str, Any]:
    return {name: [*map(str, value)] if isinstance(value, list | tuple) else str(value) for name, value in details.items()}
