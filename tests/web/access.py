"""Who gets through which door: every route of the product, one line each (TEST_PLAN T-30). A route that is not here fails the build.

A line says who is admitted to an object of Ranst (asked by De Lindekapel) and who to one of Zandhoven (asked by the school of Zoersel).
Everyone else must get 403 or 404, a stranger the sign-in page or 401, what does not exist is found by nobody, and nobody ever gets a 5xx.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from booking.demo import cast

STRANGER = "stranger"
IDENTITIES: dict[str, str | None] = {
    STRANGER: None,
    "suspended": cast.RESIDENT_NIJLEN,  # the matrix suspends this account
    "organiser": cast.ORGANISER,
    "claiming": cast.ORGANISER_CLAIMING,
    "teacher": cast.TEACHER_ZOERSEL,
    "company": cast.COMPANY_WIJNEGEM,
    "desk": cast.DESK_RANST,
    "desk_elsewhere": cast.DESK_ZANDHOVEN,
    "desk_unrelated": cast.DESK_BRECHT,
    "technician": cast.TECHNICIAN_RANST,
    "technician_elsewhere": cast.TECHNICIAN_ZANDHOVEN,
    "tariffs": cast.TARIFFS_RANST,
    "tariffs_elsewhere": "koen@zandhoven.example",  # administrator there too
    "finance": cast.FINANCE_RANST,
    "administrator": cast.ADMINISTRATOR_RANST,
    "steward": cast.STEWARD,
}

EVERYONE = frozenset(IDENTITIES)
SIGNED_IN = EVERYONE - {STRANGER, "suspended"}
BORROWERS = frozenset({"organiser", "claiming", "teacher", "company"})
STAFF = SIGNED_IN - BORROWERS - {"steward"}


@dataclass(frozen=True)
class Row:
    """A route, who is admitted to Ranst's object and who to Zandhoven's; `objects` names what stands in each part of its address."""

    route: str
    ours: frozenset[str]
    theirs: frozenset[str] | None = None
    objects: dict[str, str] = field(default_factory=dict)
    json: Any = None

    @property
    def method(self) -> str:
        return self.route.split(" ")[0]

    @property
    def rule(self) -> str:
        return self.route.split(" ")[1]


ROWS = (
    Row("GET /healthz", EVERYONE),
    Row("GET /readyz", EVERYONE),
    Row("GET /aanmelden", EVERYONE),
    Row("POST /aanmelden", EVERYONE),
    Row("POST /afmelden", EVERYONE),
    Row("GET /account", SIGNED_IN),
    Row("GET /account/wachtwoord", SIGNED_IN),
    Row("POST /account/wachtwoord", SIGNED_IN),
    Row("POST /account/afmelden-elders", SIGNED_IN),
)
