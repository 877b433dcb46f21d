"""`Facts`: the single gate between database and rules. A check that needs more adds a field here and a line in queries/facts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from booking.rules.admission.holding import PersonCard, PolicyCard
from booking.rules.agreements import Beyond
from booking.rules.calendar import Calendar
from booking.rules.catalogue import (
    AgreementCard,
    AssetCard,
    AuthorityCard,
    ExemptionCard,
    Gap,
    RequirementCard,
    RuleCard,
    TermCard,
    TermsCard,
)  # fmt: skip
from booking.rules.charges.payments import Owed
from booking.rules.contingents import Beside
from booking.rules.contracts import KeptContract
from booking.rules.crew import LoanWork, Room
from booking.rules.custody import Periods
from booking.rules.kinds import BorrowerKind, Relation
from booking.rules.periods import local
from booking.rules.shares import Claim


@dataclass(frozen=True, slots=True)
class BorrowerCard:
    """Who asks. `verified` is False when the person who asks only claims to act for the borrower."""

    id: int
    name: str
    kind: str
    home: int
    email: str | None = None
    verified: bool = True
    recognitions: tuple[tuple[int, str, date, date | None], ...] = ()
    policies: tuple[PolicyCard, ...] = ()

    def recognised_by(self, authorities: Collection[int], day: date) -> frozenset[str]:
        """The categories in which one of these authorities recognises the borrower on a day."""
        return frozenset(
            category
            for authority, category, first, last in self.recognitions
            if authority in authorities and first <= day and (last is None or day <= last)
        )


@dataclass(frozen=True, slots=True)
class Beneficiary:
    """For whom a borrower asks what it passes on: somebody of its own municipality, who is known (`id` and `kind`) or only named."""

    name: str
    id: int | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """All that is known about one line when it is judged at `now`.

    `free` are units free over the blocked period without the line itself; `rules` hold per question the answer and the rule that gave it,
    `blackouts` the rules that lend nothing for a while; `asked` is when it was asked for this time, if not today, `option` until when it is
    asked as an option. `quota_used` is what was used of the owner's quota this year, `units_beside` what the borrower has at the same time
    by other loans under the owner's most units. `house` is the municipality of the borrower's home. `parts` are what a kit or a hall in
    parts is made of; `part_requirements` are those about such a part, by its id. `owed` is what is still to be received of the dossier,
    where its owner wants some of it before.

    `agreement` binds both on the first day of custody, up to and including its date; without one `gap` says why not. `choice` is what the
    owner chose for a loan that outlasts an agreement.

    `term` is the preferred tariff of a partner, `quota_free` what is left of its free quota for this line, `quota_held` what the line took
    of it before and keeps. On the day of booking `given` says that the owner's municipality lends free to the borrower's, `returned` that
    the borrower's does so to the owner's. `towing_kg` is the mass of the vehicle that fetches it, where that is told; `waivers` are the
    owner's policies whose insurer waives recourse against who rents.

    `terms` are the owner's terms of use on the day of booking, `accepted` the ids of those that were accepted, None where nobody was asked
    yet; `contract` is the newest of the dossier, None before it is made or where none is asked for.

    `beneficiary` is for whom it is asked, None for the borrower itself.

    `beside` is what is free beside the contingents of others, where there are any; `claim` what the loan means for the shares of
    co-owners, where they count days. `work` is what the crew does for it, where its owner planned that, `room` what is free around it where
    anybody else is near.
    """

    now: datetime
    borrower: BorrowerCard
    asset: AssetCard
    owner: AuthorityCard
    units: int
    periods: Periods
    calendar: Calendar
    place: str
    free: int
    relation: Relation
    house: int
    purpose: str
    horizon: datetime
    territory: int | None = None
    partners: frozenset[int] = frozenset()
    agreement: tuple[AgreementCard, date] | None = None
    gap: Gap | None = None
    choice: tuple[AgreementCard, Beyond] | None = None
    rules: Mapping[str, tuple[Any, RuleCard]] = field(default_factory=dict)
    blackouts: tuple[RuleCard, ...] = ()
    asked: date | None = None
    option: datetime | None = None
    beneficiary: Beneficiary | None = None
    requirements: tuple[RequirementCard, ...] = ()
    operator: PersonCard | None = None
    driver: PersonCard | None = None
    self_driven: bool = True
    towing_kg: int | None = None
    waivers: tuple[PolicyCard, ...] = ()
    quota_used: int = 0
    units_beside: int = 0
    priced: bool = True
    owed: Owed | None = None
    terms: tuple[TermsCard, ...] = ()
    accepted: frozenset[int] | None = None
    contract: KeptContract | None = None
    beside: Beside | None = None
    claim: Claim | None = None
    work: LoanWork | None = None
    room: Room | None = None
    parts: tuple[AssetCard, ...] = ()
    part_requirements: Mapping[int, tuple[RequirementCard, ...]] = field(default_factory=dict)
    term: tuple[AgreementCard, TermCard] | None = None
    quota_free: int = 0
    quota_held: int | None = None
    given: ExemptionCard | None = None
    returned: ExemptionCard | None = None

    @property
    def passed_on_to(self) -> Beneficiary | None:
        """Who else than the borrower and its municipality's own services will use it."""
        other = self.beneficiary
        return None if other is None or other.kind == BorrowerKind.AUTHORITY else other

    @property
    def asked_on(self) -> date:
        """The Brussels date on which it was asked for this time: what was asked in time is not too late when it is decided."""
        return self.asked or local(self.now).date()

    @property
    def first_day(self) -> date:
        """The Brussels date of hand-over."""
        return self.periods.first_day

    @property
    def last_day(self) -> date:
        """The last Brussels date on which the borrower has it."""
        return self.periods.last_day

    def with_counts(self, free: int, quota_used: int, units_beside: int = 0) -> Facts:
        """The same facts with what the ledger, the quota and the borrower's other loans hold."""
        return replace(self, free=free, quota_used=quota_used, units_beside=units_beside)

    def answer(self, question: str) -> Any:
        """What the most specific rule says, or None when no rule does."""
        found = self.rules.get(question)
        return found[0] if found else None

    def source(self, question: str) -> str:
        """Where that rule stands, for the person who wants to look it up."""
        found = self.rules.get(question)
        return found[1].source if found else ""

    def rests_on(self, question: str) -> dict[str, Any]:
        """The rule that answers a question as evidence: where it stands, and its id, by which its sentence is found."""
        found = self.rules.get(question)
        return found[1].evidence if found else {}

    def required(self, kind: str) -> RequirementCard | None:
        """The most specific requirement of a kind for this asset and borrower."""
        return most_specific(self.requirements, kind)

    def required_of_each(self, kind: str) -> list[tuple[AssetCard, RequirementCard]]:
        """The asset and its parts for which a kind of proof is required, the asset itself first."""
        asked = [(self.asset, self.required(kind))]
        asked += [(part, most_specific(self.part_requirements.get(part.id, ()), kind)) for part in self.parts]
        return [(card, required) for card, required in asked if required]


def most_specific(requirements: Iterable[RequirementCard], kind: str) -> RequirementCard | None:
    """Of the requirements of a kind the one that says most precisely whom and what it is about."""
    mine = [required for required in requirements if required.kind == kind]
    return max(mine, key=_precision) if len(mine) > 1 else mine[0] if mine else None


def _precision(required: RequirementCard) -> tuple[tuple[bool, ...], int]:
    told = required.asset, required.category, required.borrower_kind, required.purpose
    return tuple(each is not None for each in told), required.id
