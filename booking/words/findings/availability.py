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
        "nl": "Buiten dienst[ van {from_}][ tot {until}]. Kies een ander middel[ of vraag raad bij {owner}].",
        "en": "Out of service[ from {from_}][ until {until}]. Choose another asset[ or ask {owner} for advice].",
        "fr": "Hors service[ à partir du {from_}][ jusqu'au {until}]. Choisissez un autre matériel[ ou demandez conseil à {owner}].",
    },
    "handover_open": {
        "nl": "Uitgifte en terugname vallen binnen de openingsuren[ van {place}].",
        "en": "Hand-over and return fall within the opening hours[ of {place}].",
        "fr": "La remise et le retour tombent pendant les heures d'ouverture[ ({place})].",
    },
    "handover_closed": {
        "nl": "Gesloten op het moment van uitgifte of terugname[ ({place})][: {from_}]. Kies een moment binnen de openingsuren.",
        "en": "Closed at the moment of hand-over or return[ ({place})][: {from_}]. Choose a moment within the opening hours.",
        "fr": "Fermé au moment de la remise ou du retour[ ({place})][ : {from_}]. Choisissez un moment pendant les heures d'ouverture.",
    },
    "horizon_ledger": {
        "nl": "Zo ver vooruit kan nog niemand reserveren[: de agenda is open tot {until}].",
        "en": "Nobody can book that far ahead yet[: the calendar is open until {until}].",
        "fr": "Personne ne peut encore réserver aussi longtemps à l'avance[ : l'agenda est ouvert jusqu'au {until}].",
    },
}
