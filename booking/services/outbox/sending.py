"""Taking what is due, sending it outside any transaction, and ticking it off: at least once each, by one process at a time."""

from __future__ import annotations

import logging
import smtplib
import time
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from booking.rules.mailing import WORDS_KEPT
from booking.rules.permissions import Actor, could
from booking.rules.refusals import Busy, NotAllowed, Refused
from booking.services import records
from booking.services.mailed_keys import SECRETS
from booking.services.outbox.composing import composed
from booking.services.outbox.posting import LONGEST, Mailer, Unreachable, for_good
from booking.services.outbox.sorting import sort_new
from booking.services.transaction import transaction
from models import Outbox

log = logging.getLogger(__name__)

LEASE = timedelta(seconds=60)  # longer than LONGEST: who takes a mail has sent it, or is dead
AT_ONCE = 50
TURN = timedelta(seconds=10)  # so long one turn goes on with what waits; who stops the process waits for it

FIRST_WAIT, SHORT_WAIT, LONGEST_WAIT = timedelta(minutes=1), timedelta(minutes=2), timedelta(hours=6)
SOON_TRIES = 15  # half an hour of short waits: a server that comes back is not kept waiting
MOST_TRIES = 36  # about four days

Bundle = Sequence[Outbox]
"""What leaves as one mail; its first gives the Message-ID."""


def drain(session: Session, mail: Mailer, now: datetime) -> int:
    """Sort what is new and send what is due, batch after batch, for at most a turn; returns how many mails left."""
    begun, sent = time.monotonic(), 0
    while (passed := _since(begun)) < TURN:
        sort_new(session, now + passed)
        taken, done = _send_batch(session, mail, now + passed)
        sent += done
        if not done or taken < AT_ONCE:
            break
    return sent


def send_waiting(session: Session, mail: Mailer, now: datetime) -> int:
    """Send what is sorted and due, one batch; returns how many mails left. Several processes may do this at once: each mail is taken by
    one of them.

    A mail is taken in a transaction, sent outside it and ticked off in another. A process that dies in between sends it again after the
    lease, with the same Message-ID. A refusal for now (4xx, a connection that broke) is tried again later and later; one for good fails.
    While there is no server at all, nothing counts as tried.
    """
    return _send_batch(session, mail, now)[1]


def try_again(session: Session, actor: Actor, message_ids: Sequence[str], now: datetime) -> int:
    """Let mails that failed for good wait anew, as an administrator of the installation asks; returns how many.

    Raises NotAllowed, Refused `mail_not_failed` when none of them is there (any more).
    """
    if not could(actor, "installation.steward"):
        raise NotAllowed()
    with transaction(session):
        known = (Outbox.state == "failed", Outbox.created_at > now - WORDS_KEPT)
        firsts = select(Outbox.bundle_id).where(Outbox.message_id.in_(message_ids), *known)
        again = update(Outbox).where(Outbox.bundle_id.in_(firsts), Outbox.state == "failed")
        found = session.scalars(again.values(state="waiting", attempts=0, not_before=now).returning(Outbox.id)).all()
        if not found:
            raise Refused("mail_not_failed")
        for key in found:
            records.audit(session, now, actor.account_id, "mail.try_again", ("outbox", key))
    return len(found)


def _send_batch(session: Session, mail: Mailer, now: datetime) -> tuple[int, int]:
    """How many bundles were taken and how many left."""
    bundles, begun, sent = _take(session, now), time.monotonic(), 0
    for place, bundle in enumerate(bundles):
        passed = _since(begun)
        if passed + LONGEST > LEASE:  # a slow server: others may take the rest now
            _give_back(session, bundles[place:], now + passed)
            break
        try:
            sent += _send(session, mail, bundle, now + passed)
        except Unreachable as error:
            log.warning("the mail server does not answer: %s", error)
            _give_back(session, bundles[place:], now + passed + FIRST_WAIT, str(error))
            break
    return len(bundles), sent


def _take(session: Session, now: datetime) -> list[list[Outbox]]:
    """Bundles that are due, ours until the lease ends."""
    due = select(Outbox.id).where(Outbox.state == "waiting", Outbox.bundle_id == Outbox.id, Outbox.not_before <= now)
    with transaction(session):
        firsts = session.scalars(due.order_by(Outbox.id).limit(AT_ONCE).with_for_update(skip_locked=True)).all()
        taken = {"not_before": now + LEASE, "attempts": Outbox.attempts + 1}
        session.execute(update(Outbox).where(Outbox.bundle_id.in_(firsts), Outbox.state == "waiting").values(**taken))
    rows = select(Outbox).where(Outbox.bundle_id.in_(firsts), Outbox.state == "waiting").order_by(Outbox.id)
    found: dict[int, list[Outbox]] = {key: [] for key in firsts}
    for row in session.scalars(rows.execution_options(populate_existing=True)):
        found[row.bundle_id].append(row)
    session.commit()
    return [bundle for bundle in found.values() if bundle]


def _send(session: Session, mail: Mailer, bundle: Bundle, now: datetime) -> int:
    """One bundle: 1 when it left, 0 when there was nothing left to say or it could not. Raises Unreachable."""
    try:
        message, dropped = composed(session, mail, bundle, now)
        session.commit()  # what was read for it is not kept open while the server takes its time
        if message is not None:
            mail.post(message)
    except (Unreachable, Busy):
        raise
    except (OSError, smtplib.SMTPException, ValueError) as error:
        _put_back(session, bundle, now, error)
        return 0
    except Exception as error:  # a fault of ours in one mail keeps no other waiting
        session.rollback()
        log.exception("mail %s", bundle[0].message_id)
        _put_back(session, bundle, now, error)
        return 0
    with transaction(session):
        for row in bundle:
            why = dropped.get(row.id)
            values: dict[str, Any] = {"state": "dropped", "error": why} if why else {"state": "sent", "sent_at": now, "error": ""}
            session.execute(update(Outbox).where(Outbox.id == row.id).values(**values, payload=_kept(row)))
    return int(message is not None)


def _kept(row: Outbox) -> dict[str, Any]:
    """What the outbox remembers of a mail that left: not its keys."""
    return {name: value for name, value in row.payload.items() if name != SECRETS}


def _give_back(session: Session, bundles: Sequence[Bundle], until: datetime, error: str = "") -> None:
    """Bundles that were taken and not tried."""
    firsts = [bundle[0].bundle_id for bundle in bundles]
    values = {"not_before": until, "attempts": Outbox.attempts - 1, **({"error": error[:500]} if error else {})}
    with transaction(session):
        session.execute(update(Outbox).where(Outbox.bundle_id.in_(firsts), Outbox.state == "waiting").values(**values))


def _put_back(session: Session, bundle: Bundle, now: datetime, error: Exception) -> None:
    """A bundle that could not leave: later and later, or never."""
    tries = bundle[0].attempts
    over = for_good(error) or tries >= MOST_TRIES
    said = f"{type(error).__name__}: {error}"[:500]
    values = {"state": "failed" if over else "waiting", "not_before": now + wait_after(tries), "error": said}
    with transaction(session):
        session.execute(update(Outbox).where(Outbox.bundle_id == bundle[0].bundle_id, Outbox.state == "waiting").values(**values))


def _since(begun: float) -> timedelta:
    """What passed since then, in whole seconds, as every moment is kept."""
    return timedelta(seconds=int(time.monotonic() - begun))


def wait_after(tries: int) -> timedelta:
    """How long a mail waits after so many tries: a minute, two for half an hour, then twice as long each time up to six hours."""
    if tries <= SOON_TRIES:
        return FIRST_WAIT if tries <= 1 else SHORT_WAIT
    return min(SHORT_WAIT * 2 ** (tries - SOON_TRIES), LONGEST_WAIT)
