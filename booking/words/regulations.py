"""The life of a regulation in words: where it stands, what a council must answer for, and what was done."""

from __future__ import annotations

STANDINGS = {
    "draft": {"nl": "ontwerp", "en": "draft", "fr": "projet"},
    "proven": {"nl": "bewezen", "en": "proven", "fr": "prouvé"},
    "announced": {"nl": "aangekondigd", "en": "announced", "fr": "annoncé"},
    "in_force": {"nl": "van kracht", "en": "in force", "fr": "en vigueur"},
    "succeeded": {"nl": "opgevolgd", "en": "succeeded", "fr": "remplacé"},
    "expired": {"nl": "vervallen", "en": "expired", "fr": "expiré"},
}

PARTS = {
    "header": {"nl": "gegevens", "en": "particulars", "fr": "données"},
    "group": {"nl": "categorie", "en": "group", "fr": "catégorie"},
    "article": {"nl": "artikel", "en": "article", "fr": "article"},
    "example": {"nl": "voorbeeld", "en": "example", "fr": "exemple"},
}

DOUBTS = {
    "versions_overlap": {
        "nl": "Van {from_}[ tot en met {until}] geldt ook „{title}”, en dat gaat over hetzelfde[: {codes}]. Voor elk van die dagen telt "
        "dan het jongste reglement dat er een prijs voor heeft.",
        "en": "From {from_}[ to {until}] “{title}” is in force too, and it is about the same[: {codes}]. On each of those days the most "
        "recent regulation with a price for it then counts.",
        "fr": "Du {from_}[ au {until}], « {title} » est aussi en vigueur et porte sur la même chose[ : {codes}]. Pour chacun de ces jours "
        "compte alors le règlement le plus récent qui a un prix.",
    },
    "versions_gap": {
        "nl": "Van {from_} tot en met {until} geldt geen enkel reglement. Wie dan gebruikt, heeft een prijs van de uitleendienst nodig.",
        "en": "From {from_} to {until} no regulation is in force. Use on those days needs a price from the lending desk.",
        "fr": "Du {from_} au {until}, aucun règlement n'est en vigueur. L'usage demande alors un prix du service de prêt.",
    },
    "before_publication": {
        "nl": "Het geldt vanaf {valid_from}, voor het bekendgemaakt is ({published_on}). Wie voor de bekendmaking gebruikte, kende dit "
        "tarief niet.",
        "en": "It is in force from {valid_from}, before it is published ({published_on}). Whoever used something before publication did "
        "not know this tariff.",
        "fr": "Il est en vigueur dès le {valid_from}, avant sa publication ({published_on}). Qui a utilisé quelque chose avant la "
        "publication ne connaissait pas ce tarif.",
    },
}

FIGURES = {
    "net": {"nl": "zonder btw", "en": "without VAT", "fr": "hors TVA"},
    "vat": {"nl": "btw", "en": "VAT", "fr": "TVA"},
    "total": {"nl": "te betalen", "en": "to pay", "fr": "à payer"},
    "deposit": {"nl": "waarborg", "en": "deposit", "fr": "caution"},
}

ABOUT = {
    "versions_overlap": {"nl": "geldt samen met", "en": "in force together with", "fr": "en vigueur avec"},
    "versions_gap": {"nl": "dagen zonder reglement", "en": "days without a regulation", "fr": "jours sans règlement"},
    "before_publication": {"nl": "geldt voor de bekendmaking", "en": "in force before publication", "fr": "avant publication, dès"},
}

DONE = {
    "regulation_begun": {"nl": "Het ontwerp is begonnen.", "en": "The draft was begun.", "fr": "Le projet est commencé."},
    "regulation_discarded": {"nl": "Het ontwerp is weg.", "en": "The draft is gone.", "fr": "Le projet est supprimé."},
    "regulation_proven": {
        "nl": "Elk voorbeeld komt tot op de cent uit. Het reglement kan bekendgemaakt worden.",
        "en": "Every example computes to the cent. The regulation can be published.",
        "fr": "Chaque exemple est exact au centime près. Le règlement peut être publié.",
    },
    "regulation_published": {
        "nl": "Bekendgemaakt. Het geldt vanaf {first}.",
        "en": "Published. It is in force from {first}.",
        "fr": "Publié. Il est en vigueur à partir du {first}.",
    },
    "regulation_ended": {
        "nl": "Het reglement geldt tot en met {last}.",
        "en": "The regulation is in force up to and including {last}.",
        "fr": "Le règlement est en vigueur jusqu'au {last} inclus.",
    },
}

SENTENCES = {**{f"doubt.{code}": words for code, words in DOUBTS.items()}, **DONE}
NOUNS = {"regulation_standing": STANDINGS, "regulation_part": PARTS, "doubt_about": ABOUT, "figure": FIGURES}
