"""The loan contract: its steps, how far it stands by them, and when another version is needed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any


class Mark(StrEnum):
    """What happens to a contract."""

    ACCEPTED = "accepted"
    SIGNED = "signed"
    REJECTED = "rejected"
    COUNTERSIGNED = "countersigned"


class Stand(StrEnum):
    """How far the newest version of a dossier's contract is: waiting for the borrower, agreed, or agreed and countersigned."""

    WAITING = "waiting"
    AGREED = "agreed"
    COUNTERSIGNED = "countersigned"


@dataclass(frozen=True, slots=True)
class KeptContract:
    """The newest contract of a dossier as far as a check needs it: its name, how far it is, and since when."""

    name: str
    stand: Stand
    on: datetime


def stand(marks: Iterable[str]) -> Stand:
    """How far the newest version is by its steps in order. What the desk sent back waits again, whatever came before."""
    found = Stand.WAITING
    for mark in marks:
        found = _AFTER[Mark(mark)]
    return found


_AFTER = {
    Mark.ACCEPTED: Stand.AGREED, Mark.SIGNED: Stand.AGREED, Mark.REJECTED: Stand.WAITING, Mark.COUNTERSIGNED: Stand.COUNTERSIGNED,
}  # fmt: skip


def basis(agreed: Mapping[str, Any]) -> str:
    """What was agreed (plain JSON) as one word: a contract of the same basis needs no other version."""
    return hashlib.sha256(json.dumps(agreed, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()).hexdigest()
