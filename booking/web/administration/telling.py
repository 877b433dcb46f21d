"""What every page about a dated relation does: go where one looks next, and show what stood in the way of a small form."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import redirect, request, url_for
from werkzeug.wrappers import Response

from booking.web.attempts import filled
from booking.web.forms.base import Form
from booking.web.notices import notice


def gone_to(endpoint: str, code: str, /, said: dict[str, Any], **values: Any) -> Response:
    """Say what was done, on the page where one goes next."""
    notice(code, **said)
    return redirect(url_for(endpoint, **values), 303)


def carried_out(form: Form, act: Callable[[], object]) -> bool:
    """Check a small form and do what it asks; False with what stood in the way told in it."""
    return form.sent_well() and filled(form, act)[0]


def status() -> int:
    """200 for a page that is read, 422 for one that comes back with what was wrong."""
    return 200 if request.method == "GET" else 422
