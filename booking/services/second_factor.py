"""The second factor: codes of an authenticator app (RFC 6238) and, for a lost telephone, codes on paper. Each code opens once."""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Sequence
from datetime import datetime

import pyotp
from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from booking.queries.actors import actor_of
from booking.rules.periods import local
from booking.rules.permissions import Actor, authorities_for
from booking.rules.refusals import NotAllowed, NotFound, NotSignedIn, Refused
from booking.services import limits, records, vault
from booking.services.keys import digest, sealed
from booking.services.rows import add, add_all
from booking.services.sign_in import Caller, Door, open_visit, sign_out_everywhere
from booking.services.transaction import transaction
from models import Account, RecoveryCode, SecondFactor, SignIn

ISSUER = "Streekdepot"
STEP = 30  # seconds
DRIFT = (-1, 0, 1)  # steps that a telephone's clock may be off
TRIES = limits.Limit("second_factor", both=10, subject=10, network=100)
PAPER_CODES = 10
_ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # nothing that looks like something else


def new_secret(door: Door, account_id: int) -> str:
    """A secret to be shown to its owner, locked, so that the page can hand it back and no table needs to know it yet."""
    return vault.lock(door.secret, f"proposed factor {account_id}", pyotp.random_base32())


def shown(door: Door, account_id: int, email: str, proposed: str) -> tuple[str, str]:
    """The secret of `new_secret` in readable groups, and the address that a QR code holds. Raises vault.Locked."""
    secret = vault.unlock(door.secret, f"proposed factor {account_id}", proposed)
    address = pyotp.TOTP(secret, interval=STEP).provisioning_uri(name=email, issuer_name=ISSUER)
    return " ".join(secret[start : start + 4] for start in range(0, len(secret), 4)), address


def turn_on(session: Session, door: Door, account_id: int, visit_id: int, proposed: str, code: str, now: datetime) -> list[str]:
    """Keep the secret once a code of it was shown; ends every other visit. Returns the paper codes, shown only here.

    Raises TooMany, vault.Locked, and Refused for a wrong code.
    """
    secret = vault.unlock(door.secret, f"proposed factor {account_id}", proposed)
    attempt = limits.count(session, door.secret, TRIES, str(account_id), "", now)
    step = _step_of(secret, code, now, after=0)
    if step is None:
        raise Refused("factor_wrong")
    with transaction(session):
        limits.forget(session, attempt)
        session.execute(delete(SecondFactor).where(SecondFactor.account_id == account_id))
        kept = vault.lock(door.secret, f"factor {account_id}", secret)
        add(session, SecondFactor, account_id=account_id, secret=kept, last_step=step, created_at=now)
        sign_out_everywhere(session, account_id, except_visit=visit_id)
        session.execute(update(SignIn).where(SignIn.id == visit_id).values(factor="passed"))
        _tell(session, account_id, account_id, "second_factor_on", now)
        return new_paper_codes(session, door, account_id)


def new_paper_codes(session: Session, door: Door, account_id: int) -> list[str]:
    """Ten codes that open once each, shown only here; those of before end."""
    codes = ["-".join("".join(secrets.choice(_ALPHABET) for _ in range(5)) for _ in range(2)) for _ in range(PAPER_CODES)]
    with transaction(session):
        session.execute(delete(RecoveryCode).where(RecoveryCode.account_id == account_id))
        add_all(session, RecoveryCode, [{"account_id": account_id, "code_hash": _on_paper(door, account_id, code)} for code in codes])
    return codes


def turn_off(session: Session, account_id: int, now: datetime, by: int | None = None) -> None:
    """Back to the password alone; a mail tells the owner. Nothing for who has none. `by` is who did it when it was somebody else."""
    with transaction(session):
        session.execute(delete(RecoveryCode).where(RecoveryCode.account_id == account_id))
        if not session.execute(delete(SecondFactor).where(SecondFactor.account_id == account_id)).rowcount:  # type: ignore[attr-defined]
            return
        session.execute(update(SignIn).where(SignIn.account_id == account_id, SignIn.factor == "passed").values(factor="none"))
        _tell(session, account_id, by or account_id, "second_factor_reset" if by else "second_factor_off", now)


def turn_off_for(session: Session, actor: Actor, account_id: int, now: datetime) -> None:
    """An administrator helps a colleague of the same authority who lost the device; the colleague's visits end.

    Who also works for others, or administers the installation, is helped by a steward: a role is given without being asked, and must not
    be a way to take somebody else's second step off. Raises NotFound for who is no colleague, NotAllowed for oneself: that would make the
    factor worth nothing.
    """
    other = actor_of(session, account_id, local(now).date())
    theirs, mine = other.authorities(), authorities_for(actor, "colleague.reset_factor")
    if not (actor.steward or (theirs and theirs <= mine and not other.steward)) or session.get(Account, account_id) is None:
        raise NotFound()
    if account_id == actor.account_id:
        raise NotAllowed()
    with transaction(session):
        turn_off(session, account_id, now, by=actor.account_id)
        sign_out_everywhere(session, account_id)


def awaited_by(session: Session, key: str, now: datetime) -> int | None:
    """The account whose password was right in this browser and whose second factor is awaited."""
    waiting = (SignIn.key_hash == digest(key), SignIn.factor == "awaited", SignIn.expires_at > now)
    return session.scalar(select(SignIn.account_id).where(*waiting))


def enter(session: Session, door: Door, caller: Caller, code: str, now: datetime) -> str:
    """The key of a full visit for who shows a code of the app or of the paper. Raises NotSignedIn, TooMany."""
    account_id = awaited_by(session, caller.key, now)
    if account_id is None:
        raise NotSignedIn()
    attempt = limits.count(session, door.secret, TRIES, str(account_id), caller.address, now)
    with transaction(session):
        if not _opens(session, door, account_id, code, now):
            raise NotSignedIn("factor_wrong")
        limits.forget(session, attempt)
        return open_visit(session, door, caller, account_id, now, factor="passed")


def _opens(session: Session, door: Door, account_id: int, code: str, now: datetime) -> bool:
    """Whether a code fits; it is used up at once, also when two browsers show it at the same moment."""
    factor = session.scalars(select(SecondFactor).where(SecondFactor.account_id == account_id)).one_or_none()
    if factor is None:
        return False
    step = _step_of(vault.unlock(door.secret, f"factor {account_id}", factor.secret), code, now, factor.last_step)
    if step is not None:
        newer = update(SecondFactor).where(SecondFactor.account_id == account_id, SecondFactor.last_step < step)
        return bool(session.execute(newer.values(last_step=step)).rowcount)  # type: ignore[attr-defined]
    unused = (RecoveryCode.code_hash == _on_paper(door, account_id, code), RecoveryCode.used_at.is_(None))
    used = session.execute(update(RecoveryCode).where(RecoveryCode.account_id == account_id, *unused).values(used_at=now))
    return bool(used.rowcount)  # type: ignore[attr-defined]


def _step_of(secret: str, code: str, now: datetime, after: int) -> int | None:
    """The half minute of which this is the code, if it is near and later than `after`."""
    typed, totp, current = "".join(code.split()), pyotp.TOTP(secret, interval=STEP), int(now.timestamp()) // STEP
    steps: Sequence[int] = [current + drift for drift in DRIFT if current + drift > after]
    return next((step for step in steps if hmac.compare_digest(totp.generate_otp(step).encode(), typed.encode())), None)


def _on_paper(door: Door, account_id: int, code: str) -> bytes:
    return sealed(door.secret, "paper", str(account_id), "".join(filter(str.isalnum, code.upper())))


def _tell(session: Session, account_id: int, by: int, event: str, now: datetime) -> None:
    account = session.get_one(Account, account_id)
    records.mail(session, now, event, [account.email], {}, account.language)
    records.audit(session, now, by, f"account.{event}", ("account", account_id))
