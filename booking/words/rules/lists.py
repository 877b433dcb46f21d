"""The words of an owner's rules: whom they spare, what they count, who is recognised."""

from __future__ import annotations

SPARED = {
    "own_services": {"nl": "de eigen diensten", "en": "its own services", "fr": "ses propres services"},
    "co_owners": {"nl": "de mede-eigenaars", "en": "the co-owners", "fr": "les copropriétaires"},
    "own_borrowers": {"nl": "de eigen ontleners", "en": "its own borrowers", "fr": "ses propres emprunteurs"},
}

QUOTA_UNITS = {
    "times": {"nl": "keer", "en": "times", "fr": "fois"},
    "days": {"nl": "dagen", "en": "days", "fr": "jours"},
    "units": {"nl": "stuks", "en": "units", "fr": "unités"},
}

LEAD_UNITS = {
    "days": {"nl": "dagen", "en": "days", "fr": "jours"},
    "working_days": {"nl": "werkdagen", "en": "working days", "fr": "jours ouvrables"},
    "weeks": {"nl": "weken", "en": "weeks", "fr": "semaines"},
    "months": {"nl": "maanden", "en": "months", "fr": "mois"},
}

DURATION_UNITS = {
    "hours": {"nl": "uren", "en": "hours", "fr": "heures"},
    "days": {"nl": "dagen", "en": "days", "fr": "jours"},
}

NOUNS = {"spared": SPARED, "quota_unit": QUOTA_UNITS, "lead_unit": LEAD_UNITS, "duration_unit": DURATION_UNITS}
