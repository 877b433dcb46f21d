"""What each party decides for itself alone: its approval, its exit, and whom it asks to join."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.formats.upload import Checked
from booking.queries.agreements import parties_of
from booking.rules.agreements import Cause, Pact, notice_ends
from booking.rules.periods import local
from booking.rules.permissions import Actor
from booking.rules.refusals import NotFound, Refused
from booking.services import documents
from booking.services.administration.agreements.common import NOUN, as_party, pact_of, tell_parties
from booking.services.administration.changes import record_change
from booking.services.rows import add
from booking.services.transaction import transaction
from models import Agreement, AgreementParty, Authority

SUBJECT = "agreement_party"


@dataclass(frozen=True, slots=True)
class Approval:
    """Which organ of a party decided, on which day, under which number (DLB art. 41, 22°: the council, and it cannot delegate it)."""

    organ: str
    approved_on: date
    decision: str


@dataclass(frozen=True, slots=True)
class Notice:
    """A party leaves: when it said so, its last day, and why."""

    notice_given_on: date
    leaves_on: date
    leaving_reason: str


def approve(
    session: Session, actor: Actor, agreement: int, authority: int, wanted: Approval, now: datetime,
    upload: Checked | None = None, folder: Path | None = None,
) -> bool:  # fmt: skip
    """A party's own organ approved it; who joins later accedes by the same. True when it binds its parties by this approval.

    Everybody hears of it; that it binds is told once, to all. Raises NotFound, Refused `agreement_approved`, `day_to_come`,
    `agreement_over`.
    """
    with transaction(session):
        row, party = as_party(session, actor, agreement, authority)
        if party.approved_on is not None:
            raise Refused("agreement_approved", day=party.approved_on)
        if wanted.approved_on > local(now).date():
            raise Refused("day_to_come", field="approved_on")
        before = _going_on(session, agreement, now)
        for name, value in asdict(wanted).items():
            setattr(party, name, value)
        after = pact_of(session, agreement)
        if upload is not None and folder is not None:
            documents.keep(session, actor, SUBJECT, party.id, "decision", upload, folder, now)
        who = session.get_one(Authority, authority).name
        record_change(session, actor, NOUN, agreement, {}, {"party": who, **asdict(wanted)}, now, authority=authority)
        binds = before.begins is None and after.begins is not None
        if binds:
            tell_parties(session, "agreement_binds", row, now, day=after.begins.isoformat() if after.begins else None)
        else:
            tell_parties(session, "agreement_approved", row, now, but=(authority,), party=who, **_still(session, after))
    return binds


def leave(session: Session, actor: Actor, agreement: int, authority: int, wanted: Notice, now: datetime) -> bool:
    """A party gives notice for itself; True when that ends the agreement, because fewer than two are left. It never reaches into the past.

    Raises NotFound, Refused `party_unbound`, `party_leaving` (it gave notice before), `day_to_come`, `leaves_too_early` with the first
    last day that the term of notice allows, `field_required`, `agreement_over`. A newer version that waited for this party waits no longer;
    that it will bind is told then.
    """
    with transaction(session):
        row, party = as_party(session, actor, agreement, authority)
        _check_notice(row, party, wanted, local(now).date())
        before, newer = _going_on(session, agreement, now).ending, _newer(session, agreement)
        for name, value in asdict(wanted).items():
            setattr(party, name, value)
        after = pact_of(session, agreement).ending
        who = session.get_one(Authority, authority).name
        record_change(session, actor, NOUN, agreement, {}, {"party": who, **asdict(wanted)}, now, authority=authority)
        told = {"party": who, "day": wanted.leaves_on.isoformat(), "reason": wanted.leaving_reason}
        ends = before != after and after is not None and after[1] is Cause.EXIT
        tell_parties(session, "agreement_ended" if ends else "agreement_left", row, now, **told)
        if newer and (begins := pact_of(session, newer.id).begins):
            tell_parties(session, "agreement_binds", newer, now, day=begins.isoformat())
    return ends


def _check_notice(row: Agreement, party: AgreementParty, wanted: Notice, today: date) -> None:
    if party.approved_on is None:
        raise Refused("party_unbound")
    if party.leaves_on is not None:
        raise Refused("party_leaving", day=party.leaves_on)
    if wanted.notice_given_on > today:
        raise Refused("day_to_come", field="notice_given_on")
    earliest = max(notice_ends(wanted.notice_given_on, row.notice_months), today)
    if wanted.leaves_on < earliest:
        raise Refused("leaves_too_early", day=earliest, months=row.notice_months or 0, field="leaves_on")
    if not wanted.leaving_reason.strip():
        raise Refused("field_required", field="leaving_reason")


def invite(session: Session, actor: Actor, agreement: int, authority: int, invited: int, joins_on: date, now: datetime) -> None:
    """A party that is bound asks another authority to join from a day on; that one accedes by approving it itself.

    Raises NotFound, Refused `party_unbound`, `party_known`, `joins_outside`, `agreement_over`.
    """
    with transaction(session):
        row, party = as_party(session, actor, agreement, authority)
        if party.approved_on is None:
            raise Refused("party_unbound")
        if invited in parties_of(session, agreement):
            raise Refused("party_known", field="invited")
        found = session.get(Authority, invited)
        if found is None:
            raise NotFound("authority_unknown")
        ending = _going_on(session, agreement, now).ending
        if joins_on < row.valid_from or (ending is not None and joins_on > ending[0]):
            raise Refused("joins_outside", first=row.valid_from, until=ending[0] if ending else None, field="joins_on")
        add(session, AgreementParty, agreement_id=agreement, authority_id=invited, joins_on=joins_on)
        record_change(session, actor, NOUN, agreement, {}, {"party": found.name, "joins_on": joins_on}, now, authority=authority)
        tell_parties(session, "agreement_invites", row, now, only=(invited,), day=joins_on.isoformat())


def _going_on(session: Session, agreement: int, now: datetime) -> Pact:
    """Where it stands, when it is not over. Raises Refused `agreement_over`."""
    pact = pact_of(session, agreement)
    if pact.ending is not None and pact.ending[0] < local(now).date():
        raise Refused("agreement_over")
    return pact


def _newer(session: Session, agreement: int) -> Agreement | None:
    """The version that succeeds it, where that one was put forward and still binds nobody."""
    row = session.scalar(select(Agreement).where(Agreement.succeeds_id == agreement, ~Agreement.draft))
    return row if row is not None and pact_of(session, row.id).begins is None else None


def _still(session: Session, pact: Pact) -> dict[str, Any]:
    """Whose approval is still awaited, by name."""
    names = sorted(session.get_one(Authority, each).name for each in pact.missing)
    return {"missing": ", ".join(names)} if names else {}
