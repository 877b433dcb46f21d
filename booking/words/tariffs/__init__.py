"""A price in words that a citizen can check by hand, and what is wrong with a regulation in words that its writer can mend."""

from booking.words.tariffs.formulas import FORMULAS
from booking.words.tariffs.lints import LINTS, advise
from booking.words.tariffs.notices import NOTICES, warn
from booking.words.tariffs.problems import PROBLEMS, describe, print_example
from booking.words.tariffs.quote_lines import explain, preference

__all__ = ["FORMULAS", "LINTS", "NOTICES", "PROBLEMS", "advise", "describe", "explain", "preference", "print_example", "warn"]
