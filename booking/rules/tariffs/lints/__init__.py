"""What a regulation leaves open: it computes, but a council would want to know before it publishes."""

from __future__ import annotations

from booking.rules.tariffs.lints.clock import open_clock
from booking.rules.tariffs.lints.found import Lint
from booking.rules.tariffs.lints.groups import unreachable
from booking.rules.tariffs.lints.ladders import open_index, open_ladder
from booking.rules.tariffs.lints.ranges import brackets, open_ranges
from booking.rules.tariffs.objects import Regulation

__all__ = ["Lint", "lints", "unanswered"]


def lints(regulation: Regulation) -> list[Lint]:
    """Groups that no borrower reaches, years without an index, and for each article in order: gaps and overlaps in its brackets, in the
    hours of its day and week and between it and the other articles about the same things, and a ladder that does not end.
    """
    found = [*unreachable(regulation), *open_index(regulation)]
    ranges = list(open_ranges(regulation))
    for article in regulation.articles:
        found += [*brackets(article), *open_clock(article), *open_ladder(article)]
        found += [lint for lint in ranges if lint.article == article.number]
    return found


def unanswered(regulation: Regulation) -> list[Lint]:
    """Those to which the council gave no reason. An answer that does not say where is about all of its article."""
    answers = {(answer.warning, answer.article, answer.at) for answer in regulation.answered if answer.reason.strip()}
    return [lint for lint in lints(regulation) if not {lint.key, (lint.code, lint.article, "")} & answers]
