"""The screens of inspections and maintenance have one place in the address."""

from __future__ import annotations

from flask import Blueprint

pages = Blueprint("maintenance", __name__, url_prefix="/keuringen")
