"""What would come of changing a line that stands: its findings, and what its whole dossier would cost. Nothing is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.queries.facts import Wanted
from booking.queries.judging import JudgedDossier, JudgedLine, judge_lines
from booking.queries.lines import Standing, as_kept, booked_on, borrower_of, event_of, judge_standing, priced_lines, wanted_of
from booking.rules.admission import BorrowerCard
from booking.rules.asking import AskLine
from booking.rules.catalogue import Catalogue
from booking.rules.refusals import NotFound, Refused
from models import Quote


@dataclass(frozen=True, slots=True)
class Changed:
    """A line as it would stand. `prices` is what its whole dossier would cost, `before` what it costs now (total and deposit, in cents;
    None without a price).
    """

    judged: JudgedLine
    prices: Sequence[JudgedDossier]
    before: tuple[int, int] | None

    @property
    def after(self) -> tuple[int, int] | None:
        """Total and deposit of the dossier as it would be; None where no regulation prices it."""
        return total_of(self.prices)

    @property
    def difference(self) -> int | None:
        """What the dossier would cost more, in cents; None where either has no price."""
        return self.after[0] - self.before[0] if self.before is not None and self.after is not None else None


def as_asked(known: Catalogue, found: Standing, change: AskLine) -> Wanted:
    """A line as its borrower would have it; who drives and who operates stays where nobody else is named.

    Raises NotFound `asset_unknown`, Refused `units_beyond_stock`.
    """
    if change.asset not in known.assets:
        raise NotFound("asset_unknown", field="asset")
    asset = known.assets[change.asset]
    if not 0 < change.units <= asset.units:
        raise Refused("units_beyond_stock", field="units", units=change.units, limit=asset.units, asset=asset.name)
    return replace(
        wanted_of(known, found.line, asset_id=asset.id), use=change.use, units=change.units, handover=change.handover,
        operator=change.operator or found.line.operator_id, driver=change.driver or found.line.driver_id, measures=dict(change.measures),
    )  # fmt: skip


def judged_anew(session: Session, known: Catalogue, found: Standing, wanted: Wanted, now: datetime) -> JudgedLine:
    """What is found about a line that stands, were it what is wanted.

    Raises Refused `line_foreign` for another owner's asset, which is a new line, and InvalidTime where its place stays shut.
    """
    judged = judge_standing(session, known, found, wanted, now)
    if judged.facts.owner.id != found.dossier.authority_id:
        raise Refused("line_foreign", field="asset")
    return judged


def changed(session: Session, known: Catalogue, found: Standing, wanted: Wanted, now: datetime) -> Changed:
    """A line as it would stand, with the price of its dossier now and then. Raises as `judged_anew`."""
    judged, borrower = judged_anew(session, known, found, wanted, now), borrower_of(session, known, found.reservation)
    return Changed(judged, _priced_with(session, known, found, borrower, wanted, now), _kept(session, found.dossier.id))


def total_of(prices: Sequence[JudgedDossier]) -> tuple[int, int] | None:
    """Total and deposit of a priced dossier together; None when nothing prices it."""
    quotes = [each.quote for each in prices if each.quote]
    return (sum(quote.total for quote in quotes), sum(quote.deposit for quote in quotes)) if quotes else None


def _priced_with(
    session: Session, known: Catalogue, found: Standing, borrower: BorrowerCard, wanted: Wanted, now: datetime
) -> Sequence[JudgedDossier]:
    """The dossier as `quotes.again` would price it once this line is what is wanted."""
    anew = replace(wanted, operator=None, driver=None)
    lines = [
        anew if line.id == found.line.id else as_kept(known, line, settled=True) for line in priced_lines(session, found.dossier.id)
    ]
    event = event_of(session, known, found.reservation, borrower)
    return judge_lines(session, known, borrower, event, lines, now, booked_on(found.reservation)).dossiers if lines else ()


def _kept(session: Session, dossier: int) -> tuple[int, int] | None:
    """What the newest version of a dossier's quote comes to."""
    newest = select(Quote.total, Quote.deposit).where(Quote.dossier_id == dossier).order_by(Quote.version.desc()).limit(1)
    row = session.execute(newest).one_or_none()
    return (row[0], row[1]) if row else None
