"""What a password must be: long, and not one of those that everybody tries first (NIST SP 800-63B § 3.1.1.2, and no other rule)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

SHORTEST = 12
LONGEST = 200
FEWEST_SIGNS = 5  # different ones
NEEDED_BESIDE = 6  # signs that remain when all that is guessed first is taken away

# What the published lists of broken passwords are made of, here and elsewhere: words, rows of keys, years.
GUESSED_FIRST = (
    "password", "passwort", "passphrase", "wachtwoord", "paswoord", "motdepasse", "welcome", "welkom", "bienvenue", "willkommen",
    "bonjour", "hallo", "hello", "letmein", "iloveyou", "ikhouvanjou", "jetaime", "trustno", "changeme", "secret", "geheim", "default",
    "administrator", "admin", "beheerder", "gebruiker", "user", "login", "test", "demo", "temp", "master", "monkey", "dragon", "princess",
    "sunshine", "football", "voetbal", "baseball", "superman", "batman", "starwars", "pokemon", "chocolate", "chocolade", "summer",
    "winter", "zomer", "herfst", "lente", "belgium", "belgie", "belgique", "vlaanderen", "antwerpen", "brussel", "anderlecht",
    "clubbrugge", "gemeente", "streekdepot", "uitleen", "qwertyuiop", "azertyuiop", "qwerty", "azerty", "asdfghjkl", "qsdfghjklm",
    "zxcvbnm", "wxcvbn", "1qaz2wsx", "qazwsx", "abcdefghijklmnopqrstuvwxyz", "abcdef", "abc", "01234567890", "1234567890", "0987654321",
    "123456", "654321", "12345", "1234", "4321", "123", "correcthorsebatterystaple",
)  # fmt: skip
_LOOKS_LIKE = str.maketrans({"@": "a", "4": "a", "3": "e", "€": "e", "1": "i", "!": "i", "0": "o", "$": "s", "5": "s", "7": "t"})
_YEAR = re.compile(r"(?:19|20)\d\d")
_LETTERS = re.compile(r"[^\W\d_]+")


def fault(password: str, about: Iterable[str] = ()) -> tuple[str, dict[str, int]] | None:
    """Why a password will not do, as a code of booking/words with its details; None when it will.

    `about` is what others know of its owner (e-mail address, name): a password made of that is guessed as easily.
    """
    if len(password) < SHORTEST:
        return "password_too_short", {"limit": SHORTEST}
    if len(password) > LONGEST:
        return "password_too_long", {"limit": LONGEST}
    plain = password.casefold()
    if len(set(plain)) < FEWEST_SIGNS or min(_left(plain, about), _left(plain.translate(_LOOKS_LIKE), about)) < NEEDED_BESIDE:
        return "password_known", {}
    return None


def _left(password: str, about: Iterable[str]) -> int:
    """How many letters and digits remain when words that are guessed first, years and what repeats itself are taken away."""
    own = {part for text in about for part in _LETTERS.findall(text.casefold()) if len(part) > 3}
    for word in sorted({*GUESSED_FIRST, *own}, key=len, reverse=True):
        password = password.replace(word, " ")
    password = _YEAR.sub(" ", password)
    password = re.sub(r"(.+?)\1{2,}", r"\1", password)
    steps = [ord(later) - ord(earlier) for earlier, later in pairwise(password)]
    row = sum(step == before and abs(step) == 1 for before, step in pairwise(steps))  # abcdef, 987654
    return sum(character.isalnum() for character in password) - row
