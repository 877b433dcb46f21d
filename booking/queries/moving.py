"""What would come of moving a line to another date or asset of its owner: findings, price, and whether its borrower must agree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from booking.queries.changed import Changed, changed
from booking.queries.judging import JudgedLine
from booking.queries.ledger import availability
from booking.queries.lines import Standing, borrower_of, judge_standing, periods_of, wanted_of
from booking.queries.ways_out import shortfalls
from booking.rules.admission import Verdict
from booking.rules.catalogue import AssetCard, Catalogue, is_own_service
from booking.rules.lifecycle import LineState
from booking.rules.moving import Notice, Stand, kept_until, noticed, stand
from booking.rules.periods import InvalidTime, Period, local
from booking.rules.permissions import Actor, may
from booking.rules.refusals import NotFound
from models import Contract


@dataclass(frozen=True, slots=True)
class Fit:
    """An asset of the same owner that a line may be moved to; `alike` when it is of the same category, `free` on the date that is asked."""

    asset: AssetCard
    alike: bool
    free: bool


@dataclass(frozen=True, slots=True)
class Moved(Changed):
    """A line as its owner would move it: `notices` is what its borrower would notice, `less` by what it falls short, `until` how long both
    would be kept free.

    `speaks` when who moves it also answers for the borrower, `own` when the borrower is a service of the owner itself.
    """

    notices: Sequence[Notice]
    less: Sequence[str]
    until: datetime
    speaks: bool
    own: bool

    @property
    def at_once(self) -> bool:
        """True when the owner may do it by itself: it then happens at once."""
        return self.speaks or self.own or not self.notices


def moved(
    session: Session, known: Catalogue, actor: Actor, found: Standing, use: Period, asset: int, now: datetime, units: int | None = None
) -> Moved:
    """A line as it would stand on another date or asset, nothing written.

    Raises NotFound for an asset that does not exist, Refused `line_foreign` for another owner's, InvalidTime where its place stays shut.
    """
    if asset not in known.assets:
        raise NotFound("asset_unknown", field="asset")
    wanted = wanted_of(known, found.line, asset_id=asset)
    then = changed(session, known, found, replace(wanted, use=use, units=units or wanted.units), now)
    judged, borrower = then.judged, borrower_of(session, known, found.reservation)
    old, less = known.assets[found.line.asset_id], shortfalls_of(known, found, asset)
    home, day = known.authorities[borrower.home], local(now).date()
    return Moved(
        judged=judged,
        prices=then.prices,
        before=then.before,
        notices=noticed(
            _standing(known, found, old),
            _judged_stand(known, judged),
            less=bool(less),
            dearer=_dearer(then.before, then.after),
            missing=_missing(judged) - _missing(_as_it_is(session, known, found, now)),
            contract=bool(session.scalar(select(exists().where(Contract.dossier_id == found.dossier.id)))),
        ),
        less=less,
        until=proposed_until(found, judged, now),
        speaks=may(actor, "line.answer", borrower=borrower.id, asked_by=found.reservation.account_id, home=borrower.home),
        own=is_own_service(judged.facts.owner, home, borrower.kind, day),
    )


def shortfalls_of(known: Catalogue, found: Standing, asset: int) -> list[str]:
    """By what an asset falls short of the one that is promised."""
    return [] if asset == found.line.asset_id else shortfalls(known.assets[found.line.asset_id], known.assets[asset])


def proposed_until(found: Standing, judged: JudgedLine, now: datetime) -> datetime:
    """How long a proposal waits for its answer: beside an option no longer than that one stands."""
    until = kept_until(found.line.custody_start, judged.facts.periods.custody.start, now)
    lapses = found.line.holds_until if found.state is LineState.OPTION else None
    return min(until, lapses) if lapses else until


def fitting(session: Session, known: Catalogue, old: AssetCard, units: int, holder: str, use: Period, now: datetime) -> list[Fit]:
    """What the owner of an asset has that would do instead of it for a line, whose name in the ledger is `holder`: itself first, then of
    the same category, then whatever else can be fetched (or, of a hall, be used in place) as it can; each with as many units.

    One query of the ledger; what the line itself holds is free for it.
    """
    day = local(use.start).date()
    owner = known.owner(old, day).id
    owned = [
        card for card in known.assets.values()
        if card.in_place == old.in_place and units <= card.units and known.owner(card, day).id == owner
        and (card.in_service_until is None or day <= card.in_service_until)
    ]  # fmt: skip
    free = availability(session, known, use, now, owned, [holder])
    fits = [Fit(card, card.category == old.category, bool(periods) and units <= left) for card, left, periods in free]
    return sorted(fits, key=lambda fit: (fit.asset.id != old.id, not fit.alike, fit.asset.category, fit.asset.name, fit.asset.code))


def _dearer(before: tuple[int, int] | None, after: tuple[int, int] | None) -> bool:
    """True when either sum rises, and when something gets a price that had none."""
    return after is not None and any(new > old for new, old in zip(after, before or (0, 0), strict=True))


def _standing(known: Catalogue, found: Standing, asset: AssetCard) -> Stand:
    line, periods = found.line, periods_of(found.line)
    depot = known.depot(asset, local(line.custody_start).date()).id
    return stand(periods.use, periods.custody, asset.category, asset.id, depot, line.handover, in_place=asset.in_place)


def _judged_stand(known: Catalogue, judged: JudgedLine) -> Stand:
    facts, asset = judged.facts, judged.facts.asset
    depot = known.depot(asset, facts.first_day).id
    periods = facts.periods
    return stand(periods.use, periods.custody, asset.category, asset.id, depot, judged.wanted.handover, in_place=asset.in_place)


def _as_it_is(session: Session, known: Catalogue, found: Standing, now: datetime) -> JudgedLine | None:
    """The line as it stands, judged now; None where its place stays shut meanwhile."""
    try:
        return judge_standing(session, known, found, wanted_of(known, found.line), now)
    except InvalidTime:
        return None


def _missing(judged: JudgedLine | None) -> set[str]:
    """The codes of what is still to be brought."""
    return {finding.code for finding in judged.findings if finding.verdict is Verdict.NEEDS_DOCUMENT} if judged else set()
