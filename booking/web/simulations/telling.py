"""The answer of a simulation as its page and its file tell it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from booking.formats.tables import Kind
from booking.queries.simulations.runs import Outcome
from booking.rules.simulations import WHOLE, Tally
from booking.web.exports import Written
from booking.web.language import Lazy, gettext, language
from booking.web.language import lazy_gettext as _
from booking.words import label, say
from booking.words.tariffs import PROBLEMS, describe


@dataclass(frozen=True, slots=True)
class Table:
    """One way to divide the difference: what the rows are, and each with its tally."""

    code: str
    title: Lazy
    head: Lazy
    rows: list[tuple[str, Tally]]

    @property
    def widest(self) -> int:
        """The greatest difference, in cents: a bar that fills its half."""
        return max((abs(tally.difference) for _, tally in self.rows), default=0) or 1


def tables_of(found: Outcome) -> list[Table]:
    """The difference by whom and for what, where most changes first."""
    summary, names = found.summary, found.names
    moves = {f"{_group(names.before, old)} → {_group(names.after, new)}": tally for (old, new), tally in summary.moves.items()}
    kinds = {label("borrower_kind", code, language()): tally for code, tally in summary.kinds.items()}
    groups = {_group(names.after, code): tally for code, tally in summary.groups.items()}
    categories = {_category(code): tally for code, tally in summary.categories.items()}
    return [
        Table("kinds", _("Voor wie"), _("Soort ontlener"), _sorted(kinds)),
        Table("groups", _("Per tariefgroep van dit reglement"), _("Tariefgroep"), _sorted(groups)),
        Table("categories", _("Per categorie"), _("Categorie"), _sorted(categories)),
        *([Table("moves", _("Wie in een andere tariefgroep komt"), _("Van → naar"), _sorted(moves))] if moves else []),
    ]


def _sorted(rows: Mapping[str, Tally]) -> list[tuple[str, Tally]]:
    """Where most changes, first."""
    return sorted(rows.items(), key=lambda row: (-abs(row[1].difference), -row[1].before, row[0]))


def gaps_of(found: Outcome) -> list[tuple[bool, str, str, int]]:
    """What has no price: (in the regulation that is tried, category, group, how many lines), most first."""
    sides = {"before": found.names.before, "after": found.names.after}
    gaps = [
        (side == "after", _category(category), _group(sides[side], group), count)
        for (side, category, group), count in found.summary.gaps.items()
    ]
    return sorted(gaps, key=lambda gap: (not gap[0], -gap[3], gap[1]))


def _group(titles: Mapping[str, str], code: str) -> str:
    return titles.get(code) or code or gettext("geen groep")


def _category(code: str) -> str:
    return gettext("het dossier in zijn geheel") if code == WHOLE else label("category", code, language())


def why_not(outcome: Mapping[str, Any]) -> str:
    """Filter: why a simulation has no answer: the regulation's own fault, in the words of its writer, or ours."""
    code, details = outcome["code"], outcome["details"]
    return describe(code, details, language()) if code in PROBLEMS else say(code, language(), **details)


def category_names(nets: Mapping[str, int]) -> str:
    """Filter: what a dossier is about."""
    return ", ".join(_category(code) for code in nets)


def columns_of(found: Outcome) -> tuple[Written, ...]:
    """A file of (effect, its name or None) rows."""
    names = found.names
    return (
        Written(_("Reservatie"), lambda row: row[1].reference if row[1] else ""),
        Written(_("Ontlener"), lambda row: row[1].borrower if row[1] else ""),
        Written(_("Soort ontlener"), lambda row: label("borrower_kind", row[0].kind, language())),
        Written(_("Tariefgroep nu"), lambda row: _group(names.before, row[0].before.group)),
        Written(_("Tariefgroep dan"), lambda row: _group(names.after, row[0].after.group)),
        Written(_("Zonder btw nu"), lambda row: row[0].before.net, Kind.MONEY),
        Written(_("Zonder btw dan"), lambda row: row[0].after.net, Kind.MONEY),
        Written(_("Te betalen nu"), lambda row: row[0].before.total, Kind.MONEY),
        Written(_("Te betalen dan"), lambda row: row[0].after.total, Kind.MONEY),
        Written(_("Verschil"), lambda row: row[0].difference if row[0].is_comparable else None, Kind.MONEY),
        Written(_("Waarborg nu"), lambda row: row[0].before.deposit, Kind.MONEY),
        Written(_("Waarborg dan"), lambda row: row[0].after.deposit, Kind.MONEY),
    )
