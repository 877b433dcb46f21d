"""What the pages about regulations say in common: names of what a regulation covers, its examples with their sums, its doubts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from booking.queries.catalogue import catalogue
from booking.rules.regulations import Doubt, Proof
from booking.rules.tariffs import ExampleResult, Quote, Regulation, TariffError, lints, prepare, quote
from booking.web.extensions import db
from booking.web.language import language
from booking.web.regulations.blueprint import pages
from booking.words import label
from booking.words.moments import plain_day
from booking.words.regulations import DOUBTS
from booking.words.sentences import SENTENCES
from booking.words.tariffs import advise, describe
from booking.words.tariffs.doubts import doubted
from booking.words.tariffs.written import example_told


@dataclass(frozen=True, slots=True)
class Told:
    """A worked example: who borrows what, each expected figure with what came out, and the sum behind it."""

    name: str
    who: str
    lines: tuple[str, ...]
    results: tuple[ExampleResult, ...]
    quote: Quote | None

    @property
    def holds(self) -> bool:
        """True when every figure comes out."""
        return bool(self.results) and all(result.holds for result in self.results)


def names() -> dict[str, str]:
    """The names of categories and assets by their codes, in the reader's language."""
    known = catalogue(db.session())
    found = {card.code: card.name for card in known.assets.values()}
    return {**found, **{code: named(code) for code in {card.category for card in known.assets.values()}}}


@pages.app_template_filter("covered")
def covered(codes: Iterable[str]) -> list[str]:
    """Filter: category and asset codes as names; nothing for all."""
    wanted = list(codes)
    known = names() if wanted else {}
    return [known.get(code, code) for code in wanted]


@pages.app_template_filter("plain_day")
def plain_day_(day: date) -> str:
    """Filter: `12 juni 2027`: of a decision nobody asks the day of the week."""
    return plain_day(day, language())


@pages.app_template_filter("doubted")
def doubted_(doubt: Doubt) -> str:
    """Filter: a doubt as a sentence."""
    return doubted(doubt, language())


@pages.app_template_filter("problem")
def problem(error: TariffError) -> str:
    """Filter: why a regulation cannot be used."""
    return describe(error.code, error.details, language())


def answers(regulation: Regulation | None) -> list[tuple[str, str]]:
    """Each warning that was answered, as a sentence, with its reason; one that a draft has outgrown is left out."""
    if regulation is None:
        return []
    found = {(lint.code, lint.article): lint for lint in lints(regulation)}
    told = []
    for answer in regulation.answered:
        if lint := found.get((answer.warning, answer.article)):
            told.append((advise(lint, language()), answer.reason))
        elif answer.warning in DOUBTS:
            told.append((": ".join(filter(None, [label("doubt_about", answer.warning, language()), answer.at])), answer.reason))
    return told


def examples(proof: Proof, known: Mapping[str, str]) -> list[Told]:
    """The worked examples of a regulation that can be used, in its order; none of one that cannot."""
    regulation = proof.regulation
    if regulation is None or proof.problem is not None:
        return []
    quotes = _quotes(regulation)
    return [
        Told(
            example.name, *example_told(example, language(), known),
            tuple(result for result in proof.results if result.name == example.name), quotes.get(example.name),
        )
        for example in regulation.examples
    ]  # fmt: skip


def named(category: str) -> str:
    """The word for a category; its code where nobody named it."""
    return label("category", category, language()) if f"category.{category}" in SENTENCES else category.replace("_", " ")


def _quotes(regulation: Regulation) -> dict[str, Quote]:
    prepared = prepare(regulation)
    return {example.name: quote(prepared, example.usage) for example in regulation.examples}
