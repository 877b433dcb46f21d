"""The screens of reservations have one name in the menu and one place in the address."""

from __future__ import annotations

from flask import Blueprint

pages = Blueprint("reservations", __name__, url_prefix="/reservaties")
