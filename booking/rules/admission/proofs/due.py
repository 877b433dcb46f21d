"""What every proof that is missing tells: by when it is due."""

from __future__ import annotations

from booking.rules.admission.facts import Facts


def due(facts: Facts, **more: object) -> dict[str, object]:
    """The evidence that every missing proof carries: when custody runs, so by when the proof is due."""
    return {"deadline": facts.periods.custody.start.isoformat(), "custody_end": facts.last_day.isoformat(), **more}
