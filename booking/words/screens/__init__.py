"""What the pages say around the codes: Dutch in the templates, English and French in the catalogues beside this file.

A catalogue is a gettext file per area and language, `fr/planning.po`; they are read once per process, so there is nothing to compile.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from babel.plural import PluralRule

HERE = Path(__file__).parent

# Which form a number takes: nl and en count 1 apart, French also 0 and what lies between.
_PLURALS = {"nl": PluralRule({"one": "n is 1"}), "en": PluralRule({"one": "n is 1"}), "fr": PluralRule({"one": "n in 0..1"})}


def text(message: str, language: str) -> str:
    """`message`, a text of a page in Dutch, in `language` (nl, en, fr); the Dutch itself where no catalogue has it."""
    return messages(language).get(message, (message,))[0]


def plural(one: str, more: str, number: int, language: str) -> str:
    """Of two Dutch forms the one for `number`, in `language`."""
    forms = messages(language).get(one, (one, more))
    return forms[0] if _PLURALS[language](number) == "one" else forms[-1]


@cache
def messages(language: str) -> dict[str, tuple[str, ...]]:
    """Everything that is translated into `language`: the Dutch singular → its forms, singular first."""
    found: dict[str, tuple[str, ...]] = {}
    for path in sorted((HERE / language).glob("*.po")):
        for message in catalogue(path):
            dutch, forms = (message.id[0], message.string) if message.pluralizable else (message.id, (message.string,))
            if dutch and all(forms):
                found[dutch] = tuple(forms)
    return found


def catalogue(path: Path) -> Catalog:
    """One file of translations. Raises babel's PoFileError with the line that cannot be read."""
    with path.open(encoding="utf-8") as file:
        return read_po(file, locale=path.parent.name, abort_invalid=True)
