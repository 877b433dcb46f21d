"""The people, places and things of the demo region that stories and tests ask for by name."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Account, Asset, Authority, Borrower, Depot, Person

PASSWORD = "streekdepot-demo"  # noqa: S105 - public on purpose: a production start refuses accounts that carry it

STEWARD = "roos@streekdepot.example"
ORGANISER = "sofie@lindekapel.example"
ORGANISER_CLAIMING = "wout@lindekapel.example"
TEACHER_ZOERSEL = "griet@deverzonnenschool.example"
COMPANY_WIJNEGEM = "tom@papierentijger.example"
RESIDENT_NIJLEN = "els@bewoner.example"
TECHNICIAN_WOMMELGEM = "karel@wommelgem.example"
TECHNICIAN_ZANDHOVEN = "bert@zandhoven.example"
TECHNICIAN_RANST = "jan@ranst.example"
DESK_RANST = "an@ranst.example"
DESK_ZANDHOVEN = "mia@zandhoven.example"
DESK_NIJLEN = "lut@nijlen.example"
DESK_WOMMELGEM = "nele@wommelgem.example"
DESK_BRECHT = "hilde@brecht.example"
TARIFFS_RANST = "piet@ranst.example"
FINANCE_RANST = "rita@ranst.example"
ADMINISTRATOR_RANST = "dirk@ranst.example"
SIGN_INS = (ORGANISER, DESK_RANST, TECHNICIAN_WOMMELGEM, TARIFFS_RANST, FINANCE_RANST, ADMINISTRATOR_RANST)  # to look around with

ASSOCIATION_RANST = "Harmonie De Lindekapel (fictief)"
SERVICE_WOMMELGEM = "Technische dienst Wommelgem"
OPERATOR_WOMMELGEM = "Karel Proefrit"

HALL_RANST = "RAN-ZAAL-JS"
STAGE_ZANDHOVEN = "ZAN-POD-01"
PLATFORM_ZANDHOVEN = "ZAN-HW-01"
TRAILER_WOMMELGEM = "WOM-AAN-01"
JOINT_TOILETS = "JOINT-WC-01"
JOINT_PLATFORM = "JOINT-HW-01"
BARRIERS_RANST = "RAN-NAD"
KIT_RANST = "RAN-KIT-01"
SPORTS_HALL_WOMMELGEM = "WOM-SPO-01"

RANST, ZANDHOVEN, WOMMELGEM, NIJLEN, BRECHT = "11035", "11054", "11052", "12026", "11009"


def account_id(session: Session, email: str) -> int:
    """The id of a cast member's account. Raises NoResultFound, as the functions below do."""
    return session.scalars(select(Account.id).where(Account.email == email)).one()


def asset_id(session: Session, code: str) -> int:
    """The id of an asset by its code."""
    return session.scalars(select(Asset.id).where(Asset.code == code)).one()


def authority_id(session: Session, nis: str) -> int:
    """The id of a municipality by its NIS code."""
    return session.scalars(select(Authority.id).where(Authority.nis == nis)).one()


def borrower_id(session: Session, name: str) -> int:
    """The id of a borrower by its name."""
    return session.scalars(select(Borrower.id).where(Borrower.name == name)).one()


def depot_id(session: Session, name: str) -> int:
    """The id of a depot or hall by its name."""
    return session.scalars(select(Depot.id).where(Depot.name == name)).one()


def person_id(session: Session, name: str) -> int:
    """The id of someone who operates or drives, by name."""
    return session.scalars(select(Person.id).where(Person.name == name)).one()
