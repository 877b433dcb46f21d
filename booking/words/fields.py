"""The fields of a request and of the forms, as the screens call them."""

from __future__ import annotations

FIELDS = {
    "borrower": {"nl": "ontlener", "en": "borrower", "fr": "emprunteur"},
    "beneficiary": {"nl": "bestemd voor", "en": "intended for", "fr": "destiné à"},
    "event": {"nl": "naam van het evenement", "en": "name of the event", "fr": "nom de l'événement"},
    "name": {"nl": "naam", "en": "name", "fr": "nom"},
    "purpose": {"nl": "gebruik", "en": "use", "fr": "usage"},
    "place": {"nl": "plaats", "en": "place", "fr": "lieu"},
    "attendance": {"nl": "aantal bezoekers", "en": "attendance", "fr": "nombre de visiteurs"},
    "note": {"nl": "opmerking", "en": "remark", "fr": "remarque"},
    "lines": {"nl": "middelen en zalen", "en": "assets and halls", "fr": "matériel et salles"},
    "asset": {"nl": "middel", "en": "asset", "fr": "matériel"},
    "from": {"nl": "begin", "en": "start", "fr": "début"},
    "to": {"nl": "einde", "en": "end", "fr": "fin"},
    "from_day": {"nl": "van", "en": "from", "fr": "du"},
    "from_time": {"nl": "beginuur", "en": "start time", "fr": "heure de début"},
    "to_day": {"nl": "tot", "en": "until", "fr": "au"},
    "to_time": {"nl": "einduur", "en": "end time", "fr": "heure de fin"},
    "day": {"nl": "terug op", "en": "back on", "fr": "de retour le"},
    "time": {"nl": "terug om", "en": "back at", "fr": "de retour à"},
    "why": {"nl": "opmerking", "en": "remark", "fr": "remarque"},
    "missing": {"nl": "ontbrekende stuks", "en": "pieces missing", "fr": "pièces manquantes"},
    "until": {"nl": "einde", "en": "end", "fr": "fin"},
    "units": {"nl": "aantal", "en": "number", "fr": "nombre"},
    "handover": {"nl": "afhaling of levering", "en": "pick-up or delivery", "fr": "retrait ou livraison"},
    "operator": {"nl": "bediener", "en": "operator", "fr": "opérateur"},
    "driver": {"nl": "bestuurder", "en": "driver", "fr": "conducteur"},
    "reason": {"nl": "reden", "en": "reason", "fr": "motif"},
    "email": {"nl": "e-mailadres", "en": "e-mail address", "fr": "adresse e-mail"},
    "password": {"nl": "wachtwoord", "en": "password", "fr": "mot de passe"},
}

NOUNS = {"field": FIELDS}
