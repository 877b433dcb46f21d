"""The moving clock of the history: who acts, what is known by code, and the agenda of what happens next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from heapq import heappop, heappush
from itertools import count
from random import Random

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.demo.borrowers import MEMBERS, OTHERS, SERVICES, STAFF_MEMBERS
from booking.demo.proofs import PERSONS
from booking.demo.staff import address
from booking.queries.actors import actor_of
from booking.queries.catalogue import catalogue
from booking.rules.catalogue import AssetCard
from booking.rules.kinds import RoleName
from booking.rules.permissions import Actor
from models import Account, Borrower, Person, Role

Step = Callable[["World", datetime], None]


@dataclass
class World:
    """The region as the history sees it on `today`; `luck` decides what chance decides, the same way every time."""

    session: Session
    today: date
    luck: Random
    assets: dict[str, AssetCard]
    borrowers: dict[str, int]
    accounts: dict[str, int]
    staff: dict[tuple[int, RoleName], int]
    persons: dict[str, int]
    _agenda: list[tuple[datetime, int, Step]] = field(default_factory=list)
    _places: count[int] = field(default_factory=count)
    _actors: dict[int, Actor] = field(default_factory=dict)

    def later(self, moment: datetime, step: Step) -> None:
        """Let something happen at a moment; of two at one moment, the one that was told first."""
        heappush(self._agenda, (moment, next(self._places), step))

    def run(self, until: datetime) -> None:
        """Let everything happen in its order, up to a moment."""
        while self._agenda and self._agenda[0][0] < until:
            moment, _, step = heappop(self._agenda)
            step(self, moment)

    def member(self, borrower: str) -> Actor:
        """Who asks for a borrower."""
        mails = [mail for mail, _, code, verified in MEMBERS if code == borrower and verified]
        mails += [address(first, authority) for first, authority, code in STAFF_MEMBERS if code == borrower]
        return self._actor(self.accounts[mails[0]])

    def works_for(self, authority: int, role: RoleName) -> Actor:
        """Who holds a role at an authority."""
        return self._actor(self.staff[authority, role])

    def qualified(self, borrower: str, kind: str) -> int | None:
        """The first person of a borrower who holds a qualification, or None."""
        names = [name for name, code, _, held in PERSONS if code == borrower and kind in {each for each, _, _ in held}]
        return self.persons[names[0]] if names else None

    def _actor(self, account: int) -> Actor:
        if account not in self._actors:
            self._actors[account] = actor_of(self.session, account, self.today)
        return self._actors[account]


def world_of(session: Session, today: date, seed: int) -> World:
    """Read by code what the region holds."""
    codes = {name: code for code, name, _ in SERVICES} | {name: code for code, _, name, _, _ in OTHERS}
    roles = session.execute(select(Role.authority_id, Role.name, Role.account_id).order_by(Role.id.desc()))
    return World(
        session,
        today,
        Random(seed),  # noqa: S311 - the history must be the same every time
        {asset.code: asset for asset in catalogue(session).assets.values()},
        {codes[name]: key for name, key in session.execute(select(Borrower.name, Borrower.id))},
        dict(session.execute(select(Account.email, Account.id)).all()),
        {(authority, RoleName(name)): account for authority, name, account in roles},
        dict(session.execute(select(Person.name, Person.id)).all()),
    )
