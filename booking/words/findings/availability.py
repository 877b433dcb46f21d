"""Is it free, does it work, and is someone there to hand it over?"""

from __future__ import annotations

SENTENCES = {
    "asset_free": {
        "nl": "Vrij in de gevraagde periode[ (beschikbaar: {free})].",
        "en": "Free in the period asked for[ (available: {free})].",
        "fr": "Libre pendant la période demandée[ (disponible : {free})].",
    },
    "asset_taken": {
        "nl": "Niet vrij[ van {from_}][ tot {until}][ (gevraagd: {units}, nog vrij: {free})]. Kies een andere periode of een ander middel.",
        "en": "Not free[ from {from_}][ until {until}][ (asked: {units}, still free: {free})]. Choose another period or another asset.",
        "fr": "Pas libre[ à partir du {from_}][ jusqu'au {until}][ (demandé : {units}, encore libre : {free})]. "
        "Choisissez une autre période ou un autre matériel.",
    },
    "asset_in_service": {
        "nl": "In dienst.",
        "en": "In service.",
        "fr": "En service.",
    },
    "asset_out_of_service": {
        "nl": "Buiten dienst[ van {from_}][ tot {until}][: {asset}]. Kies een ander middel[ of vraag raad bij {owner}].",
        "en": "Out of service[ from {from_}][ until {until}][: {asset}]. Choose another asset[ or ask {owner} for advice].",
        "fr": "Hors service[ à partir du {from_}][ jusqu'au {until}][ : {asset}]. "
        "Choisissez un autre matériel[ ou demandez conseil à {owner}].",
    },
    "handover_open": {
        "nl": "Uitgifte[ ({from_})] en terugname[ ({until})] vallen binnen de openingsuren[ van {place}].",
        "en": "Hand-over[ ({from_})] and return[ ({until})] fall within the opening hours[ of {place}].",
        "fr": "La remise[ ({from_})] et le retour[ ({until})] tombent pendant les heures d'ouverture[ de {place}].",
    },
    "handover_closed": {
        "nl": "Niet open op het gevraagde tijdstip[ ({place})][: {from_}][ – {until}]. Kies een tijdstip binnen de openingsuren.",
        "en": "Not open at the time asked for[ ({place})][: {from_}][ – {until}]. Choose a time within the opening hours.",
        "fr": "Pas ouvert à l'heure demandée[ ({place})][ : {from_}][ – {until}]. Choisissez une heure pendant les heures d'ouverture.",
    },
    "ledger_reaches": {
        "nl": "Binnen de periode waarvoor de agenda open is.",
        "en": "Within the period for which the calendar is open.",
        "fr": "Dans la période pour laquelle l'agenda est ouvert.",
    },
    "horizon_ledger": {
        "nl": "Zo ver vooruit kan nog niemand reserveren[: de agenda is open tot {until}].",
        "en": "Nobody can book that far ahead yet[: the calendar is open until {until}].",
        "fr": "Personne ne peut encore réserver aussi longtemps à l'avance[ : l'agenda est ouvert jusqu'au {until}].",
    },
}
