"""Enterprise numbers as people write them, and those that cannot be."""

from __future__ import annotations

import pytest

from booking.rules.kbo import kbo_digits


@pytest.mark.parametrize("text", ["0207.500.123", "0207500123", "BE 0207 500 123", "be0207.500.123", "207 500 123", " 0207.500.123 "])
def test_a_number_is_known_however_it_is_written(text: str) -> None:
    assert kbo_digits(text) == "0207500123"


@pytest.mark.parametrize("text", ["", "0207.500.124", "2207.500.123", "0207.500.12", "0207.500.1234", "kbo", "²207500123"])
def test_a_slip_of_the_keys_is_no_number(text: str) -> None:
    assert kbo_digits(text) is None
