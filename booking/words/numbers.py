"""Numbers and counted things as people write them."""

from __future__ import annotations

from decimal import Decimal

_THOUSANDS_SIGN = {"nl": ".", "en": ",", "fr": "\N{NO-BREAK SPACE}"}

# What a field of this name counts: (one, more) in each language.
COUNTED = {
    "seconds": {"nl": ("seconde", "seconden"), "en": ("second", "seconds"), "fr": ("seconde", "secondes")},
    "minutes": {"nl": ("minuut", "minuten"), "en": ("minute", "minutes"), "fr": ("minute", "minutes")},
    "hours": {"nl": ("uur", "uur"), "en": ("hour", "hours"), "fr": ("heure", "heures")},
    "days": {"nl": ("dag", "dagen"), "en": ("day", "days"), "fr": ("jour", "jours")},
    "working_days": {"nl": ("werkdag", "werkdagen"), "en": ("working day", "working days"), "fr": ("jour ouvrable", "jours ouvrables")},
    "open_days": {
        "nl": ("openingsdag", "openingsdagen"),
        "en": ("opening day", "opening days"),
        "fr": ("jour d'ouverture", "jours d'ouverture"),
    },
    "weeks": {"nl": ("week", "weken"), "en": ("week", "weeks"), "fr": ("semaine", "semaines")},
    "months": {"nl": ("maand", "maanden"), "en": ("month", "months"), "fr": ("mois", "mois")},
}


def grouped(number: int, language: str) -> str:
    """A whole number with its thousands set apart: `10.000`, `10,000`, `10 000`."""
    return f"{number:,}".replace(",", _THOUSANDS_SIGN.get(language, "."))


def decimal(number: Decimal | float, language: str) -> str:
    """A number with a fraction, as short as it is: `2,5`, `2.5`."""
    text = f"{Decimal(str(number)).normalize():f}"
    return text if language == "en" else text.replace(".", ",")


def counted(number: Decimal | float, thing: str, language: str) -> str:
    """A number of things of COUNTED: `1 dag`, `14 dagen`. French counts 0 as one, Dutch and English as more."""
    one, more = COUNTED[thing][language]
    single = -2 < number < 2 if language == "fr" else number == 1
    amount = grouped(number, language) if isinstance(number, int) else decimal(number, language)
    return f"{amount} {one if single else more}"
