"""What stands in the way of a charge, of a mark, or of a confirmation that waits for money."""

from __future__ import annotations

SENTENCES = {
    "payment_awaited": {
        "nl": "Dit bestuur bevestigt pas als het geld ontvangen is. Noteer de ontvangst, of geef een reden om toch te bevestigen.",
        "en": "This authority confirms only when the money was received. Note that it was, or give a reason to confirm all the same.",
        "fr": "Cette administration ne confirme qu'après réception du paiement. Notez la réception, ou motivez une confirmation immédiate.",
    },
    "charge_decided": {
        "nl": "Over deze post is al beslist. Kijk na hoe het nu staat.",
        "en": "This charge was decided on already. See how it stands now.",
        "fr": "Ce poste a déjà fait l'objet d'une décision. Vérifiez où il en est.",
    },
    "charge_amount": {
        "nl": "Dit bedrag kan niet[: {amount_cents}]. Vul een bedrag boven nul in, of scheld de post kwijt.",
        "en": "This amount is not possible[: {amount_cents}]. Fill in an amount above zero, or waive the charge.",
        "fr": "Ce montant est impossible[ : {amount_cents}]. Indiquez un montant supérieur à zéro, ou renoncez au poste.",
    },
    "mark_amount": {
        "nl": "Dit bedrag kan niet[: {amount_cents}]. Er staat nog {most_cents} open.",
        "en": "This amount is not possible[: {amount_cents}]. {most_cents} is still open.",
        "fr": "Ce montant est impossible[ : {amount_cents}]. Il reste {most_cents} à régler.",
    },
    "mark_undone": {
        "nl": "Dit kan niet meer ongedaan gemaakt worden: het is al hersteld, of er is al meer gebeurd.",
        "en": "This can no longer be undone: it was set right already, or more has happened since.",
        "fr": "Cela ne peut plus être annulé : c'est déjà corrigé, ou autre chose s'est passé depuis.",
    },
    "day_ahead": {
        "nl": "Deze dag moet nog komen[: {day}]. Kies vandaag of een dag ervoor.",
        "en": "This day is still to come[: {day}]. Choose today or a day before.",
        "fr": "Ce jour est encore à venir[ : {day}]. Choisissez aujourd'hui ou un jour antérieur.",
    },
    "iban_wrong": {
        "nl": "Dit is geen rekeningnummer. Kijk elk teken na, zoals in BE68 5390 0754 7034.",
        "en": "This is not an account number. Check each character, as in BE68 5390 0754 7034.",
        "fr": "Ce n'est pas un numéro de compte. Vérifiez chaque caractère, comme dans BE68 5390 0754 7034.",
    },
    "extra_unknown": {
        "nl": "Deze dienst wordt hier niet aangeboden[: {name}]. Kies er een uit de lijst.",
        "en": "This service is not offered here[: {name}]. Choose one from the list.",
        "fr": "Ce service n'est pas proposé ici[ : {name}]. Choisissez-en un dans la liste.",
    },
}
