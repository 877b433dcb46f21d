"""What a basket is for, as the search beside it said: read from hidden fields, believed only as far as it can be true."""

from __future__ import annotations

from flask import request
from sqlalchemy.orm import Session

from booking.queries.basket import Setting
from booking.queries.catalogue import catalogue
from booking.rules.asking import LONGEST_NAME
from booking.rules.kinds import BorrowerKind, Purpose
from booking.rules.permissions import Actor

FIELDS = ("purpose", "place", "place_authority", "borrower", "kind", "home")


def as_fields(setting: Setting) -> dict[str, str]:
    """The hidden fields by which a page hands a setting on."""
    return {name: str(value) for name in FIELDS if (value := getattr(setting, name)) not in (None, "")}


def read_setting(session: Session, actor: Actor) -> Setting:
    """The setting that this request's form says; another person's borrower, an unknown place or kind is left out."""
    sent, known = request.form, catalogue(session).authorities

    def number(name: str) -> int | None:
        text = sent.get(name, "")
        return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else None

    borrower, where, home = number("borrower"), number("place_authority"), number("home")
    return Setting(
        purpose=sent["purpose"] if sent.get("purpose") in set(Purpose) else Purpose.EVENT,
        place=sent.get("place", "").strip()[:LONGEST_NAME],
        place_authority=where if where in known else None,
        borrower=borrower if borrower and actor.acts_for(borrower) else None,
        kind=BorrowerKind(sent["kind"]) if sent.get("kind") in set(BorrowerKind) else None,
        home=home if home in known else None,
    )
