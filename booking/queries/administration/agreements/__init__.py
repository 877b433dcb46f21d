"""Agreements as their parties read them: the list, one of them, what a newer version changes, and the loans that outlast one."""

from booking.queries.administration.agreements.beyond import BeyondLine, beyond
from booking.queries.administration.agreements.contents import content_of
from booking.queries.administration.agreements.reading import (
    STATES,
    AgreementPage,
    PartyView,
    agreement_page,
    agreements,
    groups_of,
    invitable,
)

__all__ = [
    "STATES", "AgreementPage", "BeyondLine", "PartyView", "agreement_page", "agreements", "beyond", "content_of", "groups_of", "invitable",
]  # fmt: skip
