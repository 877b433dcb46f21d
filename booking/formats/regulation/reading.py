"""From the text of a regulation file to a regulation, or to every fault in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from booking.formats.regulation.problems import Problem, RegulationFileError
from booking.formats.regulation.tree import Node, parse
from booking.rules.periods import InvalidTime
from booking.rules.tariffs import KINDS, Regulation, TariffError, from_plain, prepare
from booking.rules.tariffs.fields import CODE, Field, ListOf, Record, Scalar, Table, Type
from booking.rules.tariffs.schema import ARTICLES, EXAMPLE, GROUP, HEADER

PARTS = ("groups", "articles", "examples")


def loads(text: str | bytes) -> Regulation:
    """The regulation that a file holds; its references are checked, its examples are not computed.

    Raises RegulationFileError with all faults of the file: each has its line, its article or example, and what was expected.
    """
    if isinstance(text, bytes):
        try:
            text = text.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = error.object[: error.start].count(b"\n") + 1
            raise RegulationFileError([Problem(line, None, "not_utf8")]) from error
    root = parse(text)
    reader = _Reader()
    plain = reader.regulation(root)
    if reader.problems:
        raise RegulationFileError(sorted(reader.problems, key=lambda problem: problem.line))
    regulation = from_plain(plain)
    try:
        prepare(regulation)
    except TariffError as error:
        article = str(error.details["article"]) if "article" in error.details else None
        raise RegulationFileError([Problem(_line_of(root, error), article, error.code, error.details)]) from error
    return regulation


OF_HEADER = {"validity_reversed": "valid_until", "base_zero": "indexation", "figures_unordered": "indexation"}
"""Header fields that an error is about."""


def _line_of(root: Node, error: TariffError) -> int:
    """The line of the article or group that an error names, the second where there are two, or of a header field."""
    sought = {"articles": ("number", error.details.get("article")), "groups": ("code", error.details.get("group"))}
    for part, (name, wanted) in sought.items():
        nodes = root.get(part)
        found = [node.line for node in nodes.items() if node.text(name) == wanted] if nodes and wanted else []
        if found:
            return found[-1]
    field = root.get(OF_HEADER.get(error.code, ""))
    return field.line if field else root.line


class _Reader:
    """Reads nodes by the schema and collects what is wrong, so that one look shows all faults."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.where: str | None = None

    def regulation(self, root: Node) -> dict[str, Any]:
        """The plain object of the whole file; of no use when there are problems."""
        if not isinstance(root.content, dict):
            self.problem(root, "mapping_expected", field="", expected="title, owner, valid_from, groups, articles")
            return {}
        header = {name: node for name, node in root.content.items() if name not in PARTS}
        plain = self.record(Node(header, root.line), Record(HEADER), also=PARTS)
        for name, read in (("groups", self.group), ("articles", self.article), ("examples", self.example)):
            part = root.get(name)
            if part is None and name != "examples":
                self.problem(root, "field_missing", field=name)
            elif part is not None and not isinstance(part.content, list):
                self.problem(part, "list_expected", field=name, expected="- ...")
            else:
                plain[name] = [read(node) for node in (part.items() if part else ())]
                self.where = None
        return plain

    def group(self, node: Node) -> Any:
        """One group."""
        self.where = node.text("code")
        return self.read(node, GROUP, "groups")

    def article(self, node: Node) -> Any:
        """One article, by the schema of its kind."""
        self.where = node.text("number")
        kind = node.text("kind")
        if kind not in KINDS:
            self.problem(node.get("kind") or node, "kind_unknown", kind=kind or "", kinds=list(KINDS))
            return {}
        return self.read(node, ARTICLES[kind], "articles")

    def example(self, node: Node) -> Any:
        """One worked example."""
        self.where = node.text("name")
        return self.read(node, EXAMPLE, "examples")

    def read(self, node: Node, kind: Type, name: str) -> Any:
        """Plain JSON of a node by its type."""
        if isinstance(kind, Scalar):
            return self.scalar(node, kind, name)
        if isinstance(kind, ListOf):
            items = node.content if isinstance(node.content, list) else [node]
            return [self.read(item, kind.item, name) for item in items]
        if isinstance(kind, Table):
            return self.table(node, kind, name)
        if isinstance(node.content, str) and kind.lone:
            return {kind.lone: self.read(node, kind.fields[kind.lone].type, kind.lone)}
        if not isinstance(node.content, dict):
            self.problem(node, "mapping_expected", field=name, expected=", ".join(kind.fields))
            return {}
        return self.record(node, kind)

    def record(self, node: Node, kind: Record, also: tuple[str, ...] = ()) -> dict[str, Any]:
        """A record's fields in the schema's order, each known, each required one there."""
        content = node.content if isinstance(node.content, dict) else {}
        for name, each in content.items():
            if name not in kind.fields:
                self.problem(each, "field_unknown", field=name, expected=", ".join([*kind.fields, *also]))
        return {name: self.read(content[name], field.type, name) for name, field in self.present(node, content, kind.fields)}

    def present(self, node: Node, content: Mapping[str, Node], fields: Mapping[str, Field]) -> list[tuple[str, Field]]:
        """The fields that are there; a missing required one is a problem, and so is an empty list where something must be listed."""
        for name, field in fields.items():
            if field.required and (name not in content or content[name].content == []):
                self.problem(node, "field_missing", field=name)
        return [(name, field) for name, field in fields.items() if name in content]

    def table(self, node: Node, kind: Table, name: str) -> Any:
        """Rows by code, or the one row that stands for all."""
        if kind.lone and isinstance(node.content, str):
            return {kind.lone: self.read(node, kind.item, name)}
        if not isinstance(node.content, dict):
            self.problem(node, "mapping_expected", field=name, expected="code: ...")
            return {}
        return {
            self.scalar(Node(code, row.line), CODE, name): self.read(row, kind.item, f"{name}.{code}") for code, row in node.content.items()
        }

    def scalar(self, node: Node, kind: Scalar, name: str) -> Any:
        """One text by its type; what was expected stands in the problem."""
        if not isinstance(node.content, str):
            self.problem(node, f"{kind.name}_expected", field=name, expected=kind.sample, found="…")
            return ""
        try:
            return kind.read(node.content)
        except InvalidTime as error:
            self.problem(node, error.code, field=name, expected=kind.sample, found=node.content)
        except ValueError:
            self.problem(node, f"{kind.name}_expected", field=name, expected=kind.sample, found=node.content[:80])
        return ""

    def problem(self, node: Node, code: str, **details: Any) -> None:
        """Keep a fault with the line and the article that are being read."""
        self.problems.append(Problem(node.line, self.where, code, details))
