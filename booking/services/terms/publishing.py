"""Publishing terms of use: from a day on they are what who asks accepts; the text never changes any more."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from booking.rules.periods import local
from booking.rules.permissions import Actor, may
from booking.rules.refusals import NotFound, Refused
from booking.rules.terms import faults
from booking.services.administration.changes import check_version, record_change
from booking.services.rows import add
from booking.services.terms.writing import ACT, own_draft, settings_told
from booking.services.terms.writing import NOUN as DRAFT
from booking.services.transaction import transaction
from models import TermsDraft, TermsEnd, TermsVersion

NOUN = "terms"


def publish(session: Session, actor: Actor, draft: int, valid_from: date, version: int | None, now: datetime) -> int:
    """Make a draft a version from a day on; returns its id. The one that it succeeds holds until the day before.

    What was accepted stays accepted. Raises NotFound, ChangedMeanwhile, Refused `terms_incomplete` with the field at fault,
    `terms_too_early` for a day before today or before the version that it succeeds began, `terms_succeeded`.
    """
    with transaction(session):
        row = own_draft(session, actor, draft)
        check_version(session, DRAFT, draft, version)
        for language, part in faults(row.texts):
            raise Refused("terms_incomplete", language=language, field=f"{part}_{language}")
        old = session.get(TermsVersion, row.succeeds_id) if row.succeeds_id else None
        _refuse_day(valid_from, old, local(now).date())
        if old and session.scalar(select(TermsVersion.id).where(TermsVersion.succeeds_id == old.id)):
            raise Refused("terms_succeeded")
        session.execute(delete(TermsDraft).where(TermsDraft.id == draft))
        published = add(
            session, TermsVersion, authority_id=row.authority_id, number=old.number + 1 if old else 1, succeeds_id=row.succeeds_id,
            valid_from=valid_from, texts=row.texts, categories=row.categories, published_at=now, published_by_id=actor.account_id,
        )  # fmt: skip
        told = {**settings_told(row.texts, row.categories), "valid_from": valid_from}
        record_change(session, actor, DRAFT, draft, settings_told(row.texts, row.categories), None, now, authority=row.authority_id)
        record_change(session, actor, NOUN, published, None, told, now, authority=row.authority_id)
    return published


def end(session: Session, actor: Actor, version: int, last: date, reason: str, now: datetime) -> None:
    """A version holds until a day, and nothing takes its place. Raises NotFound, Refused `terms_succeeded`, `terms_ended`,
    `terms_too_early` for a day before today.
    """
    with transaction(session):
        row = session.get(TermsVersion, version)
        if row is None or not may(actor, ACT, authorities=(row.authority_id,)):
            raise NotFound("terms_unknown")
        if session.scalar(select(TermsVersion.id).where(TermsVersion.succeeds_id == version)):
            raise Refused("terms_succeeded")
        if session.scalar(select(TermsEnd.id).where(TermsEnd.version_id == version)):
            raise Refused("terms_ended")
        today = local(now).date()
        if last < today:
            raise Refused("terms_too_early", day=today, field="last")
        add(session, TermsEnd, version_id=version, last=last, reason=reason.strip(), recorded_at=now, recorded_by_id=actor.account_id)
        record_change(session, actor, NOUN, version, {"valid_until": None}, {"valid_until": last}, now, authority=row.authority_id)


def _refuse_day(valid_from: date, old: TermsVersion | None, today: date) -> None:
    """Nobody is bound afterwards by what was not yet published, and a successor begins after what it succeeds."""
    first = max(today, old.valid_from) if old else today
    if valid_from < first or (old is not None and valid_from == old.valid_from):
        raise Refused("terms_too_early", day=first, field="valid_from")
