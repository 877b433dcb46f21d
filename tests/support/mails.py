"""Everything that some mail needs in order to be written: a payload for whatever event."""

from __future__ import annotations

from typing import Any

MOMENT = "2027-06-14T06:00:00+00:00"

PAYLOAD: dict[str, Any] = {
    "reference": "SD-2027-000012", "number": 2, "owner": "Ranst", "reason": "de zaal\nis dan dicht", "asset": "HW-02", "asset_id": 96,
    "place": "Loods", "borrower": "Harmonie De Lindekapel", "total_cents": 12_500, "contract": "OVK-2027-000003", "occupancy": "breakdown",
    "from_": "2027-06-12T10:00:00+00:00", "until": MOMENT, "deadline": MOMENT, "moment": MOMENT, "day": "2027-06-14",
    "last": "2027-06-14", "days": 3, "hours": 2, "key": "k" * 43, "code": "123456", "name": "Ann Voorbeeld", "email": "ann@lokaal.example",
    "new_email": "ann@thuis.example", "inviter": "Dirk Zogezegd", "organisation": "Ranst", "role": "desk", "id": 7,
    "agreement": "2027-03", "agreement_id": 7, "title": "Uitwisseling van materieel", "party": "Zandhoven", "missing": "Brecht",
    "count": 3, "cover": "liability", "loans": 4, "matters": "2 keuring, 1 polis", "offer_way": "own", "person": "Leo",
    "policy": "Papieren Paraplu 45.1", "qualification": "licence_be", "upkeep": "inspection", "calendar": "Loods Oelegem",
    "alternative": "HW-03",
}  # fmt: skip
