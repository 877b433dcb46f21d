"""What a council must answer for before it publishes: what its regulation leaves open, and how it fits beside its other ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from booking.rules.tariffs import ALL, KINDS, Answer, Json, Regulation, lints

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Doubt:
    """A warning that stands in the way of publication until somebody says why it may stand. With `article` and `at` it is known again."""

    code: str
    article: str | None = None
    at: str = ""
    details: Mapping[str, Json] = field(default_factory=dict)

    @property
    def key(self) -> tuple[str, str | None, str]:
        """What an answer names it by."""
        return self.code, self.article, self.at


def doubts(regulation: Regulation, others: Sequence[Regulation]) -> list[Doubt]:
    """Everything to be answered about a regulation with its definitive days, beside the `others` that its owner has published.

    An other that this one succeeds is given as it will be: ended on the day before.
    """
    found = [Doubt(lint.code, lint.article, lint.at, lint.details) for lint in lints(regulation)]
    found += _early(regulation)
    rivals = [(other, codes) for other in others if (codes := contested(regulation, other))]
    found += _overlaps(regulation, rivals)
    found += _gaps(regulation, [other for other, _ in rivals])
    return found


def unanswered(found: Iterable[Doubt], answers: Iterable[Answer]) -> list[Doubt]:
    """Those to which nobody has given a reason. An answer that does not say where is about all of its article."""
    answered = {(answer.warning, answer.article, answer.at) for answer in answers if answer.reason.strip()}
    return [doubt for doubt in found if not {doubt.key, (doubt.code, doubt.article, "")} & answered]


def still_meant(found: Iterable[Doubt], answers: Iterable[Answer]) -> tuple[Answer, ...]:
    """The answers to a doubt that there still is: one that a draft had outgrown is left out."""
    keys = {key for doubt in found for key in (doubt.key, (doubt.code, doubt.article, ""))}
    return tuple(answer for answer in answers if (answer.warning, answer.article, answer.at) in keys)


def contested(one: Regulation, other: Regulation) -> list[str]:
    """The category and asset codes that two regulations are equally specific about; `all` where both are about everything.

    Who covers something by name goes before who covers all, so the two do not contest it.
    """
    if one.covers and other.covers:
        return sorted(set(one.covers) & set(other.covers))
    if one.covers or other.covers:
        return []
    mine, theirs = _priced(one), _priced(other)
    if ALL in mine and ALL in theirs:
        return [ALL]
    return sorted((theirs if ALL in mine else mine if ALL in theirs else mine & theirs) - {ALL})


def _priced(regulation: Regulation) -> set[str]:
    """The codes that its articles have a hire for; ALL when one of them is about everything."""
    hire = [article for article in regulation.articles if KINDS[article.kind].scope == "line"]
    return {code for article in hire for code in article.targets or (ALL,)}


def _early(regulation: Regulation) -> Iterator[Doubt]:
    if regulation.published_on is not None and regulation.valid_from < regulation.published_on:
        days = {"valid_from": regulation.valid_from.isoformat(), "published_on": regulation.published_on.isoformat()}
        yield Doubt("before_publication", None, regulation.valid_from.isoformat(), days)


def _overlaps(regulation: Regulation, rivals: Iterable[tuple[Regulation, list[str]]]) -> Iterator[Doubt]:
    for other, codes in rivals:
        first, last = max(regulation.valid_from, other.valid_from), min(_last(regulation), _last(other))
        if first <= last:
            details: dict[str, Json] = {"title": other.title, "from": first.isoformat(), "codes": [*codes]}
            if last < date.max:
                details["until"] = last.isoformat()
            yield Doubt("versions_overlap", None, other.title, details)


def _gaps(regulation: Regulation, rivals: Sequence[Regulation]) -> Iterator[Doubt]:
    """Days without any tariff between this one and the nearest before or after it."""
    before = [other for other in rivals if _last(other) < regulation.valid_from]
    after = [other for other in rivals if _last(regulation) < other.valid_from]
    pairs = [(max(before, key=_last), regulation)] if before else []
    pairs += [(regulation, min(after, key=lambda other: other.valid_from))] if after else []
    for earlier, later in pairs:
        first, last = _last(earlier) + DAY, later.valid_from - DAY
        if first <= last:
            days = {"from": first.isoformat(), "until": last.isoformat()}
            yield Doubt("versions_gap", None, f"{first.isoformat()} {last.isoformat()}", days)


def _last(regulation: Regulation) -> date:
    return regulation.valid_until or date.max
