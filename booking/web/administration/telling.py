"""What every page about a dated relation does: go where one looks next, and show what stood in the way of a small form."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import redirect, request, url_for
from werkzeug.wrappers import Response

from booking.clock import now
from booking.queries.administration.changes import version_of
from booking.rules.periods import local
from booking.web.administration.forms.people import EndForm
from booking.web.attempts import filled
from booking.web.extensions import db
from booking.web.forms.base import Form
from booking.web.notices import notice


def gone_to(endpoint: str, code: str, /, said: dict[str, Any], **values: Any) -> Response:
    """Say what was done, on the page where one goes next."""
    notice(code, **said)
    return redirect(url_for(endpoint, **values), 303)


def carried_out(form: Form, act: Callable[[], object]) -> bool:
    """Check a small form and do what it asks; False with what stood in the way told in it."""
    return form.sent_well() and filled(form, act)[0]


def ending(noun: str, subject: int) -> EndForm:
    """A form that ends a relation today, read at its present version."""
    return EndForm({"last": local(now()).date(), "version": version_of(db.session(), noun, subject)})


def status(sent: Form | None = None) -> int:
    """200 for a page that is read, 422 for one that comes back with what was wrong, 409 when somebody else was first."""
    return 200 if request.method == "GET" else 409 if getattr(sent, "meanwhile", ()) else 422
