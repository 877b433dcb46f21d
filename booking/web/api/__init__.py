"""API v1 (DESIGN § 14): one file per noun; what a route says of itself checks what comes in and documents what goes out."""

from flask import Blueprint, Response

from booking.rules.refusals import Refused
from booking.web import errors
from booking.web.api import assets, lines, openapi, quotes, reservations
from booking.web.api.telling import refusal
from booking.web.language import language

pages = Blueprint("api", __name__, url_prefix=openapi.PREFIX)
for noun in (openapi, assets, quotes, reservations, lines):
    pages.register_blueprint(noun.pages)


@pages.errorhandler(Refused)
def refused(error: Refused) -> Response:
    """A refusal with its findings and alternatives told as the rest of the API tells them."""
    return errors.answer(error.status, error.code, refusal(error.details, language()))
