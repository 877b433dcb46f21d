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
    "territory_outside": {
        "nl": "Mag op deze plaats niet gebruikt worden[: {place}][ ({rule})]. Kies een andere plaats of een ander middel.",
        "en": "May not be used at this place[: {place}][ ({rule})]. Choose another place or another asset.",
        "fr": "Ne peut pas être utilisé à cet endroit[ : {place}][ ({rule})]. Choisissez un autre lieu ou un autre matériel.",
    },
    "notice_respected": {
        "nl": "Op tijd aangevraagd[ (minstens {days|working_days|weeks|months|hours} vooraf)].",
        "en": "Asked in time[ (at least {days|working_days|weeks|months|hours} ahead)].",
        "fr": "Demandé à temps[ (au moins {days|working_days|weeks|months|hours} à l'avance)].",
    },
    "notice_too_short": {
        "nl": "Te laat aangevraagd[: dit kan tot {days|working_days|weeks|months|hours} vooraf][, uiterlijk op {deadline}]. "
        "Kies een latere datum.",
        "en": "Asked too late[: this is possible up to {days|working_days|weeks|months|hours} ahead][, by {deadline} at the latest]. "
        "Choose a later date.",
        "fr": "Demandé trop tard[ : possible jusqu'à {days|working_days|weeks|months|hours} à l'avance][, au plus tard le {deadline}]. "
        "Choisissez une date ultérieure.",
    },
    "horizon_respected": {
        "nl": "Niet te vroeg aangevraagd[ (hoogstens {days|weeks|months} vooraf)].",
        "en": "Not asked too early[ (at most {days|weeks|months} ahead)].",
        "fr": "Pas demandé trop tôt[ (au plus {days|weeks|months} à l'avance)].",
    },
    "horizon_too_far": {
        "nl": "Te vroeg aangevraagd[: dit kan ten vroegste {days|weeks|months} vooraf][, vanaf {from_}]. Vraag het later opnieuw aan.",
        "en": "Asked too early[: this is possible from {days|weeks|months} ahead][, from {from_} on]. Please ask again later.",
        "fr": "Demandé trop tôt[ : possible au plus tôt {days|weeks|months} à l'avance][, à partir du {from_}]. "
        "Refaites votre demande plus tard.",
    },
    "duration_allowed": {
        "nl": "De duur is toegelaten[ (hoogstens {days|hours|weeks|limit})].",
        "en": "The duration is allowed[ (at most {days|hours|weeks|limit})].",
        "fr": "La durée est autorisée[ (au plus {days|hours|weeks|limit})].",
    },
    "duration_too_long": {
        "nl": "Te lang[: hoogstens {days|hours|weeks|limit}, van uitgifte tot terugname]. Kies een kortere periode.",
        "en": "Too long[: at most {days|hours|weeks|limit}, from hand-over to return]. Choose a shorter period.",
        "fr": "Trop long[ : au plus {days|hours|weeks|limit}, de la remise au retour]. Choisissez une période plus courte.",
    },
    "duration_too_short": {
        "nl": "Te kort[: minstens {hours|days|weeks|limit}]. Kies een langere periode.",
        "en": "Too short[: at least {hours|days|weeks|limit}]. Choose a longer period.",
        "fr": "Trop court[ : au moins {hours|days|weeks|limit}]. Choisissez une période plus longue.",
    },
    "units_allowed": {
        "nl": "Het aantal is toegelaten[ (hoogstens {limit} per ontlener)].",
        "en": "The number is allowed[ (at most {limit} per borrower)].",
        "fr": "Le nombre est autorisé[ (au plus {limit} par emprunteur)].",
    },
    "units_too_many": {
        "nl": "Te veel stuks gevraagd[: {units}][, hoogstens {limit} per ontlener]. Vraag er minder.",
        "en": "Too many asked for[: {units}][, at most {limit} per borrower]. Ask for fewer.",
        "fr": "Trop d'unités demandées[ : {units}][, au plus {limit} par emprunteur]. Demandez-en moins.",
    },
    "quota_left": {
        "nl": "Binnen het jaarlijkse aantal uitleningen[ (nog {free} van {limit} over)].",
        "en": "Within the yearly number of loans[ ({free} of {limit} left)].",
        "fr": "Dans les limites du nombre annuel de prêts[ (encore {free} sur {limit})].",
    },
    "quota_used_up": {
        "nl": "Het jaarlijkse aantal uitleningen is opgebruikt[ ({limit} per jaar)][ ({rule})]. "
        "Kies een datum in een ander jaar of een ander middel.",
        "en": "The yearly number of loans is used up[ ({limit} a year)][ ({rule})]. Choose a date in another year or another asset.",
        "fr": "Le nombre annuel de prêts est épuisé[ ({limit} par an)][ ({rule})]. "
        "Choisissez une date dans une autre année ou un autre matériel.",
    },
}
