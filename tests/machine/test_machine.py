"""Two hundred lives of a small region, fifty steps each: after every step it is as the reference model says (TEST_PLAN T-51)."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule, run_state_machine_as_test
from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from booking.rules.asking import Ask, AskLine
from booking.rules.kinds import InspectionVerdict, Purpose
from booking.rules.lifecycle import IllegalMove
from booking.rules.periods import Period, local
from booking.rules.refusals import NotFound, Refused, Taken
from booking.services import handovers, incidents, maintenance, reservations
from booking.services.maintenance import Outcome
from models.engine import options_for, prepare
from tests.machine.reference import MAY_BE_SET_ASIDE, Change, Loan
from tests.machine.stage import Stage
from tests.machine.world import BORROWERS, THINGS, Small, days

RUNS, STEPS = 200, 50

places = st.integers(0, 30)
firsts, lengths = st.integers(0, 24), st.integers(1, 3)
units_of = st.integers(1, 5)


def asked(machine: Machine) -> bool:
    """Something was asked already."""
    return bool(machine.references)


class Machine(Stage):
    """Everybody does anything at any time; what should not work must be refused and change nothing."""

    # What is asked

    @rule(thing=st.sampled_from(sorted(THINGS)), borrower=st.sampled_from(sorted(BORROWERS)), units=units_of, first=firsts, length=lengths,
          option=st.sampled_from([None, None, None, 1, 5, 9]))  # fmt: skip
    def ask(self, thing: str, borrower: str, units: int, first: int, length: int, option: int | None) -> None:
        units, use = min(units, THINGS[thing].units), days(first, length)
        until = self.model.now + timedelta(days=option) if option else None
        ask = Ask(
            self.small.ids[borrower], (AskLine(self.small.ids[thing], use, units),), "Event", Purpose.EVENT, option_until=until,
        )  # fmt: skip
        wrong = self.model.refusals(thing, borrower, units, use)
        made: list[str] = []
        self._try(
            None if not wrong else Taken if wrong == {"taken"} else Refused,
            lambda: made.append(reservations.request(self.session, self.small.actor(borrower), ask, self.model.now).reference),
        )
        if not wrong:
            waits = min(until, self.model.now + timedelta(days=7), use.start) if until else self.model.decide_by(use)
            counted = BORROWERS[borrower][0] == "association" and THINGS[thing].owner == "north"
            self.references += made
            self.model.loans.append(Loan(thing, borrower, units, use, "option" if until else "requested", waits, counted=counted))

    @precondition(asked)
    @rule(place=places)
    def turn_option_into_request(self, place: int) -> None:
        place, loan = self._loan(place, "option")
        wrong = self._wrong(loan, loan.use, loan.units) if loan.state == "option" else None
        if self._try(IllegalMove if wrong is None else self._refused(wrong), lambda: self._as_borrower(reservations.confirm_option, place)):
            loan.state, loan.until, loan.change = "requested", self.model.decide_by(loan.use), None

    @precondition(asked)
    @rule(place=places, units=units_of, first=firsts, length=lengths)
    def amend(self, place: int, units: int, first: int, length: int) -> None:
        place, loan = self._loan(place, "option", "requested", "approved")
        use, units = days(first, length), min(units, THINGS[loan.thing].units)
        change = AskLine(self.small.ids[loan.thing], use, units)
        wrong = self._wrong(loan, use, units) if loan.state in {"option", "requested", "approved"} and not loan.change else None
        refused = IllegalMove if wrong is None else self._refused(wrong)
        if not self._try(refused, lambda: self._as_borrower(reservations.amend, place, change)):
            return
        if loan.state == "approved":
            loan.change = Change("borrower", use, units, self.model.decide_by(use))
        else:
            loan.use, loan.units = use, units
            loan.until = min(loan.until or use.start, use.start) if loan.state == "option" else self.model.decide_by(use)

    @precondition(asked)
    @rule(place=places)
    def cancel(self, place: int) -> None:
        place, loan = self._loan(place, "requested", "approved")
        may = loan.state in {"option", "requested", "proposed", "approved"}
        if self._try(None if may else IllegalMove, lambda: self._as_borrower(reservations.cancel_line, place)):
            self.model.end(loan, "cancelled")

    @precondition(asked)
    @rule(place=places)
    def accept(self, place: int) -> None:
        place, loan = self._loan(place, "proposed")
        change = loan.change if loan.offered else None
        wrong = self._wrong(loan, change.use, change.units) - MAY_BE_SET_ASIDE if change else None
        refused = IllegalMove if wrong is None else self._refused(wrong)
        if self._try(refused, lambda: self._as_borrower(reservations.accept, place)) and change:
            self.model.follow(loan, change)

    @precondition(asked)
    @rule(place=places)
    def decline(self, place: int) -> None:
        place, loan = self._loan(place, "proposed")
        if not self._try(None if loan.offered else IllegalMove, lambda: self._as_borrower(reservations.decline, place)):
            return
        loan.change = None
        if loan.state == "proposed":
            loan.state, loan.until = "requested", self.model.decide_by(loan.use)

    # What is decided

    @precondition(asked)
    @rule(place=places)
    def approve(self, place: int) -> None:
        place, loan = self._loan(place, "requested")
        change = loan.change if loan.state == "approved" and not loan.offered else None
        use, units = (change.use, change.units) if change else (loan.use, loan.units)
        wrong = self._wrong(loan, use, units) if change or loan.state == "requested" else None
        if self._try(IllegalMove if wrong is None else self._refused(wrong), lambda: self._as_desk(reservations.approve, place)):
            loan.use, loan.units, loan.state, loan.until, loan.change = use, units, "approved", None, None

    @precondition(asked)
    @rule(place=places)
    def refuse(self, place: int) -> None:
        place, loan = self._loan(place, "requested", "proposed")
        may = loan.change is not None if loan.state == "approved" else loan.state in {"requested", "proposed"}
        if not self._try(None if may else IllegalMove, lambda: self._as_desk(reservations.refuse, place, "No")):
            return
        if loan.state == "approved":
            loan.change = None
        else:
            self.model.end(loan, "refused")

    @precondition(asked)
    @rule(place=places, first=firsts, length=lengths)
    def propose(self, place: int, first: int, length: int) -> None:
        place, loan = self._loan(place, "requested", "approved")
        use, stands = days(first, length), loan.state in {"option", "approved"}
        wrong = self._wrong(loan, use, loan.units) - MAY_BE_SET_ASIDE if stands or loan.state == "requested" else None
        refused = IllegalMove if wrong is None else Refused if stands and loan.change else self._refused(wrong)
        if self._try(refused, lambda: self._as_desk(reservations.propose, place, use, "Then it is free")):
            until = self.model.answer_by(loan, use)
            loan.change = Change("desk", use, loan.units, until)
            if not stands:
                loan.state, loan.until = "proposed", until

    @precondition(asked)
    @rule(place=places)
    def decide_on_what_is_anothers(self, place: int) -> None:
        place, loan = self._loan(place)
        stranger = self.small.actor("desk south" if THINGS[loan.thing].owner == "north" else "desk north")
        reference = self.references[place]
        self._try(NotFound, lambda: reservations.approve(self.session, stranger, reference, 1, self.model.now))

    # What is done

    @precondition(asked)
    @rule(place=places)
    def hand_over(self, place: int) -> None:
        place, loan = self._loan(place, "approved")
        refused: type[Exception] | None = None
        early = Period(self.model.now, loan.use.start) if self.model.now < loan.use.start else None
        if loan.state != "approved":
            refused = IllegalMove
        elif loan.use.end <= self.model.now:
            refused = Refused
        elif THINGS[loan.thing].inspected and self.model.failed:
            refused = Taken
        elif self.model.lacks_document(loan):
            refused = Refused
        elif early and loan.units > self.model.free(loan.thing, early, loan):
            refused = Taken
        if self._try(refused, lambda: self._as_desk(handovers.hand_over, place)):
            loan.state, loan.change = "handed_over", None
            loan.begins = min(self.model.now, loan.use.start)

    @precondition(asked)
    @rule(place=places)
    def take_back(self, place: int) -> None:
        place, loan = self._loan(place, "handed_over")
        if self._try(None if loan.state == "handed_over" else IllegalMove, lambda: self._as_desk(handovers.take_back, place)):
            begins = loan.begins or loan.use.start
            loan.state, loan.ends = "returned", min(loan.use.end, max(self.model.now, begins + timedelta(seconds=1)))

    @precondition(asked)
    @rule(place=places)
    def close(self, place: int) -> None:
        place, loan = self._loan(place, "returned")
        if self._try(None if loan.state == "returned" else IllegalMove, lambda: self._as_desk(handovers.close, place)):
            loan.state = "closed"

    @precondition(asked)
    @rule(place=places, first=firsts, length=lengths)
    def talk_it_over(self, place: int, first: int, length: int) -> None:
        """A proposal that does not suit."""
        self.propose(place=place | 1, first=first, length=length)
        self.decline(place=place | 1)

    @precondition(asked)
    @rule(place=places, steps=st.integers(1, 4))
    def go_its_way(self, place: int, steps: int) -> None:
        """As most loans go: decided, fetched, brought back, checked."""
        way = {
            "requested": self.approve, "proposed": self.accept, "approved": self.hand_over, "handed_over": self.take_back,
            "returned": self.close,
        }  # fmt: skip
        for _ in range(steps):
            _, loan = self._loan(place | 1, *way)
            if loan.state in way:
                way[loan.state](place=place | 1)

    @precondition(asked)
    @rule(place=places)
    def recall(self, place: int) -> None:
        """The owner needs it itself: from the start of what is approved, in an hour what is lent."""
        place, loan = self._loan(place, "approved", "handed_over")
        owner, out = f"service {THINGS[loan.thing].owner}", loan.state == "handed_over"
        back_by = self.model.now + timedelta(hours=1) if out else None
        begins = back_by if back_by and back_by < loan.use.end else loan.use.start
        use = Period(begins, loan.use.end)
        refused: type[Exception] | None = IllegalMove
        if loan.state in {"approved", "handed_over"}:
            needless = back_by is not None and back_by >= loan.use.end
            wrong = self.model.refusals(loan.thing, owner, loan.units, use, loan) - MAY_BE_SET_ASIDE
            refused = Refused if needless else self._refused(wrong)
        emergency = incidents.Emergency(self.small.ids[owner], use, "Storm", back_by=back_by)
        made: list[str] = []
        desk, reference = self.small.actor(f"desk {THINGS[loan.thing].owner}"), self.references[place]
        call = partial(incidents.recall, self.session, desk, reference, 1, self.model.now, emergency, "A storm")
        if not self._try(refused, lambda: made.append(call())):
            return
        if back_by:
            loan.use, loan.ends = Period(min(loan.begins or back_by, loan.use.start), back_by), back_by
        else:
            self.model.end(loan, "cancelled")
            loan.counted = False
        self.references += made
        self.model.loans.append(Loan(loan.thing, owner, loan.units, use, "approved"))

    # What happens around it

    @rule(hours=st.sampled_from([1, 3, 8, 24, 30]))
    def time_passes(self, hours: int) -> None:
        self.model.now += timedelta(hours=hours)
        reservations.expire(self.session, self.model.now)
        self.model.lapse()

    @precondition(lambda self: self.model.south_owns_until.year == 9999)
    @rule(after=st.integers(0, 10))
    def south_gives_up_its_share(self, after: int) -> None:
        last = local(self.model.now).date() + timedelta(days=after)
        self.small.transfer_share(last, self.model.now)
        self.model.south_owns_until = last

    @precondition(lambda self: self.model.agreement_until.year == 9999)
    @rule(after=st.integers(0, 10))
    def south_leaves_the_agreement(self, after: int) -> None:
        last = local(self.model.now).date() + timedelta(days=after)
        self.small.leave_agreement(last, self.model.now)
        self.model.agreement_until = last

    @rule()
    def the_platform_is_inspected(self) -> None:
        today = local(self.model.now).date()
        if today == self.model.inspected_on:
            return  # of two on one day nobody knows which is the later
        self.model.inspected(today, passed=self.model.failed)
        verdict = InspectionVerdict.FAILED if self.model.failed else InspectionVerdict.PASSED
        outcome = Outcome(today, "Body", verdict, remarks="As seen")
        maintenance.record_inspection(self.session, self.small.actor("desk north"), self.small.ids["platform"], outcome, self.model.now)


@pytest.fixture(scope="module")
def template(new_database: Callable[[str], str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    url = new_database("sqlite")
    engine = prepare(create_engine(url, **options_for(url)))
    with Session(engine, expire_on_commit=False, autoflush=False) as session:
        Machine.ids = Small(session).ids
    engine.dispose()
    file = tmp_path_factory.mktemp("machine") / "small.db"
    shutil.copyfile(url.removeprefix("sqlite:///"), file)
    return file


def test_two_hundred_lives_of_fifty_steps_go_as_the_reference_model_says(template: Path) -> None:
    Machine.template = template
    lives = settings(max_examples=RUNS, stateful_step_count=STEPS, suppress_health_check=list(HealthCheck))
    run_state_machine_as_test(Machine, settings=lives)
    acts = {act for act, _ in Machine.tried}
    never = {act for act in acts for done in (True, False) if not Machine.tried[act, done]}
    assert never == {"decide_on_what_is_anothers"}, Machine.tried
