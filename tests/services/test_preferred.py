"""The preferred tariff where it is asked: reciprocity on the day of booking, and free loans that each party has once."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import select

from booking.demo import cast
from booking.queries.overview import overview
from booking.queries.verify import violations
from booking.rules.asking import Ask, AskLine
from booking.rules.kinds import RoleName
from booking.rules.periods import Period
from booking.rules.permissions import Actor
from booking.rules.refusals import NotFound, Refused
from booking.services import reservations
from booking.services.administration.agreement_terms import TermSettings, add_term, end_term
from booking.services.administration.exemptions import EndSettings, ExemptionSettings, end, record
from booking.services.regulations import read_in
from booking.words.tariffs import explain
from models import Agreement, AgreementTerm, QuotaUse
from tests.services.world import World, period

ON_SQLITE = pytest.mark.parametrize("engine_name", ["sqlite"])
BRECHT, WOMMELGEM = "11009", cast.WOMMELGEM
P12 = Path(__file__).parent.parent / "regulations" / "p12.yaml"
TRAILER, JUNE, JULY = "RAN-WC-01", period("2027-06-17 12:00", "2027-06-21 09:00"), period("2027-07-15 12:00", "2027-07-19 09:00")
FEAST = period("2027-04-17 08:00", "2027-04-18 20:00")


def for_(world: World, nis: str, role: RoleName = RoleName.ADMINISTRATOR) -> Actor:
    """Someone who works for an authority."""
    account = world.actor(cast.ADMINISTRATOR_RANST).account_id
    return Actor(account, "", roles=frozenset({(cast.authority_id(world.session, nis), role)}))


def lends_free(world: World, lender: str, borrower: str, since: date, *, mutual: bool = True) -> int:
    lender_id, borrower_id = cast.authority_id(world.session, lender), cast.authority_id(world.session, borrower)
    wanted = ExemptionSettings(borrower_id, since, "gemeenteraad", "2027/4", mutual=mutual)
    return record(world.session, for_(world, lender), lender_id, wanted, world.now)


def feast(world: World) -> Ask:
    """What the technical service of Brecht, which has no agreement with Wommelgem, asks of it (P04)."""
    things = {"WOM-ELE": 10, "WOM-TAF": 8, "WOM-STO": 60}
    lines = tuple(AskLine(world.asset(code).id, FEAST, units) for code, units in things.items())
    return Ask(cast.borrower_id(world.session, "Technische dienst Brecht"), lines, event="Kermis")


def desk_of_brecht(world: World) -> Actor:
    return world.actor(cast.DESK_BRECHT)


@ON_SQLITE
def test_p04_reciprocity_on_the_day_of_booking_decides_the_category(world: World) -> None:
    charged = reservations.preview(world.session, desk_of_brecht(world), feast(world), world.now).dossiers[0].quote
    lends_free(world, BRECHT, WOMMELGEM, date(2027, 3, 1))
    freed = reservations.preview(world.session, desk_of_brecht(world), feast(world), world.now).dossiers[0].quote
    assert charged is not None
    assert freed is not None
    assert (charged.total, freed.total) == (140_00, 0)
    told = "gratis (wederkerigheid: Brecht leent vrij aan Wommelgem sinds 1 maart 2027, gemeenteraad 2027/4) (art. 1 §4)"
    assert explain(freed.lines[0]) == told


@ON_SQLITE
def test_what_begins_tomorrow_frees_nobody_today(world: World) -> None:
    lends_free(world, BRECHT, WOMMELGEM, date(2027, 3, 2))
    quote = reservations.preview(world.session, desk_of_brecht(world), feast(world), world.now).dossiers[0].quote
    assert quote is not None
    assert quote.total == 140_00


@ON_SQLITE
def test_what_was_asked_free_stays_free_when_the_other_stops(world: World) -> None:
    row = lends_free(world, BRECHT, WOMMELGEM, date(2027, 2, 1), mutual=False)
    lends_free(world, WOMMELGEM, BRECHT, date(2027, 2, 1))
    receipt = reservations.request(world.session, desk_of_brecht(world), feast(world), world.now)
    end(world.session, for_(world, BRECHT), row, EndSettings(date(2027, 3, 1), "gemeenteraad", "2027/30"), world.now)
    world.now = world.now.replace(day=5)
    reservations.cancel_line(world.session, desk_of_brecht(world), receipt.reference, 3, world.now)
    quotes = overview(world.session, desk_of_brecht(world), receipt.reference).dossiers[0].quotes
    assert [quote.total for quote in quotes] == [0, 0]
    later = reservations.preview(world.session, desk_of_brecht(world), feast(world), world.now).dossiers[0].quote
    assert later is not None
    assert later.total == 140_00


def by_p12(world: World) -> None:
    """From June on Ranst asks for its toilet trailer what P12 says, but for the first loan, which the demo's agreement frees."""
    text = P12.read_text(encoding="utf-8").partition("examples:")[0].replace("valid_from: 2026-01-01", "valid_from: 2027-06-01")
    text = "\n".join(line for line in text.splitlines() if "adjust:" not in line)
    read_in(world.session, None, text, world.now, because="Voor deze proef")


def delivered(world: World, use: Period, km: str = "14.6", cleaned: bool = False) -> AskLine:
    measures = {"km": Decimal(km), "trips": Decimal(2), **({} if cleaned else {"not_cleaned": Decimal(1)})}
    return AskLine(world.asset(TRAILER).id, use, handover="delivery", measures=measures)


def ask_of(world: World, *lines: AskLine) -> Ask:
    return Ask(cast.borrower_id(world.session, cast.SERVICE_WOMMELGEM), lines, event="Kermis")


def total(world: World, *lines: AskLine) -> int:
    """What the technical service of Wommelgem would pay."""
    judged = reservations.preview(world.session, world.actor(cast.TECHNICIAN_WOMMELGEM), ask_of(world, *lines), world.now)
    quote = judged.dossiers[0].quote
    assert quote is not None
    return quote.total


def uses(world: World) -> list[tuple[int, bool]]:
    """Every use of a free quota: how much, and whether it was given back."""
    rows = select(QuotaUse.amount, QuotaUse.returned_at).where(QuotaUse.term_id.is_not(None)).order_by(QuotaUse.id)
    return [(amount, returned is not None) for amount, returned in world.session.execute(rows)]


@ON_SQLITE
def test_p12_the_first_loan_of_the_year_is_free_of_hire_and_the_rest_is_due(world: World) -> None:
    by_p12(world)
    technician = world.actor(cast.TECHNICIAN_WOMMELGEM)
    assert total(world, delivered(world, JUNE)) == 47_00
    assert total(world, delivered(world, JUNE, "11.2", cleaned=True)) == 10_00
    reservations.request(world.session, technician, ask_of(world, delivered(world, JUNE)), world.now)
    assert total(world, delivered(world, JULY)) == 217_00
    assert uses(world) == [(1, False)]


@ON_SQLITE
def test_a_free_loan_that_is_called_off_in_time_can_be_taken_again_and_nobody_else_is_priced_anew(world: World) -> None:
    by_p12(world)
    technician = world.actor(cast.TECHNICIAN_WOMMELGEM)
    first = reservations.request(world.session, technician, ask_of(world, delivered(world, JUNE)), world.now)
    second = reservations.request(world.session, technician, ask_of(world, delivered(world, JULY)), world.now)
    reservations.cancel(world.session, technician, first.reference, world.now)
    assert uses(world) == [(1, True)]
    kept = overview(world.session, technician, second.reference).dossiers[0].quotes
    assert [quote.total for quote in kept] == [217_00]
    assert total(world, delivered(world, JUNE)) == 47_00


def test_of_two_lines_at_once_the_first_is_free_and_a_moved_line_takes_what_its_new_year_has(world: World) -> None:
    by_p12(world)
    technician = world.actor(cast.TECHNICIAN_WOMMELGEM)
    ask = ask_of(world, delivered(world, JUNE, cleaned=True), delivered(world, JULY, cleaned=True))
    receipt = reservations.request(world.session, technician, ask, world.now)
    quote = receipt.judged.dossiers[0].quote
    assert quote is not None
    assert quote.total == 12_00 + 182_00
    next_year = period("2028-01-13 12:00", "2028-01-17 09:00")
    reservations.amend(world.session, technician, receipt.reference, 1, world.now, delivered(world, next_year, cleaned=True))
    assert uses(world) == [(1, True), (1, False)]
    assert list(violations(world.session, world.now)) == []


@ON_SQLITE
def test_a_changed_term_keeps_the_count_of_the_year(world: World) -> None:
    by_p12(world)
    technician, piet = world.actor(cast.TECHNICIAN_WOMMELGEM), world.actor(cast.TARIFFS_RANST)
    agreement = world.session.scalars(select(Agreement).where(Agreement.reference == "2027-06")).one()
    ranst = cast.authority_id(world.session, cast.RANST)
    free = {"free_quota": 1, "free_unit": "loans", "group_code": "partners"}
    add_term(world.session, piet, agreement.id, ranst, TermSettings(date(2027, 3, 1), "art. 3", **free), world.now, 0)
    reservations.request(world.session, technician, ask_of(world, delivered(world, JUNE)), world.now)
    changed = TermSettings(date(2027, 7, 1), "art. 3bis", **free, percentage=50)
    add_term(world.session, piet, agreement.id, ranst, changed, world.now, 1)
    assert total(world, delivered(world, JULY)) == 85_00 + 17_50 + 6_00


@ON_SQLITE
@pytest.mark.parametrize(
    ("settings", "code"),
    [
        (TermSettings(date(2027, 3, 1), "art. 3"), "term_empty"),
        (TermSettings(date(2020, 3, 1), "art. 3", percentage=50), "term_outside"),
        (TermSettings(date(2040, 3, 1), "art. 3", percentage=50), "term_outside"),
    ],
)
def test_a_term_that_says_nothing_or_lies_outside_its_agreement_is_refused(world: World, settings: TermSettings, code: str) -> None:
    agreement = world.session.scalars(select(Agreement.id).where(Agreement.reference == "2027-06")).one()
    with pytest.raises(Refused, match=code):
        add_term(
            world.session, world.actor(cast.TARIFFS_RANST), agreement, cast.authority_id(world.session, cast.RANST), settings, world.now, 0
        )


@ON_SQLITE
def test_a_party_sets_and_ends_its_own_terms_only(world: World) -> None:
    agreement = world.session.scalars(select(Agreement.id).where(Agreement.reference == "2027-06")).one()
    ranst, settings = cast.authority_id(world.session, cast.RANST), TermSettings(date(2027, 3, 1), "art. 3", percentage=50)
    with pytest.raises(NotFound):
        add_term(world.session, for_(world, WOMMELGEM), agreement, ranst, settings, world.now, 0)
    term = add_term(world.session, for_(world, cast.RANST, RoleName.TARIFFS), agreement, ranst, settings, world.now, 0)
    with pytest.raises(NotFound):
        end_term(world.session, for_(world, WOMMELGEM), term, date(2027, 6, 1), world.now)
    with pytest.raises(Refused, match="term_announced"):
        add_term(world.session, for_(world, cast.RANST), agreement, ranst, settings, world.now, 1)
    end_term(world.session, for_(world, cast.RANST), term, date(2027, 6, 1), world.now)
    assert world.session.get_one(AgreementTerm, term).valid_until == date(2027, 6, 1)
    with pytest.raises(Refused, match="term_ended"):
        end_term(world.session, for_(world, cast.RANST), term, date(2027, 7, 1), world.now)


@ON_SQLITE
def test_the_register_is_written_by_the_lender_one_thing_at_a_time_and_never_changed(world: World) -> None:
    row = lends_free(world, BRECHT, WOMMELGEM, date(2027, 2, 1))
    brecht, wommelgem = (cast.authority_id(world.session, nis) for nis in (BRECHT, WOMMELGEM))
    decided = {"organ": "gemeenteraad", "number": "2027/30"}
    for actor, wanted, refusal, code in (
        (for_(world, WOMMELGEM), ExemptionSettings(wommelgem, date(2028, 1, 1), **decided), NotFound, "authority_unknown"),
        (for_(world, BRECHT), ExemptionSettings(brecht, date(2028, 1, 1), **decided), Refused, "exemption_of_itself"),
        (for_(world, BRECHT), ExemptionSettings(wommelgem, date(2028, 1, 1), **decided), Refused, "exemption_overlaps"),
        (for_(world, BRECHT), ExemptionSettings(999, date(2028, 1, 1), **decided), NotFound, "authority_unknown"),
    ):
        with pytest.raises(refusal, match=code):
            record(world.session, actor, brecht, wanted, world.now)
    with pytest.raises(NotFound):
        end(world.session, for_(world, WOMMELGEM), row, EndSettings(date(2027, 6, 1), **decided), world.now)
    with pytest.raises(Refused, match="exemption_end_outside"):
        end(world.session, for_(world, BRECHT), row, EndSettings(date(2027, 1, 1), **decided), world.now)
    end(world.session, for_(world, BRECHT), row, EndSettings(date(2027, 1, 31), **decided), world.now)  # it never held
    with pytest.raises(Refused, match="exemption_ended"):
        end(world.session, for_(world, BRECHT), row, EndSettings(date(2027, 6, 1), **decided), world.now)
    lends_free(world, BRECHT, WOMMELGEM, date(2027, 1, 1))
    assert list(violations(world.session, world.now)) == []
