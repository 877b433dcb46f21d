"""People are reminded once of what comes near, is missing, late or ending, and of nothing that is off."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from booking.demo import cast
from booking.queries.deciding import judged_now
from booking.rules.mailing import SETTLING, Family, Pace
from booking.rules.periods import from_local
from booking.services import mail_choices, outbox, reminders
from booking.services.reminders import documents
from models import Borrower, Line, Outbox, PersonBorrower, Policy, Reminder
from tests.services.world import World, period

pytestmark = pytest.mark.one_engine

USE = period("2027-06-12 14:00", "2027-06-12 22:00")


def at(text: str) -> datetime:
    return from_local(datetime.fromisoformat(text))


def told(session: Session, *but: str) -> list[str]:
    """The reminders among the mails, by event."""
    rows = session.execute(select(Outbox.event, Outbox.payload).order_by(Outbox.id))
    found = [event for event, payload in rows if "reminder" in payload and event not in but]
    session.rollback()
    return found


def lent(world: World, state: str, code: str = cast.STAGE_ZANDHOVEN, desk: str = cast.DESK_ZANDHOVEN) -> Line:
    """A loan from Friday 11 to Monday 14 June 2027, whatever its proofs."""
    reference = world.ask(code, USE)
    line = world.line(reference)
    moments = {"custody_start": at("2027-06-11 10:00"), "custody_end": at("2027-06-14 09:00"), "blocked_end": at("2027-06-15 09:00")}
    world.session.execute(update(Line).where(Line.id == line.id).values(state=state, **moments))
    world.session.commit()
    return world.line(reference)


def test_borrower_and_desk_hear_three_days_before_and_once_however_often_it_is_looked_at(world: World):
    lent(world, "approved")
    reminders.remind(world.session, at("2027-06-08 06:00"))
    assert told(world.session, "documents_due") == []
    early = at("2027-06-08 06:30")
    done = reminders.remind(world.session, early)
    again = [reminders.remind(world.session, early + timedelta(hours=hours)) for hours in (0, 1, 24)]
    assert (done > 0, again) == (True, [0, 0, 0])
    assert told(world.session, "documents_due") == ["handover_soon", "desk_handovers"]
    leaves = world.session.scalars(select(Outbox.not_before).where(Outbox.event == "handover_soon")).one()
    assert leaves == at("2027-06-08 07:00")


def test_what_moves_is_a_new_moment(world: World):
    line = lent(world, "approved")
    reminders.remind(world.session, at("2027-06-08 06:30"))
    world.session.execute(update(Line).where(Line.id == line.id).values(custody_start=at("2027-06-12 10:00")))
    world.session.commit()
    reminders.remind(world.session, at("2027-06-09 06:30"))
    assert told(world.session, "documents_due") == ["handover_soon", "desk_handovers"] * 2


def test_a_reminder_whose_reason_vanished_before_it_left_is_not_sent(world: World):
    line = lent(world, "approved")
    reminders.remind(world.session, at("2027-06-08 06:30"))
    world.session.execute(update(Line).where(Line.id == line.id).values(state="cancelled"))
    world.session.execute(update(Outbox).where(Outbox.event.not_in(("handover_soon", "desk_handovers"))).values(state="dropped", error="x"))
    world.session.commit()
    sent = []
    mail = outbox.Mailer(sent.append, "a@b.example", "https://x.example", b"s")
    assert outbox.drain(world.session, mail, at("2027-06-08 07:00") + SETTLING) == 0
    rows = world.session.execute(select(Outbox.state, Outbox.error).where(Outbox.event == "handover_soon")).all()
    assert [tuple(row) for row in rows] == [("dropped", "reason_gone")]
    assert sent == []


def test_what_is_missing_is_said_with_its_deadline_at_each_step_while_it_is_missing(world: World):
    reference = world.ask(cast.PLATFORM_ZANDHOVEN, USE, email=cast.TECHNICIAN_WOMMELGEM, borrower=cast.SERVICE_WOMMELGEM, purpose="works")
    start = world.line(reference).custody_start
    days = [start - timedelta(days=14), start - timedelta(days=7), start - timedelta(days=3)]
    for day in days:
        reminders.remind(world.session, day + timedelta(hours=1))
    found = world.session.execute(select(Outbox.payload).where(Outbox.event == "documents_due").order_by(Outbox.id)).scalars().all()
    assert [payload["reminder"]["step"] for payload in found] == ["14", "7", "3"]
    assert all(payload["missing"] and payload["moment"] == start.isoformat() for payload in found)


def test_whom_its_borrower_names_no_longer_is_missing_from_the_line(world: World):
    operator = cast.person_id(world.session, cast.OPERATOR_WOMMELGEM)
    works = {"email": cast.TECHNICIAN_WOMMELGEM, "borrower": cast.SERVICE_WOMMELGEM, "purpose": "works", "operator": operator}
    reference = world.ask(cast.PLATFORM_ZANDHOVEN, USE, **works)
    left = update(PersonBorrower).where(PersonBorrower.person_id == operator).values(valid_until=world.now.date() - timedelta(days=1))
    world.session.execute(left)
    world.session.commit()
    judged = judged_now(world.session, world.actor(cast.DESK_ZANDHOVEN), reference, [1], world.now)[1]
    assert "operator_missing" in {each.code for each in judged.findings}
    reminders.remind(world.session, world.line(reference).custody_start - timedelta(days=3))
    assert "documents_due" in told(world.session)


def test_what_goes_wrong_with_one_keeps_no_other_waiting(world: World, monkeypatch: pytest.MonkeyPatch):
    lent(world, "handed_over")
    world.ask(cast.HALL_RANST, period("2027-06-19 14:00", "2027-06-19 22:00"))
    monkeypatch.delattr(documents, "judge_standing")
    reminders.remind(world.session, at("2027-06-13 06:30"))
    assert told(world.session) == ["return_soon"]


@pytest.mark.parametrize(
    ("day", "events"),
    [
        ("2027-06-12 08:00", []),
        ("2027-06-13 06:30", ["return_soon"]),
        ("2027-06-14 12:00", []),
        ("2027-06-15 06:30", ["line_still_overdue", "desk_overdue"]),
    ],
)
def test_a_return_is_announced_the_day_before_and_pressed_for_after(world: World, day, events):
    lent(world, "handed_over")
    reminders.remind(world.session, at(day))
    assert told(world.session) == events


def test_what_stays_away_is_pressed_for_three_times(world: World):
    line = lent(world, "handed_over")
    for day in range(15, 30):
        reminders.remind(world.session, at(f"2027-06-{day} 12:00"))
    rows = world.session.execute(select(Reminder.step).where(Reminder.kind == "overdue", Reminder.subject == f"line:{line.id}"))
    assert [step for (step,) in rows] == [1, 3, 7]
    world.session.rollback()
    days = [payload["days"] for payload in world.session.scalars(select(Outbox.payload).where(Outbox.event == "desk_overdue"))]
    assert days == [1, 3, 7]


def test_an_option_and_a_policy_are_told_of_before_they_end(world: World):
    reference = world.ask(cast.HALL_RANST, USE)
    borrower = cast.borrower_id(world.session, cast.ASSOCIATION_RANST)
    values = {"state": "option", "holds_until": at("2027-03-20 12:00")}
    world.session.execute(update(Line).where(Line.id == world.line(reference).id).values(**values))
    own = {"kind": "volunteers", "insurer": "Papieren Paraplu", "number": "9", "amount_cents": 1, "insured": "", "revision": 1}
    dates = {"valid_from": at("2027-01-01 00:00").date(), "valid_until": at("2027-04-01 00:00").date()}
    world.session.add(Policy(borrower_id=borrower, **own, **dates))
    world.session.commit()
    for day in ("2027-03-02", "2027-03-10", "2027-03-18", "2027-03-25"):
        reminders.remind(world.session, at(f"{day} 06:30"))
    house = world.session.scalars(select(Borrower.email).where(Borrower.id == borrower)).one()
    rows = select(Outbox.event, Outbox.payload).where(Outbox.event.in_(("option_lapses", "policy_expires")), Outbox.recipient == house)
    found = [
        (event, payload["reminder"]["step"])
        for event, payload in world.session.execute(rows.order_by(Outbox.id))
        if payload.get("policy") in (None, "Papieren Paraplu 9")
    ]
    assert found == [("policy_expires", "30"), ("option_lapses", "2"), ("policy_expires", "7")]


def test_a_followed_policy_is_no_news(world: World):
    borrower = cast.borrower_id(world.session, cast.ASSOCIATION_RANST)
    own = {"kind": "volunteers", "insurer": "Papieren Paraplu", "amount_cents": 1, "insured": "", "revision": 1, "borrower_id": borrower}
    first, last = at("2027-01-01 00:00").date(), at("2027-04-01 00:00").date()
    world.session.add(Policy(number="9", valid_from=first, valid_until=last, **own))
    world.session.add(Policy(number="10", valid_from=last, valid_until=None, **own))
    world.session.commit()
    reminders.remind(world.session, at("2027-03-02 06:30"))
    kept = world.session.scalars(select(Outbox.payload).where(Outbox.event == "policy_expires"))
    assert [payload for payload in kept if payload["policy"].startswith("Papieren Paraplu")] == []


def test_a_desk_that_wants_one_a_day_gets_its_reminders_with_the_morning_s(world: World):
    lent(world, "approved")
    desk = world.session.scalars(select(Outbox.recipient).where(Outbox.event == "request_received")).first()
    for family in (Family.WORK, Family.ORDER):
        mail_choices.keep(world.session, desk, family, Pace.DAILY, world.now)
    sent = []
    mail = outbox.Mailer(sent.append, "a@b.example", "https://x.example", b"s")
    noon = {"created_at": at("2027-06-07 12:00"), "not_before": at("2027-06-07 12:00")}  # as if it came the day before
    world.session.execute(update(Outbox).values(**noon))
    world.session.commit()
    outbox.drain(world.session, mail, at("2027-06-07 12:00") + SETTLING)
    assert desk not in {str(each["To"]) for each in sent}
    reminders.remind(world.session, at("2027-06-08 06:30"))
    outbox.drain(world.session, mail, at("2027-06-08 07:00") + SETTLING)
    [morning] = [each for each in sent if each["To"] == desk]
    text = morning.get_body(("plain",)).get_content()
    assert "wacht" in text
    assert "Vertrekt op" in text
