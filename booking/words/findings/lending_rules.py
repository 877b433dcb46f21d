"""The owner's own rules: who, for what, where, when, how long, how many, how often."""

from __future__ import annotations

SENTENCES = {
    "eligible": {
        "nl": "Deze ontlener mag dit lenen[ van {owner}][ ({rule})].",
        "en": "This borrower may borrow it[ from {owner}][ ({rule})].",
        "fr": "Cet emprunteur peut l'emprunter[ auprès de {owner}][ ({rule})].",
    },
    "not_eligible": {
        "nl": "Dit soort ontlener mag dit niet lenen[ van {owner}][ ({rule})]. Kies een ander middel.",
        "en": "This kind of borrower may not borrow it[ from {owner}][ ({rule})]. Choose another asset.",
        "fr": "Ce type d'emprunteur ne peut pas l'emprunter[ auprès de {owner}][ ({rule})]. Choisissez un autre matériel.",
    },
    "purpose_allowed": {
        "nl": "Toegelaten voor dit gebruik[: {purpose}].",
        "en": "Allowed for this use[: {purpose}].",
        "fr": "Autorisé pour cet usage[ : {purpose}].",
    },
    "purpose_not_allowed": {
        "nl": "Niet toegelaten voor dit gebruik[: {purpose}][ ({rule})]. Kies een ander middel.",
        "en": "Not allowed for this use[: {purpose}][ ({rule})]. Choose another asset.",
        "fr": "Non autorisé pour cet usage[ : {purpose}][ ({rule})]. Choisissez un autre matériel.",
    },
    "territory_allowed": {
        "nl": "Mag op deze plaats gebruikt worden[: {place}].",
        "en": "May be used at this place[: {place}].",
        "fr": "Peut être utilisé à cet endroit[ : {place}].",
    },
    "territory_unknown": {
        "nl": "Nog niet bekend in welke gemeente dit gebruikt wordt. De uitleendienst kijkt na of dat mag[ ({rule})].",
        "en": "Not known yet in which municipality this will be used. The lending desk checks whether that is allowed[ ({rule})].",
        "fr": "La commune d'utilisation n'est pas encore connue. Le service de prêt vérifie si c'est autorisé[ ({rule})].",
    },
    "territory_outside": {
        "nl": "Mag op deze plaats niet gebruikt worden[: {place}][ ({rule})]. Kies een andere plaats of een ander middel.",
        "en": "May not be used at this place[: {place}][ ({rule})]. Choose another place or another asset.",
        "fr": "Ne peut pas être utilisé à cet endroit[ : {place}][ ({rule})]. Choisissez un autre lieu ou un autre matériel.",
    },
    "notice_respected": {
        "nl": "Op tijd aangevraagd[ (minstens {days|weeks|months} vooraf)].",
        "en": "Asked in time[ (at least {days|weeks|months} ahead)].",
        "fr": "Demandé à temps[ (au moins {days|weeks|months} à l'avance)].",
    },
    "notice_too_short": {
        "nl": "Te laat aangevraagd[: dit kon tot en met {deadline}][ (minstens {days|weeks|months} vooraf)][ ({rule})]. "
        "Kies een latere datum.",
        "en": "Asked too late[: this was possible up to {deadline}][ (at least {days|weeks|months} ahead)][ ({rule})]. "
        "Choose a later date.",
        "fr": "Demandé trop tard[ : c'était possible jusqu'au {deadline}][ (au moins {days|weeks|months} à l'avance)][ ({rule})]. "
        "Choisissez une date ultérieure.",
    },
    "horizon_respected": {
        "nl": "Niet te vroeg aangevraagd[ (hoogstens {days|weeks|months} vooraf)].",
        "en": "Not asked too early[ (at most {days|weeks|months} ahead)].",
        "fr": "Pas demandé trop tôt[ (au plus {days|weeks|months} à l'avance)].",
    },
    "horizon_too_far": {
        "nl": "Te vroeg aangevraagd[: dit kan vanaf {from_}][ (hoogstens {days|weeks|months} vooraf)][ ({rule})]. "
        "Vraag het later opnieuw aan.",
        "en": "Asked too early[: this is possible from {from_}][ (at most {days|weeks|months} ahead)][ ({rule})]. Please ask again later.",
        "fr": "Demandé trop tôt[ : possible à partir du {from_}][ (au plus {days|weeks|months} à l'avance)][ ({rule})]. "
        "Refaites votre demande plus tard.",
    },
    "duration_allowed": {
        "nl": "De duur is toegelaten[ (hoogstens {days|hours|weeks|limit})].",
        "en": "The duration is allowed[ (at most {days|hours|weeks|limit})].",
        "fr": "La durée est autorisée[ (au plus {days|hours|weeks|limit})].",
    },
    "duration_too_long": {
        "nl": "Te lang[: hoogstens {days|hours|weeks|limit}][ ({rule})]. Kies een kortere periode.",
        "en": "Too long[: at most {days|hours|weeks|limit}][ ({rule})]. Choose a shorter period.",
        "fr": "Trop long[ : au plus {days|hours|weeks|limit}][ ({rule})]. Choisissez une période plus courte.",
    },
    "duration_too_short": {
        "nl": "Te kort[: minstens {hours|days|weeks|limit}][ ({rule})]. Kies een langere periode.",
        "en": "Too short[: at least {hours|days|weeks|limit}][ ({rule})]. Choose a longer period.",
        "fr": "Trop court[ : au moins {hours|days|weeks|limit}][ ({rule})]. Choisissez une période plus longue.",
    },
    "units_allowed": {
        "nl": "Het aantal is toegelaten[ (hoogstens {limit} per ontlener)].",
        "en": "The number is allowed[ (at most {limit} per borrower)].",
        "fr": "Le nombre est autorisé[ (au plus {limit} par emprunteur)].",
    },
    "units_too_many": {
        "nl": "Te veel stuks gevraagd[: {units}][, hoogstens {limit} per ontlener][ ({rule})]. Vraag er minder.",
        "en": "Too many asked for[: {units}][, at most {limit} per borrower][ ({rule})]. Ask for fewer.",
        "fr": "Trop d'unités demandées[ : {units}][, au plus {limit} par emprunteur][ ({rule})]. Demandez-en moins.",
    },
    "quota_left": {
        "nl": "Binnen het jaarlijkse aantal uitleningen[ ({used} van {limit} gebruikt)].",
        "en": "Within the yearly number of loans[ ({used} of {limit} used)].",
        "fr": "Dans les limites du nombre annuel de prêts[ ({used} sur {limit} utilisés)].",
    },
    "quota_used_up": {
        "nl": "Het jaarlijkse aantal uitleningen is opgebruikt[ ({limit} per jaar)][ ({rule})]. "
        "Kies een datum in een ander jaar of een ander middel.",
        "en": "The yearly number of loans is used up[ ({limit} a year)][ ({rule})]. Choose a date in another year or another asset.",
        "fr": "Le nombre annuel de prêts est épuisé[ ({limit} par an)][ ({rule})]. "
        "Choisissez une date dans une autre année ou un autre matériel.",
    },
}
