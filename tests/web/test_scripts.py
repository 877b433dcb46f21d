"""The scripts of a page: vouched for by a nonce that no other answer has, and absent where they were not fetched."""

from __future__ import annotations

import re
from pathlib import Path

from flask import Flask

from booking.web.scripts import SCRIPTS
from requirements.install import SCRIPTS as FETCHED
from requirements.install import VENDOR
from tests.web.visitor import Visitor

TAG = re.compile(r'<script src="/static/([^?"]+)\?v=[0-9a-f]+" nonce="([^"]+)" defer></script>')


def fetched(app: Flask, folder: Path) -> None:
    """Let the application find scripts in a folder of static files."""
    app.static_folder = str(folder)
    for name in SCRIPTS:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("1")


def test_every_page_vouches_for_its_scripts_anew(app: Flask, tmp_path: Path) -> None:
    fetched(app, tmp_path)
    answers = [Visitor(app).get(path) for path in ("/aanmelden", "/aanmelden", "/nergens")]
    nonces = [{nonce for _, nonce in TAG.findall(answer.text)} for answer in answers]
    assert all([name for name, _ in TAG.findall(answer.text)] == list(SCRIPTS) for answer in answers)
    assert len(set.union(*nonces)) == len(answers)
    for answer, own in zip(answers, nonces, strict=True):
        assert f"script-src 'self' 'nonce-{own.pop()}';" in answer.headers["Content-Security-Policy"]


def test_where_nothing_was_fetched_no_page_asks_for_it(app: Flask, tmp_path: Path) -> None:
    app.static_folder = str(tmp_path)
    answer = Visitor(app).get("/aanmelden")
    assert answer.status_code == 200
    assert "vendor/" not in answer.text
    assert "nonce" not in answer.headers["Content-Security-Policy"]


def test_an_answer_without_a_page_vouches_for_nothing(app: Flask) -> None:
    assert "nonce" not in Visitor(app).get("/healthz").headers["Content-Security-Policy"]


def test_what_is_fetched_is_what_pages_ask_for() -> None:
    assert [f"{VENDOR.name}/{Path(script).name}" for script in FETCHED] == list(SCRIPTS)
