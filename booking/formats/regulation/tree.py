"""YAML as a tree of plain texts with line numbers.

Every scalar stays the text that was written, so 12.30 is no float and `no` no boolean. What only serves to attack a reader or to
confuse one (anchors, tags, a second document, endless nesting) is refused.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeAlias

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from booking.formats.regulation.problems import Problem, RegulationFileError

LARGEST = 300_000
DEEPEST = 12


@dataclass(frozen=True, slots=True)
class Node:
    """A text, a list of nodes or nodes by key, and the line (from 1) on which it begins."""

    content: Content
    line: int

    def get(self, key: str) -> Node | None:
        """The node under a key, if this is a mapping that has it."""
        return self.content.get(key) if isinstance(self.content, dict) else None

    def items(self) -> list[Node]:
        """The nodes of a list; none of anything else."""
        return self.content if isinstance(self.content, list) else []

    def text(self, key: str) -> str | None:
        """The text under a key, if there is one."""
        found = self.get(key)
        return found.content if found is not None and isinstance(found.content, str) else None


Content: TypeAlias = "str | list[Node] | dict[str, Node]"


def parse(text: str) -> Node:
    """The one document in a text.

    Raises RegulationFileError `file_too_large`, `yaml_syntax`, `too_deep`, `alias_refused`, `tag_refused`, `key_twice`,
    `key_not_text`, `one_document` or `file_empty`, each with its line.
    """
    if len(text) > LARGEST:
        raise _refusal(1, "file_too_large", most=LARGEST, found=len(text))
    try:
        return _built(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise _refusal(mark.line + 1 if mark else 1, "yaml_syntax", found=str(error.problem or error.context or "")) from error
    except (YAMLError, RecursionError) as error:
        raise _refusal(1, "yaml_syntax", found=type(error).__name__) from error


def _refusal(line: int, code: str, **details: Any) -> RegulationFileError:
    return RegulationFileError([Problem(line, None, code, details)])


class _Open:
    """A list or mapping that is still being read."""

    __slots__ = ("content", "key", "line")

    def __init__(self, content: Any, line: int) -> None:
        self.content, self.line = content, line
        self.key: str | None = None

    def take(self, node: Node) -> None:
        """Put the next node where it belongs: at the end, as a key, or under the key before it."""
        if isinstance(self.content, list):
            self.content.append(node)
        elif self.key is not None:
            self.content[self.key], self.key = node, None
        elif not isinstance(node.content, str):
            raise _refusal(node.line, "key_not_text")
        elif node.content in self.content:
            raise _refusal(node.line, "key_twice", key=node.content)
        else:
            self.key = node.content


def _built(text: str) -> Node:
    root: list[Node] = []
    stack = [_Open(root, 1)]
    for event in YAML(typ="safe", pure=True).parse(text):
        line = event.start_mark.line + 1
        _refuse_tricks(event, line)
        if isinstance(event, DocumentStartEvent) and root:
            raise _refusal(line, "one_document")
        if isinstance(event, ScalarEvent):
            stack[-1].take(Node(str(event.value), line))
        elif isinstance(event, (MappingStartEvent, SequenceStartEvent)):
            if len(stack) > DEEPEST:
                raise _refusal(line, "too_deep", most=DEEPEST)
            stack.append(_Open({} if isinstance(event, MappingStartEvent) else [], line))
        elif isinstance(event, (MappingEndEvent, SequenceEndEvent)):
            closed = stack.pop()
            stack[-1].take(Node(closed.content, closed.line))
    if not root:
        raise _refusal(1, "file_empty")
    return root[0]


def _refuse_tricks(event: Event, line: int) -> None:
    """Raises RegulationFileError for what this format has no use for."""
    if isinstance(event, AliasEvent) or getattr(event, "anchor", None):
        raise _refusal(line, "alias_refused")
    if getattr(event, "tag", None):
        raise _refusal(line, "tag_refused", tag=str(getattr(event, "tag", "")))
