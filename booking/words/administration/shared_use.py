"""What co-owners agree about using what they own together, as it is named in the record of changes."""

from __future__ import annotations

SETTINGS = {
    "authority_id": {"nl": "voor bestuur", "en": "for authority", "fr": "pour l'administration"},
    "measure": {"nl": "gewaarborgd in", "en": "guaranteed in", "fr": "garanti en"},
    "amount": {"nl": "hoeveelheid", "en": "amount", "fr": "quantité"},
    "span": {"nl": "per", "en": "per", "fr": "par"},
    "release_weeks": {"nl": "vrijgegeven (weken vooraf)", "en": "released (weeks ahead)", "fr": "libéré (semaines à l'avance)"},
    "weekend_percent": {"nl": "gewicht weekenddag (%)", "en": "weight of a weekend day (%)", "fr": "poids d'un jour de week-end (%)"},
    "summer_percent": {"nl": "gewicht van een zomerdag (%)", "en": "weight of a summer day (%)", "fr": "poids d'un jour d'été (%)"},
    "summer_first": {"nl": "eerste zomermaand", "en": "first month of summer", "fr": "premier mois d'été"},
    "summer_last": {"nl": "laatste zomermaand", "en": "last month of summer", "fr": "dernier mois d'été"},
    "counted": {"nl": "wie meetelt", "en": "who counts", "fr": "qui compte"},
    "beyond": {"nl": "boven het aandeel", "en": "beyond the share", "fr": "au-delà de la part"},
}
