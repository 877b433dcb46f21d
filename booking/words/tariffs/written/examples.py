"""A worked example in words: who borrows what, and when."""

from __future__ import annotations

from collections.abc import Mapping

from booking.rules.tariffs import Applicant, Example, LineUsage
from booking.words.format import enumeration
from booking.words.kinds import BORROWER_KINDS, HANDOVERS, PURPOSES
from booking.words.moments import day, period
from booking.words.numbers import decimal
from booking.words.people import RECOGNITIONS
from booking.words.tariffs.nouns import counted, things
from booking.words.tariffs.written.closed_lists import CHOICES
from booking.words.tariffs.written.terms import measure

_RECOGNISED = {"nl": "erkend", "en": "recognised", "fr": "reconnu"}
_RELATIONS = {
    "own": {"nl": "uit de eigen gemeente", "en": "of the owner's municipality", "fr": "de la commune même"},
    "co-owner": {"nl": "mede-eigenaar", "en": "co-owner", "fr": "copropriétaire"},
    "partner": {"nl": "met een overeenkomst", "en": "with an agreement", "fr": "avec une convention"},
}
_RECIPROCAL = {"nl": "laat ons gratis lenen", "en": "lends free to us", "fr": "nous prête gratuitement"}
_BEFORE = {"nl": "{0} eerder dit jaar", "en": "{0} earlier this year", "fr": "{0} plus tôt cette année"}
_CANCELLED = {"nl": "geannuleerd op {0}", "en": "cancelled on {0}", "fr": "annulé le {0}"}


def example_told(example: Example, language: str, named: Mapping[str, str] = {}) -> tuple[str, tuple[str, ...]]:
    """Who borrows, and each line: (borrower, lines). `named` gives the names of assets and categories by code."""
    usage = example.usage
    who = borrower_told(usage.borrower, language)
    if usage.cancelled_on:
        who = f"{who}, {_CANCELLED[language].format(day(usage.cancelled_on, language))}"
    return who, tuple(line_told(line, language, named) for line in usage.lines)


def borrower_told(borrower: Applicant, language: str) -> str:
    """`vereniging, erkend (cultuur), uit de eigen gemeente`."""
    parts = [BORROWER_KINDS[borrower.kind][language] if borrower.kind in BORROWER_KINDS else borrower.kind]
    if borrower.recognised:
        names = [RECOGNITIONS[each][language] if each in RECOGNITIONS else each for each in sorted(borrower.recognised)]
        parts.append(f"{_RECOGNISED[language]} ({enumeration(names, language)})")
    if borrower.relation in _RELATIONS:
        parts.append(_RELATIONS[borrower.relation][language])
    if borrower.reciprocal:
        parts.append(_RECIPROCAL[language])
    if borrower.preferred:
        parts.append(borrower.preferred.source)
    return ", ".join(parts)


def line_told(line: LineUsage, language: str, named: Mapping[str, str] = {}) -> str:
    """`Lokaal Jozef Simons, za 13 februari 2027 14:00–18:20`."""
    what = named.get(line.asset, line.asset) if line.asset else things(line.units, line.category, language)
    if line.asset and line.units != 1:
        what = f"{line.units} × {what}"
    parts = [what, period(line.use, language)]
    if line.purpose in PURPOSES:
        parts.append(PURPOSES[line.purpose][language])
    if line.handover != "pickup":
        parts.append(HANDOVERS[line.handover][language])
    if line.place in CHOICES["place"]:
        parts.append(CHOICES["place"][line.place][language])
    parts += [f"{measure(name, language)}: {decimal(amount, language)}" for name, amount in line.measures.items()]
    if line.uses_this_year:
        parts.append(_BEFORE[language].format(counted(line.uses_this_year, "times", language)))
    return ", ".join(parts)
