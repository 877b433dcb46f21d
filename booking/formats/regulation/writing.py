"""From a regulation to the text of its file, always the same text for the same regulation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from booking.rules.tariffs import ALL, Regulation, to_plain
from booking.rules.tariffs.fields import Record, text
from booking.rules.tariffs.schema import ARTICLES, EXAMPLE, GROUP, HEADER

WIDEST = 140
_NEVER_BARE = frozenset("\"'{}[]&*!|>%@`#\\")


def dumps(regulation: Regulation) -> str:
    """The file of a regulation: header, groups, articles, examples, in the schema's order. `loads` gives the regulation back."""
    plain: Any = _in_order(to_plain(regulation), [group.code for group in regulation.groups])
    header = text(Record(HEADER), plain)
    parts = {
        "groups": [text(GROUP, group) for group in plain["groups"]],
        "articles": [text(ARTICLES[article["kind"]], article) for article in plain["articles"]],
        "examples": [text(EXAMPLE, example) for example in plain["examples"]],
    }
    lines = list(_mapping(header, 0))
    for name, items in parts.items():
        lines += ["", f"{name}:" if items else f"{name}: []"]
        for number, item in enumerate(items):
            lines += ([""] if number and name != "groups" else []) + list(_item(item, 2))
    return "\n".join(lines) + "\n"


def _in_order(plain: Any, groups: list[str]) -> Any:
    """The same, with rows per group in the groups' order and measures by name: a database may keep a mapping in another order."""
    for article in plain["articles"]:
        for table in article.keys() & {"prices", "vat"}:
            article[table] = {code: article[table][code] for code in (*groups, ALL) if code in article[table]}
    for example in plain["examples"]:
        for line in example["lines"]:
            if "measures" in line:
                line["measures"] = dict(sorted(line["measures"].items()))
    return plain


def _mapping(fields: dict[str, Any], indent: int) -> Iterator[str]:
    """`key: value` lines; what fits stands on one line, as a table in an annex would."""
    pad = " " * indent
    for key, each in fields.items():
        start = f"{pad}{_scalar(key)}:"
        if isinstance(each, str) or _fits(each, len(start)):
            yield f"{start} {_scalar(each, commas=True) if isinstance(each, str) else _flow(each)}"
        elif isinstance(each, dict):
            yield start
            yield from _mapping(each, indent + 2)
        else:
            yield start
            for item in each:
                yield from _item(item, indent + 2)


def _item(item: Any, indent: int) -> Iterator[str]:
    """One element of a list."""
    if not isinstance(item, dict) or _fits(item, indent + 2):
        yield f"{' ' * indent}- {_flow(item)}"
        return
    lines = list(_mapping(item, indent + 2))
    yield f"{' ' * indent}- {lines[0].lstrip()}"
    yield from lines[1:]


def _fits(each: Any, used: int) -> bool:
    """Short lists of words and rows of figures stand on one line."""
    if isinstance(each, dict):
        return all(isinstance(one, str) for one in each.values()) and used + len(_flow(each)) < 100 and len(each) <= 4
    return all(isinstance(one, str) for one in each) and used + len(_flow(each)) < WIDEST


def _flow(each: Any) -> str:
    if isinstance(each, dict):
        return "{" + ", ".join(f"{_scalar(key)}: {_flow(one)}" for key, one in each.items()) + "}"
    if isinstance(each, list):
        return "[" + ", ".join(_flow(one) for one in each) + "]"
    return _scalar(each)


def _scalar(word: str, *, commas: bool = False) -> str:
    """Bare where no reader could mistake it (a comma only means something inside brackets), in double quotes otherwise."""
    if _is_bare(word) and (commas or "," not in word):
        return word
    quoted = word.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(each if each.isprintable() else f"\\U{ord(each):08x}" for each in quoted) + '"'


def _is_bare(word: str) -> bool:
    plain = word.isprintable() and word == word.strip() and (word[:1].isalnum() or word[:1] in {"€", "§", "("})
    return plain and not _NEVER_BARE.intersection(word) and ": " not in word and not word.endswith(":")
