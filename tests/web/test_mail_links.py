"""Where the mails lead is a page of ours, in the language of the mail."""

from __future__ import annotations

import pytest
from flask import Flask
from werkzeug.exceptions import HTTPException

from booking.web.language import without_language
from booking.words import letter
from booking.words.mail import SUBJECTS
from tests.support.mails import PAYLOAD


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
