"""The page that explains the file names all that the file can say, and every file that it points at is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from booking.rules.tariffs import KINDS, Regulation
from booking.rules.tariffs.conditions import CONDITIONS
from booking.rules.tariffs.schema import EXAMPLE, HEADER, ONLY_HIRE
from tests.regulations import REAL

PAGE = (Path(__file__).parents[3] / "docs/regulations.md").read_text(encoding="utf-8")
FEATURES = PAGE.partition("## Every feature")[2]
WORDS = set(re.findall(r"[a-z][a-z_]+", PAGE))


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_explained_with_its_terms(kind: str) -> None:
    assert f"`{kind}`" in PAGE
    assert KINDS[kind].fields.keys() - WORDS == set()


def test_every_field_condition_and_term_of_hire_is_named() -> None:
    assert (HEADER.keys() | CONDITIONS.keys() | ONLY_HIRE.keys() | EXAMPLE.fields.keys()) - WORDS == set()


def test_every_real_regulation_is_pointed_at() -> None:
    pointed = set(re.findall(r"regulations/(p\d\d)\.yaml", PAGE)) | set(re.findall(r"[a-z-]+|p\d\d", FEATURES))
    assert {path.stem for path in REAL} - pointed == set()


def test_no_municipality_stands_in_the_code_of_the_rules() -> None:
    rules = Path(str(Regulation.__module__).replace(".", "/")).parent
    code = "".join(path.read_text(encoding="utf-8").lower() for path in (Path(__file__).parents[3] / rules).rglob("*.py"))
    names = {path.stem for path in REAL if not re.fullmatch(r"p\d\d", path.stem)} | {"ranst", "leuven", "aalter", "oudenburg", "herzele"}
    assert {name for name in names if name in code} == set()
