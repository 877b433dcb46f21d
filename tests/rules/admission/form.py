"""The form of the table of admission: per check an ordinary loan and rows that differ from it in one fact.

A new check gets a file `rows_<noun>.py` here with `SECTIONS`; `test_table.py` finds it by its name. Of each check it wants a row that
passes, one that fails, a boundary (the last valid day, a custody that starts a minute before, a night on which the clock is changed) and
one where data are missing; a check that cannot have one of these says so in its section.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NamedTuple

from booking.rules.admission import Check, Facts, Verdict
from tests.rules.admission.ordinary import ORDINARY

OK, NOTICE, DOCUMENT, APPROVAL, REFUSED = (
    Verdict.OK, Verdict.NOTICE, Verdict.NEEDS_DOCUMENT, Verdict.NEEDS_APPROVAL, Verdict.REFUSED,
)  # fmt: skip


class Sort(StrEnum):
    """What a row tries."""

    PASSES = "passes"
    FAILS = "fails"
    BOUNDARY = "boundary"
    MISSING = "missing"


PASSES, FAILS, BOUNDARY, MISSING = Sort


class Row(NamedTuple):
    """One example: the fact that differs, and the code, verdict and evidence (at least these) that the check gives."""

    sort: Sort
    sentence: str
    fact: Mapping[str, Any]
    code: str
    verdict: Verdict = OK
    told: Mapping[str, Any] = {}


@dataclass(frozen=True)
class Section:
    """The rows of one check. `usual` is the loan that they differ from; `never` says of a sort why this check has none of it."""

    check: Check
    rows: Sequence[Row]
    usual: Facts = ORDINARY
    never: Mapping[Sort, str] = field(default_factory=dict)
