"""What is counted in a price: units of time, measures, and the things that are lent, one and more of them."""

from __future__ import annotations

from decimal import Decimal

from booking.words.numbers import decimal

# code: (one, more) in each language
NOUNS: dict[str, dict[str, tuple[str, str]]] = {
    "piece": {"nl": ("stuk", "stuks"), "en": ("piece", "pieces"), "fr": ("pièce", "pièces")},
    "day_part": {
        "nl": ("dagdeel", "dagdelen"),
        "en": ("part of the day", "parts of the day"),
        "fr": ("partie de journée", "parties de journée"),
    },
    "day": {"nl": ("dag", "dagen"), "en": ("day", "days"), "fr": ("jour", "jours")},
    "half_day": {"nl": ("halve dag", "halve dagen"), "en": ("half day", "half days"), "fr": ("demi-jour", "demi-jours")},
    "days_late": {"nl": ("dag te laat", "dagen te laat"), "en": ("day late", "days late"), "fr": ("jour de retard", "jours de retard")},
    "trucks": {"nl": ("vrachtwagen", "vrachtwagens"), "en": ("truck", "trucks"), "fr": ("camion", "camions")},
    "workers": {"nl": ("werkman", "werklieden"), "en": ("worker", "workers"), "fr": ("ouvrier", "ouvriers")},
    "towing_kg": {
        "nl": ("kg van het trekkende voertuig", "kg van het trekkende voertuig (MTM)"),
        "en": ("kg of the towing vehicle", "kg of the towing vehicle (maximum authorised mass)"),
        "fr": ("kg du véhicule tracteur", "kg du véhicule tracteur (masse maximale autorisée)"),
    },
    "pieces_lost": {
        "nl": ("verloren stuk", "verloren stuks"),
        "en": ("piece lost", "pieces lost"),
        "fr": ("pièce perdue", "pièces perdues"),
    },
    "not_cleaned": {
        "nl": ("keer niet gereinigd", "keer niet gereinigd"),
        "en": ("time not cleaned", "times not cleaned"),
        "fr": ("fois non nettoyé", "fois non nettoyé"),
    },
    "not_refuelled": {
        "nl": ("keer niet bijgetankt", "keer niet bijgetankt"),
        "en": ("time not refuelled", "times not refuelled"),
        "fr": ("fois sans plein", "fois sans plein"),
    },
    "night": {"nl": ("nacht", "nachten"), "en": ("night", "nights"), "fr": ("nuit", "nuits")},
    "persons": {"nl": ("persoon", "personen"), "en": ("person", "persons"), "fr": ("personne", "personnes")},
    "visitors": {"nl": ("bezoeker", "bezoekers"), "en": ("visitor", "visitors"), "fr": ("visiteur", "visiteurs")},
    "next_day": {"nl": ("volgende dag", "volgende dagen"), "en": ("further day", "further days"), "fr": ("jour suivant", "jours suivants")},
    "extra_day": {
        "nl": ("bijkomende dag", "bijkomende dagen"),
        "en": ("extra day", "extra days"),
        "fr": ("jour supplémentaire", "jours supplémentaires"),
    },
    "started_period": {
        "nl": ("begonnen periode", "begonnen perioden"),
        "en": ("started period", "started periods"),
        "fr": ("période entamée", "périodes entamées"),
    },
    "working_day": {"nl": ("werkdag", "werkdagen"), "en": ("working day", "working days"), "fr": ("jour ouvrable", "jours ouvrables")},
    "weekend": {"nl": ("weekend", "weekends"), "en": ("weekend", "weekends"), "fr": ("week-end", "week-ends")},
    "week": {"nl": ("week", "weken"), "en": ("week", "weeks"), "fr": ("semaine", "semaines")},
    "hour": {"nl": ("uur", "uur"), "en": ("hour", "hours"), "fr": ("heure", "heures")},
    "half_hour": {"nl": ("half uur", "halve uren"), "en": ("half-hour", "half-hours"), "fr": ("demi-heure", "demi-heures")},
    "quarter": {
        "nl": ("kwartier", "kwartier"),
        "en": ("quarter of an hour", "quarters of an hour"),
        "fr": ("quart d'heure", "quarts d'heure"),
    },
    "metres": {"nl": ("meter", "meter"), "en": ("metre", "metres"), "fr": ("mètre", "mètres")},
    "square_metres": {"nl": ("m²", "m²"), "en": ("m²", "m²"), "fr": ("m²", "m²")},
    "km": {"nl": ("km", "km"), "en": ("km", "km"), "fr": ("km", "km")},
    "hours": {"nl": ("uur", "uur"), "en": ("hour", "hours"), "fr": ("heure", "heures")},
    "technician_half_hours": {
        "nl": ("half uur technieker", "halve uren technieker"),
        "en": ("half-hour of a technician", "half-hours of a technician"),
        "fr": ("demi-heure de technicien", "demi-heures de technicien"),
    },
    "trips": {"nl": ("rit", "ritten"), "en": ("trip", "trips"), "fr": ("trajet", "trajets")},
    "times": {"nl": ("keer", "keer"), "en": ("time", "times"), "fr": ("fois", "fois")},
    "toilet_trailer": {
        "nl": ("toiletwagen", "toiletwagens"),
        "en": ("toilet trailer", "toilet trailers"),
        "fr": ("remorque sanitaire", "remorques sanitaires"),
    },
    "mobile_stage": {
        "nl": ("podiumwagen", "podiumwagens"),
        "en": ("mobile stage", "mobile stages"),
        "fr": ("podium mobile", "podiums mobiles"),
    },
    "stage_deck": {"nl": ("podiumelement", "podiumelementen"), "en": ("stage deck", "stage decks"), "fr": ("praticable", "praticables")},
    "aerial_platform": {
        "nl": ("hoogtewerker", "hoogtewerkers"),
        "en": ("aerial platform", "aerial platforms"),
        "fr": ("nacelle", "nacelles"),
    },
    "crowd_barrier": {
        "nl": ("nadarhek", "nadarhekken"),
        "en": ("crowd barrier", "crowd barriers"),
        "fr": ("barrière Nadar", "barrières Nadar"),
    },
    "marquee": {"nl": ("tent", "tenten"), "en": ("marquee", "marquees"), "fr": ("chapiteau", "chapiteaux")},
    "table": {"nl": ("tafel", "tafels"), "en": ("table", "tables"), "fr": ("table", "tables")},
    "chair": {"nl": ("stoel", "stoelen"), "en": ("chair", "chairs"), "fr": ("chaise", "chaises")},
    "generator": {
        "nl": ("stroomgroep", "stroomgroepen"),
        "en": ("generator", "generators"),
        "fr": ("groupe électrogène", "groupes électrogènes"),
    },
    "sound_set": {
        "nl": ("geluidsinstallatie", "geluidsinstallaties"),
        "en": ("sound set", "sound sets"),
        "fr": ("sonorisation", "sonorisations"),
    },
    "sports_hall": {"nl": ("zaal", "zalen"), "en": ("hall", "halls"), "fr": ("salle", "salles")},
    "meeting_room": {"nl": ("lokaal", "lokalen"), "en": ("room", "rooms"), "fr": ("local", "locaux")},
    "refectory": {"nl": ("refter", "refters"), "en": ("refectory", "refectories"), "fr": ("réfectoire", "réfectoires")},
    "parish_hall": {"nl": ("zaal", "zalen"), "en": ("hall", "halls"), "fr": ("salle", "salles")},
    "trailer": {"nl": ("aanhangwagen", "aanhangwagens"), "en": ("trailer", "trailers"), "fr": ("remorque", "remorques")},
    "beamer": {"nl": ("beamer", "beamers"), "en": ("projector", "projectors"), "fr": ("projecteur", "projecteurs")},
    "party_kit": {"nl": ("feestpakket", "feestpakketten"), "en": ("party kit", "party kits"), "fr": ("kit de fête", "kits de fête")},
}


def counted(number: object, noun: str, language: str) -> str:
    """`2 dagdelen`, `1 day`, `2,5 heures`. A noun that is not known stands as it is; French counts less than two as one."""
    quantity = Decimal(str(number))
    one, more = NOUNS.get(noun, {}).get(language, (noun, noun))
    single = abs(quantity) < 2 if language == "fr" else quantity == 1
    return f"{decimal(quantity, language)} {one if single else more}"


def things(number: object, category: str, language: str) -> str:
    """So many of what a category lends; pieces where it has no word of its own."""
    return counted(number, category if category in NOUNS else "piece", language)
