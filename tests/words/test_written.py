"""Every kind of article, every term and every word of a regulation has a name in each language: a new one without fails here."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from booking.rules.tariffs import KINDS, Group, Who, from_plain, to_plain
from booking.rules.tariffs.fields import ListOf, Record, Scalar, Table, Type
from booking.rules.tariffs.schema import ARTICLES, EXAMPLE, GROUP, HEADER
from booking.words import LANGUAGES
from booking.words.kinds import BORROWER_KINDS
from booking.words.tariffs.written import CHOICES, COLUMNS, TERMS, conditions, kind_help, kind_title, who_belongs
from booking.words.tariffs.written import KINDS as NAMED
from booking.words.tariffs.written.groups import TYPICAL

WHOLE = {**ARTICLES, "header": Record(HEADER), "group": GROUP, "example": EXAMPLE}
APART = {"prices"}  # the table itself


def terms(type_: Type, kind: str, within: str = "") -> Iterator[tuple[str, str, str, Type]]:
    """Every (kind, list it stands in, name, type) below a record."""
    if isinstance(type_, Record):
        for name, field in type_.fields.items():
            if name not in APART:
                yield kind, within, name, field.type
                yield from terms(field.type, kind, name)
    elif isinstance(type_, (ListOf, Table)):
        yield from terms(type_.item, kind, within)


EVERY = [term for kind, record in WHOLE.items() for term in terms(record, kind)]


def test_every_kind_of_article_has_a_name_and_a_sentence_of_help() -> None:
    assert set(NAMED) == set(KINDS)
    for kind in KINDS:
        for language in LANGUAGES:
            assert kind_title(kind, language)
            assert kind_help(kind, language).endswith(".")


def test_every_term_has_a_name() -> None:
    nameless = {(within, name) for kind, within, name, _ in EVERY if not {f"{within}.{name}", f"{kind}.{name}", name} & TERMS.keys()}
    assert nameless == set()


def test_every_price_column_has_a_name() -> None:
    assert [(kind, name) for kind in KINDS for name in KINDS[kind].columns if not {f"{kind}.{name}", name} & COLUMNS.keys()] == []


def test_every_word_of_a_closed_list_is_said() -> None:
    silent = set()
    for _, within, name, type_ in EVERY:
        inner = type_.item if isinstance(type_, (ListOf, Table)) else type_
        if name != "kind" and isinstance(inner, Scalar) and inner.name == "choice":
            said = CHOICES.get(f"{within}.{name}") or CHOICES.get(name) or {}
            silent |= {(within, name, word) for word in inner.sample.split(" | ") if word not in said}
    assert silent == set()


@pytest.mark.parametrize("words", [NAMED, TERMS, COLUMNS, TYPICAL, *CHOICES.values()], ids=lambda words: next(iter(words)))
def test_nothing_is_said_in_one_language_only(words) -> None:
    assert [code for code, said in words.items() if set(said) != set(LANGUAGES) or not all(said.values())] == []


WAYS = [
    (Who(), "iedereen die niet in een andere categorie valt"),
    (Who(kinds=frozenset({"association"}), recognised=frozenset({"any"})), "erkende verenigingen"),
    (Who(kinds=frozenset({"association"}), recognised=frozenset({"youth"})), "verenigingen erkend als jeugd"),
    (Who(kinds=frozenset({"resident"}), relations=frozenset({"own"})), "inwoners uit de eigen gemeente"),
    (Who(relations=frozenset({"partner", "co-owner"})), "ontleners die mede-eigenaar zijn of met een overeenkomst"),
    (Who(kinds=frozenset({"authority"}), reciprocal=True), "lokale besturen die ons ook gratis laten lenen"),
]


@pytest.mark.parametrize(("way", "said"), WAYS)
def test_who_belongs_is_said_as_an_annex_would(way: Who, said: str) -> None:
    assert who_belongs(Group("g", "G", (way,)), "nl") == said
    assert who_belongs(Group("g", "G", (way, Who(kinds=frozenset({"school"})))), "nl") == f"{said} of scholen"


def test_every_kind_of_borrower_can_belong() -> None:
    for kind in BORROWER_KINDS:
        assert kind not in who_belongs(Group("g", "G", (Who(kinds=frozenset({kind})),)), "nl").split()


def test_the_terms_of_an_article_stand_in_words_below_it() -> None:
    article = {
        "number": "1", "title": "Zaal", "kind": "time", "for": ["parish_hall"], "minutes": 30, "started": True, "period": "custody",
        "when": {"purposes": ["meeting"], "hours_to": "4"}, "windows": [{"from": "22:00", "until": "06:00", "percent": "125"}],
        "prices": {"all": {"price": 1250}}, "adjust": [{"percent": "50", "reason": "tweede keer", "uses_from": 2}],
    }  # fmt: skip
    plain = to_plain(from_plain({"title": "T", "owner": "O", "valid_from": "2027-01-01", "groups": [], "articles": [article]}))
    told = [f"{each.title}: {each.said}" for each in conditions(plain["articles"][0], "nl")]
    assert told == [
        "Welke periode telt: van uitgifte tot terugname",
        "Bij dit gebruik: vergadering",
        "Tot en met (uren): 4",
        "Minuten per eenheid: 30",
        "Begonnen eenheden tellen volledig: ja",
        "Uren of dagen met een andere prijs: van: 22:00, tot: 06:00, percentage: 125",
        "Kortingen en toeslagen: percentage: 50, reden: tweede keer, vanaf gebruik nr. in het jaar: 2",
    ]
