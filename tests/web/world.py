"""The demo region behind the doors: its cast with a browser and a token each, and pairs of things, one of Ranst and one of Zandhoven."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import cached_property

from flask import Flask
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from booking.clock import now
from booking.demo import cast
from booking.demo.region import load_region
from booking.formats.tables import read_table
from booking.queries.actors import actor_of
from booking.queries.feeds import Followed
from booking.rules.asking import Ask, AskLine
from booking.rules.feeds import Scope
from booking.rules.periods import Period, local
from booking.rules.permissions import Actor
from booking.services import accounts, feeds, importing, reservations
from booking.services.incidents import record_breakdown
from booking.services.keys import digest, new_key
from booking.web.extensions import db
from models import Account, Conflict, Feed, Membership, Recognition, Role, SignIn
from tests.web.access import IDENTITIES
from tests.web.access_comparison import COMPARISON_PAIRS
from tests.web.access_regulations import REGULATION_PAIRS
from tests.web.accounts import PAIRS as ACCOUNT_PAIRS
from tests.web.calendar_world import CALENDAR_PAIRS
from tests.web.handovers_world import HANDOVER_PAIRS
from tests.web.money_world import MONEY_PAIRS
from tests.web.papers_world import PAPER_PAIRS
from tests.web.proofs_world import PROOF_PAIRS
from tests.web.settings_world import SETTING_PAIRS
from tests.web.upkeep_world import UPKEEP_PAIRS
from tests.web.visitor import Visitor
from tests.web.waiting_world import queued
from tests.web.work_world import WORK_PAIRS

MOMENT = "2027-05-10T08:00:00+02:00"
USE = Period(datetime(2027, 6, 16, 8, tzinfo=UTC), datetime(2027, 6, 16, 12, tzinfo=UTC))


class World:
    """The region on an application's database, loaded at MOMENT; `load` may bring more than the region."""

    def __init__(self, app: Flask, load: Callable[[Session, date], object] = load_region) -> None:
        self.app, self.pairs = app, {}
        self.readers: dict[str, Visitor] = {}
        with app.app_context():
            load(db.session(), local(now()).date())
            self.tokens = {name: accounts.create_token(db.session(), email, now()) for name, email in IDENTITIES.items() if email}
            db.session.execute(update(Account).where(Account.email == IDENTITIES["suspended"]).values(suspended_at=now()))
            db.session.commit()

    def visitor(self, name: str) -> Visitor:
        """Somebody of IDENTITIES, with a browser that signed in before."""
        visitor = Visitor(self.app)
        if email := IDENTITIES[name]:
            visitor.comes_signed_in(email)
        return visitor

    def reader(self, name: str) -> Visitor:
        """The same for who only looks: the browser of last time, as long as its visit was not ended."""
        kept = self.readers.get(name)
        with self.app.app_context():
            stands = kept and db.session.scalar(select(SignIn.id).where(SignIn.key_hash == digest(kept.key or "")))
        if kept is None or (IDENTITIES[name] and not stands):
            kept = self.readers[name] = self.visitor(name)
        return kept

    def pair(self, kind: str) -> tuple[str, str]:
        """What stands in an address for Ranst's and for Zandhoven's thing of this kind; made when it is first asked for."""
        if kind not in self.pairs:
            with self.app.app_context():
                self.pairs[kind] = PAIRS[kind](self, db.session())
        return self.pairs[kind]

    @cached_property
    def receipts(self) -> tuple[reservations.Receipt, reservations.Receipt]:
        """A request of De Lindekapel for Ranst's hall, and one of Zoersel's school for Zandhoven's stage."""
        return self.ask(cast.ORGANISER, cast.HALL_RANST, USE), self.ask(cast.TEACHER_ZOERSEL, cast.STAGE_ZANDHOVEN, USE)

    def actor(self, email: str) -> Actor:
        """Somebody of the cast."""
        return actor_of(db.session(), cast.account_id(db.session(), email), local(now()).date())

    def ask(self, email: str, asset: str, use: Period) -> reservations.Receipt:
        """A request for one asset."""
        actor, line = self.actor(email), AskLine(cast.asset_id(db.session(), asset), use)
        return reservations.request(db.session(), actor, Ask(min(actor.borrowers), (line,), event="Een feest"), now())

    def promised(self, email: str, desk: str, asset: str) -> str:
        """A request three weeks after USE that its desk approved."""
        later = timedelta(days=21)
        reference = self.ask(email, asset, Period(USE.start + later, USE.end + later)).reference
        reservations.approve(db.session(), self.actor(desk), reference, 1, now())
        return reference

    def fact(self, email: str, asset: str) -> str:
        """A breakdown of one asset that lasts for a day a week after USE."""
        session, day = db.session(), timedelta(days=1)
        later = USE.start + 7 * day
        return str(record_breakdown(session, self.actor(email), cast.asset_id(session, asset), now(), later - day, later + day))

    def conflict(self, borrower: str, desk: str, asset: str) -> str:
        """A request a week after USE that a breakdown hits."""
        day = timedelta(days=7)
        line = self.ask(borrower, asset, Period(USE.start + day, USE.end + day)).lines[0].id
        self.fact(desk, asset)
        return str(db.session.scalars(select(Conflict.id).where(Conflict.line_id == line)).one())

    def feed(self, email: str, nis: str) -> str:
        """Somebody's subscription to an authority's work."""
        session = db.session()
        wish = feeds.Wish(Followed(Scope.AUTHORITY, cast.authority_id(session, nis)), feeds.Settings("Alles"))
        token = feeds.create(session, self.actor(email), wish, now())
        return str(session.scalars(select(Feed.id).where(Feed.token_hash == digest(token))).one())

    def upload(self, session: Session, email: str, nis: str) -> str:
        """A list of one asset that is there already, uploaded by an administrator."""
        content = f"nummer;naam;categorie\n{cast.BARRIERS_RANST if nis == cast.RANST else cast.PLATFORM_ZANDHOVEN};Nieuwe naam;tafel\n"
        table = read_table(content.encode(), "lijst.csv")
        return str(importing.keep(session, self.actor(email), cast.authority_id(session, nis), "lijst.csv", table, now()))


HOUSES = (cast.ASSOCIATION_RANST, "Toneelkring De Souffleur (fictief)")


def first_of(session: Session, relation: type[Membership | Recognition]) -> tuple[str, ...]:
    """The first row of each of HOUSES, one of Ranst and one of Zandhoven."""
    houses = (cast.borrower_id(session, name) for name in HOUSES)
    return tuple(
        str(session.scalars(select(relation.id).where(relation.borrower_id == house).order_by(relation.id)).first()) for house in houses
    )


PAIRS: dict[str, Callable[[World, Session], tuple[str, str]]] = {
    **ACCOUNT_PAIRS,
    **SETTING_PAIRS,
    **MONEY_PAIRS,
    **COMPARISON_PAIRS,
    **PAPER_PAIRS,
    **PROOF_PAIRS,
    **REGULATION_PAIRS,
    **UPKEEP_PAIRS,
    **WORK_PAIRS,
    **HANDOVER_PAIRS,
    **CALENDAR_PAIRS,
    "reservation": lambda world, _: tuple(receipt.reference for receipt in world.receipts),
    "line": lambda world, _: tuple(str(receipt.lines[0].id) for receipt in world.receipts),
    "line number": lambda world, _: ("1", "1"),
    "price version": lambda *_: ("1", "1"),
    "dossier": lambda world, _: tuple(str(min(receipt.dossiers.values())) for receipt in world.receipts),
    "asset": lambda _, session: tuple(str(cast.asset_id(session, code)) for code in (cast.HALL_RANST, cast.STAGE_ZANDHOVEN)),
    "fact": lambda world, _: (
        world.fact(cast.DESK_RANST, cast.BARRIERS_RANST),
        world.fact(cast.DESK_ZANDHOVEN, cast.PLATFORM_ZANDHOVEN),
    ),
    "promised loan": lambda world, _: (
        world.promised(cast.ORGANISER, cast.DESK_RANST, cast.HALL_RANST),
        world.promised(cast.TEACHER_ZOERSEL, cast.DESK_ZANDHOVEN, cast.STAGE_ZANDHOVEN),
    ),
    "conflict": lambda world, _: (
        world.conflict(cast.ORGANISER, cast.DESK_RANST, cast.HALL_RANST),
        world.conflict(cast.TEACHER_ZOERSEL, cast.DESK_ZANDHOVEN, cast.STAGE_ZANDHOVEN),
    ),
    "feed": lambda world, _: (world.feed(cast.DESK_RANST, cast.RANST), world.feed(cast.DESK_ZANDHOVEN, cast.ZANDHOVEN)),
    "borrower": lambda _, session: tuple(str(cast.borrower_id(session, name)) for name in HOUSES),
    "membership": lambda _, session: first_of(session, Membership),
    "recognition": lambda _, session: first_of(session, Recognition),
    "role": lambda _, session: tuple(
        str(session.scalars(select(Role.id).where(Role.account_id == cast.account_id(session, email))).first())
        for email in (cast.DESK_RANST, cast.DESK_ZANDHOVEN)
    ),
    "uploaded list": lambda world, session: tuple(
        world.upload(session, email, nis)
        for email, nis in ((cast.ADMINISTRATOR_RANST, cast.RANST), ("koen@zandhoven.example", cast.ZANDHOVEN))
    ),
    "place in the queue": lambda world, session: queued(world, session, USE),
    "guessed key": lambda *_: (new_key(), new_key()),
    "asset code": lambda *_: (cast.HALL_RANST, cast.STAGE_ZANDHOVEN),
    "hall code": lambda *_: (cast.HALL_RANST, cast.SPORTS_HALL_WOMMELGEM),
    "authority": lambda _, session: tuple(str(cast.authority_id(session, nis)) for nis in (cast.RANST, cast.ZANDHOVEN)),
}
