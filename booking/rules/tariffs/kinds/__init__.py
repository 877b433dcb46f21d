"""The kinds of article: a new one is one function and one entry in its file's table."""

from booking.rules.tariffs.kinds.aftermath import AFTERMATH
from booking.rules.tariffs.kinds.charge import Kind
from booking.rules.tariffs.kinds.cheapest import CHEAPEST
from booking.rules.tariffs.kinds.days import DAY_KINDS
from booking.rules.tariffs.kinds.deposits import DEPOSITS
from booking.rules.tariffs.kinds.dossier import DOSSIER
from booking.rules.tariffs.kinds.hours import HOURS
from booking.rules.tariffs.kinds.parts import PARTS
from booking.rules.tariffs.kinds.pieces import PIECES
from booking.rules.tariffs.kinds.shares import SHARES

KINDS: dict[str, Kind] = {**PIECES, **HOURS, **PARTS, **DAY_KINDS, **CHEAPEST, **SHARES, **DEPOSITS, **DOSSIER, **AFTERMATH}

__all__ = ["KINDS", "Kind"]
