"""The loan contract: its steps, how far it stands by them, and when another version is needed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any


class Mark(StrEnum):
    """What happens to a contract."""

    ACCEPTED = "accepted"
    SIGNED = "signed"
    REJECTED = "rejected"
    COUNTERSIGNED = "countersigned"


class Stand(StrEnum):
    """How far a dossier's contract is: not made, waiting for the borrower, agreed, or agreed and countersigned."""

    NOT_MADE = "not_made"
    WAITING = "waiting"
    AGREED = "agreed"
    COUNTERSIGNED = "countersigned"


def stand(marks: Iterable[str]) -> Stand:
    """How far the newest version is by its steps in order. What the desk sent back waits again, whatever came before."""
    found = Stand.WAITING
    for mark in marks:
        if mark == Mark.COUNTERSIGNED:
            found = Stand.COUNTERSIGNED
        else:
            found = Stand.WAITING if mark == Mark.REJECTED else Stand.AGREED
    return found


def basis(agreed: Mapping[str, Any]) -> str:
    """What was agreed (plain JSON) as one word: a contract of the same basis needs no other version."""
    return hashlib.sha256(json.dumps(agreed, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()).hexdigest()
