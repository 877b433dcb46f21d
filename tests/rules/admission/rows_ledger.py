"""Is it there: rows about what is free, in service, open at hand-over, and within reach of the ledger."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from booking.rules.admission import ledger
from booking.rules.calendar import Calendar, Closure
from tests.rules.admission.form import BOUNDARY, FAILS, MISSING, PASSES, REFUSED, Row, Section, Sort
from tests.rules.admission.ordinary import HALL_HOURS, ORDINARY, with_asset, with_part
from tests.rules.admission.rows_windows import ALL_DAY, HALL_LOAN, at, used

WORKS = Calendar(HALL_HOURS.hours, closures=(Closure(date(2027, 5, 1), date(2027, 5, 31), "Werken"),))
HORIZON = ORDINARY.periods.blocked.end

SECTIONS = [
    Section(ledger.free, (
        Row(PASSES, "one asked, one free", {}, "asset_free", told={"free": 1}),
        Row(FAILS, "one asked, none free", {"free": 0}, "asset_taken", REFUSED,
            {"units": 1, "free": 0, "from_": "2027-05-12T07:00:00+00:00", "until": "2027-05-14T13:00:00+00:00"}),
    )),
    Section(ledger.free, (
        Row(BOUNDARY, "as many as are free", {"units": 40}, "asset_free"),
        Row(BOUNDARY, "one more than are free", {"units": 41}, "asset_taken", REFUSED, {"units": 41, "free": 40}),
    ), replace(ORDINARY, free=40), {Sort.MISSING: "what is free is always counted"}),
    Section(ledger.in_service, (
        Row(PASSES, "bought years ago", {}, "asset_in_service"),
        Row(MISSING, "no last day is known", with_asset(in_service_until=None), "asset_in_service"),
        Row(BOUNDARY, "bought on the day of hand-over", with_asset(in_service_from=date(2027, 5, 12)), "asset_in_service"),
        Row(BOUNDARY, "bought a day later", with_asset(in_service_from=date(2027, 5, 13)), "asset_out_of_service", REFUSED,
            {"until": "2027-05-13", "owner": "Zandhoven"}),
        Row(BOUNDARY, "written off after the day of return", with_asset(in_service_until=date(2027, 5, 14)), "asset_in_service"),
        Row(FAILS, "written off a day before it is back", with_asset(in_service_until=date(2027, 5, 13)), "asset_out_of_service", REFUSED,
            {"from_": "2027-05-13"}),
    )),
    Section(ledger.in_service, (
        Row(PASSES, "a part in service throughout", {"parts": with_part(in_service_until=date(2027, 5, 14))["parts"]}, "asset_in_service"),
        Row(FAILS, "a part written off during the loan", {"parts": with_part(in_service_until=date(2027, 5, 13))["parts"]},
            "asset_out_of_service", REFUSED, {"asset": "Korf", "from_": "2027-05-13"}),
        Row(FAILS, "a part bought too late", {"parts": with_part(in_service_from=date(2027, 5, 13))["parts"]},
            "asset_out_of_service", REFUSED, {"asset": "Korf", "until": "2027-05-13"}),
    )),
    Section(ledger.handover, (
        Row(PASSES, "handed over and back within the hours of the depot", {}, "handover_open",
            told={"place": "Loods Zandhoven", "from_": "2027-05-12T07:00:00+00:00"}),
        Row(PASSES, "a Saturday becomes Friday to Monday", used(at(2027, 5, 15, 600), at(2027, 5, 15, 900)), "handover_open",
            told={"from_": "2027-05-14T14:00:00+00:00", "until": "2027-05-17T05:30:00+00:00"}),
        Row(FAILS, "a custody that was promised and where the depot has other hours since",
            used(at(2027, 5, 12, 1020), at(2027, 5, 14, 900), ALL_DAY), "handover_closed", REFUSED, {"from_": "2027-05-12T15:00:00+00:00"}),
        Row(BOUNDARY, "a custody that starts in the minute of opening", used(at(2027, 5, 12, 450), at(2027, 5, 12, 900), ALL_DAY),
            "handover_open"),
        Row(BOUNDARY, "a custody that starts a minute before", used(at(2027, 5, 12, 449), at(2027, 5, 12, 900), ALL_DAY),
            "handover_closed", REFUSED, {"place": "Loods Zandhoven", "from_": "2027-05-12T05:29:00+00:00"}),
        Row(BOUNDARY, "a custody that ends in the minute of closing", used(at(2027, 5, 12, 600), at(2027, 5, 12, 960), ALL_DAY),
            "handover_open"),
        Row(MISSING, "a place without hours is always open", {"calendar": ALL_DAY}, "handover_open"),
    )),
    Section(ledger.handover, (
        Row(BOUNDARY, "a hall from its opening minute to midnight", used(at(2027, 5, 12, 480), at(2027, 5, 13), HALL_HOURS, in_place=True),
            "handover_open"),
        Row(BOUNDARY, "a hall a minute before it opens", used(at(2027, 5, 12, 479), at(2027, 5, 12, 600), HALL_HOURS, in_place=True),
            "handover_closed", REFUSED, {"from_": "2027-05-12T05:59:00+00:00"}),
        Row(FAILS, "a hall that is closed for works", {"calendar": WORKS}, "handover_closed", REFUSED, {"place": "Loods Zandhoven"}),
        Row(BOUNDARY, "a hall through the long night, when it is open all day", {"calendar": ALL_DAY}, "handover_open"),
    ), replace(HALL_LOAN)),
    Section(ledger.within_horizon, (
        Row(PASSES, "in two months", {}, "ledger_reaches"),
        Row(BOUNDARY, "free again at the very horizon", {"horizon": HORIZON}, "ledger_reaches"),
        Row(BOUNDARY, "a second beyond it", {"horizon": HORIZON - timedelta(seconds=1)}, "horizon_ledger", REFUSED,
            {"until": "2027-05-14T12:59:59+00:00"}),
        Row(FAILS, "years beyond it", {"horizon": at(2026, 1, 1)}, "horizon_ledger", REFUSED, {"until": "2025-12-31T23:00:00+00:00"}),
    ), ORDINARY, {Sort.MISSING: "the ledger always has a horizon"}),
]  # fmt: skip
