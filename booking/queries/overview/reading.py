"""One reservation, read in a fixed number of queries whatever the number of its lines, for whoever may see it or a part of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import RowMapping, Select, select
from sqlalchemy.orm import Session

from booking.queries.borrowers import card_of
from booking.queries.catalogue import catalogue
from booking.queries.lines import periods_of
from booking.queries.overview.views import ChangeView, DossierView, LineView, Overview, QuoteView
from booking.rules.admission import BorrowerCard
from booking.rules.admission.ruled import free_until, rules_met
from booking.rules.catalogue import Catalogue, relation
from booking.rules.lifecycle import LineState
from booking.rules.periods import local
from booking.rules.permissions import Actor, may
from booking.rules.refusals import NotFound
from models import Account, Amendment, Borrower, Decision, Dossier, Line, LineMove, Person, Quote, QuoteLine, Reservation
from models.reservations import id_of


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
    views = _dossiers(session, actor, known, borrower, seen)
    return Overview(
        reservation.id, reference, borrower.id, borrower.name, reservation.event, reservation.purpose, reservation.place,
        reservation.attendance, reservation.note, reservation.created_at, views, mine, reservation.account_id, borrower.email,
        borrower.phone, _people(session, reservation.account_id, views), reservation.beneficiary, reservation.beneficiary_id,
    )  # fmt: skip


def _people(session: Session, asker: int, dossiers: Iterable[DossierView]) -> dict[int, str]:
    lines = [line for dossier in dossiers for line in dossier.lines]
    keys = {asker, *(step["account_id"] for line in lines for step in (*line.moves, *line.decisions))}
    return dict(session.execute(select(Account.id, Account.name).where(Account.id.in_(keys - {None}))).all())


def _dossiers(session: Session, actor: Actor, known: Catalogue, borrower: Borrower, dossiers: Sequence[Dossier]) -> list[DossierView]:
    ids = [dossier.id for dossier in dossiers]
    quotes = _quotes(session, ids)
    asked = local(dossiers[0].created_at).date()
    lines = _lines(session, known, borrower, {dossier.id: dossier.authority_id for dossier in dossiers}, quotes, asked)
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
        view = QuoteView(q.version, q.net, q.vat, q.total, q.deposit, q.accepted_at, posts[q.id], q.created_at)
        found[q.dossier_id].append(view)
    return found


def _lines(
    session: Session, known: Catalogue, borrower: Borrower, dossiers: dict[int, int], quotes: dict[int, list[QuoteView]], asked: date
) -> dict[int, list[LineView]]:
    """The lines of each dossier; `dossiers` gives the authority of each, `asked` is the day on which they were."""
    who = card_of(session, known, borrower.id)
    rows = session.scalars(select(Line).where(Line.dossier_id.in_(dossiers)).order_by(Line.number)).all()
    ids = [line.id for line in rows]
    moves = _grouped(session, select(*LineMove.__table__.c).where(LineMove.line_id.in_(ids)).order_by(LineMove.id), "line_id")
    decisions = _grouped(session, select(*Decision.__table__.c).where(Decision.line_id.in_(ids)).order_by(Decision.id), "line_id")
    pending = session.scalars(select(Amendment).where(Amendment.line_id.in_(ids), Amendment.state == "pending"))
    changes = {change.line_id: _change(known, change) for change in pending}
    named = {key for line in rows for key in (line.operator_id, line.driver_id) if key}
    names = dict(session.execute(select(Person.id, Person.name).where(Person.id.in_(named))).all()) if named else {}
    views: defaultdict[int, list[LineView]] = defaultdict(list)
    for line in rows:
        newest, asset = quotes[line.dossier_id][:1], known.assets[line.asset_id]
        price = sum(post["amount"] for quote in newest for post in quote.posts if post["line_id"] == line.id and not post["deposit"])
        found = next((each["findings"] for each in reversed(decisions[line.id]) if each["findings"]), [])
        views[line.dossier_id].append(
            LineView(
                line.id, line.number, LineState(line.state), asset, line.units, periods_of(line), line.handover,
                line.holds_until, names.get(line.operator_id or 0), names.get(line.driver_id or 0), found,
                changes.get(line.id), moves[line.id], price, known.depot(asset, local(line.custody_start).date()), decisions[line.id],
                dict(line.measures or {}), _free_until(known, who, line, dossiers[line.dossier_id], asked),
            )
        )  # fmt: skip
    return views


def _free_until(known: Catalogue, borrower: BorrowerCard, line: Line, owner: int, asked: date) -> datetime:
    """Until when calling off costs nothing by the owner's rule of the day on which it was asked."""
    asset, custody = known.assets[line.asset_id], periods_of(line).custody
    tie = relation(known, asset, borrower.home, borrower.kind, custody)
    return free_until(rules_met(known, known.authorities[owner], asset, tie, borrower, asked), custody)


def _grouped(session: Session, query: Select[Any], column: str) -> dict[int, list[RowMapping]]:
    found: defaultdict[int, list[RowMapping]] = defaultdict(list)
    for row in session.execute(query).mappings():
        found[row[column]].append(row)
    return found


def _change(known: Catalogue, change: Amendment) -> ChangeView:
    return ChangeView(known.assets[change.asset_id], change.units, periods_of(change), change.asked_by, change.reason, change.holds_until)
