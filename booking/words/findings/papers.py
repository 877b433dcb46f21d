"""What is put in writing: terms of use and the loan contract."""

from __future__ import annotations

SENTENCES = {
    "terms_not_required": {
        "nl": "Dit bestuur vraagt geen gebruiksvoorwaarden.",
        "en": "This authority asks no terms of use.",
        "fr": "Cette administration ne demande pas de conditions d'utilisation.",
    },
    "terms_to_accept": {
        "nl": "Met de aanvraag aanvaardt u de gebruiksvoorwaarden[ van {owner}][: {terms}].",
        "en": "With the request you accept the terms of use[ of {owner}][: {terms}].",
        "fr": "Avec la demande, vous acceptez les conditions d'utilisation[ de {owner}][ : {terms}].",
    },
    "terms_accepted": {
        "nl": "De gebruiksvoorwaarden[ van {owner}] zijn aanvaard[: {terms}].",
        "en": "The terms of use[ of {owner}] are accepted[: {terms}].",
        "fr": "Les conditions d'utilisation[ de {owner}] sont acceptées[ : {terms}].",
    },
    "terms_not_accepted": {
        "nl": "De gebruiksvoorwaarden[ van {owner}] zijn nog te aanvaarden[: {terms}][, vóór de uitgifte op {deadline}].",
        "en": "The terms of use[ of {owner}] still have to be accepted[: {terms}][, before hand-over on {deadline}].",
        "fr": "Les conditions d'utilisation[ de {owner}] doivent encore être acceptées[ : {terms}][, avant le retrait le {deadline}].",
    },
    "contract_not_required": {
        "nl": "Er is geen bruikleenovereenkomst nodig.",
        "en": "No loan contract is needed.",
        "fr": "Aucun contrat de prêt n'est nécessaire.",
    },
    "contract_to_come": {
        "nl": "Na de bevestiging volgt een bruikleenovereenkomst[ van {owner}], te aanvaarden vóór de uitgifte[ op {deadline}][ ({rule})].",
        "en": "After confirmation a loan contract[ of {owner}] follows, to be accepted before hand-over[ on {deadline}][ ({rule})].",
        "fr": "Après la confirmation suit un contrat de prêt[ de {owner}], à accepter avant le retrait[ le {deadline}][ ({rule})].",
    },
    "contract_not_agreed": {
        "nl": "Bruikleenovereenkomst[ {contract}][ van {owner}] is nog te aanvaarden[ vóór de uitgifte op {deadline}][ ({rule})].",
        "en": "Loan contract[ {contract}][ of {owner}] still has to be accepted[ before hand-over on {deadline}][ ({rule})].",
        "fr": "Le contrat de prêt[ {contract}][ de {owner}] doit encore être accepté[ avant le retrait le {deadline}][ ({rule})].",
    },
    "contract_agreed": {
        "nl": "Bruikleenovereenkomst[ {contract}] is aanvaard[ op {on}][ ({rule})].",
        "en": "Loan contract[ {contract}] is accepted[ on {on}][ ({rule})].",
        "fr": "Le contrat de prêt[ {contract}] est accepté[ le {on}][ ({rule})].",
    },
}
