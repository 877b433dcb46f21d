"""The screens of the technical service's work have one place in the address."""

from __future__ import annotations

from flask import Blueprint

pages = Blueprint("tasks", __name__, url_prefix="/taken")
