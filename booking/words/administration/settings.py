"""The names of settings as they stand in the record of changes, and the lists that only it knows."""

from __future__ import annotations

from booking.words import importing, papers, people, proofs, rules
from booking.words.administration import agreements, preferred, shared_use
from booking.words.tasks import TASK_KINDS

SETTINGS = {
    **importing.SETTINGS,
    **shared_use.SETTINGS,
    "kind": {"nl": "soort", "en": "kind", "fr": "type"},
    "name": {"nl": "naam", "en": "name", "fr": "nom"},
    "nis": {"nl": "NIS-code", "en": "NIS code", "fr": "code INS"},
    "kbo": {"nl": "ondernemingsnummer", "en": "enterprise number", "fr": "numéro d'entreprise"},
    "ovo": {"nl": "OVO-code", "en": "OVO code", "fr": "code OVO"},
    "address": {"nl": "adres", "en": "address", "fr": "adresse"},
    "postal_code": {"nl": "postcode", "en": "postal code", "fr": "code postal"},
    "email": {"nl": "e-mail", "en": "e-mail", "fr": "e-mail"},
    "number": {"nl": "nummer", "en": "number", "fr": "numéro"},
    "phone": {"nl": "telefoon", "en": "telephone", "fr": "téléphone"},
    "website": {"nl": "website", "en": "website", "fr": "site web"},
    "language": {"nl": "bestuurstaal", "en": "language", "fr": "langue administrative"},
    "lat": {"nl": "breedtegraad", "en": "latitude", "fr": "latitude"},
    "lon": {"nl": "lengtegraad", "en": "longitude", "fr": "longitude"},
    "monday": {"nl": "maandag", "en": "Monday", "fr": "lundi"},
    "tuesday": {"nl": "dinsdag", "en": "Tuesday", "fr": "mardi"},
    "wednesday": {"nl": "woensdag", "en": "Wednesday", "fr": "mercredi"},
    "thursday": {"nl": "donderdag", "en": "Thursday", "fr": "jeudi"},
    "friday": {"nl": "vrijdag", "en": "Friday", "fr": "vendredi"},
    "saturday": {"nl": "zaterdag", "en": "Saturday", "fr": "samedi"},
    "sunday": {"nl": "zondag", "en": "Sunday", "fr": "dimanche"},
    "every_hours": {"nl": "uren tussen twee keer kijken", "en": "hours between two looks", "fr": "heures entre deux lectures"},
    "extra": {"nl": "extra open", "en": "extra opening", "fr": "ouverture supplémentaire"},
    "holidays": {"nl": "feestdag", "en": "holiday", "fr": "jour férié"},
    "manager": {"nl": "beherend bestuur", "en": "managing authority", "fr": "administration gestionnaire"},
    "shares": {"nl": "aandelen in %", "en": "shares in %", "fr": "parts en %"},
    "in_place": {"nl": "ter plaatse gebruikt", "en": "used on site", "fr": "utilisé sur place"},
    "code": {"nl": "nummer", "en": "number", "fr": "numéro"},
    "category_id": {"nl": "categorie", "en": "category", "fr": "catégorie"},
    "units": {"nl": "aantal", "en": "number of units", "fr": "quantité"},
    "description": {"nl": "beschrijving", "en": "description", "fr": "description"},
    "capacity": {"nl": "aantal personen", "en": "number of persons", "fr": "nombre de personnes"},
    "mass_kg": {"nl": "massa in kg", "en": "mass in kg", "fr": "masse en kg"},
    "replacement_value_cents": {"nl": "waarde (cent)", "en": "replacement value (cents)", "fr": "valeur de remplacement (cents)"},
    "in_service_from": {"nl": "in dienst vanaf", "en": "in service from", "fr": "en service à partir du"},
    "in_service_until": {"nl": "laatste dag in dienst", "en": "last day in service", "fr": "dernier jour en service"},
    "hours_before": {"nl": "uren vooraf", "en": "hours before", "fr": "heures avant"},
    "hours_after": {"nl": "uren nadien", "en": "hours after", "fr": "heures après"},
    "open_days_before": {"nl": "openingsdagen vooraf", "en": "open days before", "fr": "jours d'ouverture avant"},
    "open_days_after": {"nl": "openingsdagen nadien", "en": "open days after", "fr": "jours d'ouverture après"},
    "depot": {"nl": "plaats", "en": "place", "fr": "lieu"},
    "parts": {"nl": "onderdeel", "en": "part", "fr": "partie"},
    "photograph": {"nl": "foto", "en": "photograph", "fr": "photo"},
    "photograph_first": {"nl": "eerste foto", "en": "first photograph", "fr": "première photo"},
    "own_fields": {"nl": "eigen velden", "en": "own fields", "fr": "champs propres"},
    "checklist": {"nl": "controlelijst", "en": "checklist", "fr": "liste de contrôle"},
    "label": {"nl": "naam van het veld", "en": "name of the field", "fr": "nom du champ"},
    "choices": {"nl": "keuzes", "en": "choices", "fr": "choix"},
    "position": {"nl": "volgorde", "en": "order", "fr": "ordre"},
    "public": {"nl": "zichtbaar voor ontleners", "en": "shown to borrowers", "fr": "visible pour les emprunteurs"},
    "retired_on": {"nl": "niet meer gevraagd sinds", "en": "no longer asked since", "fr": "plus demandé depuis"},
    "group": {"nl": "groep", "en": "group", "fr": "groupe"},
    "decides": {"nl": "wie beslist", "en": "who decides", "fr": "qui décide"},
    "decision_days": {"nl": "beslistermijn in dagen", "en": "days to decide", "fr": "délai de décision en jours"},
    "notice": {"nl": "ten laatste vragen, in dagen", "en": "latest to ask, in days", "fr": "demande au plus tard, en jours"},
    "horizon": {"nl": "ten vroegste vragen, in dagen", "en": "earliest to ask, in days", "fr": "demande au plus tôt, en jours"},
    "longest": {"nl": "langste uitlening in dagen", "en": "longest loan in days", "fr": "prêt le plus long en jours"},
    "option_days": {"nl": "optie, in dagen", "en": "option, in days", "fr": "option, en jours"},
    "option_days_before": {
        "nl": "optie wordt aanvraag, in dagen vooraf", "en": "option becomes a request, days ahead",
        "fr": "l'option devient demande, jours à l'avance",
    },
    "free_cancellation_days": {"nl": "gratis annuleren, in dagen", "en": "free to cancel, in days", "fr": "annulation gratuite, jours"},
    "hire_before": {"nl": "huur te ontvangen", "en": "hire to be received", "fr": "location à recevoir"},
    "deposit_before": {"nl": "waarborg te ontvangen", "en": "deposit to be received", "fr": "caution à recevoir"},
    "payment_days": {"nl": "betaaltermijn in dagen", "en": "days to pay", "fr": "délai de paiement en jours"},
    "iban": {"nl": "rekeningnummer", "en": "account number", "fr": "numéro de compte"},
    "territory": {"nl": "waar het gebruikt mag worden", "en": "where it may be used", "fr": "où il peut être utilisé"},
    "source": {"nl": "waar dit staat", "en": "where this stands", "fr": "où cela figure"},
    "people": {"nl": "mensen", "en": "people", "fr": "personnes"},
    "plate": {"nl": "nummerplaat", "en": "number plate", "fr": "plaque"},
    "vehicle_kind": {"nl": "soort voertuig", "en": "kind of vehicle", "fr": "type de véhicule"},
    "out_of_use": {"nl": "buiten gebruik sinds", "en": "out of use since", "fr": "hors service depuis"},
    **people.SETTINGS,
    **proofs.SETTINGS,
    **rules.SETTINGS,
    **papers.SETTINGS,
    **preferred.SETTINGS,
    **agreements.SETTINGS,
}

ADMINISTERED = {
    "authority": {"nl": "bestuur", "en": "authority", "fr": "administration"},
    "depot": {"nl": "plaats", "en": "place", "fr": "lieu"},
    "category": {"nl": "categorie", "en": "category", "fr": "catégorie"},
    "asset": {"nl": "middel", "en": "asset", "fr": "matériel"},
    "custom_field": {"nl": "eigen veld", "en": "own field", "fr": "champ propre"},
    "checklist": {"nl": "controlelijst", "en": "checklist", "fr": "liste de contrôle"},
    "crew": {"nl": "ploeg", "en": "crew", "fr": "équipe"},
    "vehicle": {"nl": "voertuig", "en": "vehicle", "fr": "véhicule"},
    **preferred.ADMINISTERED,
}

PLACE_KINDS = {
    "depot": {"nl": "loods", "en": "depot", "fr": "dépôt"},
    "hall": {"nl": "gebouw met een zaal", "en": "building with a hall", "fr": "bâtiment avec une salle"},
}

DECIDES = {
    "desk": {"nl": "de uitleendienst", "en": "the lending desk", "fr": "le service de prêt"},
    "automatic": {
        "nl": "meteen bevestigd als alles in orde is",
        "en": "confirmed at once when all is in order",
        "fr": "confirmé aussitôt si tout est en ordre",
    },
}

LANGUAGES = {
    "nl": {"nl": "Nederlands", "en": "Dutch", "fr": "néerlandais"},
    "en": {"nl": "Engels", "en": "English", "fr": "anglais"},
    "fr": {"nl": "Frans", "en": "French", "fr": "français"},
}

FEATURES = {
    "seats": {"nl": "zitplaatsen", "en": "seats", "fr": "places assises"},
    "standing": {"nl": "staanplaatsen", "en": "standing places", "fr": "places debout"},
    "surface": {"nl": "oppervlakte", "en": "floor area", "fr": "surface"},
    "length": {"nl": "lengte", "en": "length", "fr": "longueur"},
    "width": {"nl": "breedte", "en": "width", "fr": "largeur"},
    "height": {"nl": "hoogte", "en": "height", "fr": "hauteur"},
    "reach": {"nl": "werkhoogte", "en": "working height", "fr": "hauteur de travail"},
    "power": {"nl": "vermogen", "en": "power", "fr": "puissance"},
    "load": {"nl": "laadvermogen", "en": "load", "fr": "charge utile"},
    "accessible": {"nl": "rolstoeltoegankelijk", "en": "wheelchair accessible", "fr": "accessible en fauteuil roulant"},
    "heated": {"nl": "verwarmd", "en": "heated", "fr": "chauffé"},
    "kitchen": {"nl": "keuken", "en": "kitchen", "fr": "cuisine"},
    "toilets": {"nl": "toiletten", "en": "toilets", "fr": "toilettes"},
    "projector": {"nl": "projector", "en": "projector", "fr": "projecteur"},
    "sound": {"nl": "geluidsinstallatie", "en": "sound system", "fr": "sonorisation"},
    "wifi": {"nl": "wifi", "en": "Wi-Fi", "fr": "Wi-Fi"},
    "stage": {"nl": "podium", "en": "stage", "fr": "scène"},
    "parking": {"nl": "parkeerplaatsen", "en": "parking places", "fr": "places de parking"},
    "braked": {"nl": "geremd", "en": "braked", "fr": "freiné"},
}

FEATURE_UNITS = {
    "persons": {"nl": "personen", "en": "persons", "fr": "personnes"},
    "m2": {"nl": "m²", "en": "m²", "fr": "m²"},
    "m": {"nl": "m", "en": "m", "fr": "m"},
    "kva": {"nl": "kVA", "en": "kVA", "fr": "kVA"},
    "kg": {"nl": "kg", "en": "kg", "fr": "kg"},
    "pieces": {"nl": "stuks", "en": "pieces", "fr": "pièces"},
    "minutes": {"nl": "minuten", "en": "minutes", "fr": "minutes"},
}

FIELD_KINDS = {
    "text": {"nl": "tekst", "en": "text", "fr": "texte"},
    "number": {"nl": "getal", "en": "number", "fr": "nombre"},
    "yes_no": {"nl": "ja of nee", "en": "yes or no", "fr": "oui ou non"},
    "choice": {"nl": "keuzelijst", "en": "list to choose from", "fr": "liste de choix"},
    "date": {"nl": "datum", "en": "date", "fr": "date"},
}


NOUNS = {
    "setting": {
        **SETTINGS,
        **{f"feature_{code}": words for code, words in FEATURES.items()},
        **{f"task_{code}": words for code, words in TASK_KINDS.items()},
    },
    "administered": ADMINISTERED,
    "place_kind": PLACE_KINDS,
    "decides": DECIDES,
    "language": LANGUAGES,
    "feature": FEATURES,
    "feature_unit": FEATURE_UNITS,
    "field_kind": FIELD_KINDS,
    **preferred.NOUNS,
    **agreements.NOUNS,
}
