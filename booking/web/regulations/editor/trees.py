"""The fields of the editor as a tree of texts: what was typed is kept word for word until it can be read.

A field's name is its place, `articles:@0:prices:others:price`; a segment with @ is a row. Codes hold neither sign, so no name is mistaken.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

Tree = dict[str, Any]
"""Texts, lists of texts, and trees below; rows are lists."""

_ROW = re.compile(r"@\d{1,4}")
MOST_ROWS = 400


def tree_of(fields: Iterable[tuple[str, list[str]]]) -> Tree:
    """The tree of a form that was sent; fields without a place in it (a button, a token) are left out."""
    root: Tree = {}
    for name, values in fields:
        segments = name.split(":")
        if len(segments) > 1 and len(segments) < 12:
            _put(root, segments, values if len(values) > 1 else values[0])
    return {name: _rows(each) for name, each in root.items()}


def at(tree: Any, place: str) -> Any:
    """What stands at a place; None when there is nothing."""
    found = tree
    for segment in place.split(":"):
        if isinstance(found, list):
            row = int(segment[1:]) if _ROW.fullmatch(segment) else len(found)
            found = found[row] if row < len(found) else None
        elif isinstance(found, Mapping):
            found = found.get(segment)
        else:
            return None
    return found


def said(tree: Any, name: str) -> str:
    """A text below a tree, empty where there is none."""
    found = tree.get(name, "") if isinstance(tree, Mapping) else ""
    return found if isinstance(found, str) else ",".join(map(str, found)) if isinstance(found, list) else ""


def rows(tree: Any, name: str) -> list[Tree]:
    """The rows below a tree."""
    found = tree.get(name, []) if isinstance(tree, Mapping) else []
    return [row for row in found if isinstance(row, dict)] if isinstance(found, list) else []


def is_blank(tree: Any) -> bool:
    """True when nothing was filled in anywhere below."""
    if isinstance(tree, Mapping):
        return all(is_blank(each) for each in tree.values())
    if isinstance(tree, list):
        return all(is_blank(each) for each in tree)
    return not (tree or "").strip()


def _put(tree: Tree, segments: list[str], value: Any) -> None:
    for segment in segments[:-1]:
        below = tree.setdefault(segment, {})
        if not isinstance(below, dict):
            return  # two fields that contradict one another were not made by our page
        tree = below
    tree.setdefault(segments[-1], value)


def _rows(tree: Any) -> Any:
    """The same, with numbered segments as lists in their order."""
    if not isinstance(tree, dict):
        return tree
    if tree and all(_ROW.fullmatch(segment) for segment in tree):
        return [_rows(tree[segment]) for segment in sorted(tree, key=lambda each: int(each[1:]))[:MOST_ROWS]]
    return {segment: _rows(each) for segment, each in tree.items()}
