"""What an owner wants to have received before it confirms, or before it hands over."""

from __future__ import annotations

SENTENCES = {
    "payment_not_required": {
        "nl": "Er moet vooraf niets betaald worden.",
        "en": "Nothing has to be paid in advance.",
        "fr": "Rien ne doit être payé à l'avance.",
    },
    "payment_received": {
        "nl": "Wat vooraf betaald moest worden, is ontvangen[ ({rule})].",
        "en": "What had to be paid in advance was received[ ({rule})].",
        "fr": "Ce qui devait être payé à l'avance est reçu[ ({rule})].",
    },
    "payment_before_confirmation": {
        "nl": "Eerst te betalen[, huur: {hire_cents}][, waarborg: {deposit_cents}][ ({rule})]. "
        "De uitleendienst[ van {owner}] bevestigt zodra dit ontvangen is.",
        "en": "To be paid first[, hire: {hire_cents}][, deposit: {deposit_cents}][ ({rule})]. "
        "The lending desk[ of {owner}] confirms as soon as this is received.",
        "fr": "À payer d'abord[, location : {hire_cents}][, caution : {deposit_cents}][ ({rule})]. "
        "Le service de prêt[ de {owner}] confirme dès réception.",
    },
    "payment_before_handover": {
        "nl": "Te betalen vóór de uitgifte[ van {deadline}][, huur: {hire_cents}][, waarborg: {deposit_cents}][ ({rule})].",
        "en": "To be paid before hand-over[ on {deadline}][, hire: {hire_cents}][, deposit: {deposit_cents}][ ({rule})].",
        "fr": "À payer avant le retrait[ du {deadline}][, location : {hire_cents}][, caution : {deposit_cents}][ ({rule})].",
    },
}
