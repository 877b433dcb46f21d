"""When something may be asked, and for how long: an ordinary platform is handed over on Wednesday 12 May 2027 and is back on Friday."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from booking.rules.admission import Facts, windows
from booking.rules.calendar import Calendar, OpeningHours
from booking.rules.catalogue import RuleCard
from booking.rules.custody import periods
from booking.rules.kinds import Relation
from booking.rules.lending import Blackout, Duration, Lead
from booking.rules.periods import Period, moment_on
from tests.rules.admission.form import BOUNDARY, FAILS, MISSING, PASSES, REFUSED, Row, Section
from tests.rules.admission.ordinary import HALL, HALL_HOURS, ORDINARY, WEEKDAYS

ASCENSION = Calendar(OpeningHours.of((day, 450, 960) for day in range(5)), holidays={date(2027, 5, 6): "O.L.H.-Hemelvaart"})
ALL_DAY = Calendar(OpeningHours(always=True))


def ruled(usual: Facts = ORDINARY, spared: tuple[str, ...] = (), **answers: Any) -> Facts:
    """The loan where one rule, number 7, gives these answers."""
    card = RuleCard(7, None, None, None, None, answers, "art. 5", spared=frozenset(spared))
    return replace(usual, rules={**usual.rules, **{question: (answer, card) for question, answer in answers.items()}})


def dark(*blackouts: Blackout, spared: tuple[str, ...] = ()) -> Facts:
    """The loan where the owner has these blackouts, by rules from number 31 on."""
    cards = [
        RuleCard(31 + n, None, None, None, None, {}, "art. 9", blackout=each, spared=frozenset(spared)) for n, each in enumerate(blackouts)
    ]
    return replace(ORDINARY, blackouts=tuple(cards))


def used(first: datetime, last: datetime, calendar: Calendar = WEEKDAYS, *, in_place: bool = False) -> dict[str, Any]:
    """The one fact that it is used at another time."""
    return {"periods": periods(Period(first, last), calendar, in_place=in_place)}


def at(year: int, month: int, day: int, minute: int = 0) -> datetime:
    """A minute of a date on the clock of Brussels."""
    return moment_on(date(year, month, day), minute)


def asked(year: int, month: int, day: int, minute: int = 0) -> dict[str, Any]:
    """The one fact that it is asked at another moment."""
    return {"now": at(year, month, day, minute)}


WEEKS, MONTHS = ruled(notice=Lead(12, "weeks")), ruled(notice=Lead(3, "months"))
WORKING = replace(ruled(notice=Lead(5, "working_days")), calendar=ASCENSION)
HALL_USE = Period(at(2027, 5, 12, 600), at(2027, 5, 12, 900))
HALL_LOAN = replace(ORDINARY, asset=HALL, calendar=HALL_HOURS, requirements=(), periods=periods(HALL_USE, HALL_HOURS, in_place=True))

NOTICE = (
    Section(windows.notice, (
        Row(PASSES, "weeks ahead in plenty", {"now": at(2027, 1, 4)}, "notice_respected", told={"weeks": 12, "rule_id": 7}),
        Row(BOUNDARY, "the last minute of the last day, twelve weeks ahead", asked(2027, 2, 17, 1439), "notice_respected"),
        Row(BOUNDARY, "a minute later", asked(2027, 2, 18), "notice_too_short", REFUSED,
            {"weeks": 12, "deadline": "2027-02-17", "rule": "art. 5", "rule_id": 7}),
        Row(FAILS, "a week ahead", asked(2027, 5, 5), "notice_too_short", REFUSED, {"deadline": "2027-02-17"}),
    ), WEEKS),
    Section(windows.notice, (
        Row(BOUNDARY, "three months before the 31st of May is the last of February", used(at(2027, 5, 31, 540), at(2027, 6, 1, 540)),
            "notice_too_short", REFUSED, {"months": 3, "deadline": "2027-02-28"}),
        Row(PASSES, "three months before the 1st of June is the 1st of March, today", used(at(2027, 6, 1, 540), at(2027, 6, 2, 540)),
            "notice_respected", told={"months": 3}),
        Row(BOUNDARY, "three months before the 31st of May in a leap year", used(at(2028, 5, 31, 540), at(2028, 6, 1, 540)),
            "notice_respected", told={"months": 3}),
    ), MONTHS),
    Section(windows.notice, (
        Row(PASSES, "five working days over a weekend and Ascension Day", asked(2027, 5, 4, 1439), "notice_respected",
            told={"working_days": 5}),
        Row(BOUNDARY, "the day after, which would do without the holiday", asked(2027, 5, 5), "notice_too_short", REFUSED,
            {"working_days": 5, "deadline": "2027-05-04"}),
        Row(MISSING, "no holidays known of the place", {"calendar": WEEKDAYS}, "notice_respected"),
    ), WORKING),
    Section(windows.notice, (
        Row(BOUNDARY, "after the night on which the clock goes forward it is still Sunday the 28th", asked(2027, 3, 28, 1439),
            "notice_respected"),
        Row(BOUNDARY, "and then it is Monday", asked(2027, 3, 29), "notice_too_short", REFUSED, {"deadline": "2027-03-28"}),
    ), ruled(notice=Lead(45))),
    Section(windows.notice, (
        Row(MISSING, "no rule: until it is handed over", asked(2027, 5, 12, 539), "notice_respected"),
        Row(BOUNDARY, "no rule: at the minute of hand-over", asked(2027, 5, 12, 540), "notice_respected"),
        Row(BOUNDARY, "no rule: a minute after hand-over", asked(2027, 5, 12, 541), "notice_too_short", REFUSED,
            {"deadline": "2027-05-12"}),
    ), replace(ORDINARY, rules={})),
    Section(windows.notice, (
        Row(BOUNDARY, "a hall may be asked while it is in use", asked(2027, 5, 12, 899), "notice_respected"),
        Row(FAILS, "a hall whose use is over", asked(2027, 5, 12, 901), "notice_too_short", REFUSED, {"deadline": "2027-05-12"}),
    ), replace(HALL_LOAN, rules={})),
)  # fmt: skip

HORIZON = (
    Section(windows.horizon, (
        Row(PASSES, "asked in the year before", {}, "horizon_respected", told={"months": 12, "from_": "2026-05-12", "rule_id": 7}),
        Row(BOUNDARY, "the first minute of the first day", asked(2026, 5, 12), "horizon_respected"),
        Row(BOUNDARY, "a minute before", asked(2026, 5, 11, 1439), "horizon_too_far", REFUSED, {"months": 12, "from_": "2026-05-12"}),
        Row(FAILS, "two years ahead", asked(2025, 5, 12), "horizon_too_far", REFUSED, {"from_": "2026-05-12", "rule": "art. 5"}),
    ), ruled(horizon=Lead(12, "months"))),
    Section(windows.horizon, (
        Row(BOUNDARY, "one month before the 31st of March opens on the 28th of February", used(at(2027, 3, 31, 540), at(2027, 4, 1, 540)),
            "horizon_respected", told={"from_": "2027-02-28"}),
        Row(BOUNDARY, "one month before the 2nd of April opens tomorrow", used(at(2027, 4, 2, 540), at(2027, 4, 5, 540)),
            "horizon_too_far", REFUSED, {"from_": "2027-03-02"}),
    ), ruled(horizon=Lead(1, "months"))),
    Section(windows.horizon, (
        Row(MISSING, "no rule: however far ahead", asked(2020, 1, 1), "horizon_respected"),
    ), replace(ORDINARY, rules={})),
)  # fmt: skip

RESERVED = ruled(spared=("own_services", "co_owners"), priority=Lead(2, "months"))
PRIORITY = (
    Section(windows.priority, (
        Row(FAILS, "a partner, ten weeks ahead", {}, "priority_reserved", REFUSED,
            {"months": 2, "from_": "2027-03-12", "spared": ["co_owners", "own_services"], "rule_id": 7}),
        Row(PASSES, "an own service at any time", {"relation": Relation.OWN}, "priority_yours", told={"rule": "art. 5"}),
        Row(PASSES, "a co-owner at any time", {"relation": Relation.CO_OWNER}, "priority_yours"),
        Row(FAILS, "an association of the own municipality is no service", {"borrower": replace(ORDINARY.borrower, kind="association"),
            }, "priority_reserved", REFUSED, {"from_": "2027-03-12"}),
        Row(BOUNDARY, "the first minute on which all may ask", asked(2027, 3, 12), "priority_over", told={"from_": "2027-03-12"}),
        Row(BOUNDARY, "a minute before", asked(2027, 3, 11, 1439), "priority_reserved", REFUSED, {"from_": "2027-03-12"}),
    ), RESERVED),
    Section(windows.priority, (
        Row(PASSES, "an association where the own borrowers go first", {"relation": Relation.OWN}, "priority_yours"),
        Row(FAILS, "a neighbour where the own borrowers go first", {}, "priority_reserved", REFUSED, {"spared": ["own_borrowers"]}),
    ), replace(ruled(spared=("own_borrowers",), priority=Lead(2, "months")), borrower=replace(ORDINARY.borrower, kind="association"))),
    Section(windows.priority, (
        Row(MISSING, "no rule: nobody goes first", {"relation": Relation.OTHER}, "priority_none"),
    ), replace(ORDINARY, rules={})),
)  # fmt: skip

ELECTIONS = Blackout(date(2027, 5, 15), date(2027, 6, 13), reason="Verkiezingen")
YEAR_END = Blackout(date(2025, 12, 20), date(2026, 1, 3), yearly=True, reason="Sluiting tijdens de feestdagen")
BLACKOUT = (
    Section(windows.blackout, (
        Row(BOUNDARY, "back on the day before", {}, "blackout_none"),
        Row(BOUNDARY, "still out on its first day", used(at(2027, 5, 14, 540), at(2027, 5, 17, 480)), "blackout", REFUSED,
            {"from_": "2027-05-15", "until": "2027-06-13", "reason": "Verkiezingen", "rule": "art. 9", "rule_id": 31}),
        Row(BOUNDARY, "handed over on the day after", used(at(2027, 6, 14, 540), at(2027, 6, 15, 540)), "blackout_none"),
        Row(FAILS, "in the middle of it", used(at(2027, 6, 2, 540), at(2027, 6, 2, 900)), "blackout", REFUSED, {"reason": "Verkiezingen"}),
        Row(PASSES, "in another year", used(at(2028, 6, 2, 540), at(2028, 6, 2, 900)), "blackout_none"),
    ), dark(ELECTIONS)),
    Section(windows.blackout, (
        Row(FAILS, "each year, before New Year", used(at(2027, 12, 29, 540), at(2027, 12, 30, 540)), "blackout", REFUSED,
            {"from_": "2027-12-20", "until": "2028-01-03"}),
        Row(FAILS, "each year, after New Year", used(at(2028, 1, 3, 540), at(2028, 1, 4, 540)), "blackout", REFUSED,
            {"from_": "2027-12-20", "until": "2028-01-03"}),
        Row(BOUNDARY, "each year, from the day after", used(at(2028, 1, 4, 540), at(2028, 1, 5, 540)), "blackout_none"),
    ), dark(YEAR_END)),
    Section(windows.blackout, (
        Row(PASSES, "an own service is spared", {"relation": Relation.OWN}, "blackout_none"),
        Row(FAILS, "a co-owner is not", {"relation": Relation.CO_OWNER}, "blackout", REFUSED, {"rule_id": 31}),
    ), dark(Blackout(date(2027, 5, 1), date(2027, 5, 31), reason="Eigen kermis"), spared=("own_services",))),
    Section(windows.blackout, (
        Row(FAILS, "of two the one that comes first is told", {}, "blackout", REFUSED, {"from_": "2027-05-10", "rule_id": 32}),
    ), dark(Blackout(date(2027, 5, 14), date(2027, 5, 20)), Blackout(date(2027, 5, 10), date(2027, 5, 12)))),
    Section(windows.blackout, (
        Row(BOUNDARY, "a 29th of February is the 28th in other years", used(at(2027, 3, 1, 540), at(2027, 3, 1, 900)), "blackout_none"),
    ), dark(Blackout(date(2024, 2, 20), date(2024, 2, 29), yearly=True))),
    Section(windows.blackout, (
        Row(MISSING, "no rule: the owner lends all year", {}, "blackout_none"),
    ), ORDINARY),
)  # fmt: skip

NIGHT_SHORT = used(at(2027, 3, 28), at(2027, 3, 28, 240), ALL_DAY)
NIGHT_LONG = used(at(2027, 10, 31), at(2027, 10, 31, 180), ALL_DAY)
DURATION = (
    Section(windows.duration, (
        Row(PASSES, "a day where three are allowed", used(at(2027, 5, 12, 540), at(2027, 5, 12, 900)), "duration_allowed",
            told={"days": 3}),
        Row(BOUNDARY, "exactly the three dates", {}, "duration_allowed", told={"days": 3, "rule_id": 7}),
        Row(BOUNDARY, "until midnight the fourth date is not touched", used(at(2027, 5, 12, 540), at(2027, 5, 15), ALL_DAY),
            "duration_allowed"),
        Row(BOUNDARY, "a minute past midnight it is", used(at(2027, 5, 12, 540), at(2027, 5, 15, 1), ALL_DAY), "duration_too_long", REFUSED,
            {"days": 3, "rule": "art. 5"}),
        Row(FAILS, "a week", used(at(2027, 5, 12, 540), at(2027, 5, 19, 540)), "duration_too_long", REFUSED, {"days": 3}),
    ), ruled(longest=Duration(3))),
    Section(windows.duration, (
        Row(BOUNDARY, "four hours where four are the most", used(at(2027, 5, 12, 540), at(2027, 5, 12, 780)), "duration_allowed",
            told={"hours": 4}),
        Row(FAILS, "a minute longer", used(at(2027, 5, 12, 540), at(2027, 5, 12, 781)), "duration_too_long", REFUSED, {"hours": 4}),
        Row(BOUNDARY, "from midnight to four on the short night are three hours", NIGHT_SHORT, "duration_allowed"),
    ), ruled(longest=Duration(4, "hours"))),
    Section(windows.duration, (
        Row(BOUNDARY, "from midnight to three on the long night are four hours", NIGHT_LONG, "duration_allowed", told={"rule_id": 7}),
        Row(BOUNDARY, "from midnight to four on the short night are not", NIGHT_SHORT, "duration_too_short", REFUSED, {"hours": 4}),
        Row(FAILS, "a minute shorter", used(at(2027, 5, 12, 540), at(2027, 5, 12, 779)), "duration_too_short", REFUSED, {"hours": 4}),
    ), ruled(shortest=Duration(4, "hours"), longest=None)),
    Section(windows.duration, (
        Row(FAILS, "two dates where three are the least", used(at(2027, 5, 12, 540), at(2027, 5, 13, 540)), "duration_too_short", REFUSED,
            {"days": 3}),
    ), ruled(shortest=Duration(3), longest=None)),
    Section(windows.duration, (
        Row(MISSING, "no rule: however long", used(at(2027, 5, 12, 540), at(2027, 8, 12, 540)), "duration_allowed"),
    ), replace(ORDINARY, rules={})),
)  # fmt: skip

SECTIONS = [*NOTICE, *HORIZON, *PRIORITY, *BLACKOUT, *DURATION]
