"""The regulations of each owner: those in force for everybody to read, and what is being prepared for whoever prepares it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from booking.queries.catalogue import catalogue
from booking.rules.catalogue import Catalogue
from booking.rules.permissions import Actor, authorities_for
from booking.rules.regulations import Proof, Standing, contested, proof_of, standing
from models import Authority, RegulationDraft, RegulationRow

SOON = timedelta(days=180)
"""As long as a council needs to decide on what follows."""

PREPARED = (Standing.DRAFT, Standing.PROVEN)
OVER = (Standing.SUCCEEDED, Standing.EXPIRED)


@dataclass(frozen=True, slots=True)
class Listed:
    """A regulation in a list. `lapse` says what is wrong with its end: `lapsed` (nothing followed) or `ends_soon`; `proof` is of drafts."""

    id: int
    authority: int
    title: str
    standing: Standing
    first: date | None
    last: date | None
    covers: tuple[str, ...]
    organ: str
    decided_on: date | None
    number: str
    published_on: date | None
    succeeds: int | None
    lapse: str = ""
    proof: Proof | None = None


@dataclass(frozen=True, slots=True)
class Shelf:
    """What one owner has: in force and announced, or lapsed wrongly; in preparation (for who writes it); and over."""

    authority: int
    name: str
    writes: bool
    current: tuple[Listed, ...]
    prepared: tuple[Listed, ...]
    over: tuple[Listed, ...]


def shelves(session: Session, actor: Actor, today: date, authority: int | None = None) -> list[Shelf]:
    """Every owner with a regulation that the actor may see, those that the actor writes for first. A fixed number of queries."""
    mine = authorities_for(actor, "regulation.write")
    names = dict(session.execute(select(Authority.id, Authority.name).order_by(Authority.name)).all())
    found: defaultdict[int, list[Listed]] = defaultdict(list)
    for listed in listed_for(session, mine, today):
        found[listed.authority].append(listed)
    shown = [key for key in names if (key in found or key in mine) and authority in (None, key)]
    return [_shelf(key, names[key], key in mine, found[key]) for key in sorted(shown, key=lambda key: key not in mine)]


def listed_for(session: Session, mine: Iterable[int], today: date) -> list[Listed]:
    """All that are public today, and those of `mine` that are not; the latest first."""
    table, draft = RegulationRow.__table__, RegulationDraft.__table__
    columns = [table.c[name] for name in _COLUMNS]
    query = select(*columns, draft.c.plain).outerjoin(draft, draft.c.regulation_id == table.c.id)
    rows = session.execute(query.order_by(table.c.valid_from.desc(), table.c.id.desc())).all()
    known, writes = catalogue(session), frozenset(mine)
    listed = [_listed(known, row, today) for row in rows]
    return [each for each in listed if each.authority in writes or is_public(each, today)]


def every(session: Session, today: date) -> list[tuple[Listed, str]]:
    """All regulations with their owners' names, by owner, for who runs the machine."""
    names = dict(session.execute(select(Authority.id, Authority.name)).all())
    return sorted(((each, names[each.authority]) for each in listed_for(session, names, today)), key=lambda pair: (pair[1], pair[0].id))


def is_public(listed: Listed, today: date) -> bool:
    """From the day of its publication on everybody may read it."""
    return listed.standing not in PREPARED and (listed.published_on is None or listed.published_on <= today)


_COLUMNS = (
    "id", "authority_id", "title", "state", "valid_from", "valid_until", "header", "organ", "decided_on", "decision_number", "published_on",
    "succeeds_id",
)  # fmt: skip


def _listed(known: Catalogue, row: Row[Any], today: date) -> Listed:
    where = standing(row.state, row.valid_from, row.valid_until, today)
    plain = row.plain if where in PREPARED else row.header
    return Listed(
        row.id, row.authority_id, row.title, where, row.valid_from, row.valid_until, tuple(plain.get("covers") or ()), row.organ,
        row.decided_on, row.decision_number, row.published_on, row.succeeds_id, _lapse(known, row, where, today),
        proof_of(plain) if where in PREPARED else None,
    )  # fmt: skip


def _lapse(known: Catalogue, row: Row[Any], where: Standing, today: date) -> str:
    """Whether something that it alone priced has no tariff today, or soon will have none."""
    if where not in (Standing.EXPIRED, Standing.IN_FORCE) or row.valid_until is None:
        return ""
    if where is Standing.IN_FORCE and row.valid_until > today + SOON:
        return ""
    day = max(today, row.valid_until + timedelta(days=1))
    cards = known.regulations.get(row.authority_id, ())
    own = next((card.prepared.regulation for card in cards if card.id == row.id), None)
    others = [card for card in cards if card.id != row.id and card.first <= day and (card.last is None or day <= card.last)]
    if own is None or any(contested(own, card.prepared.regulation) for card in others):
        return ""
    return "lapsed" if where is Standing.EXPIRED else "ends_soon"


def _shelf(authority: int, name: str, writes: bool, found: list[Listed]) -> Shelf:
    return Shelf(
        authority, name, writes,
        current=tuple(each for each in found if each.standing not in (*PREPARED, *OVER) or each.lapse),
        prepared=tuple(each for each in found if each.standing in PREPARED),
        over=tuple(each for each in found if each.standing in OVER and not each.lapse),
    )  # fmt: skip
