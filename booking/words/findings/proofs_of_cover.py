"""Insurance over the whole custody."""

from __future__ import annotations

SENTENCES = {
    "liability_covered": {
        "nl": "Verzekerd voor burgerlijke aansprakelijkheid[ bij {policy}][ tot {insured_cents}][, geldig tot en met {valid_until}].",
        "en": "Insured for liability[ with {policy}][ up to {insured_cents}][, valid up to and including {valid_until}].",
        "fr": "Assuré en responsabilité civile[ chez {policy}][ jusqu'à {insured_cents}][, valable jusqu'au {valid_until} inclus].",
    },
    "liability_not_required": {
        "nl": "Geen verzekeringsbewijs nodig.",
        "en": "No proof of insurance needed.",
        "fr": "Aucune preuve d'assurance requise.",
    },
    "liability_missing": {
        "nl": "Er is geen verzekeringsbewijs burgerlijke aansprakelijkheid[ (minstens {required_cents})]. "
        "Bezorg een attest[ tegen {deadline}].",
        "en": "There is no proof of liability insurance[ (at least {required_cents})]. Send a certificate[ by {deadline}].",
        "fr": "Il n'y a pas de preuve d'assurance responsabilité civile[ (au moins {required_cents})]. "
        "Remettez une attestation[ avant le {deadline}].",
    },
    "liability_unverified": {
        "nl": "Het verzekeringsbewijs is nog niet nagekeken[ door {owner}]. "
        "De uitleendienst doet dit vóór de uitgifte[, tegen {deadline}].",
        "en": "The proof of insurance has not been verified yet[ by {owner}]. "
        "The lending desk does so before the hand-over[, by {deadline}].",
        "fr": "La preuve d'assurance n'a pas encore été vérifiée[ par {owner}]. "
        "Le service de prêt le fera avant la remise[, pour le {deadline}].",
    },
    "liability_too_small": {
        "nl": "Het verzekerde bedrag is te klein[: {insured_cents}][, nodig is {required_cents}]. "
        "Bezorg een attest met een voldoende bedrag[ tegen {deadline}].",
        "en": "The insured amount is too small[: {insured_cents}][, {required_cents} is needed]. "
        "Send a certificate for a sufficient amount[ by {deadline}].",
        "fr": "Le montant assuré est insuffisant[ : {insured_cents}][, il faut {required_cents}]. "
        "Remettez une attestation pour un montant suffisant[ avant le {deadline}].",
    },
    "liability_ends_before": {
        "nl": "De verzekering loopt af[ op {valid_until}] vóór de terugname[ op {custody_end}]. "
        "Bezorg een verlengd attest[ tegen {deadline}].",
        "en": "The insurance ends[ on {valid_until}] before the return[ on {custody_end}]. Send a renewed certificate[ by {deadline}].",
        "fr": "L'assurance prend fin[ le {valid_until}] avant le retour[ le {custody_end}]. "
        "Remettez une attestation prolongée[ avant le {deadline}].",
    },
}
