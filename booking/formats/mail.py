"""A mail as other programs read it: RFC 5322, in plain text, as a page of the same words, and what a calendar program must know of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from booking.formats.ical.invitation import Invitation, Method
from booking.words.letters import Written

PAGES = Path(__file__).resolve().parents[2] / "templates" / "mail"
NAME = "Streekdepot"
FILE = "streekdepot.ics"


@dataclass(frozen=True, slots=True)
class Extras:
    """What only some mails carry: who answers are for, the address that switches such mails off (RFC 8058), and a calendar part."""

    reply_to: str = ""
    stop: str = ""
    calendar: Invitation | None = None


def message(
    written: Written, message_id: str, recipient: str, sender: str, base_url: str, at: datetime, extras: Extras = Extras()
) -> EmailMessage:  # fmt: skip
    """The mail with every header a careful mail server asks for. Raises ValueError for an address that no mail can be written to."""
    mail = EmailMessage(policy=SMTP)
    mail["Message-ID"], mail["Date"] = f"<{message_id}>", format_datetime(at)
    mail["From"] = Address(NAME, addr_spec=sender) if "<" not in sender else sender
    mail["To"], mail["Subject"] = recipient, written.subject
    if extras.reply_to:
        mail["Reply-To"] = extras.reply_to
    mail["Auto-Submitted"], mail["X-Auto-Response-Suppress"] = "auto-generated", "All"  # no holiday replies, please (RFC 3834)
    mail["List-Id"] = f"{NAME} <mail.{urlsplit(base_url).hostname or 'localhost'}>"
    if extras.stop:
        mail["List-Unsubscribe"], mail["List-Unsubscribe-Post"] = f"<{extras.stop}>", "List-Unsubscribe=One-Click"
    mail.set_content(written.text)
    mail.add_alternative(_page().render(letter=written, base_url=base_url, name=NAME), subtype="html")
    if extras.calendar is not None:
        _add_calendar(mail, extras.calendar)
    mail["Content-Language"] = written.language
    return mail


def _add_calendar(mail: EmailMessage, calendar: Invitation) -> None:
    """A part that calendar programs act upon (RFC 6047 § 2.4), and the same as a file for those that only open files."""
    if calendar.method is not Method.PUBLISH:
        mail.add_alternative(calendar.content.decode(), subtype="calendar", params={"method": str(calendar.method)}, cte="base64")
    mail.add_attachment(
        calendar.content.decode(), subtype="calendar", params={"method": str(calendar.method)}, cte="base64", filename=FILE
    )  # fmt: skip


@cache
def _page() -> Template:
    environment = Environment(loader=FileSystemLoader(PAGES), autoescape=True, undefined=StrictUndefined)
    environment.trim_blocks = environment.lstrip_blocks = True
    return environment.get_template("letter.html")
