"""What every proof that is missing tells: by when it is due, and whether the owner confirms before it is there."""

from __future__ import annotations

from booking.rules.admission.facts import Facts
from booking.rules.catalogue import RequirementCard


def due(facts: Facts, required: RequirementCard | None = None, /, **more: object) -> dict[str, object]:
    """The evidence that every missing proof carries: when custody runs, so by when the proof is due; and where its owner says that it keeps
    nothing from being confirmed, that it does not.
    """
    told = {"deadline": facts.periods.custody.start.isoformat(), "custody_end": facts.last_day.isoformat(), **more}
    return {**told, "confirms_without": True} if required is not None and required.confirms_without else told
