"""What a rule is about: `de podiumwagens`, one asset by its name, or whatever the owner lends."""

from __future__ import annotations

from booking.words.rules.who import of

_CATEGORIES = {
    "toilet_trailer": {"nl": "toiletwagens", "en": "toilet trailers", "fr": "remorques sanitaires"},
    "mobile_stage": {"nl": "podiumwagens", "en": "mobile stages", "fr": "podiums mobiles"},
    "stage_deck": {"nl": "podiumelementen", "en": "stage decks", "fr": "praticables"},
    "aerial_platform": {"nl": "hoogtewerkers", "en": "aerial platforms", "fr": "nacelles élévatrices"},
    "crowd_barrier": {"nl": "nadarhekken", "en": "crowd barriers", "fr": "barrières Nadar"},
    "marquee": {"nl": "tenten", "en": "marquees", "fr": "chapiteaux"},
    "table": {"nl": "tafels", "en": "tables", "fr": "tables"},
    "chair": {"nl": "stoelen", "en": "chairs", "fr": "chaises"},
    "generator": {"nl": "stroomgroepen", "en": "generators", "fr": "groupes électrogènes"},
    "sound_set": {"nl": "geluidsinstallaties", "en": "sound sets", "fr": "sonorisations"},
    "trailer": {"nl": "aanhangwagens", "en": "trailers", "fr": "remorques"},
    "beamer": {"nl": "beamers", "en": "projectors", "fr": "projecteurs"},
    "party_kit": {"nl": "feestpakketten", "en": "party kits", "fr": "kits de fête"},
    "sports_hall": {"nl": "sporthallen", "en": "sports halls", "fr": "halls de sport"},
    "meeting_room": {"nl": "vergaderlokalen", "en": "meeting rooms", "fr": "salles de réunion"},
    "refectory": {"nl": "refters", "en": "refectories", "fr": "réfectoires"},
    "parish_hall": {"nl": "parochiezalen", "en": "parish halls", "fr": "salles paroissiales"},
}
_ARTICLE = {"nl": "de", "en": "the", "fr": "les"}
_QUOTED = {"nl": "“{}”", "en": "“{}”", "fr": "«\N{NO-BREAK SPACE}{}\N{NO-BREAK SPACE}»"}
_ANYTHING = {"nl": "elk middel {}", "en": "any asset {}", "fr": "tout bien {}"}
_NOTHING = {"nl": "geen enkel middel {}", "en": "any asset {}", "fr": "aucun bien {}"}


def what(asset: str | None, category: str | None, owner: str, language: str) -> str:
    """What is lent, as the object of a sentence."""
    if asset:
        return _QUOTED[language].format(asset)
    if category is None:
        return _ANYTHING[language].format(of(owner, language))
    known = _CATEGORIES.get(category)
    if known is None:
        return _QUOTED[language].format(category)
    return f"{_ARTICLE[language]} {known[language]}"


def nothing(owner: str, language: str) -> str:
    """Whatever the owner lends, as the object of a sentence that denies it."""
    return _NOTHING[language].format(of(owner, language))
