"""Dated rows in lists: whether they hold today, began or ended, as a code that can be shown, sorted and filtered by."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, case

from models.base import Dated

STATES = ("current", "coming", "ended")


def spell_state(relation: type[Dated], today: date) -> ColumnElement[Any]:
    """One of STATES."""
    return case((relation.valid_until < today, "ended"), (relation.valid_from > today, "coming"), else_="current")
