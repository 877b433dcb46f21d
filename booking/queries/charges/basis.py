"""What the newest price of a dossier was computed from: the regulations of then, the circumstances of then, the reports since."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import takewhile
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.queries.eras import school_holidays_of
from booking.queries.regulations import stored_regulation
from booking.rules.catalogue import Catalogue
from booking.rules.charges import COMPUTED, Report, as_it_was
from booking.rules.charges.kept_usage import usage_from_json
from booking.rules.tariffs import Era, Prepared, Quote, Usage, prepare, quote, quote_across
from booking.rules.tariffs.asked import Extra, offered_extras, told_afterwards
from models import Line, QuoteBasis, ReturnReport
from models import Quote as KeptQuote


@dataclass(frozen=True, slots=True)
class Part:
    """The usage that one regulation priced; its lines are numbered by their id."""

    regulation: int
    prepared: Prepared
    usage: Usage

    def of_lines(self, lines: Collection[int], cancelled_on: date | None = None) -> Part:
        """The same for these lines alone, perhaps as withdrawn on a day."""
        mine = tuple(line for line in self.usage.lines if line.number in lines)
        return replace(self, usage=replace(self.usage, lines=mine, cancelled_on=cancelled_on))

    def really(self, reports: Mapping[int, Report]) -> Part:
        """The same with what was reported of its lines."""
        lines = tuple(as_it_was(self.prepared, line, reports.get(line.number)) for line in self.usage.lines)
        return replace(self, usage=replace(self.usage, lines=lines))


def parts_of(session: Session, known: Catalogue, dossier: int) -> list[Part]:
    """What the newest quote of a dossier rests on, priced by the very versions that priced it, succeeded or not. Empty where the desk set
    the price itself, or where the quote is older than its basis is kept.
    """
    query = (
        select(QuoteBasis.parts)
        .join(KeptQuote, KeptQuote.id == QuoteBasis.quote_id)
        .where(KeptQuote.dossier_id == dossier)
        .order_by(KeptQuote.version.desc())
        .limit(1)
    )
    found = session.scalar(query) or []
    return [Part(each["regulation"], _prepared(session, known, each["regulation"]), _usage(known, each["usage"])) for each in found]


def _usage(known: Catalogue, plain: Mapping[str, Any]) -> Usage:
    usage = usage_from_json(plain, known.holidays)
    return replace(usage, school_holidays=school_holidays_of(usage.lines))


def prices(parts: Sequence[Part]) -> list[Quote]:
    """What each regulation asks; a part without lines only prices the last days of the stays in the part before it."""
    found: list[Quote] = []
    for index, part in enumerate(parts):
        if part.usage.lines:
            later = [each.prepared for each in takewhile(lambda each: not each.usage.lines, parts[index + 1 :])]
            found += _across([part.prepared, *later], part.usage) if later else [quote(part.prepared, part.usage)]
    return found


def _across(succession: Sequence[Prepared], usage: Usage) -> list[Quote]:
    return [asked for _, asked in quote_across(_eras(succession), usage)]


def _eras(succession: Sequence[Prepared]) -> list[Era]:
    """Each until the day before the next begins; the first prices whatever came before it, the last whatever comes after."""
    firsts = [date.min, *(each.regulation.valid_from for each in succession[1:])]
    lasts = [*(first - timedelta(days=1) for first in firsts[1:]), None]
    return [Era(prepared, first, last) for prepared, first, last in zip(succession, firsts, lasts, strict=True)]


def reports_of(session: Session, dossier: int) -> dict[int, Report]:
    """All that was reported of the lines of a dossier, by line id."""
    query = select(ReturnReport).join(Line, Line.id == ReturnReport.line_id).where(Line.dossier_id == dossier).order_by(ReturnReport.id)
    found: dict[int, Report] = {}
    for row in session.scalars(query):
        measures = {name: Decimal(amount) for name, amount in row.measures.items()}
        told = Report(timedelta(seconds=row.seconds_late), row.units_missing, measures)
        found[row.line_id] = found.get(row.line_id, Report()).joined(told)
    return found


def _prepared(session: Session, known: Catalogue, regulation: int) -> Prepared:
    for cards in known.regulations.values():
        for card in cards:
            if card.id == regulation:
                return card.prepared
    return prepare(stored_regulation(session, regulation))


def told_on_return(session: Session, known: Catalogue, dossier: int, line: int) -> dict[str, tuple[str, Decimal | None]]:
    """What whoever takes a line back is asked, by measure: the title of the article that counts with it and the amount agreed, if any."""
    for part in parts_of(session, known, dossier):
        for usage in part.usage.lines:
            if usage.number == line:
                agreed = usage.measures
                titles = told_afterwards(part.prepared, usage.category, usage.asset, agreed)
                return {name: (title, agreed.get(name)) for name, title in titles.items() if name not in COMPUTED}
    return {}


def extras_of(session: Session, known: Catalogue, dossiers: Collection[int]) -> dict[int, list[tuple[Extra, Decimal]]]:
    """The services that are taken with each line of these dossiers, with how much of each, by line id."""
    found: dict[int, list[tuple[Extra, Decimal]]] = {}
    for part in (part for dossier in dossiers for part in parts_of(session, known, dossier)):
        for line in part.usage.lines:
            offered = offered_extras(part.prepared, line.category, line.asset)
            found[line.number] = [(extra, amount) for extra in offered if (amount := line.measures.get(extra.name))]
    return found
