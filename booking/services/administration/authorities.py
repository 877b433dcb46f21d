"""Authorities: what is known of them, and their dated group."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.rules.kinds import AuthorityKind
from booking.rules.permissions import Actor, may
from booking.rules.refusals import NotAllowed, NotFound, Refused
from booking.services.administration.changes import change_row, check_version, record_change
from booking.services.rows import add
from booking.services.transaction import transaction
from models import Authority, GroupMember

NOUN = "authority"


@dataclass(frozen=True, slots=True)
class AuthoritySettings:
    """What an administrator may change about an authority; `kbo` as ten digits, `iban` without spaces."""

    kind: str
    name: str
    nis: str | None = None
    kbo: str | None = None
    ovo: str | None = None
    address: str = ""
    postal_code: str | None = None
    email: str | None = None
    phone: str | None = None
    website: str | None = None
    iban: str | None = None
    language: str = "nl"
    lat: float | None = None
    lon: float | None = None


def create_authority(session: Session, actor: Actor, wanted: AuthoritySettings, now: datetime) -> int:
    """A new authority in the partnership; returns its id. Raises NotAllowed, Refused `nis_taken`."""
    with transaction(session):
        if not may(actor, "authority.create"):
            raise NotAllowed()
        _check_nis(session, wanted.nis, 0)
        key = add(session, Authority, **asdict(wanted))
        record_change(session, actor, NOUN, key, None, asdict(wanted), now, authority=key)
        return key


def change_authority(session: Session, actor: Actor, key: int, version: int, wanted: AuthoritySettings, now: datetime) -> None:
    """Raises NotFound, ChangedMeanwhile, Refused `nis_taken`."""
    with transaction(session):
        row = _own(session, actor, key)
        check_version(session, NOUN, key, version)
        _check_nis(session, wanted.nis, key)
        record_change(session, actor, NOUN, key, *change_row(session, row, wanted), now, authority=key)


def join_group(
    session: Session, actor: Actor, municipality: int, version: int, member: int, first: date, last: date | None, now: datetime
) -> None:
    """From `first` until `last` (both included) what `member` owns counts as the municipality's own. Who ties them administers both.

    Raises NotFound, ChangedMeanwhile, Refused `group_of_municipality`, `dates_reversed`, `group_already`.
    """
    with transaction(session):
        house, other = _own(session, actor, municipality), session.get(Authority, member)
        check_version(session, NOUN, municipality, version)
        if not may(actor, "authority.administer", authorities=(member,)):  # nobody is tied to another without its own consent
            raise NotFound("authority_unknown", field="member")
        if other is None or house.kind != AuthorityKind.MUNICIPALITY or other.kind == AuthorityKind.MUNICIPALITY:
            raise Refused("group_of_municipality", field="member")
        if last is not None and last < first:
            raise Refused("dates_reversed", field="last")
        ties = session.scalars(select(GroupMember).where(GroupMember.member_id == member))
        if any((last is None or tie.valid_from <= last) and (tie.valid_until is None or first <= tie.valid_until) for tie in ties):
            raise Refused("group_already", field="member", name=other.name)
        session.add(GroupMember(member_id=member, municipality_id=municipality, valid_from=first, valid_until=last))
        session.flush()
        after = {"group": f"{other.name}: {first.isoformat()} – {last.isoformat() if last else ''}"}
        record_change(session, actor, NOUN, municipality, {"group": ""}, after, now, authority=municipality)


def leave_group(session: Session, actor: Actor, tie_id: int, last: date, now: datetime) -> None:
    """The tie holds up to and including `last`; the past stays. Raises NotFound, Refused `dates_reversed`."""
    with transaction(session):
        tie = session.get(GroupMember, tie_id)
        if tie is None:
            raise NotFound()
        _own(session, actor, tie.municipality_id)
        if last < tie.valid_from:
            raise Refused("dates_reversed", field="last")
        before, tie.valid_until = tie.valid_until, last
        session.flush()
        name = session.get_one(Authority, tie.member_id).name
        told = [{"group": f"{name}: – {day.isoformat() if day else ''}"} for day in (before, last)]
        record_change(session, actor, NOUN, tie.municipality_id, told[0], told[1], now, authority=tie.municipality_id)


def _own(session: Session, actor: Actor, key: int) -> Authority:
    row = session.get(Authority, key, populate_existing=True)
    if row is None or not may(actor, "authority.administer", authorities=(key,)):
        raise NotFound("authority_unknown", authority=key)
    return row


def _check_nis(session: Session, nis: str | None, key: int) -> None:
    if nis and session.scalar(select(Authority.id).where(Authority.nis == nis, Authority.id != key)):
        raise Refused("nis_taken", field="nis", nis=nis)
