"""A mail as other programs read it: RFC 5322, in plain text and as a simple page of the same words."""

from __future__ import annotations

from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from booking.words.letters import Written

PAGES = Path(__file__).resolve().parents[2] / "templates" / "mail"
NAME = "Streekdepot"


def message(written: Written, message_id: str, recipient: str, sender: str, base_url: str, at: datetime) -> EmailMessage:
    """The mail with every header a careful mail server asks for. Raises ValueError for an address that no mail can be written to."""
    mail = EmailMessage(policy=SMTP)
    mail["Message-ID"], mail["Date"] = f"<{message_id}>", format_datetime(at)
    mail["From"] = Address(NAME, addr_spec=sender) if "<" not in sender else sender
    mail["To"], mail["Subject"] = recipient, written.subject
    mail["Auto-Submitted"], mail["X-Auto-Response-Suppress"] = "auto-generated", "All"  # no holiday replies, please (RFC 3834)
    mail["List-Id"] = f"{NAME} <mail.{urlsplit(base_url).hostname or 'localhost'}>"
    mail.set_content(written.text)
    mail.add_alternative(_page().render(letter=written, base_url=base_url, name=NAME), subtype="html")
    mail["Content-Language"] = written.language
    return mail


@cache
def _page() -> Template:
    environment = Environment(loader=FileSystemLoader(PAGES), autoescape=True, undefined=StrictUndefined)
    environment.trim_blocks = environment.lstrip_blocks = True
    return environment.get_template("letter.html")
