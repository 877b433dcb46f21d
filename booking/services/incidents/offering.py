"""Ways out of a conflict that its desk offers the borrower; and a replacement of what is lent already."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from booking.queries.catalogue import catalogue
from booking.queries.conflicts import get_conflict
from booking.queries.lines import Standing
from booking.queries.ways_out import judged_instead, rest_of_use, ways_out
from booking.rules.admission import Finding, Verdict
from booking.rules.admission.readiness import MAY_REFUSE
from booking.rules.catalogue import Catalogue
from booking.rules.kinds import OfferWay
from booking.rules.lifecycle import OPEN, LineState
from booking.rules.periods import Period, local
from booking.rules.permissions import Actor
from booking.rules.refusals import Refused, Taken
from booking.services import ledger, records
from booking.services.batch import each_line
from booking.services.reservations import ReceiptLine, approve
from booking.services.reservations.common import settle
from booking.services.reservations.linking import add_line
from booking.services.reservations.replacing import call_off_freely, standing_of
from booking.services.rows import add
from booking.services.transaction import transaction
from models import Account, Borrower, Conflict, ConflictOffer, Line

KEPT = ("gone", "accepted", "moved", "replaced")
"""How a conflict is settled after which its own line is kept: what is asked elsewhere waits for nothing any more."""


def offer(
    session: Session, actor: Actor, conflict_id: int, now: datetime, assets: Collection[int], dates: Sequence[Period], note: str = ""
) -> int:
    """The desk offers the borrower of a conflict these assets and dates, and to call it off free of charge; returns how many ways.

    What it offered before and nobody chose is taken back. The borrower gets a mail. Raises NotFound for a conflict of another desk, Refused
    `offer_unfit` for an asset or date that is not among what fits now, `field_required` for nothing at all.
    """
    with transaction(session):
        conflict = get_conflict(session, actor, conflict_id)
        found = standing_of(session, conflict.line_id)
        fit = ways_out(session, found, now)
        if any(fit.asset(key) is None for key in assets) or any(use not in fit.dates for use in dates):
            raise Refused("offer_unfit", field="assets")
        if not assets and not dates:
            raise Refused("field_required", field="assets")
        take_back_offers(session, conflict_id)
        row = {"conflict_id": conflict_id, "note": note, "offered_at": now, "offered_by_id": actor.account_id}
        for key in assets:
            add(session, ConflictOffer, **row, way=OfferWay.ASSET, asset_id=key)
        for use in dates:
            add(session, ConflictOffer, **row, way=OfferWay.DATE, use_start=use.start, use_end=use.end)
        if found.state is not LineState.HANDED_OVER:
            add(session, ConflictOffer, **row, way=OfferWay.CANCEL)
        _tell(session, found, note, now)
        ways = len(assets) + len(dates)
        records.audit(session, now, actor.account_id, "conflict.offer", ("conflict", conflict_id), conflict.authority, ways=ways)
        return ways


def take_back_offers(session: Session, conflict_id: int) -> None:
    """What nobody chose is offered no more."""
    left = (ConflictOffer.conflict_id == conflict_id, ConflictOffer.state == "offered")
    session.execute(update(ConflictOffer).where(*left).values(state="withdrawn"))


def link(session: Session, known: Catalogue, found: Standing, asset: int, account: int, now: datetime, note: str) -> ReceiptLine:
    """A new line on another asset instead of this one, for its use or for what is left of it; the leaves of both are locked.

    Raises Taken or Refused where the owner of the asset would refuse it. That it is asked late is for that owner to judge, and of its own
    assets a desk may set aside, with its note, what can be.
    """
    judged = judged_instead(session, known, found, asset, rest_of_use(found, now), now)
    findings = judged.lines[0].findings
    if judged.authority.id == found.dossier.authority_id:
        settle(findings, True, note)
    else:
        _may_be_asked(findings)
    return add_line(session, known, found, judged, account, now)


def replace_lent(session: Session, known: Catalogue, actor: Actor, found: Standing, asset: int, note: str, now: datetime) -> None:
    """The desk replaces what is lent by another asset of its own, from now on; what is lent comes back as it was to.

    Raises Refused `line_foreign` for another owner's asset, Taken or Refused when it cannot be.
    """
    if known.owner(known.assets[asset], local(now).date()).id != found.dossier.authority_id:
        raise Refused("line_foreign", field="asset")
    written = link(session, known, found, asset, actor.account_id or 0, now, note)
    if written.state is not LineState.APPROVED:
        approve(session, actor, found.reservation.reference, written.number, now, note, override=True)


def withdraw_needless(session: Session, now: datetime) -> int:
    """Take back what was asked of another owner instead of a promise that stands after all, as it was or changed by its own desk; returns
    how many. That owner and the borrower are told. Whoever chose it may have left since.
    """
    query = (
        select(ConflictOffer.line_id, ConflictOffer.answered_by_id)
        .join(Conflict, Conflict.id == ConflictOffer.conflict_id)
        .join(Line, Line.id == ConflictOffer.line_id)
        .where(ConflictOffer.state == "chosen", Conflict.resolution.in_(KEPT), Line.state.in_(OPEN))
    )
    asked = {line_id: account for line_id, account in session.execute(query) if line_id}

    def call_off(line_id: int) -> None:
        known = catalogue(session)
        leaves = known.assets[standing_of(session, line_id).line.asset_id].leaves
        ledger.turn(session, leaves, [], now)
        found = standing_of(session, line_id)
        if found.state in OPEN:
            call_off_freely(session, known, found, asked[line_id], now)
            _tell(session, found, "", now, "choice_needless")

    return each_line(session, "needless", asked, call_off)


def _may_be_asked(findings: Sequence[Finding]) -> None:
    refusals = [each for each in findings if each.verdict is Verdict.REFUSED]
    if any(each.code == "asset_taken" for each in refusals):
        raise Taken(findings=findings)
    if any(each.code not in MAY_REFUSE for each in refusals):
        raise Refused("request_refused", findings=findings)


def _tell(session: Session, found: Standing, note: str, now: datetime, event: str = "conflict_offer") -> None:
    known = catalogue(session)
    who = select(Borrower.email, Account.language).join(Account, Account.id == found.reservation.account_id)
    email, language = session.execute(who.where(Borrower.id == found.reservation.borrower_id)).one()
    payload = {
        "reference": found.reservation.reference, "number": found.line.number, "asset": known.assets[found.line.asset_id].name,
        "owner": known.authorities[found.dossier.authority_id].name, "reason": note,
    }  # fmt: skip
    records.mail(session, now, event, [email], payload, language)
