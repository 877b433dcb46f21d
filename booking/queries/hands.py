"""The crews and vehicles that work may be given to."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from models import Crew, Vehicle


def in_use(model: type[Crew | Vehicle], day: date) -> ColumnElement[bool]:
    """That a crew or a vehicle is not out of use by then."""
    return or_(model.retired_on.is_(None), model.retired_on > day)


def hands_of(
    session: Session, authorities: Collection[int], day: date
) -> tuple[list[tuple[int, str]], list[tuple[int, str]]]:
    """(id, name) of the crews and of the vehicles of these authorities that are not out of use by then, by name."""
    found = []
    for model in (Crew, Vehicle):
        plate = (Vehicle.plate,) if model is Vehicle else ()
        query = select(model.id, model.name, *plate).where(model.authority_id.in_(authorities), in_use(model, day))
        found.append([(key, " ".join(filter(None, names))) for key, *names in session.execute(query.order_by(model.name, model.id))])
    return found[0], found[1]
