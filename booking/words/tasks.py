"""The words of the technical service's work, short enough for a calendar's title."""

from __future__ import annotations

TASK_KINDS = {
    "prepare": {"nl": "klaarzetten", "en": "prepare", "fr": "préparer"},
    "deliver": {"nl": "leveren", "en": "deliver", "fr": "livrer"},
    "set_up": {"nl": "opbouwen", "en": "set up", "fr": "monter"},
    "hand_out": {"nl": "uitgeven", "en": "hand out", "fr": "remettre"},
    "instruct": {"nl": "uitleg geven", "en": "instruct", "fr": "donner les instructions"},
    "take_down": {"nl": "afbreken", "en": "take down", "fr": "démonter"},
    "collect": {"nl": "ophalen", "en": "collect", "fr": "enlever"},
    "take_back": {"nl": "terugnemen", "en": "take back", "fr": "reprendre"},
    "open_hall": {"nl": "zaal openen", "en": "open the hall", "fr": "ouvrir la salle"},
    "close_hall": {"nl": "zaal sluiten", "en": "close the hall", "fr": "fermer la salle"},
    "check": {"nl": "controleren en tellen", "en": "check and count", "fr": "contrôler et compter"},
    "clean": {"nl": "reinigen", "en": "clean", "fr": "nettoyer"},
    "empty": {"nl": "ledigen", "en": "empty", "fr": "vidanger"},
    "refuel": {"nl": "tanken", "en": "refuel", "fr": "faire le plein"},
    "repair": {"nl": "herstellen", "en": "repair", "fr": "réparer"},
    "maintain": {"nl": "onderhouden", "en": "maintain", "fr": "entretenir"},
    "inspect": {"nl": "keuren", "en": "inspect", "fr": "faire contrôler"},
}

TASK_STATES = {
    "planned": {"nl": "gepland", "en": "planned", "fr": "prévu"},
    "done": {"nl": "gedaan", "en": "done", "fr": "fait"},
    "cancelled": {"nl": "gaat niet door", "en": "cancelled", "fr": "annulé"},
}

NOUNS = {
    "task": TASK_KINDS,
    "task_state": TASK_STATES,
}
