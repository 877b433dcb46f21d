"""Two people at one setting: whoever saves last is told what the other changed, on every screen that changes something."""

from __future__ import annotations

from datetime import date

import pytest
from flask import Flask
from sqlalchemy import func, select, update

from booking.clock import now
from booking.demo import cast
from booking.queries.administration.changes import version_of
from booking.queries.administration.checklists import number_of
from booking.web.extensions import db
from models import (
    Borrower,
    CalendarSource,
    Category,
    Change,
    Crew,
    CustomField,
    Depot,
    LendingRule,
    Membership,
    Photograph,
    Recognition,
    Requirement,
    Role,
    TermsDraft,
    Vehicle,
)  # fmt: skip
from tests.web.screens.reader import Reader

ADDS = {"close", "duplicate_asset", "holidays", "imports", "invite_party", "open_extra", "asset_photographs"}
PRESSES = {
    "agree_owners", "approve_agreement", "choose_for_loans", "confirm_calendar", "confirm_upload", "discard_calendar", "discard_terms",
    "discard_upload", "drop_extra", "drop_holiday", "drop_part", "drop_photograph", "end_contingent", "end_exemption", "end_term",
    "end_terms", "lead_with", "leave_agreement", "leave_group", "mails_again", "pause_calendar", "put_agreement_forward",
    "refresh_calendar", "reject_membership", "remove_calendar", "reopen", "reopen_asset", "restore_asset", "resume_calendar",
    "retire_crew", "retire_custom_field", "retire_vehicle", "succeed_terms", "take_back_owners", "use_category", "verify_membership",
    "withdraw_agreement",
}  # fmt: skip
"""What makes something new, and buttons that say all they do: neither writes over what somebody else typed."""

JOINTLY = {"edit_agreement", "fair_use"}  # of several authorities: tests/services/test_agreements.py and test_shares.py
REQUIRED = {"first": "2030-01-01", "last": "2030-01-01", "valid_from": "2030-01-01", "part": "1"}
STEWARDS = {"edit_category", "join_group"}
READ_AT = {"describe_photograph": "asset_photographs"}
KEPT_AS = {"calendar": "calendar_source"}


@pytest.fixture
def ids(app: Flask) -> dict[str, int]:
    """One subject of each noun that the administrator of Ranst administers."""
    with app.app_context():
        session, ranst = db.session(), cast.authority_id(db.session, cast.RANST)
        hall, an = cast.asset_id(session, cast.HALL_RANST), cast.account_id(session, cast.DESK_RANST)
        shown = {"file": "f" * 64, "width": 80, "height": 60, "alt": "Een zaal", "position": 1, "uploaded_at": now(), "account_id": an}
        picture, own = Photograph(asset_id=hall, **shown), CustomField(authority_id=ranst, label="Kleur", kind="text", position=1)
        club = session.scalars(select(Borrower.id).where(Borrower.authority_id == ranst, Borrower.kind == "association")).first()
        member = Membership(account_id=an, borrower_id=club, valid_from=date(2027, 1, 1), verified_at=now(), verified_by_id=an)
        draft = TermsDraft(authority_id=ranst, texts={"nl": {"title": "Uitleen", "body": "Zorg."}}, categories=[], changed_at=now())
        kept = {"state": "paused", "host": "school.example", "address": "x", "every_hours": 6, "created_at": now(), "due_at": now()}
        school = CalendarSource(asset_id=hall, name="Lesrooster", **kept)
        session.add_all([picture, own, member, draft, school])
        session.commit()
        return {
            "authority": ranst, "asset": hall, "photograph": picture.id, "custom_field": own.id, "borrower": club, "membership": member.id,
            "calendar": school.id,
            "category": session.scalar(select(func.min(Category.id))),
            "checklist": number_of(ranst, session.scalars(select(Category.id).where(Category.code == "sound_set")).one()),
            "crew": session.scalar(select(func.min(Crew.id)).where(Crew.authority_id == ranst)),
            "vehicle": session.scalar(select(func.min(Vehicle.id)).where(Vehicle.authority_id == ranst)),
            "depot": session.scalar(select(func.min(Depot.id)).where(Depot.authority_id == ranst)),
            "recognition": session.scalar(select(func.min(Recognition.id)).where(Recognition.authority_id == ranst)),
            "role": session.scalar(select(Role.id).where(Role.account_id == an)),
            "terms_draft": draft.id,
            "rule": session.scalar(select(func.min(LendingRule.id)).where(LendingRule.authority_id == ranst)),
            "requirement": session.scalar(select(func.min(Requirement.id)).where(Requirement.authority_id == ranst)),
        }  # fmt: skip


def test_whoever_saves_last_is_told_what_the_other_changed(app: Flask, ids: dict[str, int]) -> None:
    dirk, roos = Reader(app, cast.ADMINISTRATOR_RANST), Reader(app, cast.STEWARD)
    rules = {rule.endpoint: rule for rule in app.url_map.iter_rules() if "POST" in rule.methods}
    edits = {name.partition(".")[2] for name in rules if name.startswith("administration.")} - ADDS - PRESSES - JOINTLY
    unheard = []
    for edit in sorted(each for each in edits if not each.startswith("new_")):
        values = {name: ids[name] for name in rules[f"administration.{edit}"].arguments}
        noun = "asset" if "asset" in values else next(iter(values))
        with app.test_request_context():
            address = app.url_for(f"administration.{edit}", **values)
            read_at = address if "GET" in rules[f"administration.{edit}"].methods else _page_of(app, edit, noun, values)
        who = roos if edit in STEWARDS else dirk
        form = who.open(read_at).form(address)
        _changed_by_another(app, KEPT_AS.get(noun, noun), values[noun])
        answer = who.send(form, do="save", **{name: typed for name, typed in REQUIRED.items() if form.fields.get(name) == ""})
        said = answer if answer.status == 409 else who.follow(answer) if answer.status == 303 else None
        if said is None or "intussen" not in said.text.lower():
            unheard.append((edit, answer.status))
    assert unheard == []


def _page_of(app: Flask, edit: str, noun: str, values: dict[str, int]) -> str:
    return app.url_for(f"administration.{READ_AT.get(edit, noun)}", **{noun: values[noun]})


def _changed_by_another(app: Flask, noun: str, subject: int) -> None:
    with app.app_context():
        version = version_of(db.session(), noun, subject) + 1
        db.session.execute(update(Photograph).values(alt=f"Een zaal, anders gezegd ({version})"))
        db.session.add(Change(at=now(), noun=noun, subject_id=subject, version=version, before={"name": "A"}, after={"name": "B"}))
        db.session.commit()
