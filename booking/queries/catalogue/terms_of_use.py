"""The cards of the terms of use that were published, with the last day of each."""

from __future__ import annotations

from sqlalchemy.orm import Session

from booking.queries.catalogue.rows import grouped, rows
from booking.rules.catalogue import TermsCard
from booking.rules.terms import Published, last_days
from models import TermsEnd, TermsVersion


def terms_of_use(session: Session) -> dict[int, tuple[TermsCard, ...]]:
    """The versions of each authority in the order in which they were published."""
    published = rows(session, TermsVersion)
    if not published:
        return {}
    ended = {row["version_id"]: row["last"] for row in rows(session, TermsEnd)}
    last = last_days(Published(row["id"], row["succeeds_id"], row["valid_from"], ended.get(row["id"])) for row in published)
    return {
        authority: tuple(
            TermsCard(
                row["id"], authority, row["number"], {language: text["title"] for language, text in row["texts"].items()},
                row["valid_from"], last[row["id"]], frozenset(row["categories"]),
            )
            for row in mine
        )
        for authority, mine in grouped(published, "authority_id").items()
    }  # fmt: skip
