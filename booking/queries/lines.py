"""One line with what surrounds it, fetched and authorised in one call."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from booking.queries.beneficiaries import beneficiary_of
from booking.queries.borrowers import card_of
from booking.queries.facts import Event, Wanted
from booking.queries.held import names_of
from booking.queries.judging import JudgedLine, judge_lines
from booking.rules.admission import BorrowerCard
from booking.rules.agreements import Beyond
from booking.rules.catalogue import Catalogue, Choice
from booking.rules.custody import Periods
from booking.rules.kinds import Handover, RoleName
from booking.rules.lifecycle import CALLED_OFF, LineState
from booking.rules.periods import Period, local
from booking.rules.permissions import Actor, may
from booking.rules.refusals import NotAllowed, NotFound
from models import Amendment, Borrower, Dossier, Line, Membership, Reservation, Role
from models.reservations import LineShape, id_of, reference_of


@dataclass(slots=True)
class Standing:
    """A line as it stands, with its dossier and reservation."""

    line: Line
    dossier: Dossier
    reservation: Reservation

    @property
    def state(self) -> LineState:
        """The line's state as the word that the move table knows."""
        return LineState(self.line.state)

    @property
    def holder(self) -> str:
        """Its name in the ledger."""
        return f"line:{self.line.id}"


def standing(session: Session, actor: Actor, act: str, reference: str, number: int) -> Standing:
    """A line that the actor may do `act` to, read afresh. Raises NotFound to strangers and NotAllowed to who may only look."""
    found = session.execute(_STANDING, {"reservation": id_of(reference) or 0, "number": number}).one_or_none()
    if found is None or reference_of(found[2].id, found[2].created_at) != reference:
        raise NotFound()
    line, dossier, reservation, home = found
    subject = {
        "authorities": (dossier.authority_id,), "borrower": reservation.borrower_id, "asked_by": reservation.account_id, "home": home,
    }  # fmt: skip
    if not may(actor, "reservation.read", **subject):
        raise NotFound()
    if not may(actor, act, **subject):
        raise NotAllowed()
    return Standing(line, dossier, reservation)


_STANDING = (
    select(Line, Dossier, Reservation, Borrower.authority_id)
    .join(Dossier, Dossier.id == Line.dossier_id)
    .join(Reservation, Reservation.id == Line.reservation_id)
    .join(Borrower, Borrower.id == Reservation.borrower_id)
    .where(Reservation.id == bindparam("reservation"), Line.number == bindparam("number"))
    .execution_options(populate_existing=True)
)


def pending(session: Session, line_id: int) -> Amendment | None:
    """The amendment that waits beside a line, if any."""
    return session.scalars(select(Amendment).where(Amendment.line_id == line_id, Amendment.state == "pending")).one_or_none()


def borrower_of(session: Session, known: Catalogue, reservation: Reservation) -> BorrowerCard:
    """The borrower of a reservation; verified when the membership of the person who asked is, or when a desk of its home asked."""
    card = card_of(session, known, reservation.borrower_id)
    asker = reservation.account_id
    member = select(Membership.id).where(
        Membership.account_id == asker, Membership.borrower_id == reservation.borrower_id, Membership.verified_at.is_not(None)
    )
    if session.scalar(member.limit(1)) is not None:
        return card
    desk = select(Role.id).where(Role.account_id == asker, Role.authority_id == card.home, Role.name == RoleName.DESK)
    return replace(card, verified=session.scalar(desk.limit(1)) is not None)


def wanted_of(catalogue: Catalogue, line: Line, change: Amendment | None = None, asset_id: int | None = None) -> Wanted:
    """A standing line as something to be judged again, perhaps with another shape, way of travelling or asset."""
    form: LineShape = change or line
    way = (change.way if change else None) or {"handover": line.handover, "operator": line.operator_id, "driver": line.driver_id}
    return Wanted(
        asset=catalogue.assets[asset_id or line.asset_id],
        use=Period(form.use_start, form.use_end),
        units=form.units,
        handover=Handover(way["handover"]),
        operator=way["operator"],
        driver=way["driver"],
        measures={name: Decimal(amount) for name, amount in way["measures"].items()} if "measures" in way else line.amounts,
        ignoring=f"line:{line.id}",
        choice=_choice(line) if change is None and asset_id in (None, line.asset_id) else None,
    )


def as_kept(known: Catalogue, line: Line, *, settled: bool) -> Wanted:
    """A line as it was promised, for its price: a place that has closed since or a person who has left is no reason to have none."""
    return replace(wanted_of(known, line), kept=periods_of(line), operator=None, driver=None, settled=settled)


def _choice(line: Line) -> Choice | None:
    """What the owner chose about an agreement that ends before the line; of this promise, not of another date or asset."""
    return (line.agreement_id, Beyond(line.agreement_choice)) if line.agreement_id and line.agreement_choice else None


def judge_standing(session: Session, catalogue: Catalogue, found: Standing, wanted: Wanted, now: datetime) -> JudgedLine:
    """Judge one line of a reservation as it stands or would stand. Whom the line names and its borrower names no longer is nobody: what is
    found then tells that somebody is needed.
    """
    borrower = borrower_of(session, catalogue, found.reservation)
    event, booked = event_of(session, catalogue, found.reservation, borrower), booked_on(found.reservation)
    as_asked = (wanted.use.start, wanted.use.end) == (found.line.use_start, found.line.use_end)
    wanted = replace(_without_who_left(session, found.line, wanted, borrower, now), asked=booked if as_asked else None)
    return judge_lines(session, catalogue, borrower, event, [wanted], now, booked).lines[0]


def _without_who_left(session: Session, line: Line, wanted: Wanted, borrower: BorrowerCard, now: datetime) -> Wanted:
    kept = {person for person in (wanted.operator, wanted.driver) if person and person in (line.operator_id, line.driver_id)}
    if not kept:
        return wanted
    named = names_of(session, kept, borrower.id, local(now).date()) if borrower.verified else {}
    left = kept - named.keys()
    operator, driver = (None if person in left else person for person in (wanted.operator, wanted.driver))
    return replace(wanted, operator=operator, driver=driver)


def event_of(session: Session, catalogue: Catalogue, reservation: Reservation, borrower: BorrowerCard) -> Event:
    """What the reservation is for, for whom and where; without a place, the borrower's own municipality."""
    home = catalogue.authorities[borrower.home].house(local(reservation.created_at).date())
    whom = beneficiary_of(session, catalogue, reservation)
    return Event(reservation.purpose, reservation.place_authority_id or home, beneficiary=whom)


def booked_on(reservation: Reservation) -> date:
    """The Brussels date on which the reservation was asked."""
    return local(reservation.created_at).date()


def priced_lines(session: Session, dossier_id: int) -> list[Line]:
    """The lines of a dossier that count for its price, in their order: what was returned is still owed."""
    query = select(Line).where(Line.dossier_id == dossier_id, Line.state.not_in(CALLED_OFF)).order_by(Line.number)
    return list(session.scalars(query))


def periods_of(form: LineShape) -> Periods:
    """The three periods that are kept in columns."""
    return Periods(
        Period(form.use_start, form.use_end), Period(form.custody_start, form.custody_end), Period(form.blocked_start, form.blocked_end)
    )
