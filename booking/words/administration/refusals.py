"""What cannot be done to a setting."""

from __future__ import annotations

SENTENCES = {
    "changed_meanwhile": {
        "nl": "Iemand anders wijzigde dit intussen. Kijk na wat er veranderde en bewaar opnieuw.",
        "en": "Somebody else changed this meanwhile. Look at what changed and save again.",
        "fr": "Quelqu'un d'autre a modifié ceci entre-temps. Vérifiez ce qui a changé et enregistrez à nouveau.",
    },
    "number_out_of_range": {
        "nl": "Geef een getal van {least} tot {limit}.",
        "en": "Give a number from {least} to {limit}.",
        "fr": "Indiquez un nombre de {least} à {limit}.",
    },
    "nis_unreadable": {
        "nl": "Een NIS-code heeft vijf cijfers, zoals 11035.",
        "en": "A NIS code has five digits, such as 11035.",
        "fr": "Un code INS compte cinq chiffres, comme 11035.",
    },
    "nis_taken": {
        "nl": "Een ander bestuur heeft deze NIS-code al[: {nis}].",
        "en": "Another authority has this NIS code already[: {nis}].",
        "fr": "Une autre administration porte déjà ce code INS[ : {nis}].",
    },
    "ovo_unreadable": {
        "nl": "Een OVO-code is OVO met zes cijfers, zoals OVO002025.",
        "en": "An OVO code is OVO with six digits, such as OVO002025.",
        "fr": "Un code OVO est OVO suivi de six chiffres, comme OVO002025.",
    },
    "dates_reversed": {
        "nl": "De laatste dag kan niet voor de eerste liggen.",
        "en": "The last day cannot come before the first.",
        "fr": "Le dernier jour ne peut précéder le premier.",
    },
    "group_of_municipality": {
        "nl": "Alleen een OCMW, AGB of zone kan bij de groep van een gemeente horen.",
        "en": "Only an OCMW, an AGB or a zone can belong to a municipality's group.",
        "fr": "Seuls un CPAS, une régie ou une zone peuvent appartenir au groupe d'une commune.",
    },
    "group_already": {
        "nl": "{name} hoort in deze periode al bij een groep.",
        "en": "{name} already belongs to a group in this period.",
        "fr": "{name} appartient déjà à un groupe pendant cette période.",
    },
}
