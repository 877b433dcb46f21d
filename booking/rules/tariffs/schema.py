"""The written form of a regulation: which fields its header, groups, articles and examples have."""

from __future__ import annotations

from booking.rules.kinds import BorrowerKind, Relation
from booking.rules.tariffs.conditions import CONDITIONS, HANDOVER
from booking.rules.tariffs.fields import (
    CODE,
    COUNT,
    DATE,
    DECIMAL,
    FLAG,
    MONEY,
    NATURAL,
    NUMBER,
    SEASON,
    TEXT,
    Field,
    ListOf,
    Record,
    Scalar,
    Table,
    choice,
    optional,
)
from booking.rules.tariffs.kinds import KINDS
from booking.rules.tariffs.moments import PERIOD
from booking.rules.tariffs.objects import ALL

VAT = choice("outside_scope", "exempt", "21", "6", "21_included", "6_included")
"""A rate comes on top of a price; with `_included` the price holds it already."""

BORROWER_KIND = choice(*BorrowerKind)
RELATION = choice(*Relation)
WARNING = Scalar("code", "the code of a warning", CODE.read, pattern=CODE.pattern)

WHEN = {name: condition.field for name, condition in CONDITIONS.items()}
ADJUST = Record({"percent": Field(DECIMAL, required=True), "reason": Field(TEXT, required=True), **WHEN})

INDEXATION = Record(
    {
        "base": Field(DECIMAL, required=True),
        "index": Field(TEXT, default=""),
        "rounding": Field(choice("up", "nearest"), default="up"),
        "to": Field(MONEY, default=1),
        "yearly_on": Field(SEASON),
        "articles": Field(ListOf(NUMBER), default=()),
        "figures": Field(ListOf(Record({"from": Field(DATE, required=True), "index": Field(DECIMAL, required=True)})), required=True),
    }
)
ANSWER = Record(
    {
        "warning": Field(WARNING, required=True),
        "article": Field(NUMBER),
        "at": Field(TEXT, default=""),
        "reason": Field(TEXT, required=True),
    }
)

HEADER = {
    "title": Field(TEXT, required=True),
    "owner": Field(TEXT, required=True),
    "scope": Field(TEXT),
    "organ": Field(TEXT),
    "delegation": Field(TEXT),
    "decided_on": Field(DATE),
    "decision": Field(TEXT),
    "published_on": Field(DATE),
    "published_at": Field(TEXT),
    "valid_from": Field(DATE, required=True),
    "valid_until": Field(DATE),
    "prices_by": Field(choice("booking", "use"), default="use"),
    "vat": Field(VAT, default="outside_scope"),
    "covers": Field(ListOf(CODE), default=()),
    "across_change": Field(choice("by_day", "first_day"), default="by_day"),
    "indexation": Field(ListOf(INDEXATION), default=()),
    "answered": Field(ListOf(ANSWER), default=()),
}

WHO = Record(
    {
        "anyone": Field(FLAG),
        "kind": Field(ListOf(BORROWER_KIND), default=()),
        "relation": Field(ListOf(RELATION), default=()),
        "recognised": Field(ListOf(CODE), default=()),
        "reciprocal": Field(FLAG),
    }
)
GROUP = Record(
    {
        "code": Field(CODE, required=True),
        "title": Field(TEXT, required=True),
        "who": Field(ListOf(WHO), default=()),
        "percent": Field(DECIMAL),
        "of": Field(CODE),
    }
)


ABOUT_LINES = {
    "for": Field(ListOf(CODE), default=()),
    "except": Field(ListOf(CODE), default=()),
    "period": Field(choice("use", "custody", "blocked"), default="use"),
    "when": Field(Record(WHEN)),
}


ONLY_HIRE = {
    "extra": Field(FLAG, default=False),
    "cheapest_of": Field(CODE),
    "full_price": Field(FLAG, default=False),
}
"""`extra` is no price of the hire itself; of the articles with the same `cheapest_of` only the cheapest is asked; a `full_price` is not
reduced by an agreement."""


def _prices(columns: tuple[str, ...]) -> Table:
    row = {**optional(**dict.fromkeys(columns, MONEY)), "percent": Field(DECIMAL), "of": Field(CODE)}
    return Table(Record(row, lone=columns[0]), lone=ALL)


def _article(kind: str) -> Record:
    """The fields of an article of one kind, in the order in which a file shows them; only hire can be adjusted or be an extra."""
    scope, _, columns, own, required, _ = KINDS[kind]
    fields = {
        "number": Field(NUMBER, required=True),
        "title": Field(TEXT, required=True),
        "kind": Field(choice(*KINDS), required=True),
        **(ABOUT_LINES if scope in {"line", "deposit"} else {}),
        **own,
        **(ONLY_HIRE if scope == "line" else {}),
    }
    if columns:
        fields["prices"] = Field(_prices(columns), required=bool(required), default={})
    if scope == "line":
        fields["adjust"] = Field(ListOf(ADJUST), default=())
    if scope in {"line", "dossier"}:
        fields["vat"] = Field(Table(VAT, lone=ALL), default={})
    return Record(fields)


ARTICLES: dict[str, Record] = {kind: _article(kind) for kind in KINDS}

BORROWER = Record(
    {
        "kind": Field(BORROWER_KIND, required=True),
        "relation": Field(RELATION, default="other"),
        "recognised": Field(ListOf(CODE), default=()),
        "reciprocal": Field(FLAG, default=False),
        "preferred": Field(Record({"group": Field(CODE), "percent": Field(DECIMAL), "source": Field(TEXT, required=True)})),
    }
)
LINE = Record(
    {
        "category": Field(CODE, required=True),
        "asset": Field(CODE, default=""),
        "units": Field(COUNT, default=1),
        "use": Field(PERIOD, required=True),
        "custody": Field(PERIOD),
        "blocked": Field(PERIOD),
        "purpose": Field(CODE, default=""),
        "handover": Field(HANDOVER, default="pickup"),
        "place": Field(CODE, default=""),
        "measures": Field(Table(DECIMAL), default={}),
        "uses_this_year": Field(NATURAL, default=0),
        "value": Field(MONEY),
        "borrower": Field(BORROWER),
    }
)
EXAMPLE = Record(
    {
        "name": Field(CODE, required=True),
        "borrower": Field(BORROWER, required=True),
        "booked_on": Field(DATE),
        "cancelled_on": Field(DATE),
        "holidays": Field(ListOf(DATE), default=()),
        "school_holidays": Field(ListOf(DATE), default=()),
        "lines": Field(ListOf(LINE), required=True),
        "expect": Field(Record(optional(net=MONEY, vat=MONEY, total=MONEY, deposit=MONEY)), required=True),
        "warnings": Field(ListOf(WARNING), default=()),
    }
)
