"""What lapses of what the catalogue knows: agreements, inspections, regulations and terms of use. No query."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from booking.queries.register.loans import Loan, asked, stopped
from booking.rules.admission.facts import most_specific
from booking.rules.catalogue import AgreementCard, AssetCard, Catalogue, on
from booking.rules.kinds import RequirementKind, Upkeep
from booking.rules.maintenance.validity import newest
from booking.rules.register import Cause, Kind, Matter, Who, covered_until, lapses
from booking.rules.towing import enough_for, licence_for


def agreements(known: Catalogue, ours: Collection[int], loans: Sequence[Loan], today: date, days: int) -> Iterator[Matter]:
    """Agreements that one of ours is bound by and that end, and those that still wait for somebody's council."""
    families: dict[int, list[AgreementCard]] = {}
    for card in known.agreements:
        families.setdefault(card.root or card.id, []).append(card)
    for family in families.values():
        newest = max(family, key=lambda card: (card.first, card.id))
        yield from _awaited(known, ours, newest)
        for authority in {spell.subject for card in family for spell in card.parties} & set(ours):
            bound = [_bound(card, authority) for card in family]
            until = covered_until([spell for spell in bound if spell], today)
            if until is None or not lapses(until, today, days):
                continue
            houses = {spell.subject for card in family for spell in card.parties}
            hits = stopped(loan for loan in loans if loan.last > until and newest.in_scope(loan.asset) and _between(known, loan, houses))
            name, whom = f"{newest.reference} {newest.title}", known.authorities[authority].name
            yield Matter(Kind.AGREEMENT, Cause.LAPSES, name, Who.OWNER, whom, until, newest.id, hits)


def _between(known: Catalogue, loan: Loan, houses: Collection[int]) -> bool:
    """True for a loan from one of these houses, or somebody of its group, to another."""
    parties = {known.authorities[each].house(loan.first) for each in (loan.owner, loan.home)}
    return len(parties) == 2 and parties.issubset(houses)


def _bound(card: AgreementCard, authority: int) -> tuple[date, date | None] | None:
    """From when until when a version binds an authority."""
    for spell in card.parties:
        if spell.subject == authority:
            first, lasts = max(card.first, spell.first), [day for day in (card.last, spell.last) if day]
            return first, min(lasts, default=None)
    return None


def _awaited(known: Catalogue, ours: Collection[int], card: AgreementCard) -> Iterator[Matter]:
    if not card.named.intersection(ours):
        return
    for authority in sorted(card.awaiting):
        who = Who.OWNER if authority in ours else Who.OTHER
        yield Matter(
            Kind.AGREEMENT, Cause.AWAITS, f"{card.reference} {card.title}", who, known.authorities[authority].name, None, card.id
        )


def inspections(known: Catalogue, ours: Collection[int], loans: Sequence[Loan], today: date, days: int) -> Iterator[Matter]:
    """Assets of ours that their owner or a plan of their own has inspected, and whose newest inspection ends, failed or is not there."""
    for asset in known.assets.values():
        owner = on(asset.managers, today)
        if owner not in ours or not _in_service(asset, today) or not _needs_inspection(known, asset, owner, today):
            continue
        last = newest(asset.inspections, today)
        until = last.until if last and last.passed else None
        if until is not None and not lapses(until, today, days):
            continue
        cause = Cause.MISSING if last is None else Cause.LAPSES if last.passed else Cause.FAILED
        concerned = (loan for loan in loans if asset.id == loan.asset.id or asset.id in loan.asset.leaves)
        hits = stopped(loan for loan in concerned if until is None or loan.last > until)
        yield Matter(Kind.INSPECTION, cause, asset.name, Who.OWNER, known.authorities[owner].name, until, asset.id, hits)


def _in_service(asset: AssetCard, today: date) -> bool:
    return asset.in_service_until is None or today <= asset.in_service_until


def _needs_inspection(known: Catalogue, asset: AssetCard, owner: int, today: date) -> bool:
    if asset.plans and asset.plan(Upkeep.INSPECTION, today):
        return True
    mine = (each for each in known.requirements.get(owner, ()) if each.kind == RequirementKind.INSPECTION)
    holds = (each for each in mine if (each.first is None or each.first <= today) and (each.last is None or today <= each.last))
    return any(each.asset in (None, asset.id) and each.category in (None, asset.category_id) for each in holds)


def regulations(known: Catalogue, ours: Collection[int], loans: Sequence[Loan], today: date, days: int) -> Iterator[Matter]:
    """Regulations of ours that end without another that prices the same, and loans that would then have no price."""
    for authority in sorted(ours):
        cards = known.regulations.get(authority, ())
        for covers in {tuple(sorted(card.prepared.regulation.covers)) for card in cards}:
            same = [card for card in cards if tuple(sorted(card.prepared.regulation.covers)) == covers]
            until = covered_until([(card.first, card.last) for card in same], today)
            if until is None or not lapses(until, today, days):
                continue
            last = max(same, key=lambda card: (card.last or date.max, card.id))
            hits = stopped(loan for loan in loans if loan.used > until and _unpriced(known, loan, authority))
            whom, title = known.authorities[authority].name, last.prepared.regulation.title
            yield Matter(Kind.REGULATION, Cause.LAPSES, title, Who.OWNER, whom, until, last.id, hits)


def _unpriced(known: Catalogue, loan: Loan, authority: int) -> bool:
    """True for a loan that this authority's regulations would price and none does."""
    owner = known.authorities[loan.owner]
    priced = known.regulation(owner, loan.asset.category, loan.asset.code, loan.used, loan.asked)
    return authority in (owner.id, owner.house(loan.used)) and priced is None


def terms(known: Catalogue, ours: Collection[int], today: date, days: int) -> Iterator[Matter]:
    """Authorities of ours that lend without terms of use, or whose terms end. It stops nothing."""
    lending = {owner for asset in known.assets.values() if (owner := on(asset.managers, today)) in ours and _in_service(asset, today)}
    for authority in sorted(lending):
        owner = known.authorities[authority]
        cards = known.terms_of_use.get(owner.id) or known.terms_of_use.get(owner.house(today)) or ()
        until = covered_until([(card.first, card.last) for card in cards], today)
        if lapses(until, today, days):
            latest = max(cards, key=lambda card: (card.first, card.id), default=None)
            cause, subject = (Cause.LAPSES, latest.id) if latest and until else (Cause.MISSING, authority)
            yield Matter(Kind.TERMS, cause, owner.name, Who.OWNER, owner.name, until, subject)


def asked_of_people(known: Catalogue, loan: Loan) -> Iterator[tuple[int, frozenset[str]]]:
    """Who operates and who drives, each with the qualifications of which the owner of a loan asks one in that part."""
    for person, kind in ((loan.operator, RequirementKind.OPERATOR), (loan.driver, RequirementKind.DRIVER)):
        required = most_specific(asked(known, loan), kind) if person else None
        if person and required:
            yield person, enough_for(required.qualification or licence_for(loan.asset.mass_kg, loan.towing_kg).licence)
