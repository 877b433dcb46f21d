"""What is due for a dossier, as JSON."""

from __future__ import annotations

from datetime import date
from typing import Any

from booking.queries.charges.views import Money, OwedView


def owed(money: Money) -> dict[str, Any]:
    """One dossier with how to pay it and all that is due for it."""
    about = money.about
    return {
        "authority": {"id": about.authority, "name": about.owner}, "iban": about.iban, "open": money.open,
        "communication": about.communication, "amounts": [_amount(each) for each in money.owed],
    }  # fmt: skip


def _amount(view: OwedView) -> dict[str, Any]:
    due = view.due
    return {
        "sort": str(view.sort), "occasion": str(view.occasion) if view.occasion else None, "amount": due.amount,
        "due_on": due.due_on.isoformat(), "before": str(view.stage) if view.stage else None, "received": due.received,
        "received_on": _day(view.received_on), "returned": due.returned, "returned_on": _day(view.returned_on), "kept": due.kept,
        "state": str(view.standing),
    }  # fmt: skip


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
