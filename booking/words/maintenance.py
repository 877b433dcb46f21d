"""The words of inspections and maintenance: what is done, how far it is, what came of it."""

from __future__ import annotations

KINDS = {
    "inspection": {"nl": "keuring", "en": "inspection", "fr": "contrôle"},
    "maintenance": {"nl": "onderhoud", "en": "maintenance", "fr": "entretien"},
    "repair": {"nl": "herstelling", "en": "repair", "fr": "réparation"},
}

STATES = {
    "proposed": {"nl": "te plannen", "en": "to be planned", "fr": "à planifier"},
    "planned": {"nl": "gepland", "en": "planned", "fr": "planifié"},
    "done": {"nl": "gedaan", "en": "done", "fr": "fait"},
    "cancelled": {"nl": "gaat niet door", "en": "cancelled", "fr": "annulé"},
}

VERDICTS = {
    "passed": {"nl": "goedgekeurd", "en": "passed", "fr": "approuvé"},
    "passed_with_remarks": {"nl": "goedgekeurd met opmerkingen", "en": "passed with remarks", "fr": "approuvé avec remarques"},
    "failed": {"nl": "afgekeurd", "en": "failed", "fr": "refusé"},
}

OFFERS = {
    "asset": {"nl": "een ander middel", "en": "another item", "fr": "un autre matériel"},
    "date": {"nl": "een andere datum", "en": "another date", "fr": "une autre date"},
    "cancel": {"nl": "kosteloos annuleren", "en": "cancel free of charge", "fr": "annuler sans frais"},
}

NOUNS = {
    "upkeep": KINDS,
    "work_order": STATES,
    "inspection_verdict": VERDICTS,
    "offer_way": OFFERS,
}
