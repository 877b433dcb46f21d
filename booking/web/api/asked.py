"""From what a program sent to what the services understand."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy.orm import Session

from booking.queries.catalogue import catalogue
from booking.queries.overview import LineView
from booking.rules.asking import Ask, AskLine
from booking.rules.kinds import Handover, Purpose
from booking.rules.periods import Period
from booking.rules.refusals import Refused
from booking.rules.terms import AcceptedBy, Accepting
from booking.web.api.reading import period


def ask_of(session: Session, given: Mapping[str, Any], now: datetime) -> Ask:
    """The request. Raises Refused for a period that cannot be, an unknown authority of the place, an option that is over already."""
    event: Mapping[str, Any] = given.get("event", {})
    place = event.get("place_authority")
    if place is not None and place not in catalogue(session).authorities:
        raise Refused("choice_unknown", field="place_authority", value=place, pointer="/event/place_authority")
    option = given.get("option_until")
    if option is not None and option <= now:
        raise Refused("time_in_past", field="option_until", time=option.isoformat(), pointer="/option_until")
    return Ask(
        borrower=given["borrower"],
        lines=tuple(_line(each, number) for number, each in enumerate(given["lines"], 1)),
        event=event.get("name", ""),
        purpose=Purpose(event.get("purpose", Purpose.EVENT)),
        place=event.get("place", ""),
        place_authority=place,
        attendance=event.get("attendance"),
        note=given.get("note", ""),
        option_until=option,
        accepting=Accepting(frozenset(given.get("terms", ())), given.get("accept_terms", False), AcceptedBy.API),
        beneficiary=_beneficiary(given.get("beneficiary") or {}),
    )


def _beneficiary(given: Mapping[str, Any]) -> int | str | None:
    """The id where one is given, so that what was told of a reservation may be sent back; else the name."""
    return given.get("id") or given.get("name")

def _line(given: Mapping[str, Any], number: int) -> AskLine:
    return AskLine(
        asset=given["asset"],
        use=period(given, number),
        units=given.get("units", 1),
        handover=Handover(given.get("handover", Handover.PICKUP)),
        operator=given.get("operator"),
        driver=given.get("driver"),
        measures=given.get("measures", {}),
    )


def change_of(given: Mapping[str, Any], line: LineView) -> AskLine:
    """A line with what should be different about it; what is not given stays as it is, measure by measure."""
    return AskLine(
        asset=given.get("asset", line.asset.id),
        use=use_of(given, line),
        units=given.get("units", line.units),
        handover=Handover(given.get("handover", line.handover)),
        operator=given.get("operator"),
        driver=given.get("driver"),
        measures={**{name: Decimal(amount) for name, amount in line.measures.items()}, **given.get("measures", {})},
    )


def use_of(given: Mapping[str, Any], line: LineView) -> Period:
    """The use that is given, where it is given; else the line's own."""
    use = line.periods.use
    return period({"from": given.get("from", use.start), "to": given.get("to", use.end)})
