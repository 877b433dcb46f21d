"""A version that succeeds an agreement: drafted from it, approved by each party again; the older one is never rewritten."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.queries.agreements import version_number
from booking.rules.agreements import State
from booking.rules.periods import local
from booking.rules.permissions import Actor
from booking.rules.refusals import Refused
from booking.services.administration.agreements.common import DRAFTING, NOUN, as_party, pact_of
from booking.services.administration.agreements.drafting import refuse_no_later
from booking.services.administration.changes import record_change
from booking.services.rows import add, add_all
from booking.services.transaction import transaction
from models import Agreement, AgreementBeneficiary, AgreementParty, AgreementScope, AgreementTerm

OVER = frozenset({State.TERMINATED, State.SUCCEEDED})
_ANEW = frozenset({"id", "reference", "valid_from", "draft", "withdrawn_on", "initiator_id", "succeeds_id"})


def new_version(session: Session, actor: Actor, agreement: int, authority: int, first: date, now: datetime) -> int:
    """The id of a draft that says the same as the agreement from `first` on, for the actor's authority to change and put forward.

    Those who left by then are no party of it. Raises NotFound, Refused `party_unbound`, `agreement_over`, `agreement_succeeded` (a newer
    version exists already), `version_outside`.
    """
    with transaction(session):
        row, party = as_party(session, actor, agreement, authority, DRAFTING)
        pact = pact_of(session, agreement)
        if party.approved_on is None:
            raise Refused("party_unbound")
        if session.scalar(select(Agreement.id).where(Agreement.succeeds_id == agreement)) is not None:
            raise Refused("agreement_succeeded")
        if pact.state(local(now).date()) in OVER:
            raise Refused("agreement_over")
        refuse_no_later(first, row)
        key = add(session, Agreement, **_said(row, first), reference=_reference(session, row), valid_from=first, draft=True,
                  initiator_id=authority, succeeds_id=agreement)  # fmt: skip
        staying = [bond for bond in pact.bonds if bond.leaves_on is None or bond.leaves_on >= first]
        add_all(session, AgreementParty, [{"agreement_id": key, "authority_id": bond.authority} for bond in staying])
        _copy(session, agreement, key, first)
        record_change(session, actor, NOUN, key, None, {"succeeds": row.reference, "valid_from": first}, now, authority=authority)
    return key


def _said(row: Agreement, first: date) -> dict[str, Any]:
    """The columns that the newer version takes over; an end before its beginning is for its drafter to choose anew."""
    said = {column.name: getattr(row, column.name) for column in Agreement.__table__.columns if column.name not in _ANEW}
    return said if row.valid_until is None or row.valid_until >= first else {**said, "valid_until": None}


def _reference(session: Session, row: Agreement) -> str:
    """The number of the first version and how manieth this is, 2027-03/2, unless one that was withdrawn has that number."""
    base, number = row.reference.split("/")[0], version_number(session, row.id) + 1
    taken = set(session.scalars(select(Agreement.reference).where(Agreement.reference.startswith(f"{base}/"))))
    return next(free for each in range(number, number + len(taken) + 1) if (free := f"{base}/{each}") not in taken)


def _copy(session: Session, agreement: int, key: int, first: date) -> None:
    """What it covers, whom it serves, and the terms that hold or come."""
    for table in (AgreementScope, AgreementBeneficiary):
        columns = [column for column in table.__table__.columns if column.name not in ("id", "agreement_id")]
        rows = session.execute(select(*columns).where(table.agreement_id == agreement)).mappings().all()
        add_all(session, table, [{**row, "agreement_id": key} for row in rows])
    columns = [column for column in AgreementTerm.__table__.columns if column.name not in ("id", "agreement_id")]
    for row in session.execute(select(*columns).where(AgreementTerm.agreement_id == agreement)).mappings().all():
        if row["valid_until"] is None or row["valid_until"] >= first:
            begins = row["valid_from"] if row["valid_from"] and row["valid_from"] > first else None
            add(session, AgreementTerm, **{**row, "agreement_id": key, "valid_from": begins})
