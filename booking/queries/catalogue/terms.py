"""On which terms it is lent: the cards of agreements, exemptions, lending rules, proofs asked for and regulations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from sqlalchemy import RowMapping, select
from sqlalchemy.orm import Session

from booking.queries.catalogue.pacts import pacts
from booking.queries.catalogue.rows import grouped, rows
from booking.queries.regulations import stored_regulation
from booking.rules.agreements import Cause, Place, roots
from booking.rules.catalogue import AgreementCard, ExemptionCard, RegulationCard, RequirementCard, RuleCard, Spell, TermCard
from booking.rules.kinds import FreeUnit
from booking.rules.lending import Blackout, answers_of
from booking.rules.tariffs import prepare
from models import (
    Agreement,
    AgreementBeneficiary,
    AgreementScope,
    AgreementTerm,
    Authority,
    Exemption,
    ExemptionEnd,
    LendingRule,
    RegulationRow,
    Requirement,
)  # fmt: skip


def agreements(session: Session) -> tuple[AgreementCard, ...]:
    """The agreements that were put before the parties, with those whose organ approved them, what they cover and their terms."""
    scopes, known = grouped(rows(session, AgreementScope), "agreement_id"), pacts(session)
    kinds, terms = grouped(rows(session, AgreementBeneficiary), "agreement_id"), grouped(rows(session, AgreementTerm), "agreement_id")
    given = rows(session, Agreement)
    root = roots({row["id"]: row["succeeds_id"] for row in given if row["succeeds_id"]}, (row["id"] for row in given))
    family: defaultdict[int, tuple[TermCard, ...]] = defaultdict(tuple)
    for row in given:
        family[root[row["id"]]] += tuple(_term(term) for term in terms[row["id"]])
    return tuple(
        AgreementCard(
            id=row["id"],
            reference=row["reference"],
            title=row["title"],
            first=row["valid_from"],
            last=pact.ending[0] if pact.ending else None,
            parties=tuple(Spell(bond.authority, *spell) for bond in pact.bonds if (spell := pact.spell(bond))),
            covers=frozenset(_covered(s) for s in scopes[row["id"]] if not s["excluded"]),
            excludes=frozenset(_covered(s) for s in scopes[row["id"]] if s["excluded"]),
            beneficiaries=frozenset(k["borrower_kind"] for k in kinds[row["id"]]) or frozenset({"authority"}),
            terms=tuple(_term(t) for t in terms[row["id"]]),
            named=frozenset(bond.authority for bond in pact.bonds),
            awaiting=frozenset(pact.missing),
            cause=pact.ending[1] if pact.ending else Cause.TERM,
            territory=Place(row["territory"]) if row["territory"] else None,
            onward=row["on_lending"],
            root=root[row["id"]],
            family=family[root[row["id"]]],
        )
        for row in given
        if not (pact := known[row["id"]]).draft and not pact.withdrawn
    )


def _term(row: RowMapping) -> TermCard:
    return TermCard(
        row["id"], row["lender_id"], row["category_id"], row["group_code"], row["percentage"], row["article"], row["reciprocal"],
        row["free_quota"], row["free_unit"] or FreeUnit.LOANS, row["valid_from"], row["valid_until"],
    )  # fmt: skip


def exemptions(session: Session) -> dict[tuple[int, int], tuple[ExemptionCard, ...]]:
    """Who is exempted by whom, by (lender, borrower)."""
    ends = {row["exemption_id"]: row["last"] for row in rows(session, ExemptionEnd)}
    given = rows(session, Exemption)
    names = {row["id"]: row["name"] for row in rows(session, Authority)} if given else {}
    found: defaultdict[tuple[int, int], list[ExemptionCard]] = defaultdict(list)
    for row in given:
        lender, borrower = row["lender_id"], row["borrower_id"]
        card = ExemptionCard(
            row["id"], lender, borrower, row["category_id"], row["valid_from"], ends.get(row["id"], row["valid_until"]), row["mutual"],
            f"{row['organ']} {row['number']}", names[lender], names[borrower],
        )  # fmt: skip
        found[lender, borrower].append(card)
    return {pair: tuple(cards) for pair, cards in found.items()}


def _covered(scope: RowMapping) -> tuple[str, int]:
    if scope["asset_id"]:
        return "asset", scope["asset_id"]
    return ("category", scope["category_id"]) if scope["category_id"] else ("all", 0)


def rules(session: Session) -> dict[int, tuple[RuleCard, ...]]:
    """The lending rules of each authority, those that ended too: what was asked before is still judged by them."""
    return {
        authority: tuple(rule_card(row) for row in mine) for authority, mine in grouped(rows(session, LendingRule), "authority_id").items()
    }


def rule_card(row: Mapping[str, Any]) -> RuleCard:
    """A rule as the columns of its row say it."""
    blackout = Blackout(row["blackout_from"], row["blackout_until"], row["blackout_yearly"], row["blackout_reason"])
    return RuleCard(
        row["id"], row["asset_id"], row["category_id"], row["relation"], row["borrower_kind"], answers_of(row), row["source"],
        row["recognition"], row["valid_from"], row["valid_until"], blackout if row["blackout_from"] else None,
        frozenset(row["spared"] or ()), row["counts_with_id"] or row["id"],
    )  # fmt: skip


def regulations(session: Session) -> dict[int, tuple[RegulationCard, ...]]:
    """The regulations of each authority that were published, the latest first, prepared to price with."""
    published = session.execute(
        select(RegulationRow.id, RegulationRow.authority_id, RegulationRow.valid_from, RegulationRow.valid_until, RegulationRow.prices_by)
        .where(RegulationRow.state.in_(("published", "succeeded")))
        .order_by(RegulationRow.valid_from.desc(), RegulationRow.id.desc())
    )
    found: defaultdict[int, tuple[RegulationCard, ...]] = defaultdict(tuple)
    for key, authority, first, last, prices_by in published:
        found[authority] += (RegulationCard(key, first, last, prices_by, prepare(stored_regulation(session, key))),)
    return found


def requirements(session: Session) -> dict[int, tuple[RequirementCard, ...]]:
    """The proofs that each authority asks for."""
    return {
        authority: tuple(
            RequirementCard(
                row["id"], row["kind"], row["asset_id"], row["category_id"], row["borrower_kind"], row["amount_cents"], row["whole_value"],
                row["qualification"], row["confirms_without"], row["source"], row["every_months"], row["purpose"], row["most_excess_cents"],
                row["own_verification"], row["valid_from"], row["valid_until"],
            )
            for row in mine
        )
        for authority, mine in grouped(rows(session, Requirement), "authority_id").items()
    }  # fmt: skip
