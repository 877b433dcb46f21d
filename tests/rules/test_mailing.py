"""When a mail leaves and when somebody is reminded, by tables."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from booking.rules.mailing import FAMILY_OF, PACES, Family, Pace, family_of, masked, next_morning, pace_of, stands_alone
from booking.rules.periods import from_local
from booking.rules.reminders import LADDERS, Reminding, moment_of, step_due
from booking.words.mail import SUBJECTS


def at(text: str) -> datetime:
    return from_local(datetime.fromisoformat(text))


def test_every_event_has_a_family_and_what_binds_cannot_be_switched_off():
    assert FAMILY_OF.keys() == SUBJECTS.keys()
    assert [family for family in Family if Pace.OFF not in PACES[family]] == [Family.SECURITY, Family.DECISIONS, Family.WORK]
    assert family_of("of_another_version") is Family.DECISIONS


@pytest.mark.parametrize(
    ("event", "chosen", "pace"),
    [
        ("line_approve", {}, Pace.AT_ONCE),
        ("line_approve", {Family.DECISIONS: Pace.DAILY}, Pace.DAILY),
        ("line_approve", {Family.DECISIONS: Pace.OFF}, Pace.AT_ONCE),
        ("line_hit", {Family.DECISIONS: Pace.DAILY}, Pace.AT_ONCE),
        ("handover_soon", {Family.REMINDERS: Pace.OFF}, Pace.OFF),
        ("reset", {Family.SECURITY: Pace.OFF}, Pace.AT_ONCE),
    ],
)
def test_a_choice_holds_for_its_family_but_not_for_what_cannot_wait(event, chosen, pace):
    assert pace_of(event, chosen) is pace


def test_keys_and_warnings_stand_alone():
    assert (stands_alone("reset"), stands_alone("line_approve")) == (True, False)


@pytest.mark.parametrize(
    ("now", "morning"),
    [
        ("2027-03-01 06:59", "2027-03-01 07:00"),
        ("2027-03-01 07:00", "2027-03-01 07:00"),
        ("2027-03-01 07:01", "2027-03-02 07:00"),
        ("2027-03-27 12:00", "2027-03-28 07:00"),  # the night is an hour shorter
        ("2026-10-24 12:00", "2026-10-25 07:00"),
    ],
)
def test_the_morning_is_seven_o_clock_in_brussels(now, morning):
    assert next_morning(at(now)) == at(morning)


@pytest.mark.parametrize(
    ("kind", "moment", "known", "now", "step"),
    [
        ("handover", "2027-06-12 10:00", "2027-05-01 09:00", "2027-06-09 06:29", None),
        ("handover", "2027-06-12 10:00", "2027-05-01 09:00", "2027-06-09 06:30", 3),
        ("handover", "2027-06-12 10:00", "2027-05-01 09:00", "2027-06-11 08:00", 3),  # nobody ran for two days
        ("handover", "2027-06-12 10:00", "2027-06-09 07:00", "2027-06-10 08:00", None),  # arranged after it was due
        ("handover", "2027-06-12 10:00", "2027-05-01 09:00", "2027-06-12 10:00", None),  # it is there
        ("documents", "2027-06-12 10:00", "2027-05-01 09:00", "2027-05-29 07:00", 14),
        ("documents", "2027-06-12 10:00", "2027-05-01 09:00", "2027-06-05 07:00", 7),
        ("documents", "2027-06-12 10:00", "2027-06-01 09:00", "2027-06-02 07:00", None),
        ("documents", "2027-06-12 10:00", "2027-06-01 09:00", "2027-06-05 07:00", 7),
        ("documents", "2027-06-12 10:00", "2027-06-01 09:00", "2027-06-11 07:00", 3),
        ("return", "2027-06-14 09:00", "2027-06-11 10:00", "2027-06-13 06:30", 1),
        ("return", "2027-06-14 09:00", "2027-06-14 07:00", "2027-06-14 08:00", None),  # taken this very morning
        ("overdue", "2027-06-14 09:00", None, "2027-06-14 23:00", None),
        ("overdue", "2027-06-14 09:00", None, "2027-06-15 06:30", 1),
        ("overdue", "2027-06-14 09:00", None, "2027-06-16 12:00", 1),
        ("overdue", "2027-06-14 09:00", None, "2027-06-17 06:30", 3),
        ("overdue", "2027-06-14 09:00", None, "2027-08-01 12:00", 7),
        ("option", "2027-06-14 09:00", "2027-06-01 09:00", "2027-06-12 06:30", 2),
        ("policy", "2027-06-14 00:00", None, "2027-05-15 06:30", 30),
        ("policy", "2027-06-14 00:00", None, "2027-05-14 06:30", None),
    ],
)
def test_the_newest_step_that_stands_is_told(kind, moment, known, now, step):
    assert step_due(Reminding(kind), at(moment), at(known) if known else None, at(now)) == step


def test_a_step_falls_due_at_half_past_six_also_over_a_change_of_the_clock():
    assert moment_of(at("2027-03-29 10:00"), 2) == datetime(2027, 3, 27, 5, 30, tzinfo=UTC)
    assert moment_of(at("2027-03-29 10:00"), 1) == datetime(2027, 3, 28, 4, 30, tzinfo=UTC)
    assert all(ladder.days == tuple(sorted(ladder.days, reverse=not ladder.after)) for ladder in LADDERS.values())
    assert max(ladder.reach for ladder in LADDERS.values()) * timedelta(days=1) < timedelta(days=60)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("sofie@lindekapel.example", "s…@lindekapel.example"),
        ("x@y.example", "x…@y.example"),
        ("{'never@x.example': (550, b'<never@x.example> unknown')}", "{'n…@x.example': (550, b'<n…@x.example> unknown')}"),
        ("ConnectionRefusedError: [Errno 111]", "ConnectionRefusedError: [Errno 111]"),
    ],
)
def test_an_address_is_masked_wherever_it_stands(text, told):
    assert masked(text) == told
