"""From a plain regulation to what stands in the editor's fields; `reading.read` takes it back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from booking.rules.tariffs.fields import FLAG, Record, Scalar, Table, Type
from booking.rules.tariffs.moments import PERIOD
from booking.rules.tariffs.schema import ARTICLES, EXAMPLE, GROUP, HEADER
from booking.web.regulations.editor import scalars
from booking.web.regulations.editor.reading import sentence
from booking.web.regulations.editor.trees import Tree


def shown(plain: Mapping[str, Any]) -> Tree:
    """The tree of texts of a plain regulation, finished or not."""
    return {
        "header": _record(Record(HEADER), plain),
        "groups": [_record(GROUP, group) for group in plain.get("groups", ())],
        "articles": [_article(article) for article in plain.get("articles", ())],
        "examples": [_example(example) for example in plain.get("examples", ())],
    }


def _article(article: Mapping[str, Any]) -> Tree:
    record = ARTICLES.get(article.get("kind", ""))
    if record is None:
        return {name: str(article.get(name, "")) for name in ("number", "title", "kind")}
    tree = _record(record, article)
    prices: dict[str, Any] = tree.get("prices", {})
    tree["shares"] = [{"group": code, **prices.pop(code)} for code in [code for code, row in prices.items() if row.get("of")]]
    return tree


def _example(example: Mapping[str, Any]) -> Tree:
    tree = _record(EXAMPLE, example)
    tree["known"] = tree.get("name", "")
    tree["name"] = sentence(tree["known"])
    for line in tree.get("lines", ()):
        line["what"] = f"{line.pop('category', '')}/{line.pop('asset', '')}"
    return tree


def _record(record: Record, given: Mapping[str, Any]) -> Tree:
    return {name: _shown(field.type, given[name]) for name, field in record.fields.items() if given.get(name) is not None}


def _shown(type_: Type, json: Any) -> Any:
    if type_ is PERIOD:
        return _period(json)
    if isinstance(type_, Scalar):
        return ("yes" if json else "no") if type_ is FLAG else scalars.shown(type_, json)
    if isinstance(type_, Record):
        return _record(type_, json)
    if isinstance(type_, Table):
        return {code: _shown(type_.item, each) for code, each in json.items()}
    if isinstance(type_.item, Record):
        return [_record(type_.item, each) for each in json]
    return [_shown(type_.item, each) for each in json]


def _period(written: str) -> Tree:
    """A period as two days and two times; the offset of an hour that exists twice stays with its time."""
    start, _, end = written.partition(" - ")
    return {"from_day": start[:10], "from_time": start[11:], "to_day": end[:10], "to_time": end[11:]}
