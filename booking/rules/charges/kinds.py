"""The closed lists of what follows a reservation in money."""

from __future__ import annotations

from enum import StrEnum


class Occasion(StrEnum):
    """Why a charge is proposed."""

    LATE = "late"
    MEASURED = "measured"
    MISSING = "missing"
    DAMAGE = "damage"
    CANCELLATION = "cancellation"


class ChargeStep(StrEnum):
    """What a desk makes of a proposal; before the first step it is only proposed."""

    CHARGED = "charged"
    WAIVED = "waived"


class OwedSort(StrEnum):
    """What is due for a dossier."""

    HIRE = "hire"
    DEPOSIT = "deposit"
    CHARGE = "charge"


class Stage(StrEnum):
    """Before what an owner wants to have received it."""

    CONFIRMATION = "confirmation"
    HANDOVER = "handover"


class MarkSort(StrEnum):
    """What somebody saw happen with money."""

    RECEIVED = "received"
    RETURNED = "returned"
    KEPT = "kept"
