"""The body of the board: for each asset a cell per column that says whether it is free, and the bars that begin in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import groupby, pairwise
from operator import attrgetter

from booking.queries.planning import Bar, Row
from booking.rules.calendar import slots_on
from booking.rules.kinds import OccupancyKind
from booking.rules.periods import local
from booking.rules.planning import PARTS, Scale, Span, gaps
from booking.web.language import language
from booking.web.planning.columns import Column, period
from booking.web.planning.links import Links
from booking.web.planning.pieces import Cell, Lane, Strip, words
from booking.words import label, moments

SHORTEST = 1800
MOST_LANES = 24
LETTER, WIDTH = 7, 1150
"""Pixels of a letter and of all columns together on an ordinary screen: near enough to choose where a label stands."""


def houses(lanes: Sequence[Lane]) -> list[tuple[str, list[Lane]]]:
    """The rows by the name of their municipality, in the order they have."""
    return [(name, list(each)) for name, each in groupby(lanes, key=attrgetter("row.house.name"))]


class Drawing:
    """Draws rows on one scale for one reader; keys of bars count on from `first_key`."""

    def __init__(self, scale: Scale, columns: Sequence[Column], links: Links, first_key: int = 0) -> None:
        self.scale, self.columns, self.links = scale, columns, links
        self.words, self.spoken, self.keys = words(), language(), first_key
        self.usual = [links.stamp(column.ask) if column.ask else "" for column in columns]
        self.closed: dict[int, list[bool]] = {}
        self.told: dict[int, str] = {}
        self.clocks: dict[int, str] = {}

    def lanes(self, rows: Sequence[Row]) -> list[Lane]:
        """Every row with its cells."""
        return [
            Lane(
                row=row,
                category=label("category", row.asset.category, self.spoken),
                href=self.links.asset(row.asset),
                css=f"l{min(row.lanes, MOST_LANES)}" + " stock" * (row.asset.units > 1) + " part" * row.depth,
                cells=self.cells(row),
            )
            for row in rows
        ]

    def cells(self, row: Row) -> list[Cell]:
        """A cell per column, the bars in the one where they begin."""
        strips: defaultdict[int, list[Strip]] = defaultdict(list)
        for bar in row.bars:
            if bar.held.start < self.scale.end and self.scale.start < bar.held.end:
                for place, strip in self.strips(row, bar):
                    strips[place].append(strip)
        ask, shut = self.links.ask(row.asset), self.shut_on(row)
        taken: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        for stretch in row.taken:
            for column in self.scale.touched(*stretch):
                taken[column].append(stretch)
        found = []
        for n, head in enumerate(self.columns):
            css = "shut" if shut[n] else ""
            if row.free is not None:
                found.append(self.stock(row.asset.units, row.free[n], ask, n, css, strips.get(n, ())))
            elif n in taken:
                found.append(self.partly(head, taken[n], ask, css, strips.get(n, ())))
            else:
                href = ask + self.usual[n] if head.ask else ""
                found.append(Cell(self.open_cell(row, head, shut[n]), href, css, None, strips.get(n, ())))
        return found

    def open_cell(self, row: Row, column: Column, shut: bool) -> str:
        """What is said of a column in which nothing is held."""
        if not column.ask:
            return self.words.was_free
        return self.words.free if not shut else self.words.hall_shut if row.asset.in_place else self.words.depot_shut

    def stock(self, units: int, left: int, ask: str, n: int, css: str, strips: Sequence[Strip]) -> Cell:
        """So many of so many: a level of eighths, full when nothing is left, shows how much is out. Of a kit there is one, or none."""
        level = f" f{max(1, 8 * (units - left) // units)}" * (left < units)
        href = ask + self.usual[n] if left and self.usual[n] else ""
        if units == 1:
            return Cell(self.words.free if left else self.words.taken, href, f"{css}{level}".strip(), None, strips)
        said = self.words.left % {"left": left, "units": units}
        return Cell(said, href, f"{css}{level}".strip(), left, strips)

    def partly(self, column: Column, taken: Sequence[tuple[int, int]], ask: str, css: str, strips: Sequence[Strip]) -> Cell:
        """A column that is taken, at least in part: what is left of it can be asked for when that is half an hour or more."""
        awake = column.awake if column.awake[0] < column.awake[1] else (0, 0)
        left = max(gaps(taken, *awake), key=lambda gap: gap[1] - gap[0], default=(0, 0))
        if left[1] - left[0] >= SHORTEST:
            said = self.words.free_between % {"start": self.clock(left[0]), "end": self.clock(left[1])}
            return Cell(said, ask + self.links.stamp(left), css, None, strips)
        return Cell(self.words.taken_until % {"when": self.until(taken[-1][1])}, "", f"{css} taken".strip(), None, strips)

    def strips(self, row: Row, bar: Bar) -> list[tuple[int, Strip]]:
        """A bar for custody, and thinner ones for what is kept free around it; each with the column it begins in."""
        start, end, *_rest = bar.held
        since, until = bar.loan.custody if bar.loan and not bar.is_change else (start, end)
        since, until = max(since, start), min(until, end)
        pieces = [(start, since, ""), (since, until, "bar"), (until, end, "")]
        return [
            (span.column, self.strip(bar, span, (begun, ended), row) if kind else Strip(self.css(bar, span, (begun, ended), "buffer")))
            for begun, ended, kind in pieces
            if begun < ended and (span := self.scale.span(begun, ended))
        ]

    def strip(self, bar: Bar, span: Span, stretch: tuple[int, int], row: Row) -> Strip:
        """The bar itself, with its label and what a screen reader says of it."""
        self.keys += 1
        text = self.text(bar, row)
        when = f"{self.when(stretch[0])} – {self.until(stretch[1])}"
        css = self.css(bar, span, stretch, "bar")
        css += f" r{bar.room}{self.beside(text, span, bar.room)}"
        move = "" if bar.is_change else self.links.move(bar.loan)
        return Strip(css, text or self.tone(bar), when, bar, self.keys, self.links.of(bar.loan) or self.links.behind(bar.incident), move)

    def beside(self, text: str, span: Span, room: int) -> str:
        """A label stands behind a bar that is too short for it, when there is more room for it there."""
        column, wanted = WIDTH / self.scale.columns, LETTER * len(text)
        inside = column * (span.columns + span.parts / PARTS)
        behind = column * room / 4 - inside
        return " out" * (inside < min(wanted, 4 * LETTER) < behind or inside < wanted / 2 < wanted < behind)

    def css(self, bar: Bar, span: Span, stretch: tuple[int, int], kind: str) -> str:
        """Where it stands: its lane, the part it begins at, its length in columns and parts; and what lies beyond an edge."""
        edges = " from" * (stretch[0] < self.scale.start) + " on" * (stretch[1] > self.scale.end)
        return f"{kind} {bar.tone} t{min(bar.lane, MOST_LANES - 1)} a{span.offset} d{span.columns} p{span.parts}{edges}"

    def text(self, bar: Bar, row: Row) -> str:
        """The event of a bar, for who may know it: of a loan, or in the calendar of others that takes the asset."""
        if bar.loan is None:
            imported = bar.incident if bar.held.kind == OccupancyKind.IMPORTED else None
            return imported.title or imported.note if imported else ""
        units = f"{bar.held.units} × " if row.asset.units > 1 else ""
        return f"{units}{bar.loan.event or bar.loan.borrower}"

    def tone(self, bar: Bar) -> str:
        """The tone of a bar as a word."""
        if bar.incident:
            return label("occupancy", bar.held.kind, self.spoken)
        return self.words.tones.get(bar.tone, self.words.taken)

    def until(self, moment: int) -> str:
        """The end of a stretch; what ends beyond the board may last longer than is read, and is said so."""
        if moment > self.scale.end:
            return self.words.after % {"day": moments.short_day(self.columns[-1].day, self.spoken)}
        return self.when(moment)

    def when(self, moment: int) -> str:
        """`za 12 juni 14:00`; many bars begin and end at the same hours."""
        if moment not in self.told:
            here = local(datetime.fromtimestamp(moment, UTC))
            self.told[moment] = f"{moments.short_day(here.date(), self.spoken)} {here:%H:%M}"
        return self.told[moment]

    def clock(self, moment: int) -> str:
        """`14:00`; in the hour that is shown twice also which of the two."""
        if moment not in self.clocks:
            self.clocks[moment] = moments.clock(datetime.fromtimestamp(moment, UTC), self.spoken)
        return self.clocks[moment]

    def shut_on(self, row: Row) -> list[bool]:
        """For each column whether the place of the asset stays shut all along; asked once per place."""
        if row.depot.id not in self.closed:
            calendar, bounds = row.depot.calendar, [period(pair) for pair in pairwise(self.scale.bounds)]
            self.closed[row.depot.id] = [
                not any(slot.overlaps(bound) for slot in slots_on(calendar, column.day))
                for column, bound in zip(self.columns, bounds, strict=True)
            ]
        return self.closed[row.depot.id]
