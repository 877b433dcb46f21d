"""A dossier over several tariffs: a new regulation, or new figures of an index, within the stay or between its lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from booking.rules.periods import local
from booking.rules.tariffs.kinds.charge import Stay
from booking.rules.tariffs.objects import LineUsage, Notice, Quote, QuoteLine, Usage
from booking.rules.tariffs.payers import payer_of
from booking.rules.tariffs.prepared import Era, Prepared
from booking.rules.tariffs.pricing import Dossier, Found, counted
from booking.rules.tariffs.totals import summed, vat_taken_out


class _Edition(NamedTuple):
    """An era between two figures of its index; `number` is that of the era in what was given."""

    number: int
    era: Era


def quote_across(eras: Sequence[Era], usage: Usage) -> tuple[tuple[int, Quote], ...]:
    """What each era asks of a dossier: (its index in `eras`, its quote), in the order of use; none for a line that no era begins.

    A line belongs to the era of its first day of use, or of booking where the regulation says so. That era asks for what counts once:
    pieces, measures, forfaits, deposits, a base period, a flat price, and what looks at the whole dossier. Articles priced by time
    (`Kind.timed`) are asked day by day, by the era in force on each: an hour or part belongs to the day on which it starts, the second day
    stays the second over the change, a week or weekend costs what it does on its first day, a maximum is that of each day's era with what
    was asked before the change counted in it. Where the first era prices the hire by the piece, later ones ask no hire. Days without an
    era, or whose era has no price by the day, are the notice `no_price`. With `across_change: first_day` the first era prices it all.

    `eras` follow each other in time. Raises TariffError as `quote` does.
    """
    return _Succession(eras, usage).quotes()


def _editions(eras: Sequence[Era]) -> Iterator[_Edition]:
    for number, era in enumerate(eras):
        editions = era.prepared.editions or (Era(era.prepared, era.first, era.last),)
        last_one = len(editions) - 1
        for index, edition in enumerate(editions):
            first = max(edition.first, era.first) if index else era.first
            last = era.last if index == last_one or edition.last is None else min(edition.last, era.last or edition.last)
            if last is None or first <= last:
                yield _Edition(number, Era(edition.prepared, first, last))


class _Succession:
    """The editions in force, and what each of them asked so far."""

    def __init__(self, eras: Sequence[Era], usage: Usage) -> None:
        self.editions = list(_editions(eras))
        self.usage = usage
        self.counts = counted(usage.lines)
        self.lines: dict[int, list[QuoteLine]] = {}
        self.deposits: dict[int, list[QuoteLine]] = {}
        self.notices: dict[int, list[Notice]] = {}
        self.groups: dict[int, str | None] = {}

    def quotes(self) -> tuple[tuple[int, Quote], ...]:
        """One quote for each era that asks something."""
        homes: dict[int, list[tuple[int, LineUsage]]] = {}
        for line in sorted(self.usage.lines, key=lambda line: line.use.start):
            if (home := self._home(line)) is not None:
                homes.setdefault(self.editions[home].number, []).append((home, line))
        for number, members in homes.items():
            self._read(number, sorted(members, key=lambda member: member[1].number), self.editions[members[0][0]].era.prepared)
        return tuple((number, self._quote(number)) for number in self.groups)

    def _quote(self, number: int) -> Quote:
        lines = self.lines.get(number, [])
        deposits = [] if self.usage.cancelled_on else self.deposits.get(number, [])
        return summed(self.groups[number], [*lines, *vat_taken_out(lines)], deposits, self.notices.get(number, []))

    def _home(self, line: LineUsage) -> int | None:
        """Index of the edition that a line belongs to."""
        use = local(line.use.start).date()
        for index, (_, era) in enumerate(self.editions):
            day = self.usage.booked_on if era.prepared.regulation.prices_by == "booking" else use
            if era.first <= day and (era.last is None or day <= era.last):
                return index
        return None

    def _read(self, number: int, members: Sequence[tuple[int, LineUsage]], first: Prepared) -> None:
        """The dossier of the lines that belong to one era, its own articles about the whole applied to all of it."""
        mine = replace(self.usage, lines=tuple(line for _, line in members))
        dossier = Dossier(first, mine, self.counts)
        self.groups.setdefault(number, dossier.payer.group)
        for home, line in members:
            self._read_line(dossier, home, line)
        before = len(dossier.lines)
        dossier.correct()
        self.lines.setdefault(number, []).extend(dossier.lines[before:])
        self.deposits.setdefault(number, []).extend(dossier.deposits)
        self.notices.setdefault(number, []).extend(dossier.notices)

    def _read_line(self, dossier: Dossier, home: int, line: LineUsage) -> None:
        stays = list(self._stays(home, line))
        if not stays:
            self._kept(dossier, home, line, None)
            return
        hire = True
        for index, stay in stays:
            found = self._kept(dossier, index, line, stay, hire=hire)
            hire = hire and found.timed
        dossier.hold(line, self.editions[home].era.prepared)
        last = stays[-1][1].last
        if hire and last is not None and last < _last_day(self.editions[home].era.prepared, line):
            dossier.notices.append(Notice("no_price", line.number, {"group": dossier.payer.group or ""}))

    def _stays(self, home: int, line: LineUsage) -> Iterator[tuple[int, Stay]]:
        """The editions that price days of a line, one after the other; none where the first prices all of it."""
        carried: dict[tuple[object, ...], int] = {}
        last_day = _last_day(self.editions[home].era.prepared, line)
        era = self.editions[home].era
        regulation = era.prepared.regulation
        whole = regulation.prices_by == "booking" or regulation.across_change == "first_day"
        if whole or era.last is None or last_day <= era.last:
            return
        yield home, Stay(era.first, era.last, True, carried)
        for index, (_, following) in enumerate(self.editions[home + 1 :], home + 1):
            if era.last is None or following.first > last_day or following.first != era.last + timedelta(days=1):
                return
            yield index, Stay(following.first, following.last, False, carried)
            era = following

    def _kept(self, dossier: Dossier, index: int, line: LineUsage, stay: Stay | None, *, hire: bool = True) -> Found:
        """What an edition asks of a line, kept under the era that it is of."""
        number, era = self.editions[index]
        before = len(dossier.lines)
        found = dossier.read(line, era.prepared, stay, hire=hire)
        self.groups.setdefault(number, payer_of(era.prepared, self.usage.borrower).group)
        self.lines.setdefault(number, []).extend(dossier.lines[before:])
        return found


def _last_day(prepared: Prepared, line: LineUsage) -> date:
    """The last day that articles priced by the day look at; the last of use where there are none."""
    looked_at = {clause.terms["period"] for clause in prepared.clauses(line.category, line.asset)[0] if clause.kind.timed} or {"use"}
    end = max(getattr(line, name).end for name in looked_at)
    return local(end - timedelta(seconds=1)).date()
