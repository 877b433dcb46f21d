"""Doing what a button asks: what stands in the way is said on the page where it was pressed, not on an error page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from booking.rules.lifecycle import IllegalMove
from booking.rules.periods import InvalidTime
from booking.rules.refusals import Busy, NotAllowed, NotFound, Refused
from booking.services.transaction import retried
from booking.web.forms.base import Form
from booking.web.notices import notice

Hindrance = tuple[str, dict[str, Any]]
"""A code of booking/words with its details."""


def hindrance(act: Callable[[], object]) -> Hindrance | None:
    """Do it, again when the database asks for it; None when it was done.

    What concerns the door rather than the deed (NotFound, NotAllowed, Busy) is raised as ever.
    """
    try:
        retried(act)
    except (NotFound, NotAllowed, Busy):
        raise
    except IllegalMove as wrong:
        return "move_not_allowed", {"current": str(wrong.current)}
    except InvalidTime as wrong:
        return wrong.code, dict(wrong.details)
    except Refused as refused:
        return refused.code, refused.details
    return None


def pressed(act: Callable[[], object], done: str, **details: Any) -> bool:
    """A button without fields: do it and say so on the next page, or say there what stood in the way."""
    found = hindrance(act)
    if found is None:
        notice(done, **details)
    else:
        notice(found[0], "problem", **{name: value for name, value in found[1].items() if isinstance(value, str | int)})
    return found is None


def filled(form: Form, act: Callable[[], object]) -> tuple[bool, list[Any]]:
    """A form: do it, or tell the form what stood in the way; also gives the findings that came with a refusal."""
    found = hindrance(act)
    if found is None:
        return True, []
    code, details = found
    field = details.get("field")
    plain = {name: value for name, value in details.items() if name not in {"findings", "field"}}
    form.blame(code, field if field in form else None, **plain)
    return False, details.get("findings", [])
