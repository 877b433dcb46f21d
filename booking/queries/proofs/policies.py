"""Policies as their holder and the desks that judge them see them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.queries.catalogue import catalogue
from booking.queries.documents import DocumentView, documents_of
from booking.queries.held import policies as cards_of
from booking.queries.proofs.access import Holder, holder_of_policy, judging, may_declare, sees
from booking.rules.admission.holding import PolicyCard, VerdictCard
from booking.rules.catalogue import Catalogue
from booking.rules.periods import local
from booking.rules.permissions import Actor
from booking.rules.proofs import ProofState, proof_state
from booking.rules.refusals import NotFound
from models import Authority, Borrower, Policy

SUBJECT = "policy"


@dataclass(frozen=True, slots=True)
class PolicyView:
    """A policy with what it covers by name, its certificate, what owners found of it, and which it follows or is followed by."""

    id: int
    holder: Holder
    insured_party: str
    kind: str
    insurer: str
    number: str
    amount_cents: int
    excess_cents: int
    insured: str
    asset_ids: tuple[int, ...]
    category_ids: tuple[int, ...]
    assets: tuple[str, ...]
    categories: tuple[str, ...]
    valid_from: date
    valid_until: date | None
    revision: int
    state: ProofState
    verdicts: tuple[VerdictCard, ...]
    documents: tuple[DocumentView, ...]
    succeeds: int | None
    succeeded_by: int | None
    mine: bool = False
    judges: frozenset[int] = frozenset()

    @property
    def is_settled(self) -> bool:
        """True when an owner accepted it: from then on it is renewed and never rewritten."""
        return any(verdict.accepted for verdict in self.verdicts)


def policies_of(session: Session, actor: Actor, holder: Holder, now: datetime) -> list[PolicyView]:
    """The policies of a holder, those that run or wait first. Raises NotFound for who may not see them, as if there were no holder."""
    mine, judges = may_declare(actor, holder), judging(session, actor, holder)
    if not sees(session, actor, holder):
        raise NotFound()
    authorities = () if holder.authority is None else (holder.authority,)
    views = _views(session, holder.borrowers, authorities, local(now).date())
    views.sort(key=lambda view: (view.state is ProofState.ENDED, view.kind, -(view.valid_until or date.max).toordinal()))
    return [replace(view, mine=mine, judges=judges) for view in views]


def policy(session: Session, actor: Actor, key: int, now: datetime) -> PolicyView:
    """One policy. Raises NotFound for who may not see it."""
    row = session.get(Policy, key)
    found = policies_of(session, actor, holder_of_policy(row), now) if row else []
    for view in found:
        if view.id == key:
            return view
    raise NotFound()


def chain(session: Session, actor: Actor, key: int, now: datetime) -> list[PolicyView]:
    """A policy with all that it followed and that followed it, the newest first. Raises NotFound."""
    shown = policy(session, actor, key, now)
    others = {view.id: view for view in policies_of(session, actor, shown.holder, now)}
    found = [shown]
    while (before := found[-1].succeeds) in others and before is not None:
        found.append(others[before])
    while (after := found[0].succeeded_by) in others and after is not None:
        found.insert(0, others[after])
    return found


def _views(session: Session, borrowers: Collection[int], authorities: Collection[int], today: date) -> list[PolicyView]:
    cards = {card.id: card for *_, card in cards_of(session, borrowers, authorities)}
    rows = session.scalars(select(Policy).where(Policy.id.in_(cards)).order_by(Policy.id)).all()
    followed = {row.succeeds_id: row.id for row in rows if row.succeeds_id}
    documents, known = documents_of(session, SUBJECT, list(cards)), catalogue(session)
    names = _names(session, rows)
    return [_view(row, cards[row.id], names, documents.get(row.id, []), followed.get(row.id), known, today) for row in rows]


def _names(session: Session, rows: Iterable[Policy]) -> dict[tuple[str, int], str]:
    """The names of who is insured, as (borrower or authority, id)."""
    wanted = {"borrower": {row.borrower_id for row in rows} - {None}, "authority": {row.authority_id for row in rows} - {None}}
    found: dict[tuple[str, int], str] = {}
    for noun, model in (("borrower", Borrower), ("authority", Authority)):
        query = select(model.id, model.name).where(model.id.in_(wanted[noun]))
        found |= {(noun, key): name for key, name in (session.execute(query) if wanted[noun] else ())}
    return found


def _view(
    row: Policy, card: PolicyCard, names: dict[tuple[str, int], str], documents: list[DocumentView], followed: int | None,
    known: Catalogue, today: date,
) -> PolicyView:  # fmt: skip
    codes = {asset.category_id: asset.category for asset in known.assets.values()}
    who = ("borrower", row.borrower_id) if row.borrower_id else ("authority", row.authority_id or 0)
    return PolicyView(
        row.id, holder_of_policy(row), names.get(who, ""), row.kind, row.insurer, row.number, row.amount_cents, row.excess_cents,
        row.insured, tuple(row.asset_ids or ()), tuple(row.category_ids or ()),
        tuple(known.assets[key].name for key in row.asset_ids or () if key in known.assets),
        tuple(codes[key] for key in row.category_ids or () if key in codes),
        row.valid_from, row.valid_until, row.revision, proof_state(card.verdicts, row.valid_until, today), card.verdicts,
        tuple(documents), row.succeeds_id, followed,
    )  # fmt: skip
