"""A draft is proven, published with its decision, and ended; what follows it takes its place from its own first day on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from booking.queries.regulations import published_beside
from booking.rules.periods import local
from booking.rules.permissions import Actor, may
from booking.rules.refusals import NotFound, Refused
from booking.rules.regulations import Decision, Doubt, Proof, decided, doubts, proof_of, still_meant, unanswered
from booking.rules.tariffs import Answer, Regulation, article_to_plain, example_to_plain, group_to_plain, to_plain
from booking.services import records
from booking.services.regulations.drafts import account_of, writable
from booking.services.rows import add_all
from booking.services.transaction import transaction
from models import Authority, RegulationDraft, RegulationPart, RegulationRow

DAY = timedelta(days=1)


def prove(session: Session, actor: Actor | None, regulation_id: int, now: datetime) -> Proof:
    """Make a draft proven: every example exact, and one for every article and group that sets a price.

    Raises NotFound; Refused `regulation_unfinished` with the problem, `regulation_without_examples`, `regulation_unproven` with the
    differences, `regulation_untried` with the articles and groups that no example is about.
    """
    with transaction(session):
        row, draft = writable(session, actor, regulation_id)
        proof = proof_of(draft.plain)
        refuse_unproven(proof)
        if not proof.complete:
            raise Refused("regulation_untried", articles=list(proof.untried_articles), groups=list(proof.untried_groups))
        if row.state != "proven":
            row.state = "proven"
            session.flush()
            records.audit(session, now, account_of(actor), "regulation.prove", ("regulation", row.id), row.authority_id)
        return proof


def publish(
    session: Session, actor: Actor | None, regulation_id: int, decision: Decision, answers: Sequence[Answer], now: datetime
) -> date:
    """Publish a proven regulation as it was decided; returns its first day. The one that it succeeds ends on the day before.

    `answers` say why each doubt may stand (booking/rules/regulations/doubts.py). Raises NotFound, Refused `regulation_not_proven`,
    `regulation_unanswered` with how many doubts are left, `successor_too_early`, and what `decided` raises.
    """
    with transaction(session):
        row, draft = writable(session, actor, regulation_id)
        if row.state != "proven":
            raise Refused("regulation_not_proven")
        session.execute(select(Authority.id).where(Authority.id == row.authority_id).with_for_update())  # two publish in turn
        proof = proof_of(decided(draft.plain, decision, answers))
        refuse_unproven(proof)
        regulation = usable(proof)
        found = doubts(regulation, published_beside(session, row, regulation.valid_from))
        if left := unanswered(found, regulation.answered):
            raise Refused("regulation_unanswered", count=len(left))
        settle(session, row, replace(regulation, answered=still_meant(found, regulation.answered)))
        details = {"reasons": [answer.reason for answer in answers]} if answers else {}
        records.audit(session, now, account_of(actor), "regulation.publish", ("regulation", row.id), row.authority_id, **details)
        return regulation.valid_from


def end(session: Session, actor: Actor | None, regulation_id: int, last: date, reason: str, now: datetime) -> None:
    """Let a published regulation end after `last`, today at the earliest, without a successor.

    Raises NotFound, Refused `regulation_settled` for what is succeeded, `end_in_the_past`, `ends_before_it_begins`, `end_only_sooner` when
    it would end later than it does.
    """
    with transaction(session):
        row = session.get(RegulationRow, regulation_id, populate_existing=True, with_for_update=True)
        if row is None or row.valid_from is None or (actor and not may(actor, "regulation.write", authorities=(row.authority_id,))):
            raise NotFound()
        if row.state != "published":  # its end is the day before its successor begins
            raise Refused("regulation_settled")
        for code, wrong in (
            ("end_in_the_past", last < local(now).date()),
            ("ends_before_it_begins", last < row.valid_from),
            ("end_only_sooner", row.valid_until is not None and row.valid_until < last),
        ):
            if wrong:
                raise Refused(code, field="last")
        row.valid_until = last
        session.flush()
        told = {"last": last.isoformat(), "reason": reason}
        records.audit(session, now, account_of(actor), "regulation.end", ("regulation", row.id), row.authority_id, **told)


def refuse_unproven(proof: Proof) -> None:
    """Raises Refused when the regulation cannot be used, has no examples, or one of them comes out differently."""
    if proof.problem is not None:
        raise Refused("regulation_unfinished", problem=proof.problem.code)
    if not proof.results:
        raise Refused("regulation_without_examples")
    if proof.differences:
        told = [f"{r.name} {r.field}: {r.expected} ≠ {r.computed}" for r in proof.differences]
        raise Refused("regulation_unproven", differences=told)


def usable(proof: Proof) -> Regulation:
    """The regulation of a proof without a problem."""
    if proof.regulation is None:
        raise Refused("regulation_unfinished", problem="part_unfinished")
    return proof.regulation


def open_doubts(session: Session, row: RegulationRow, regulation: Regulation) -> list[Doubt]:
    """The doubts about a regulation with its definitive days that nobody has answered in it."""
    return unanswered(doubts(regulation, published_beside(session, row, regulation.valid_from)), regulation.answered)


def settle(session: Session, row: RegulationRow, regulation: Regulation) -> None:
    """Write a draft as a published regulation, once and for all, and let the one that it succeeds end on the day before.

    Raises Refused `successor_too_early` when that one would end before it began.
    """
    _end_earlier(session, row, regulation.valid_from)
    add_all(session, RegulationPart, [
        {"regulation_id": row.id, "sort": sort, "position": position, "code": code[:200], "terms": terms}
        for position, (sort, code, terms) in enumerate(_parts(regulation))
    ])  # fmt: skip
    row.header = {name: value for name, value in to_plain(regulation).items() if name not in {"groups", "articles", "examples"}}
    row.title, row.organ, row.decision_number = regulation.title[:200], regulation.organ[:200], regulation.decision[:80]
    row.decided_on, row.published_on = regulation.decided_on, regulation.published_on
    row.valid_from, row.valid_until, row.prices_by = regulation.valid_from, regulation.valid_until, regulation.prices_by
    row.state = "published"
    session.flush()
    session.execute(delete(RegulationDraft).where(RegulationDraft.regulation_id == row.id))


def _end_earlier(session: Session, row: RegulationRow, first: date) -> None:
    earlier = session.get(RegulationRow, row.succeeds_id, populate_existing=True, with_for_update=True) if row.succeeds_id else None
    if earlier is None or earlier.valid_from is None:
        return
    if first <= earlier.valid_from:
        raise Refused("successor_too_early", field="valid_from", first=earlier.valid_from.isoformat())
    if earlier.valid_until is None or earlier.valid_until >= first:
        earlier.valid_until = first - DAY
    earlier.state = "succeeded"
    session.flush()


def _parts(regulation: Regulation) -> list[tuple[str, str, dict[str, object]]]:
    groups = [("group", group.code, group_to_plain(group)) for group in regulation.groups]
    articles = [("article", article.number, article_to_plain(article)) for article in regulation.articles]
    return [*groups, *articles, *(("example", example.name, example_to_plain(example)) for example in regulation.examples)]
