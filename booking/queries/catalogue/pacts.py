"""Where agreements stand in time, read as the rules know them."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import RowMapping
from sqlalchemy.orm import Session

from booking.queries.catalogue.rows import grouped, rows
from booking.rules.agreements import Bond, Pact, chained
from models import Agreement, AgreementParty


def pacts(session: Session) -> dict[int, Pact]:
    """Every agreement by id, drafts too, each told when the version that succeeds it begins. Two queries: there are tens of them."""
    parties, given = grouped(rows(session, AgreementParty), "agreement_id"), rows(session, Agreement)
    found = {row["id"]: _pact(row, parties[row["id"]]) for row in given}
    return chained(found, {row["id"]: row["succeeds_id"] for row in given if row["succeeds_id"]})


_DAYS = ("approved_on", "joins_on", "leaves_on", "notice_given_on")


def _pact(row: RowMapping, parties: Iterable[RowMapping]) -> Pact:
    bonds = tuple(Bond(each["authority_id"], *(each[name] for name in _DAYS)) for each in parties)
    return Pact(
        row["valid_from"], row["valid_until"], bonds, draft=row["draft"], withdrawn=row["withdrawn_on"] is not None,
        succeeds=row["succeeds_id"] is not None,
    )  # fmt: skip
