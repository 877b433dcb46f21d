"""The names of settings as they stand in the record of changes, and the lists that only it knows."""

from __future__ import annotations

from booking.words import people

SETTINGS = {
    "kind": {"nl": "soort", "en": "kind", "fr": "type"},
    "name": {"nl": "naam", "en": "name", "fr": "nom"},
    "nis": {"nl": "NIS-code", "en": "NIS code", "fr": "code INS"},
    "kbo": {"nl": "ondernemingsnummer", "en": "enterprise number", "fr": "numéro d'entreprise"},
    "ovo": {"nl": "OVO-code", "en": "OVO code", "fr": "code OVO"},
    "address": {"nl": "adres", "en": "address", "fr": "adresse"},
    "postal_code": {"nl": "postcode", "en": "postal code", "fr": "code postal"},
    "email": {"nl": "e-mail", "en": "e-mail", "fr": "e-mail"},
    "phone": {"nl": "telefoon", "en": "telephone", "fr": "téléphone"},
    "website": {"nl": "website", "en": "website", "fr": "site web"},
    "language": {"nl": "bestuurstaal", "en": "language", "fr": "langue administrative"},
    "lat": {"nl": "breedtegraad", "en": "latitude", "fr": "latitude"},
    "lon": {"nl": "lengtegraad", "en": "longitude", "fr": "longitude"},
    "group": {"nl": "groep", "en": "group", "fr": "groupe"},
    "decides": {"nl": "wie beslist", "en": "who decides", "fr": "qui décide"},
    "decision_days": {"nl": "beslistermijn in dagen", "en": "days to decide", "fr": "délai de décision en jours"},
    "notice_days": {"nl": "ten laatste vragen, in dagen", "en": "latest to ask, in days", "fr": "demande au plus tard, en jours"},
    "horizon_days": {"nl": "ten vroegste vragen, in dagen", "en": "earliest to ask, in days", "fr": "demande au plus tôt, en jours"},
    "longest_days": {"nl": "langste uitlening in dagen", "en": "longest loan in days", "fr": "prêt le plus long en jours"},
    "free_cancellation_days": {"nl": "gratis annuleren, in dagen", "en": "free to cancel, in days", "fr": "annulation gratuite, jours"},
    "territory": {"nl": "waar het gebruikt mag worden", "en": "where it may be used", "fr": "où il peut être utilisé"},
    "source": {"nl": "waar dit staat", "en": "where this stands", "fr": "où cela figure"},
    **people.SETTINGS,
}

ADMINISTERED = {
    "authority": {"nl": "bestuur", "en": "authority", "fr": "administration"},
    "depot": {"nl": "plaats", "en": "place", "fr": "lieu"},
    "category": {"nl": "categorie", "en": "category", "fr": "catégorie"},
    "asset": {"nl": "middel", "en": "asset", "fr": "matériel"},
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

NOUNS = {
    "setting": SETTINGS,
    "administered": ADMINISTERED,
    "place_kind": PLACE_KINDS,
    "decides": DECIDES,
    "language": LANGUAGES,
}
