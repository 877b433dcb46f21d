"""Documents that a borrower still has to bring before something is handed over, judged anew each time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import Any

from sqlalchemy.orm import Session

from booking.queries.catalogue import catalogue
from booking.queries.lines import Standing, judge_standing, periods_of, wanted_of
from booking.rules.admission import Finding, Verdict
from booking.rules.lifecycle import LineState
from booking.services.reminders.candidate import Candidate, Wanted
from booking.services.reminders.lines import Near, nearby
from booking.words import say
from models import Dossier, Line

BY_OWNER = ("inspection", "agreement")
"""What a finding's code begins with when it is for the owner to settle."""

BORROWERS = (LineState.REQUESTED, LineState.APPROVED)


def missing(session: Session, wanted: Wanted) -> Iterable[Candidate]:
    """Lines that are handed over soon; whether something is missing is only found out for those whose step stands."""

    def letters(near: Near, _step: int) -> list[Any]:
        found = _missing(session, near, wanted)
        said = " ".join(dict.fromkeys(say(each.code, near.language, **each.evidence) for each in found))
        return [("documents_due", near.email, near.told(near.line.custody_start, missing=said), near.language)] if found else []

    return [
        Candidate(f"line:{near.line.id}", near.line.custody_start, near.reservation.created_at, partial(letters, near))
        for near in nearby(session, wanted, Line.custody_start, *BORROWERS)
    ]


def _missing(session: Session, near: Near, wanted: Wanted) -> list[Finding]:
    known = catalogue(session)
    standing = Standing(near.line, session.get_one(Dossier, near.line.dossier_id), near.reservation)
    promised = replace(wanted_of(known, near.line), kept=periods_of(near.line))
    judged = judge_standing(session, known, standing, promised, wanted.now)
    return [each for each in judged.findings if each.verdict is Verdict.NEEDS_DOCUMENT and not each.code.startswith(BY_OWNER)]
