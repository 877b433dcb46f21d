"""An amount and its sign, a number and its per cent, are never on two lines."""

from __future__ import annotations

import pytest

from booking.words.unbroken import unbroken


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("€ 1.234,50", "€\N{NO-BREAK SPACE}1.234,50"),
        ("2 dagen × € -12,00 (art. 3)", "2 dagen × €\N{NO-BREAK SPACE}-12,00 (art. 3)"),
        ("25 % korting, 6 %", "25\N{NO-BREAK SPACE}% korting, 6\N{NO-BREAK SPACE}%"),
        ("1 234,50 €", "1 234,50\N{NO-BREAK SPACE}€"),
        ("prijs in € per dag, honderd % zeker", "prijs in € per dag, honderd % zeker"),
    ],
)
def test_a_sign_stays_with_its_number(text: str, kept: str) -> None:
    assert unbroken(text) == kept
