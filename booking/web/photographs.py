"""Photographs as anyone may see them: re-encoded by us, read from a folder that no web server serves, kept by browsers for a year."""

from __future__ import annotations

from pathlib import Path

from flask import Blueprint, Response, current_app, send_file

from booking.rules.refusals import NotFound
from booking.services.administration.photographs import path_of
from booking.web.access import requires
from booking.web.extensions import db
from models import Photograph

A_YEAR = 31_536_000
SIZES = ("large", "small")

pages = Blueprint("photographs", __name__, url_prefix="/fotos")


@pages.get("/<int:photograph>-<size>.webp")
@requires("catalogue.read")
def show(photograph: int, size: str) -> Response:
    """One photograph; what is uploaded later has another address, so this one never changes."""
    found = db.session.get(Photograph, photograph) if photograph < 2**31 else None
    path = path_of(folder(), found.file, size) if found and size in SIZES else None
    if path is None or not path.is_file():
        raise NotFound()
    answer = send_file(path, "image/webp", max_age=A_YEAR, conditional=True)
    answer.cache_control.public, answer.cache_control.immutable = True, True
    return answer


def folder() -> Path:
    """Where uploads are kept."""
    return Path(current_app.config["INSTANCE"]) / "uploads"
