"""An option on an ordinary platform, asked for on Monday 1 March 2027 and handed over on Wednesday 12 May at nine."""

from __future__ import annotations

from dataclasses import replace

from booking.rules.admission import options
from tests.rules.admission.form import BOUNDARY, FAILS, MISSING, NOTICE, PASSES, REFUSED, Row, Section
from tests.rules.admission.ordinary import ORDINARY
from tests.rules.admission.rows_windows import at, ruled

ASKED = replace(ORDINARY, now=at(2027, 3, 1, 600), option=at(2027, 3, 6), rules={})
LONG = replace(ASKED, option=at(2027, 6, 1))


def under(**answers: object) -> dict[str, object]:
    """The one fact that a rule of the owner answers this."""
    return {"rules": ruled(**answers).rules}


SECTIONS = (
    Section(options.option, (
        Row(PASSES, "none is asked", {"option": None}, "option_not_asked"),
        Row(MISSING, "no rule: a week", {}, "option_stands", told={"until": at(2027, 3, 6).isoformat(), "owner": "Zandhoven"}),
        Row(BOUNDARY, "no rule: exactly a week", {"option": at(2027, 3, 8, 600)}, "option_stands"),
        Row(BOUNDARY, "no rule: a minute more", {"option": at(2027, 3, 8, 601)}, "option_shorter", NOTICE,
            {"until": at(2027, 3, 8, 600).isoformat()}),
        Row(FAILS, "an owner that gives none", under(option_days=0), "option_not_given", REFUSED,
            {"owner": "Zandhoven", "rule": "art. 5", "rule_id": 7}),
        Row(FAILS, "an owner that gives three days", under(option_days=3), "option_shorter", NOTICE,
            {"until": at(2027, 3, 4, 600).isoformat(), "rule_id": 7}),
        Row(PASSES, "an owner that collects requests gives none", under(collect_days_before=60), "option_collected", NOTICE,
            {"owner": "Zandhoven", "rule_id": 7}),
    ), ASKED),
    Section(options.option, (
        Row(BOUNDARY, "never past hand-over", under(option_days=365), "option_shorter", NOTICE,
            {"until": at(2027, 5, 12, 540).isoformat()}),
        Row(BOUNDARY, "over the night on which the clock goes forward it ends at the same time of the day",
            under(option_days=30), "option_shorter", NOTICE, {"until": at(2027, 3, 31, 600).isoformat()}),
    ), LONG),
    Section(options.option, (
        Row(BOUNDARY, "the last day on which it must be a request counts whole", {}, "option_shorter", NOTICE,
            {"until": at(2027, 4, 13).isoformat()}),
        Row(BOUNDARY, "its last minute", {"now": at(2027, 4, 12, 1439)}, "option_shorter", NOTICE, {"until": at(2027, 4, 13).isoformat()}),
        Row(FAILS, "a minute later", {"now": at(2027, 4, 13)}, "option_too_late", REFUSED,
            {"until": at(2027, 4, 13).isoformat(), "rule_id": 7}),
    ), replace(LONG, rules=ruled(option_days=365, option_days_before=30).rules)),
)  # fmt: skip
