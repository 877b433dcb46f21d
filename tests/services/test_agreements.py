"""An agreement from its draft to its end: each party decides for itself, and versions follow each other."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from booking.formats.upload import Checked
from booking.queries.administration.agreements import agreements
from booking.queries.catalogue import catalogue
from booking.queries.documents import documents_of
from booking.rules.agreements import Cause, State
from booking.rules.catalogue import agreement_for
from booking.rules.refusals import NotFound, Refused
from booking.services.administration import agreements as services
from booking.services.administration.agreement_terms import TermSettings, add_term
from booking.services.administration.changes import ChangedMeanwhile
from booking.words.agreements import given
from models import Agreement, AgreementReminder, AgreementTerm, Outbox
from tests.services.parties import BRECHT, RANST, WOMMELGEM, ZANDHOVEN, Table
from tests.services.world import TODAY, World, moment, period

ON_SQLITE = pytest.mark.parametrize("engine_name", ["sqlite"])
pytestmark = ON_SQLITE

SOUND, JUNE = "RAN-GEL-01", period("2027-06-17 12:00", "2027-06-18 09:00")


@pytest.fixture
def table(world: World) -> Table:
    return Table(world)


def mailed(world: World, event: str) -> int:
    return world.session.scalar(select(func.count(Outbox.id)).where(Outbox.event == event)) or 0


def test_a_draft_is_for_its_initiator_alone_and_is_changed_until_it_is_put_forward(table: Table) -> None:
    key = table.draft(ZANDHOVEN)
    assert table.page(key).state is State.DRAFT
    with pytest.raises(NotFound):
        table.page(key, ZANDHOVEN)
    with pytest.raises(NotFound):
        services.change_parties(table.session, table.who(ZANDHOVEN), key, 3, [], table.world.now)
    with pytest.raises(NotFound):
        table.approve(key, RANST)
    with pytest.raises(ChangedMeanwhile):
        services.put_forward(table.session, table.who(RANST), key, 1, table.world.now)
    table.forward(key)
    assert table.page(key, ZANDHOVEN).state is State.AWAITING
    with pytest.raises(Refused, match="agreement_settled"):
        services.change_parties(table.session, table.who(RANST), key, table.page(key).version, [], table.world.now)
    assert mailed(table.world, "agreement_put_forward") > 0


def test_what_covers_nothing_or_has_one_party_is_not_put_forward(table: Table) -> None:
    alone = table.draft()
    with pytest.raises(Refused, match="agreement_lonely"):
        table.forward(alone)
    empty = services.draft(
        table.session, table.who(RANST), table.id(RANST), services.Basics("2027-99", "Leeg", TODAY), table.world.now
    )  # fmt: skip
    services.change_parties(table.session, table.who(RANST), empty, 1, [table.id(ZANDHOVEN)], table.world.now)
    with pytest.raises(Refused, match="agreement_empty"):
        table.forward(empty)


def test_a_number_is_given_once(table: Table) -> None:
    table.draft()
    taken = table.session.scalars(select(Agreement.reference).order_by(Agreement.id.desc())).first()
    with pytest.raises(Refused, match="reference_taken"):
        services.draft(table.session, table.who(RANST), table.id(RANST), services.Basics(taken, "Weer", TODAY), table.world.now)


def test_each_party_approves_for_itself_and_the_second_binds_once(table: Table) -> None:
    key = table.put(ZANDHOVEN, WOMMELGEM)
    with pytest.raises(NotFound):
        services.approve(
            table.session, table.who(ZANDHOVEN), key, table.id(WOMMELGEM), services.Approval("raad", TODAY, "1"), table.world.now
        )  # fmt: skip
    with pytest.raises(Refused, match="day_to_come"):
        table.approve(key, RANST, on=TODAY + timedelta(days=1))
    assert table.approve(key, RANST) == [False]
    assert table.page(key).missing == ["Wommelgem", "Zandhoven"]
    assert table.approve(key, ZANDHOVEN) == [True]
    assert table.page(key).state is State.IN_FORCE
    assert table.page(key).missing == ["Wommelgem"]
    assert table.approve(key, WOMMELGEM) == [False]
    with pytest.raises(Refused, match="agreement_approved"):
        table.approve(key, WOMMELGEM)
    told = mailed(table.world, "agreement_binds")
    assert told > 0


def test_the_list_says_where_each_stands_and_whose_approval_is_missing(table: Table) -> None:
    key = table.put(ZANDHOVEN)
    rows = {row.id: row for row in table.session.execute(agreements(table.session, table.who(ZANDHOVEN), TODAY, {}))}
    assert rows[key].state == "awaiting"
    assert sorted(rows[key].missing.split(", ")) == ["Ranst", "Zandhoven"]
    assert not list(table.session.execute(agreements(table.session, table.who(BRECHT), TODAY, {}).where(Agreement.id == key)))
    waiting = table.session.execute(agreements(table.session, table.who(ZANDHOVEN), TODAY, {"state": "awaiting"}))
    assert {row.state for row in waiting} == {"awaiting"}


def test_the_decision_of_a_party_is_a_document_of_its_own(table: Table, tmp_path: Path) -> None:
    key = table.put(ZANDHOVEN)
    paper = Checked("application/pdf", "besluit.pdf", b"%PDF-1.4 besluit")
    wanted = services.Approval("gemeenteraad", TODAY, "2027/4")
    services.approve(table.session, table.who(ZANDHOVEN), key, table.id(ZANDHOVEN), wanted, table.world.now, paper, tmp_path)
    party = next(party for party in table.page(key).parties if party.row.name == "Zandhoven")
    assert [document.name for document in party.documents] == ["besluit.pdf"]
    assert documents_of(table.session, "agreement_party", [party.row.party_id])


def test_a_newer_version_says_the_same_until_it_is_changed_and_takes_over_when_all_approved(table: Table) -> None:
    key = table.agreed(ZANDHOVEN, WOMMELGEM)
    july = date(2027, 7, 1)
    newer = services.new_version(table.session, table.who(ZANDHOVEN), key, table.id(ZANDHOVEN), july, table.world.now)
    page = table.page(newer, ZANDHOVEN)
    assert (page.state, page.number, page.content.covers, page.row.reference) == (State.DRAFT, 2, (), f"{table.page(key).row.reference}/2")
    with pytest.raises(Refused, match="agreement_succeeded"):
        services.new_version(table.session, table.who(RANST), key, table.id(RANST), july, table.world.now)
    with pytest.raises(Refused, match="party_bound"):
        services.change_parties(table.session, table.who(ZANDHOVEN), newer, page.version, [table.id(RANST)], table.world.now)
    services.put_forward(table.session, table.who(ZANDHOVEN), newer, page.version, table.world.now)
    table.approve(newer, RANST, ZANDHOVEN)
    assert table.page(newer).state is State.AWAITING
    assert table.page(key).pact.replaced_on is None
    table.approve(newer, WOMMELGEM)
    assert (table.page(newer).state, table.page(key).pact.replaced_on) == (State.COMING, july)
    assert table.session.get_one(Agreement, key).valid_until == date(2028, 12, 31)


def test_a_loan_over_the_change_of_versions_is_covered_by_both_together(table: Table) -> None:
    key = table.agreed(ZANDHOVEN)
    newer = services.new_version(table.session, table.who(RANST), key, table.id(RANST), date(2027, 7, 1), table.world.now)
    table.forward(newer)
    table.approve(newer, RANST, ZANDHOVEN)
    known, asset = catalogue(table.session), table.world.asset("RAN-REF-RA")
    old = agreement_for(known, asset, table.id(ZANDHOVEN), "authority", date(2027, 6, 30))
    new = agreement_for(known, asset, table.id(ZANDHOVEN), "authority", date(2027, 7, 1))
    assert old is not None
    assert new is not None
    assert (old[1], new[1], new[0].id) == (date(2028, 12, 31), date(2028, 12, 31), newer)


def test_who_gives_notice_is_not_awaited_by_a_newer_version(table: Table) -> None:
    key = table.agreed(ZANDHOVEN, WOMMELGEM)
    newer = services.new_version(table.session, table.who(RANST), key, table.id(RANST), date(2027, 5, 1), table.world.now)
    table.forward(newer)
    table.approve(newer, RANST, ZANDHOVEN)
    told = mailed(table.world, "agreement_binds")
    assert table.leave(key, WOMMELGEM, date(2027, 6, 1)) is False
    page = table.page(newer)
    assert (page.state, page.missing, page.leaving, page.pact.begins) == (State.COMING, [], ["Wommelgem"], date(2027, 6, 2))
    assert table.page(key).pact.ending == (date(2027, 6, 1), Cause.SUCCESSOR)
    assert mailed(table.world, "agreement_binds") > told
    rows = {row.id: row for row in table.session.execute(agreements(table.session, table.who(RANST), TODAY, {}))}
    assert not rows[newer].missing


def test_a_term_whose_end_is_announced_is_told_until_its_last_day(table: Table) -> None:
    key = table.agreed(ZANDHOVEN)
    ends = [("art. 4", None, date(2027, 12, 31)), ("art. 5", date(2028, 1, 1), None), ("art. 3", None, TODAY - timedelta(days=1))]
    table.session.add_all(
        AgreementTerm(agreement_id=key, article=article, percentage=65, valid_from=first, valid_until=last) for article, first, last in ends
    )
    table.session.commit()
    found = table.page(key).content.given
    assert [(each.article, each.first, each.last) for each in found] == ends[:2]
    assert given(found[0], "nl").endswith("(art. 4), tot en met 31 december 2027.")


def test_what_nobody_approved_is_withdrawn_and_another_version_can_be_drafted(table: Table) -> None:
    key = table.agreed(ZANDHOVEN)
    newer = services.new_version(table.session, table.who(RANST), key, table.id(RANST), date(2027, 7, 1), table.world.now)
    table.forward(newer)
    services.withdraw(table.session, table.who(RANST), newer, table.world.now)
    assert table.page(newer).state is State.WITHDRAWN
    with pytest.raises(NotFound):
        table.page(newer, ZANDHOVEN)
    again = services.new_version(table.session, table.who(RANST), key, table.id(RANST), date(2027, 8, 1), table.world.now)
    table.forward(again)
    table.approve(again, ZANDHOVEN)
    with pytest.raises(Refused, match="agreement_settled"):
        services.withdraw(table.session, table.who(RANST), again, table.world.now)


def test_a_party_leaves_for_itself_after_its_term_of_notice(table: Table) -> None:
    key = table.agreed(ZANDHOVEN, WOMMELGEM)
    with pytest.raises(Refused, match="leaves_too_early") as early:
        table.leave(key, ZANDHOVEN, date(2027, 5, 31))
    assert early.value.details["day"] == date(2027, 6, 1)
    with pytest.raises(NotFound):
        services.leave(
            table.session, table.who(ZANDHOVEN), key, table.id(WOMMELGEM), services.Notice(TODAY, date(2027, 6, 1), "x"), table.world.now
        )  # fmt: skip
    with pytest.raises(Refused, match="leaves_too_early") as past:
        table.leave(key, ZANDHOVEN, date(2027, 2, 1), given=date(2026, 10, 1))
    assert past.value.details["day"] == TODAY
    assert table.leave(key, ZANDHOVEN, date(2027, 6, 1)) is False
    assert table.page(key).state is State.IN_FORCE
    with pytest.raises(Refused, match="party_leaving"):
        table.leave(key, ZANDHOVEN, date(2027, 6, 1))
    assert table.leave(key, WOMMELGEM, date(2027, 6, 15)) is True
    assert table.page(key).state is State.TERMINATED
    assert (mailed(table.world, "agreement_left") > 0, mailed(table.world, "agreement_ended") > 0) == (True, True)


def test_nothing_is_decided_on_what_is_over(table: Table) -> None:
    key = table.put(ZANDHOVEN, WOMMELGEM, approved=(RANST, ZANDHOVEN), last=date(2027, 2, 28))
    with pytest.raises(Refused, match="agreement_over"):
        table.approve(key, WOMMELGEM)
    with pytest.raises(Refused, match="agreement_over"):
        table.leave(key, ZANDHOVEN, date(2027, 6, 1))
    assert table.page(key).state is State.ENDED


def test_who_joins_later_accedes_itself_and_is_bound_from_its_own_day(table: Table) -> None:
    key = table.agreed(ZANDHOVEN)
    with pytest.raises(Refused, match="joins_outside"):
        services.invite(table.session, table.who(RANST), key, table.id(RANST), table.id(BRECHT), date(2026, 12, 31), table.world.now)
    services.invite(table.session, table.who(RANST), key, table.id(RANST), table.id(BRECHT), date(2027, 5, 1), table.world.now)
    assert table.page(key, BRECHT).missing == ["Brecht"]
    table.approve(key, BRECHT, on=TODAY)
    known, asset = catalogue(table.session), table.world.asset(SOUND)
    bound = [agreement_for(known, asset, table.id(BRECHT), "authority", day) for day in (date(2027, 4, 30), date(2027, 5, 1))]
    assert [found[0].id if found else None for found in bound] == [None, key]


def test_reminders_are_sent_once_per_step_and_anew_when_the_end_moves(table: Table) -> None:
    key = table.agreed(ZANDHOVEN, WOMMELGEM, last=date(2027, 8, 31))
    now = table.world.now
    services.remind(table.session, now)
    steps = select(AgreementReminder.step, func.count()).where(AgreementReminder.agreement_id == key).group_by(AgreementReminder.step)
    assert dict(table.session.execute(steps).all()) == {"six_months": 3}
    sent = mailed(table.world, "agreement_ends")
    assert services.remind(table.session, now + timedelta(hours=6)) == 0
    assert mailed(table.world, "agreement_ends") == sent
    services.remind(table.session, moment("2027-08-30 08:00"))
    assert dict(table.session.execute(steps).all()) == {"six_months": 3, "one_week": 3}
    table.leave(key, ZANDHOVEN, date(2027, 6, 1))
    table.leave(key, WOMMELGEM, date(2027, 6, 1))
    services.remind(table.session, moment("2027-05-27 08:00"))
    assert dict(table.session.execute(steps).all())["one_week"] == 6


def test_a_newer_version_never_begins_before_the_one_that_it_succeeds(table: Table) -> None:
    key = table.agreed(ZANDHOVEN)
    newer = services.new_version(table.session, table.who(RANST), key, table.id(RANST), date(2027, 7, 1), table.world.now)
    earlier = services.Basics("2027-77", "Proef", date(2026, 1, 1), date(2028, 12, 31))
    with pytest.raises(Refused, match="version_outside"):
        services.change_basics(table.session, table.who(RANST), newer, table.page(newer).version, earlier, table.world.now)


def test_a_newer_version_keeps_what_is_free_when_its_tariff_is_saved(table: Table) -> None:
    key = table.agreed(ZANDHOVEN)
    given = {"article": "art. 4", "reciprocal": True, "free_quota": 3, "free_unit": "loans", "percentage": 65}
    table.session.add(AgreementTerm(agreement_id=key, **given))
    table.session.commit()
    newer = services.new_version(table.session, table.who(RANST), key, table.id(RANST), date(2027, 7, 1), table.world.now)
    tariff = services.Tariff(None, 65, "art. 4")
    services.change_conditions(
        table.session, table.who(RANST), newer, table.page(newer).version, services.Conditions(), tariff, table.world.now
    )
    [kept] = table.page(newer).content.given
    assert (kept.reciprocal, kept.quota, kept.unit, kept.percentage) == (True, 3, "loans", 65)


def test_nobody_gives_a_tariff_by_what_was_withdrawn(table: Table) -> None:
    key = table.forward(table.draft(ZANDHOVEN))
    services.withdraw(table.session, table.who(RANST), key, table.world.now)
    wanted = TermSettings(date(2027, 5, 1), "art. 1", percentage=50)
    with pytest.raises(NotFound):
        add_term(table.session, table.who(RANST), key, table.id(RANST), wanted, table.world.now, table.page(key).version)
