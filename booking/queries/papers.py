"""What is in writing about lines when they are judged: asked only where an owner has terms of use, or a rule that asks for a contract."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from booking.queries.facts import Wanted
from booking.rules.admission import Facts
from booking.rules.contracts import KeptContract, stand
from booking.rules.terms import Accepting
from models import Contract, ContractMark, Line, TermsAcceptance
from models.contracts import contract_name
from models.engine import core


def with_papers(session: Session, members: Mapping[int, tuple[Wanted, Facts]], accepting: Accepting | None) -> dict[int, Facts]:
    """The facts of lines by their place, with what was accepted and agreed: of a line that stands, for its dossier; of a new one, what
    its request is `accepting`, or None where nobody was asked.
    """
    known = {index: facts for index, (_, facts) in members.items()}
    with_terms = [index for index, facts in known.items() if facts.terms]
    with_contract = [index for index, facts in known.items() if facts.answer("needs_contract")]
    if not with_terms and not with_contract:
        return known
    lines = {index: int(holder.removeprefix("line:")) for index, (wanted, _) in members.items() if (holder := wanted.ignoring)}
    accepted = accepted_of(session, {lines[index] for index in with_terms if index in lines})
    contracts = newest_of(session, {lines[index] for index in with_contract if index in lines})
    for index in with_terms:
        new = accepting.ids(card.id for card in known[index].terms) if accepting else None
        known[index] = replace(known[index], accepted=accepted.get(lines[index], frozenset()) if index in lines else new)
    for index in with_contract:
        known[index] = replace(known[index], contract=contracts.get(lines.get(index, 0)))
    return known


def accepted_of(session: Session, lines: Collection[int]) -> dict[int, frozenset[int]]:
    """The ids of the terms that were accepted for the dossier of each of these lines."""
    found: dict[int, frozenset[int]] = {}
    for line, version in core(session).execute(_ACCEPTED, {"lines": list(lines)}) if lines else ():
        found[line] = found.get(line, frozenset()) | {version}
    return found


def newest_of(session: Session, lines: Collection[int]) -> dict[int, KeptContract]:
    """The newest contract of the dossier of each of these lines that has one."""
    steps: dict[int, list[str]] = {}
    newest = {}
    for line, contract, made_at, step, at in core(session).execute(_NEWEST, {"lines": list(lines)}) if lines else ():
        steps.setdefault(line, []).extend([step] if step else [])
        newest[line] = (contract_name(contract, made_at), at or made_at)
    return {line: KeptContract(name, stand(steps[line]), on) for line, (name, on) in newest.items()}


_ACCEPTED = (
    select(Line.id, TermsAcceptance.version_id)
    .join(TermsAcceptance, TermsAcceptance.dossier_id == Line.dossier_id)
    .where(Line.id.in_(bindparam("lines", expanding=True)))
)
_LAST = select(func.max(Contract.number)).where(Contract.dossier_id == Line.dossier_id).correlate(Line).scalar_subquery()
_NEWEST = (
    select(Line.id, Contract.id, Contract.made_at, ContractMark.step, ContractMark.at)
    .join(Contract, (Contract.dossier_id == Line.dossier_id) & (Contract.number == _LAST))
    .outerjoin(ContractMark, ContractMark.contract_id == Contract.id)
    .where(Line.id.in_(bindparam("lines", expanding=True)))
    .order_by(Line.id, ContractMark.id)
)
