"""The demo region behind the doors: its cast with a browser and a token each, and pairs of things, one of Ranst and one of Zandhoven."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import cached_property

from flask import Flask
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from booking.clock import now
from booking.demo import cast
from booking.demo.region import load_region
from booking.queries.actors import actor_of
from booking.rules.asking import Ask, AskLine
from booking.rules.periods import Period, local
from booking.services import accounts, reservations
from booking.services.keys import digest, new_key
from booking.web.extensions import db
from models import Account, RegulationRow, SignIn
from tests.web.access import IDENTITIES
from tests.web.visitor import Visitor

MOMENT = "2027-05-10T08:00:00+02:00"
USE = Period(datetime(2027, 6, 16, 8, tzinfo=UTC), datetime(2027, 6, 16, 12, tzinfo=UTC))


class World:
    """The region on an application's database, loaded at MOMENT."""

    def __init__(self, app: Flask) -> None:
        self.app, self.pairs = app, {}
        with app.app_context():
            load_region(db.session(), local(now()).date())
            self.tokens = {name: accounts.create_token(db.session(), email, now()) for name, email in IDENTITIES.items() if email}
            db.session.execute(update(Account).where(Account.email == IDENTITIES["suspended"]).values(suspended_at=now()))
            db.session.commit()

    def visitor(self, name: str) -> Visitor:
        """Somebody of IDENTITIES, with a browser that signed in before."""
        visitor, key = Visitor(self.app), new_key()
        if email := IDENTITIES[name]:
            with self.app.app_context():
                account = cast.account_id(db.session(), email)
                dates = {"created_at": now(), "seen_at": now(), "expires_at": now() + timedelta(hours=1)}
                db.session.add(SignIn(key_hash=digest(key), account_id=account, csrf=new_key(), **dates))
                db.session.commit()
            visitor.take_key(key)
        return visitor

    def pair(self, kind: str) -> tuple[str, str]:
        """What stands in an address for Ranst's and for Zandhoven's thing of this kind; made when it is first asked for."""
        if kind not in self.pairs:
            with self.app.app_context():
                self.pairs[kind] = PAIRS[kind](self, db.session())
        return self.pairs[kind]

    @cached_property
    def receipts(self) -> tuple[reservations.Receipt, reservations.Receipt]:
        """A request of De Lindekapel for Ranst's hall, and one of Zoersel's school for Zandhoven's stage."""
        return self._ask(cast.ORGANISER, cast.HALL_RANST), self._ask(cast.TEACHER_ZOERSEL, cast.STAGE_ZANDHOVEN)

    def _ask(self, email: str, asset: str) -> reservations.Receipt:
        session = db.session()
        actor = actor_of(session, cast.account_id(session, email), local(now()).date())
        line = AskLine(cast.asset_id(session, asset), USE)
        return reservations.request(session, actor, Ask(min(actor.borrowers), (line,), event="Een feest"), now())


PAIRS: dict[str, Callable[[World, Session], tuple[str, str]]] = {
    "reservation": lambda world, _: tuple(receipt.reference for receipt in world.receipts),
    "line": lambda world, _: tuple(str(receipt.lines[0].id) for receipt in world.receipts),
    "line number": lambda world, _: ("1", "1"),
    "dossier": lambda world, _: tuple(str(min(receipt.dossiers.values())) for receipt in world.receipts),
    "asset": lambda _, session: tuple(str(cast.asset_id(session, code)) for code in (cast.HALL_RANST, cast.STAGE_ZANDHOVEN)),
    "guessed key": lambda *_: (new_key(), new_key()),
    "asset code": lambda *_: (cast.HALL_RANST, cast.STAGE_ZANDHOVEN),
    "authority": lambda _, session: tuple(str(cast.authority_id(session, nis)) for nis in (cast.RANST, cast.ZANDHOVEN)),
    "regulation": lambda _, session: tuple(
        str(session.scalars(select(RegulationRow.id).where(RegulationRow.authority_id == cast.authority_id(session, nis))).first())
        for nis in (cast.RANST, cast.ZANDHOVEN)
    ),
}
