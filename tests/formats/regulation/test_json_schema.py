"""The JSON Schema takes every regulation that the reader takes, and refuses by itself what a field cannot be."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from booking.formats.regulation import dumps, json_schema
from booking.formats.regulation.tree import Node, parse
from tests.formats.regulation.test_regulation_file import GOOD
from tests.regulations import FILES, REAL, regulation_of

VALIDATOR = Draft202012Validator(json_schema())


def texts(node: Node) -> Any:
    """The file as the reader sees it: every figure a text."""
    if isinstance(node.content, dict):
        return {name: texts(each) for name, each in node.content.items()}
    return [texts(each) for each in node.content] if isinstance(node.content, list) else node.content


def values(text: str) -> Any:
    """The file as another YAML reader sees it, with dates left as they are written."""
    yaml = YAML(typ="safe", pure=True)
    yaml.constructor.add_constructor("tag:yaml.org,2002:timestamp", lambda loader, node: loader.construct_scalar(node))
    return yaml.load(text)


def faults(document: Any) -> list[str]:
    return [f"{'/'.join(map(str, error.path))}: {error.message}" for error in VALIDATOR.iter_errors(document)]


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(json_schema())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_regulation_is_one_by_the_schema(path: Path) -> None:
    assert faults(texts(parse(path.read_text(encoding="utf-8")))) == []


def test_what_another_reader_makes_of_a_file_is_one_as_well() -> None:
    for name in ("p11", "p12", "p13", "p15"):
        assert faults(values(dumps(regulation_of(REAL[0].with_name(f"{name}.yaml"))))) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("no: 12.30}", "no: -12.30}"),
        ("no: 12.30}", "no: 12.3.0}"),
        ("no: 12.30}", "no: {price: 1.00, prize: 2.00}}"),
        ("units: 2", "units: 0"),
        ("2026-01-01", "01/01/2026"),
        ("kind: piece", "kind: lottery"),
        ("    for:", "    form:"),
        ("    title: Tafels\n", ""),
        ("borrower: {kind: association}", "borrower: {kind: martian}"),
        ("title: Tafels", "title: [a, b]"),
        ("lines: [{category: table, units: 2, use: 2027-03-09 08:00 - 2027-03-09 17:00}]", "lines: []"),
        ("2027-03-09 08:00 - 2027-03-09 17:00", "tomorrow"),
        ("percent: 62.5", "percent: half"),
        ('owner: "99999"\n', ""),
    ],
)
def test_a_faulty_file_is_none(old: str, new: str) -> None:
    assert faults(texts(parse(GOOD))) == []
    assert faults(texts(parse(GOOD.replace(old, new)))) != []
