"""Two versions of a regulation side by side: what was added, what is gone, and each amount that differs with by how much."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from flask import abort, render_template, request

from booking.clock import now
from booking.queries.regulations.page import RegulationPage, regulation_page, versions_of
from booking.rules.periods import local
from booking.rules.regulations import paid, paired, same_group, same_number, same_subject
from booking.rules.tariffs import Article, Regulation, article_to_plain
from booking.web.access import requires
from booking.web.extensions import db
from booking.web.language import language
from booking.web.regulations.annex import Cell, cell
from booking.web.regulations.blueprint import pages
from booking.web.regulations.reading import ID
from booking.web.regulations.telling import names
from booking.web.session import current_actor
from booking.words.moments import plain_day
from booking.words.numbers import decimal
from booking.words.tariffs.written import choice, conditions, kind_title, term_title, who_belongs

HEADER = ("title", "scope", "organ", "delegation", "decided_on", "decision", "valid_from", "valid_until", "prices_by", "vat")


@dataclass(frozen=True, slots=True)
class Change:
    """Something before and after in words; equal where nothing changed, None where one of the versions lacks it."""

    name: str
    before: str | None
    after: str | None

    @property
    def sort(self) -> str:
        """`same`, `added`, `gone` or `changed`."""
        if self.before == self.after:
            return "same"
        return "added" if self.before is None else "gone" if self.after is None else "changed"


@dataclass(frozen=True, slots=True)
class CellChange:
    """What a group pays before and after; `by` is the difference in percent where both are one amount."""

    before: Cell | None
    after: Cell | None
    by: str = ""

    @property
    def same(self) -> bool:
        """True when the group pays the same in both."""
        return self.before == self.after


@dataclass(frozen=True, slots=True)
class ArticleChange:
    """One article of either version: its number and title before and after, its conditions, and a cell for each group of both."""

    number: Change
    title: Change
    kind: str
    conditions: tuple[Change, ...]
    cells: tuple[CellChange, ...]

    @property
    def sort(self) -> str:
        """`added`, `gone`, `changed` or `same`."""
        if self.title.sort in ("added", "gone"):
            return self.title.sort
        differs = self.title.sort != "same" or self.number.sort != "same" or self.conditions or not all(each.same for each in self.cells)
        return "changed" if differs else "same"


@pages.get(f"/{ID}/naast")
@requires("regulation.read")
def compare(regulation: int) -> str:
    """This version beside `?met=` another of the same owner; beside the one that it succeeds when nothing is said."""
    session, actor, today = db.session(), current_actor(), local(now()).date()
    found = regulation_page(session, actor, regulation, today)
    others = [row for row in versions_of(session, actor, found.authority, today) if row.id != regulation]
    asked = request.args.get("met", "")
    chosen = next((row.id for row in others if str(row.id) == asked), found.succeeds[0] if found.succeeds and not asked else None)
    earlier = regulation_page(session, actor, chosen, today) if chosen else None
    if asked and earlier is None:
        abort(404)
    told = _compared(earlier, found) if earlier else {}
    return render_template("regulations/compare.html", found=found, earlier=earlier, others=others, **told)


def _compared(earlier: RegulationPage, later: RegulationPage) -> dict[str, Any]:
    """What the page says; nothing when one of both is too unfinished to be read."""
    old, new = earlier.proof.regulation, later.proof.regulation
    if old is None or new is None:
        return {}
    pairs = paired(old.groups, new.groups, same_group)
    groups = [
        Change(
            (after or before).title,  # type: ignore[union-attr]
            who_belongs(before, language()) if before else None, who_belongs(after, language()) if after else None,
        )
        for before, after in pairs
    ]  # fmt: skip
    codes = [(after or before).code for before, after in pairs]  # type: ignore[union-attr]
    articles = [
        _article(old, new, before, after, codes) for before, after in paired(old.articles, new.articles, same_number, same_subject)
    ]
    return {"header": list(_header(earlier, later)), "groups": groups, "articles": articles}


def _header(earlier: RegulationPage, later: RegulationPage) -> Iterator[Change]:
    """What differs about the regulation itself; a draft has no decision yet, which is no difference."""
    for name in HEADER:
        before, after = (_said(name, page.plain.get(name)) for page in (earlier, later))
        if before != after and (after or later.published):
            yield Change(term_title("header", "", name, language()), before or None, after or None)


def _said(name: str, given: Any) -> str:
    """A field of the header as people write it."""
    text = str(given or "")
    try:
        return plain_day(date.fromisoformat(text), language())
    except ValueError:
        return choice("header", name, text, language()) if text else ""


def _article(old: Regulation, new: Regulation, before: Article | None, after: Article | None, codes: list[str]) -> ArticleChange:
    either = after or before
    assert either is not None  # noqa: S101 - a pair holds at least one
    said = [_conditions(regulation, article) for regulation, article in ((old, before), (new, after))]
    told = [Change(name, said[0].get(name), said[1].get(name)) for name in dict.fromkeys([*said[0], *said[1]])]
    return ArticleChange(
        Change("", before.number if before else None, after.number if after else None),
        Change("", before.title if before else None, after.title if after else None),
        kind_title(either.kind, language()),
        tuple(each for each in told if each.sort != "same") if before and after else (),
        tuple(_cell(old, new, before, after, code) for code in codes),
    )


def _conditions(regulation: Regulation, article: Article | None) -> dict[str, str]:
    titles = {**names(), **{group.code: group.title for group in regulation.groups}}
    return {each.title: each.said for each in conditions(article_to_plain(article), language(), titles)} if article else {}


def _cell(old: Regulation, new: Regulation, before: Article | None, after: Article | None, code: str) -> CellChange:
    was = cell(old, before, code, language()) if before else None
    becomes = cell(new, after, code, language()) if after else None
    if was is None or becomes is None or was == becomes or before is None or after is None:
        return CellChange(was, becomes)
    return CellChange(was, becomes, _by(dict(paid(old, before, code).cents), dict(paid(new, after, code).cents)))


def _by(was: dict[str, Decimal], becomes: dict[str, Decimal]) -> str:
    """`+ 20 %` when a single amount went up by a fifth."""
    if len(was) != 1 or was.keys() != becomes.keys():
        return ""
    (first,), (second,) = was.values(), becomes.values()
    if not first or first == second:
        return ""
    percent = ((second - first) * 100 / first).quantize(Decimal("0.1")).normalize()
    return f"{'+' if percent > 0 else '−'} {decimal(abs(percent), language())} %"
