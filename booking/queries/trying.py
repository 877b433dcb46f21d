"""What if somebody asked for this then: the findings by an owner's rules as they are and as a draft would have them. Nothing is written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy.orm import Session

from booking.queries.borrowers import stand_in
from booking.queries.catalogue import catalogue
from booking.queries.facts import Event, Wanted
from booking.queries.judging import JudgedLine, judge_lines
from booking.rules.admission import BorrowerCard, Finding
from booking.rules.catalogue import Catalogue, RuleCard
from booking.rules.periods import Period


@dataclass(frozen=True, slots=True)
class Case:
    """Who would ask (a kind of borrower of a municipality, perhaps recognised), for what, when, and at which moment."""

    asset: int
    kind: str
    home: int
    use: Period
    purpose: str
    recognition: str | None = None
    units: int = 1


@dataclass(frozen=True, slots=True)
class Tried:
    """The line by the rules of now and with the draft; what only one of them finds is what the draft changes."""

    before: JudgedLine
    after: JudgedLine

    @property
    def changed(self) -> tuple[list[Finding], list[Finding]]:
        """What is found now and not any more, and what is found then and not yet."""
        old, new = self.before.findings, self.after.findings
        return [each for each in old if not _among(each, new)], [each for each in new if not _among(each, old)]

    @property
    def same(self) -> list[Finding]:
        """What both find."""
        return [each for each in self.after.findings if _among(each, self.before.findings)]


def _among(finding: Finding, others: list[Finding]) -> bool:
    return any(finding.as_json() == other.as_json() for other in others)


def tried(session: Session, owner: int, draft: RuleCard, replacing: int | None, case: Case, now: datetime, asked: date) -> Tried:
    """Judge a case twice: with the owner's rules of the day `asked`, and with `draft` among them instead of the rule `replacing`.

    Raises NotFound for an asset that is not there, InvalidTime when its place stays shut too long.
    """
    known = catalogue(session)
    held = tuple(card for card in known.rules.get(owner, ()) if card.id != replacing)
    drafted = replace(draft, first=None, last=None)  # as if it held already: that is what is tried
    changed = replace(known, rules={**known.rules, owner: (*held, drafted)}, ruled={}, rules_by_id={})
    return Tried(_judged(session, known, case, now, asked), _judged(session, changed, case, now, asked))


def _judged(session: Session, known: Catalogue, case: Case, now: datetime, asked: date) -> JudgedLine:
    wanted = Wanted(known.assets[case.asset], case.use, case.units)
    event = Event(case.purpose, known.authorities[case.home].house(asked))
    return judge_lines(session, known, _borrower(case, asked), event, [wanted], now, asked).lines[0]


def _borrower(case: Case, day: date) -> BorrowerCard:
    """Somebody of whom is known what the case says and nothing else."""
    somebody = stand_in(case.kind, case.home)
    return replace(somebody, recognitions=((case.home, case.recognition, day, None),)) if case.recognition else somebody
