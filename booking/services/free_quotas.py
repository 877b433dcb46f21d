"""Taking the free loans and days that agreements give, under their quotas' locks."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from booking.queries.free_quotas import FreeKey, free_key, key_of
from booking.rules.admission import Facts
from booking.rules.catalogue import Catalogue
from booking.rules.preference import claimed
from booking.services.rows import add_all
from models import QuotaUse


def keys(known: Catalogue, home: int, assets: Collection[int], years: Collection[int]) -> set[FreeKey]:
    """Every free quota that a borrower at home in an authority may use up for these assets, whichever house it is then in."""
    parties = {home, *(spell.subject for spell in known.authorities[home].municipalities)}
    asked = [known.assets[asset] for asset in assets if asset in known.assets]
    return {
        key_of(agreement, term, party, year)
        for agreement in known.agreements
        for term in agreement.terms
        if term.quota is not None and any(agreement.in_scope(asset) and term.category in (None, asset.category_id) for asset in asked)
        for party in parties
        for year in years
    }


def use(session: Session, facts: Facts, line_id: int, now: datetime) -> None:
    """Write what a line takes of its free quota, when it takes any; the quota's lock is held."""
    key, amount = free_key(facts), claimed(facts)
    if key and amount and facts.term:
        row = {
            "rule_id": None, "term_id": facts.term[1].id, "party_id": key.party, "year": key.year, "amount": amount,
            "authority_id": facts.owner.id, "borrower_id": facts.borrower.id, "line_id": line_id, "used_at": now,
        }  # fmt: skip
        add_all(session, QuotaUse, [row])


def use_anew(session: Session, facts: Facts, line_id: int, now: datetime) -> None:
    """A line that changed gives back what it took and takes what it now needs; nothing is written where that is the same."""
    mine = (QuotaUse.line_id == line_id, QuotaUse.returned_at.is_(None), QuotaUse.term_id.is_not(None))
    taken = session.execute(select(QuotaUse.term_id, QuotaUse.party_id, QuotaUse.year, QuotaUse.amount).where(*mine)).one_or_none()
    key, amount = free_key(facts), claimed(facts)
    wanted = (facts.term[1].id, key.party, key.year, amount) if key and amount and facts.term else None
    if (tuple(taken) if taken else None) != wanted:
        session.execute(update(QuotaUse).where(*mine).values(returned_at=now))
        use(session, facts, line_id, now)
