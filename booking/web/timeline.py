"""How far something is on its way, and everything that happened to it, in the order in which it happened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from booking.queries.overview import DossierView, LineView, Overview
from booking.rules.lifecycle import LineState

_S = LineState
STAGES: tuple[tuple[str, frozenset[LineState]], ...] = (
    ("asked", frozenset({_S.OPTION, _S.REQUESTED, _S.PROPOSED})),
    ("decided", frozenset({_S.APPROVED})),
    ("handed_over", frozenset({_S.HANDED_OVER})),
    ("returned", frozenset({_S.RETURNED})),
    ("closed", frozenset({_S.CLOSED})),
)
ENDED = frozenset({_S.REFUSED, _S.CANCELLED, _S.EXPIRED, _S.NO_SHOW})


@dataclass(frozen=True, slots=True)
class Stage:
    """A stop on the way; `at` the first moment at which a line came there, None before."""

    code: str
    at: datetime | None
    done: bool
    here: bool


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happened: `kind` is move, decision, price or accepted; `code` the state or act; `who` a name where it may be told;
    `aside` what was set aside, with the reasons.
    """

    at: datetime
    kind: str
    code: str
    party: str
    who: str = ""
    line: LineView | None = None
    reason: str = ""
    total: int = 0
    aside: Sequence[Mapping[str, Any]] = ()


def stages(lines: Sequence[LineView]) -> list[Stage]:
    """The way of what one authority lends, as far as the line that is least far; nothing when all of it came to an early end."""
    going = [line for line in lines if line.state not in ENDED]
    if not going:
        return []
    reached = min(_place(line.state) for line in going)
    return [Stage(code, _first(going, states), place <= reached, place == reached) for place, (code, states) in enumerate(STAGES)]


def _place(state: LineState) -> int:
    return next((place for place, (_code, states) in enumerate(STAGES) if state in states), 0)


def _first(lines: Iterable[LineView], states: frozenset[LineState]) -> datetime | None:
    return min((move["at"] for line in lines for move in line.moves if move["to_state"] in states), default=None)


def history(seen: Overview) -> list[Happening]:
    """Every step of every line, every decision that moved none, and every price; oldest first. Names only of one's own side."""
    found = [each for dossier in seen.dossiers for each in (*_prices(dossier), *_steps(seen, dossier))]
    return sorted(found, key=lambda each: each.at)


def _steps(seen: Overview, dossier: DossierView) -> Iterator[Happening]:
    for line in dossier.lines:
        moved = {move["at"] for move in line.moves}
        aside = {each["at"]: _set_aside(each["findings"]) for each in line.decisions}
        for move in line.moves:
            name, overruled = _name(seen, dossier, move), aside.get(move["at"], ())
            yield Happening(move["at"], "move", move["to_state"], move["party"], name, line, move["reason"], aside=overruled)
        for each in line.decisions:
            if each["at"] not in moved and each["act"] != "hand_over":
                party = "borrower" if each["act"] in ("amend", "accept", "decline", "request") else "desk"
                yield Happening(each["at"], "decision", each["act"], party, "", line, each["reason"], aside=aside[each["at"]])


def _set_aside(findings: Iterable[Mapping[str, Any]] | None) -> list[Mapping[str, Any]]:
    """What stood in the way and was set aside, each with its reason under `set_aside`."""
    return [finding for finding in findings or () if finding.get("set_aside")]


def _name(seen: Overview, dossier: DossierView, move: object) -> str:
    """The person behind a step, for their own side: a borrower reads the names of its people, a desk those of its colleagues."""
    account, party = move["account_id"], move["party"]  # type: ignore[index]
    own = (seen.mine and (party == "borrower" or account == seen.asked_by)) or (dossier.mine_to_decide and party in ("desk", "depot"))
    return seen.people.get(account, "") if own and account else ""


def _prices(dossier: DossierView) -> Iterator[Happening]:
    for quote in dossier.quotes:
        if quote.created_at and quote.version > 1:
            yield Happening(quote.created_at, "price", dossier.authority.name, "system", total=quote.total)
            if quote.accepted_at and quote.accepted_at >= quote.created_at:  # not where an earlier, higher price was
                yield Happening(quote.accepted_at, "accepted", dossier.authority.name, "borrower", total=quote.total)
