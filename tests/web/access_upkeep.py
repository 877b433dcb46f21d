"""Who gets through the doors of inspections and maintenance, and of the ways out of a conflict; a part of the table in access.py."""

from __future__ import annotations

from tests.web.admitted import ADMINISTRATOR, ADMINISTRATORS, BORROWER_ONLY, DEPOT, DESK_ONLY, LOOKING, Row

UPKEEP = "/keuringen/<int(max=999999999):asset>"
ORDER = "/keuringen/opdrachten/<int(max=999999999):order>"
CHOICE = "/reservaties/<reference>/lijnen/<int:number>/keuze"
SETTING = (frozenset({"technician"}) | ADMINISTRATOR[0], frozenset({"technician_elsewhere"}) | ADMINISTRATOR[1])

UPKEEP_ROWS = (
    Row("GET /keuringen", DEPOT | ADMINISTRATORS),
    Row(f"GET {UPKEEP}", *LOOKING),
    *(Row(f"{method} {UPKEEP}/plannen", *LOOKING) for method in ("GET", "POST")),
    *(Row(f"{method} {UPKEEP}/uitslag", *LOOKING) for method in ("GET", "POST")),
    *(Row(f"{method} {UPKEEP}/plan/<kind>", *SETTING) for method in ("GET", "POST")),
    Row(f"POST {UPKEEP}/plan/<kind>/stoppen", *SETTING),
    Row(f"GET {ORDER}", *LOOKING),
    Row(f"POST {ORDER}/gedaan", *LOOKING),
    Row(f"POST {ORDER}/afzeggen", *LOOKING),
    Row("POST /werklijst/conflicten/<int:conflict>/aanbieden", *DESK_ONLY),
    Row("POST /werklijst/conflicten/<int:conflict>/keuze", *DESK_ONLY),
    *(Row(f"{method} {CHOICE}", *BORROWER_ONLY) for method in ("GET", "POST")),
)
