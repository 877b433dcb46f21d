"""Whom a rule is about, always in the plural: `erkende verenigingen van Zandhoven`."""

from __future__ import annotations

from booking.rules.kinds import Relation

_KINDS = {
    None: {"nl": "ontleners", "en": "borrowers", "fr": "emprunteurs"},
    "authority": {"nl": "lokale besturen", "en": "local authorities", "fr": "administrations locales"},
    "association": {"nl": "verenigingen", "en": "associations", "fr": "associations"},
    "school": {"nl": "scholen", "en": "schools", "fr": "écoles"},
    "company": {"nl": "ondernemingen", "en": "companies", "fr": "entreprises"},
    "resident": {"nl": "inwoners", "en": "residents", "fr": "habitants"},
    "public_body": {"nl": "andere openbare instellingen", "en": "other public bodies", "fr": "autres organismes publics"},
}
_FEMININE = frozenset({"authority", "association", "school", "company"})  # in French, for what agrees with them

# What a kind becomes by what it is to the owner; {kind} is the plural above, with "recognised" where that narrows it.
_RELATIONS = {
    Relation.OWN: {"nl": "{kind} van {owner}", "en": "{kind} of {owner}", "fr": "{kind} {of}"},
    Relation.CO_OWNER: {"nl": "{kind} van mede-eigenaars", "en": "{kind} of co-owners", "fr": "{kind} des copropriétaires"},
    Relation.PARTNER: {"nl": "{kind} van partners", "en": "{kind} of partners", "fr": "{kind} des partenaires"},
    Relation.OTHER: {
        "nl": "{kind} zonder overeenkomst met {owner}",
        "en": "{kind} without an agreement with {owner}",
        "fr": "{kind} sans convention avec {owner}",
    },
}
_SERVICES = {
    Relation.OWN: {"nl": "de eigen diensten van {owner}", "en": "{owner}'s own services", "fr": "services propres {of}"},
    Relation.CO_OWNER: {"nl": "mede-eigenaars", "en": "co-owners", "fr": "copropriétaires"},
    Relation.PARTNER: {"nl": "partnerbesturen", "en": "partner authorities", "fr": "administrations partenaires"},
    Relation.OTHER: {
        "nl": "besturen zonder overeenkomst met {owner}",
        "en": "authorities without an agreement with {owner}",
        "fr": "administrations sans convention avec {owner}",
    },
}
_RECOGNISED = {
    "nl": ("erkende {kind}", "{who} die erkend zijn voor {category}"),
    "en": ("recognised {kind}", "{who} recognised for {category}"),
    "fr": ("{kind} {word}", "{who} {word} pour {category}"),
}
_CATEGORIES = {
    "youth": {"nl": "jeugdwerk", "en": "youth work", "fr": "la jeunesse"},
    "culture": {"nl": "cultuur", "en": "culture", "fr": "la culture"},
    "sport": {"nl": "sport", "en": "sport", "fr": "le sport"},
    "school": {"nl": "onderwijs", "en": "education", "fr": "l'enseignement"},
    "welfare": {"nl": "welzijn", "en": "welfare", "fr": "l'aide sociale"},
    "seniors": {"nl": "ouderenwerking", "en": "work with seniors", "fr": "les aînés"},
    "neighbourhood": {"nl": "buurtwerking", "en": "neighbourhood work", "fr": "la vie de quartier"},
    "environment": {"nl": "natuur en milieu", "en": "nature and environment", "fr": "l'environnement"},
}

_SPARED = {
    "own_services": {"nl": "de eigen diensten", "en": "its own services", "fr": "services propres"},
    "co_owners": {"nl": "de mede-eigenaars", "en": "the co-owners", "fr": "copropriétaires"},
    "own_borrowers": {"nl": "de eigen ontleners", "en": "its own borrowers", "fr": "emprunteurs de la commune"},
}
_ORDER = tuple(_SPARED)
_OF = {"nl": "van", "en": "of"}


def who(kind: str | None, relation: str | None, recognition: str | None, owner: str, language: str) -> str:
    """The people of a rule without a capital; in French without its article, which differs by what stands before it."""
    if kind == "authority" and relation:
        return _SERVICES[Relation(relation)][language].format(owner=owner, of=of(owner, language))
    plain = _KINDS[kind][language]
    word = "reconnues" if kind in _FEMININE else "reconnus"
    general, particular = _RECOGNISED[language]
    if recognition == "any":
        plain = general.format(kind=plain, word=word)
    told = _RELATIONS[Relation(relation)][language].format(kind=plain, owner=owner, of=of(owner, language)) if relation else plain
    if recognition in (None, "any"):
        return told
    return particular.format(who=told, word=word, category=_CATEGORIES[recognition][language])


def of(owner: str, language: str) -> str:
    """`van Zandhoven`, `of Zandhoven`, `de Zandhoven`; French elides before a vowel, and an AGB has its article."""
    if language != "fr":
        return f"{_OF[language]} {owner}"
    if owner.startswith(("AGB ", "OCMW ")):
        return f"de l'{owner}" if owner.startswith("AGB") else f"du {owner}"
    return f"d'{owner}" if owner[:1].lower() in "aeiouéèâ" else f"de {owner}"


def spared_ones(spared: frozenset[str], language: str) -> list[str]:
    """Whom a rule leaves alone, in a fixed order; in French without the article."""
    return [_SPARED[code][language] for code in _ORDER if code in spared]
