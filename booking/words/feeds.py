"""The words of a calendar: the crew's work as its borrower sees it, and what stands in an event's text."""

from __future__ import annotations

# What the crew calls `hand out` is what a borrower comes for.
OWN_TASKS = {
    "prepare": {"nl": "in voorbereiding", "en": "being prepared", "fr": "en préparation"},
    "deliver": {"nl": "levering", "en": "delivery", "fr": "livraison"},
    "hand_out": {"nl": "afhalen", "en": "pick up", "fr": "retrait"},
    "collect": {"nl": "ophaling", "en": "collection", "fr": "enlèvement"},
    "take_back": {"nl": "terugbrengen", "en": "bring back", "fr": "retour"},
    "open_hall": {"nl": "zaal open", "en": "hall opens", "fr": "ouverture de la salle"},
    "close_hall": {"nl": "zaal sluit", "en": "hall closes", "fr": "fermeture de la salle"},
    "clean": {"nl": "reiniging", "en": "cleaning", "fr": "nettoyage"},
    "inspect": {"nl": "keuring", "en": "inspection", "fr": "contrôle"},
}

# What stands before a name or number in the text of an event.
NOTES = {
    "reference": {"nl": "reservatie:", "en": "reservation:", "fr": "réservation :"},
    "borrower": {"nl": "ontlener:", "en": "borrower:", "fr": "emprunteur :"},
    "contact": {"nl": "bereikbaar:", "en": "to be reached at:", "fr": "contact :"},
    "depot": {"nl": "vanuit:", "en": "from:", "fr": "depuis :"},
}

NOUNS = {"own_task": OWN_TASKS, "feed_note": NOTES}
