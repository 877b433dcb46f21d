"""Who gets through the doors of labels, of photographs of hand-overs, and of checklists; a part of the table in access.py."""

from __future__ import annotations

from tests.web.admitted import ADMINISTRATOR, ADMINISTRATORS, DEPOT, EVERYONE, READ, Row

LISTS = "/beheer/controlelijsten"

HANDOVER_ROWS = (
    Row("GET /m/<code>", EVERYONE),
    Row("GET /scannen", DEPOT | {"administrator", "tariffs_elsewhere"}),
    Row("GET /uitgiftes/fotos/<int(max=999999999):state>.webp", *READ),
    Row(f"GET {LISTS}", ADMINISTRATORS),
    *(Row(f"{method} {LISTS}/<int(max=999999999):checklist>", *ADMINISTRATOR) for method in ("GET", "POST")),
    *(Row(f"{method} /beheer/middelen/<int:asset>/controlelijst", *ADMINISTRATOR) for method in ("GET", "POST")),
)
