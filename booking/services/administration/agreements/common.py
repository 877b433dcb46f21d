"""What every verb about an agreement does first and last: fetch it for who may, lock it, and tell the parties."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.queries.agreements import parties_of
from booking.queries.catalogue.pacts import pacts
from booking.queries.staff import staff_of
from booking.rules.agreements import Pact
from booking.rules.kinds import RoleName
from booking.rules.periods import local
from booking.rules.permissions import Actor, may
from booking.rules.refusals import NotFound, Refused
from booking.services.records import Letter, post
from models import Agreement, AgreementParty, Asset, Authority, Category

NOUN = "agreement"
DRAFTING, DECIDING = "agreement.draft", "agreement.decide"


def own_draft(session: Session, actor: Actor, agreement: int) -> Agreement:
    """A draft of an authority for which the actor drafts, locked. Raises NotFound, Refused `agreement_settled` once it was put forward."""
    row = _locked(session, agreement)
    if row.initiator_id is None or not may(actor, DRAFTING, authorities=(row.initiator_id,)):
        raise NotFound("agreement_unknown")
    if not row.draft or row.withdrawn_on is not None:
        raise Refused("agreement_settled")
    return row


def as_party(session: Session, actor: Actor, agreement: int, authority: int, act: str = DECIDING) -> tuple[Agreement, AgreementParty]:
    """An agreement that was put before the parties, locked, and the party for which the actor acts. Raises NotFound for any other."""
    row = _locked(session, agreement)
    mine = select(AgreementParty).where(AgreementParty.agreement_id == agreement, AgreementParty.authority_id == authority)
    party = session.scalars(mine.execution_options(populate_existing=True)).one_or_none()
    if party is None or row.draft or row.withdrawn_on is not None or not may(actor, act, authorities=(authority,)):
        raise NotFound("agreement_unknown")
    return row, party


def _locked(session: Session, agreement: int) -> Agreement:
    """Read under its lock: two parties that decide at the same moment do so one after the other."""
    query = select(Agreement).where(Agreement.id == agreement).with_for_update().execution_options(populate_existing=True)
    row = session.scalars(query).one_or_none()
    if row is None:
        raise NotFound("agreement_unknown")
    return row


def pact_of(session: Session, agreement: int) -> Pact:
    """Where it stands by what is written in this transaction."""
    session.flush()
    return pacts(session)[agreement]


def names_of(session: Session, table: type[Authority | Asset | Category], ids: Iterable[int]) -> dict[int, str]:
    """Names by id. Raises NotFound when one of them is unknown."""
    wanted = set(ids)
    found: dict[int, str] = dict(session.execute(select(table.id, table.name).where(table.id.in_(wanted))).all())
    if wanted - found.keys():
        raise NotFound()
    return found


def tell_parties(
    session: Session, event: str, row: Agreement, now: datetime, *, but: Collection[int] = (), only: Collection[int] | None = None,
    **told: Any,
) -> int:  # fmt: skip
    """A mail to the administrators and desks of the parties (of `only`, without those of `but`); returns how many."""
    to = set(parties_of(session, row.id) if only is None else only) - set(but)
    payload = {"agreement_id": row.id, "agreement": row.reference, "title": row.title, **told}
    readers = staff_of(session, to, (RoleName.ADMINISTRATOR, RoleName.DESK), local(now).date())
    letters = [Letter(event, each.email, payload, each.language) for each in readers]
    post(session, now, letters)
    return len(letters)
