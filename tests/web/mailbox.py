"""What waits in the outbox, read as its recipient would read it."""

from __future__ import annotations

import re

from flask import Flask
from sqlalchemy import select

from booking.services.mailed_keys import revealed
from booking.web.extensions import db
from booking.words import letter
from booking.words.letters import Written
from models import Outbox


def mails_to(app: Flask, recipient: str) -> list[Written]:
    """All mails to an address, oldest first."""
    with app.app_context():
        rows = db.session.scalars(select(Outbox).where(Outbox.recipient == recipient).order_by(Outbox.id)).all()
        secret = app.config["SECRET_KEY"].encode()
        return [letter(row.event, row.language, revealed(secret, row.payload), app.config["BASE_URL"]) for row in rows]


def link_to(app: Flask, recipient: str) -> str:
    """The path of the link in the last mail to an address, its language included."""
    written = mails_to(app, recipient)[-1]
    assert written.link
    assert written.link[1].startswith(app.config["BASE_URL"])
    return written.link[1].removeprefix(app.config["BASE_URL"])


def code_to(app: Flask, recipient: str) -> str:
    """The six digits of the last mail to an address."""
    found = re.search(r"\b\d{6}\b", mails_to(app, recipient)[-1].body)
    assert found
    return found[0]
