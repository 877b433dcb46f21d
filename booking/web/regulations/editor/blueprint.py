"""Where the pages of the editor hang."""

from __future__ import annotations

from flask import Blueprint

pages = Blueprint("editor", __name__, url_prefix="/reglementen")
