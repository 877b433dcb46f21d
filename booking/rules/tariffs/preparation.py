"""From a regulation to one ready to price with: references checked, percentages of groups followed once, terms turned into values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import chain, pairwise
from typing import Any

from booking.rules.tariffs.conditions import tests_of
from booking.rules.tariffs.fields import Record, value
from booking.rules.tariffs.indexation import versions
from booking.rules.tariffs.kinds import KINDS, Kind
from booking.rules.tariffs.kinds.charge import Factor, Terms
from booking.rules.tariffs.objects import ALL, Article, Group, Regulation, TariffError
from booking.rules.tariffs.prepared import Adjustment, Clause, Era, Prepared, Row
from booking.rules.tariffs.schema import ARTICLES


def prepare(regulation: Regulation) -> Prepared:
    """Make a regulation ready; a prepared one prices any number of usages.

    Raises TariffError, with the article or group concerned, for `group_twice`, `group_unknown`, `group_cycle`, `group_half_derived`,
    `article_twice`, `article_unknown`, `kind_unknown`, `term_missing`, `term_unknown`, `price_missing`, `parts_unordered`,
    `brackets_unordered`, `tiers_unordered`, `article_later`, `figures_unordered`, `base_zero`, `validity_reversed`.
    """
    prepared = _prepared(regulation)
    if not regulation.indexation:
        return prepared
    _check_indexation(regulation)
    return replace(prepared, editions=tuple(Era(_prepared(each.regulation), each.first, each.last) for each in versions(regulation)))


def _check_indexation(regulation: Regulation) -> None:
    """What single fields cannot say: a base to divide by, figures that follow each other, articles that exist."""
    known = {article.number for article in regulation.articles}
    for each in regulation.indexation:
        days = [first for first, _ in each.figures]
        if not each.base or not all(figure for _, figure in each.figures):
            raise TariffError("base_zero")
        if any(first >= second for first, second in pairwise(days)):
            raise TariffError("figures_unordered", at=next(b for a, b in pairwise(days) if a >= b).isoformat())
        for number in each.articles:
            if number not in known:
                raise TariffError("article_unknown", article=number, other=number)


def _prepared(regulation: Regulation) -> Prepared:
    """One version made ready."""
    if regulation.valid_until is not None and regulation.valid_until < regulation.valid_from:
        raise TariffError("validity_reversed", valid_from=regulation.valid_from.isoformat(), valid_until=regulation.valid_until.isoformat())
    groups = _groups(regulation)
    clauses: dict[str, list[Clause]] = {"line": [], "deposit": [], "dossier": [], "dossier_deposit": []}
    seen: set[str] = set()
    for article in regulation.articles:
        if article.number in seen:
            raise TariffError("article_twice", article=article.number)
        seen.add(article.number)
        clause = _clause(article, groups)
        clauses[clause.kind.scope].append(clause)
    _check_references(chain.from_iterable(clauses.values()), [article.number for article in regulation.articles])
    clauses["dossier"].sort(key=_is_about_withdrawing)
    hire, deposits, dossier, dossier_deposits = (tuple(each) for each in clauses.values())
    return Prepared(regulation, groups, hire, deposits, dossier, dossier_deposits)


def _is_about_withdrawing(clause: Clause) -> bool:
    """True for what is only asked or let off of who withdraws: it looks at the price as it was, its minimum in it, wherever it stands."""
    return clause.article.kind == "cancellation" or clause.terms.get("cancelled") is True


def _check_references(clauses: Iterable[Clause], numbers: Sequence[str]) -> None:
    """Every article that another names exists; one that a share is taken of stands before it."""
    for clause in clauses:
        own = clause.article.number
        for number in clause.terms.get("articles", ()):
            if number not in numbers:
                raise TariffError("article_unknown", article=own, other=number)
            if clause.kind.scope == "line" and numbers.index(number) >= numbers.index(own):
                raise TariffError("article_later", article=own, other=number)


def _groups(regulation: Regulation) -> dict[str, Group]:
    """Groups by code, every `of` known and no circle among them."""
    groups: dict[str, Group] = {}
    for group in regulation.groups:
        if group.code in groups or group.code == ALL:
            raise TariffError("group_twice", group=group.code)
        if (group.of is None) != (group.percent is None):
            raise TariffError("group_half_derived", group=group.code)
        groups[group.code] = group
    for group in groups.values():
        path = [group.code]
        while (of := groups[path[-1]].of) is not None:
            if of not in groups:
                raise TariffError("group_unknown", group=path[-1], of=of)
            if of in path:
                raise TariffError("group_cycle", group=group.code, path=[*path, of])
            path.append(of)
    return groups


def _clause(article: Article, groups: Mapping[str, Group]) -> Clause:
    kind, schema = KINDS.get(article.kind), ARTICLES.get(article.kind)
    if kind is None or schema is None:
        raise TariffError("kind_unknown", article=article.number, kind=article.kind, kinds=list(KINDS))
    terms = _terms(article, schema)
    _check_terms(article, terms)
    prices: Mapping[str, Mapping[str, Any]] = terms.get("prices") or {}
    if not prices and not kind.required:
        prices = {ALL: dict.fromkeys((*kind.columns, "percent", "of"))}
    for code in {*prices, *_named_groups(terms)} - groups.keys() - {ALL}:
        raise TariffError("group_unknown", article=article.number, of=code)
    rows: dict[str, Row] = {}
    for code in groups:
        row = _row(article, kind, prices, groups, code, ()) or (_row(article, kind, prices, groups, ALL, ()) if ALL in prices else None)
        if row is not None:
            rows[code] = row
    tests = tests_of(terms.get("when"))
    adjustments = tuple(Adjustment(tests_of(each), _adjusted(each)) for each in terms.get("adjust", ()))
    return Clause(article, kind, terms, rows, frozenset(article.targets), frozenset(terms.get("except", ())), tests, adjustments)


def _adjusted(adjust: Mapping[str, Any]) -> Factor:
    return {"code": "adjust", "percent": str(adjust["percent"]), "reason": adjust["reason"]}


def _terms(article: Article, schema: Record) -> Terms:
    """The article's terms as values; rows that reached the database by another road than the file are checked as well."""
    own = {"number", "title", "kind", "for"}
    for name in (*article.terms, *(["for"] if article.targets and "for" not in schema.fields else ())):
        if name not in schema.fields or (name in own and name in article.terms):
            known = [known for known in schema.fields if known not in own]
            raise TariffError("term_unknown", article=article.number, term=name, known=known)
    for name, each in schema.fields.items():
        if each.required and name not in own and name not in article.terms:
            raise TariffError("term_missing", article=article.number, term=name)
    only = Record({name: each for name, each in schema.fields.items() if name not in own})
    try:
        terms: Terms = value(only, article.terms)
    except (TypeError, ValueError, ArithmeticError, KeyError, AttributeError) as error:
        raise TariffError("terms_unreadable", article=article.number) from error
    return terms


def _check_terms(article: Article, terms: Terms) -> None:
    """What single fields cannot say: parts of the day, brackets and tiers run forward."""
    parts = terms.get("parts")
    if parts is not None and not _run_forward(parts):
        raise TariffError("parts_unordered", article=article.number)
    for bracket in terms.get("brackets", ()):
        if bracket["until"] is not None and bracket["until"] < bracket["from"]:
            raise TariffError("brackets_unordered", article=article.number, at=bracket["from"])
    starts = [1, *(tier["from"] for tier in terms.get("tiers", ()))]
    for first, second in pairwise(starts):
        if first >= second:
            raise TariffError("tiers_unordered", article=article.number, at=second)


def _run_forward(parts: Sequence[int | tuple[int, int]]) -> bool:
    """True for boundaries from early to late, at least two, and for parts with two ends that differ; a mixture is neither."""
    if all(isinstance(part, tuple) for part in parts):
        return all(part[0] != part[1] for part in parts if isinstance(part, tuple))
    clocks = [part for part in parts if isinstance(part, int)]
    return len(clocks) == len(parts) >= 2 and all(first < last for first, last in pairwise(clocks))


def _named_groups(terms: Terms) -> set[str]:
    """Groups that an article mentions outside its prices' first column: bases, VAT, conditions."""
    named = {row["of"] for row in (terms.get("prices") or {}).values() if row["of"] is not None}
    for condition in (terms.get("when"), *terms.get("adjust", ())):
        named |= set(condition["groups"] if condition else ())
    return named | set(terms.get("vat", ()))


def _row(
    article: Article, kind: Kind, prices: Mapping[str, Mapping[str, Any]], groups: Mapping[str, Group], code: str, path: tuple[str, ...]
) -> Row | None:
    """What a group pays by name, or else as a percentage of another. Never through `all`, which is nobody's named price.

    Raises TariffError `group_cycle` when the article's own percentages lead back to where they began.
    """
    if code in path:
        raise TariffError("group_cycle", article=article.number, group=path[0], path=[*path, code])
    given = prices.get(code)
    group = groups.get(code)
    if given is None:
        if group is None or group.of is None:
            return None
        percent, of = group.percent, group.of
    elif given["of"] is None and given["percent"] is None:
        return _named(article, kind, given, code)
    elif given["of"] is None or given["percent"] is None or any(given[column] is not None for column in kind.columns):
        raise TariffError("group_half_derived", article=article.number, group=code)
    else:
        percent, of = given["percent"], given["of"]
    base = _row(article, kind, prices, groups, of, (*path, code))
    if base is None:
        return None
    return Row(base.prices, (*base.factors, group_factor(Decimal(100) if percent is None else percent, of, groups)))


def _named(article: Article, kind: Kind, given: Mapping[str, Any], code: str) -> Row:
    for column in kind.required:
        if given[column] is None:
            raise TariffError("price_missing", article=article.number, group=code, column=column)
    return Row({column: given[column] for column in kind.columns if given[column] is not None})


def group_factor(percent: Decimal, of: str, groups: Mapping[str, Group]) -> Factor:
    """The reason 'this percentage of that group's price'."""
    return {"code": "group_percent", "percent": str(percent), "of": of, "of_title": groups[of].title if of in groups else of}
