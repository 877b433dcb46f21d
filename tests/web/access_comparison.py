"""Who gets through the doors of comparing and trying tariffs, and the simulations that stand in their addresses."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.clock import now
from booking.demo import cast
from booking.queries.simulations.kept import effect_to_plain, summary_to_plain
from booking.rules.simulations import Effect, Side, summed
from booking.services import simulations
from models import RegulationRow, Simulation
from tests.web.admitted import EVERYONE, IDENTITIES, Row

TARIFFS = (frozenset({"tariffs"}), frozenset({"tariffs_elsewhere"}))
SIMULATION = "/tarieven/doorrekenen/<int:simulation>"
YEAR = {"first": date(2026, 5, 10), "last": date(2027, 5, 9)}

COMPARISON_ROWS = (
    Row("GET /tarieven/vergelijken", EVERYONE),
    Row("GET /tarieven/doorrekenen", TARIFFS[0] | TARIFFS[1]),
    Row("POST /tarieven/doorrekenen", TARIFFS[0] | TARIFFS[1]),
    Row(f"GET {SIMULATION}", *TARIFFS),
    Row(f"POST {SIMULATION}/stoppen", *TARIFFS),
)


def regulation(session: Session, nis: str) -> int:
    """The regulation that an authority has."""
    owner = cast.authority_id(session, nis)
    return session.scalars(select(RegulationRow.id).where(RegulationRow.authority_id == owner).order_by(RegulationRow.id)).first() or 0


def asked(world: Any, session: Session, who: str, nis: str) -> str:
    """A simulation that somebody asked and that nobody carries out here."""
    actor = world.actor(IDENTITIES[who])
    return str(simulations.start(session, actor, regulation(session, nis), None, YEAR["first"], YEAR["last"], now()))


COMPARISON_PAIRS = {
    "simulation": lambda world, session: (
        asked(world, session, "tariffs", cast.RANST),
        asked(world, session, "tariffs_elsewhere", cast.ZANDHOVEN),
    ),
}


def kept(session: Session, **values: Any) -> str:
    """A simulation of Ranst's regulation as it stands in the database."""
    owner, account, rules = (
        cast.authority_id(session, cast.RANST), cast.account_id(session, cast.TARIFFS_RANST), regulation(session, cast.RANST),
    )  # fmt: skip
    row = Simulation(
        authority_id=owner, regulation_id=rules, against_id=None, account_id=account, created_at=now() - timedelta(minutes=2),
        moved_at=now(), **YEAR, **values,
    )  # fmt: skip
    session.add(row)
    session.commit()
    return str(row.id)


def under_way(session: Session) -> str:
    """One that runs."""
    return kept(session, state="running", total=3_000, done=1_240)


def failed(session: Session) -> str:
    """One of a draft with a circle in its groups."""
    outcome = {"code": "group_cycle", "details": {"group": "partners", "path": ["partners", "recognised", "partners"]}}
    return kept(session, state="failed", outcome=outcome)


def side(group: str, **nets: int) -> Side:
    """What a group is asked for categories, without VAT or deposit."""
    return Side(group, nets, sum(nets.values()), 0)


def answered(session: Session) -> str:
    """One that is done, with all that a page can show: dearer, cheaper, another group, and a dossier that cannot be compared."""
    effects = [
        Effect(1, "association", side("recognised", stage_deck=16_000), side("recognised", stage_deck=20_000)),
        Effect(2, "association", side("others", chair=5_000), side("recognised", chair=2_500)),
        Effect(3, "resident", side("residents", marquee=8_000), side("residents", marquee=8_000)),
        Effect(4, "school", side("others", table=900), Side("", {}, 0, 0, (("table", "schools"),))),
    ]
    names = {"recognised": "Erkende Ranstse verenigingen", "residents": "Inwoners", "others": "Andere gebruikers", "schools": "Scholen"}
    outcome = {**summary_to_plain(summed(effects)), "names": {"before": names, "after": names}, "edits": 0}
    return kept(session, state="done", total=4, done=4, outcome=outcome, dossiers=[effect_to_plain(each) for each in effects])
