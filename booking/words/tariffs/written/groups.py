"""Who belongs to a group, as an annex would say it: `erkende verenigingen uit de eigen gemeente`."""

from __future__ import annotations

from booking.rules.tariffs import Group, Who
from booking.words.format import enumeration
from booking.words.people import RECOGNITIONS

EVERYONE = {
    "nl": "iedereen die niet in een andere categorie valt",
    "en": "everyone in no other group",
    "fr": "quiconque n'est dans aucune autre catégorie",
}
NOBODY = {
    "nl": "niemand vanzelf; alleen wie er door een overeenkomst bij hoort",
    "en": "nobody by itself; only whom an agreement puts there",
    "fr": "personne d'office ; seulement qui y est par une convention",
}  # fmt: skip
KINDS = {
    "authority": {"nl": "lokale besturen", "en": "local authorities", "fr": "administrations locales"},
    "association": {"nl": "verenigingen", "en": "associations", "fr": "associations"},
    "school": {"nl": "scholen", "en": "schools", "fr": "écoles"},
    "company": {"nl": "ondernemingen", "en": "companies", "fr": "entreprises"},
    "resident": {"nl": "inwoners", "en": "residents", "fr": "habitants"},
    "public_body": {"nl": "andere openbare instellingen", "en": "other public bodies", "fr": "autres organismes publics"},
}
ANYBODY = {"nl": "ontleners", "en": "borrowers", "fr": "emprunteurs"}
RELATIONS = {
    "own": {"nl": "uit de eigen gemeente", "en": "of the owner's municipality", "fr": "de la commune même"},
    "co-owner": {"nl": "die mede-eigenaar zijn", "en": "that are co-owners", "fr": "copropriétaires"},
    "partner": {"nl": "met een overeenkomst", "en": "with an agreement", "fr": "liés par une convention"},
    "other": {"nl": "van elders", "en": "from elsewhere", "fr": "d'ailleurs"},
}
RECIPROCAL = {
    True: {"nl": "die ons ook gratis laten lenen", "en": "that lend free to us as well", "fr": "qui nous prêtent aussi gratuitement"},
    False: {"nl": "die ons niet gratis laten lenen", "en": "that do not lend free to us", "fr": "qui ne nous prêtent pas gratuitement"},
}
_RECOGNISED = {"nl": "erkende {0}", "en": "recognised {0}", "fr": "{0} reconnues"}
_RECOGNISED_AS = {"nl": "{0} erkend als {1}", "en": "{0} recognised as {1}", "fr": "{0} reconnues comme {1}"}
_OR = {"nl": "of", "en": "or", "fr": "ou"}

TYPICAL = {
    "own_service": {
        "nl": "Eigen dienst van de gemeente",
        "en": "A service of the municipality itself",
        "fr": "Un service de la commune même",
    },
    "recognised": {"nl": "Erkende vereniging van hier", "en": "A recognised local association", "fr": "Une association locale reconnue"},
    "association": {
        "nl": "Vereniging van hier, niet erkend",
        "en": "A local association, not recognised",
        "fr": "Une association locale non reconnue",
    },
    "association_elsewhere": {"nl": "Vereniging van elders", "en": "An association from elsewhere", "fr": "Une association d'ailleurs"},
    "school": {"nl": "School van hier", "en": "A local school", "fr": "Une école locale"},
    "resident": {"nl": "Inwoner", "en": "A resident", "fr": "Un habitant"},
    "resident_elsewhere": {"nl": "Iemand van elders", "en": "Somebody from elsewhere", "fr": "Quelqu'un d'ailleurs"},
    "company": {"nl": "Onderneming", "en": "A company", "fr": "Une entreprise"},
    "co_owner": {"nl": "Bestuur dat mede-eigenaar is", "en": "An authority that is co-owner", "fr": "Une administration copropriétaire"},
    "partner": {
        "nl": "Partnergemeente met een overeenkomst",
        "en": "A partner municipality with an agreement",
        "fr": "Une commune partenaire conventionnée",
    },
    "reciprocal": {
        "nl": "Gemeente die ons gratis laat lenen",
        "en": "A municipality that lends free to us",
        "fr": "Une commune qui nous prête gratuitement",
    },
    "authority": {"nl": "Andere gemeente", "en": "Another municipality", "fr": "Une autre commune"},
}  # fmt: skip


def who_belongs(group: Group, language: str) -> str:
    """Everyone whom a group admits, each way to belong after the other; conditions of the groups before it are not repeated."""
    if not group.who:
        return NOBODY[language]
    ways = [_way(way, language) for way in group.who]
    return f" {_OR[language]} ".join(ways)


def typical_borrower(code: str, language: str) -> str:
    """A borrower as a town knows it, to see who falls where."""
    return TYPICAL[code][language]


def _way(way: Who, language: str) -> str:
    if way == Who():
        return EVERYONE[language]
    told = enumeration([KINDS[kind][language] for kind in KINDS if kind in way.kinds] or [ANYBODY[language]], language)
    if "any" in way.recognised:
        told = _RECOGNISED[language].format(told)
    elif way.recognised:
        told = _RECOGNISED_AS[language].format(told, _recognitions(way, language))
    relations = [RELATIONS[each][language] for each in RELATIONS if each in way.relations]
    told = f"{told} {f' {_OR[language]} '.join(relations)}" if relations else told
    return f"{told} {RECIPROCAL[way.reciprocal][language]}" if way.reciprocal is not None else told


def _recognitions(way: Who, language: str) -> str:
    named = [RECOGNITIONS[each][language] if each in RECOGNITIONS else each for each in sorted(way.recognised)]
    return f" {_OR[language]} ".join(named)
