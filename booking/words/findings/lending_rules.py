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
    "onward_allowed": {
        "nl": "U mag dit in eigen naam gebruiken of doorgeven[ aan {beneficiary}].",
        "en": "You may use it yourself or pass it on[ to {beneficiary}].",
        "fr": "Vous pouvez l'utiliser vous-même ou le transmettre[ à {beneficiary}].",
    },
    "own_use_passed_on": {
        "nl": "Alleen voor eigen gebruik: u mag dit niet doorgeven[ aan {beneficiary}][ ({rule})].",
        "en": "For your own use only: you may not pass it on[ to {beneficiary}][ ({rule})].",
        "fr": "Réservé à votre propre usage : vous ne pouvez pas le transmettre[ à {beneficiary}][ ({rule})].",
    },
    "own_use_only": {
        "nl": "Alleen voor eigen gebruik: u mag dit niet doorgeven aan anderen[ ({rule})].",
        "en": "For your own use only: you may not pass it on to others[ ({rule})].",
        "fr": "Réservé à votre propre usage : vous ne pouvez pas le transmettre à d'autres[ ({rule})].",
    },
    "notice_respected": {
        "nl": "Op tijd aangevraagd[ (minstens {days|working_days|weeks|months} vooraf)].",
        "en": "Asked in time[ (at least {days|working_days|weeks|months} ahead)].",
        "fr": "Demandé à temps[ (au moins {days|working_days|weeks|months} à l'avance)].",
    },
    "notice_too_short": {
        "nl": "Te laat aangevraagd[: dit kon tot en met {deadline}][ (minstens {days|working_days|weeks|months} vooraf)][ ({rule})]. "
        "Kies een latere datum.",
        "en": "Asked too late[: this was possible up to {deadline}][ (at least {days|working_days|weeks|months} ahead)][ ({rule})]. "
        "Choose a later date.",
        "fr": "Demandé trop tard[ : c'était possible jusqu'au {deadline}][ (au moins {days|working_days|weeks|months} à l'avance)]"
        "[ ({rule})]. Choisissez une date ultérieure.",
    },
    "horizon_respected": {
        "nl": "Niet te vroeg aangevraagd[ (hoogstens {days|working_days|weeks|months} vooraf)].",
        "en": "Not asked too early[ (at most {days|working_days|weeks|months} ahead)].",
        "fr": "Pas demandé trop tôt[ (au plus {days|working_days|weeks|months} à l'avance)].",
    },
    "horizon_too_far": {
        "nl": "Te vroeg aangevraagd[: dit kan vanaf {from_}][ (hoogstens {days|working_days|weeks|months} vooraf)][ ({rule})]. "
        "Vraag het later opnieuw aan.",
        "en": "Asked too early[: this is possible from {from_}][ (at most {days|working_days|weeks|months} ahead)][ ({rule})]. "
        "Please ask again later.",
        "fr": "Demandé trop tôt[ : possible à partir du {from_}][ (au plus {days|working_days|weeks|months} à l'avance)][ ({rule})]. "
        "Refaites votre demande plus tard.",
    },
    "priority_none": {
        "nl": "De eigenaar geeft niemand voorrang.",
        "en": "The owner gives nobody priority.",
        "fr": "Le propriétaire ne donne priorité à personne.",
    },
    "priority_yours": {
        "nl": "U mag dit met voorrang aanvragen[, vóór {from_}][ ({rule})].",
        "en": "You may ask for it with priority[, before {from_}][ ({rule})].",
        "fr": "Vous pouvez le demander en priorité[, avant le {from_}][ ({rule})].",
    },
    "priority_over": {
        "nl": "Iedereen mag dit al aanvragen[, sinds {from_}].",
        "en": "Everyone may ask for it by now[, since {from_}].",
        "fr": "Tout le monde peut déjà le demander[, depuis le {from_}].",
    },
    "priority_reserved": {
        "nl": "Nog voorbehouden[ aan {spared}][: u kunt dit aanvragen vanaf {from_}][ ({rule})]. Vraag het later opnieuw aan.",
        "en": "Still reserved[ for {spared}][: you can ask for it from {from_}][ ({rule})]. "
        "Please ask again later.",
        "fr": "Encore réservé[ à {spared}][ : vous pouvez le demander à partir du {from_}][ ({rule})]. Refaites votre demande plus tard.",
    },
    "blackout_none": {
        "nl": "De eigenaar leent dan uit.",
        "en": "The owner lends at that time.",
        "fr": "Le propriétaire prête à ce moment-là.",
    },
    "blackout": {
        "nl": "De eigenaar leent dan niet uit[, van {from_}][ tot en met {until}][: {reason}][ ({rule})]. Kies een andere datum.",
        "en": "The owner does not lend at that time[, from {from_}][ up to and including {until}][: {reason}][ ({rule})]. "
        "Choose another date.",
        "fr": "Le propriétaire ne prête pas à ce moment-là[, du {from_}][ au {until} inclus][ : {reason}][ ({rule})]. "
        "Choisissez une autre date.",
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
    "option_not_asked": {
        "nl": "Er wordt geen optie gevraagd.",
        "en": "No option is asked for.",
        "fr": "Aucune option n'est demandée.",
    },
    "option_stands": {
        "nl": "Blijft in optie[ tot {until}].",
        "en": "Stays on option[ until {until}].",
        "fr": "Reste en option[ jusqu'au {until}].",
    },
    "option_shorter": {
        "nl": "Blijft minder lang in optie dan u vroeg[: tot {until}][ ({rule})]. Vraag het vóór dan aan.",
        "en": "Stays on option for less long than you asked[: until {until}][ ({rule})]. Ask for it before then.",
        "fr": "Reste en option moins longtemps que demandé[ : jusqu'au {until}][ ({rule})]. Demandez-le avant cette date.",
    },
    "option_too_late": {
        "nl": "Te laat voor een optie[: die kon tot {until}][ ({rule})]. Vraag het meteen aan.",
        "en": "Too late for an option[: that was possible until {until}][ ({rule})]. Ask for it at once.",
        "fr": "Trop tard pour une option[ : c'était possible jusqu'au {until}][ ({rule})]. Demandez-le directement.",
    },
    "option_not_given": {
        "nl": "Hierop zijn geen opties mogelijk[ bij {owner}][ ({rule})]. Vraag het meteen aan.",
        "en": "No options are possible on this[ with {owner}][ ({rule})]. Ask for it at once.",
        "fr": "Aucune option n'est possible ici[ auprès de {owner}][ ({rule})]. Demandez-le directement.",
    },
    "option_collected": {
        "nl": "Dit wordt meteen een aanvraag[: {owner} verzamelt aanvragen en geeft geen opties][ ({rule})].",
        "en": "This becomes a request at once[: {owner} collects requests and gives no options][ ({rule})].",
        "fr": "Ceci devient directement une demande[ : {owner} rassemble les demandes et n'accorde pas d'option][ ({rule})].",
    },
    "units_allowed": {
        "nl": "Het aantal is toegelaten[ (hoogstens {limit} per ontlener)].",
        "en": "The number is allowed[ (at most {limit} per borrower)].",
        "fr": "Le nombre est autorisé[ (au plus {limit} par emprunteur)].",
    },
    "units_too_many": {
        "nl": "Te veel stuks[: {units} gevraagd][, {beside} in andere uitleningen][, hoogstens {limit} per ontlener][ ({rule})]. "
        "Vraag er minder.",
        "en": "Too many[: {units} asked for][, {beside} in other loans][, at most {limit} per borrower][ ({rule})]. Ask for fewer.",
        "fr": "Trop d'unités[ : {units} demandées][, {beside} dans d'autres prêts][, au plus {limit} par emprunteur][ ({rule})]. "
        "Demandez-en moins.",
    },
    "quota_left": {
        "nl": "Binnen het jaarlijkse quotum[: {used} van {limit} gebruikt][, geteld in {quota_unit}].",
        "en": "Within the yearly quota[: {used} of {limit} used][, counted in {quota_unit}].",
        "fr": "Dans les limites du quota annuel[ : {used} sur {limit} utilisés][, comptés en {quota_unit}].",
    },
    "quota_used_up": {
        "nl": "Het jaarlijkse quotum laat dit niet meer toe[: {used} van {limit} gebruikt][, {asked} gevraagd][, geteld in {quota_unit}]"
        "[ ({rule})]. Kies een datum in een ander jaar of een ander middel.",
        "en": "The yearly quota leaves no room for this[: {used} of {limit} used][, {asked} asked for][, counted in {quota_unit}]"
        "[ ({rule})]. Choose a date in another year or another asset.",
        "fr": "Le quota annuel ne le permet plus[ : {used} sur {limit} utilisés][, {asked} demandés][, comptés en {quota_unit}]"
        "[ ({rule})]. Choisissez une date dans une autre année ou un autre matériel.",
    },
}
