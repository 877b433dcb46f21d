"""The stage on which lives are played: the product on a copy of the small region, beside the reference model."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from tempfile import mkdtemp
from typing import ClassVar

from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant
from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session

from booking.queries.verify import violations
from booking.rules.lifecycle import IllegalMove
from booking.rules.periods import Period
from booking.rules.refusals import Refused, Taken
from models import Line, Occupancy
from models.engine import options_for, prepare
from tests.machine.reference import Loan, Reference
from tests.machine.world import THINGS, Small


class Stage(RuleBasedStateMachine):
    """Begins with nothing asked; after every step all is as the model says, and at the end `verify` finds nothing."""

    template: Path
    ids: dict[str, int]
    tried: ClassVar[Counter[tuple[str, bool]]] = Counter()

    @initialize()
    def begin(self) -> None:
        self.folder = Path(mkdtemp(dir=self.template.parent))
        shutil.copyfile(self.template, self.folder / "small.db")
        url = f"sqlite:///{self.folder / 'small.db'}"
        self.engine = prepare(create_engine(url, **options_for(url)))
        self.session = Session(self.engine, expire_on_commit=False, autoflush=False)
        self.small, self.model = Small(self.session, self.ids), Reference()
        self.references: list[str] = []

    def teardown(self) -> None:
        if hasattr(self, "session"):
            assert list(violations(self.session, self.model.now)) == []
            self.session.close()
            self.engine.dispose()
            shutil.rmtree(self.folder)

    @invariant()
    def all_is_as_it_should_be(self) -> None:
        if not hasattr(self, "model"):
            return
        rows = self.session.execute(select(Line.state, Line.units).order_by(Line.id)).all()
        assert [tuple(row) for row in rows] == [(loan.state, loan.units) for loan in self.model.loans]
        columns = (Occupancy.holder, Occupancy.starts_at, Occupancy.ends_at, Occupancy.units)
        held: dict[str, list[tuple]] = {}
        for holder, *row in self.session.execute(select(*columns)):
            held.setdefault(holder, []).append(tuple(row))
        for number, loan in enumerate(self.model.loans, 1):
            found, wanted = held.pop(f"line:{number}", []), loan.holds()
            moments = {edge for row in found + wanted for edge in row[:2]}
            for moment in moments:
                mine = max((units for start, end, units in found if start <= moment < end), default=0)
                assert mine == loan.at(moment), (number, loan, found)
        assert not any(holder.startswith("line:") for holder in held), held
        self.session.rollback()

    def _loan(self, place: int, *states: str) -> tuple[int, Loan]:
        """One of the loans: mostly one in such a state, where there is any, for what is always refused proves little."""
        fitting = [number for number, loan in enumerate(self.model.loans) if loan.state in states] if place % 4 else []
        among = fitting or range(len(self.model.loans))
        number = among[place % len(among)]
        return number, self.model.loans[number]

    def _wrong(self, loan: Loan, use: Period, units: int) -> set[str]:
        return self.model.refusals(loan.thing, loan.borrower, units, use, loan)

    def _refused(self, wrong: set[str]) -> type[Exception] | None:
        return Taken if "taken" in wrong else Refused if wrong else None

    def _as_borrower(self, act: Callable, place: int, *more: object) -> None:
        actor = self.small.actor(self.model.loans[place].borrower)
        act(self.session, actor, self.references[place], 1, self.model.now, *more)

    def _as_desk(self, act: Callable, place: int, *more: object) -> None:
        actor = self.small.actor(f"desk {THINGS[self.model.loans[place].thing].owner}")
        act(self.session, actor, self.references[place], 1, self.model.now, *more)

    def _try(self, refused: type[Exception] | None, act: Callable[[], object]) -> bool:
        """Do it: True when it was done, and nothing else is right then; with `refused` exactly that must be said."""
        said: type[Exception] | None = None
        try:
            act()
        except (Refused, IllegalMove) as refusal:
            said = type(refusal)
        assert said is refused
        self.tried[act.__qualname__.split(".")[1], said is None] += 1
        return said is None
