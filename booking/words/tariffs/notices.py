"""What a price does not cover, in sentences for the desk and the borrower."""

from __future__ import annotations

from booking.rules.tariffs import Notice
from booking.words.tariffs.templates import fill

NOTICES: dict[str, dict[str, str]] = {
    "no_price": {
        "nl": "Het reglement heeft voor deze lijn geen prijs voor deze ontlener; de uitleendienst bepaalt ze.",
        "en": "The regulation has no price on this line for this borrower; the lending desk sets it.",
        "fr": "Le règlement n'a pas de prix pour cette ligne et cet emprunteur ; le service de prêt le fixe.",
    },
    "measure_missing": {
        "nl": "De prijs is nog niet volledig: „{measure}” is niet opgegeven.",
        "en": "The price is not complete: “{measure}” is not given.",
        "fr": "Le prix n'est pas complet : « {measure} » n'est pas indiqué.",
    },
    "value_missing": {
        "nl": "De waarborg is een percentage van de waarde, en de waarde is niet bekend.",
        "en": "The deposit is a percentage of the value, and the value is not known.",
        "fr": "La caution est un pourcentage de la valeur, et la valeur n'est pas connue.",
    },
    "outside_day_parts": {
        "nl": "{minutes} minuten vallen buiten de dagdelen van het reglement; daarvoor is geen prijs bepaald.",
        "en": "{minutes} minutes fall outside the regulation's parts of the day; no price is set for them.",
        "fr": "{minutes} minutes tombent hors des parties de journée du règlement ; aucun prix n'est fixé.",
    },
    "outside_windows": {
        "nl": "Een deel van het gebruik valt op uren of dagen waarvoor het reglement geen prijs heeft; de uitleendienst bepaalt ze.",
        "en": "Part of the use falls on hours or days that the regulation has no price for; the lending desk sets it.",
        "fr": "Une partie de l'usage tombe à des heures ou jours sans prix dans le règlement ; le service de prêt le fixe.",
    },
    "outside_blocks": {
        "nl": "{minutes} minuten vallen buiten de uitleenperioden van het reglement; de uitleendienst bepaalt de prijs.",
        "en": "{minutes} minutes fall outside the regulation's loan periods; the lending desk sets the price.",
        "fr": "{minutes} minutes tombent hors des périodes de prêt du règlement ; le service de prêt fixe le prix.",
    },
    "bracket_gap": {
        "nl": "Het reglement zegt niet wat geldt bij precies {at} keer; de uitleendienst bepaalt de prijs.",
        "en": "The regulation does not say what applies at exactly {at} uses; the lending desk sets the price.",
        "fr": "Le règlement ne dit pas ce qui vaut pour exactement {at} fois ; le service de prêt fixe le prix.",
    },
    "bracket_overlap": {
        "nl": "Het reglement zegt twee dingen bij precies {at} keer; de uitleendienst bepaalt de prijs.",
        "en": "The regulation says two things at exactly {at} uses; the lending desk sets the price.",
        "fr": "Le règlement dit deux choses pour exactement {at} fois ; le service de prêt fixe le prix.",
    },
}


def warn(notice: Notice, language: str = "nl") -> str:
    """The sentence of a notice in nl, en or fr."""
    return fill(NOTICES[notice.code][language], {name: str(each) for name, each in notice.details.items()})
