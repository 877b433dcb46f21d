"""The work of a lending desk: everything that waits for it, sorted by kind and by how pressing it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from booking.queries.conflicts import ConflictView, open_conflicts
from booking.queries.deciding import judged_now
from booking.queries.overview import Overview, Row
from booking.queries.overview.lists import list_of_lines, rows
from booking.rules.admission import Verdict
from booking.rules.lifecycle import LineState
from booking.rules.permissions import Actor, authorities_for
from models import Amendment, Dossier, Line, Reservation

KINDS = ("decide", "proposals", "documents", "close", "options")
AHEAD = timedelta(days=45)  # so long before hand-over a missing document becomes the desk's business
MOST, MOST_JUDGED, EARLIER = 500, 25, 6
_S = LineState


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Which of the work is looked at: nothing set is all of it."""

    category: str = ""
    depot: int | None = None
    text: str = ""

    def lets(self, row: Row) -> bool:
        """True for a line that fits."""
        told = " ".join((row.reference, row.event, row.borrower, row.beneficiary, row.asset.name, row.asset.code)).casefold()
        return (
            self.category in ("", row.asset.category)
            and self.depot in (None, row.depot.id)
            and all(word in told for word in self.text.casefold().split())
        )


@dataclass(frozen=True, slots=True)
class Work:
    """What waits, per kind of KINDS and the most pressing first, with the conflicts; each row's `decide_by` is when it is due."""

    rows: dict[str, list[Row]]
    conflicts: list[ConflictView]

    def narrowed(self, to: Narrowed) -> Work:
        """The part of it that fits."""
        return Work({kind: [row for row in each if to.lets(row)] for kind, each in self.rows.items()}, self.conflicts)

    def counts(self) -> dict[str, int]:
        """How much waits of each kind."""
        return {**{kind: len(each) for kind, each in self.rows.items()}, "conflicts": len(self.conflicts)}

    def all_rows(self) -> list[Row]:
        """Every line, whatever it waits for."""
        return [row for each in self.rows.values() for row in each]


def desk_work(session: Session, actor: Actor, now: datetime) -> Work:
    """All that waits for the actor's desks. One query for the lines; those that lack a document are judged again, as things stand now."""
    desks = authorities_for(actor, "line.decide")
    waits = Line.state.in_((_S.OPTION, _S.REQUESTED, _S.PROPOSED, _S.RETURNED)) | Amendment.id.is_not(None)
    soon = (Line.state == _S.APPROVED) & (Line.custody_start > now) & (Line.custody_start < now + AHEAD)
    query = list_of_lines().where(Dossier.authority_id.in_(desks), waits | soon).order_by(Line.custody_start, Line.id).limit(MOST)
    found: dict[str, list[Row]] = {kind: [] for kind in KINDS}
    for row in rows(session, query) if desks else []:
        kind = _kind(row, now)
        if kind:
            found[kind].append(row if kind != "close" else replace(row, decide_by=row.custody.end))
    found["documents"] = _lacking(session, actor, found["documents"], now)
    for each in found.values():
        each.sort(key=lambda row: (row.decide_by or row.custody.start, row.line_id))
    return Work(found, open_conflicts(session, actor))


def _kind(row: Row, now: datetime) -> str | None:
    if row.state is _S.RETURNED:
        return "close"
    if row.state is _S.PROPOSED or row.proposed:
        return "proposals"
    lapsed = row.decide_by is not None and row.decide_by <= now
    if row.state is _S.OPTION:
        return None if lapsed else "options"
    if row.state is _S.REQUESTED or row.changing:
        return None if lapsed and row.state is _S.REQUESTED else "decide"
    return "documents" if _lacks(row.findings) else None


def _lacks(findings: Iterable[dict[str, object]]) -> bool:
    return any(finding["verdict"] == Verdict.NEEDS_DOCUMENT for finding in findings)


def _lacking(session: Session, actor: Actor, candidates: Sequence[Row], now: datetime) -> list[Row]:
    """Those that lack a document now: what was brought since is not told any more. Due at hand-over."""
    found = []
    for place, row in enumerate(candidates):
        judged = judged_now(session, actor, row.reference, [row.number], now) if place < MOST_JUDGED else {}
        findings = [finding.as_json() for finding in judged[row.number].findings] if row.number in judged else row.findings
        if _lacks(findings):
            found.append(replace(row, findings=findings, decide_by=row.custody.start))
    return found


def earlier_loans(session: Session, actor: Actor, seen: Overview, now: datetime) -> list[Row]:
    """What this borrower had before of the actor's authorities, the newest first."""
    desks = authorities_for(actor, "line.decide")
    had = Line.state.in_((_S.APPROVED, _S.HANDED_OVER, _S.RETURNED, _S.CLOSED, _S.NO_SHOW)) & (Line.use_start < now)
    query = list_of_lines().where(
        Reservation.borrower_id == seen.borrower_id, Reservation.id != seen.id, Dossier.authority_id.in_(desks), had
    )
    return rows(session, query.order_by(Line.use_start.desc()).limit(EARLIER))
