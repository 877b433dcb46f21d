"""The forms of the sentences of a rule. `{S}` are the people with a capital, `{s}` without, `{to}` after `aan`; `{o}` is what is lent."""

from __future__ import annotations

from collections.abc import Mapping

FORMS: Mapping[str, Mapping[str, str]] = {
    "may": {
        "nl": "{S} mogen {o} ontlenen.",
        "en": "{S} may borrow {o}.",
        "fr": "{S} peuvent emprunter {o}.",
    },
    "may_not": {
        "nl": "{S} mogen {o} niet ontlenen.",
        "en": "{S} may not borrow {o}.",
        "fr": "{S} ne peuvent pas emprunter {o}.",
    },
    "may_nothing": {
        "nl": "{S} mogen {nothing} ontlenen.",
        "en": "{S} may not borrow {nothing}.",
        "fr": "{S} ne peuvent emprunter {nothing}.",
    },
    "onward": {
        "nl": "{S} mogen {o} ook doorgeven aan anderen.",
        "en": "{S} may also pass on {o} to others.",
        "fr": "{S} peuvent aussi transmettre {o} à des tiers.",
    },
    "own_use": {
        "nl": "{S} lenen {o} alleen voor eigen gebruik: doorgeven mag niet.",
        "en": "{S} borrow {o} for their own use only: passing on is not allowed.",
        "fr": "{S} n'empruntent {o} que pour leur propre usage : la transmission à des tiers n'est pas autorisée.",
    },
    "agreement": {
        "nl": "{S} lenen {o} alleen met een overeenkomst.",
        "en": "{S} borrow {o} only with an agreement.",
        "fr": "{S} n'empruntent {o} qu'avec une convention.",
    },
    "no_agreement": {
        "nl": "{S} hebben voor {o} geen overeenkomst nodig.",
        "en": "{S} need no agreement for {o}.",
        "fr": "{S} n'ont pas besoin de convention pour {o}.",
    },
    "contract": {
        "nl": "{S} sluiten voor {o} een leencontract.",
        "en": "{S} enter into a loan contract for {o}.",
        "fr": "Pour {o}, {s} concluent un contrat de prêt.",
    },
    "no_contract": {
        "nl": "{S} hebben voor {o} geen leencontract nodig.",
        "en": "{S} need no loan contract for {o}.",
        "fr": "{S} n'ont pas besoin de contrat de prêt pour {o}.",
    },
    "purposes": {
        "nl": "{S} mogen {o} alleen gebruiken voor {list}.",
        "en": "{S} may use {o} only for {list}.",
        "fr": "{S} ne peuvent utiliser {o} que pour {list}.",
    },
    "no_purpose": {
        "nl": "{S} mogen {o} voor geen enkel doel gebruiken.",
        "en": "{S} may not use {o} for any purpose.",
        "fr": "{S} ne peuvent utiliser {o} pour aucun usage.",
    },
    "owner": {
        "nl": "{S} gebruiken {o} alleen op het grondgebied van {owner}.",
        "en": "{S} use {o} only on the territory of {owner}.",
        "fr": "{S} n'utilisent {o} que sur le territoire {of_owner}.",
    },
    "partners": {
        "nl": "{S} gebruiken {o} alleen op het grondgebied van {owner} en zijn partners.",
        "en": "{S} use {o} only on the territory of {owner} and its partners.",
        "fr": "{S} n'utilisent {o} que sur le territoire {of_owner} et de ses partenaires.",
    },
    "anywhere": {
        "nl": "{S} mogen {o} overal gebruiken.",
        "en": "{S} may use {o} anywhere.",
        "fr": "{S} peuvent utiliser {o} partout.",
    },
    "window": {
        "nl": "{S} mogen {o} aanvragen van {horizon} tot {notice} vooraf.",
        "en": "{S} may ask for {o} from {horizon} to {notice} ahead.",
        "fr": "{S} peuvent demander {o} de {horizon} à {notice} à l'avance.",
    },
    "window_to_the_day": {
        "nl": "{S} mogen {o} aanvragen van {horizon} vooraf tot op de dag zelf.",
        "en": "{S} may ask for {o} from {horizon} ahead up to the day itself.",
        "fr": "{S} peuvent demander {o} de {horizon} à l'avance jusqu'au jour même.",
    },
    "horizon": {
        "nl": "{S} mogen {o} ten vroegste {horizon} vooraf aanvragen.",
        "en": "{S} may ask for {o} at the earliest {horizon} ahead.",
        "fr": "{S} peuvent demander {o} au plus tôt {horizon} à l'avance.",
    },
    "notice": {
        "nl": "{S} mogen {o} ten laatste {notice} vooraf aanvragen.",
        "en": "{S} may ask for {o} at the latest {notice} ahead.",
        "fr": "{S} peuvent demander {o} au plus tard {notice} à l'avance.",
    },
    "to_the_day": {
        "nl": "{S} mogen {o} aanvragen tot op de dag zelf.",
        "en": "{S} may ask for {o} up to the day itself.",
        "fr": "{S} peuvent demander {o} jusqu'au jour même.",
    },
    "priority": {
        "nl": "Tot {amount} vooraf mogen alleen {spared} {o} aanvragen; daarna ook {s}.",
        "en": "Until {amount} ahead only {spared} may ask for {o}; after that {s} may too.",
        "fr": "Jusqu'à {amount} à l'avance, seuls {spared} peuvent demander {o} ; ensuite {s} aussi.",
    },
    "between": {
        "nl": "{S} lenen {o} voor minstens {shortest} en hoogstens {longest}.",
        "en": "{S} borrow {o} for at least {shortest} and at most {longest}.",
        "fr": "{S} empruntent {o} pour au moins {shortest} et au plus {longest}.",
    },
    "shortest": {
        "nl": "{S} lenen {o} voor minstens {shortest}.",
        "en": "{S} borrow {o} for at least {shortest}.",
        "fr": "{S} empruntent {o} pour au moins {shortest}.",
    },
    "longest": {
        "nl": "{S} lenen {o} voor hoogstens {longest}.",
        "en": "{S} borrow {o} for at most {longest}.",
        "fr": "{S} empruntent {o} pour au plus {longest}.",
    },
    "most_units": {
        "nl": "{S} krijgen van {o} hoogstens {amount} tegelijk.",
        "en": "{S} get at most {amount} of {o} at once.",
        "fr": "Pour {o}, {s} obtiennent au plus {amount} à la fois.",
    },
    "quota": {
        "nl": "{S} mogen {o} hoogstens {amount} per jaar ontlenen.",
        "en": "{S} may borrow {o} at most {amount} a year.",
        "fr": "{S} peuvent emprunter {o} au plus {amount} par an.",
    },
    "quota_units": {
        "nl": "{S} krijgen van {o} hoogstens {amount} per jaar.",
        "en": "{S} get at most {amount} of {o} a year.",
        "fr": "Pour {o}, {s} obtiennent au plus {amount} par an.",
    },
    "blackout": {
        "nl": "{When} leent {owner} {o} niet uit aan {to}{except}{reason}.",
        "en": "{When} {owner} does not lend {o} to {to}{except}{reason}.",
        "fr": "{When}, {owner} ne prête pas {o} {to}{except}{reason}.",
    },
    "blackout_of_all": {
        "nl": "{When} leent {owner} niets uit aan {to}{except}{reason}.",
        "en": "{When} {owner} lends nothing to {to}{except}{reason}.",
        "fr": "{When}, {owner} ne prête rien {to}{except}{reason}.",
    },
    "automatic": {
        "nl": "{S} krijgen voor {o} meteen een bevestiging als alles in orde is.",
        "en": "{S} get {o} confirmed at once when all is in order.",
        "fr": "Pour {o}, {s} reçoivent aussitôt une confirmation si tout est en ordre.",
    },
    "desk": {
        "nl": "De uitleendienst beslist over elke aanvraag van {s} voor {o}.",
        "en": "The lending desk decides on every request of {s} for {o}.",
        "fr": "Le service de prêt décide de chaque demande {of} pour {o}.",
    },
    "desk_within": {
        "nl": "De uitleendienst beslist binnen {amount} over elke aanvraag van {s} voor {o}.",
        "en": "The lending desk decides within {amount} on every request of {s} for {o}.",
        "fr": "Le service de prêt décide dans un délai de {amount} de chaque demande {of} pour {o}.",
    },
    "collected": {
        "nl": "Aanvragen van {s} voor {o} worden verzameld tot {amount} vooraf en dan samen beslist.",
        "en": "Requests of {s} for {o} are collected until {amount} ahead and then decided together.",
        "fr": "Les demandes {of} pour {o} sont rassemblées jusqu'à {amount} à l'avance, puis décidées ensemble.",
    },
    "option": {
        "nl": "{S} krijgen {o} hoogstens {amount} in optie.",
        "en": "{S} get {o} on option for at most {amount}.",
        "fr": "{S} obtiennent {o} en option pour {amount} au plus.",
    },
    "option_none": {
        "nl": "{S} krijgen {o} niet in optie.",
        "en": "{S} get {o} on no option.",
        "fr": "{S} n'obtiennent pas {o} en option.",
    },
    "option_before": {
        "nl": "{S} maken van een optie op {o} ten laatste {amount} vooraf een aanvraag.",
        "en": "{S} turn an option on {o} into a request at the latest {amount} ahead.",
        "fr": "{S} transforment une option sur {o} en demande au plus tard {amount} à l'avance.",
    },
    "option_to_the_day": {
        "nl": "{S} maken van een optie op {o} ten laatste op de dag zelf een aanvraag.",
        "en": "{S} turn an option on {o} into a request at the latest on the day itself.",
        "fr": "{S} transforment une option sur {o} en demande au plus tard le jour même.",
    },
    "cancel": {
        "nl": "{S} kunnen {o} kosteloos annuleren tot {amount} vooraf.",
        "en": "{S} can cancel {o} free of charge until {amount} ahead.",
        "fr": "{S} peuvent annuler {o} sans frais jusqu'à {amount} à l'avance.",
    },
    "cancel_to_the_end": {
        "nl": "{S} kunnen {o} kosteloos annuleren tot aan de uitgifte.",
        "en": "{S} can cancel {o} free of charge until hand-over.",
        "fr": "{S} peuvent annuler {o} sans frais jusqu'à la remise.",
    },
    "hire_before": {
        "nl": "{S} betalen voor {o} de huur vóór {stage}.",
        "en": "{S} pay the hire of {o} before {stage}.",
        "fr": "Pour {o}, {s} paient la location avant {stage}.",
    },
    "deposit_before": {
        "nl": "{S} betalen voor {o} de waarborg vóór {stage}.",
        "en": "{S} pay the deposit for {o} before {stage}.",
        "fr": "Pour {o}, {s} paient la caution avant {stage}.",
    },
    "payment_days": {
        "nl": "{S} betalen voor {o} binnen {amount} na de uitlening.",
        "en": "{S} pay for {o} within {amount} after the loan.",
        "fr": "Pour {o}, {s} paient dans un délai de {amount} après le prêt.",
    },
}

PURPOSES = {
    "event": {"nl": "evenementen", "en": "events", "fr": "des événements"},
    "meeting": {"nl": "vergaderingen", "en": "meetings", "fr": "des réunions"},
    "party": {"nl": "fuiven en feesten", "en": "parties", "fr": "des fêtes"},
    "sport": {"nl": "sport", "en": "sport", "fr": "le sport"},
    "school": {"nl": "schoolactiviteiten", "en": "school activities", "fr": "des activités scolaires"},
    "works": {"nl": "werken", "en": "works", "fr": "des travaux"},
    "private": {"nl": "privégebruik", "en": "private use", "fr": "un usage privé"},
    "commercial": {"nl": "commercieel gebruik", "en": "commercial use", "fr": "un usage commercial"},
}
STAGES = {
    "confirmation": {"nl": "de bevestiging", "en": "confirmation", "fr": "la confirmation"},
    "handover": {"nl": "de uitgifte", "en": "hand-over", "fr": "la remise"},
}
DATES = {
    "nl": ("Van {first} tot en met {last}", "Elk jaar van {first} tot en met {last}", "Op {first}", "Elk jaar op {first}"),
    "en": ("From {first} up to and including {last}", "Each year from {first} up to and including {last}",
           "On {first}", "Each year on {first}"),
    "fr": ("Du {first} au {last} inclus", "Chaque année, du {first} au {last} inclus", "Le {first}", "Chaque année, le {first}"),
}  # fmt: skip
EXCEPT = {"nl": ", behalve aan {}", "en": ", except to {}", "fr": ", sauf {}"}
COUNTS = {
    "times": {"nl": ("keer", "keer"), "en": ("time", "times"), "fr": ("fois", "fois")},
    "units": {"nl": ("stuk", "stuks"), "en": ("unit", "units"), "fr": ("unité", "unités")},
}
OR = {"nl": "of", "en": "or", "fr": "ou"}
