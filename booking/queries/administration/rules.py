"""The rules of an owner: all of them by what they are about, one of them with those before and after it, and how they are named."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, case, or_, select
from sqlalchemy.orm import Session

from booking.queries.administration.assets import categories
from booking.queries.administration.changes import ChangeView, changes_of, version_of
from booking.queries.administration.listing import within
from booking.queries.catalogue import catalogue
from booking.queries.catalogue.terms import rule_card
from booking.rules.catalogue import Catalogue, RuleCard
from booking.rules.permissions import Actor, may
from booking.rules.refusals import NotFound
from models import Authority, LendingRule

ACT = "rule.read"
NOUN = "rule"

card_of_row = rule_card


@dataclass(frozen=True, slots=True)
class Named:
    """A rule with the names behind its ids, and where it stands: current, coming or ended."""

    card: RuleCard
    owner: str
    category: str | None
    asset: str | None
    state: str


@dataclass(frozen=True, slots=True)
class RulePage:
    """One rule: its owner's id, its row's columns, what it says, the rules that it succeeded or that succeed it, and what was changed."""

    row: LendingRule
    named: Named
    chain: Sequence[Named]
    own: bool
    version: int
    history: list[ChangeView]


def rules(actor: Actor, today: date, filters: Mapping[str, str]) -> Select[Any]:
    """id, authority, state: the rules of the actor's authorities that hold or will; with `state` set to `all` those that ended too."""
    query = (
        select(LendingRule.id, Authority.name.label("authority"), _state(today).label("state"))
        .join(Authority, Authority.id == LendingRule.authority_id)
        .where(within(LendingRule.authority_id, actor, ACT))
        .order_by(LendingRule.id)
    )
    if filters.get("state") == "all":
        return query
    return query.where(or_(LendingRule.valid_until.is_(None), LendingRule.valid_until >= today))


def rules_of(session: Session, authority: int, today: date, *, ended: bool = False) -> list[tuple[str | None, str | None, list[Named]]]:
    """(category, asset, rules) of an owner: first what is about everything, then about categories, then about single assets."""
    known = catalogue(session)
    found: dict[tuple[str | None, str | None], list[Named]] = {}
    for named in named_rules(session, known, known.rules.get(authority, ()), authority, today):
        if ended or named.state != "ended":
            found.setdefault((named.category, named.asset), []).append(named)
    order = sorted(found, key=lambda about: (about[1] is not None, about[0] is not None, about[0] or "", about[1] or ""))
    return [(category, asset, sorted(found[category, asset], key=_reading)) for category, asset in order]


def _reading(named: Named) -> tuple[Any, ...]:
    """The general before the particular, and of one succession the earlier before the later."""
    return (*named.card.narrowness, named.card.relation or "", named.card.borrower_kind or "", named.card.first or date.min, named.card.id)


def named_rules(
    session: Session, known: Catalogue, cards: Iterable[RuleCard], authority: int, today: date
) -> list[Named]:
    """Rules with the names behind their ids."""
    codes, owner = categories(session), known.authorities[authority].name
    return [
        Named(
            card, owner, codes.get(card.category or 0), known.assets[card.asset].name if card.asset in known.assets else None,
            state_of(card, today),
        )
        for card in cards
    ]  # fmt: skip


def state_of(card: RuleCard, today: date) -> str:
    """One of `spells.STATES`; what never held has ended."""
    if card.last is not None and (card.last < today or (card.first is not None and card.last < card.first)):
        return "ended"
    return "coming" if card.first is not None and card.first > today else "current"


def rule_page(session: Session, actor: Actor, key: int, today: date) -> RulePage:
    """One rule of the actor's authorities. Raises NotFound for any other."""
    row = session.get(LendingRule, key, populate_existing=True)
    if row is None or not may(actor, ACT, authorities=(row.authority_id,)):
        raise NotFound("rule_unknown")
    known = catalogue(session)
    every = {named.card.id: named for named in named_rules(session, known, known.rules[row.authority_id], row.authority_id, today)}
    links = dict(session.execute(select(LendingRule.id, LendingRule.succeeds_id).where(LendingRule.authority_id == row.authority_id)).all())
    return RulePage(
        row=row,
        named=every[key],
        chain=[every[each] for each in _chain(links, key)],
        own=may(actor, "rule.administer", authorities=(row.authority_id,)),
        version=version_of(session, NOUN, key),
        history=changes_of(session, NOUN, key),
    )


def _chain(succeeds: Mapping[int, int | None], key: int) -> list[int]:
    """The rules of one succession, the first one first."""
    before, after = succeeds.get(key), {old: new for new, old in succeeds.items() if old}
    found = [key]
    while before:
        found.insert(0, before)
        before = succeeds.get(before)
    while (later := after.get(found[-1])) is not None:
        found.append(later)
    return found


def _state(today: date) -> ColumnElement[Any]:
    first, last = LendingRule.valid_from, LendingRule.valid_until
    return case((last < first, "ended"), (last < today, "ended"), (first > today, "coming"), else_="current")
