"""Where the pages of the administration hang."""

from __future__ import annotations

from flask import Blueprint

pages = Blueprint("administration", __name__, url_prefix="/beheer")
