"""The closed lists of words in which an agreement says its terms."""

from __future__ import annotations

from enum import StrEnum


class Place(StrEnum):
    """Where what is lent may be used: on the territory of its owner, of any party, or anywhere."""

    OWNER = "owner"
    PARTNERS = "partners"
    ANYWHERE = "anywhere"


class Priority(StrEnum):
    """Who goes first when two parties want the same: who asked first, who borrowed least in twelve months, or each in turn."""

    ARRIVAL = "arrival"
    LEAST_USE = "least_use"
    TURNS = "turns"


class Insurer(StrEnum):
    """Who insures what is lent while it is away."""

    LENDER = "lender"
    BORROWER = "borrower"


class Beyond(StrEnum):
    """What the owner chose for a loan that outlasts the agreement: `kept` under it as an exception, or lent `outside` it."""

    KEPT = "kept"
    OUTSIDE = "outside"
