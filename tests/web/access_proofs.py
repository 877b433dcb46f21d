"""Who gets through the doors of proofs: the policies and people of clubs and municipalities, and the desks that look at them."""

from __future__ import annotations

from tests.web.admitted import (
    ADMINISTRATOR,
    ADMINISTRATORS,
    BORROWER_ONLY,
    BORROWERS,
    BORROWING,
    DESK_OR_ADMINISTRATOR,
    DESKS,
    OWN,
    OWN_ELSEWHERE,
    Row,
)  # fmt: skip

WHOLE = "<int(max=999999999):{}>".format
CLUB = f"/papieren/ontleners/{WHOLE('holder')}"
HOUSE = f"/papieren/besturen/{WHOLE('authority')}"
POLICY = f"/papieren/polissen/{WHOLE('policy')}"
PERSON = f"/papieren/mensen/{WHOLE('person')}"
HELD = f"/papieren/mensen/bewijzen/{WHOLE('qualification')}"

# Whoever hands it in, and the desk and administrators of its municipality.
SEEN = (OWN | DESK_OR_ADMINISTRATOR[0], OWN_ELSEWHERE | DESK_OR_ADMINISTRATOR[1])

PROOF_ROWS = (
    Row(f"GET /documenten/{WHOLE('document')}", *SEEN),
    Row("GET /papieren", (BORROWING - {"claiming"}) | DESKS | ADMINISTRATORS | BORROWERS - {"claiming"}),
    Row(f"GET {CLUB}", *SEEN),
    Row(f"GET {HOUSE}", *DESK_OR_ADMINISTRATOR),
    *(Row(f"{method} {CLUB}/polissen/nieuw", *BORROWER_ONLY) for method in ("GET", "POST")),
    *(Row(f"{method} {HOUSE}/polissen/nieuw", *ADMINISTRATOR) for method in ("GET", "POST")),
    Row(f"GET {POLICY}", *SEEN),
    *(Row(f"{method} {POLICY}/{deed}", *BORROWER_ONLY) for deed in ("wijzigen", "hernieuwen") for method in ("GET", "POST")),
    Row(f"POST {POLICY}/beeindigen", *BORROWER_ONLY),
    Row(f"POST {POLICY}/oordeel", *DESK_OR_ADMINISTRATOR),
    Row(f"POST {CLUB}/mensen", *BORROWER_ONLY),
    Row(f"POST {CLUB}/mensen/gekend", *BORROWER_ONLY),
    Row(f"GET {PERSON}", *SEEN),
    *(Row(f"{method} {PERSON}/bewijzen/nieuw", *BORROWER_ONLY) for method in ("GET", "POST")),
    *(Row(f"{method} {HELD}/wijzigen", *BORROWER_ONLY) for method in ("GET", "POST")),
    Row(f"POST {HELD}/oordeel", *DESK_OR_ADMINISTRATOR),
    Row(f"POST {CLUB}/mensen/{WHOLE('person')}/weg", *BORROWER_ONLY),
    Row("GET /beheer/bewijzen", DESKS | ADMINISTRATORS),
    *(Row(f"{method} /beheer/bewijzen/nieuw", ADMINISTRATORS) for method in ("GET", "POST")),
    Row("GET /beheer/bewijzen/<int:requirement>", *DESK_OR_ADMINISTRATOR),
    Row("POST /beheer/bewijzen/<int:requirement>/beeindigen", *ADMINISTRATOR),
    Row("GET /papieren/na-te-kijken", DESKS | ADMINISTRATORS),
    Row("POST /papieren/na-te-kijken", DESKS | ADMINISTRATORS),
)
