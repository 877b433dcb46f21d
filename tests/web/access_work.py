"""Who gets through the doors of the technical service's work, its crews and its vehicles; a part of the table in access.py."""

from __future__ import annotations

from tests.web.admitted import ADMINISTRATOR_OR_DESK, ADMINISTRATORS, DEPOT, DESKS, LOOKING, Row

TASK = "/taken/<int(max=999999999):task>"
HANDS = {"ploegen": "crew", "voertuigen": "vehicle"}

WORK_ROWS = (
    Row(f"GET {TASK}", *LOOKING),
    *(Row(f"POST {TASK}/{act}", *LOOKING) for act in ("beginnen", "gedaan", "ongedaan", "regelen", "afzeggen")),
    *(Row(f"{method} /planning{TASK}/toewijzen", *LOOKING) for method in ("GET", "POST")),
    *(Row(f"{method} /taken/nieuw", DEPOT | ADMINISTRATORS) for method in ("GET", "POST")),
    *(Row(f"{method} {TASK}/wijzigen", *LOOKING) for method in ("GET", "POST")),
    *(Row(f"GET /beheer/{path}", ADMINISTRATORS | DESKS) for path in HANDS),
    *(Row(f"{method} /beheer/{path}/nieuw", ADMINISTRATORS | DESKS) for path in HANDS for method in ("GET", "POST")),
    *(Row(f"GET /beheer/{path}/<int:{noun}>", *ADMINISTRATOR_OR_DESK) for path, noun in HANDS.items()),
    *(
        Row(f"{method} /beheer/{path}/<int:{noun}>/wijzigen", *ADMINISTRATOR_OR_DESK)
        for path, noun in HANDS.items()
        for method in ("GET", "POST")
    ),
    *(Row(f"POST /beheer/{path}/<int:{noun}>/stoppen", *ADMINISTRATOR_OR_DESK) for path, noun in HANDS.items()),
)
