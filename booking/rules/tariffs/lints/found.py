"""One thing that a regulation leaves open, and the name by which an answer knows it again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from booking.rules.tariffs.objects import Json


@dataclass(frozen=True, slots=True)
class Lint:
    """A gap, an overlap or a rule that nobody meets; `article` is None where no single article is meant."""

    code: str
    article: str | None = None
    details: Mapping[str, Json] = field(default_factory=dict)

    @property
    def at(self) -> str:
        """Where it is, in a few words that stay the same as long as the text does: `40`, `22:00-08:00`, `hours 5`, `late`."""
        details = self.details
        words = [str(details[name]) for name in ("group", "measure", "year", "days", "at") if details.get(name) is not None]
        if "from" in details:
            first, last = details["from"], details.get("until")
            words.append(f"{first}" if first == last else f"{first}+" if last is None else f"{first}-{last}")
        return " ".join(words)

    @property
    def key(self) -> tuple[str, str | None, str]:
        """What an answer names it by."""
        return self.code, self.article, self.at
