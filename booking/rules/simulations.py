"""What another regulation would have asked: two prices of the same dossiers, laid side by side and summed by whom and for what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from heapq import nlargest, nsmallest

from booking.rules.tariffs import NEEDS_DESK, Quote

WHOLE = ""
"""The category of what is asked of a dossier as a whole: a minimum, a discount."""
SHOWN = 10
"""How many of those who would pay most more, and most less, are told."""


@dataclass(frozen=True, slots=True)
class Side:
    """What is asked of a dossier, in cents: `nets` by category, without VAT, and `total` with it; the deposit apart.

    `unpriced` holds (category, group) of each line that has no price: a dossier with one cannot be compared.
    """

    group: str
    nets: Mapping[str, int]
    total: int
    deposit: int
    unpriced: tuple[tuple[str, str], ...] = ()

    @property
    def net(self) -> int:
        """All of it, without VAT."""
        return sum(self.nets.values())


def side_of(priced: Quote, categories: Mapping[int, str]) -> Side:
    """A quote by the category of each of its lines; `categories` by line number."""
    nets: dict[str, int] = {}
    for line in priced.lines:
        category = WHOLE if line.line is None else categories[line.line]
        nets[category] = nets.get(category, 0) + line.amount
    unpriced: tuple[tuple[str, str], ...] = ()
    if priced.warnings:
        unpriced = tuple(
            (categories.get(notice.line or 0, WHOLE), str(notice.details.get("group", priced.group or "")))
            for notice in priced.warnings
            if notice.code in NEEDS_DESK
        )  # fmt: skip
    return Side(priced.group or "", nets, priced.total, priced.deposit, unpriced)


def unpriceable(group: str = "") -> Side:
    """What a regulation that cannot be applied to a borrower asks: nothing that can be compared."""
    return Side("", {}, 0, 0, ((WHOLE, group),))


@dataclass(frozen=True, slots=True)
class Effect:
    """A dossier on both sides. `kind` is the kind of borrower."""

    dossier: int
    kind: str
    before: Side
    after: Side

    @property
    def difference(self) -> int:
        """What its borrower would pay more, VAT included; less when negative."""
        return self.after.total - self.before.total

    @property
    def is_comparable(self) -> bool:
        """True when both sides have a price for every line."""
        return not self.before.unpriced and not self.after.unpriced


@dataclass(slots=True)
class Tally:
    """Dossiers and what both sides ask of them, in cents; how many would pay more and how many less."""

    dossiers: int = 0
    before: int = 0
    after: int = 0
    more: int = 0
    less: int = 0

    def add(self, before: int, after: int) -> None:
        """Count one more."""
        self.dossiers += 1
        self.before += before
        self.after += after
        if after > before:
            self.more += 1
        elif after < before:
            self.less += 1

    @property
    def difference(self) -> int:
        """What the second side asks more, in cents."""
        return self.after - self.before

    @property
    def same(self) -> int:
        """How many would pay what they pay now."""
        return self.dossiers - self.more - self.less

    @property
    def share(self) -> float | None:
        """The difference as a part of what the first side asks; None where that asks nothing."""
        return self.difference / self.before if self.before else None


@dataclass(slots=True)
class Summary:
    """All dossiers together. Nets in `whole` and in the tallies by kind of borrower, by group of the second side, by category, and by the
    pair of groups of who changes group; totals in `paid`; `deposits` apart.

    `apart` are the dossiers that cannot be compared, and stand in no other figure, with what the first side asks of them where it can;
    `gaps` counts their lines without a price by (side, category, group).
    """

    whole: Tally = field(default_factory=Tally)
    paid: Tally = field(default_factory=Tally)
    deposits: Tally = field(default_factory=Tally)
    kinds: dict[str, Tally] = field(default_factory=dict)
    groups: dict[str, Tally] = field(default_factory=dict)
    categories: dict[str, Tally] = field(default_factory=dict)
    moves: dict[tuple[str, str], Tally] = field(default_factory=dict)
    apart: Tally = field(default_factory=Tally)
    gaps: dict[tuple[str, str, str], int] = field(default_factory=dict)
    dearer: list[Effect] = field(default_factory=list)
    cheaper: list[Effect] = field(default_factory=list)


def summed(effects: Iterable[Effect]) -> Summary:
    """The effects as sums, with those who would pay most more and most less, the greatest difference first."""
    found, compared = Summary(), []
    for effect in effects:
        if effect.is_comparable:
            compared.append(effect)
            _count(found, effect)
        else:
            _set_apart(found, effect)
    found.dearer = nlargest(SHOWN, (each for each in compared if each.difference > 0), key=lambda each: (each.difference, -each.dossier))
    found.cheaper = nsmallest(SHOWN, (each for each in compared if each.difference < 0), key=lambda each: (each.difference, each.dossier))
    return found


def _count(found: Summary, effect: Effect) -> None:
    before, after = effect.before, effect.after
    nets = before.net, after.net
    found.whole.add(*nets)
    found.paid.add(before.total, after.total)
    found.deposits.add(before.deposit, after.deposit)
    _tally(found.kinds, effect.kind).add(*nets)
    _tally(found.groups, after.group).add(*nets)
    for category in {**before.nets, **after.nets}:
        _tally(found.categories, category).add(before.nets.get(category, 0), after.nets.get(category, 0))
    if before.group != after.group:
        move = (before.group, after.group)
        if (moved := found.moves.get(move)) is None:
            moved = found.moves[move] = Tally()
        moved.add(*nets)


def _tally(tallies: dict[str, Tally], key: str) -> Tally:
    found = tallies.get(key)
    if found is None:
        found = tallies[key] = Tally()
    return found


def _set_apart(found: Summary, effect: Effect) -> None:
    found.apart.add(effect.before.net, effect.after.net)
    for name, side in (("before", effect.before), ("after", effect.after)):
        for category, group in side.unpriced:
            found.gaps[name, category, group] = found.gaps.get((name, category, group), 0) + 1
