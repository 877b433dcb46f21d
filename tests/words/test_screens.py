"""Every text of a page has its English and French, and no catalogue keeps what no page says any more."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir

from booking.words import screens

ROOT = Path(__file__).parents[2]
SOURCES = (
    ("templates", [("**.html", "jinja2"), ("**.txt", "jinja2")]),
    ("booking/web", [("**.py", "python")]),
)
OPTIONS = {"**.html": {"trimmed": "true"}, "**.txt": {"trimmed": "true"}}
KEYWORDS = {"_": None, "gettext": None, "lazy_gettext": None, "ngettext": (1, 2)}
FIELD = re.compile(r"%\(\w+\)[sd]|%%")


@cache
def said() -> dict[str, str]:
    """Every Dutch text of the pages, with the first place that says it."""
    found: dict[str, str] = {}
    for folder, method in SOURCES:
        for file, line, message, _comments, _context in extract_from_dir(ROOT / folder, method, OPTIONS, KEYWORDS):
            found.setdefault(message[0] if isinstance(message, tuple) else message, f"{folder}/{file}:{line}")
    return found


def kept(language: str) -> list[str]:
    """Every Dutch text that the catalogues of a language translate, as often as they do."""
    files = sorted((screens.HERE / language).glob("*.po"))
    return [message.id[0] if message.pluralizable else message.id for file in files for message in screens.catalogue(file) if message.id]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_text_of_a_page_is_translated(language: str) -> None:
    missing = [f'#: {place}\nmsgid "{text}"\nmsgstr ""' for text, place in said().items() if text not in screens.messages(language)]
    assert not missing, "\n" + "\n\n".join(missing)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_translation_outlives_its_page(language: str) -> None:
    assert sorted(set(kept(language)) - said().keys()) == []


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_text_is_translated_in_one_catalogue(language: str) -> None:
    assert [text for text, times in Counter(kept(language)).items() if times > 1] == []


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_translation_fills_in_what_the_dutch_does(language: str) -> None:
    wrong = [
        (dutch, form)
        for dutch, forms in screens.messages(language).items()
        for form in forms
        if not set(FIELD.findall(form)) <= {*FIELD.findall(dutch), "%(num)s", "%(n)s", "%(count)s"}
    ]
    assert wrong == []


FORMS = [("nl", 0, "more"), ("nl", 1, "one"), ("en", 2, "more"), ("fr", 0, "one"), ("fr", 2, "more")]


@pytest.mark.parametrize(("language", "number", "form"), FORMS)
def test_a_number_takes_the_form_of_its_language(language: str, number: int, form: str) -> None:
    assert screens.plural("one", "more", number, language) == form
