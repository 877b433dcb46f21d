"""From rows of the outbox to one mail: its words, what it is about as that stands now, its calendar part and its foot."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from email.message import EmailMessage

from sqlalchemy.orm import Session

from booking.formats.ical import Event
from booking.formats.ical.invitation import Guest, Invitation, invitation
from booking.formats.mail import NAME, Extras, message
from booking.queries.mailing import ToldLine, ToldReservation, told
from booking.rules.mailing import essential, family_of
from booking.rules.periods import local
from booking.services.mail_choices import stop_address
from booking.services.mailed_keys import revealed
from booking.services.outbox.posting import Mailer
from booking.services.reminders import GONE, still_stands
from booking.words import letter, moments, say
from booking.words.letters import Written, footed, together
from models import Outbox

INVITING = frozenset(
    """request_sent line_approve line_moved line_move line_amend line_cancel line_no_show line_recalled line_keep line_lend_outside
    line_extras line_safe own_accept own_amend own_cancel conflict_offer""".split()
)
"""Events after which the reader's own calendar is told how its lines stand."""

MOST_NAMED = 6
LATER_THAN_ITS_BUNDLE = timedelta(hours=1)  # of what was gathered so long, the day is told


def composed(session: Session, mail: Mailer, bundle: Sequence[Outbox], now: datetime) -> tuple[EmailMessage | None, dict[int, str]]:
    """A bundle as one mail, None where nothing of it has to be told any more; and why which of its rows are left out, by id.

    Its Message-ID is that of its first row, whatever is left out. Raises ValueError for what no mail can be written of.
    """
    dropped = {row.id: GONE for row in bundle if not still_stands(session, row.payload, now)}
    rows = [row for row in bundle if row.id not in dropped]
    if not rows:
        return None, dropped
    first, about = bundle[0], told(session, {row.payload.get("reference", "") for row in rows})
    letters = [_letter(row, about.get(row.payload.get("reference", "")), mail) for row in rows]
    events = [row.event for row in rows]
    stop = _stop(mail, events, first)
    written = footed(_as_one(letters, rows, now), events, mail.base_url, stop)
    calendar = _calendar(rows, about, now)
    extras = Extras(_reply_to(rows, about), stop, calendar)
    return message(written, first.message_id, first.recipient, mail.sender, mail.base_url, first.created_at, extras), dropped


def _letter(row: Outbox, about: ToldReservation | None, mail: Mailer) -> Written:
    payload = revealed(mail.secret, row.payload)
    facts = tuple(_facts(about, row.recipient, payload.get("number"), row.language)) if about else ()
    return letter(row.event, row.language, payload, mail.base_url, facts)


def _as_one(letters: Sequence[Written], rows: Sequence[Outbox], now: datetime) -> Written:
    if len(letters) == 1:
        return letters[0]
    references = {row.payload.get("reference", "") for row in rows}
    gathered = now - rows[0].created_at > LATER_THAN_ITS_BUNDLE
    return together(letters, rows[0].language, local(now).date() if gathered else None, references.pop() if len(references) == 1 else "")


def _facts(about: ToldReservation, reader: str, number: int | None, language: str) -> Iterable[tuple[str, str]]:
    """What is told of a line: what, when, where and of whom; of a whole reservation its event and what was asked of its reader."""
    lines = about.line_for(reader, number)
    if number is None or len(lines) != 1:
        names = [line.asset.counted(line.units) for line in lines[:MOST_NAMED]] + (["…"] if len(lines) > MOST_NAMED else [])
        return ("event", about.event), ("lines", ", ".join(names))
    [line] = lines
    where = ", ".join(filter(None, (line.depot.name, line.depot.address)))
    at = [("use", moments.period(line.use, language))]
    if line.asset.in_place:
        at += [("place", where)]
    else:
        out, back = (moments.moment(moment, language) for moment in (line.custody.start, line.custody.end))
        at += [("handover", f"{out}, {where}"), ("return", back)]
    return ("asset", line.asset.counted(line.units)), *at, ("event", about.event), ("owner", line.owner.name)


def _reply_to(rows: Sequence[Outbox], about: Mapping[str, ToldReservation]) -> str:
    """The desk that answers for what the mail is about, where that is one, and not who reads it."""
    desks = {
        line.owner.email or ""
        for row in rows
        if (found := about.get(row.payload.get("reference", "")))
        for line in found.line(row.payload.get("number"))
    }
    only = desks.pop() if len(desks) == 1 else ""
    return "" if only == rows[0].recipient else only


def _stop(mail: Mailer, events: Sequence[str], first: Outbox) -> str:
    """The page where the reader can switch off such mails; none where one of them is essential."""
    families = {family_of(event) for event in events}
    if len(families) != 1 or essential(family := families.pop()):
        return ""
    return f"{mail.base_url}/{first.language}{stop_address(mail.secret, first.recipient, family)}"


def _calendar(rows: Sequence[Outbox], about: Mapping[str, ToldReservation], now: datetime) -> Invitation | None:
    """What the borrower's calendar must know: each line that the mails are about once, as it stands now."""
    reader, language = rows[0].recipient, rows[0].language
    lines: dict[int, tuple[ToldLine, ToldReservation]] = {}
    for row in rows:
        found = about.get(row.payload.get("reference", ""))
        if found and row.event in INVITING and reader in found.readers:
            lines |= {line.id: (line, found) for line in found.line(row.payload.get("number")) if line.stands or line.is_off}
    events = [(_event(line, found, language, now), Guest(line.owner.name, line.owner.email or reader)) for line, found in lines.values()]
    names = {found.borrower for _, found in lines.values()}
    return invitation(events, Guest(next(iter(names), NAME), reader), language)


def _event(line: ToldLine, found: ToldReservation, language: str, now: datetime) -> Event:
    """A line as the same event that the reservation's own calendar file shows."""
    times = [f"{say(f'mail_fact.{name}', language)}: {moments.moment(at, language)}" for name, at in _times(line)]
    where = ", ".join(filter(None, (line.depot.name, line.depot.address)))
    return Event(
        uid=f"line-{line.id}@streekdepot",
        sequence=line.version,
        starts_at=line.use.start,
        ends_at=line.use.end,
        summary=f"{found.event or found.borrower}: {line.asset.counted(line.units)}",
        created_at=found.asked_at,
        changed_at=now,
        location=line.depot.address if line.asset.in_place else found.place,
        description="\n".join([f"{found.reference} / {line.number}", *times, where]),
        status="CANCELLED" if line.is_off else "CONFIRMED",
    )


def _times(line: ToldLine) -> Iterable[tuple[str, datetime]]:
    return () if line.asset.in_place else (("handover", line.custody.start), ("return", line.custody.end))
