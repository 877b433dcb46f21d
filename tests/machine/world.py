"""Two municipalities, four things and three borrowers: the smallest region in which everything can happen that the machine tries."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.queries.actors import actor_of
from booking.queries.administration.changes import version_of
from booking.rules.owners import Owners
from booking.rules.periods import Period, from_local, local
from booking.rules.permissions import Actor
from booking.services.administration.agreements import Notice, leave
from booking.services.administration.assets.owners import agree, propose_owners
from booking.services.transaction import transaction
from models import (
    Account,
    Agreement,
    AgreementParty,
    AgreementScope,
    Asset,
    Authority,
    Base,
    Borrower,
    Category,
    Depot,
    Inspection,
    Keeping,
    LendingRule,
    Management,
    Membership,
    OwnersProposal,
    Requirement,
    Role,
    Share,
)

START = from_local(datetime.combine(date(2027, 5, 24), time(9)))
LONG_AGO = date(2020, 1, 1)
FIRST = date(2027, 6, 1)
QUOTA = 2  # loans a year that an association has of North


class Thing(NamedTuple):
    """What is lent: by whom, how many, and who bought it together."""

    owner: str
    units: int
    shares: dict[str, int]
    inspected: bool = False


THINGS = {
    "stage": Thing("north", 1, {}),
    "barriers": Thing("north", 5, {}),
    "platform": Thing("north", 1, {"north": 6_000, "south": 4_000}, inspected=True),
    "trailer": Thing("south", 1, {}),
}
HOUSES = ("north", "south")
BORROWERS = {"service north": ("authority", "north"), "service south": ("authority", "south"), "club north": ("association", "north")}


class Small:
    """The region in a database, by the names of this file; without `ids` it is written first."""

    def __init__(self, session: Session, ids: dict[str, int] | None = None) -> None:
        self.session, self.ids = session, ids or {}
        if ids is None:
            with transaction(session):
                self._houses()
                self._things()
                self._people()
                self._terms()

    def actor(self, name: str) -> Actor:
        """`desk north`, or a borrower's own member."""
        return actor_of(self.session, self.ids[f"account {name}"], local(START).date())

    def _add(self, name: str, row: Base) -> int:
        self.session.add(row)
        self.session.flush()
        self.ids[name] = row.id  # type: ignore[attr-defined]
        return self.ids[name]

    def _houses(self) -> None:
        for house in HOUSES:
            key = self._add(house, Authority(kind="municipality", name=house.title(), email=f"desk@{house}.example"))
            self._add(f"depot {house}", Depot(authority_id=key, name=f"Depot {house}", address=""))
        self._add("category", Category(code="thing", name="Thing"))

    def _things(self) -> None:
        for name, thing in THINGS.items():
            key = self._add(name, Asset(
                code=name.upper(), name=name, category_id=self.ids["category"], units=thing.units, in_service_from=LONG_AGO,
            ))  # fmt: skip
            self.session.add(Management(asset_id=key, authority_id=self.ids[thing.owner], valid_from=LONG_AGO))
            self.session.add(Keeping(asset_id=key, depot_id=self.ids[f"depot {thing.owner}"], valid_from=LONG_AGO))
            for house, points in thing.shares.items():
                self.session.add(Share(asset_id=key, authority_id=self.ids[house], basis_points=points, valid_from=LONG_AGO))
            if thing.inspected:
                self.session.add(Requirement(authority_id=self.ids[thing.owner], asset_id=key, kind="inspection", every_months=12))
                self.inspect(name, "passed", date(2027, 1, 4))

    def transfer_share(self, last: date, now: datetime) -> None:
        """South has its part of the platform until a day, and from the next on all of it is North's: both agree."""
        key, wanted = self.ids["platform"], Owners(last + timedelta(days=1), self.ids["north"])
        propose_owners(self.session, self.actor("desk north"), key, version_of(self.session, "asset", key), wanted, now)
        proposal = self.session.scalars(select(OwnersProposal.id).where(OwnersProposal.settled_at.is_(None))).one()
        assert agree(self.session, self.actor("desk south"), key, proposal, now)

    def leave_agreement(self, last: date, now: datetime) -> None:
        """South takes part until a day, and with it gone nobody else does."""
        notice = Notice(local(now).date(), last, "We have our own")
        assert leave(self.session, self.actor("desk south"), self.ids["agreement"], self.ids["south"], notice, now)

    def inspect(self, thing: str, verdict: str, on: date) -> None:
        """The outcome of an inspection, valid for a year."""
        until = on.replace(year=on.year + 1)
        self.session.add(Inspection(asset_id=self.ids[thing], body="Body", inspected_on=on, valid_until=until, verdict=verdict))
        self.session.flush()

    def _people(self) -> None:
        for name, (kind, house) in BORROWERS.items():
            key = self._add(name, Borrower(
                kind=kind, name=name, authority_id=self.ids[house], email=f"{name.replace(' ', '.')}@example.org", created_at=START,
            ))  # fmt: skip
            self.session.add(Membership(borrower_id=key, account_id=self._account(name), valid_from=LONG_AGO, verified_at=START))
        for house in HOUSES:
            key = self._account(f"desk {house}")
            for role in ("desk", "administrator"):
                self.session.add(Role(account_id=key, authority_id=self.ids[house], name=role, valid_from=LONG_AGO))

    def _account(self, name: str) -> int:
        return self._add(f"account {name}", Account(email=f"{name.replace(' ', '.')}@people.example", name=name, created_at=START))

    def _terms(self) -> None:
        key = self._add("agreement", Agreement(reference="A-1", title="Together", valid_from=LONG_AGO))
        for house in HOUSES:
            self.session.add(AgreementParty(agreement_id=key, authority_id=self.ids[house], approved_on=LONG_AGO))
            rule = {"authority_id": self.ids[house], "relation": "other", "needs_agreement": True}
            self.session.add(LendingRule(**rule))
        self.session.add(AgreementScope(agreement_id=key))
        self.session.add(LendingRule(authority_id=self.ids["north"], borrower_kind="association", quota=QUOTA))


def days(first: int, length: int) -> Period:
    """From eight in the morning of a day, counted from FIRST, until six in the evening of the last."""
    start, last = (date.fromordinal(FIRST.toordinal() + first + more) for more in (0, length - 1))
    return Period(from_local(datetime.combine(start, time(8))), from_local(datetime.combine(last, time(18))))
