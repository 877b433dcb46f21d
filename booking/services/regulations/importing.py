"""A regulation file read in: as a draft to go on with, or in a single go as far as it proves itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.formats.regulation import loads
from booking.queries.regulations import stored_plain
from booking.rules.permissions import Actor, may
from booking.rules.refusals import NotAllowed, Refused
from booking.rules.regulations import NEVER, Doubt, fresh, proof_of
from booking.rules.tariffs import Answer, Regulation, check, to_plain
from booking.services import records
from booking.services.regulations.drafts import account_of, earlier_of, start, writable
from booking.services.regulations.life import open_doubts, settle
from booking.services.transaction import transaction
from models import Authority, RegulationRow


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of a file: the id, and the doubts to be answered before it can be published; none when it is."""

    id: int
    doubts: tuple[Doubt, ...] = ()
    known: bool = False


def import_text(session: Session, actor: Actor | None, text: str, now: datetime) -> int:
    """Read a regulation file, prove it and publish it for its owner; returns its id. See `read_in`."""
    return read_in(session, actor, text, now).id


def read_in(
    session: Session,
    actor: Actor | None,
    text: str | bytes,
    now: datetime,
    *,
    because: str = "",
    succeeds_id: int | None = None,
    keep: bool = True,
) -> Imported:
    """Read a regulation file, prove its examples and publish it for its owner; with doubts that it does not answer it stays proven only.

    The same title and first day again is the same regulation: nothing changes. It succeeds `succeeds_id`, or else the published one of
    the same owner, title and cover that began before it. `because` answers every doubt; without `keep` all is undone again. `actor` None
    is the command line. Raises RegulationFileError, Refused `regulation_unproven` with the differences, `regulation_undated`,
    `regulation_owner_unknown`, `regulation_changed` when that version exists with another content, `successor_too_early`, NotFound,
    NotAllowed.
    """
    regulation = loads(text)
    wrong = [result for result in check(regulation) if not result.holds]
    if wrong:
        raise Refused("regulation_unproven", differences=[f"{r.name} {r.field}: {r.expected} ≠ {r.computed}" for r in wrong])
    if regulation.valid_from == NEVER:  # the file of a draft
        raise Refused("regulation_undated")
    try:
        with transaction(session):
            made = _read_in(session, actor, regulation, now, because.strip(), succeeds_id)
            if not keep:
                raise _OnlyTried(made)
    except _OnlyTried as tried:
        return tried.made
    return made


class _OnlyTried(Exception):
    """What would have come of it, on its way out of the transaction."""

    def __init__(self, made: Imported) -> None:
        super().__init__()
        self.made = made


def _read_in(
    session: Session, actor: Actor | None, regulation: Regulation, now: datetime, because: str, succeeds_id: int | None
) -> Imported:
    owner = owner_of(session, actor, regulation)
    known = _same(session, owner, regulation)
    if known is not None and known.state not in ("draft", "proven"):
        return Imported(known.id, known=True)
    earlier = earlier_of(session, owner, succeeds_id).id if succeeds_id else _predecessor(session, owner, regulation)
    key = known.id if known else start(session, actor, owner, to_plain(regulation), now, earlier)
    row, _ = writable(session, actor, key)
    row.state, row.succeeds_id = "proven", earlier
    left = open_doubts(session, row, regulation)
    if left and because:
        given = tuple(Answer(doubt.code, because, doubt.article, doubt.at) for doubt in left)
        regulation, left = replace(regulation, answered=(*regulation.answered, *given)), []
    if not left:
        settle(session, row, regulation)
    session.flush()
    records.audit(session, now, account_of(actor), "regulation.import", ("regulation", key), owner, title=regulation.title[:200])
    return Imported(key, tuple(left))


def draft_from_text(session: Session, actor: Actor, authority_id: int, text: str | bytes, now: datetime) -> int:
    """Read a regulation file into a new draft of an authority that the actor works for, whoever the file says it is of; returns its id.

    Raises RegulationFileError with every fault, NotFound.
    """
    plain = to_plain(loads(text))
    return start(session, actor, authority_id, fresh(plain) if plain["valid_from"] == NEVER.isoformat() else plain, now)


def owner_of(session: Session, actor: Actor | None, regulation: Regulation) -> int:
    """The authority that a file names by its NIS code or name. Raises Refused `regulation_owner_unknown`, NotAllowed."""
    named = (Authority.nis == regulation.owner) | (Authority.name == regulation.owner)
    owner = session.scalar(select(Authority.id).where(named))
    if owner is None:
        raise Refused("regulation_owner_unknown", owner=regulation.owner)
    if actor is not None and not may(actor, "regulation.write", authorities=(owner,)):
        raise NotAllowed()
    return owner


def _same(session: Session, owner: int, regulation: Regulation) -> RegulationRow | None:
    """The version of that title and first day, published or waiting with the same content. Raises Refused `regulation_changed`."""
    same = (RegulationRow.authority_id == owner, RegulationRow.title == regulation.title[:200])
    for row in session.scalars(select(RegulationRow).where(*same).order_by(RegulationRow.id)):
        stored = proof_of(stored_plain(session, row.id)).regulation
        if stored is None or stored.valid_from != regulation.valid_from:
            continue
        if replace(stored, owner=regulation.owner, answered=regulation.answered) == regulation:
            return row
        if row.state not in ("draft", "proven"):
            raise Refused("regulation_changed", title=regulation.title)
    return None


def _predecessor(session: Session, owner: int, regulation: Regulation) -> int | None:
    """The latest published one of the same title and cover that began before it and has no successor yet."""
    query = (
        select(RegulationRow)
        .where(RegulationRow.authority_id == owner, RegulationRow.title == regulation.title[:200], RegulationRow.state == "published")
        .where(RegulationRow.valid_from < regulation.valid_from)
        .order_by(RegulationRow.valid_from.desc(), RegulationRow.id.desc())
    )
    same = (row.id for row in session.scalars(query) if set(row.header.get("covers", ())) == set(regulation.covers))
    return next(same, None)
