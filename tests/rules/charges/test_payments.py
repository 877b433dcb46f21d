"""When an amount is due, how far it is, and the numbers by which a transfer is recognised."""

from __future__ import annotations

from datetime import date

import pytest

from booking.rules.charges import Due, OwedSort, PaymentTerms, Stage, due_on, strictest, structured_communication
from booking.rules.charges.payments import iban_of

TODAY, FIRST, LAST, DECIDE_BY = date(2027, 3, 1), date(2027, 5, 12), date(2027, 5, 14), date(2027, 3, 11)
BEFORE = {stage: PaymentTerms(stage, stage, 14) for stage in Stage}
HIRE, DEPOSIT, CHARGE = OwedSort


@pytest.mark.parametrize(
    ("number", "written"),
    [(1234567890, "+++123/4567/89002+++"), (2026000001, "+++202/6000/00192+++"), (97, "+++000/0000/09797+++"), (0, "+++000/0000/00097+++")],
)
def test_a_structured_communication_ends_in_its_remainder(number: int, written: str) -> None:
    assert structured_communication(number) == written


@pytest.mark.parametrize("number", [-1, 10**10])
def test_a_number_that_does_not_fit_has_no_communication(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        structured_communication(number)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("be68 5390 0754 7034", "BE68539007547034"),
        ("BE68539007547035", None),
        ("", None),
        ("BE6853900754703!", None),
        ("6868539007547034", None),
    ],
)
def test_an_account_number_proves_itself(typed: str, kept: str | None) -> None:
    assert iban_of(typed) == kept


@pytest.mark.parametrize(
    ("sort", "terms", "day"),
    [
        (HIRE, PaymentTerms(), date(2027, 6, 13)),
        (HIRE, PaymentTerms(days=14), date(2027, 5, 28)),
        (HIRE, BEFORE[Stage.HANDOVER], FIRST),
        (HIRE, BEFORE[Stage.CONFIRMATION], DECIDE_BY),
        (DEPOSIT, PaymentTerms(), FIRST),
        (DEPOSIT, BEFORE[Stage.CONFIRMATION], DECIDE_BY),
        (CHARGE, BEFORE[Stage.CONFIRMATION], date(2027, 3, 15)),
    ],
)
def test_an_amount_is_due_before_what_its_owner_says_or_in_its_term(sort: OwedSort, terms: PaymentTerms, day: date) -> None:
    assert due_on(sort, terms, TODAY, FIRST, LAST, DECIDE_BY) == day


def test_nothing_was_due_before_today() -> None:
    assert due_on(DEPOSIT, PaymentTerms(), LAST, FIRST, LAST) == LAST
    assert due_on(HIRE, BEFORE[Stage.CONFIRMATION], TODAY, FIRST, LAST) == FIRST


def test_the_strictest_terms_of_its_lines_are_those_of_a_dossier() -> None:
    found = strictest([PaymentTerms(Stage.HANDOVER, None, 30, "art. 2"), PaymentTerms(None, Stage.CONFIRMATION, 14, "art. 3")])
    assert found == PaymentTerms(Stage.HANDOVER, Stage.CONFIRMATION, 14, "art. 2")
    assert strictest([]) == PaymentTerms()


@pytest.mark.parametrize(
    ("sort", "amount", "received", "returned", "kept", "ended", "word"),
    [
        (HIRE, 9000, 0, 0, 0, False, "open"),
        (HIRE, 9000, 8999, 0, 0, True, "open"),
        (HIRE, 9000, 9000, 0, 0, False, "received"),
        (HIRE, 0, 9000, 0, 0, True, "to_return"),
        (HIRE, 0, 9000, 9000, 0, True, "returned"),
        (HIRE, 0, 0, 0, 0, True, "nothing"),
        (CHARGE, -5000, 0, 0, 0, True, "to_return"),
        (CHARGE, -5000, 0, 5000, 0, True, "returned"),
        (DEPOSIT, 25000, 0, 0, 0, False, "open"),
        (DEPOSIT, 25000, 0, 0, 0, True, "nothing"),
        (DEPOSIT, 25000, 25000, 0, 0, False, "held"),
        (DEPOSIT, 25000, 25000, 0, 0, True, "to_return"),
        (DEPOSIT, 25000, 25000, 25000, 0, True, "returned"),
        (DEPOSIT, 25000, 25000, 21500, 3500, True, "kept"),
    ],
)
def test_an_amount_stands_in_one_word(sort: OwedSort, amount: int, received: int, returned: int, kept: int, ended: bool, word: str) -> None:
    due = Due(sort, amount, received, returned, kept, FIRST, ended)
    assert due.standing(FIRST) == word
    assert due.standing(LAST) == ("overdue" if word == "open" else word)
