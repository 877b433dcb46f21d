"""Policies, people and what they hold: who hands them in, who judges them, and what follows for what was asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from sqlalchemy import select

from booking.demo import cast
from booking.formats.upload import Checked, checked
from booking.queries.documents import readable
from booking.queries.overview import overview
from booking.queries.proofs.access import Holder
from booking.queries.proofs.as_of_now import proofs_as_of_now
from booking.queries.proofs.people import choosable, people_of, person
from booking.queries.proofs.policies import chain, policies_of, policy
from booking.queries.proofs.waiting import count_waiting, waiting_proofs
from booking.queries.verify.files import documents as stray_files
from booking.rules.admission import Verdict
from booking.rules.asking import Ask, AskLine
from booking.rules.kinds import RoleName
from booking.rules.proofs import ProofState
from booking.rules.refusals import NotFound, Refused
from booking.services import reservations
from booking.services.administration.changes import ChangedMeanwhile
from booking.services.documents import path_of
from booking.services.proofs import people, policies, verdicts
from booking.services.proofs.people import QualificationSettings
from booking.services.proofs.policies import PolicySettings
from booking.services.proofs.verdicts import Judged
from models import Change, Document, Outbox, Requirement
from tests.services.asks import JULY, JUNE
from tests.services.world import TODAY, World

pytestmark = pytest.mark.one_engine

SCOUTS, SCOUT = "Scouts Papieren Bootje (fictief)", "arne@bootje.example"
WANTED = PolicySettings("all_risk", "Papieren Paraplu (fictief)", "AR-1", 5_000_000, TODAY, date(2027, 12, 31), 25_000)


@pytest.fixture
def upload() -> Checked:
    file = BytesIO()
    Image.new("RGB", (60, 40), "teal").save(file, "PNG")
    return checked(file.getvalue(), "attest 2027.png")


def lindekapel(world: World) -> Holder:
    return Holder(frozenset({cast.borrower_id(world.session, cast.ASSOCIATION_RANST)}))


def declared(world: World, upload: Checked, folder: Path, wanted: PolicySettings = WANTED) -> int:
    return policies.declare(world.session, world.actor(cast.ORGANISER), lindekapel(world), wanted, upload, folder, world.now)


def stranger(world: World) -> list[str]:
    return [cast.TEACHER_ZOERSEL, cast.DESK_BRECHT, cast.TECHNICIAN_RANST, cast.FINANCE_RANST, cast.ORGANISER_CLAIMING]


def test_a_member_hands_in_a_policy_and_its_municipality_finds_it_in_order(world: World, upload: Checked, tmp_path: Path) -> None:
    key = declared(world, upload, tmp_path)
    desk, session = world.actor(cast.DESK_RANST), world.session
    [waits] = [each for each in waiting_proofs(session, desk, world.now) if each.noun == "policy" and each.id == key]
    assert (waits.kind, waits.amount_cents, len(waits.documents)) == ("all_risk", 5_000_000, 1)
    assert verdicts.accept(session, desk, [Judged("policy", key, 1)], world.now) == 1
    shown = policy(session, world.actor(cast.ORGANISER), key, world.now)
    assert (shown.state, [(v.by, v.accepted) for v in shown.verdicts]) == (ProofState.ACCEPTED, [("Ranst", True)])
    assert key not in {each.id for each in waiting_proofs(session, desk, world.now) if each.noun == "policy"}


def test_to_a_stranger_there_is_no_policy_no_certificate_and_nothing_to_judge(world: World, upload: Checked, tmp_path: Path) -> None:
    key, session = declared(world, upload, tmp_path), world.session
    document = session.scalars(select(Document.id).where(Document.subject_id == key, Document.subject == "policy")).one()
    assert readable(session, world.actor(cast.ORGANISER), document, world.now).name == "attest 2027.png"
    assert readable(session, world.actor(cast.DESK_RANST), document, world.now).id == document
    for email in stranger(world):
        actor = world.actor(email)
        for act in (
            lambda a: policies_of(session, a, lindekapel(world), world.now),
            lambda a: policy(session, a, key, world.now),
            lambda a: readable(session, a, document, world.now),
            lambda a: policies.declare(session, a, lindekapel(world), WANTED, upload, tmp_path, world.now),
            lambda a: policies.correct(session, a, key, 1, WANTED, None, tmp_path, world.now),
            lambda a: policies.end(session, a, key, TODAY, world.now),
            lambda a: verdicts.accept(session, a, [Judged("policy", key, 1)], world.now),
        ):
            with pytest.raises(NotFound):
                act(actor)
    with pytest.raises(NotFound):
        readable(session, world.actor(cast.DESK_RANST), 999_999, world.now)


def test_an_owner_sees_a_policy_once_something_is_asked_of_it(world: World, upload: Checked, tmp_path: Path) -> None:
    key, desk = declared(world, upload, tmp_path), world.actor(cast.DESK_ZANDHOVEN)
    with pytest.raises(NotFound):
        policy(world.session, desk, key, world.now)
    world.ask(cast.STAGE_ZANDHOVEN, JUNE)
    assert policy(world.session, desk, key, world.now).judges == {cast.authority_id(world.session, cast.ZANDHOVEN)}


def test_a_rejection_says_why_is_mailed_and_what_is_corrected_waits_again(world: World, upload: Checked, tmp_path: Path) -> None:
    key, desk, session = declared(world, upload, tmp_path), world.actor(cast.DESK_RANST), world.session
    with pytest.raises(Refused, match="field_required"):
        verdicts.reject(session, desk, Judged("policy", key, 1), " ", world.now)
    verdicts.reject(session, desk, Judged("policy", key, 1), "Het bedrag staat er niet op", world.now)
    sent = session.scalars(select(Outbox).where(Outbox.event == "policy_rejected")).one()
    assert (sent.recipient, sent.payload["reason"]) == (cast.ORGANISER, "Het bedrag staat er niet op")
    shown = policy(session, world.actor(cast.ORGANISER), key, world.now)
    assert (shown.state, shown.verdicts[-1].reason) == (ProofState.REJECTED, "Het bedrag staat er niet op")
    member = world.actor(cast.ORGANISER)
    policies.correct(session, member, key, 1, replace(WANTED, number="AR-2"), upload, tmp_path, world.now)
    shown = policy(session, member, key, world.now)
    assert (shown.state, shown.revision, shown.number, len(shown.documents)) == (ProofState.WAITING, 2, "AR-2", 2)
    with pytest.raises(ChangedMeanwhile):
        verdicts.accept(session, desk, [Judged("policy", key, 1)], world.now)
    with pytest.raises(ChangedMeanwhile):
        policies.correct(session, member, key, 1, WANTED, None, tmp_path, world.now)


def test_what_is_accepted_is_never_rewritten_and_renewed_once(world: World, upload: Checked, tmp_path: Path) -> None:
    key, member, session = declared(world, upload, tmp_path), world.actor(cast.ORGANISER), world.session
    verdicts.accept(session, world.actor(cast.DESK_RANST), [Judged("policy", key, 1)], world.now)
    with pytest.raises(Refused, match="proof_settled"):
        policies.correct(session, member, key, 1, WANTED, None, tmp_path, world.now)
    following = replace(WANTED, valid_from=date(2028, 1, 1), valid_until=date(2028, 12, 31))
    for change, code in (({"valid_from": date(2027, 12, 31)}, "policy_overlaps"), ({"kind": "motor"}, "policy_kind_differs")):
        with pytest.raises(Refused, match=code):
            policies.renew(session, member, key, replace(following, **change), upload, tmp_path, world.now)
    new = policies.renew(session, member, key, following, upload, tmp_path, world.now)
    assert [view.id for view in chain(session, member, key, world.now)] == [new, key]
    with pytest.raises(Refused, match="policy_renewed"):
        policies.renew(session, member, key, following, upload, tmp_path, world.now)
    for change, code in (({"valid_from": date(2027, 12, 31)}, "policy_overlaps"), ({"kind": "motor"}, "policy_kind_differs")):
        with pytest.raises(Refused, match=code):
            policies.correct(session, member, new, 1, replace(following, **change), None, tmp_path, world.now)


def test_a_policy_without_an_end_ends_the_day_before_the_one_that_follows(world: World, upload: Checked, tmp_path: Path) -> None:
    key, member = declared(world, upload, tmp_path, replace(WANTED, valid_until=None)), world.actor(cast.ORGANISER)
    policies.renew(world.session, member, key, replace(WANTED, valid_from=date(2027, 9, 1)), upload, tmp_path, world.now)
    assert policy(world.session, member, key, world.now).valid_until == date(2027, 8, 31)
    with pytest.raises(Refused, match="policy_ends_sooner"):
        policies.end(world.session, member, key, date(2027, 9, 1), world.now)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"kind": "astrology"}, "cover_unknown"),
        ({"valid_until": TODAY - timedelta(days=1)}, "ends_before_start"),
        ({"amount_cents": -1}, "amount_out_of_range"),
        ({"excess_cents": 10**15}, "amount_out_of_range"),
    ],
)
def test_nonsense_is_refused(world: World, upload: Checked, tmp_path: Path, changes: dict, code: str) -> None:
    with pytest.raises(Refused, match=code):
        declared(world, upload, tmp_path, replace(WANTED, **changes))


def test_one_certificate_serves_all_owners_but_who_wants_to_see_it_itself(world: World, upload: Checked, tmp_path: Path) -> None:
    session, zandhoven = world.session, cast.authority_id(world.session, cast.ZANDHOVEN)
    stage = world.asset(cast.STAGE_ZANDHOVEN)
    asked = Requirement(authority_id=zandhoven, asset_id=stage.id, kind="all_risk", amount_cents=1_000_000, source="art. 3")
    session.add(asked)
    session.commit()
    assert told(world)["cover_missing"] is Verdict.NEEDS_DOCUMENT
    key = declared(world, upload, tmp_path)
    assert told(world)["cover_unverified"] is Verdict.NEEDS_DOCUMENT
    verdicts.accept(session, world.actor(cast.DESK_RANST), [Judged("policy", key, 1)], world.now)
    assert told(world)["cover_covered"] is Verdict.OK
    asked.own_verification = True
    session.commit()
    assert told(world)["cover_unverified"] is Verdict.NEEDS_DOCUMENT
    world.ask(cast.STAGE_ZANDHOVEN, JULY)
    desk = world.actor(cast.DESK_ZANDHOVEN)
    assert key in {each.id for each in waiting_proofs(session, desk, world.now) if each.noun == "policy"}
    assert count_waiting(session, desk, world.now) == len(waiting_proofs(session, desk, world.now))
    asked.valid_until = TODAY - timedelta(days=1)
    session.commit()
    assert key not in {each.id for each in waiting_proofs(session, desk, world.now) if each.noun == "policy"}
    asked.valid_until = None
    session.commit()
    verdicts.accept(session, desk, [Judged("policy", key, 1)], world.now)
    assert told(world)["cover_covered"] is Verdict.OK


def test_a_reservation_no_longer_asks_for_what_was_judged_since(world: World, upload: Checked, tmp_path: Path) -> None:
    session, sofie = world.session, world.actor(cast.ORGANISER)
    stage = world.asset(cast.STAGE_ZANDHOVEN)
    session.add(Requirement(authority_id=cast.authority_id(session, cast.ZANDHOVEN), asset_id=stage.id, kind="all_risk", source="art. 3"))
    session.commit()
    reference = world.ask(cast.STAGE_ZANDHOVEN, JUNE)
    assert shown(world, reference) >= {"cover_missing", "driver_missing"}
    key = declared(world, upload, tmp_path)
    assert "cover_unverified" in shown(world, reference)
    verdicts.accept(session, world.actor(cast.DESK_ZANDHOVEN), [Judged("policy", key, 1)], world.now)
    assert shown(world, reference) >= {"cover_covered", "driver_missing"}
    kept = overview(session, sofie, reference).lines[0].findings
    assert "cover_missing" in {finding["code"] for finding in kept}  # what was known then stays as it was


def shown(world: World, reference: str) -> set[str]:
    """The codes that the page of a reservation shows."""
    actor = world.actor(cast.ORGANISER)
    seen = proofs_as_of_now(world.session, actor, overview(world.session, actor, reference), world.now)
    return {finding["code"] for finding in seen.lines[0].findings}


def told(world: World) -> dict[str, Verdict]:
    """What is found of the stage in June, by code, when it is looked at now."""
    wanted = Ask(cast.borrower_id(world.session, cast.ASSOCIATION_RANST), (AskLine(world.asset(cast.STAGE_ZANDHOVEN).id, JUNE),))
    [line] = reservations.preview(world.session, world.actor(cast.ORGANISER), wanted, world.now).lines
    return {finding.code: finding.verdict for finding in line.findings}


def test_an_administrator_hands_in_for_all_services_and_nobody_judges_its_own(world: World, upload: Checked, tmp_path: Path) -> None:
    session, ranst = world.session, cast.authority_id(world.session, cast.RANST)
    holder, administrator = Holder(authority=ranst), world.actor(cast.ADMINISTRATOR_RANST)
    key = policies.declare(session, administrator, holder, WANTED, upload, tmp_path, world.now)
    for email in (cast.ADMINISTRATOR_RANST, cast.DESK_RANST, cast.DESK_ZANDHOVEN):
        with pytest.raises(NotFound):
            verdicts.accept(session, world.actor(email), [Judged("policy", key, 1)], world.now)
    for email in (cast.DESK_RANST, cast.TECHNICIAN_RANST, cast.ORGANISER):
        with pytest.raises(NotFound):
            policies.declare(session, world.actor(email), holder, WANTED, upload, tmp_path, world.now)


def test_a_person_is_named_by_several_borrowers_but_by_nobody_elses(world: World, upload: Checked, tmp_path: Path) -> None:
    session, member, now = world.session, world.actor(cast.ORGANISER), world.now
    mine = cast.borrower_id(session, cast.ASSOCIATION_RANST)
    theirs, other = cast.borrower_id(session, SCOUTS), world.actor(SCOUT)
    leo = cast.person_id(session, "Leo Trekhaak")
    with pytest.raises(NotFound):
        people.name_person(session, other, theirs, leo, now)
    with pytest.raises(NotFound):
        people.add_person(session, other, mine, "Indringer", now)
    both = replace(member, borrowers=member.borrowers | {theirs})
    assert (leo, "Leo Trekhaak") in choosable(session, both, theirs, now)
    people.name_person(session, both, theirs, leo, now)
    assert "Leo Trekhaak" in {each.name for each in people_of(session, other, theirs, now)}
    assert {mine, theirs} <= {key for key, _ in person(session, other, leo, now)[0].named_by}
    people.drop_person(session, other, theirs, leo, now)
    assert "Leo Trekhaak" not in {each.name for each in people_of(session, other, theirs, now)}
    with pytest.raises(NotFound):
        person(session, other, leo, now)


def test_a_licence_is_handed_in_judged_and_its_number_stays_out_of_the_logbook(world: World, upload: Checked, tmp_path: Path) -> None:
    session, member, now = world.session, world.actor(cast.ORGANISER), world.now
    key = people.add_person(session, member, cast.borrower_id(session, cast.ASSOCIATION_RANST), "Nieuwe Chauffeur", now)
    wanted = QualificationSettings("licence_be", "1234567890", date(2020, 1, 1), date(2030, 1, 1))
    held = people.declare(session, member, key, wanted, upload, tmp_path, now)
    desk = world.actor(cast.DESK_RANST)
    assert held in {each.id for each in waiting_proofs(session, desk, now) if each.noun == "qualification"}
    verdicts.reject(session, desk, Judged("qualification", held, 1), "Onleesbaar", now)
    people.correct(session, member, held, 1, replace(wanted, number="0987654321"), upload, tmp_path, now)
    verdicts.accept(session, desk, [Judged("qualification", held, 2)], now)
    assert person(session, member, key, now)[0].held[0].state is ProofState.ACCEPTED
    changes = session.scalars(select(Change).where(Change.noun == "qualification")).all()
    assert changes
    assert not any("number" in {**(each.before or {}), **(each.after or {})} for each in changes)
    for email in stranger(world):
        with pytest.raises(NotFound):
            person(session, world.actor(email), key, now)


def test_a_file_without_a_row_and_a_row_without_a_file_are_found(world: World, upload: Checked, tmp_path: Path) -> None:
    key = declared(world, upload, tmp_path)
    assert list(stray_files(world.session, tmp_path, world.now)) == []
    kept = path_of(tmp_path, world.session.scalars(select(Document.file).where(Document.subject_id == key)).one())
    kept.write_bytes(kept.read_bytes()[:-1] + b"x")
    assert [found.code for found in stray_files(world.session, tmp_path, world.now)] == ["file_changed"]
    kept.unlink()
    stray = tmp_path / "stray"
    stray.write_bytes(b"%PDF")
    found = {each.code for each in stray_files(world.session, tmp_path, world.now + timedelta(days=3650))}
    assert found == {"file_missing", "file_without_row"}


def test_who_judges_for_two_owners_judges_for_both(world: World, upload: Checked, tmp_path: Path) -> None:
    session, both = world.session, [cast.authority_id(world.session, nis) for nis in (cast.RANST, cast.ZANDHOVEN)]
    stage = world.asset(cast.STAGE_ZANDHOVEN)
    wants = {"kind": "all_risk", "amount_cents": 1_000_000, "source": "art. 3", "own_verification": True}
    session.add(Requirement(authority_id=both[1], asset_id=stage.id, **wants))
    session.commit()
    key = declared(world, upload, tmp_path)
    world.ask(cast.STAGE_ZANDHOVEN, JULY)
    desk = world.actor(cast.DESK_RANST)
    desk = replace(desk, roles=desk.roles | {(both[1], RoleName.DESK)})
    verdicts.accept(session, desk, [Judged("policy", key, 1)], world.now)
    assert told(world)["cover_covered"] is Verdict.OK
