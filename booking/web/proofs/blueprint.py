"""The blueprint that all its pages hang on, and what its templates share."""

from __future__ import annotations

from flask import Blueprint

from booking.clock import now
from booking.queries.proofs.waiting import count_waiting
from booking.web.extensions import db
from booking.web.proofs.links import way_out
from booking.web.session import current_actor

pages = Blueprint("proofs", __name__, url_prefix="/papieren")
pages.add_app_template_global(way_out, "way_out")


@pages.app_template_global("proofs_waiting")
def proofs_waiting() -> int:
    """How many proofs wait for the reader's desks to look at them."""
    return count_waiting(db.session(), current_actor(), now())
