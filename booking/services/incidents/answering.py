"""The borrower of a recalled line chooses what it takes instead, or nothing."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from booking.queries.actors import actor_of
from booking.queries.lines import Standing, standing
from booking.rules.admission.readiness import MAY_REFUSE
from booking.rules.asking import Ask, AskLine
from booking.rules.kinds import Handover, Purpose
from booking.rules.lifecycle import LineState
from booking.rules.periods import Period, local
from booking.rules.permissions import Actor, may
from booking.rules.refusals import NotFound
from booking.services import records
from booking.services.reservations import approve, request
from booking.services.transaction import transaction
from models import Line, Recall
from models.reservations import id_of


def answer_recall(session: Session, actor: Actor, reference: str, number: int, now: datetime, asset: int | None) -> str | None:
    """Choose one of the assets that were offered, or none of them (`asset` None); returns the reference of the new reservation.

    What the owner offered of its own is approved at once, in the name of who offered it; another owner decides as on any request. Raises
    NotFound `recall_answered` where nothing is offered (any more), and as `request` does.
    """
    with transaction(session):
        found = standing(session, actor, "line.answer", reference, number)
        query = select(Recall).where(Recall.line_id == found.line.id, Recall.answer.is_(None)).with_for_update()
        waiting = session.scalars(query.execution_options(populate_existing=True)).one_or_none()
        if waiting is None or (asset is not None and asset not in waiting.offered):
            raise NotFound("recall_answered")
        taken = _take(session, actor, found, waiting, asset, now) if asset is not None else None
        waiting.answer, waiting.taken_line_id = ("taken", _line(session, taken)) if taken else ("declined", None)
        waiting.answered_at, waiting.answered_by_id = now, actor.account_id
        session.flush()
        records.audit(session, now, actor.account_id, "recall.answer", ("line", found.line.id), found.dossier.authority_id)
        return taken


def _take(session: Session, actor: Actor, found: Standing, recall: Recall, asset: int, now: datetime) -> str:
    """Ask it as the recalled line was asked, for what is left of its use. That it is asked late is for its owner to judge."""
    line, asked = found.line, found.reservation
    start, end = max(line.use_start, recall.back_by or now, now), recall.was_until if recall.back_by else line.use_end
    if end <= start:
        raise NotFound("recall_answered")
    use = Period(start, end)
    wanted = AskLine(asset, use, line.units, Handover(line.handover), line.operator_id, line.driver_id, line.amounts)
    ask = Ask(
        asked.borrower_id, (wanted,), asked.event, Purpose(asked.purpose), asked.place, asked.place_authority_id, asked.attendance,
        asked.note, beneficiary=asked.beneficiary or None,
    )  # fmt: skip
    receipt = request(session, actor, ask, now, for_desk=MAY_REFUSE)
    new = receipt.lines[0]
    session.execute(update(Line).where(Line.id == new.id).values(instead_of_id=line.id))
    desk = actor_of(session, recall.account_id, local(now).date())
    if found.dossier.authority_id in receipt.dossiers and new.state is LineState.REQUESTED and may(
        desk, "line.decide", authorities=(found.dossier.authority_id,)
    ):  # fmt: skip
        approve(session, desk, receipt.reference, new.number, now, recall.reason, override=True)
    return receipt.reference


def _line(session: Session, reference: str) -> int:
    return session.scalars(select(Line.id).where(Line.reservation_id == (id_of(reference) or 0))).one()
