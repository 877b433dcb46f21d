"""Which preferred tariff an owner gives a borrower (DESIGN § 7): by the agreement, else by the register of who lends free to whom."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import ROUND_CEILING, Decimal
from typing import Protocol

from booking.rules.admission import BorrowerCard
from booking.rules.catalogue import AgreementCard, AssetCard, AuthorityCard, ExemptionCard, TermCard
from booking.rules.custody import Periods
from booking.rules.kinds import BorrowerKind, FreeUnit, Relation
from booking.rules.periods import local
from booking.rules.tariffs import Applicant, Json, Preferred

FINE = Decimal("1e-12")
_BY_QUOTA = ("free_loans", "free_days")


class Circumstances(Protocol):
    """Of all that is known about a line (`Facts`) what a preferred tariff looks at."""

    @property
    def borrower(self) -> BorrowerCard: ...
    @property
    def asset(self) -> AssetCard: ...
    @property
    def owner(self) -> AuthorityCard: ...
    @property
    def relation(self) -> Relation: ...
    @property
    def periods(self) -> Periods: ...
    @property
    def first_day(self) -> date: ...
    @property
    def term(self) -> tuple[AgreementCard, TermCard] | None: ...
    @property
    def quota_free(self) -> int: ...
    @property
    def quota_held(self) -> int | None: ...
    @property
    def given(self) -> ExemptionCard | None: ...
    @property
    def returned(self) -> ExemptionCard | None: ...


def applicant(facts: Circumstances) -> Applicant:
    """The borrower as the regulation sees it for one line.

    Who only claims to act for an organisation pays as a resident without ties (DESIGN § 4).
    """
    who = facts.borrower
    if not who.verified:
        return Applicant("resident")
    recognised = who.recognised_by({facts.owner.id, facts.owner.house(facts.first_day)}, facts.first_day)
    returned = facts.returned if who.kind == BorrowerKind.AUTHORITY else None
    because = _told("reciprocity", returned) if returned else {}
    return Applicant(who.kind, facts.relation, recognised, returned is not None, preferred(facts), because)


def preferred(facts: Circumstances) -> Preferred | None:
    """What an agreement about this lender, this asset or the two of them says, else the register of the pair, else an agreement of all
    partners alike; None leaves the borrower to the regulation's own groups.

    Reciprocity is judged on the day of booking, so that a loan stays as it was promised when a municipality stops lending free.
    """
    if not facts.borrower.verified or facts.relation in (Relation.OWN, Relation.CO_OWNER):
        return None
    if facts.term is None:
        return _by_register(facts)
    if facts.term[0].is_narrow(facts.term[1], facts.asset):
        return _by_agreement(facts, *facts.term) or _by_register(facts)
    return _by_register(facts) or _by_agreement(facts, *facts.term)


def claimed(facts: Circumstances) -> int:
    """How much of the free quota a line takes: one loan, or as many of its days as are left; nothing where it is free by itself."""
    if facts.quota_held is not None:
        return facts.quota_held
    found = preferred(facts)
    return _claim(facts) if found and found.waiver and found.waiver["code"] in _BY_QUOTA else 0


def _by_agreement(facts: Circumstances, agreement: AgreementCard, term: TermCard) -> Preferred | None:
    """Free in turn, free while the quota lasts, and then a group or a percentage, each where the term names it."""
    named = {"reference": agreement.reference, "article": term.article}
    basis: Mapping[str, Json] = {"code": "by_agreement", **named}
    percent = None if term.percentage is None else Decimal(term.percentage)
    if term.reciprocal and facts.returned:
        return Preferred(term.group, waiver={**_told("reciprocity", facts.returned), "percent": "0"}, basis=basis)
    claim = _claim(facts)
    if claim:
        waiver = {**_quota(facts, term, claim), **named}
        whole = Decimal(waiver["percent"]) == 0
        return Preferred(term.group, None if whole else percent, waiver=waiver, basis=basis)
    if term.group is None and percent is None:
        return None
    return Preferred(term.group, percent, f"{agreement.reference}, {term.article}", basis)


def _claim(facts: Circumstances) -> int:
    term = facts.term[1] if facts.term else None
    if term is None or term.quota is None:
        return 0
    if facts.quota_held is not None:
        return facts.quota_held
    return max(0, min(facts.quota_free, 1 if term.unit == FreeUnit.LOANS else _days(facts)))


def _quota(facts: Circumstances, term: TermCard, claim: int) -> dict[str, str]:
    """The part of the hire that a claim leaves to pay, with what its sentence counts."""
    counted = {"quota": str(term.quota), "year": str(local(facts.periods.use.start).year)}
    if term.unit == FreeUnit.LOANS:
        number = max(1, (term.quota or 0) - facts.quota_free + 1)
        return {"code": "free_loans", "percent": "0", "number": str(number), **counted}
    days = _days(facts)
    due = (Decimal(100) * (days - claim) / days).quantize(FINE, ROUND_CEILING).normalize()
    return {"code": "free_days", "percent": f"{due:f}", "number": str(claim), "length": str(days), **counted}


def _days(facts: Circumstances) -> int:
    return facts.periods.use.day_count


def _by_register(facts: Circumstances) -> Preferred | None:
    """Free because the owner's municipality decided so for the services of the borrower's; where it did so in turn, only while that one
    does too. Associations and residents gain nothing by it."""
    given = facts.given
    if given is None or facts.borrower.kind != BorrowerKind.AUTHORITY or (given.mutual and facts.returned is None):
        return None
    because = _told("reciprocity", facts.returned) if given.mutual and facts.returned else _told("exemption", given)
    return Preferred(waiver={**because, "percent": "0"})


def _told(code: str, card: ExemptionCard) -> dict[str, Json]:
    """A row of the register as a quote line tells it."""
    return {"code": code, "who": card.lender_name, "whom": card.borrower_name, "since": card.first.isoformat(), "decision": card.decision}
