"""What lapses of what people hold: policies, attests and licences of who is named, recognitions. One query each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, or_, select
from sqlalchemy.orm import Session

from booking.queries.held import is_accepted
from booking.queries.register.catalogued import asked_of_people
from booking.queries.register.loans import Loan, asks, stopped
from booking.rules.admission.holding import QualificationCard
from booking.rules.catalogue import AssetCard, Catalogue
from booking.rules.register import Cause, Kind, Matter, Who, covered_until, lapses
from models import Borrower, Person, Policy, Qualification, Recognition

Rows = Sequence[Row[Any]]


def policies(
    session: Session, known: Catalogue, ours: Collection[int], loans: Sequence[Loan], today: date, days: int
) -> Iterator[Matter]:
    """Policies of ours, and of those who borrow from us soon, that end without another of their kind for as much, and about the same."""
    borrowers = {loan.borrower: loan.borrower_name for loan in loans if loan.lent}
    columns = (Policy.id, Policy.borrower_id, Policy.authority_id, Policy.kind, Policy.insurer, Policy.number)
    query = select(*columns, Policy.valid_from, Policy.valid_until, Policy.amount_cents, Policy.asset_ids, Policy.category_ids).where(
        is_accepted(Policy), or_(Policy.authority_id.in_(ours), Policy.borrower_id.in_(borrowers))
    )
    for (authority, borrower, kind), rows in _grouped(session.execute(query), lambda row: (row.authority_id, row.borrower_id, row.kind)):
        insured = [loan for loan in loans if loan.borrower == borrower or (authority and loan.home == authority and not loan.lent)]
        who, whom = (Who.BORROWER, borrowers[borrower]) if borrower else (Who.OWNER, known.authorities[authority].name)
        for last, until in _ending(rows, today):
            if lapses(until, today, days):
                hit = (loan for loan in insured if loan.last > until and asks(known, loan, kind) and _is_about(last, loan.asset))
                yield Matter(Kind.POLICY, Cause.LAPSES, f"{last.insurer} {last.number}", who, whom, until, last.id, stopped(hit))


def _ending(rows: Rows, today: date) -> list[tuple[Row[Any], date]]:
    """Of the policies that hold today the last of those that follow on each, and its end: a renewal insures at least as much, and all that
    the one before it was about.
    """
    found = {}
    for row in rows:
        as_good = [each for each in rows if each.amount_cents >= row.amount_cents and _covers(each, row)]
        until = _until(as_good, today) if row.valid_from <= today <= (row.valid_until or date.max) else None
        if until is not None:
            last = max((each for each in as_good if (each.valid_until or date.max) == until), key=lambda each: each.id)
            found[last.id] = last, until
    return [*found.values()]


def _covers(one: Row[Any], other: Row[Any]) -> bool:
    """True for a policy that is about all that another is about; without a name it is about everything."""
    if not (one.asset_ids or one.category_ids):
        return True
    named = bool(other.asset_ids or other.category_ids)
    return named and {*(other.asset_ids or ())} <= {*(one.asset_ids or ())} and {*(other.category_ids or ())} <= {*(one.category_ids or ())}


def _is_about(row: Row[Any], asset: AssetCard) -> bool:
    everything = not (row.asset_ids or row.category_ids)
    return everything or asset.id in (row.asset_ids or ()) or asset.category_id in (row.category_ids or ())


def qualifications(session: Session, known: Catalogue, loans: Sequence[Loan], today: date, days: int) -> Iterator[Matter]:
    """People who are named on coming loans that ask something of them: what serves for it is not there, not judged, or ends."""
    asking: defaultdict[tuple[int, frozenset[str]], list[Loan]] = defaultdict(list)
    for loan in loans:
        for asked in asked_of_people(known, loan):
            asking[asked].append(loan)
    query = (
        select(Person.id, Person.name, Qualification.id.label("held"), is_accepted(Qualification).label("accepted"))
        .add_columns(Qualification.kind, Qualification.held_since, Qualification.valid_from, Qualification.valid_until)
        .outerjoin(Qualification, Qualification.person_id == Person.id)
        .where(Person.id.in_({person for person, _enough in asking}))
        .order_by(Person.id, Qualification.id)
    )
    found = dict(_grouped(session.execute(query), lambda row: row.id))
    for (person, enough), mine in asking.items():
        rows = found[person]
        held = [row for row in rows if row.held and _serves_as(row) in enough]
        judged = [row for row in held if row.accepted]
        until = _until(judged, today)
        if until is not None and not lapses(until, today, days):
            continue
        hits = stopped(loan for loan in mine if until is None or loan.last > until)
        unjudged = bool(held) and not judged
        cause = Cause.UNJUDGED if unjudged else Cause.LAPSES if judged else Cause.MISSING
        who = Who.OWNER if unjudged else Who.BORROWER
        whom = known.authorities[mine[0].owner].name if unjudged else mine[0].borrower_name
        yield Matter(Kind.QUALIFICATION, cause, rows[0].name, who, whom, until, person, hits)


def _serves_as(row: Row[Any]) -> str:
    return QualificationCard(row.kind, row.valid_from, row.valid_until, since=row.held_since).serves_as


def recognitions(session: Session, ours: Collection[int], today: date, days: int) -> Iterator[Matter]:
    """Recognitions that one of ours gave and that end without another."""
    columns = (Recognition.id, Recognition.authority_id, Recognition.category, Recognition.valid_from, Recognition.valid_until)
    query = (
        select(*columns, Borrower.id.label("borrower"), Borrower.name)
        .join(Borrower, Borrower.id == Recognition.borrower_id)
        .where(Recognition.authority_id.in_(ours))
        .order_by(Recognition.id)
    )
    for _key, rows in _grouped(session.execute(query), lambda row: (row.borrower, row.authority_id, row.category)):
        until = _until(rows, today)
        if until is not None and lapses(until, today, days):
            yield Matter(Kind.RECOGNITION, Cause.LAPSES, rows[0].name, Who.BORROWER, rows[0].name, until, rows[-1].id)


def _until(rows: Rows, today: date) -> date | None:
    return covered_until([(row.valid_from, row.valid_until) for row in rows], today)


def _grouped(rows: Any, key: Any) -> Iterator[tuple[Any, Rows]]:
    found: defaultdict[Any, list[Row[Any]]] = defaultdict(list)
    for row in rows:
        found[key(row)].append(row)
    yield from found.items()
