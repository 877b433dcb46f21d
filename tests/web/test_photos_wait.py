"""Photographs that wait for a form to be put right, while others tidy the same folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask

from booking.formats.photograph import encoded
from booking.web.forms.photos import Waiting
from tests.web.handovers_world import picture

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)


def test_what_another_form_tidied_away_meanwhile_is_gone_and_no_fault(app: Flask) -> None:
    made, folder = encoded(picture()), Path(app.config["INSTANCE"]) / "waiting"
    with app.app_context():
        mine = Waiting("1 1")
        token = mine.keep([(2, made)])
        assert [place for place, _ in mine.found(token)] == [2]
        (folder / "vanishing").symlink_to(folder / "nowhere")  # there when it is listed, gone when it is looked at
        assert mine.keep([(2, made)])
        (folder / "vanishing").unlink()
        for path in folder.iterdir():
            path.unlink()
        assert mine.found(token) == []
