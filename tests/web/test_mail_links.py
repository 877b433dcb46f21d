"""Where the mails lead is a page of ours, in the language of the mail."""

from __future__ import annotations

import pytest
from flask import Flask
from werkzeug.exceptions import HTTPException

from booking.web.language import without_language
from booking.words import letter
from booking.words.mail import SUBJECTS

FIELDS = (
    "owner asset place borrower until from_ occupancy name email new_email inviter organisation role agreement title party missing day "
    "contract cover deadline matters offer_way person policy qualification upkeep reason"
).split()
NUMBERS = {"number": 1, "id": 7, "asset_id": 96, "agreement_id": 7, "total_cents": 1, "count": 3, "loans": 4}
PAYLOAD = dict.fromkeys(FIELDS, "x") | NUMBERS | {"reference": "SD-2027-000012", "key": "k" * 43, "code": "123456"}


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_every_link_of_every_mail_is_a_page(app: Flask) -> None:
    adapter, lost = app.url_map.bind("localhost"), []
    for event in SUBJECTS:
        address = letter(event, "fr", PAYLOAD, "").link[1]
        assert address.startswith("/fr/")
        try:
            adapter.match(without_language(address), method="GET")
        except HTTPException:
            lost.append((event, address))
    assert lost == []
