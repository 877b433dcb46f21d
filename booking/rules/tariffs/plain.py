"""A regulation as plain JSON, the shape that rows, files and interfaces share, and back to objects."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, cast

from booking.rules.tariffs.fields import Record, value
from booking.rules.tariffs.moments import written
from booking.rules.tariffs.objects import (
    Answer,
    Applicant,
    Article,
    Example,
    Group,
    Indexation,
    Json,
    LineUsage,
    Preferred,
    Regulation,
    Usage,
    Who,
)
from booking.rules.tariffs.schema import EXAMPLE, GROUP, HEADER

Plain = dict[str, Json]

_HEADER = Record(HEADER)
_LISTS = frozenset({"covers", "indexation", "answered"})


def to_plain(regulation: Regulation) -> Plain:
    """Header fields by name, then `groups`, `articles` and `examples`; what says nothing is left out."""
    header: Plain = {name: _json(getattr(regulation, name)) for name in HEADER if name not in _LISTS}
    header |= {
        "covers": list(regulation.covers),
        "indexation": [_indexation_to_plain(each) for each in regulation.indexation],
        "answered": [_answer_to_plain(each) for each in regulation.answered],
    }
    return {
        **{name: each for name, each in header.items() if each not in (None, "", [])},
        "groups": [group_to_plain(group) for group in regulation.groups],
        "articles": [article_to_plain(article) for article in regulation.articles],
        "examples": [example_to_plain(example) for example in regulation.examples],
    }


def from_plain(plain: Mapping[str, Any]) -> Regulation:
    """The regulation of a plain JSON object that has the shape of `schema`."""
    given: Mapping[str, Any] = value(_HEADER, plain)
    header = {name: each for name, each in given.items() if name in plain and name not in _LISTS}
    return Regulation(
        **header,
        covers=given["covers"],
        indexation=tuple(_indexation(each) for each in given["indexation"]),
        answered=tuple(Answer(each["warning"], each["reason"], each["article"], each["at"]) for each in given["answered"]),
        groups=tuple(group_from_plain(group) for group in plain["groups"]),
        articles=tuple(article_from_plain(article) for article in plain["articles"]),
        examples=tuple(example_from_plain(example) for example in plain.get("examples", ())),
    )


def _indexation_to_plain(indexation: Indexation) -> Plain:
    plain: Plain = {
        "base": str(indexation.base),
        "index": indexation.index or None,
        "rounding": indexation.rounding,
        "to": indexation.to,
        "yearly_on": indexation.yearly_on,
        "articles": cast("Json", list(indexation.articles)) or None,
        "figures": [{"from": first.isoformat(), "index": str(figure)} for first, figure in indexation.figures],
    }
    return {name: each for name, each in plain.items() if each is not None}


def _indexation(given: Mapping[str, Any]) -> Indexation:
    figures = tuple((figure["from"], figure["index"]) for figure in given["figures"])
    same = ("base", "to", "rounding", "index", "yearly_on", "articles")
    return Indexation(figures=figures, **{name: given[name] for name in same})


def _answer_to_plain(answer: Answer) -> Plain:
    plain: Plain = {"warning": answer.warning, "article": answer.article, "at": answer.at, "reason": answer.reason}
    return {name: each for name, each in plain.items() if each}


def group_to_plain(group: Group) -> Plain:
    """One group; a way to belong without any condition is written `anyone`."""
    plain: Plain = {"code": group.code, "title": group.title}
    if group.who:
        plain["who"] = [_who_to_plain(who) for who in group.who]
    if group.percent is not None:
        plain["percent"] = str(group.percent)
    if group.of is not None:
        plain["of"] = group.of
    return plain


def group_from_plain(plain: Mapping[str, Any]) -> Group:
    """The group of a plain object."""
    given = value(GROUP, plain)
    ways = tuple(
        Who(frozenset(way["kind"]), frozenset(way["relation"]), frozenset(way["recognised"]), way["reciprocal"]) for way in given["who"]
    )
    return Group(given["code"], given["title"], ways, given["percent"], given["of"])


def _who_to_plain(who: Who) -> Plain:
    plain: Plain = {
        name: cast("Json", sorted(words))
        for name, words in (("kind", who.kinds), ("relation", who.relations), ("recognised", who.recognised))
        if words
    }
    if who.reciprocal is not None:
        plain["reciprocal"] = who.reciprocal
    return plain or {"anyone": True}


def article_to_plain(article: Article) -> Plain:
    """One article with its terms beside its number, title and kind; `for` are its targets."""
    targets: Plain = {"for": list(article.targets)} if article.targets else {}
    return {"number": article.number, "title": article.title, "kind": article.kind, **targets, **article.terms}


def article_from_plain(plain: Mapping[str, Any]) -> Article:
    """The article of a plain object."""
    terms = {name: each for name, each in plain.items() if name not in {"number", "title", "kind", "for"}}
    return Article(plain["number"], plain["title"], plain["kind"], tuple(plain.get("for", ())), terms)


def example_to_plain(example: Example) -> Plain:
    """One worked example, without what is usual: one unit, custody and blocked period equal to the use."""
    usage = example.usage
    plain: Plain = {"name": example.name, "borrower": _borrower_to_plain(usage.borrower), "booked_on": usage.booked_on.isoformat()}
    if usage.cancelled_on:
        plain["cancelled_on"] = usage.cancelled_on.isoformat()
    if usage.holidays:
        plain["holidays"] = [day.isoformat() for day in sorted(usage.holidays)]
    if usage.school_holidays:
        plain["school_holidays"] = [day.isoformat() for day in sorted(usage.school_holidays)]
    plain["lines"] = [_line_to_plain(line) for line in usage.lines]
    plain["expect"] = dict(example.expected)
    if example.warnings:
        plain["warnings"] = list(example.warnings)
    return plain


def example_from_plain(plain: Mapping[str, Any]) -> Example:
    """The example of a plain object; booked on the first day of use where it does not say."""
    given = value(EXAMPLE, plain)
    lines = tuple(_line(number, line) for number, line in enumerate(given["lines"], 1))
    booked_on = given["booked_on"] or lines[0].use.days()[0]
    special = (frozenset(given["holidays"]), given["cancelled_on"], frozenset(given["school_holidays"]))
    usage = Usage(_borrower(given["borrower"]), booked_on, lines, *special)
    return Example(given["name"], usage, {name: cents for name, cents in given["expect"].items() if cents is not None}, given["warnings"])


def _borrower_to_plain(borrower: Applicant) -> Plain:
    plain: Plain = {"kind": borrower.kind, "relation": borrower.relation}
    if borrower.recognised:
        plain["recognised"] = cast("Json", sorted(borrower.recognised))
    if borrower.reciprocal:
        plain["reciprocal"] = True
    if (preferred := borrower.preferred) is not None:
        words: Plain = {"group": preferred.group, "percent": _json(preferred.percent), "source": preferred.source}
        plain["preferred"] = {name: word for name, word in words.items() if word is not None}
    return plain


def _borrower(given: Mapping[str, Any]) -> Applicant:
    preferred = given["preferred"]
    return Applicant(
        given["kind"], given["relation"], frozenset(given["recognised"]), given["reciprocal"], Preferred(**preferred) if preferred else None
    )


def _line_to_plain(line: LineUsage) -> Plain:
    plain: Plain = {
        "category": line.category,
        "asset": line.asset or None,
        "units": line.units if line.units != 1 else None,
        "use": written(line.use),
        "custody": written(line.custody) if line.custody != line.use else None,
        "blocked": written(line.blocked) if line.blocked != line.custody else None,
        "purpose": line.purpose or None,
        "handover": line.handover if line.handover != "pickup" else None,
        "place": line.place or None,
        "measures": {name: str(amount) for name, amount in line.measures.items()} or None,
        "uses_this_year": line.uses_this_year or None,
        "value": line.value_cents,
        "borrower": _borrower_to_plain(line.borrower) if line.borrower else None,
    }
    return {name: each for name, each in plain.items() if each is not None}


def _line(number: int, given: Mapping[str, Any]) -> LineUsage:
    custody = given["custody"] or given["use"]
    same = ("asset", "category", "units", "use", "purpose", "handover", "measures", "uses_this_year", "place")
    return LineUsage(
        number=number,
        custody=custody,
        blocked=given["blocked"] or custody,
        value_cents=given["value"],
        borrower=_borrower(given["borrower"]) if given["borrower"] else None,
        **{name: given[name] for name in same},
    )


def _json(each: object) -> Json:
    """A date, a percentage or a text as JSON."""
    if isinstance(each, date):
        return each.isoformat()
    return str(each) if isinstance(each, (Decimal, str)) else None
