"""The words of the technical service's work, short enough for a calendar's title."""

from __future__ import annotations

TASK_KINDS = {
    "prepare": {"nl": "klaarzetten", "en": "prepare", "fr": "préparer"},
    "load": {"nl": "laden", "en": "load", "fr": "charger"},
    "deliver": {"nl": "leveren", "en": "deliver", "fr": "livrer"},
    "hand_out": {"nl": "uitgeven", "en": "hand out", "fr": "remettre"},
    "set_up": {"nl": "opbouwen", "en": "set up", "fr": "monter"},
    "inspect_setup": {"nl": "controleren na opbouw", "en": "check after set-up", "fr": "contrôler après montage"},
    "instruct": {"nl": "uitleg geven", "en": "instruct", "fr": "donner les instructions"},
    "key_out": {"nl": "sleutel meegeven", "en": "hand out the key", "fr": "remettre la clé"},
    "heating": {"nl": "verwarming aanzetten", "en": "turn on the heating", "fr": "allumer le chauffage"},
    "open_hall": {"nl": "zaal openen", "en": "open the hall", "fr": "ouvrir la salle"},
    "hall_guard": {"nl": "zaalwacht", "en": "guard the hall", "fr": "surveiller la salle"},
    "close_hall": {"nl": "zaal sluiten", "en": "close the hall", "fr": "fermer la salle"},
    "key_in": {"nl": "sleutel terugnemen", "en": "take back the key", "fr": "reprendre la clé"},
    "take_down": {"nl": "afbreken", "en": "take down", "fr": "démonter"},
    "collect": {"nl": "ophalen", "en": "collect", "fr": "enlever"},
    "take_back": {"nl": "terugnemen", "en": "take back", "fr": "reprendre"},
    "check": {"nl": "controleren en tellen", "en": "check and count", "fr": "contrôler et compter"},
    "empty": {"nl": "ledigen", "en": "empty", "fr": "vidanger"},
    "clean": {"nl": "reinigen", "en": "clean", "fr": "nettoyer"},
    "refuel": {"nl": "tanken of opladen", "en": "refuel or charge", "fr": "ravitailler ou recharger"},
    "inspect": {"nl": "keuren", "en": "inspect", "fr": "faire contrôler"},
    "maintain": {"nl": "onderhouden", "en": "maintain", "fr": "entretenir"},
    "repair": {"nl": "herstellen", "en": "repair", "fr": "réparer"},
    "other": {"nl": "ander werk", "en": "other work", "fr": "autre travail"},
}

TASK_STATES = {
    "planned": {"nl": "gepland", "en": "planned", "fr": "prévu"},
    "done": {"nl": "gedaan", "en": "done", "fr": "fait"},
    "cancelled": {"nl": "gaat niet door", "en": "cancelled", "fr": "annulé"},
}

WORK_PLACES = {
    "depot": {"nl": "in de loods", "en": "at the depot", "fr": "au dépôt"},
    "site": {"nl": "ter plaatse", "en": "on site", "fr": "sur place"},
    "hall": {"nl": "in de zaal", "en": "in the hall", "fr": "dans la salle"},
}

VEHICLE_KINDS = {
    "van": {"nl": "bestelwagen", "en": "van", "fr": "camionnette"},
    "towing": {"nl": "trekwagen", "en": "towing vehicle", "fr": "véhicule tracteur"},
    "flatbed": {"nl": "open laadbak", "en": "flatbed", "fr": "camionnette à plateau"},
    "truck": {"nl": "vrachtwagen", "en": "truck", "fr": "camion"},
    "crane": {"nl": "kraanwagen", "en": "crane truck", "fr": "camion-grue"},
    "tractor": {"nl": "tractor", "en": "tractor", "fr": "tracteur"},
}

NOUNS = {
    "task": TASK_KINDS,
    "task_state": TASK_STATES,
    "work_place": WORK_PLACES,
    "vehicle_kind": VEHICLE_KINDS,
}
