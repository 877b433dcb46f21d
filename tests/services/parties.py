"""Municipalities around a table, in the demo region: each drafts, approves and leaves by its NIS code."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import func, select

from booking.demo import cast
from booking.queries.administration.agreements import AgreementPage, agreement_page
from booking.rules.kinds import RoleName
from booking.rules.permissions import Actor
from booking.services.administration import agreements as services
from models import Agreement, AgreementParty, AgreementScope
from tests.services.world import TODAY, World

RANST, ZANDHOVEN, WOMMELGEM, BRECHT = cast.RANST, cast.ZANDHOVEN, cast.WOMMELGEM, cast.BRECHT


class Table:
    """The parties around a table: what each does, by its NIS code."""

    def __init__(self, world: World) -> None:
        self.world, self.session = world, world.session

    def id(self, nis: str) -> int:
        return cast.authority_id(self.session, nis)

    def who(self, nis: str, role: RoleName = RoleName.ADMINISTRATOR) -> Actor:
        account = self.world.actor(cast.ADMINISTRATOR_RANST).account_id
        return Actor(account, "", roles=frozenset({(self.id(nis), role)}))

    def draft(self, *others: str) -> int:
        """A draft of Ranst about everything, with the others as parties."""
        number = 90 + (self.session.scalar(select(func.count(Agreement.id))) or 0)
        basics = services.Basics(f"2027-{number}", "Proef", date(2027, 1, 1), date(2028, 12, 31), 3)
        key = services.draft(self.session, self.who(RANST), self.id(RANST), basics, self.world.now)
        services.change_parties(self.session, self.who(RANST), key, 1, [self.id(nis) for nis in others], self.world.now)
        version = self.page(key).version
        services.change_scope(self.session, self.who(RANST), key, version, services.Scope(everything=True), self.world.now)
        return key

    def forward(self, key: int) -> int:
        services.put_forward(self.session, self.who(RANST), key, self.page(key).version, self.world.now)
        return key

    def approve(self, key: int, *parties: str, on: date = date(2026, 12, 15)) -> list[bool]:
        wanted = services.Approval("gemeenteraad", on, "2026/12")
        return [services.approve(self.session, self.who(nis), key, self.id(nis), wanted, self.world.now) for nis in parties]

    def put(self, *others: str, approved: Iterable[str] = (), last: date | None = date(2028, 12, 31)) -> int:
        """An agreement of Ranst with the others about everything, put forward and approved by some: written beside the services."""
        number = 90 + (self.session.scalar(select(func.count(Agreement.id))) or 0)
        row = Agreement(
            reference=f"2027-{number}", title="Proef", valid_from=date(2027, 1, 1), valid_until=last, notice_months=3,
            initiator_id=self.id(RANST),
        )  # fmt: skip
        self.session.add(row)
        self.session.flush()
        day = date(2026, 12, 15)
        parties = [(nis, day if nis in approved else None) for nis in (RANST, *others)]
        self.session.add_all(AgreementParty(agreement_id=row.id, authority_id=self.id(nis), approved_on=on) for nis, on in parties)
        self.session.add(AgreementScope(agreement_id=row.id))
        self.session.commit()
        return row.id

    def agreed(self, *others: str, last: date | None = date(2028, 12, 31)) -> int:
        """The same, approved by all."""
        return self.put(*others, approved=(RANST, *others), last=last)

    def leave(self, key: int, nis: str, last: date, given: date = TODAY) -> bool:
        notice = services.Notice(given, last, "Wij kochten zelf een tent.")
        return services.leave(self.session, self.who(nis), key, self.id(nis), notice, self.world.now)

    def page(self, key: int, nis: str = RANST) -> AgreementPage:
        return agreement_page(self.session, self.who(nis), key, TODAY)
