"""The answer of a simulation as JSON keeps it, and back."""

from __future__ import annotations

from dataclasses import astuple, dataclass
from typing import Any

from booking.rules.simulations import Effect, Side, Summary, Tally

_BY_NAME = ("kinds", "groups", "categories")
_SINGLE = ("whole", "paid", "deposits", "apart")
_MOST = ("dearer", "cheaper")


@dataclass(frozen=True, slots=True)
class Names:
    """What both regulations call their groups, by code."""

    before: dict[str, str]
    after: dict[str, str]


def summary_to_plain(found: Summary) -> dict[str, Any]:
    """The sums as JSON."""
    return {
        **{name: astuple(getattr(found, name)) for name in _SINGLE},
        **{name: {key: astuple(tally) for key, tally in getattr(found, name).items()} for name in _BY_NAME},
        **{name: [effect_to_plain(each) for each in getattr(found, name)] for name in _MOST},
        "moves": [[*pair, astuple(tally)] for pair, tally in found.moves.items()],
        "gaps": [[*gap, count] for gap, count in found.gaps.items()],
    }


def summary_from_plain(plain: dict[str, Any]) -> Summary:
    """The sums as they were made."""
    return Summary(
        **{name: Tally(*plain[name]) for name in _SINGLE},
        **{name: {key: Tally(*tally) for key, tally in plain[name].items()} for name in _BY_NAME},
        **{name: [effect_from_plain(each) for each in plain[name]] for name in _MOST},
        moves={(before, after): Tally(*tally) for before, after, tally in plain["moves"]},
        gaps={(side, category, group): count for side, category, group, count in plain["gaps"]},
    )


def effect_to_plain(effect: Effect) -> list[Any]:
    """A dossier on both sides, short: a year has thousands."""
    return [effect.dossier, effect.kind, *([s.group, s.nets, s.total, s.deposit, s.unpriced] for s in (effect.before, effect.after))]


def effect_from_plain(plain: list[Any]) -> Effect:
    """A dossier on both sides."""
    dossier, kind, before, after = plain
    return Effect(dossier, kind, _side(*before), _side(*after))


def _side(group: str, nets: dict[str, int], total: int, deposit: int, unpriced: list[list[str]]) -> Side:
    return Side(group, nets, total, deposit, tuple((category, of) for category, of in unpriced))
