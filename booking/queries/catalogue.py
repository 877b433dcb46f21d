"""The catalogue as one frozen value, read anew only when a trigger raised its version (see `models/guard.py`)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import Engine, Label, RowMapping, Table, select, text
from sqlalchemy.orm import Session

from booking.queries.holidays import legal, national
from booking.queries.regulations import stored_regulation
from booking.rules.availability import leaves
from booking.rules.calendar import Calendar, Closure, OpeningHours
from booking.rules.catalogue import (
    AgreementCard,
    AssetCard,
    AuthorityCard,
    Catalogue,
    DepotCard,
    ExemptionCard,
    InspectionCard,
    RegulationCard,
    RequirementCard,
    RuleCard,
    Spell,
    TermCard,
)  # fmt: skip
from booking.rules.custody import Buffer
from booking.rules.kinds import FreeUnit
from booking.rules.tariffs import prepare
from models import (
    Agreement,
    AgreementBeneficiary,
    AgreementParty,
    AgreementScope,
    AgreementTerm,
    Asset,
    AssetFeature,
    Authority,
    Category,
    ClosedDays,
    Counter,
    Depot,
    Exemption,
    ExemptionEnd,
    GroupMember,
    Inspection,
    Keeping,
    LendingRule,
    LocalHoliday,
    Management,
    OpeningSlot,
    Part,
    Photograph,
    RegulationRow,
    Requirement,
    Share,
    TaskPlan,
)  # fmt: skip
from models.prepared import prepared

YEARS = (2015, 2045)
_known: WeakKeyDictionary[Engine, Catalogue] = WeakKeyDictionary()
_versions = prepared(text("SELECT name, value FROM counter WHERE name IN ('catalogue', 'borrowers')").columns(Counter.name, Counter.value))


def catalogue(session: Session, versions: Mapping[str, int] | None = None) -> Catalogue:
    """The catalogue as this session's transaction sees it. One small query when nothing changed since it was last read, none for who has
    asked the `versions` along with something else (`version_of`).
    """
    versions = versions or _seen(session)
    engine = engine_of(session)
    known = _known.get(engine)
    if known is None or known.version != versions["catalogue"]:
        known = _keep(session, engine, replace(_read(session, versions["catalogue"]), borrowers=versions["borrowers"]))
    elif known.borrowers != versions["borrowers"]:
        known = _keep(session, engine, replace(known, borrowers=versions["borrowers"], remembered={}))
    return known


def _seen(session: Session) -> Mapping[str, int]:
    """The versions, asked once in a transaction that only reads: a page shows one state of affairs. One that writes may change them."""
    held, seen = session.info.get("versions", (None, {}))
    if held is None or held is not session.get_transaction() or session.info.get("writing"):
        seen = dict(_versions(session))
        session.info["versions"] = (session.get_transaction(), seen)
    return seen


def version_of(name: str) -> Label[int]:
    """The version of `catalogue` or `borrowers`, as a column of another question."""
    return select(Counter.value).where(Counter.name == name).scalar_subquery().label(name)


def _keep(session: Session, engine: Engine, read: Catalogue) -> Catalogue:
    _known[engine] = read
    session.info["kept_catalogue"] = True
    return read


def forget(session: Session) -> None:
    """Before a rollback: what this transaction read may be its own unwritten change, under a version that another will give again."""
    if session.info.pop("kept_catalogue", False):
        _known.pop(engine_of(session), None)


def warm(session: Session) -> None:
    """Read the catalogue once per process before anybody waits for a lock that this session is about to take."""
    if engine_of(session) not in _known:
        catalogue(session)


def engine_of(session: Session) -> Engine:
    """The engine behind a session."""
    bound = session.get_bind()
    return bound if isinstance(bound, Engine) else bound.engine


def _read(session: Session, version: int) -> Catalogue:
    return Catalogue(
        version=version,
        authorities=_authorities(session),
        depots=_depots(session),
        assets=_assets(session),
        agreements=_agreements(session),
        exemptions=_exemptions(session),
        rules=_rules(session),
        requirements=_requirements(session),
        regulations=_regulations(session),
        holidays=frozenset(legal(*YEARS)),
    )


def _rows(session: Session, model: type[Any]) -> list[RowMapping]:
    table: Table = model.__table__
    return list(session.execute(select(*table.c).order_by(table.c.id)).mappings())


def _grouped(rows: Iterable[RowMapping], column: str) -> Mapping[int, list[RowMapping]]:
    found: defaultdict[int, list[RowMapping]] = defaultdict(list)
    for row in rows:
        found[row[column]].append(row)
    return found


def _spells(rows: Iterable[RowMapping], subject: str, weight: str | None = None) -> tuple[Spell, ...]:
    """Dated relations, the latest first, so that a later one wins where two touch."""
    spells = (Spell(row[subject], row["valid_from"], row["valid_until"], row[weight] if weight else 0) for row in rows)
    return tuple(sorted(spells, key=lambda spell: spell.first, reverse=True))


def _authorities(session: Session) -> dict[int, AuthorityCard]:
    groups = _grouped(_rows(session, GroupMember), "member_id")
    return {
        row["id"]: AuthorityCard(
            row["id"], row["name"], row["kind"], row["email"], _spells(groups[row["id"]], "municipality_id"), row["language"]
        )
        for row in _rows(session, Authority)
    }


def _depots(session: Session) -> dict[int, DepotCard]:
    slots, closed = _grouped(_rows(session, OpeningSlot), "depot_id"), _grouped(_rows(session, ClosedDays), "depot_id")
    local = _grouped(_rows(session, LocalHoliday), "authority_id")
    shared = national(*YEARS)
    found = {}
    for row in _rows(session, Depot):
        hours = OpeningHours.of((s["weekday"], s["opens"], s["closes"], s["valid_from"], s["valid_until"]) for s in slots[row["id"]])
        if not slots[row["id"]]:
            hours = OpeningHours(always=True)
        holidays = {**shared, **{h["day"]: h["name"] for h in local[row["authority_id"]]}} if row["kind"] == "depot" else {}
        calendar = Calendar(hours, holidays, tuple(Closure(c["first"], c["last"], c["reason"]) for c in closed[row["id"]]))
        found[row["id"]] = DepotCard(
            row["id"], row["authority_id"], row["name"], row["address"], row["kind"], row["lat"], row["lon"], calendar
        )
    return found


def _assets(session: Session) -> dict[int, AssetCard]:
    categories = {row["id"]: row for row in _rows(session, Category)}
    graph = {whole: tuple((p["part_id"], p["units"]) for p in parts) for whole, parts in _grouped(_rows(session, Part), "whole_id").items()}
    managers, keepers = _grouped(_rows(session, Management), "asset_id"), _grouped(_rows(session, Keeping), "asset_id")
    shares, inspections = _grouped(_rows(session, Share), "asset_id"), _grouped(_rows(session, Inspection), "asset_id")
    features, plans = _grouped(_rows(session, AssetFeature), "asset_id"), _grouped(_rows(session, TaskPlan), "asset_id")
    pictures = _leading(session)
    rows = _rows(session, Asset)
    halls = {row["id"] for row in rows if categories[row["category_id"]]["in_place"]}
    found = {}
    for row in rows:
        category, key = categories[row["category_id"]], row["id"]
        found[key] = AssetCard(
            id=key,
            code=row["code"],
            name=row["name"],
            category=category["code"],
            category_id=category["id"],
            units=row["units"],
            in_place=category["in_place"],
            leaves=leaves(graph, key, halls=halls),
            managers=_spells(managers[key], "authority_id"),
            keepers=_spells(keepers[key], "depot_id"),
            shares=_spells(shares[key], "authority_id", "basis_points"),
            before=Buffer(_own(row, category, "hours_before"), _own(row, category, "open_days_before")),
            after=Buffer(_own(row, category, "hours_after"), _own(row, category, "open_days_after")),
            capacity=row["capacity"],
            mass_kg=row["mass_kg"],
            value_cents=row["replacement_value_cents"],
            in_service_from=row["in_service_from"],
            in_service_until=row["in_service_until"],
            inspections=tuple(
                InspectionCard(i["inspected_on"], i["valid_until"], i["verdict"] == "passed", i["body"]) for i in inspections[key]
            ),
            features={f["feature"]: f["value"] for f in features[key]},
            minutes={plan["kind"]: plan["minutes"] for plan in plans[key]},
            photograph=pictures.get(key),
        )
    return found


def _leading(session: Session) -> dict[int, int]:
    """The photograph that leads, by asset: the last one written in this order is the first in the gallery."""
    query = select(Photograph.asset_id, Photograph.id).order_by(Photograph.position.desc(), Photograph.id.desc())
    return dict(session.execute(query).all())  # type: ignore[arg-type]


def _own(asset: RowMapping, category: RowMapping, column: str) -> int:
    value: int | None = asset[column]
    return value if value is not None else category[column]


def _agreements(session: Session) -> tuple[AgreementCard, ...]:
    parties, scopes = _grouped(_rows(session, AgreementParty), "agreement_id"), _grouped(_rows(session, AgreementScope), "agreement_id")
    kinds, terms = _grouped(_rows(session, AgreementBeneficiary), "agreement_id"), _grouped(_rows(session, AgreementTerm), "agreement_id")
    return tuple(
        AgreementCard(
            id=row["id"],
            reference=row["reference"],
            title=row["title"],
            first=row["valid_from"],
            last=row["valid_until"],
            parties=tuple(Spell(p["authority_id"], p["approved_on"], p["leaves_on"]) for p in parties[row["id"]] if p["approved_on"]),
            covers=frozenset(_covered(s) for s in scopes[row["id"]] if not s["excluded"]),
            excludes=frozenset(_covered(s) for s in scopes[row["id"]] if s["excluded"]),
            beneficiaries=frozenset(k["borrower_kind"] for k in kinds[row["id"]]) or frozenset({"authority"}),
            terms=tuple(_term(t) for t in terms[row["id"]]),
        )
        for row in _rows(session, Agreement)
    )


def _term(row: RowMapping) -> TermCard:
    return TermCard(
        row["id"], row["lender_id"], row["category_id"], row["group_code"], row["percentage"], row["article"], row["reciprocal"],
        row["free_quota"], row["free_unit"] or FreeUnit.LOANS, row["valid_from"], row["valid_until"],
    )  # fmt: skip


def _exemptions(session: Session) -> dict[tuple[int, int], tuple[ExemptionCard, ...]]:
    ends = {row["exemption_id"]: row["last"] for row in _rows(session, ExemptionEnd)}
    rows = _rows(session, Exemption)
    names = {row["id"]: row["name"] for row in _rows(session, Authority)} if rows else {}
    return {
        (lender, borrower): tuple(
            ExemptionCard(
                row["id"], lender, borrower, row["category_id"], row["valid_from"], ends.get(row["id"], row["valid_until"]), row["mutual"],
                f"{row['organ']} {row['number']}", names[lender], names[borrower],
            )
            for row in rows
            if (row["lender_id"], row["borrower_id"]) == (lender, borrower)
        )
        for lender, borrower in {(row["lender_id"], row["borrower_id"]) for row in rows}
    }  # fmt: skip


def _covered(scope: RowMapping) -> tuple[str, int]:
    if scope["asset_id"]:
        return "asset", scope["asset_id"]
    return ("category", scope["category_id"]) if scope["category_id"] else ("all", 0)


QUESTIONS = (
    "may_borrow", "needs_agreement", "purposes", "territory", "notice_days", "horizon_days", "shortest_hours", "longest_days", "most_units",
    "quota_times", "decides", "decision_days", "collect_days_before", "free_cancellation_days",
    "hire_before", "deposit_before", "payment_days",
)  # fmt: skip


def _rules(session: Session) -> dict[int, tuple[RuleCard, ...]]:
    return {
        authority: tuple(
            RuleCard(
                row["id"], row["asset_id"], row["category_id"], row["relation"], row["borrower_kind"],
                {question: row[question] for question in QUESTIONS if row[question] is not None}, row["source"],
            )
            for row in rows
        )
        for authority, rows in _grouped(_rows(session, LendingRule), "authority_id").items()
    }  # fmt: skip


def _regulations(session: Session) -> dict[int, tuple[RegulationCard, ...]]:
    rows = session.execute(
        select(RegulationRow.id, RegulationRow.authority_id, RegulationRow.valid_from, RegulationRow.valid_until, RegulationRow.prices_by)
        .where(RegulationRow.state.in_(("published", "succeeded")))
        .order_by(RegulationRow.valid_from.desc(), RegulationRow.id.desc())
    )
    found: defaultdict[int, tuple[RegulationCard, ...]] = defaultdict(tuple)
    for key, authority, first, last, prices_by in rows:
        found[authority] += (RegulationCard(key, first, last, prices_by, prepare(stored_regulation(session, key))),)
    return found


def _requirements(session: Session) -> dict[int, tuple[RequirementCard, ...]]:
    return {
        authority: tuple(
            RequirementCard(
                row["id"], row["kind"], row["asset_id"], row["category_id"], row["borrower_kind"], row["amount_cents"], row["whole_value"],
                row["qualification"], row["confirms_without"], row["source"],
            )
            for row in rows
        )
        for authority, rows in _grouped(_rows(session, Requirement), "authority_id").items()
    }  # fmt: skip
