"""The words of inspections and maintenance, and of ways out of a conflict: what is done, how far it is, what came of it, and the mails."""

from __future__ import annotations

KINDS = {
    "inspection": {"nl": "keuring", "en": "inspection", "fr": "contrôle"},
    "maintenance": {"nl": "onderhoud", "en": "maintenance", "fr": "entretien"},
    "repair": {"nl": "herstelling", "en": "repair", "fr": "réparation"},
}

STATES = {
    "proposed": {"nl": "te plannen", "en": "to be planned", "fr": "à planifier"},
    "planned": {"nl": "gepland", "en": "planned", "fr": "planifié"},
    "done": {"nl": "gedaan", "en": "done", "fr": "fait"},
    "cancelled": {"nl": "gaat niet door", "en": "cancelled", "fr": "annulé"},
}

VERDICTS = {
    "passed": {"nl": "goedgekeurd", "en": "passed", "fr": "approuvé"},
    "passed_with_remarks": {"nl": "goedgekeurd met opmerkingen", "en": "passed with remarks", "fr": "approuvé avec remarques"},
    "failed": {"nl": "afgekeurd", "en": "failed", "fr": "refusé"},
}

OFFERS = {
    "asset": {"nl": "een ander middel", "en": "another item", "fr": "un autre matériel"},
    "date": {"nl": "een andere datum", "en": "another date", "fr": "une autre date"},
    "cancel": {"nl": "kosteloos annuleren", "en": "cancel free of charge", "fr": "annuler sans frais"},
}

NOUNS = {
    "upkeep": KINDS,
    "work_order": STATES,
    "inspection_verdict": VERDICTS,
    "offer_way": OFFERS,
}

MAIL_SUBJECTS = {
    "upkeep_due": {
        "nl": "Te plannen[ ({upkeep})]: {asset}",
        "en": "To be planned[ ({upkeep})]: {asset}",
        "fr": "À planifier[ ({upkeep})] : {asset}",
    },
    "upkeep_overdue": {
        "nl": "Over tijd[ ({upkeep})]: {asset}",
        "en": "Overdue[ ({upkeep})]: {asset}",
        "fr": "En retard[ ({upkeep})] : {asset}",
    },
    "line_safe": {
        "nl": "{reference}: het gaat door zoals beloofd",
        "en": "{reference}: it will be there as promised",
        "fr": "{reference} : ce sera là comme promis",
    },
    "conflict_offer": {
        "nl": "{reference}: kies hoe het verder gaat",
        "en": "{reference}: choose how to go on",
        "fr": "{reference} : choisissez la suite",
    },
    "conflict_chosen": {
        "nl": "{reference}: de ontlener koos",
        "en": "{reference}: the borrower chose",
        "fr": "{reference} : l'emprunteur a choisi",
    },
    "conflict_phoned": {
        "nl": "{reference}: uw keuze per telefoon",
        "en": "{reference}: your choice by telephone",
        "fr": "{reference} : votre choix par téléphone",
    },
    "choice_needless": {
        "nl": "{reference}: {asset} is niet meer nodig",
        "en": "{reference}: {asset} is not needed any more",
        "fr": "{reference} : {asset} n'est plus nécessaire",
    },
}

MAIL_BODIES = {
    "upkeep_due": {
        "nl": "Voor {asset} is het tijd[ voor {upkeep}][, uiterlijk op {until}]. Kies een moment tussen twee uitleningen: "
        "de lijst stelt er voor.",
        "en": "It is time[ for {upkeep}] of {asset}[, by {until} at the latest]. Choose a time between two loans: the list proposes some.",
        "fr": "Il est temps[ ({upkeep})] pour {asset}[, au plus tard le {until}]. Choisissez un moment entre deux prêts : "
        "la liste en propose.",
    },
    "upkeep_overdue": {
        "nl": "{asset} wacht[ op {upkeep}][ sinds {until}]. Plan zo snel mogelijk een moment.",
        "en": "{asset} has been waiting[ for {upkeep}][ since {until}]. Plan a time as soon as possible.",
        "fr": "{asset} attend[ ({upkeep})][ depuis le {until}]. Planifiez un moment dès que possible.",
    },
    "line_safe": {
        "nl": "Goed nieuws: {asset} (lijn {number}) is er zoals {owner} u beloofde. U hoeft niets te doen.",
        "en": "Good news: {asset} (line {number}) will be there as {owner} promised you. You need not do anything.",
        "fr": "Bonne nouvelle : {asset} (ligne {number}) sera là comme {owner} vous l'a promis. Vous n'avez rien à faire.",
    },
    "conflict_offer": {
        "nl": "{asset} (lijn {number}) kan er niet zijn zoals beloofd. {owner} biedt u andere mogelijkheden: kies er een, of annuleer "
        "kosteloos.[ Toelichting: {reason}]",
        "en": "{asset} (line {number}) cannot be there as promised. {owner} offers you other possibilities: choose one, or cancel free of "
        "charge.[ Remark: {reason}]",
        "fr": "{asset} (ligne {number}) ne pourra pas être là comme promis. {owner} vous propose d'autres possibilités : choisissez-en "
        "une, ou annulez sans frais.[ Remarque : {reason}]",
    },
    "conflict_chosen": {
        "nl": "Voor {asset} (lijn {number}) koos {borrower}[: {offer_way}][, {name}].",
        "en": "For {asset} (line {number}) {borrower} chose[: {offer_way}][, {name}].",
        "fr": "Pour {asset} (ligne {number}), {borrower} a choisi[ : {offer_way}][, {name}].",
    },
    "conflict_phoned": {
        "nl": "{owner} noteerde wat {person} per telefoon koos voor {asset} (lijn {number})[: {offer_way}][, {name}]. Klopt dat niet, neem "
        "dan meteen contact op.",
        "en": "{owner} wrote down what {person} chose by telephone for {asset} (line {number})[: {offer_way}][, {name}]. If that is not "
        "right, please get in touch at once.",
        "fr": "{owner} a noté le choix fait par téléphone par {person} pour {asset} (ligne {number})[ : {offer_way}][, {name}]. "
        "Si ce n'est pas exact, prenez contact sans tarder.",
    },
    "choice_needless": {
        "nl": "Wat eerst beloofd was, gaat toch door. Daarom is {asset} (lijn {number}), dat u in de plaats vroeg aan {owner}, kosteloos "
        "geannuleerd.",
        "en": "What was promised first goes ahead after all. So {asset} (line {number}), which you asked of {owner} instead, is cancelled "
        "free of charge.",
        "fr": "Ce qui avait d'abord été promis aura bien lieu. {asset} (ligne {number}), demandé à la place auprès de {owner}, est donc "
        "annulé sans frais.",
    },
}

LINKS = {
    "upkeep_due": ("upkeep", "keuringen"),
    "upkeep_overdue": ("upkeep", "keuringen"),
    "conflict_offer": ("choice", "reservaties/{reference}/lijnen/{number}/keuze"),
    "conflict_chosen": ("worklist", "werklijst/{reference}"),
    "conflict_phoned": ("reservation", "reservaties/{reference}"),
    "choice_needless": ("reservation", "reservaties/{reference}"),
}

LINK_TEXTS = {
    "upkeep": {"nl": "Kies een moment", "en": "Choose a time", "fr": "Choisir un moment"},
    "choice": {"nl": "Bekijk en kies", "en": "Look and choose", "fr": "Voir et choisir"},
}
