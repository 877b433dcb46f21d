"""What can be chosen in a regulation: its own groups, what the authority lends, measures, uses, recognitions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from booking.queries.catalogue import catalogue
from booking.words import label
from booking.words.kinds import CATEGORIES, PURPOSES
from booking.words.people import RECOGNITIONS
from booking.words.tariffs.written import CHOICES, MEASURES, measure

Options = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Lent:
    """A category and the assets of it that the authority lends, each as (code, name)."""

    code: str
    name: str
    assets: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Choices:
    """The lists of one draft, in the reader's language; what the draft names and no list holds is added at its end."""

    language: str
    groups: Sequence[tuple[str, str]]
    lent: tuple[Lent, ...]
    measures: tuple[str, ...]

    @property
    def named(self) -> dict[str, str]:
        """Names by code: groups, categories and assets."""
        things = {code: name for each in self.lent for code, name in ((each.code, each.name), *each.assets)}
        return {**{code: words[self.language] for code, words in CATEGORIES.items()}, **things, **dict(self.groups)}

    def of(self, name: str) -> Options:
        """The options of a term that names things of this list; empty for a term that does not."""
        plain: dict[str, Mapping[str, Mapping[str, str]]] = {
            "purposes": PURPOSES, "not_purposes": PURPOSES, "purpose": PURPOSES, "place": CHOICES["place"],
        }  # fmt: skip
        if name in plain:
            return [(code, words[self.language]) for code, words in plain[name].items()]
        if name in {"groups", "of", "group"}:
            return list(self.groups)
        if name in {"per", "measure"}:
            return [(code, measure(code, self.language)) for code in self.measures if name == "per" or code != "units"]
        if name == "recognised":
            return [("any", ANY[self.language]), *((code, words[self.language]) for code, words in RECOGNITIONS.items())]
        if name == "warnings":
            return [(code, words[self.language]) for code, words in WARNINGS.items()]
        return []

    def what(self) -> Iterator[tuple[str, Options]]:
        """For a line of an example: per category, the category as such and each asset."""
        for each in self.lent:
            whole = (f"{each.code}/", WHOLE[self.language].format(each.name))
            yield each.name, [whole, *((f"{each.code}/{code}", name) for code, name in each.assets)]


ANY = {"nl": "erkend, in welke categorie ook", "en": "recognised, in whatever category", "fr": "reconnu, quelle que soit la catégorie"}
WHOLE = {"nl": "{0} (om het even welke)", "en": "{0} (whichever)", "fr": "{0} (n'importe lequel)"}
WARNINGS: Mapping[str, Mapping[str, str]] = {
    "no_price": {"nl": "geen prijs voor deze ontlener", "en": "no price for this borrower", "fr": "pas de prix pour cet emprunteur"},
    "measure_missing": {"nl": "een maat ontbreekt", "en": "a measure is missing", "fr": "une mesure manque"},
    "value_missing": {"nl": "de waarde ontbreekt", "en": "the value is missing", "fr": "la valeur manque"},
    "outside_day_parts": {"nl": "buiten de dagdelen", "en": "outside the parts of the day", "fr": "hors des parties de journée"},
    "outside_windows": {"nl": "op uren zonder prijs", "en": "at hours without a price", "fr": "à des heures sans prix"},
    "outside_blocks": {"nl": "buiten de blokken van de week", "en": "outside the blocks of the week", "fr": "hors des blocs de la semaine"},
    "bracket_gap": {"nl": "een aantal zonder schijf", "en": "a number without a bracket", "fr": "un nombre sans tranche"},
    "bracket_overlap": {"nl": "een aantal met twee schijven", "en": "a number with two brackets", "fr": "un nombre avec deux tranches"},
}


def choices(session: Session, authority: int, plain: Mapping[str, Any], today: date, language: str) -> Choices:
    """The choices for a draft of this authority."""
    groups = [(group["code"], group.get("title") or "…") for group in plain["groups"] if group.get("code")]
    return Choices(language, groups, _lent(session, authority, plain, today, language), _measures(plain))


def _lent(session: Session, authority: int, plain: Mapping[str, Any], today: date, language: str) -> tuple[Lent, ...]:
    """What the authority manages, by category; then other categories, and codes that only the draft knows."""
    book = catalogue(session)
    found: dict[str, list[tuple[str, str]]] = {}
    for asset in book.assets.values():
        if book.owner(asset, today).id == authority:
            found.setdefault(asset.category, []).append((asset.code, asset.name))
    for category in {asset.category for asset in book.assets.values()} | set(CATEGORIES):
        found.setdefault(category, [])
    known = {*found, *(code for assets in found.values() for code, _ in assets)}
    for category, asset_code in _mentioned(plain):
        if category and category not in found:
            found[category] = []
        if asset_code and asset_code not in known:
            found.setdefault(category or asset_code, []).append((asset_code, asset_code))
            known.add(asset_code)
    named = {code: label("category", code, language) if code in CATEGORIES else code for code in found}
    ordered = sorted(found, key=lambda code: (not found[code], named[code].casefold()))
    return tuple(Lent(code, named[code], tuple(sorted(found[code], key=lambda each: each[1].casefold()))) for code in ordered)


def _mentioned(plain: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """(category, asset) of the examples' lines."""
    for example in plain["examples"]:
        for line in example.get("lines", ()):
            yield line.get("category", ""), line.get("asset", "")


def _measures(plain: Mapping[str, Any]) -> tuple[str, ...]:
    """The measures that regulations usually count with, and those of this one."""
    own = [
        name
        for article in plain["articles"]
        for name in (article.get("measure"), *(article.get("per") or ()), (article.get("when") or {}).get("chosen"))
        if name
    ]
    given = [name for example in plain["examples"] for line in example.get("lines", ()) for name in line.get("measures", ())]
    return tuple(dict.fromkeys([*MEASURES, *own, *given]))
