"""A reservation as its borrower and each owner may see it: states, last findings, price versions, proposals and history."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping, Select, func, select
from sqlalchemy.orm import Session

from booking.queries.catalogue import catalogue
from booking.rules.catalogue import AssetCard, AuthorityCard, Catalogue
from booking.rules.custody import Periods
from booking.rules.lifecycle import LineState, state_of
from booking.rules.periods import Period
from booking.rules.permissions import Actor, authorities_for, may
from booking.rules.refusals import NotFound
from models import Amendment, Borrower, Decision, Dossier, Line, LineMove, Person, Quote, QuoteLine, Reservation
from models.reservations import id_of, reference_of


@dataclass(frozen=True, slots=True)
class LineView:
    """A line: `findings` are those of the last decision that has any; `change` is a pending amendment; `moves` its steps, oldest first."""

    id: int
    number: int
    state: LineState
    asset: AssetCard
    units: int
    periods: Periods
    handover: str
    holds_until: datetime | None
    operator: str | None
    driver: str | None
    findings: list[dict[str, Any]]
    change: ChangeView | None
    moves: list[RowMapping]
    price: int


@dataclass(frozen=True, slots=True)
class ChangeView:
    """A pending amendment: what would replace the line."""

    asset: AssetCard
    units: int
    periods: Periods
    asked_by: str
    reason: str
    holds_until: datetime | None


@dataclass(frozen=True, slots=True)
class QuoteView:
    """A version of a dossier's price with its posts."""

    version: int
    net: int
    vat: int
    total: int
    deposit: int
    accepted_at: datetime | None
    posts: list[RowMapping] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class DossierView:
    """What one authority decides; `quotes` newest first."""

    id: int
    authority: AuthorityCard
    decide_by: datetime | None
    lines: list[LineView]
    quotes: list[QuoteView]
    mine_to_decide: bool

    @property
    def state(self) -> LineState:
        """That of the line which most needs attention."""
        return state_of(line.state for line in self.lines)


@dataclass(frozen=True, slots=True)
class Overview:
    """The whole reservation, or for an owner the part that it decides."""

    id: int
    reference: str
    borrower_id: int
    borrower: str
    event: str
    purpose: str
    place: str
    attendance: int | None
    note: str
    created_at: datetime
    dossiers: list[DossierView]
    mine: bool

    @property
    def state(self) -> LineState:
        """That of the line which most needs attention."""
        return state_of(line.state for line in self.lines)

    @property
    def lines(self) -> list[LineView]:
        """All lines seen, by number."""
        return sorted((line for dossier in self.dossiers for line in dossier.lines), key=lambda line: line.number)


def overview(session: Session, actor: Actor, reference: str) -> Overview:
    """A reservation that the actor asked for (all of it) or helps decide (its own authorities' dossiers). Raises NotFound to anyone else.

    A fixed number of queries whatever the number of lines.
    """
    row = session.execute(
        select(Reservation, Borrower)
        .join(Borrower, Borrower.id == Reservation.borrower_id)
        .where(Reservation.id == (id_of(reference) or 0))
    ).one_or_none()
    if row is None or row[0].reference != reference:
        raise NotFound()
    reservation, borrower = row
    known = catalogue(session)
    dossiers = session.scalars(select(Dossier).where(Dossier.reservation_id == reservation.id).order_by(Dossier.id)).all()
    mine = may(actor, "reservation.read", borrower=borrower.id, asked_by=reservation.account_id, home=borrower.authority_id)
    seen = dossiers if mine else [d for d in dossiers if may(actor, "reservation.read", authorities=(d.authority_id,))]
    if not seen:
        raise NotFound()
    return Overview(
        reservation.id, reference, borrower.id, borrower.name, reservation.event, reservation.purpose, reservation.place,
        reservation.attendance, reservation.note, reservation.created_at, _dossiers(session, actor, known, seen), mine,
    )  # fmt: skip


def _dossiers(session: Session, actor: Actor, known: Catalogue, dossiers: Sequence[Dossier]) -> list[DossierView]:
    ids = [dossier.id for dossier in dossiers]
    quotes = _quotes(session, ids)
    lines = _lines(session, known, ids, quotes)
    return [
        DossierView(
            dossier.id,
            known.authorities[dossier.authority_id],
            dossier.decide_by,
            lines[dossier.id],
            quotes[dossier.id],
            may(actor, "line.decide", authorities=(dossier.authority_id,)),
        )
        for dossier in dossiers
    ]


def _quotes(session: Session, dossiers: list[int]) -> dict[int, list[QuoteView]]:
    found: defaultdict[int, list[QuoteView]] = defaultdict(list)
    rows = session.scalars(select(Quote).where(Quote.dossier_id.in_(dossiers)).order_by(Quote.version.desc())).all()
    posts = _grouped(
        session, select(*QuoteLine.__table__.c).where(QuoteLine.quote_id.in_([q.id for q in rows])).order_by(QuoteLine.position), "quote_id"
    )
    for q in rows:
        found[q.dossier_id].append(QuoteView(q.version, q.net, q.vat, q.total, q.deposit, q.accepted_at, posts[q.id]))
    return found


def _lines(session: Session, known: Catalogue, dossiers: list[int], quotes: dict[int, list[QuoteView]]) -> dict[int, list[LineView]]:
    rows = session.scalars(select(Line).where(Line.dossier_id.in_(dossiers)).order_by(Line.number)).all()
    ids = [line.id for line in rows]
    moves = _grouped(session, select(*LineMove.__table__.c).where(LineMove.line_id.in_(ids)).order_by(LineMove.id), "line_id")
    decisions = session.execute(select(Decision.line_id, Decision.findings).where(Decision.line_id.in_(ids)).order_by(Decision.id))
    findings = {line_id: found for line_id, found in decisions if found}
    changes = {
        c.line_id: _change(known, c)
        for c in session.scalars(select(Amendment).where(Amendment.line_id.in_(ids), Amendment.state == "pending"))
    }
    named = {key for line in rows for key in (line.operator_id, line.driver_id) if key}
    names = dict(session.execute(select(Person.id, Person.name).where(Person.id.in_(named))).all()) if named else {}
    views: defaultdict[int, list[LineView]] = defaultdict(list)
    for line in rows:
        newest = quotes[line.dossier_id][:1]
        price = sum(post["amount"] for quote in newest for post in quote.posts if post["line_id"] == line.id and not post["deposit"])
        views[line.dossier_id].append(
            LineView(
                line.id, line.number, LineState(line.state), known.assets[line.asset_id], line.units, _periods(line), line.handover,
                line.holds_until, names.get(line.operator_id or 0), names.get(line.driver_id or 0), findings.get(line.id, []),
                changes.get(line.id), moves[line.id], price,
            )
        )  # fmt: skip
    return views


def _grouped(session: Session, query: Select[Any], column: str) -> dict[int, list[RowMapping]]:
    found: defaultdict[int, list[RowMapping]] = defaultdict(list)
    for row in session.execute(query).mappings():
        found[row[column]].append(row)
    return found


def _periods(form: Line | Amendment) -> Periods:
    return Periods(
        Period(form.use_start, form.use_end), Period(form.custody_start, form.custody_end), Period(form.blocked_start, form.blocked_end)
    )


def _change(known: Catalogue, change: Amendment) -> ChangeView:
    return ChangeView(known.assets[change.asset_id], change.units, _periods(change), change.asked_by, change.reason, change.holds_until)


@dataclass(frozen=True, slots=True)
class Row:
    """A line in a list: enough to find the reservation and to see what is asked of whom."""

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


def my_reservations(session: Session, actor: Actor, most: int = 200) -> list[Row]:
    """The lines asked for the borrowers that the actor is a member of, and what the actor asked for one only claimed or at its desk; newest
    first.
    """
    desks = authorities_for(actor, "reservation.request")
    asked = (Reservation.account_id == actor.account_id) & (Reservation.borrower_id.in_(actor.claims) | Borrower.authority_id.in_(desks))
    query = _list().where(Reservation.borrower_id.in_(actor.borrowers) | asked)
    query = query.order_by(Reservation.id.desc(), Line.number).limit(most)
    return _rows(session, query) if actor.borrowers or actor.claims or desks else []


def worklist(session: Session, actor: Actor, now: datetime, most: int = 500) -> list[Row]:
    """What the actor's desks must decide: open requests and amendments of their own dossiers, the earliest deadline first."""
    desks = authorities_for(actor, "line.decide")
    open_now = (Line.state == LineState.REQUESTED) & ((Line.holds_until.is_(None)) | (Line.holds_until > now))
    query = _list().where(Dossier.authority_id.in_(desks), open_now | (Amendment.asked_by == "borrower"))
    deadline = func.coalesce(Amendment.holds_until, Line.holds_until, Dossier.decide_by)
    return _rows(session, query.order_by(deadline, Line.id).limit(most)) if desks else []


def _list() -> Select[Any]:
    return (
        select(Line, Dossier.authority_id, Dossier.decide_by, Reservation.created_at, Reservation.event, Borrower.name, Amendment)
        .outerjoin(Amendment, (Amendment.line_id == Line.id) & (Amendment.state == "pending"))
        .join(Dossier, Dossier.id == Line.dossier_id)
        .join(Reservation, Reservation.id == Line.reservation_id)
        .join(Borrower, Borrower.id == Reservation.borrower_id)
    )


def _rows(session: Session, query: Select[Any]) -> list[Row]:
    known = catalogue(session)
    found = session.execute(query).all()
    ids = [line.id for line, *_ in found]
    decisions = session.execute(select(Decision.line_id, Decision.findings).where(Decision.line_id.in_(ids)).order_by(Decision.id))
    findings = {line_id: each for line_id, each in decisions if each}
    return [
        Row(
            reference_of(line.reservation_id, created_at), event, borrower, known.assets[line.asset_id], known.authorities[authority],
            line.number, line.units, LineState(line.state), Period(line.use_start, line.use_end),
            Period(line.custody_start, line.custody_end), (change and change.holds_until) or line.holds_until or decide_by,
            findings.get(line.id, []), change is not None,
        )
        for line, authority, decide_by, created_at, event, borrower, change in found
    ]  # fmt: skip
