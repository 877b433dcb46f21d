"""Insurance over the whole custody: the same sentences for every kind of cover, liability by its own codes."""

from __future__ import annotations

from collections.abc import Mapping

_LIABILITY = {
    "nl": "verzekering burgerlijke aansprakelijkheid",
    "en": "liability insurance",
    "fr": "assurance responsabilité civile",
}

_GAPS: Mapping[str, Mapping[str, str]] = {
    "covered": {
        "nl": "Gedekt[: {cover}][ bij {policy}][ tot {insured_cents}][, geldig tot en met {valid_until}]"
        "[; nagekeken door {verified_by}][ op {verified_on}].",
        "en": "Covered[: {cover}][ with {policy}][ up to {insured_cents}][, valid up to and including {valid_until}]"
        "[; verified by {verified_by}][ on {verified_on}].",
        "fr": "Couvert[ : {cover}][ chez {policy}][ jusqu'à {insured_cents}][, valable jusqu'au {valid_until} inclus]"
        "[ ; vérifié par {verified_by}][ le {verified_on}].",
    },
    "missing": {
        "nl": "Er is geen bewijs[ van {cover}][ (minstens {required_cents})][, gevraagd volgens {rule}]. "
        "Bezorg een attest[ tegen {deadline}].",
        "en": "There is no proof[ of {cover}][ (at least {required_cents})][, asked for by {rule}]. Send a certificate[ by {deadline}].",
        "fr": "Il n'y a pas de preuve[ d'{cover}][ (au moins {required_cents})][, demandée par {rule}]. "
        "Remettez une attestation[ avant le {deadline}].",
    },
    "unverified": {
        "nl": "Nog na te kijken[ door {owner}][: {cover}][ bij {policy}]. De uitleendienst doet dit vóór de uitgifte[, tegen {deadline}].",
        "en": "Still to be verified[ by {owner}][: {cover}][ with {policy}]. The lending desk does so before hand-over[, by {deadline}].",
        "fr": "Encore à vérifier[ par {owner}][ : {cover}][ chez {policy}]. "
        "Le service de prêt le fera avant la remise[, pour le {deadline}].",
    },
    "rejected": {
        "nl": "Niet aanvaard[ door {verified_by}][ op {verified_on}][: {cover}][ bij {policy}][. Reden: “{reason}”]. "
        "Bezorg een ander attest[ tegen {deadline}].",
        "en": "Not accepted[ by {verified_by}][ on {verified_on}][: {cover}][ with {policy}][. Reason: “{reason}”]. "
        "Send another certificate[ by {deadline}].",
        "fr": "Refusé[ par {verified_by}][ le {verified_on}][ : {cover}][ chez {policy}][. Motif : « {reason} »]. "
        "Remettez une autre attestation[ avant le {deadline}].",
    },
    "too_small": {
        "nl": "Het verzekerde bedrag is te klein[: {insured_cents}][, nodig is {required_cents}][ ({cover})]. "
        "Bezorg een attest met een voldoende bedrag[ tegen {deadline}].",
        "en": "The insured amount is too small[: {insured_cents}][, {required_cents} is needed][ ({cover})]. "
        "Send a certificate for a sufficient amount[ by {deadline}].",
        "fr": "Le montant assuré est insuffisant[ : {insured_cents}][, il faut {required_cents}][ ({cover})]. "
        "Remettez une attestation pour un montant suffisant[ avant le {deadline}].",
    },
    "excess": {
        "nl": "De vrijstelling is te hoog[: {excess_cents}][, de eigenaar aanvaardt hoogstens {limit_cents}][ ({cover})]. "
        "Bezorg een attest met een lagere vrijstelling[ tegen {deadline}].",
        "en": "The excess is too high[: {excess_cents}][, the owner accepts {limit_cents} at most][ ({cover})]. "
        "Send a certificate with a lower excess[ by {deadline}].",
        "fr": "La franchise est trop élevée[ : {excess_cents}][, le propriétaire accepte {limit_cents} au maximum][ ({cover})]. "
        "Remettez une attestation avec une franchise inférieure[ avant le {deadline}].",
    },
    "begins_after": {
        "nl": "De dekking begint[ op {valid_from}] na de uitgifte[ op {deadline}][ ({cover})][, {policy}]. "
        "Bezorg een attest dat vanaf de uitgifte geldt.",
        "en": "The cover begins[ on {valid_from}] after the hand-over[ on {deadline}][ ({cover})][, {policy}]. "
        "Send a certificate that holds from the hand-over.",
        "fr": "La couverture commence[ le {valid_from}] après la remise[ le {deadline}][ ({cover})][, {policy}]. "
        "Remettez une attestation valable dès la remise.",
    },
    "ends_before": {
        "nl": "De dekking loopt af[ op {valid_until}] vóór de terugname[ op {custody_end}][ ({cover})][, {policy}]. "
        "Bezorg een verlengd attest[ tegen {deadline}].",
        "en": "The cover ends[ on {valid_until}] before the return[ on {custody_end}][ ({cover})][, {policy}]. "
        "Send a renewed certificate[ by {deadline}].",
        "fr": "La couverture prend fin[ le {valid_until}] avant le retour[ le {custody_end}][ ({cover})][, {policy}]. "
        "Remettez une attestation prolongée[ avant le {deadline}].",
    },
}

SENTENCES = {
    **{f"cover_{gap}": words for gap, words in _GAPS.items()},
    **{f"liability_{gap}": {key: text.replace("{cover}", _LIABILITY[key]) for key, text in words.items()} for gap, words in _GAPS.items()},
    "liability_not_required": {
        "nl": "Geen verzekeringsbewijs nodig.",
        "en": "No proof of insurance needed.",
        "fr": "Aucune preuve d'assurance requise.",
    },
    "cover_waived": {
        "nl": "Geen bewijs nodig[ van {cover}]: de brandverzekeraar[ van {owner}] doet afstand van verhaal[ (polis {policy})]"
        "[, geldig tot en met {valid_until}].",
        "en": "No proof needed[ of {cover}]: the fire insurer[ of {owner}] waives recourse[ (policy {policy})]"
        "[, valid up to and including {valid_until}].",
        "fr": "Pas de preuve requise[ d'{cover}] : l'assureur incendie[ de {owner}] abandonne son recours[ (police {policy})]"
        "[, valable jusqu'au {valid_until} inclus].",
    },
    "cover_value_unknown": {
        "nl": "De eigenaar vraagt dekking voor de volle waarde[ ({cover})], maar de vervangingswaarde[ van {asset}] is niet ingevuld.",
        "en": "The owner asks for cover of the full value[ ({cover})], but the replacement value[ of {asset}] is not filled in.",
        "fr": "Le propriétaire demande une couverture de la valeur totale[ ({cover})], mais la valeur de remplacement[ de {asset}] n'est "
        "pas renseignée.",
    },
}
