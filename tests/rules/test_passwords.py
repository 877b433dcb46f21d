"""Which passwords will do: long ones that nobody tries first."""

from __future__ import annotations

import pytest

from booking.rules.passwords import LONGEST, SHORTEST, fault

ABOUT = ("sofie.maes@lindekapel.example", "Sofie Maatstreep")

GOOD = (
    "vijf paarse olifanten",
    "correct paard batterij nietje",
    "Kerkplein om half negen",
    "dF7#kq!Lm2vX",
    "een zin met spaties",
    "пять слонов гуляют",
    "wachtwoord voor de harmonie",  # a word that is guessed first, but not only that
    "x" * 4 + "kelder zolder gang",
)
KNOWN = (
    "wachtwoord123", "Wachtwoord2027!", "passwordpassword", "P@ssw0rd2027!", "motdepasse2026", "welkom welkom", "azertyuiop123",
    "qwertyuiopqwerty", "1234567890123", "123456123456", "aaaaaaaaaaaaaa", "abababababab", "iloveyou2027!", "Streekdepot2027",
    "streekdepot-demo", "admin administrator", "letmein letmein", "0987654321098", "abcdefghijkl", "gemeente2027!",
    "sofiesofie2027", "lindekapel 2027", "Maatstreep1234",
)  # fmt: skip


@pytest.mark.parametrize("password", GOOD)
def test_a_few_words_will_do(password):
    assert fault(password, ABOUT) is None


@pytest.mark.parametrize("password", KNOWN)
def test_what_everybody_tries_first_will_not(password):
    assert len(password) >= SHORTEST
    assert fault(password, ABOUT) == ("password_known", {})


@pytest.mark.parametrize(
    ("password", "said"),
    [
        ("", ("password_too_short", {"limit": SHORTEST})),
        ("elf tekens!", ("password_too_short", {"limit": SHORTEST})),
        ("vijf paarse olifanten " * 10, ("password_too_long", {"limit": LONGEST})),
    ],
)
def test_its_length_has_two_ends(password, said):
    assert fault(password) == said


def test_the_demo_password_is_one_that_no_person_may_choose():
    assert fault("streekdepot-demo") == ("password_known", {})
