"""What a council must answer for, as a sentence: what its regulation leaves open by itself, and how it stands beside the others."""

from __future__ import annotations

from booking.rules.regulations import Doubt
from booking.rules.tariffs import Lint
from booking.words import say
from booking.words.tariffs.lints import LINTS, advise


def doubted(doubt: Doubt, language: str = "nl") -> str:
    """The sentence of a doubt in nl, en or fr."""
    if doubt.code in LINTS:
        return advise(Lint(doubt.code, doubt.article, doubt.details), language)
    return say(f"doubt.{doubt.code}", language, **doubt.details)
