"""Cooperation agreements: drafted by one party, approved by each for itself, succeeded by versions, left by notice."""

from booking.services.administration.agreements.drafting import (
    Basics,
    Conditions,
    Tariff,
    change_basics,
    change_conditions,
    change_parties,
    draft,
    put_forward,
    withdraw,
)
from booking.services.administration.agreements.parties import SUBJECT, Approval, Notice, approve, invite, leave
from booking.services.administration.agreements.reminding import remind
from booking.services.administration.agreements.scope import Scope, change_scope, scope_of
from booking.services.administration.agreements.versions import new_version

__all__ = [
    "SUBJECT", "Approval", "Basics", "Conditions", "Notice", "Scope", "Tariff", "approve", "change_basics", "change_conditions",
    "change_parties", "change_scope", "draft", "invite", "leave", "new_version", "put_forward", "remind", "scope_of", "withdraw",
]  # fmt: skip
