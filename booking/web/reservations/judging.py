"""What a half-filled form would come to: judged while it is typed, told beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from booking.queries.judging import Judged, JudgedDossier, JudgedLine
from booking.queries.nearby import Alternatives, alternatives
from booking.queries.waiting import ahead, queue_for
from booking.rules.admission import Outcome, Verdict, outcome
from booking.rules.catalogue import TermsCard
from booking.rules.charges import Difference
from booking.rules.charges.extras import price_of
from booking.rules.periods import InvalidTime
from booking.rules.refusals import Refused
from booking.rules.tariffs.asked import Extra, offered_extras
from booking.rules.waiting import FREED_IN_TIME, awaitable
from booking.services import reservations
from booking.web import basket
from booking.web.extensions import db
from booking.web.forms.reservation import ReservationForm, mark_of
from booking.web.session import current_actor
from booking.web.steps import Step, steps_of_request


@dataclass(frozen=True, slots=True)
class Outlook:
    """What was found, per line by its number on the form; `judged` None when there is nothing yet to judge."""

    judged: Judged | None = None
    found: dict[int, JudgedLine] = field(default_factory=dict)
    other: dict[int, Alternatives] = field(default_factory=dict)
    steps: list[Step] = field(default_factory=list)
    extras: dict[int, list[tuple[Extra, Difference]]] = field(default_factory=dict)
    queues: dict[int, int] = field(default_factory=dict)  # how many wait already, where one may wait too
    ticked_first: str = ""  # the finding that a box settles without which nothing can be sent

    @property
    def refused(self) -> dict[int, JudgedLine]:
        """The lines that cannot be had like this."""
        return {number: line for number, line in self.found.items() if line.outcome is Outcome.REFUSED}

    @property
    def confirmed(self) -> bool:
        """True when nobody needs to decide or bring anything, but tick a box that the page has: asking is having."""
        told = ([each for each in line.findings if each.code != self.ticked_first] for line in self.found.values())
        return bool(self.found) and all(outcome(findings) is Outcome.CONFIRMED for findings in told)

    @property
    def terms(self) -> list[tuple[str, frozenset[int], list[TermsCard]]]:
        """By owner the terms of use that are accepted with the request: its name, their ids, and the terms."""
        told = []
        for dossier in self.judged.dossiers if self.judged else ():
            cards = {card.id: card for line in dossier.lines for card in line.facts.terms}
            if cards:
                told.append((dossier.authority.name, frozenset(cards), list(cards.values())))
        return told

    @property
    def mark(self) -> str:
        """What was shown of price and terms, in short: when it is still the same, nobody has to look again."""
        if self.judged is None:
            return ""
        held = [(line.facts.asset.code, line.facts.periods.custody) for line in self.judged.lines]
        return mark_of([dossier.quote for dossier in self.judged.dossiers], held, [sorted(ids) for _owner, ids, _cards in self.terms])


def outlook(form: ReservationForm, moment: datetime) -> Outlook:
    """Price and findings of the lines that are complete; what makes no sense is told on the form."""
    numbers, ask = form.sketch()
    if ask is None:
        return Outlook()
    try:
        judged = reservations.preview(db.session(), current_actor(), ask, moment, basket.mine())
    except (InvalidTime, Refused) as wrong:
        form.blame(wrong.code, **wrong.details)
        return Outlook()
    found = dict(zip(numbers, judged.lines, strict=True))
    other = {number: near for number, line in found.items() if (near := _alternatives(form, line, moment))}
    first = "terms_not_accepted" if form.demands_terms else ""
    extras = {numbers[place - 1]: each for place, each in extras_of(judged.dossiers).items()}
    return Outlook(judged, found, other, steps_of_request(found), extras, _queues(form, found), first)


def _queues(form: ReservationForm, found: Mapping[int, JudgedLine]) -> dict[int, int]:
    lines = {number: line.facts for number, line in found.items() if awaitable(line.findings)}
    queue = queue_for(db.session(), form.known, {facts.asset.id for facts in lines.values()})
    return {number: ahead(form.known, queue, facts.asset, facts.periods.use) for number, facts in lines.items()}


def extras_of(dossiers: Sequence[JudgedDossier]) -> dict[int, list[tuple[Extra, Difference]]]:
    """By the number of the line: the services that may be taken with it, each with what it adds to the price."""
    told = {}
    for part in (part for dossier in dossiers for part in dossier.parts):
        for line in part.usage.lines:
            offered = offered_extras(part.card.prepared, line.category, line.asset, part.quote.group or "")
            told[line.number] = [(extra, price_of(part.card.prepared, part.usage, line.number, extra.name)) for extra in offered]
    return told


def _alternatives(form: ReservationForm, line: JudgedLine, moment: datetime) -> Alternatives | None:
    taken = any(finding.code in FREED_IN_TIME and finding.verdict is Verdict.REFUSED for finding in line.findings)
    return alternatives(db.session(), form.known, line, moment) if taken else None
