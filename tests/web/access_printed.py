"""Who gets through the doors of the depot's day and of what is printed: week sheets, delivery notes, labels."""

from __future__ import annotations

from tests.web.admitted import ADMINISTRATOR, ADMINISTRATORS, DEPOT, DEPOT_ONLY, READ, Row

PRINTED_ROWS = (
    Row("GET /vandaag", DEPOT | {"administrator", "tariffs_elsewhere"}),
    Row("GET /vandaag/weekblad/<int(max=999999999):depot>", *(DEPOT_ONLY[n] | ADMINISTRATOR[n] for n in (0, 1))),
    Row("GET /reservaties/<loan>/leveringsbon/<int(max=999999999):authority>", *READ),
    Row("GET /beheer/middelen/etiketten", ADMINISTRATORS),
    Row("GET /beheer/middelen/etiketten/pdf", ADMINISTRATORS),
)
