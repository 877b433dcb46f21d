"""The kinds of article: a new one is one function and one entry in its file's table."""

from booking.rules.tariffs.kinds.aftermath import AFTERMATH
from booking.rules.tariffs.kinds.charge import Kind
from booking.rules.tariffs.kinds.days import DAY_KINDS
from booking.rules.tariffs.kinds.dossier import DOSSIER
from booking.rules.tariffs.kinds.hours import HOURS
from booking.rules.tariffs.kinds.pieces import PIECES

KINDS: dict[str, Kind] = {**PIECES, **HOURS, **DAY_KINDS, **DOSSIER, **AFTERMATH}

__all__ = ["KINDS", "Kind"]
