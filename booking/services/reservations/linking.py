"""A line that stands instead of another: in the same reservation, decided by whoever owns it, while the old line waits."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from booking.queries.judging import JudgedDossier
from booking.queries.lines import Standing
from booking.rules.admission import Outcome
from booking.rules.admission.conditions import decide_by
from booking.rules.asking import Ask
from booking.rules.catalogue import Catalogue
from booking.rules.kinds import Purpose
from booking.rules.lifecycle import LineState
from booking.services import contracts, quotes, records
from booking.services.charges import receivables
from booking.services.reservations.asking import ReceiptLine, Writing, write_line
from booking.services.rows import add
from models import Dossier, Line, Reservation


def add_line(session: Session, known: Catalogue, found: Standing, judged: JudgedDossier, account: int, now: datetime) -> ReceiptLine:
    """Write the one line of `judged` beside the line that it replaces; the leaves of its asset and its quotas are locked.

    It is approved at once only where its owner confirms by itself what was judged; else it waits for that owner's desk, which is told.
    """
    asked, line = found.reservation, judged.lines[0]
    session.execute(select(Reservation.id).where(Reservation.id == asked.id).with_for_update())  # two lines may want the next number
    number = (session.scalar(select(func.max(Line.number)).where(Line.reservation_id == asked.id)) or 0) + 1
    dossier, is_new = _dossier(session, asked.id, judged, now)
    ask = Ask(asked.borrower_id, (), asked.event, Purpose(asked.purpose), asked.place)
    written, feeds = write_line(Writing(session, known, ask, asked.id, account, now), dossier.id, replace(line, number=number))
    session.execute(update(Line).where(Line.id == written.id).values(instead_of_id=found.line.id))
    if is_new:
        quotes.keep(session, dossier.id, judged, {line.number: written.id}, now, account, first=True)
        receivables.begin(session, dossier.id, judged, dossier.decide_by, firm=written.state is LineState.APPROVED, now=now)
    else:
        quotes.again(session, known, dossier, asked, now, account)
        receivables.follow(session, known, dossier, now)
    contracts.follow(session, known, dossier, asked, now)
    event = "request_confirmed" if written.state is LineState.APPROVED else "request_received"
    owner = judged.authority
    records.mail(session, now, event, [owner.email], {"reference": asked.reference}, owner.language)
    details = {"reference": asked.reference, "instead_of": found.line.number}
    records.audit(session, now, account, "line.link", ("line", written.id), owner.id, **details)
    records.raise_versions(session, feeds)
    return written


def _dossier(session: Session, reservation: int, judged: JudgedDossier, now: datetime) -> tuple[Dossier, bool]:
    """The dossier of this owner in the reservation, a new one when it had none, and whether it is new."""
    until = decide_by(judged.lines[0].facts) if judged.lines[0].outcome is not Outcome.CONFIRMED else None
    query = select(Dossier).where(Dossier.reservation_id == reservation, Dossier.authority_id == judged.authority.id)
    found = session.scalars(query).one_or_none()
    if found is not None:
        if until is not None:
            session.execute(update(Dossier).where(Dossier.id == found.id).values(decide_by=until))
        return found, False
    key = add(session, Dossier, reservation_id=reservation, authority_id=judged.authority.id, decide_by=until, created_at=now)
    return session.get_one(Dossier, key), True
