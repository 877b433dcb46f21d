"""The simulations of an authority: what may be tried, what was, and how far one is."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.orm import Session, aliased

from booking.queries.simulations.kept import Names, effect_from_plain, summary_from_plain
from booking.rules.permissions import Actor, authorities_for
from booking.rules.refusals import NotFound
from booking.rules.simulations import Effect, Summary
from models import Account, Authority, Borrower, Dossier, RegulationDraft, RegulationRow, Reservation, Simulation
from models.reservations import reference_of

ACT = "regulation.simulate"
_TRIED, _AGAINST = aliased(RegulationRow), aliased(RegulationRow)

_RUNS = (
    select(
        Simulation.id, Simulation.first, Simulation.last, Simulation.state, Simulation.total, Simulation.done, Simulation.outcome,
        Simulation.created_at, Simulation.authority_id, Simulation.regulation_id, Authority.name.label("authority"),
        Account.name.label("person"), _TRIED.title.label("regulation"), _TRIED.state.label("regulation_state"),
        Simulation.against_id, _AGAINST.title.label("against"), RegulationDraft.edits,
    )
    .join(Authority, Authority.id == Simulation.authority_id)
    .join(Account, Account.id == Simulation.account_id)
    .join(_TRIED, _TRIED.id == Simulation.regulation_id)
    .outerjoin(_AGAINST, _AGAINST.id == Simulation.against_id)
    .outerjoin(RegulationDraft, RegulationDraft.regulation_id == Simulation.regulation_id)
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Version:
    """A regulation that can be tried or compared with; `valid_from` is None while a draft does not say it."""

    id: int
    authority: str
    title: str
    state: str
    valid_from: date | None
    valid_until: date | None

    def is_in_force(self, day: date) -> bool:
        """True when it prices a use on this day."""
        begun = not self.is_draft and self.valid_from is not None and self.valid_from <= day
        return begun and (self.valid_until is None or day <= self.valid_until)

    @property
    def is_draft(self) -> bool:
        """True until it is published."""
        return self.state in ("draft", "proven")


@dataclass(frozen=True, slots=True)
class Named:
    """How people know a dossier: its reservation, and who asked."""

    reference: str
    borrower: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """The answer of a simulation: the sums, what both regulations call their groups, and whether the draft was changed since."""

    summary: Summary
    names: Names
    is_outdated: bool


def versions(session: Session, actor: Actor) -> list[Version]:
    """Every regulation of the actor's authorities, drafts first, then the latest."""
    query = (
        select(
            RegulationRow.id, Authority.name, RegulationRow.title, RegulationRow.state, RegulationRow.valid_from, RegulationRow.valid_until
        )
        .join(Authority, Authority.id == RegulationRow.authority_id)
        .where(RegulationRow.authority_id.in_(authorities_for(actor, ACT)))
    )
    return sorted((Version(*row) for row in session.execute(query)), key=_latest_first)


def _latest_first(version: Version) -> tuple[str, bool, int, int]:
    return version.authority, not version.is_draft, -(version.valid_from or date.max).toordinal(), -version.id


def simulations(session: Session, actor: Actor, most: int = 50) -> list[Row[Any]]:
    """The latest simulations of the actor's authorities, the last one first."""
    mine = Simulation.authority_id.in_(authorities_for(actor, ACT))
    return list(session.execute(_RUNS.where(mine).order_by(Simulation.created_at.desc(), Simulation.id.desc()).limit(most)).all())


def simulation_of(session: Session, actor: Actor, key: int) -> Row[Any]:
    """One simulation. Raises NotFound for one of another's authority."""
    found = session.execute(_RUNS.where(Simulation.id == key, Simulation.authority_id.in_(authorities_for(actor, ACT)))).one_or_none()
    if found is None:
        raise NotFound("simulation_unknown")
    return found


def outcome_of(run: Row[Any]) -> Outcome:
    """The answer of a simulation that is done."""
    plain = run.outcome
    return Outcome(summary_from_plain(plain), Names(**plain["names"]), run.edits is not None and run.edits != plain["edits"])


def effects_of(session: Session, key: int) -> list[Effect]:
    """Every dossier of a simulation whose reader was admitted to it."""
    plain = session.scalar(select(Simulation.dossiers).where(Simulation.id == key)) or []
    return [effect_from_plain(each) for each in plain]


def named(session: Session, actor: Actor, dossiers: Collection[int]) -> dict[int, Named]:
    """Which reservation each dossier belongs to, of those that the actor may read: the others stay without a name."""
    query = (
        select(Dossier.id, Reservation.id, Reservation.created_at, Borrower.name)
        .join(Reservation, Reservation.id == Dossier.reservation_id)
        .join(Borrower, Borrower.id == Reservation.borrower_id)
        .where(Dossier.id.in_(dossiers), Dossier.authority_id.in_(authorities_for(actor, "reservation.read")))
    )
    return {key: Named(reference_of(number, asked), name) for key, number, asked, name in session.execute(query)}
