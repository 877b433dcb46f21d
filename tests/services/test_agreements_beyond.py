"""Loans that outlast an agreement: its owner chooses for each, and what is asked is judged by where the agreement stands."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import delete, select

from booking.demo import cast
from booking.queries.administration.agreements import beyond
from booking.queries.borrowers import card_of
from booking.queries.catalogue import catalogue
from booking.queries.judging import judge
from booking.rules.asking import Ask, AskLine
from booking.rules.kinds import Purpose, RoleName
from booking.rules.refusals import NotAllowed, NotFound, Refused
from booking.services import reservations
from booking.services.administration.agreements.beyond import Way, choose_for, keep, lend_outside
from models import Agreement, AgreementScope, AgreementTerm, Decision, LendingRule, Quote
from tests.services.parties import BRECHT, RANST, WOMMELGEM, ZANDHOVEN, Table
from tests.services.world import TODAY, World, period

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"])

HALL, SERVICE = cast.HALL_RANST, "Technische dienst Zandhoven"
JULY, MAY = period("2027-07-13 12:00", "2027-07-13 18:00"), period("2027-05-18 12:00", "2027-05-18 18:00")
LAST = date(2027, 6, 1)


@pytest.fixture
def table(world: World) -> Table:
    """Ranst, which lends its hall to partners only, and has no agreement on it yet."""
    table = Table(world)
    of_halls = select(Agreement.id).where(Agreement.reference == "2027-09").scalar_subquery()
    world.session.execute(delete(AgreementScope).where(AgreementScope.agreement_id == of_halls))
    rule = LendingRule(authority_id=table.id(RANST), asset_id=world.asset(HALL).id, needs_agreement=True, may_borrow=True, source="art. 8")
    world.session.add(rule)
    world.session.commit()
    return table


def findings(table: Table, use=JULY, **ask: object) -> dict[str, object]:
    """What is found about agreements when the technical service of Zandhoven asks for the hall of Ranst."""
    known = catalogue(table.session)
    borrower = card_of(table.session, known, cast.borrower_id(table.session, SERVICE))
    asked = Ask(borrower.id, (AskLine(table.world.asset(HALL).id, use),), **ask)  # type: ignore[arg-type]
    found = judge(table.session, known, borrower, asked, table.world.now).lines[0].findings
    return {finding.code: dict(finding.evidence) for finding in found if finding.code.startswith(("agreement", "agreed"))}


def lent(table: Table, use=JULY) -> str:
    """A loan of the hall to Zandhoven that Ranst approved."""
    reference = table.world.ask(HALL, use, email=cast.DESK_ZANDHOVEN, borrower=SERVICE, purpose=Purpose.MEETING)
    reservations.approve(table.session, table.world.actor(cast.DESK_RANST), reference, 1, table.world.now)
    return reference


def terminated(table: Table, *others: str) -> tuple[int, str]:
    """An agreement by which the hall was lent in July, and of which Zandhoven gave notice for the first of June."""
    key = table.agreed(*(others or (ZANDHOVEN,)))
    table.session.add(AgreementTerm(agreement_id=key, percentage=50, article="art. 4"))
    table.session.commit()
    reference = lent(table)
    table.leave(key, ZANDHOVEN, LAST)
    return key, reference


def desk(table: Table, nis: str = RANST):
    return table.who(nis, RoleName.DESK)


def prices(table: Table, reference: str) -> list[tuple[int, bool]]:
    """(total, accepted) of each version of the price."""
    found = select(Quote.total, Quote.accepted_at).where(Quote.dossier_id == table.world.line(reference).dossier_id).order_by(Quote.version)
    return [(total, accepted is not None) for total, accepted in table.session.execute(found)]


def test_what_is_asked_is_judged_by_where_the_agreement_stands(table: Table) -> None:
    assert set(findings(table)) >= {"agreement_missing"}
    key = table.put(ZANDHOVEN, WOMMELGEM)
    table.approve(key, RANST)
    awaits = findings(table)["agreement_awaits"]
    assert awaits["missing"] == "Wommelgem, Zandhoven"
    assert awaits["deadline"]
    table.approve(key, WOMMELGEM)
    assert findings(table)["agreement_awaits"]["missing"] == "Zandhoven"
    table.approve(key, ZANDHOVEN)
    assert findings(table)["agreement_in_force"]["valid_until"] == "2028-12-31"
    table.leave(key, ZANDHOVEN, LAST)
    told = findings(table)["agreement_terminated"]
    assert told["valid_until"] == "2027-06-01"
    assert "agreement_in_force" in findings(table, MAY)


def test_own_use_and_the_agreed_place_are_told_and_refused(table: Table) -> None:
    table.agreed(ZANDHOVEN)
    assert "agreed_use_own" in findings(table)
    assert "agreed_use_for_others" in findings(table, purpose=Purpose.COMMERCIAL)


def test_the_loans_that_outlast_it_are_listed_for_owner_and_borrower_and_for_nobody_else(table: Table) -> None:
    key, reference = terminated(table)
    covered = lent(table, MAY)
    mine, theirs = beyond(table.session, desk(table), key), beyond(table.session, desk(table, ZANDHOVEN), key)
    assert [(line.reference, line.mine, line.until) for line in mine] == [(reference, True, LAST)]
    assert [(line.reference, line.mine) for line in theirs] == [(reference, False)]
    assert beyond(table.session, desk(table, BRECHT), key) == []
    assert covered not in {line.reference for line in mine}


def test_a_loan_that_is_kept_keeps_its_price_and_says_why(table: Table) -> None:
    key, reference = terminated(table)
    before = prices(table, reference)
    with pytest.raises(Refused, match="field_required"):
        keep(table.session, desk(table), key, reference, 1, " ", table.world.now)
    keep(table.session, desk(table), key, reference, 1, "Het was al beloofd.", table.world.now)
    decision = table.session.scalars(select(Decision).order_by(Decision.id.desc())).first()
    assert (decision.act, decision.reason) == ("keep", "Het was al beloofd.")
    assert "agreement_terminated" in {finding["code"] for finding in decision.findings}
    assert prices(table, reference) == before
    assert [line.choice for line in beyond(table.session, desk(table), key)] == ["kept"]
    assert table.world.mails("line_keep")
    with pytest.raises(Refused, match="line_not_beyond"):
        keep(table.session, desk(table), key, reference, 1, "Nog eens.", table.world.now)


def test_a_loan_outside_the_agreement_gets_a_new_price_that_the_borrower_accepts(table: Table) -> None:
    key, reference = terminated(table)
    lend_outside(table.session, desk(table), key, reference, 1, "Volgens ons reglement.", table.world.now)
    (partner, _), (other, accepted) = prices(table, reference)
    assert other > partner
    assert not accepted
    assert table.world.line(reference).state == "approved"
    assert [line.choice for line in beyond(table.session, desk(table), key)] == ["outside"]


def test_several_are_chosen_at_once_and_what_cannot_be_is_told(table: Table) -> None:
    key, reference = terminated(table)
    other = lent(table, MAY)
    both = [(reference, 1), (other, 1)]
    told = choose_for(table.session, desk(table), key, both, Way.CANCEL, "De overeenkomst eindigt.", table.world.now)
    assert [each.code for each in told] == ["", "line_not_beyond"]
    assert table.world.line(reference).state == "cancelled"
    assert table.world.line(other).state == "approved"


def test_nobody_chooses_for_another_owner(table: Table) -> None:
    key, reference = terminated(table)
    with pytest.raises((NotFound, NotAllowed)):
        keep(table.session, desk(table, ZANDHOVEN), key, reference, 1, "Wij willen het.", table.world.now)
    with pytest.raises(NotFound):
        keep(table.session, desk(table, BRECHT), key, reference, 1, "Wij ook.", table.world.now)


def test_who_stays_bound_by_an_agreement_that_others_leave_is_not_asked(table: Table) -> None:
    key, reference = terminated(table, ZANDHOVEN, WOMMELGEM)
    assert [line.reference for line in beyond(table.session, desk(table), key)] == [reference]
    assert table.page(key, WOMMELGEM).state == "in_force"
    assert TODAY < LAST
