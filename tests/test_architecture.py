"""The shape of the house, held by tests where no linter can: sizes, the arrow, what the templates and the repository may contain."""

from __future__ import annotations

import ast
import importlib.metadata
import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).resolve().parent.parent
FIRST_PARTY = {"app", "bench", "booking", "dev", "models", "requirements", "tests"}

MACRO_IMPORT = re.compile(r'\{%-? from "([^"]+)" import ([^%]+?) -?%\}')

# The oldest releases without a known fault that would hit us (security advisories of 2025 and 2026).
FLOORS = {
    "flask": "3.1.3",
    "werkzeug": "3.1.6",
    "jinja2": "3.1.6",
    "gunicorn": "26.1",
    "icalendar": "7.3.0",
    "sqlalchemy": "2.1.9",
    "psycopg": "3.3.9",
}


def test_no_file_is_longer_than_three_hundred_lines() -> None:
    by_hand = _python() - _files("migrations/versions/*.py")
    assert {_name(file): lines for file in by_hand if (lines := len(_lines(file))) > 300} == {}


def test_the_middle_file_of_the_product_is_short() -> None:
    sizes = sorted(len(_lines(file)) for file in _files("booking/**/*.py", "models/*.py") if file.name != "__init__.py")
    assert sizes[len(sizes) // 2] <= 110


@pytest.mark.parametrize(
    ("shelf", "limit"), [("booking/web", 25), ("booking", 40), ("models", 40), ("app.py", 40), ("dev.py", 40), ("requirements", 40)]
)
def test_no_function_is_too_long(shelf: str, limit: int) -> None:
    files = _files(shelf, f"{shelf}/**/*.py")
    assert {f"{_name(file)}:{node.name}": length for file in files for node, length in _functions(file) if length > limit} == {}


def test_a_template_imports_what_it_uses_and_every_macro_is_used() -> None:
    texts = {str(file.relative_to(ROOT / "templates")): file.read_text(encoding="utf-8") for file in (ROOT / "templates").rglob("*.html")}
    imported, idle = set(), []
    for name, text in texts.items():
        body = MACRO_IMPORT.sub("", text)
        for source, macros in MACRO_IMPORT.findall(text):
            for macro, _, alias in (each.strip().partition(" as ") for each in macros.removesuffix(" with context").split(",")):
                imported.add((source, macro))
                idle += [] if re.search(rf"\b{alias or macro}\b", body) else [f"{name} imports {macro}"]
    for name, text in texts.items():
        called = (macro for macro in re.findall(r"macro (\w+)\(", text) if len(re.findall(rf"\b{macro}\(", text)) < 2)
        idle += [f"nobody calls {macro} of {name}" for macro in called if (name, macro) not in imported]
    assert idle == []


def test_nothing_of_ours_is_imported_inside_a_function() -> None:
    inside = {
        f"{_name(file)}:{statement.lineno}"
        for file in _python()
        for function, _ in _functions(file)
        for statement in ast.walk(function)
        if isinstance(statement, ast.Import | ast.ImportFrom) and _imported(statement) & FIRST_PARTY
    }
    assert inside == set()


def test_the_rule_book_imports_the_standard_library_only() -> None:
    foreign = {
        f"{_name(file)}:{statement.lineno}"
        for file in _files("booking/rules/**/*.py")
        for statement in ast.walk(_tree(file))
        if isinstance(statement, ast.Import | ast.ImportFrom)
        and not (_imported(statement) <= sys.stdlib_module_names or (getattr(statement, "module", "") or "").startswith("booking.rules"))
    }
    assert foreign == set()


def test_the_package_of_the_product_stays_empty() -> None:
    assert (ROOT / "booking/__init__.py").read_text().strip() == ""


def test_every_function_of_a_test_file_is_a_test_or_helps_one() -> None:
    idle = {
        f"{_name(file)}:{node.name}"
        for file in _files("tests/**/test_*.py")
        for node in _tree(file).body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("test_") and not _is_fixture(node) and not _is_used(node, file)
    }
    assert idle == set()


def test_every_test_file_has_a_test() -> None:
    a_test = re.compile(r"^(    )?def test_|TestCase\b", re.MULTILINE)
    named_as_one = _files("tests/**/test_*.py")
    assert {_name(file) for file in _files("tests/**/*.py") if bool(a_test.search(_text(file))) != (file in named_as_one)} == set()


def test_escaping_is_never_switched_off() -> None:
    unsafe = re.compile(r"\|\s*safe\b|\bMarkup\(|render_template_string|autoescape\s+false")
    assert _hits(unsafe, _files("app.py", "booking/**/*.py", "templates/**/*")) == []


def test_templates_hold_no_script_style_or_handler_of_their_own() -> None:
    inline = re.compile(r"<script(?![^>]*\bsrc=)|<style\b|\s(?:style|on[a-z]+)\s*=\s*[\"'{]|javascript:", re.IGNORECASE)
    pages = {file for file in _files("templates/**/*.html") if "mail" not in file.parts}
    assert _hits(inline, pages) == []


def test_the_repository_names_no_registry_and_no_machine() -> None:
    machine = re.compile(r"python[h]osted\.|pypi\.[o]rg|registry\.[n]pmjs|/[w]ork/|/tmp/[s]d\b")
    assert _hits(machine, _tracked()) == []


def test_the_locks_hold_a_hash_for_every_package_and_no_address() -> None:
    for file in _files("requirements/*.txt"):
        packages = re.findall(r"^([a-z0-9][^ =]*==\S+.*?)(?=^[a-z0-9]|\Z)", _text(file), re.MULTILINE | re.DOTALL)
        assert packages, file
        assert [package.split()[0] for package in packages if "--hash=sha256:" not in package] == []
        assert "://" not in _text(file)


@pytest.mark.parametrize("folder", [ROOT, ROOT / "tests/tools/audit"], ids=["product", "audit"])
def test_the_npm_locks_hold_exact_releases_a_hash_for_each_and_no_address(folder: Path) -> None:
    asked, lock = json.loads(_text(folder / "package.json")), json.loads(_text(folder / "package-lock.json"))
    wanted = asked.get("dependencies", {}) | asked.get("devDependencies", {})
    packages = {name: package for name, package in lock["packages"].items() if name}
    assert {name: packages[f"node_modules/{name}"]["version"] for name in wanted} == wanted
    assert [name for name, package in packages.items() if not package.get("integrity", "").startswith("sha512-")] == []
    assert "://" not in _text(folder / "package-lock.json")


def test_the_locks_hold_what_the_project_asks_for() -> None:
    project = tomllib.loads(_text(ROOT / "pyproject.toml"))
    runtime, groups = project["project"]["dependencies"], project["dependency-groups"]
    lists = {"runtime": runtime, "test": runtime + groups["test"], "lint": runtime + groups["lint"], "assets": groups["assets"]}
    for name, asked in lists.items():
        locked = dict(re.findall(r"^([a-z0-9][a-z0-9-]*)==([^ ]+)", _text(ROOT / f"requirements/{name}.txt"), re.MULTILINE))
        wanted = {canonicalize_name(requirement.name): requirement.specifier for requirement in map(Requirement, asked)}
        assert [package for package, specifier in wanted.items() if not specifier.contains(locked.get(package, "0"))] == []


@pytest.mark.parametrize(("package", "floor"), FLOORS.items())
def test_no_package_is_older_than_its_last_known_fault(package: str, floor: str) -> None:
    assert Version(importlib.metadata.version(package)) >= Version(floor)


# ── Reading the tree ──────────────────────────────────────────────────────────────────────────────────────────────────


@cache
def _tracked() -> frozenset[Path]:
    """What is, or is about to be, in the repository: tracked files and new ones that git does not ignore."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    names = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True).stdout.split("\0")
    return frozenset(ROOT / name for name in names if name and (ROOT / name).is_file())


def _files(*patterns: str) -> set[Path]:
    return {file for pattern in patterns for file in ROOT.glob(pattern) if file.is_file()} & _tracked()


def _python() -> set[Path]:
    return {file for file in _tracked() if file.suffix == ".py"}


def _name(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


@cache
def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""  # a picture or a document


def _lines(file: Path) -> list[str]:
    return _text(file).splitlines()


@cache
def _tree(file: Path) -> ast.Module:
    return ast.parse(_text(file), str(file))


def _functions(file: Path) -> Iterator[tuple[ast.FunctionDef | ast.AsyncFunctionDef, int]]:
    """Each function with its length in lines, its docstring and decorators not counted."""
    for node in ast.walk(_tree(file)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            documented = ast.get_docstring(node) is not None
            last_of_docstring = node.body[0].end_lineno or 0
            unread = last_of_docstring - node.body[0].lineno + 1 if documented else 0
            yield node, (node.end_lineno or node.lineno) - node.lineno + 1 - unread


def _imported(statement: ast.Import | ast.ImportFrom) -> set[str]:
    if isinstance(statement, ast.ImportFrom):
        return {(statement.module or "").split(".")[0]}
    return {alias.name.split(".")[0] for alias in statement.names}


def _is_fixture(node: ast.FunctionDef) -> bool:
    return any("fixture" in ast.unparse(decorator) for decorator in node.decorator_list)


def _is_used(node: ast.FunctionDef, file: Path) -> bool:
    return any(isinstance(name, ast.Name) and name.id == node.name for name in ast.walk(_tree(file)))


def _hits(pattern: re.Pattern[str], files: set[Path] | frozenset[Path]) -> list[str]:
    return sorted(f"{_name(file)}:{number}" for file in files for number, line in enumerate(_lines(file), 1) if pattern.search(line))
