"""The words of closed lists, price columns and measures, as a regulation and its editor say them."""

from __future__ import annotations

Words = dict[str, dict[str, str]]

_DAYS: Words = {
    "mo": {"nl": "maandag", "en": "Monday", "fr": "lundi"},
    "tu": {"nl": "dinsdag", "en": "Tuesday", "fr": "mardi"},
    "we": {"nl": "woensdag", "en": "Wednesday", "fr": "mercredi"},
    "th": {"nl": "donderdag", "en": "Thursday", "fr": "jeudi"},
    "fr": {"nl": "vrijdag", "en": "Friday", "fr": "vendredi"},
    "sa": {"nl": "zaterdag", "en": "Saturday", "fr": "samedi"},
    "su": {"nl": "zondag", "en": "Sunday", "fr": "dimanche"},
    "holiday": {"nl": "feestdag", "en": "holiday", "fr": "jour férié"},
    "school_holiday": {"nl": "schoolvakantie", "en": "school holidays", "fr": "congés scolaires"},
}

CHOICES: dict[str, Words] = {
    "days": _DAYS,
    "not_days": _DAYS,
    "weekend_from": _DAYS,
    "weekend_until": _DAYS,
    "from_day": _DAYS,
    "until_day": _DAYS,
    "period": {
        "use": {"nl": "het gebruik", "en": "the use", "fr": "l'usage"},
        "custody": {"nl": "van uitgifte tot terugname", "en": "from hand-over to return", "fr": "du retrait à la restitution"},
        "blocked": {
            "nl": "ook de tijd van klaarmaken en schoonmaken",
            "en": "with preparing and cleaning",
            "fr": "préparation et nettoyage compris",
        },
    },
    "count": {
        "calendar": {"nl": "kalenderdagen", "en": "calendar days", "fr": "jours civils"},
        "nights": {"nl": "nachten", "en": "nights", "fr": "nuits"},
        "elapsed": {"nl": "begonnen schijven van 24 uur", "en": "started stretches of 24 hours", "fr": "tranches entamées de 24 heures"},
    },
    "prices_by": {
        "use": {"nl": "de dag van het gebruik", "en": "the day of use", "fr": "le jour de l'usage"},
        "booking": {"nl": "de dag van de aanvraag", "en": "the day of the request", "fr": "le jour de la demande"},
    },
    "vat": {
        "outside_scope": {"nl": "geen btw (retributie)", "en": "no VAT (fee)", "fr": "pas de TVA (redevance)"},
        "exempt": {"nl": "vrijgesteld van btw", "en": "exempt from VAT", "fr": "exonéré de TVA"},
        "21": {"nl": "21 % btw", "en": "21% VAT", "fr": "21 % de TVA"},
        "6": {"nl": "6 % btw", "en": "6% VAT", "fr": "6 % de TVA"},
        "21_included": {"nl": "21 % btw inbegrepen", "en": "21% VAT included", "fr": "21 % de TVA comprise"},
        "6_included": {"nl": "6 % btw inbegrepen", "en": "6% VAT included", "fr": "6 % de TVA comprise"},
    },
    "handover": {
        "pickup": {"nl": "afhaling", "en": "pick-up", "fr": "retrait"},
        "delivery": {"nl": "levering", "en": "delivery", "fr": "livraison"},
    },
    "windows.price": {
        "off_peak": {"nl": "daluren", "en": "off-peak", "fr": "heures creuses"},
        "night": {"nl": "nacht", "en": "night", "fr": "nuit"},
        "weekend": {"nl": "weekend", "en": "weekend", "fr": "week-end"},
        "holiday": {"nl": "feestdag", "en": "holiday", "fr": "jour férié"},
    },
    "relation": {
        "own": {"nl": "uit de eigen gemeente", "en": "of your own municipality", "fr": "de votre commune"},
        "co-owner": {"nl": "mede-eigenaar", "en": "co-owner", "fr": "copropriétaire"},
        "partner": {"nl": "met een overeenkomst", "en": "with an agreement", "fr": "avec une convention"},
        "other": {"nl": "van elders", "en": "from elsewhere", "fr": "d'ailleurs"},
    },
    "place": {
        "inside": {"nl": "binnen de gemeente", "en": "inside the municipality", "fr": "dans la commune"},
        "outside": {"nl": "buiten de gemeente", "en": "outside the municipality", "fr": "hors de la commune"},
    },
    "flag": {
        "yes": {"nl": "ja", "en": "yes", "fr": "oui"},
        "no": {"nl": "nee", "en": "no", "fr": "non"},
    },
    "across_change": {
        "by_day": {
            "nl": "elke dag tegen het tarief van die dag",
            "en": "each day at the tariff of that day",
            "fr": "chaque jour au tarif de ce jour",
        },
        "first_day": {
            "nl": "alles tegen het tarief van de eerste dag",
            "en": "all at the tariff of the first day",
            "fr": "tout au tarif du premier jour",
        },
    },
    "once": {
        "asset": {"nl": "middel", "en": "asset", "fr": "matériel"},
        "category": {"nl": "soort", "en": "category", "fr": "catégorie"},
        "dossier": {"nl": "aanvraag", "en": "request", "fr": "demande"},
    },
    "rounding": {
        "up": {"nl": "naar boven", "en": "upward", "fr": "vers le haut"},
        "nearest": {"nl": "naar het dichtste", "en": "to the nearest", "fr": "au plus proche"},
    },
    "blocks.price": {
        "price": {"nl": "prijs", "en": "price", "fr": "prix"},
        "weekend": {"nl": "weekend", "en": "weekend", "fr": "week-end"},
        "midweek": {"nl": "midweek", "en": "midweek", "fr": "milieu de semaine"},
    },
    "tiers.price": {
        "next": {"nl": "elke volgende", "en": "each further", "fr": "chaque suivant"},
        "third": {"nl": "vanaf de derde", "en": "from the third", "fr": "à partir du troisième"},
        "fourth": {"nl": "vanaf de vierde", "en": "from the fourth", "fr": "à partir du quatrième"},
    },
}  # fmt: skip
"""By the name of a term, or by the list of rows it stands in and its name."""

COLUMNS: Words = {
    "price": {"nl": "prijs", "en": "price", "fr": "prix"},
    "day_part.price": {"nl": "per dagdeel", "en": "per part of the day", "fr": "par partie de journée"},
    "day_part.off_peak": {"nl": "daluren, per dagdeel", "en": "off-peak, per part", "fr": "heures creuses, par partie"},
    "day.price": {"nl": "per dag", "en": "per day", "fr": "par jour"},
    "day.next": {"nl": "elke volgende dag", "en": "each further day", "fr": "chaque jour suivant"},
    "day.maximum": {"nl": "maximum", "en": "maximum", "fr": "maximum"},
    "time.price": {"nl": "per uur of eenheid", "en": "per hour or unit", "fr": "par heure ou unité"},
    "time.off_peak": {"nl": "daluren", "en": "off-peak", "fr": "heures creuses"},
    "time.flat": {"nl": "dagtarief", "en": "day rate", "fr": "tarif journalier"},
    "piece.price": {"nl": "per stuk", "en": "per piece", "fr": "par pièce"},
    "measure.price": {"nl": "per eenheid", "en": "per unit", "fr": "par unité"},
    "period.price": {"nl": "voor de eerste dagen", "en": "for the first days", "fr": "pour les premiers jours"},
    "period.extra": {"nl": "per bijkomende periode", "en": "per further period", "fr": "par période supplémentaire"},
    "cheapest.price": {"nl": "per dag", "en": "per day", "fr": "par jour"},
    "cheapest.weekend": {"nl": "weekend", "en": "weekend", "fr": "week-end"},
    "cheapest.week": {"nl": "week", "en": "week", "fr": "semaine"},
    "deposit.price": {"nl": "waarborg per stuk", "en": "deposit per piece", "fr": "caution par pièce"},
    "deposit.next": {"nl": "elk volgend stuk", "en": "each further piece", "fr": "chaque pièce suivante"},
    "minimum": {"nl": "minstens", "en": "at least", "fr": "au moins"},
    "maximum": {"nl": "hoogstens", "en": "at most", "fr": "au plus"},
    "minimum.price": {"nl": "minstens", "en": "at least", "fr": "au moins"},
    "maximum.price": {"nl": "hoogstens", "en": "at most", "fr": "au plus"},
    "deposit_maximum.price": {"nl": "hoogstens", "en": "at most", "fr": "au plus"},
    "next": {"nl": "elke volgende", "en": "each further", "fr": "chaque suivant"},
    "third": {"nl": "vanaf de derde", "en": "from the third", "fr": "à partir du troisième"},
    "fourth": {"nl": "vanaf de vierde", "en": "from the fourth", "fr": "à partir du quatrième"},
    "night": {"nl": "nacht", "en": "night", "fr": "nuit"},
    "weekend": {"nl": "weekend", "en": "weekend", "fr": "week-end"},
    "holiday": {"nl": "feestdag", "en": "holiday", "fr": "jour férié"},
    "off_peak": {"nl": "daluren", "en": "off-peak", "fr": "heures creuses"},
    "midweek": {"nl": "midweek", "en": "midweek", "fr": "milieu de semaine"},
    "half_day": {"nl": "halve dag", "en": "half day", "fr": "demi-journée"},
    "extra": {"nl": "bijkomend", "en": "further", "fr": "supplémentaire"},
}  # fmt: skip
"""By price column, or by kind and column."""

MEASURES: Words = {
    "units": {"nl": "aantal stuks", "en": "number of pieces", "fr": "nombre de pièces"},
    "km": {"nl": "kilometers", "en": "kilometres", "fr": "kilomètres"},
    "trips": {"nl": "ritten", "en": "trips", "fr": "trajets"},
    "hours": {"nl": "uren", "en": "hours", "fr": "heures"},
    "metres": {"nl": "meter", "en": "metres", "fr": "mètres"},
    "square_metres": {"nl": "vierkante meter", "en": "square metres", "fr": "mètres carrés"},
    "cleaning_hours": {"nl": "uren schoonmaak", "en": "hours of cleaning", "fr": "heures de nettoyage"},
    "not_cleaned": {"nl": "niet gereinigd terug", "en": "returned uncleaned", "fr": "rendu non nettoyé"},
    "days_late": {"nl": "dagen te laat", "en": "days late", "fr": "jours de retard"},
    "electricity": {"nl": "elektriciteit", "en": "electricity", "fr": "électricité"},
    "water": {"nl": "water", "en": "water", "fr": "eau"},
    "technician_half_hours": {"nl": "halve uren technieker", "en": "half-hours of a technician", "fr": "demi-heures de technicien"},
}  # fmt: skip
