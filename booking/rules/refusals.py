"""What is raised when something cannot be done: codes and details for people, never sentences."""

from __future__ import annotations

from typing import Any


class Refused(Exception):
    """Something that was asked cannot be; `code` names its sentence in `booking/words`, `status` how HTTP says it."""

    status = 422

    def __init__(self, code: str, **details: Any) -> None:
        super().__init__(code)
        self.code = code
        self.details = details


class NotSignedIn(Refused):
    """Nobody knows who asks: not signed in, or the credentials do not fit anyone."""

    status = 401

    def __init__(self, code: str = "sign_in_first", **details: Any) -> None:
        super().__init__(code, **details)


class TooMany(Refused):
    """Asked too often; `details["minutes"]` says how long to wait."""

    status = 429

    def __init__(self, code: str = "rate_limited", **details: Any) -> None:
        super().__init__(code, **details)


class NotFound(Refused):
    """There is no such thing, or it is not for this actor: the answer is the same."""

    status = 404

    def __init__(self, code: str = "not_found", **details: Any) -> None:
        super().__init__(code, **details)


class NotAllowed(Refused):
    """The actor may see the subject but not do this to it."""

    status = 403

    def __init__(self, code: str = "not_allowed", **details: Any) -> None:
        super().__init__(code, **details)


class Taken(Refused):
    """Someone else has it for these dates; `details` say what and may hold alternatives."""

    status = 409

    def __init__(self, code: str = "conflict_taken", **details: Any) -> None:
        super().__init__(code, **details)


class Outdated(Refused):
    """Who asks was taken for whom it was a while ago, and what people may has changed since: to be asked anew (queries/actors.py)."""

    status = 503

    def __init__(self) -> None:
        super().__init__("busy_try_again")


class Busy(Refused):
    """Too many at once or the database is away: ask again shortly."""

    status = 503

    def __init__(self, code: str = "busy_try_again", **details: Any) -> None:
        super().__init__(code, **details)
