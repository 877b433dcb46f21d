"""From a code and its details to a sentence.

A sentence holds fields, `{until}`, and may hold optional parts, `[ tot {until}]`, which fall away with their field. Of
`{days|weeks|months}` the first that is known is written. A detail that is None, an empty text, an empty list or zero days is not known.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Mapping

from booking.words import (
    accounts,
    acts,
    administration,
    calendars,
    charges,
    done,
    errors,
    feeds,
    fields,
    findings,
    importing,
    jobs,
    kinds,
    mail,
    mailing,
    maintenance,
    moving,
    papers,
    people,
    proofs,
    register,
    regulations,
    rules,
    shares,
    simulations,
    states,
    tasks,
    waiting,
)
from booking.words.contracts import texts as contracts
from booking.words.format import enumeration, written
from booking.words.numbers import COUNTED

LANGUAGES = ("nl", "en", "fr")

Words = Mapping[str, Mapping[str, str]]

# Codes of findings and errors stand alone; a word of a closed list stands behind its noun, because `school` is a borrower and a purpose.
NOUNS: Mapping[str, Words] = {
    **kinds.NOUNS,
    **states.NOUNS,
    **tasks.NOUNS,
    **maintenance.NOUNS,
    **fields.NOUNS,
    **feeds.NOUNS,
    **mail.NOUNS,
    **jobs.NOUNS,
    **administration.NOUNS,
    **calendars.NOUNS,
    **people.NOUNS,
    **proofs.NOUNS,
    **importing.NOUNS,
    **acts.NOUNS,
    **charges.NOUNS,
    **simulations.NOUNS,
    **regulations.NOUNS,
    **papers.NOUNS,
    **register.NOUNS,
    **rules.NOUNS,
    **waiting.NOUNS,
    **shares.NOUNS,
}
SENTENCES: Words = {
    **findings.SENTENCES,
    **errors.SENTENCES,
    **done.SENTENCES,
    **administration.SENTENCES,
    **people.SENTENCES,
    **proofs.SENTENCES,
    **importing.SENTENCES,
    **calendars.SENTENCES,
    **accounts.SENTENCES,
    **charges.SENTENCES,
    **simulations.SENTENCES,
    **regulations.SENTENCES,
    **papers.SENTENCES,
    **register.SENTENCES,
    **contracts.SENTENCES,
    **feeds.SENTENCES,
    **tasks.ERRORS,
    **tasks.DONE,
    **waiting.ERRORS,
    **waiting.DONE,
    **mailing.DONE,
    **mailing.ERRORS,
    **moving.NOTICES,
    **moving.ERRORS,
    **moving.DONE,
    **shares.ERRORS,
    **shares.DONE,
    **{f"{noun}.{code}": words for noun, codes in NOUNS.items() for code, words in codes.items()},
}

# Details that hold a code of a closed list, where the field is not called like the noun.
_NOUN_OF = {"current": "state", "wanted": "state", "borrower_kinds": "borrower_kind", "purposes": "purpose", "relations": "relation"}

_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_FIELD = re.compile(r"\{([a-z_|]+)\}")


class WordsMissing(UserWarning):
    """A code without a sentence, or a sentence without a detail it needs. The tests make an error of it; a page shows the code."""


def say(code: str, language: str, /, **details: object) -> str:
    """The sentence of `code` in `language` (`nl`, `fr-BE`; any other falls back to Dutch), with its details written out.

    Dates, moments, periods, money (`…_cents`), numbers and lists, or their JSON texts, are written as `format.written` does.
    Never raises: what cannot be said comes back as the code, with a WordsMissing warning.
    """
    language = spoken_language(language)
    if "from" in details:  # a keyword in Python, not in JSON
        details["from_"] = details.pop("from")
    try:
        # The template is cut up before it is filled, so that brackets in a detail are only text.
        parts = _OPTIONAL.split(SENTENCES[code][language])
        required = [_filled(part, details, language) for part in parts[::2]]
    except KeyError as missing:
        warnings.warn(f"{code} in {language}: {missing.args[0]!r} is missing", WordsMissing, stacklevel=2)
        return code
    optional = [_filled_or_nothing(part, details, language) for part in parts[1::2]]
    return "".join(part for pair in zip(required, [*optional, ""], strict=True) for part in pair)


def label(noun: str, code: str, language: str) -> str:
    """The word for a code of a closed list, with a capital: `label("state", "handed_over", "nl")` is `Uitgegeven`."""
    word = say(f"{noun}.{code}", language)
    return word[:1].upper() + word[1:]


def spoken_language(language: str) -> str:
    """The language we speak that is nearest to a tag such as `fr-BE`: Dutch when we do not speak it."""
    primary = language[:2].lower()
    return primary if primary in LANGUAGES else LANGUAGES[0]


def _filled(part: str, details: Mapping[str, object], language: str) -> str:
    """Raises KeyError with the field that is not known."""

    def value(match: re.Match[str]) -> str:
        for field in match[1].split("|"):
            if _is_known(field, details.get(field)):
                return _worded(field, details[field], language)
        raise KeyError(match[1])

    return _FIELD.sub(value, part)


def _filled_or_nothing(part: str, details: Mapping[str, object], language: str) -> str:
    try:
        return _filled(part, details, language)
    except KeyError:
        return ""


def _is_known(field: str, value: object) -> bool:
    """False for None and what is empty, and for zero days, hours or an amount asked: `at least 0 days ahead` tells nobody anything."""
    return value not in (None, "", [], ()) and not (value == 0 and (field in COUNTED or field == "required_cents"))


def _worded(field: str, value: object, language: str) -> str:
    """A detail as text; a code of a closed list as its word."""
    if isinstance(value, (list, tuple)):
        return enumeration([_worded(field, item, language) for item in value], language)
    word = SENTENCES.get(f"{_NOUN_OF.get(field, field)}.{value}")
    return word[language] if word else written(field, value, language)
