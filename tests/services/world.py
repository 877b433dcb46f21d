"""The demo region for tests of services: people by their address, things by their code, and a loan in three words."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from booking.demo import cast
from booking.demo.region import load_region
from booking.queries.actors import actor_of
from booking.queries.catalogue import catalogue
from booking.rules.asking import Ask, AskLine
from booking.rules.catalogue import AssetCard
from booking.rules.kinds import Purpose
from booking.rules.periods import Period, from_local
from booking.rules.permissions import Actor
from booking.services import reservations
from models import Inspection, Line, LineMove, Occupancy, Outbox

TODAY = date(2027, 3, 1)


def moment(text: str) -> datetime:
    """Brussels wall time as UTC: `moment("2027-06-12 14:00")`."""
    return from_local(datetime.fromisoformat(text))


def period(first: str, last: str) -> Period:
    return Period(moment(first), moment(last))


class World:
    """The region as seen on 1 March 2027, with a session and the moment at which things are done."""

    def __init__(self, session: Session) -> None:
        self.session, self.now = session, moment("2027-03-01 09:00")
        load_region(session, TODAY)

    def actor(self, email: str) -> Actor:
        return actor_of(self.session, cast.account_id(self.session, email), TODAY)

    def asset(self, code: str) -> AssetCard:
        return catalogue(self.session).assets[cast.asset_id(self.session, code)]

    def ask(
        self,
        code: str,
        use: Period,
        units: int = 1,
        email: str = cast.ORGANISER,
        borrower: str = cast.ASSOCIATION_RANST,
        purpose: str = Purpose.EVENT,
        **line: Any,
    ) -> str:
        """A request for one thing; returns its reference."""
        asked = AskLine(self.asset(code).id, use, units, **line)
        ask = Ask(cast.borrower_id(self.session, borrower), (asked,), event="Zomerfeest", purpose=purpose)
        return reservations.request(self.session, self.actor(email), ask, self.now).reference

    def lend(self, code: str, use: Period, desk: str = cast.DESK_RANST, units: int = 1, **line: Any) -> str:
        """A request that its desk approved; returns its reference."""
        reference = self.ask(code, use, units, **line)
        reservations.approve(self.session, self.actor(desk), reference, 1, self.now)
        return reference

    def line(self, reference: str, number: int = 1) -> Line:
        """The line as it is in the database now."""
        query = select(Line).where(Line.reservation_id == int(reference[-6:]), Line.number == number)
        return self.session.scalars(query.execution_options(populate_existing=True)).one()

    def moves(self, reference: str) -> list[tuple[str, str]]:
        query = select(LineMove.to_state, LineMove.party).where(LineMove.line_id == self.line(reference).id).order_by(LineMove.id)
        return [tuple(row) for row in self.session.execute(query)]

    def held(self, holder: str) -> list[tuple[datetime, datetime, int]]:
        """What a holder has in the ledger, pieces joined."""
        query = (
            select(Occupancy.starts_at, Occupancy.ends_at, Occupancy.units).where(Occupancy.holder == holder).order_by(Occupancy.starts_at)
        )
        found: list[tuple[datetime, datetime, int]] = []
        for start, end, units in self.session.execute(query):
            if found and found[-1][1] == start:
                found[-1] = (found[-1][0], end, units)
            else:
                found.append((start, end, units))
        return found

    def mails(self, event: str) -> list[str]:
        return list(self.session.scalars(select(Outbox.recipient).where(Outbox.event == event).order_by(Outbox.id)))

    def inspect(self, code: str, on: date, until: date, verdict: str = "passed") -> None:
        self.session.add(Inspection(asset_id=self.asset(code).id, body="Keurder", inspected_on=on, valid_until=until, verdict=verdict))
        self.session.commit()

    def spoil(self, table: str, condition: str) -> None:
        """From now on the database refuses every new row of a table for which a condition on NEW holds, as a fault in one case would."""
        made = [f"CREATE TRIGGER spoilt BEFORE INSERT ON {table} WHEN {condition} BEGIN SELECT RAISE(ABORT, 'spoilt'); END"]
        if self.session.get_bind().dialect.name == "postgresql":
            made = [
                "CREATE FUNCTION spoil() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'spoilt'; END $$",
                f"CREATE TRIGGER spoilt BEFORE INSERT ON {table} FOR EACH ROW WHEN ({condition}) EXECUTE FUNCTION spoil()",
            ]
        for each in made:
            self.session.execute(text(each))
        self.session.commit()

    def everything(self, *tables: str) -> dict[str, list[tuple[Any, ...]]]:
        """All rows of these tables, to see that nothing else was disturbed."""
        return {table: [tuple(row) for row in self.session.execute(text(f"SELECT * FROM {table} ORDER BY id"))] for table in tables}
