"""A small house in which nothing is wrong, written by hand so that every row has a number that an example can name."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any

from sqlalchemy import Connection, insert

from booking.rules.kinds import PROMISES
from models import (
    Account,
    Agreement,
    AgreementTerm,
    Amendment,
    Asset,
    Audit,
    Authority,
    Base,
    Borrower,
    Category,
    Charge,
    ChargeDecision,
    ChargePost,
    Conflict,
    Contingent,
    Decision,
    Depot,
    Dossier,
    Exemption,
    ExemptionEnd,
    Fact,
    IdempotencyKey,
    LendingRule,
    Line,
    LineMove,
    Management,
    Occupancy,
    Outbox,
    Part,
    PaymentMark,
    QuotaUse,
    Quote,
    QuoteLine,
    Receivable,
    RegulationRow,
    Reservation,
    Share,
    Task,
    WorkOrder,
)

NOW = datetime(2027, 5, 10, 8, tzinfo=UTC)
RANST, ZANDHOVEN = 1, 2
STAGE, DECKS, HALL, THIRD_A, THIRD_B, PLATFORM = range(1, 7)


def day(number: float) -> datetime:
    """So many days after NOW."""
    return NOW + timedelta(days=number)


# Line: (dossier = authority, asset, units, blocked from, until, holds until, states it went through)
LINES: dict[int, tuple[int, int, int, float, float, float | None, str]] = {
    1: (ZANDHOVEN, STAGE, 1, 10, 22, None, "requested approved"),
    2: (RANST, DECKS, 30, 20, 25, 5, "requested"),
    3: (RANST, HALL, 1, 20, 22, 3, "option"),
    4: (ZANDHOVEN, STAGE, 1, -40, -30, None, "requested approved handed_over returned closed"),
    5: (RANST, DECKS, 5, 20, 25, None, "requested approved cancelled"),
    6: (ZANDHOVEN, PLATFORM, 1, 30, 32, None, "requested"),
    7: (ZANDHOVEN, PLATFORM, 1, 40, 42, None, "approved"),
    8: (RANST, DECKS, 10, 20, 25, -1, "requested"),
    9: (ZANDHOVEN, STAGE, 1, -2, 3, None, "requested approved handed_over"),
    10: (ZANDHOVEN, PLATFORM, 1, 50, 52, None, "requested refused"),
    11: (ZANDHOVEN, PLATFORM, 1, 60, 62, 6, "requested proposed"),
}

# Occupancy: (asset, from, until, units, kind, holder, lapses)
LEDGER: dict[int, tuple[int, float, float, int, str, str, float | None]] = {
    1: (STAGE, 10, 17, 1, "firm", "line:1", None),
    2: (STAGE, 17, 22, 1, "firm", "line:1", None),
    3: (DECKS, 20, 25, 30, "request", "line:2", 5),
    4: (THIRD_A, 20, 22, 1, "option", "line:3", 3),
    5: (THIRD_B, 20, 22, 1, "option", "line:3", 3),
    6: (STAGE, -40, -33, 1, "firm", "line:4", None),
    7: (STAGE, -33, -32, 1, "firm", "line:4", None),  # brought back two days early
    8: (PLATFORM, 40, 42, 1, "firm", "line:7", None),
    9: (PLATFORM, 41, 44, 1, "request", "line:7", 4),  # an amendment beside its promise
    10: (DECKS, 20, 25, 10, "request", "line:8", -1),  # lapsed, not yet tidied up
    11: (STAGE, -2, 3, 1, "firm", "line:9", None),
    12: (STAGE, 1, 5, 1, "breakdown", "fact:1", None),
    13: (DECKS, 26, 33, 2, "lost", "fact:2", None),
    14: (STAGE, 2, 4, 1, "overdue", "fact:3", None),
    15: (PLATFORM, 60, 62, 1, "request", "line:11", 6),
    16: (PLATFORM, 64, 66, 1, "request", "line:11", 6),  # the desk proposes other dates
    18: (STAGE, -35, -34, 1, "breakdown", "fact:4", None),
    17: (PLATFORM, 70, 71, 1, "maintenance", "task:1", None),
    19: (PLATFORM, 75, 76, 1, "maintenance", "order:1", None),
}
# Fact: (asset, kind, units, from, until, line)
FACTS = {
    1: (STAGE, "breakdown", 1, 1, 5, None),
    2: (DECKS, "lost", 2, 26, None, None),
    3: (STAGE, "overdue", 1, 2, 4, 9),
    4: (STAGE, "breakdown", 1, -35, -34, None),
    5: (STAGE, "breakdown", 1, 50, 50, None),  # mended before it began
}
AMENDMENTS = {1: (7, "borrower", 41, 44, 4), 2: (11, "desk", 64, 66, 6)}
PARTIES = {"approved": "desk", "handed_over": "depot", "returned": "depot", "closed": "desk", "proposed": "desk", "refused": "desk"}


def build(connection: Connection) -> None:
    """Write the whole house."""
    for model, row in _rows():
        connection.execute(insert(model.__table__).values(**row))


def _rows() -> Iterator[tuple[type[Base], dict[str, Any]]]:
    yield from _people_and_things()
    yield from _lines()
    for key, row in LEDGER.items():
        yield Occupancy, {"id": key, **occupied(*row)}
    for key, (asset, kind, units, first, last, line) in FACTS.items():
        row = {"asset_id": asset, "kind": kind, "units": units, "line_id": line, "starts_at": day(first), "recorded_at": NOW}
        yield Fact, {"id": key, **row, "ends_at": None if last is None else day(last)}
    planned = {"id": 1, "asset_id": PLATFORM, "kind": "maintenance", "state": "planned", "created_at": NOW}
    yield WorkOrder, {**planned, "starts_at": day(75), "ends_at": day(76)}
    yield Conflict, {"id": 1, "fact_id": 1, "line_id": 9, "found_at": NOW}
    yield Conflict, {"id": 2, "fact_id": 4, "line_id": 4, "found_at": NOW, "resolution": "gone", "resolved_at": NOW}
    for key, (line, asker, first, last, until) in AMENDMENTS.items():
        row = {"line_id": line, "asked_by": asker, "asset_id": PLATFORM, "units": 1, "at": NOW, "holds_until": day(until)}
        yield Amendment, {"id": key, **row, **_periods(first, last)}
    yield from _money()
    yield from _dues()
    yield from _records()


def occupied(asset: int, first: float, last: float, units: int, kind: str, holder: str, lapses: float | None) -> dict[str, Any]:
    """The columns of a row of the ledger."""
    moments = {"starts_at": day(first), "ends_at": day(last), "expires_at": None if lapses is None else day(lapses)}
    return {"asset_id": asset, "units": units, "kind": kind, "promise": kind in PROMISES, "holder": holder, **moments}


def _people_and_things() -> Iterator[tuple[type[Base], dict[str, Any]]]:
    long_ago = date(2020, 1, 1)
    yield Account, {"id": 1, "email": "sofie@lindekapel.example", "name": "Sofie", "created_at": NOW}
    for key, name in {RANST: "Ranst", ZANDHOVEN: "Zandhoven"}.items():
        yield Authority, {"id": key, "kind": "municipality", "name": name}
        yield Depot, {"id": key, "authority_id": key, "name": f"Loods {name}", "address": "Kerkplein 1"}
        yield LendingRule, {"id": key, "authority_id": key, "quota": 2}
        header = {
            "title": "Retributie (fictief)",
            "organ": "gemeenteraad",
            "valid_from": long_ago,
            "prices_by": "use",
            "state": "published",
        }
        yield RegulationRow, {"id": key, "authority_id": key, **header, "header": {}, "imported_at": NOW}
    yield Borrower, {"id": 1, "kind": "association", "name": "De Lindekapel (fictief)", "authority_id": RANST, "created_at": NOW}
    yield Category, {"id": 1, "code": "thing", "name": "Things"}
    yield Category, {"id": 2, "code": "hall", "name": "Halls", "in_place": True}
    owners = {STAGE: ZANDHOVEN, DECKS: RANST, HALL: RANST, THIRD_A: RANST, THIRD_B: RANST}
    for key in (STAGE, DECKS, HALL, THIRD_A, THIRD_B, PLATFORM):
        category, units = 2 if key in (HALL, THIRD_A, THIRD_B) else 1, 40 if key == DECKS else 1
        yield (
            Asset,
            {"id": key, "code": f"A{key}", "name": f"Asset {key}", "category_id": category, "units": units, "in_service_from": long_ago},
        )
        if key in owners:
            yield Management, {"id": key, "asset_id": key, "authority_id": owners[key], "valid_from": long_ago}
    yield Part, {"id": 1, "whole_id": HALL, "part_id": THIRD_A}
    yield Part, {"id": 2, "whole_id": HALL, "part_id": THIRD_B}
    last_year, this_year = date(2026, 12, 31), date(2027, 1, 1)
    yield Management, {"id": 6, "asset_id": PLATFORM, "authority_id": RANST, "valid_from": long_ago, "valid_until": last_year}
    yield Management, {"id": 7, "asset_id": PLATFORM, "authority_id": ZANDHOVEN, "valid_from": this_year}
    yield (
        Share,
        {"id": 1, "asset_id": PLATFORM, "authority_id": RANST, "basis_points": 10_000, "valid_from": long_ago, "valid_until": last_year},
    )
    yield Share, {"id": 2, "asset_id": PLATFORM, "authority_id": RANST, "basis_points": 3_333, "valid_from": this_year}
    yield Share, {"id": 3, "asset_id": PLATFORM, "authority_id": ZANDHOVEN, "basis_points": 6_667, "valid_from": this_year}
    kept = {"asset_id": DECKS, "authority_id": RANST, "measure": "units", "release_weeks": 4, "source": "art. 3"}
    yield Contingent, {"id": 1, "amount": 10, "valid_from": this_year, **kept}
    yield Contingent, {"id": 2, "amount": 20, "valid_from": NOW.date(), **kept}


def _lines() -> Iterator[tuple[type[Base], dict[str, Any]]]:
    asked = {"borrower_id": 1, "account_id": 1, "event": "Lentefeest", "purpose": "event", "created_at": day(-60)}
    for key in (1, 2):
        yield Reservation, {"id": key, **asked}
    for key in (RANST, ZANDHOVEN):
        yield Dossier, {"id": key, "reservation_id": 1, "authority_id": key, "created_at": day(-60)}
    yield Dossier, {"id": 3, "reservation_id": 2, "authority_id": RANST, "created_at": day(-60)}
    moves = tasks = 0
    for key, (dossier, asset, units, first, last, until, states) in LINES.items():
        path = ["draft", *states.split()]
        row = {"reservation_id": 1, "dossier_id": dossier, "number": key, "asset_id": asset, "units": units, "state": path[-1]}
        yield Line, {"id": key, **row, "holds_until": None if until is None else day(until), **_periods(first, last)}
        yield Decision, {"id": key, "line_id": key, "act": "request", "at": NOW, "findings": []}
        for old, new in pairwise(path):
            moves += 1
            party = "system" if (old, new) == ("draft", "approved") else PARTIES.get(new, "borrower")
            yield LineMove, {"id": moves, "line_id": key, "from_state": old, "to_state": new, "party": party, "at": NOW}
        for kind in ("hand_out", "take_back") if "approved" in path else ():
            tasks += 1
            state = "cancelled" if path[-1] == "cancelled" else "planned"
            window = {"window_start": day(first), "window_end": day(last), "minutes": 30}
            window |= {"starts_at": day(first), "ends_at": day(last), "created_at": NOW, "changed_at": NOW}
            place = {"asset_id": asset, "depot_id": dossier, "authority_id": dossier, "title": "Lentefeest"}
            yield Task, {"id": tasks, "line_id": key, "kind": kind, "state": state, **window, **place}


def _periods(first: float, last: float) -> dict[str, datetime]:
    start, end = day(first), day(last)
    hour = timedelta(hours=1)
    outer = {"custody_start": start, "custody_end": end, "blocked_start": start, "blocked_end": end}
    return {"use_start": start + hour, "use_end": end - hour, **outer}


def _money() -> Iterator[tuple[type[Base], dict[str, Any]]]:
    quotes = {
        1: (RANST, 1, 500, 0, 500, 0),
        2: (RANST, 2, 400, 0, 400, 0),
        3: (ZANDHOVEN, 1, 2509, 421, 2930, 25_000),
        4: (3, 1, 0, 0, 0, 0),
    }
    for key, (dossier, version, net, vat, total, deposit) in quotes.items():
        sums = {"net": net, "vat": vat, "total": total, "deposit": deposit}
        yield Quote, {"id": key, "dossier_id": dossier, "version": version, **sums, "created_at": NOW}
    posts = {
        1: (1, 2, 500, False, "exempt"),
        2: (2, 2, 450, False, "exempt"),
        3: (2, None, -50, False, "exempt"),
        4: (3, 1, 1002, False, "21"),
        5: (3, 7, 1002, False, "21"),  # VAT on the sum is 421; rounded for each post it would have been 420
        6: (3, 1, 505, False, "outside_scope"),
        7: (3, 1, 25_000, True, "outside_scope"),
    }
    for key, (quote, line, amount, deposit, vat) in posts.items():
        row = {"quote_id": quote, "position": key, "line_id": line, "amount": amount, "deposit": deposit, "vat": vat}
        yield QuoteLine, {"id": key, **row, "regulation_id": quote // 3 + 1, "article": "4", "code": "per_day", "details": {}}


def _dues() -> Iterator[tuple[type[Base], dict[str, Any]]]:
    """A trailer that came back dirty was charged and paid; the hire of Zandhoven's dossier is still to come in."""
    sums = {"net": 3500, "vat": 735, "total": 4235}
    yield Charge, {"id": 1, "dossier_id": ZANDHOVEN, "line_id": 7, "occasion": "measured", "basis": {}, **sums, "at": NOW}
    post = {"charge_id": 1, "position": 0, "line_id": 7, "article": "11", "code": "per_measure", "details": {}}
    yield ChargePost, {"id": 1, **post, "amount": 3500, "vat": "21"}
    yield ChargeDecision, {"id": 1, "charge_id": 1, "step": "charged", "amount": 4235, "at": NOW}
    due = {"dossier_id": ZANDHOVEN, "authority_id": ZANDHOVEN, "due_on": NOW.date(), "changed_at": NOW}
    yield Receivable, {"id": 1, **due, "charge_id": 1, "sort": "charge", "amount": 4235, "received": 4235, "received_on": NOW.date()}
    yield Receivable, {"id": 2, **due, "sort": "hire", "amount": 2930}
    yield PaymentMark, {"id": 1, "receivable_id": 1, "sort": "received", "amount": 4235, "day": NOW.date(), "at": NOW}


def _records() -> Iterator[tuple[type[Base], dict[str, Any]]]:
    for key, (line, returned) in {1: (1, None), 2: (4, None), 3: (6, NOW)}.items():
        row = {"rule_id": 2, "authority_id": ZANDHOVEN, "borrower_id": 1, "year": 2027, "line_id": line}
        yield QuotaUse, {"id": key, **row, "used_at": NOW, "returned_at": returned}
    yield from _promises()
    for key in (1, 2):
        yield Audit, {"id": key, "at": NOW, "act": "reservation.request", "subject": "reservation", "subject_id": key, "details": {}}
    for key, (state, sent, error) in {1: ("waiting", None, ""), 2: ("sent", NOW, ""), 3: ("failed", None, "550 no such user")}.items():
        row = {"event": "request_received", "recipient": "desk@ranst.example", "payload": {}, "message_id": f"{key}@streekdepot"}
        yield Outbox, {"id": key, **row, "state": state, "sent_at": sent, "error": error, "created_at": NOW, "not_before": NOW}
    row = {"account_id": 1, "key": "k", "request_hash": b"0" * 32, "status": 201, "body": {}, "created_at": NOW}
    yield IdempotencyKey, {"id": 1, **row}


def _promises() -> Iterator[tuple[type[Base], dict[str, Any]]]:
    """One free loan a year by an agreement, taken, and a register in which Ranst stopped lending free and began again."""
    since, last, again = date(2026, 1, 1), date(2026, 6, 30), date(2026, 7, 1)
    yield Agreement, {"id": 1, "reference": "2026-01", "title": "Uitwisseling (fictief)", "valid_from": since}
    yield AgreementTerm, {"id": 1, "agreement_id": 1, "lender_id": ZANDHOVEN, "article": "art. 4", "free_quota": 1, "free_unit": "loans"}
    row = {"term_id": 1, "party_id": RANST, "authority_id": ZANDHOVEN, "borrower_id": 1, "year": 2027}
    yield QuotaUse, {"id": 4, **row, "line_id": 1, "used_at": NOW}
    yield QuotaUse, {"id": 5, **row, "line_id": 6, "used_at": NOW, "returned_at": NOW}
    decided = {"organ": "gemeenteraad", "number": "2025/9", "recorded_at": NOW}
    for key, first in {1: since, 2: again}.items():
        yield Exemption, {"id": key, "lender_id": RANST, "borrower_id": ZANDHOVEN, "valid_from": first, **decided}
        if key == 1:
            yield ExemptionEnd, {"id": 1, "exemption_id": 1, "last": last, **decided}
