"""Agreements and the register of reciprocity: what cannot be written in them, what was, and what their settings are called."""

from __future__ import annotations

SENTENCES = {
    "agreement_unknown": {
        "nl": "Deze overeenkomst bestaat niet, of uw bestuur is er geen partij bij.",
        "en": "This agreement does not exist, or your authority is no party to it.",
        "fr": "Cette convention n'existe pas, ou votre administration n'y est pas partie.",
    },
    "exemption_unknown": {
        "nl": "Deze regel staat niet in het register.",
        "en": "This row is not in the register.",
        "fr": "Cette ligne ne figure pas au registre.",
    },
    "term_unknown": {
        "nl": "Deze voorwaarde bestaat niet, of een ander bestuur geeft ze.",
        "en": "This term does not exist, or another authority gives it.",
        "fr": "Cette condition n'existe pas, ou une autre administration l'accorde.",
    },
    "exemption_of_itself": {
        "nl": "Een bestuur leent aan zichzelf altijd vrij: kies een ander.",
        "en": "An authority always lends free to itself: choose another.",
        "fr": "Une administration se prête toujours gratuitement : choisissez-en une autre.",
    },
    "exemption_overlaps": {
        "nl": "Dit staat al in het register[ sinds {day}][: {decision}]. Beëindig dat eerst, of kies een andere periode.",
        "en": "This is in the register already[ since {day}][: {decision}]. End that first, or choose another period.",
        "fr": "Ceci figure déjà au registre[ depuis le {day}][ : {decision}]. Mettez-y fin d'abord, ou choisissez une autre période.",
    },
    "exemption_ended": {
        "nl": "Het einde hiervan staat al in het register. Wie opnieuw vrij leent, schrijft een nieuwe regel.",
        "en": "The end of this is in the register already. Who lends free again writes a new row.",
        "fr": "La fin figure déjà au registre. Qui prête à nouveau gratuitement écrit une nouvelle ligne.",
    },
    "exemption_end_outside": {
        "nl": "De laatste dag ligt op of na {first}[ en ten laatste op {until}].",
        "en": "The last day is on or after {first}[ and on {until} at the latest].",
        "fr": "Le dernier jour tombe le {first} ou après[, et au plus tard le {until}].",
    },
    "term_empty": {
        "nl": "Kies minstens één voordeel: wederkerigheid, een vrij tegoed, een tariefgroep of een percentage.",
        "en": "Choose at least one advantage: reciprocity, a free quota, a tariff group or a percentage.",
        "fr": "Choisissez au moins un avantage : réciprocité, quota gratuit, catégorie tarifaire ou pourcentage.",
    },
    "term_outside": {
        "nl": "De overeenkomst loopt vanaf {first}[ tot en met {until}]: kies een dag daarbinnen.",
        "en": "The agreement runs from {first}[ up to and including {until}]: choose a day within it.",
        "fr": "La convention court à partir du {first}[ jusqu'au {until} inclus] : choisissez un jour de cette période.",
    },
    "term_announced": {
        "nl": "Er is al een voorwaarde die ingaat op {day}. Een nieuwe kan pas daarna beginnen.",
        "en": "A term that begins on {day} stands already. A new one can begin only after that.",
        "fr": "Une condition qui commence le {day} existe déjà. Une nouvelle ne peut débuter qu'après.",
    },
    "term_ended": {
        "nl": "Deze voorwaarde eindigt al op {day}. Kies een vroegere dag.",
        "en": "This term ends on {day} already. Choose an earlier day.",
        "fr": "Cette condition prend déjà fin le {day}. Choisissez un jour antérieur.",
    },
    "exemption_added": {
        "nl": "Het staat in het register: u leent vrij aan {borrower}.",
        "en": "It is in the register: you lend free to {borrower}.",
        "fr": "C'est au registre : vous prêtez gratuitement à {borrower}.",
    },
    "exemption_stopped": {
        "nl": "Het einde staat in het register. Wat al gevraagd was, houdt zijn prijs.",
        "en": "The end is in the register. What was asked before keeps its price.",
        "fr": "La fin est au registre. Ce qui était déjà demandé garde son prix.",
    },
    "term_added": {
        "nl": "De voorwaarde geldt vanaf {day}. Wat al gevraagd was, houdt zijn prijs.",
        "en": "The term holds from {day}. What was asked before keeps its price.",
        "fr": "La condition vaut à partir du {day}. Ce qui était déjà demandé garde son prix.",
    },
    "term_stopped": {
        "nl": "De voorwaarde geldt tot en met {day}.",
        "en": "The term holds up to and including {day}.",
        "fr": "La condition vaut jusqu'au {day} inclus.",
    },
}

SETTINGS = {
    "category": {"nl": "voor", "en": "for", "fr": "pour"},
    "mutual": {"nl": "alleen wederkerig", "en": "only in turn", "fr": "seulement en réciprocité"},
    "article": {"nl": "artikel", "en": "article", "fr": "article"},
    "reciprocal": {"nl": "vrij bij wederkerigheid", "en": "free in turn", "fr": "gratuit en réciprocité"},
    "free_quota": {"nl": "vrij tegoed per jaar", "en": "free quota a year", "fr": "quota gratuit par an"},
    "free_unit": {"nl": "tegoed in", "en": "quota in", "fr": "quota en"},
    "group_code": {"nl": "tariefgroep", "en": "tariff group", "fr": "catégorie tarifaire"},
    "percentage": {"nl": "percentage", "en": "percentage", "fr": "pourcentage"},
}

FREE_UNITS = {
    "loans": {"nl": "uitleningen", "en": "loans", "fr": "prêts"},
    "days": {"nl": "dagen", "en": "days", "fr": "jours"},
}

ADMINISTERED = {
    "agreement": {"nl": "overeenkomst", "en": "agreement", "fr": "convention"},
    "exemption": {"nl": "wederkerigheid", "en": "reciprocity", "fr": "réciprocité"},
}

NOUNS = {"free_unit": FREE_UNITS}
