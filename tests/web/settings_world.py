"""Settings of which Ranst and Zandhoven have one each: what stands in the addresses of the administration."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from booking.clock import now
from booking.demo import cast
from booking.rules.periods import local, start_of
from booking.services.administration import assets
from booking.services.administration.custom_fields import FieldSettings, create_field
from booking.services.administration.exemptions import ExemptionSettings, record
from booking.services.administration.photographs import add_photograph
from booking.services.administration.shares import ContingentSettings, FairUseSettings, agree_contingent, set_fair_use
from booking.services.incidents import record_closure
from models import (
    Agreement,
    AgreementParty,
    AgreementTerm,
    Authority,
    Base,
    Category,
    ClosedDays,
    Contingent,
    Exemption,
    GroupMember,
    LendingRule,
    LocalHoliday,
    OpeningSlot,
    Part,
    Photograph,
    Share,
)  # fmt: skip

HOUSES = ((cast.RANST, cast.ADMINISTRATOR_RANST, "Loods Ranst"), (cast.ZANDHOVEN, "koen@zandhoven.example", "Loods Zandhoven"))
BOECHOUT = "11004"
NEXT_MONTH = timedelta(days=30)


def of_both(make: Callable[..., Any]) -> Callable[[Any, Session], tuple[str, str]]:
    """A pair made by `make(world, session, authority, administrator, depot)` for each of HOUSES."""

    def pair(world: Any, session: Session) -> tuple[str, ...]:
        made = []
        for nis, who, depot in HOUSES:
            made.append(make(world, session, cast.authority_id(session, nis), who, cast.depot_id(session, depot)))
            session.commit()
        return tuple(str(each) for each in made)

    return pair


def today() -> date:
    """The day of the world."""
    return local(now()).date()


def kept(session: Session, row: Base) -> int:
    """A row written beside the services, and its id."""
    session.add(row)
    session.flush()
    return row.id  # type: ignore[attr-defined]


def tie(_world: Any, session: Session, authority: int, _who: str, _depot: int) -> int:
    """A zone that belongs to the group of a municipality."""
    zone = kept(session, Authority(kind="police_zone", name=f"Zone {authority}"))
    return kept(session, GroupMember(member_id=zone, municipality_id=authority, valid_from=today()))


def kit(world: Any, session: Session, authority: int, who: str, depot: int) -> int:
    """An asset of one part, with a photograph."""
    category = session.scalars(select(Category.id).where(Category.code == "party_kit")).one()
    keys = []
    for code in (f"KIT-{authority}", f"DEEL-{authority}"):
        wanted = assets.AssetSettings(code, code, category, 1, today())
        keys.append(assets.create_asset(session, world.actor(who), authority, depot, wanted, now()))
    assets.add_part(session, world.actor(who), keys[0], 1, keys[1], 1, now())
    drawn = BytesIO()
    Image.new("RGB", (40, 30), "teal").save(drawn, "PNG")
    folder = Path(world.app.config["INSTANCE"]) / "uploads"
    add_photograph(session, world.actor(who), keys[0], drawn.getvalue(), "Een kist", folder, now())
    return keys[0]


def within_kit(model: type[Part | Photograph], column: str) -> Callable[[Any, Session], tuple[str, str]]:
    """What belongs to the kits of the world."""
    return lambda world, session: tuple(
        str(session.scalars(select(model.id).where(getattr(model, column) == int(key))).one()) for key in world.pair("kit")
    )


def joint(world: Any, session: Session, authority: int, who: str, depot: int) -> int:
    """A stage that is owned together with Boechout, to whom one weekend a month is guaranteed."""
    category = session.scalars(select(Category.id).where(Category.code == "mobile_stage")).one()
    boechout, actor = cast.authority_id(session, BOECHOUT), world.actor(who)
    wanted = assets.AssetSettings(f"SAMEN-{authority}", "Gezamenlijk podium", category, 1, today())
    key = assets.create_asset(session, actor, authority, depot, wanted, now())
    for owner, points in ((authority, 6_000), (boechout, 4_000)):
        kept(session, Share(asset_id=key, authority_id=owner, basis_points=points, valid_from=today()))
    session.commit()
    set_fair_use(session, actor, key, None, FairUseSettings(today()), now())
    weekend = ContingentSettings(today(), 1, "weekends", "month", boechout, source="art. 4")
    agree_contingent(session, actor, key, None, weekend, now())
    return key


def of_joint(world: Any, session: Session) -> tuple[str, ...]:
    """What is guaranteed of what is owned together."""
    keys = [int(key) for key in world.pair("jointly owned asset")]
    return tuple(str(session.scalars(select(Contingent.id).where(Contingent.asset_id == key)).one()) for key in keys)


def own_field(world: Any, session: Session, authority: int, who: str, _depot: int) -> int:
    """A field of an authority's own."""
    return create_field(session, world.actor(who), authority, FieldSettings("Inventaris", "text"), now())


def closed_asset(world: Any, session: Session, authority: int, _who: str, _depot: int) -> int:
    """Barriers and a platform that are shut for a day next month."""
    desk, code = (cast.DESK_RANST, "RAN-TAF") if authority == cast.authority_id(session, cast.RANST) else (cast.DESK_ZANDHOVEN, "ZAN-TAF")
    begins = start_of(today() + NEXT_MONTH)
    return record_closure(session, world.actor(desk), cast.asset_id(session, code), now(), begins, begins + timedelta(days=1))


def slot(_world: Any, session: Session, _authority: int, _who: str, depot: int) -> int:
    """A depot that also opens on a day next month."""
    day = today() + NEXT_MONTH
    return kept(session, OpeningSlot(depot_id=depot, weekday=day.weekday(), opens=540, closes=720, valid_from=day, valid_until=day))


def holiday(_world: Any, session: Session, authority: int, _who: str, _depot: int) -> int:
    """A holiday next month."""
    return kept(session, LocalHoliday(authority_id=authority, day=today() + NEXT_MONTH, name="Kermis"))


def closed_days(_world: Any, session: Session, _authority: int, _who: str, depot: int) -> int:
    """Days on which a depot is shut, begun already."""
    return kept(session, ClosedDays(depot_id=depot, first=today() - NEXT_MONTH, last=today() + NEXT_MONTH, reason="Werken"))


def agreement(_world: Any, session: Session, authority: int, _who: str, _depot: int) -> int:
    """A new agreement of one of both with Boechout."""
    number = (session.scalar(select(func.max(Agreement.id))) or 0) + 1
    made = kept(session, Agreement(reference=f"2026-{number + 50}", title="Uitwisseling (fictief)", valid_from=today()))
    for party in (authority, cast.authority_id(session, BOECHOUT)):
        kept(session, AgreementParty(agreement_id=made, authority_id=party, approved_on=today()))
    return made


def draft_agreement(_world: Any, session: Session, authority: int, _who: str, _depot: int) -> int:
    """A draft of one of both, with Boechout."""
    number = (session.scalar(select(func.max(Agreement.id))) or 0) + 1
    values = {"draft": True, "initiator_id": authority, "valid_from": today()}
    made = kept(session, Agreement(reference=f"2026-{number + 50}", title="Ontwerp (fictief)", **values))
    for party in (authority, cast.authority_id(session, BOECHOUT)):
        kept(session, AgreementParty(agreement_id=made, authority_id=party))
    return made


def forwarded_agreement(world: Any, session: Session, authority: int, who: str, depot: int) -> int:
    """The same put before both, of which neither has approved it."""
    made = draft_agreement(world, session, authority, who, depot)
    session.get_one(Agreement, made).draft = False
    session.flush()
    return made


def term(world: Any, session: Session, authority: int, who: str, depot: int) -> int:
    """What one of both gives Boechout: half its price."""
    made = agreement(world, session, authority, who, depot)
    return kept(session, AgreementTerm(agreement_id=made, lender_id=authority, article="art. 4", percentage=50))


def exemption(world: Any, session: Session, authority: int, who: str, _depot: int) -> int:
    """A row of the register in which one of both lends free to Boechout, on a day of its own."""
    day = today() + timedelta(days=session.scalars(select(func.count(Exemption.id))).one())
    wanted = ExemptionSettings(cast.authority_id(session, BOECHOUT), day, "gemeenteraad", "2027/1", valid_until=day)
    return record(session, world.actor(who), authority, wanted, now())


def rule(_world: Any, session: Session, authority: int, _who: str, _depot: int) -> int:
    """A rule of each that begins tomorrow, about what nobody has."""
    tomorrow = today() + timedelta(days=1)
    return kept(session, LendingRule(authority_id=authority, recognition="environment", payment_days=21, valid_from=tomorrow))


SETTING_PAIRS: dict[str, Callable[[Any, Session], tuple[str, str]]] = {
    "group tie": of_both(tie),
    "holiday": of_both(holiday),
    "depot": of_both(lambda *found: found[-1]),
    "extra opening": of_both(slot),
    "closed days": of_both(closed_days),
    "closed asset": of_both(closed_asset),
    "category": lambda _world, session: tuple(str(key) for key in session.scalars(select(Category.id).order_by(Category.id).limit(2))),
    "jointly owned asset": of_both(joint),
    "contingent": of_joint,
    "kit": of_both(kit),
    "part": within_kit(Part, "whole_id"),
    "photograph": within_kit(Photograph, "asset_id"),
    "size of a photograph": lambda *_: ("small", "small"),
    "own field": of_both(own_field),
    "agreement": of_both(agreement),
    "draft of an agreement": of_both(draft_agreement),
    "agreement to approve": of_both(forwarded_agreement),
    "term of an agreement": of_both(term),
    "row of the register": of_both(exemption),
    "lending rule": of_both(rule),
}
