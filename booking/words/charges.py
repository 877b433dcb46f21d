"""What follows a reservation in money: why a charge is proposed, how far it is, what is due, and what was marked."""

from __future__ import annotations

OCCASIONS = {
    "late": {"nl": "te laat terug", "en": "late return", "fr": "retour tardif"},
    "measured": {"nl": "werkelijk gebruik", "en": "real use", "fr": "utilisation réelle"},
    "missing": {"nl": "ontbreekt", "en": "missing", "fr": "manquant"},
    "damage": {"nl": "schade", "en": "damage", "fr": "dégâts"},
    "cancellation": {"nl": "annulering", "en": "cancellation", "fr": "annulation"},
}

STEPS = {
    "proposed": {"nl": "voorgesteld", "en": "proposed", "fr": "proposé"},
    "charged": {"nl": "aangerekend", "en": "charged", "fr": "facturé"},
    "waived": {"nl": "kwijtgescholden", "en": "waived", "fr": "abandonné"},
}

OWED = {
    "hire": {"nl": "huur", "en": "hire", "fr": "location"},
    "deposit": {"nl": "waarborg", "en": "deposit", "fr": "caution"},
    "charge": {"nl": "aangerekende post", "en": "charge", "fr": "poste facturé"},
}

STAGES = {
    "confirmation": {"nl": "vóór de bevestiging", "en": "before confirmation", "fr": "avant la confirmation"},
    "handover": {"nl": "vóór de uitgifte", "en": "before hand-over", "fr": "avant le retrait"},
}

STANDINGS = {
    "open": {"nl": "te ontvangen", "en": "to receive", "fr": "à recevoir"},
    "overdue": {"nl": "te laat", "en": "overdue", "fr": "en retard"},
    "held": {"nl": "in bewaring", "en": "held", "fr": "détenue"},
    "to_return": {"nl": "terug te geven", "en": "to give back", "fr": "à rembourser"},
    "returned": {"nl": "teruggegeven", "en": "given back", "fr": "remboursé"},
    "kept": {"nl": "ingehouden", "en": "kept", "fr": "retenu"},
    "received": {"nl": "ontvangen", "en": "received", "fr": "reçu"},
    "nothing": {"nl": "niets verschuldigd", "en": "nothing due", "fr": "rien à payer"},
}

# The same as its borrower reads it.
OWN_STANDINGS = {
    **STANDINGS,
    "open": {"nl": "te betalen", "en": "to pay", "fr": "à payer"},
    "to_return": {"nl": "terug te krijgen", "en": "comes back", "fr": "à récupérer"},
    "returned": {"nl": "teruggekregen", "en": "given back", "fr": "récupéré"},
    "received": {"nl": "betaald", "en": "paid", "fr": "payé"},
}

MARKS = {
    "received": {"nl": "ontvangen", "en": "received", "fr": "reçu"},
    "returned": {"nl": "teruggegeven", "en": "given back", "fr": "remboursé"},
    "kept": {"nl": "ingehouden", "en": "kept", "fr": "retenu"},
}

# Posts that rest on no article of a regulation.
POSTS = {
    "replacement_value": {
        "nl": "Vervangingswaarde: {units} × {value_cents}. Geen artikel van het reglement noemt dit.",
        "en": "Replacement value: {units} × {value_cents}. No article of the regulation speaks of this.",
        "fr": "Valeur de remplacement : {units} × {value_cents}. Aucun article du règlement n'en parle.",
    },
    "repair_cost": {
        "nl": "Herstelkosten zoals de loods ze schat. Geen artikel van het reglement noemt dit.",
        "en": "Cost of repair as the depot estimates it. No article of the regulation speaks of this.",
        "fr": "Coût de réparation estimé par le dépôt. Aucun article du règlement n'en parle.",
    },
}

DONE = {
    "charge_charged": {
        "nl": "Aangerekend: {amount_cents}. De ontlener krijgt bericht.",
        "en": "Charged: {amount_cents}. The borrower is told.",
        "fr": "Facturé : {amount_cents}. L'emprunteur est averti.",
    },
    "charge_waived": {"nl": "Kwijtgescholden.", "en": "Waived.", "fr": "Abandonné."},
    "money_received": {"nl": "Ontvangst genoteerd.", "en": "Receipt noted.", "fr": "Réception notée."},
    "money_returned": {"nl": "Teruggave genoteerd.", "en": "Return noted.", "fr": "Remboursement noté."},
    "mark_taken_back": {"nl": "Ongedaan gemaakt.", "en": "Undone.", "fr": "Annulé."},
    "extras_changed": {
        "nl": "De diensten zijn aangepast. De prijs is opnieuw berekend.",
        "en": "The services were changed. The price was computed anew.",
        "fr": "Les services sont modifiés. Le prix est recalculé.",
    },
}

ACTS = {
    "charge.propose": {"nl": "stelde een aanrekening voor", "en": "proposed a charge", "fr": "a proposé un poste"},
    "charge.charged": {"nl": "rekende een post aan", "en": "made a charge", "fr": "a facturé un poste"},
    "charge.waived": {"nl": "schold een post kwijt", "en": "waived a charge", "fr": "a abandonné un poste"},
    "receivable.received": {"nl": "noteerde een ontvangst", "en": "noted a receipt", "fr": "a noté une réception"},
    "receivable.returned": {"nl": "noteerde een teruggave", "en": "noted a return of money", "fr": "a noté un remboursement"},
    "receivable.kept": {"nl": "hield een waarborg in", "en": "kept a deposit", "fr": "a retenu une caution"},
    "line.extras": {"nl": "wijzigde de diensten", "en": "changed the services", "fr": "a modifié les services"},
}

SUBJECTS = {
    "charge": {"nl": "aangerekende post", "en": "charge", "fr": "poste facturé"},
    "receivable": {"nl": "te ontvangen bedrag", "en": "amount due", "fr": "montant dû"},
}

MAIL_SUBJECTS = {
    "charge_made": {
        "nl": "{reference}: aanrekening van {owner}",
        "en": "{reference}: a charge of {owner}",
        "fr": "{reference} : montant facturé par {owner}",
    },
    "line_extras": {
        "nl": "{reference}: diensten gewijzigd",
        "en": "{reference}: services changed",
        "fr": "{reference} : services modifiés",
    },
}

MAIL_BODIES = {
    "charge_made": {
        "nl": "{owner} rekent {total_cents} aan[: {reason}]. Op de reservatie leest u waarvoor, volgens welk artikel en tegen wanneer.",
        "en": "{owner} charges {total_cents}[: {reason}]. The reservation shows what for, by which article and by when.",
        "fr": "{owner} facture {total_cents}[ : {reason}]. La réservation indique pourquoi, sur la base de quel article et pour quand.",
    },
    "line_extras": {
        "nl": "De uitleendienst van {owner} paste de diensten bij lijn {number} aan. De nieuwe prijs wacht op uw akkoord.",
        "en": "The lending desk of {owner} changed the services with line {number}. The new price awaits your agreement.",
        "fr": "Le service de prêt de {owner} a modifié les services de la ligne {number}. Le nouveau prix attend votre accord.",
    },
}

SENTENCES = {**POSTS, **DONE}
NOUNS = {
    "occasion": OCCASIONS,
    "charge_step": STEPS,
    "owed": OWED,
    "stage": STAGES,
    "money": STANDINGS,
    "own_money": OWN_STANDINGS,
    "mark": MARKS,
}
