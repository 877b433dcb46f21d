"""What is wrong with a regulation file, and where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault: the line it is on (from 1), the article or example it is in, and a code with details for `booking/words`."""

    line: int
    article: str | None
    code: str
    details: Mapping[str, Any] = field(default_factory=dict)


class RegulationFileError(ValueError):
    """A file that is not a regulation; `problems` lists every fault found, in the order of the file. Nothing of it may be used."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("; ".join(f"line {each.line}: {each.code} {dict(each.details)}" for each in problems))
        self.problems = tuple(problems)
