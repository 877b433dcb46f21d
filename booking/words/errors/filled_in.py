"""What was filled in and cannot be: times, numbers, names, forms."""

from __future__ import annotations

SENTENCES = {
    "period_reversed": {
        "nl": "Het einde moet na het begin liggen[ (begin: {start}, einde: {end})].",
        "en": "The end must come after the start[ (start: {start}, end: {end})].",
        "fr": "La fin doit suivre le début[ (début : {start}, fin : {end})].",
    },
    "time_nonexistent": {
        "nl": "Dit uur bestaat niet[: {time}], want dan gaat de klok een uur vooruit. Kies een uur eerder of later.",
        "en": "This time does not exist[: {time}], because the clock then goes an hour forward. Choose an hour earlier or later.",
        "fr": "Cette heure n'existe pas[ : {time}], car l'horloge avance alors d'une heure. Choisissez une heure plus tôt ou plus tard.",
    },
    "time_ambiguous": {
        "nl": "Dit uur komt die nacht twee keer voor[: {time}]. Kies zomertijd (de eerste keer) of wintertijd (de tweede keer).",
        "en": "This time occurs twice that night[: {time}]. Choose summer time (the first) or winter time (the second).",
        "fr": "Cette heure se présente deux fois cette nuit-là[ : {time}]. "
        "Choisissez l'heure d'été (la première) ou l'heure d'hiver (la seconde).",
    },
    "time_naive": {
        "nl": "Bij dit tijdstip ontbreekt de tijdzone. Schrijf het met een verschil met UTC, zoals 2027-06-12T14:00:00+02:00.",
        "en": "This time lacks its time zone. Write it with an offset from UTC, such as 2027-06-12T14:00:00+02:00.",
        "fr": "Le fuseau horaire de cette heure manque. Écrivez-la avec son décalage UTC, comme 2027-06-12T14:00:00+02:00.",
    },
    "time_not_local": {
        "nl": "Geef dit tijdstip in Belgische tijd, zonder tijdzone.",
        "en": "Give this time in Belgian time, without a time zone.",
        "fr": "Indiquez cette heure en heure belge, sans fuseau horaire.",
    },
    "time_out_of_range": {
        "nl": "Dit tijdstip ligt buiten de kalender[: {time}]. Kies een andere datum.",
        "en": "This time lies outside the calendar[: {time}]. Choose another date.",
        "fr": "Cette heure est hors du calendrier[ : {time}]. Choisissez une autre date.",
    },
    "time_unreadable": {
        "nl": "Dit tijdstip is niet leesbaar[: {time}]. Schrijf het zoals 2027-06-12T14:00.",
        "en": "This time cannot be read[: {time}]. Write it like 2027-06-12T14:00.",
        "fr": "Cette heure est illisible[ : {time}]. Écrivez-la comme 2027-06-12T14:00.",
    },
    "time_in_past": {
        "nl": "Dit tijdstip is al voorbij[: {time}]. Kies een moment in de toekomst.",
        "en": "This time has already passed[: {time}]. Choose a moment in the future.",
        "fr": "Cette heure est déjà passée[ : {time}]. Choisissez un moment dans le futur.",
    },
    "calendar_no_open_day": {
        "nl": "Er is geen openingsdag in de buurt van deze datum[: {day}]. Kies een andere datum of vraag raad bij de uitleendienst.",
        "en": "There is no opening day near this date[: {day}]. Choose another date or ask the lending desk.",
        "fr": "Il n'y a pas de jour d'ouverture proche de cette date[ : {day}]. "
        "Choisissez une autre date ou demandez conseil au service de prêt.",
    },
    "hours_invalid": {
        "nl": "Deze openingsuren kunnen niet: het sluitingsuur moet na het openingsuur liggen, binnen één dag.",
        "en": "These opening hours cannot be: closing must come after opening, within one day.",
        "fr": "Ces heures d'ouverture sont impossibles : la fermeture doit suivre l'ouverture, le même jour.",
    },
    "buffer_negative": {
        "nl": "Een buffer kan niet kleiner zijn dan nul.",
        "en": "A buffer cannot be less than zero.",
        "fr": "Une marge ne peut pas être négative.",
    },
    "units_not_positive": {
        "nl": "Vraag minstens 1 stuk[ (gevraagd: {units})][, lijn {line}].",
        "en": "Ask for at least 1[ (asked: {units})][, line {line}].",
        "fr": "Demandez au moins 1 unité[ (demandé : {units})][, ligne {line}].",
    },
    "units_beyond_stock": {
        "nl": "Zoveel stuks zijn er niet[: {asset}][ (gevraagd: {units}, in voorraad: {limit|stock})]. Vraag er minder.",
        "en": "There are not that many[: {asset}][ (asked: {units}, in stock: {limit|stock})]. Ask for fewer.",
        "fr": "Il n'y en a pas autant[ : {asset}][ (demandé : {units}, en stock : {limit|stock})]. Demandez-en moins.",
    },
    "number_unreadable": {
        "nl": "Dit is geen geheel getal[: {value}].",
        "en": "This is not a whole number[: {value}].",
        "fr": "Ceci n'est pas un nombre entier[ : {value}].",
    },
    "choice_unknown": {
        "nl": "Deze keuze bestaat niet[: {value}]. Kies uit de lijst.",
        "en": "This choice does not exist[: {value}]. Choose from the list.",
        "fr": "Ce choix n'existe pas[ : {value}]. Choisissez dans la liste.",
    },
    "name_too_long": {
        "nl": "Te lang[ ({field})]: hoogstens {limit} tekens.",
        "en": "Too long[ ({field})]: at most {limit} characters.",
        "fr": "Trop long[ ({field})] : au plus {limit} caractères.",
    },
    "field_required": {
        "nl": "Vul dit veld in[: {field}].",
        "en": "Fill in this field[: {field}].",
        "fr": "Remplissez ce champ[ : {field}].",
    },
    "form_expired": {
        "nl": "Dit formulier is verlopen. Wat u invulde staat er nog: verzend het opnieuw.",
        "en": "This form has expired. What you filled in is still there: send it again.",
        "fr": "Ce formulaire a expiré. Ce que vous avez rempli y est encore : envoyez-le à nouveau.",
    },
    "form_sent_twice": {
        "nl": "Dit formulier was al verzonden. Er is niets dubbel geregistreerd[: zie {reference}].",
        "en": "This form was already sent. Nothing was recorded twice[: see {reference}].",
        "fr": "Ce formulaire avait déjà été envoyé. Rien n'a été enregistré deux fois[ : voir {reference}].",
    },
    "amount_unreadable": {
        "nl": "Dit is geen hoeveelheid[: {value}]. Schrijf bijvoorbeeld 12 of 12,5.",
        "en": "This is not an amount[: {value}]. Write for example 12 or 12.5.",
        "fr": "Ceci n'est pas une quantité[ : {value}]. Écrivez par exemple 12 ou 12,5.",
    },
    "date_unreadable": {
        "nl": "Dit is geen datum of uur.",
        "en": "This is not a date or time.",
        "fr": "Ceci n'est pas une date ou une heure.",
    },
    "email_unreadable": {
        "nl": "Dit is geen e-mailadres.",
        "en": "This is not an e-mail address.",
        "fr": "Ceci n'est pas une adresse e-mail.",
    },
}
