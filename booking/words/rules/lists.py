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

RELATIONS = {
    "own": {"nl": "van de eigen gemeente", "en": "of the own municipality", "fr": "de la propre commune"},
    "co-owner": {"nl": "mede-eigenaars", "en": "co-owners", "fr": "copropriétaires"},
    "partner": {"nl": "partners met een overeenkomst", "en": "partners by agreement", "fr": "partenaires conventionnés"},
    "other": {"nl": "zonder overeenkomst", "en": "without an agreement", "fr": "sans convention"},
}

RECOGNITIONS = {
    "any": {"nl": "erkend", "en": "recognised", "fr": "reconnu"},
    "youth": {"nl": "erkend voor jeugdwerk", "en": "recognised for youth work", "fr": "reconnu pour la jeunesse"},
    "culture": {"nl": "erkend voor cultuur", "en": "recognised for culture", "fr": "reconnu pour la culture"},
    "sport": {"nl": "erkend voor sport", "en": "recognised for sport", "fr": "reconnu pour le sport"},
    "school": {"nl": "erkend voor onderwijs", "en": "recognised for education", "fr": "reconnu pour l'enseignement"},
    "welfare": {"nl": "erkend voor welzijn", "en": "recognised for welfare", "fr": "reconnu pour l'aide sociale"},
    "seniors": {"nl": "erkend voor ouderenwerking", "en": "recognised for work with seniors", "fr": "reconnu pour les aînés"},
    "neighbourhood": {"nl": "erkend voor buurtwerking", "en": "recognised for neighbourhood work", "fr": "reconnu pour la vie de quartier"},
    "environment": {"nl": "erkend voor natuur en milieu", "en": "recognised for nature", "fr": "reconnu pour l'environnement"},
}

SETTINGS = {
    "asset": {"nl": "middel", "en": "asset", "fr": "bien"},
    "relation": {"nl": "verhouding tot de eigenaar", "en": "relation to the owner", "fr": "lien avec le propriétaire"},
    "borrower_kind": {"nl": "soort ontlener", "en": "kind of borrower", "fr": "type d'emprunteur"},
    "may_borrow": {"nl": "mogen ontlenen", "en": "may borrow", "fr": "peuvent emprunter"},
    "onward": {"nl": "mogen doorgeven", "en": "may pass on", "fr": "peuvent transmettre"},
    "needs_agreement": {"nl": "overeenkomst nodig", "en": "agreement needed", "fr": "convention requise"},
    "needs_contract": {"nl": "leencontract nodig", "en": "loan contract needed", "fr": "contrat de prêt requis"},
    "purposes": {"nl": "alleen voor", "en": "only for", "fr": "uniquement pour"},
    "notice_unit": {"nl": "ten laatste, geteld in", "en": "latest, counted in", "fr": "au plus tard, compté en"},
    "horizon_unit": {"nl": "ten vroegste, geteld in", "en": "earliest, counted in", "fr": "au plus tôt, compté en"},
    "priority": {"nl": "voorrang tot", "en": "priority until", "fr": "priorité jusqu'à"},
    "priority_unit": {"nl": "voorrang, geteld in", "en": "priority, counted in", "fr": "priorité, comptée en"},
    "shortest": {"nl": "minstens", "en": "at least", "fr": "au moins"},
    "shortest_unit": {"nl": "minstens, geteld in", "en": "at least, counted in", "fr": "au moins, compté en"},
    "longest_unit": {"nl": "hoogstens, geteld in", "en": "at most, counted in", "fr": "au plus, compté en"},
    "most_units": {"nl": "stuks tegelijk", "en": "units at once", "fr": "unités à la fois"},
    "quota": {"nl": "per jaar", "en": "a year", "fr": "par an"},
    "quota_unit": {"nl": "per jaar, geteld in", "en": "a year, counted in", "fr": "par an, compté en"},
    "blackout_from": {"nl": "uitleenstop van", "en": "lending stop from", "fr": "suspension à partir du"},
    "blackout_until": {"nl": "uitleenstop tot en met", "en": "lending stop up to", "fr": "suspension jusqu'au"},
    "blackout_yearly": {"nl": "elk jaar", "en": "each year", "fr": "chaque année"},
    "blackout_reason": {"nl": "reden van de uitleenstop", "en": "reason for the stop", "fr": "motif de la suspension"},
    "spared": {"nl": "voorrang voor", "en": "priority for", "fr": "priorité pour"},
    "collect_days_before": {"nl": "verzamelen, dagen vooraf", "en": "collected, days ahead", "fr": "rassemblées, jours à l'avance"},
}

NOUNS = {"spared": SPARED, "quota_unit": QUOTA_UNITS, "lead_unit": LEAD_UNITS, "duration_unit": DURATION_UNITS,
         "rule_relation": RELATIONS, "rule_recognition": RECOGNITIONS}  # fmt: skip
