"""Passwords: argon2id, at a cost that the installation sets."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from booking.rules.passwords import fault
from booking.rules.refusals import Refused

Cost = tuple[int, int, int]
OWASP_MINIMUM: Cost = (2, 19_456, 1)
"""Passes, KiB of memory and lanes: about 25 ms a try, and eight tries at once fit in a small server's memory."""


def check(password: str, about: Iterable[str] = ()) -> None:
    """Raises Refused, with its reason, for a password that is short or guessed first; `about` is what others know of its owner."""
    wrong = fault(password, about)
    if wrong:
        raise Refused(wrong[0], **wrong[1])


def hashed(password: str, cost: Cost = OWASP_MINIMUM) -> str:
    """The text to keep for a password: algorithm, cost, salt and hash."""
    return _hasher(cost).hash(password)


def matches(kept: str | None, password: str, cost: Cost = OWASP_MINIMUM) -> bool:
    """True when `password` is the one behind `kept`. Without one it works as long and says no, so that an answer's time tells nothing."""
    decoy = _decoy(cost)
    try:
        return _hasher(cost).verify(kept or decoy, password) and kept is not None
    except (VerificationError, InvalidHashError):
        return False


def outdated(kept: str, cost: Cost = OWASP_MINIMUM) -> bool:
    """True when a password was hashed at another cost than today's."""
    return _hasher(cost).check_needs_rehash(kept)


@cache
def _hasher(cost: Cost) -> PasswordHasher:
    passes, memory, lanes = cost
    return PasswordHasher(time_cost=passes, memory_cost=memory, parallelism=lanes)


@cache
def _decoy(cost: Cost) -> str:
    return _hasher(cost).hash("nobody has this password")
