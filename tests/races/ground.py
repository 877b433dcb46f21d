"""Where the races are run: the demo region, with a place in Ranst that never shuts and on it whatever a test needs for itself."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import create_engine, select, update
from sqlalchemy.orm import Session

from booking.demo.cast import RANST, WOMMELGEM, ZANDHOVEN, authority_id, borrower_id
from booking.rules.kinds import RoleName
from booking.rules.periods import BRUSSELS
from booking.services.accounts import create_token, create_user
from booking.services.transaction import transaction
from models import Account, Asset, Base, Category, Depot, Keeping, LendingRule, Management
from models.engine import options_for, prepare
from tests.support.databases import TODAY, new_database

NOW = datetime.combine(TODAY, time(8), UTC)
FIRST_DAY = date(2027, 4, 5)
OWNERS = {"RAN": RANST, "ZAN": ZANDHOVEN, "WOM": WOMMELGEM}
ENVIRONMENT = {"STREEKDEPOT_NOW": NOW.isoformat()}

# Borrowers of Ranst that may take a trailer, and who acts for them: confirmed at once for the technical service, for the desk else.
PARTIES = (
    ("Technische dienst Ranst", "jan@ranst.example"),
    ("Harmonie De Lindekapel (fictief)", "sofie@lindekapel.example"),
    ("Chiro De Verzonnen Vlieger (fictief)", "jonas@vlieger.example"),
    ("Turnkring Bokspoot Ranst (fictief)", "sofie@lindekapel.example"),
    ("Basisschool Het Inktpotje (fictief)", "katrien@inktpotje.example"),
    ("Yusuf Buurman (fictief)", "yusuf@buurman.example"),
)
DESKS = ("an@ranst.example", "loket@ranst.example")


class Party(NamedTuple):
    """A borrower and the token of someone who acts for it."""

    borrower: int
    token: str


class Slot(NamedTuple):
    """One asset during one day's use, and how many units of it."""

    asset: int
    day: int = 0
    units: int = 1

    def as_line(self) -> dict[str, Any]:
        """The line of a request, from nine to five so many days after FIRST_DAY."""
        day = FIRST_DAY + timedelta(days=self.day)
        start, end = (datetime.combine(day, time(hour), BRUSSELS).isoformat() for hour in (9, 17))
        return {"asset": self.asset, "from": start, "to": end, "units": self.units}


class Ground:
    """A session on a race's database, which holds the demo region, and the ways to put things on it.

    Everything new has names that were never used before.
    """

    def __init__(self, session: Session, database: str) -> None:
        self.session, self.database = session, database
        self._numbers = count(1)
        with transaction(session):
            session.execute(update(Account).values(demo=False))  # the server runs as production does, which refuses the demo's accounts
            place = Depot(authority_id=authority_id(session, RANST), kind="hall", name="Renbaan", address="Renbaan 1 (fictief adres)")
            session.add(place)
            session.flush()
            self._place = place.id
        create_user(session, DESKS[1], "Tweede Loket", "nobody signs in with this", NOW, roles=[(self.owner("RAN"), RoleName.DESK)])
        self.parties = [Party(borrower_id(session, name), create_token(session, email, NOW)) for name, email in PARTIES]
        self.desks = [create_token(session, email, NOW) for email in DESKS]

    def owner(self, code: str) -> int:
        """The id of one of OWNERS."""
        return authority_id(self.session, OWNERS[code])

    def party(self, number: int) -> Party:
        """The borrowers in turn, for any number of clients."""
        return self.parties[number % len(self.parties)]

    def assets(self, number: int, *, category: str = "trailer", units: int = 1, owner: str = "RAN") -> list[int]:
        """So many new assets of a category, always there and never shut."""
        with transaction(self.session):
            kind = self.session.scalars(select(Category.id).where(Category.code == category)).one()
            return [self._asset(kind, units, self.owner(owner)) for _ in range(number)]

    def category(self) -> str:
        """The code of a new category without any rule or buffer."""
        code = f"race_{next(self._numbers)}"
        self._add(Category(code=code, name=code))
        return code

    def rule(self, *, category: str | None = None, asset: int | None = None, **answers: Any) -> None:
        """A rule of Ranst for one category or asset."""
        kind = self.session.scalars(select(Category.id).where(Category.code == category)).one() if category else None
        self._add(LendingRule(authority_id=self.owner("RAN"), category_id=kind, asset_id=asset, source="art. 99 (fictief)", **answers))

    def _asset(self, category: int, units: int, owner: int) -> int:
        number = next(self._numbers)
        asset = Asset(code=f"RACE-{number}", name=f"Renpaard {number}", category_id=category, units=units, in_service_from=date(2020, 1, 1))
        self.session.add(asset)
        self.session.flush()
        always = {"asset_id": asset.id, "valid_from": date(2020, 1, 1)}
        self.session.add_all([Management(authority_id=owner, **always), Keeping(depot_id=self._place, **always)])
        return asset.id

    def _add(self, row: Base) -> None:
        with transaction(self.session):
            self.session.add(row)


def request_of(borrower: int, *slots: Slot) -> dict[str, Any]:
    """The body of a reservation of these slots."""
    return {"borrower": borrower, "lines": [slot.as_line() for slot in slots]}


@contextmanager
def new_ground(house: Path, engine_name: str) -> Iterator[Ground]:
    """A ground on a database of its own."""
    with new_database(house, engine_name, region=True) as database:
        engine = prepare(create_engine(database, **options_for(database)))
        with Session(engine, expire_on_commit=False, autoflush=False) as session:
            yield Ground(session, database)
        engine.dispose()
