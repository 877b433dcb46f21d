"""What an organ decided about a regulation, and how that becomes part of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from booking.rules.refusals import Refused
from booking.rules.regulations.standing import in_force_from
from booking.rules.tariffs import Answer

Plain = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Decision:
    """Which organ decided, when, under which number, by whose delegation; when and where it was published; from when until when it holds.

    Without `valid_from` it is in force on the fifth day after publication.
    """

    organ: str
    decided_on: date
    number: str
    published_on: date
    published_at: str = ""
    delegation: str = ""
    valid_from: date | None = None
    valid_until: date | None = None

    @property
    def first_day(self) -> date:
        """The day on which it enters into force."""
        return self.valid_from or in_force_from(self.published_on)


def decided(plain: Plain, decision: Decision, answers: Iterable[Answer] = ()) -> dict[str, Any]:
    """The plain object with its decision and with these answers beside those that it had; a later answer to the same goes before.

    Raises Refused, with the field, `decision_incomplete`, `published_before_decided` or `ends_before_it_begins`.
    """
    if missing := _missing(decision):
        raise Refused("decision_incomplete", field=missing[0])
    if decision.published_on < decision.decided_on:
        raise Refused("published_before_decided", field="published_on")
    if decision.valid_until is not None and decision.valid_until < decision.first_day:
        raise Refused("ends_before_it_begins", field="valid_until")
    given = {
        "organ": decision.organ.strip(), "delegation": decision.delegation.strip(), "decided_on": decision.decided_on.isoformat(),
        "decision": decision.number.strip(), "published_on": decision.published_on.isoformat(),
        "published_at": decision.published_at.strip(), "valid_from": decision.first_day.isoformat(),
        "valid_until": decision.valid_until.isoformat() if decision.valid_until else "",
    }  # fmt: skip
    kept = {name: each for name, each in plain.items() if name not in given and name != "answered"}
    told = _together(plain.get("answered") or [], answers)
    return {**kept, **{name: text for name, text in given.items() if text}, **({"answered": told} if told else {})}


def _missing(decision: Decision) -> list[str]:
    """Without these nobody can look the decision up."""
    return [name for name in ("organ", "number") if not str(getattr(decision, name)).strip()]


def _together(earlier: Iterable[Mapping[str, Any]], later: Iterable[Answer]) -> list[dict[str, Any]]:
    written = [{"warning": each.warning, "article": each.article, "at": each.at, "reason": each.reason.strip()} for each in later]
    found = {(each["warning"], each.get("article") or None, each.get("at") or ""): each for each in (*earlier, *written)}
    return [{name: text for name, text in each.items() if text} for each in found.values()]
