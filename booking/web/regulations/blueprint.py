"""Where the pages about regulations hang."""

from __future__ import annotations

from flask import Blueprint

pages = Blueprint("regulations", __name__, url_prefix="/reglementen")
