"""What a price does not cover and what a regulation leaves open, in sentences for the desk, the borrower and the council."""

from __future__ import annotations

from booking.rules.tariffs import Lint, Notice
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


LINTS: dict[str, dict[str, str]] = {
    "bracket_gap": {
        "nl": "Art. {article}: van {from}[ tot en met {until}] keer staat er niets.",
        "en": "Art. {article}: from {from}[ to {until}] uses nothing is said.",
        "fr": "Art. {article} : de {from}[ à {until}] fois, rien n'est dit.",
    },
    "bracket_overlap": {
        "nl": "Art. {article}: vanaf {from}[ tot en met {until}] keer gelden twee schijven.",
        "en": "Art. {article}: from {from}[ to {until}] uses two brackets apply.",
        "fr": "Art. {article} : de {from}[ à {until}] fois, deux tranches s'appliquent.",
    },
    "day_parts_open": {
        "nl": "Art. {article}: tussen {from} en {until} is er geen dagdeel; wie dan gebruikt, heeft een prijs van de uitleendienst nodig.",
        "en": "Art. {article}: between {from} and {until} there is no part of the day; use then needs a price from the lending desk.",
        "fr": "Art. {article} : entre {from} et {until}, il n'y a pas de partie de journée ; l'usage demande un prix du service de prêt.",
    },
    "group_unreachable": {
        "nl": "De categorie „{group}” staat achter „{behind}”, die iedereen toelaat: niemand komt erin terecht.",
        "en": "The group “{group}” stands behind “{behind}”, which admits everyone: nobody reaches it.",
        "fr": "La catégorie « {group} » suit « {behind} », qui admet tout le monde : personne n'y arrive.",
    },
}


def advise(lint: Lint, language: str = "nl") -> str:
    """The sentence of what a regulation leaves open, in nl, en or fr."""
    fields = {name: "" if each is None else str(each) for name, each in lint.details.items()}
    return fill(LINTS[lint.code][language], {**fields, "article": lint.article or ""})


def warn(notice: Notice, language: str = "nl") -> str:
    """The sentence of a notice in nl, en or fr."""
    return fill(NOTICES[notice.code][language], {name: str(each) for name, each in notice.details.items()})
