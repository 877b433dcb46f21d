"""The terms of an article in words, as they stand under its amounts in the annex. A new term only needs its name in `terms.py`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from booking.rules.tariffs import ALL
from booking.rules.tariffs.fields import DATE, DECIMAL, FLAG, MONEY, Field, ListOf, Record, Scalar, Table, Type, text, value
from booking.rules.tariffs.schema import ARTICLES
from booking.words.format import enumeration
from booking.words.kinds import PURPOSES
from booking.words.moments import day
from booking.words.money import money
from booking.words.numbers import decimal
from booking.words.tariffs.written.terms import choice, measure, term_title

ELSEWHERE = {"number", "title", "kind", "for", "prices"}
"""What an annex shows in another place than among the conditions."""

EVERYBODY_ELSE = {"nl": "alle anderen", "en": "everybody else", "fr": "tous les autres"}


class Condition(NamedTuple):
    """A term's name, and what the article says of it."""

    title: str
    said: str


def conditions(article: Mapping[str, Any], language: str, named: Mapping[str, str] = {}) -> list[Condition]:
    """What an article (plain) says beside its amounts, in the schema's order; what is as usual is left out.

    `named` gives the names of groups, categories and assets by code.
    """
    kind = article.get("kind", "")
    record = ARTICLES.get(kind)
    return list(_told(record, article, kind, "", language, named)) if record else []


def _told(
    record: Record, given: Mapping[str, Any], kind: str, within: str, language: str, named: Mapping[str, str]
) -> Iterator[Condition]:
    for name, field in record.fields.items():
        if name not in given or (not within and name in ELSEWHERE) or given[name] in ([], {}) or _usual(field, given[name]):
            continue
        if isinstance(field.type, Record):
            yield from _told(field.type, given[name], kind, name, language, named)
            continue
        if field.type is FLAG:
            said = choice("", "flag", "yes" if given[name] else "no", language)
        else:
            said = written_value(field.type, given[name], kind, within, name, language, named)
        yield Condition(term_title(kind, within, name, language), said)


def written_value(
    type_: Type, given: Any, kind: str, within: str, name: str, language: str, named: Mapping[str, str] = {}
) -> str:  # fmt: skip
    """A value of a term as people write it."""
    if isinstance(type_, Record):
        return ", ".join(f"{_lowered(each.title)}: {each.said}" for each in _told(type_, given, kind, within, language, named))
    if isinstance(type_, Table):
        return "; ".join(_row(type_, code, row, kind, name, language, named) for code, row in given.items())
    if isinstance(type_, ListOf):
        inside = name if isinstance(type_.item, Record) else within
        told = [written_value(type_.item, each, kind, inside, name, language, named) for each in given]
        return "; ".join(told) if isinstance(type_.item, Record) else " – ".join(told) if name == "parts" else enumeration(told, language)
    return _scalar(type_, given, within, name, language, named)


def _row(type_: Table, code: str, row: Any, kind: str, name: str, language: str, named: Mapping[str, str]) -> str:
    said = written_value(type_.item, row, kind, "", name, language, named)
    if code == ALL:
        return said
    return f"{named.get(code, code)}: {said}"


def _scalar(type_: Scalar, given: Any, within: str, name: str, language: str, named: Mapping[str, str]) -> str:
    if type_ is MONEY:
        return money(given, language)
    if type_ is DECIMAL:
        return decimal(Decimal(given), language)
    if type_ is DATE:
        return day(date.fromisoformat(given), language)
    if name in {"per", "measure", "chosen"}:
        return measure(given, language)
    if name in {"purposes", "not_purposes"} and given in PURPOSES:
        return PURPOSES[given][language]
    if (said := choice(within, name, str(given), language)) != str(given):
        return said
    return named.get(str(given), text(type_, given))


def _usual(field: Field, given: Any) -> bool:
    """True for a term that says what goes without saying."""
    if isinstance(field.type, (Record, Table)):
        return False
    computed = value(field.type, given)
    return bool(computed == field.default) or (field.default == () and not computed)


def _lowered(title: str) -> str:
    return title[:1].lower() + title[1:]
