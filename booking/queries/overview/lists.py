"""Reservations in lists: one's own by what is coming and what is past, and what a desk must decide."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, case, func, select
from sqlalchemy.orm import Session

from booking.queries.catalogue import catalogue
from booking.rules.catalogue import AssetCard, AuthorityCard, DepotCard
from booking.rules.lifecycle import CALLED_OFF, OPEN, LineState
from booking.rules.periods import Period, local
from booking.rules.permissions import Actor, authorities_for
from models import Amendment, Borrower, Decision, Dossier, Line, Reservation
from models.reservations import id_of, reference_of

PER_PAGE = 20
TABS = ("coming", "open", "past")


@dataclass(frozen=True, slots=True)
class Row:
    """A line in a list: enough to find the reservation and to see what is asked of whom and for whom; `proposed` when its desk asked for
    the change that waits.
    """

    reference: str
    event: str
    borrower: str
    asset: AssetCard
    owner: AuthorityCard
    number: int
    units: int
    state: LineState
    use: Period
    custody: Period
    decide_by: datetime | None
    findings: list[dict[str, Any]]
    changing: bool
    depot: DepotCard
    line_id: int
    proposed: bool = False
    beneficiary: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which of one's own: `tab` is coming, open (something waits for an answer) or past; `text` any part of a name or reference."""

    tab: str = "coming"
    borrower: int | None = None
    text: str = ""
    page: int = 1


@dataclass(frozen=True, slots=True)
class Found:
    """A page of one's own reservations, each with its lines; `counts` per tab, `pages` of this tab."""

    groups: list[list[Row]] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    pages: int = 1


def my_reservations(session: Session, actor: Actor, most: int = 200) -> list[Row]:
    """The lines asked for the borrowers that the actor is a member of, and what the actor asked for one only claimed or at its desk; newest
    first.
    """
    query = list_of_lines().where(_own(actor)).order_by(Reservation.id.desc(), Line.number).limit(most)
    return rows(session, query)


def find_mine(session: Session, actor: Actor, wanted: Wanted, now: datetime) -> Found:
    """One's own reservations: what comes, soonest first; what is past, newest first. Three queries whatever their number."""
    sorted_in = _sorted_in(session, actor, wanted, now)
    counts = {tab: len(keys) for tab, keys in sorted_in.items()}
    keys = sorted_in[wanted.tab]
    first = (min(wanted.page, max(1, -(-len(keys) // PER_PAGE))) - 1) * PER_PAGE
    shown = keys[first : first + PER_PAGE]
    groups: dict[str, list[Row]] = {}
    for row in rows(session, list_of_lines().where(Reservation.id.in_(shown)).order_by(Line.number)) if shown else []:
        groups.setdefault(row.reference, []).append(row)
    place = {key: position for position, key in enumerate(shown)}
    ordered = sorted(groups.items(), key=lambda pair: place[id_of(pair[0]) or 0])
    return Found([lines for _, lines in ordered], counts, max(1, -(-len(keys) // PER_PAGE)))


def lines_of_mine(session: Session, actor: Actor, wanted: Wanted, now: datetime) -> list[Row]:
    """Every line of the reservations of a tab, whatever the page, by the day of use."""
    keys = _sorted_in(session, actor, wanted, now)[wanted.tab]
    return rows(session, list_of_lines().where(Reservation.id.in_(keys)).order_by(Line.use_start, Line.id)) if keys else []


def _sorted_in(session: Session, actor: Actor, wanted: Wanted, now: datetime) -> dict[str, list[int]]:
    """The ids of one's own reservations per tab, in order."""
    changing = select(Amendment.id).where(Amendment.line_id == Line.id, Amendment.state == "pending").exists()
    opened = func.max(case((Line.state.in_(OPEN) | changing, 1), else_=0))
    standing = func.max(case((Line.state.in_(CALLED_OFF), 0), else_=1))
    query = (
        select(Reservation.id, func.min(Line.use_start).label("first"), func.max(Line.custody_end).label("last"), opened, standing)
        .join(Line, Line.reservation_id == Reservation.id)
        .join(Borrower, Borrower.id == Reservation.borrower_id)
        .where(_own(actor), *_narrowed(wanted))
        .group_by(Reservation.id)
        .order_by(func.min(Line.use_start))
    )
    found: dict[str, list[int]] = {tab: [] for tab in TABS}
    for key, _first, last, is_open, stands in session.execute(query):
        found["coming" if stands and last > now else "past"].append(key)
        if is_open and last > now:
            found["open"].append(key)
    found["past"].reverse()
    return found


def _own(actor: Actor) -> ColumnElement[bool]:
    desks = authorities_for(actor, "reservation.request")
    asked = (Reservation.account_id == actor.account_id) & (Reservation.borrower_id.in_(actor.claims) | Borrower.authority_id.in_(desks))
    return Reservation.borrower_id.in_(actor.borrowers) | asked


def _narrowed(wanted: Wanted) -> Iterable[ColumnElement[bool]]:
    text = " ".join(wanted.text.split())
    if text:
        named = Reservation.event.icontains(text, autoescape=True) | Borrower.name.icontains(text, autoescape=True)
        told = Reservation.place.icontains(text, autoescape=True) | Reservation.beneficiary.icontains(text, autoescape=True)
        yield named | told | (Reservation.id == (id_of(text.upper()) or 0))
    if wanted.borrower:
        yield Reservation.borrower_id == wanted.borrower


def worklist(session: Session, actor: Actor, now: datetime, most: int = 500) -> list[Row]:
    """What the actor's desks must decide: open requests and amendments of their own dossiers, the earliest deadline first."""
    desks = authorities_for(actor, "line.decide")
    open_now = (Line.state == LineState.REQUESTED) & ((Line.holds_until.is_(None)) | (Line.holds_until > now))
    query = list_of_lines().where(Dossier.authority_id.in_(desks), open_now | (Amendment.asked_by == "borrower"))
    deadline = func.coalesce(Amendment.holds_until, Line.holds_until, Dossier.decide_by)
    return rows(session, query.order_by(deadline, Line.id).limit(most)) if desks else []


def list_of_lines() -> Select[Any]:
    """What `rows` makes rows of."""
    return (
        select(Line, Dossier.authority_id, Dossier.decide_by, Reservation.created_at, Reservation.event, Borrower.name, Amendment)
        .add_columns(Reservation.beneficiary)
        .outerjoin(Amendment, (Amendment.line_id == Line.id) & (Amendment.state == "pending"))
        .join(Dossier, Dossier.id == Line.dossier_id)
        .join(Reservation, Reservation.id == Line.reservation_id)
        .join(Borrower, Borrower.id == Reservation.borrower_id)
    )


def rows(session: Session, query: Select[Any]) -> list[Row]:
    """The rows of `list_of_lines`, each with the findings of its last decision that has any."""
    known = catalogue(session)
    found = session.execute(query).all()
    ids = [line.id for line, *_rest in found]
    decisions = session.execute(select(Decision.line_id, Decision.findings).where(Decision.line_id.in_(ids)).order_by(Decision.id))
    findings = {line_id: each for line_id, each in decisions if each}
    return [
        Row(
            reference_of(line.reservation_id, created_at), event, borrower, known.assets[line.asset_id], known.authorities[authority],
            line.number, line.units, LineState(line.state), Period(line.use_start, line.use_end),
            Period(line.custody_start, line.custody_end), (change and change.holds_until) or line.holds_until or decide_by,
            findings.get(line.id, []), change is not None,
            known.depot(known.assets[line.asset_id], local(line.custody_start).date()), line.id,
            change is not None and change.asked_by == "desk", beneficiary,
        )
        for line, authority, decide_by, created_at, event, borrower, change, beneficiary in found
    ]  # fmt: skip
