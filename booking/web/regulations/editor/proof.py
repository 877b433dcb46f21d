"""What a draft computes as it stands on the screen: its worked examples, who falls where, and what still keeps it from computing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from booking.rules.regulations.drafts import NEVER
from booking.rules.tariffs import (
    Applicant,
    Article,
    Example,
    ExampleResult,
    Group,
    Prepared,
    Quote,
    Regulation,
    TariffError,
    article_from_plain,
    example_from_plain,
    from_plain,
    group_from_plain,
    group_of,
    lints,
    prepare,
    quote,
)
from booking.rules.tariffs.schema import ARTICLES, HEADER
from booking.web.regulations.editor.reading import Faults
from booking.web.regulations.editor.unfinished import UNFINISHED, finished, lacking
from booking.words.tariffs import advise, describe
from booking.words.tariffs.written import column, term_title, typical_borrower

TYPICAL: Mapping[str, Applicant] = {
    "own_service": Applicant("authority", "own"),
    "recognised": Applicant("association", "own", frozenset({"culture"})),
    "association": Applicant("association", "own"),
    "association_elsewhere": Applicant("association"),
    "school": Applicant("school", "own"),
    "resident": Applicant("resident", "own"),
    "resident_elsewhere": Applicant("resident"),
    "company": Applicant("company"),
    "co_owner": Applicant("authority", "co-owner"),
    "partner": Applicant("authority", "partner"),
    "reciprocal": Applicant("authority", reciprocal=True),
    "authority": Applicant("authority"),
}
"""Borrowers as a town knows them, to see who falls where."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one example came out: `right`, `wrong`, `open` (nothing is expected yet) or `unready` (it cannot be computed yet)."""

    state: str
    quote: Quote | None = None
    results: tuple[ExampleResult, ...] = ()
    problem: str = ""

    def computed(self, name: str) -> int | None:
        """The computed cents of `net`, `vat`, `total` or `deposit`."""
        return getattr(self.quote, name) if self.quote else None


@dataclass(frozen=True, slots=True)
class Proof:
    """A draft computed: an outcome per example in its order, `problems` by article position (None for the whole), and advice.

    `untried` are the numbers of articles, and the titles of groups with a price, of which no example speaks.
    """

    outcomes: tuple[Outcome, ...]
    prepared: Prepared | None
    problems: tuple[tuple[int | None, str], ...] = ()
    advice: tuple[str, ...] = ()
    falls: tuple[tuple[str, str | None], ...] = ()
    groups: tuple[Group, ...] = ()
    untried: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())

    def count(self, state: str) -> int:
        """How many examples came out so."""
        return sum(outcome.state == state for outcome in self.outcomes)

    @property
    def holds(self) -> bool:
        """True when there are examples and each computes to the cent, with no article left out."""
        return bool(self.outcomes) and self.count("right") == len(self.outcomes) and not self.problems


@dataclass(slots=True)
class _Workable:
    """A regulation with only what can be computed, and why the rest cannot."""

    articles: dict[int, Article] = field(default_factory=dict)
    problems: list[tuple[int | None, str]] = field(default_factory=list)
    prepared: Prepared | None = None


def prove(plain: Mapping[str, Any], faults: Faults, language: str) -> Proof:
    """Compute a draft, however unfinished: what cannot be read yet is left out and named, the rest computes."""
    groups = tuple(_groups(plain))
    work = _workable(plain, groups, language)
    outcomes = tuple(
        _outcome(work.prepared, example, f"examples:@{number}", faults, language) for number, example in enumerate(plain["examples"])
    )
    if work.prepared is None:
        return Proof(outcomes, None, tuple(work.problems), (), _falls(groups, language), groups)
    advice = tuple(dict.fromkeys(advise(lint, language) for lint in _lints(work.prepared.regulation)))
    untried = _untried(work.prepared, outcomes)
    return Proof(outcomes, work.prepared, tuple(work.problems), advice, _falls(groups, language), groups, untried)


def _untried(prepared: Prepared, outcomes: tuple[Outcome, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Articles that no example's price cites, and groups with a price to which no example's borrower belongs."""
    quotes = [outcome.quote for outcome in outcomes if outcome.quote]
    cited = {line.article for priced in quotes for line in (*priced.lines, *priced.deposits)}
    paying = {priced.group for priced in quotes}
    clauses = (*prepared.hire, *prepared.deposits, *prepared.dossier, *prepared.dossier_deposits)
    pricing = {code for clause in clauses for code in clause.rows}
    articles = tuple(clause.article.number for clause in clauses if clause.article.number not in cited)
    groups = prepared.regulation.groups
    return articles, tuple(group.title for group in groups if group.who and group.code in pricing - {code for code in paying if code})


def _groups(plain: Mapping[str, Any]) -> list[Group]:
    return [group_from_plain({"title": "…", **group}) for group in plain["groups"] if group.get("code")]


def _lints(regulation: Regulation) -> Sequence[Any]:
    try:
        return lints(regulation)
    except UNFINISHED:  # it looks at terms that a draft may lack
        return ()


def _workable(plain: Mapping[str, Any], groups: tuple[Group, ...], language: str) -> _Workable:
    """Leave out one article after the other until the rest can be prepared."""
    work, titles = _Workable(), {group.code: group.title for group in groups}
    _begin(work, plain, language)
    header = finished(HEADER, {name: each for name, each in plain.items() if name in HEADER})
    while True:
        try:
            regulation = from_plain({"title": "…", "owner": "", "valid_from": NEVER.isoformat(), **header, "groups": [], "articles": []})
            work.prepared = prepare(_with(regulation, groups, tuple(work.articles.values())))
            return work
        except TariffError as error:
            said = describe(error.code, _humanly(error, work, titles, language), language)
            left_out = _position(error, work)
            work.problems.append((left_out, said))
            if left_out is None:
                return work
            del work.articles[left_out]


def _begin(work: _Workable, plain: Mapping[str, Any], language: str) -> None:
    """Take up every article of which no row was left unfinished."""
    for position, article in enumerate(plain["articles"]):
        if article.get("kind") not in ARTICLES:
            continue
        number = article.get("number", f"§{position + 1}")
        missing = next(lacking(ARTICLES[article["kind"]].fields, article), None)
        if missing:
            term = term_title(article["kind"], *missing, language)
            work.problems.append((position, describe("term_missing", {"article": number, "term": term}, language)))
        else:
            work.articles[position] = article_from_plain({"title": "…", **article, "number": number})


def _with(regulation: Regulation, groups: tuple[Group, ...], articles: tuple[Article, ...]) -> Regulation:
    values = {name: getattr(regulation, name) for name in regulation.__dataclass_fields__}
    return Regulation(**{**values, "groups": groups, "articles": articles})


def _position(error: TariffError, work: _Workable) -> int | None:
    """Which article an error is about: the last of that number, for of two alike the later is the newcomer."""
    number = str(error.details.get("article", ""))
    return max((position for position, article in work.articles.items() if article.number == number), default=None)


def _humanly(error: TariffError, work: _Workable, titles: Mapping[str, str], language: str) -> dict[str, Any]:
    """The details of an error in the words of the screen."""
    position = _position(error, work)
    kind = work.articles[position].kind if position is not None else ""
    told: dict[str, Any] = dict(error.details)
    for name in ("group", "of", "behind"):
        if name in told:
            told[name] = titles.get(str(told[name]), told[name])
    if isinstance(told.get("path"), list):
        told["path"] = [titles.get(str(code), code) for code in told["path"]]
    if "term" in told:
        told["term"] = term_title(kind, "", str(told["term"]), language)
    if "column" in told:
        told["column"] = column(kind, str(told["column"]), language)
    return told


def _outcome(prepared: Prepared | None, plain: Mapping[str, Any], place: str, faults: Faults, language: str) -> Outcome:
    incomplete = any(name.startswith(f"{place}:") and not name.startswith(f"{place}:expect") for name in faults)
    if prepared is None or incomplete or not plain.get("lines"):
        return Outcome("unready")
    try:
        example = example_from_plain(plain)
        computed = quote(prepared, example.usage)
    except TariffError as error:
        return Outcome("unready", problem=describe(error.code, error.details, language))
    except UNFINISHED:
        return Outcome("unready")
    if not example.expected and not example.warnings:
        return Outcome("open", computed)
    results = _results(example, computed)
    return Outcome("right" if all(result.holds for result in results) else "wrong", computed, results)


def _results(example: Example, computed: Quote) -> tuple[ExampleResult, ...]:
    """Every expected figure against the computed one, and the warnings, which must be exactly those expected."""
    results = [ExampleResult(example.name, name, cents, getattr(computed, name)) for name, cents in example.expected.items()]
    expected, found = (" ".join(sorted(codes)) for codes in (example.warnings, {notice.code for notice in computed.warnings}))
    if expected or found:
        results.append(ExampleResult(example.name, "warnings", expected, found))
    return tuple(results)


def _falls(groups: tuple[Group, ...], language: str) -> tuple[tuple[str, str | None], ...]:
    """Where typical borrowers fall: (borrower, title of the group or None)."""
    regulation = Regulation("", "", NEVER, groups, ())
    found = [(typical_borrower(code, language), group_of(regulation, borrower)) for code, borrower in TYPICAL.items()]
    return tuple((name, group.title if group else None) for name, group in found)
