"""Certificates as insurers and schools send them, drawn here: what a desk of the demo region looks at."""

from __future__ import annotations

from datetime import UTC, datetime, time
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont
from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.formats.upload import Checked, checked
from booking.rules.permissions import Actor
from booking.services.documents import keep
from booking.words import label
from booking.words.moments import day
from booking.words.money import money
from models import Account, Borrower, Document, Person, PersonBorrower, Policy, Qualification

PAPER = (827, 1_169)  # A4 at a hundred pixels to the inch
LINE = 44


def write_certificates(session: Session, folder: Path) -> None:
    """A certificate for every policy of a borrower and every proof of its people; nothing where there are documents already."""
    if session.scalar(select(Document.id).limit(1)) is not None:
        return
    account = session.scalars(select(Account.id).where(Account.demo).order_by(Account.id)).first()
    actor = Actor(account)
    for policy, borrower in session.execute(select(Policy, Borrower.name).join(Borrower, Borrower.id == Policy.borrower_id)):
        drawn = _drawn(
            f"Attest {label('cover', policy.kind, 'nl').lower()}", f"polis-{policy.id}",
            ("Verzekeraar", policy.insurer), ("Polis", policy.number), ("Verzekerde", borrower),
            ("Verzekerd bedrag", money(policy.amount_cents, "nl")), ("Geldig tot en met", _until(policy)),
        )  # fmt: skip
        keep(session, actor, "policy", policy.id, "certificate", drawn, folder, _moment(policy))
    named = select(Qualification, Person.name).join(Person, Person.id == Qualification.person_id)
    for held, person in session.execute(named.where(Person.id.in_(select(PersonBorrower.person_id)))):
        drawn = _drawn(
            label("qualification", held.kind, "nl"), f"bewijs-{held.id}", ("Naam", person), ("Nummer", held.number or "–"),
            ("Geldig tot en met", _until(held)),
        )  # fmt: skip
        keep(session, actor, "qualification", held.id, "proof", drawn, folder, _moment(held))


def _drawn(title: str, name: str, *lines: tuple[str, str]) -> Checked:
    """A sheet with a title and lines, in black on white, and the word that says that nobody issued it."""
    sheet = Image.new("L", PAPER, 255)
    pen, font, bold = ImageDraw.Draw(sheet), ImageFont.load_default(24), ImageFont.load_default(34)
    pen.text((70, 80), title, 0, bold)
    for number, (what, value) in enumerate(lines):
        pen.text((70, 200 + number * LINE), f"{what}: {value}", 0, font)
    pen.text((70, PAPER[1] - 120), "FICTIEF - alleen om te tonen", 90, bold)
    kept = BytesIO()
    sheet.save(kept, "PNG")
    return checked(kept.getvalue(), f"{name}.png")


def _until(row: Policy | Qualification) -> str:
    return day(row.valid_until, "nl") if row.valid_until else "opzegging"


def _moment(row: Policy | Qualification) -> datetime:
    return row.declared_at or datetime.combine(row.valid_from, time(9), UTC)
