"""Rules of one owner that answer the same question for the same case: which of them would win is nobody's intention."""

from __future__ import annotations

from collections.abc import Iterable

from booking.rules.catalogue.terms import RuleCard


def contending(card: RuleCard, others: Iterable[RuleCard]) -> list[tuple[RuleCard, frozenset[str]]]:
    """The other rules that are as specific, about the same and in force on some same day, with the questions that both answer.

    Blackouts never contend: every one of them counts.
    """
    found = []
    for other in others:
        both = frozenset(card.answers) & frozenset(other.answers)
        if both and other.id != card.id and _scope(other) == _scope(card) and _overlap(card, other):
            found.append((other, both))
    return found


def _scope(card: RuleCard) -> tuple[object, ...]:
    return card.asset, card.category, card.relation, card.recognition, card.borrower_kind


def _overlap(one: RuleCard, other: RuleCard) -> bool:
    """True when some day lies in both, each day included; a rule that ended before it began holds on none."""
    first = max((day for day in (one.first, other.first) if day), default=None)
    last = min((day for day in (one.last, other.last) if day), default=None)
    return first is None or last is None or first <= last
