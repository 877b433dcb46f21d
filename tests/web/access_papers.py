"""Who gets through the doors of terms of use, loan contracts, and the register of what must be in order."""

from __future__ import annotations

from tests.web.admitted import ADMINISTRATOR, ADMINISTRATORS, BORROWER_ONLY, BORROWER_OR_DESK, DESK_ONLY, DESKS, EVERYONE, READ, Row

WHOLE = "<int(max=999999999):{}>".format
PUBLISHED = f"/voorwaarden/{WHOLE('authority')}"
TERMS = f"/beheer/voorwaarden/{WHOLE('terms')}"
DRAFT = f"/beheer/voorwaarden/ontwerp/{WHOLE('terms_draft')}"
OWNED = f"/reservaties/<reference>/overeenkomst/{WHOLE('authority')}"
CONTRACT = f"{OWNED}/<int(max=9999):contract>"

PAPER_ROWS = (
    Row(f"GET {PUBLISHED}", EVERYONE),
    Row(f"GET {PUBLISHED}/{WHOLE('terms')}", EVERYONE),
    Row("GET /beheer/voorwaarden", ADMINISTRATORS),
    *(Row(f"{method} /beheer/voorwaarden/nieuw", ADMINISTRATORS) for method in ("GET", "POST")),
    Row(f"GET {TERMS}", *ADMINISTRATOR),
    Row(f"POST {TERMS}/opvolgen", *ADMINISTRATOR),
    Row(f"POST {TERMS}/beeindigen", *ADMINISTRATOR),
    Row(f"GET {DRAFT}", *ADMINISTRATOR),
    *(Row(f"{method} {DRAFT}/wijzigen", *ADMINISTRATOR) for method in ("GET", "POST")),
    Row(f"POST {DRAFT}/bekendmaken", *ADMINISTRATOR),
    Row(f"POST {DRAFT}/weggooien", *ADMINISTRATOR),
    Row(f"POST /reservaties/<reference>/besturen/{WHOLE('authority')}/voorwaarden/aanvaarden", *BORROWER_ONLY),
    Row(f"GET {CONTRACT}", *READ),
    Row(f"GET {CONTRACT}/pdf", *READ),
    Row(f"POST {CONTRACT}/aanvaarden", *BORROWER_ONLY),
    Row(f"POST {CONTRACT}/getekend", *BORROWER_OR_DESK),
    Row(f"POST {CONTRACT}/terugsturen", *DESK_ONLY),
    Row(f"POST {CONTRACT}/medeondertekenen", *DESK_ONLY),
    Row(f"POST {OWNED}/opmaken", *DESK_ONLY),
    Row("GET /beheer/in-orde", ADMINISTRATORS | DESKS),
)
