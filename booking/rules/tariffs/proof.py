"""A regulation proves itself: every worked example must compute to the cent."""

from __future__ import annotations

from dataclasses import dataclass

from booking.rules.tariffs.objects import Regulation
from booking.rules.tariffs.preparation import prepare
from booking.rules.tariffs.quoting import quote


@dataclass(frozen=True, slots=True)
class ExampleResult:
    """One expected figure against the computed one: cents for net, vat, total and deposit, codes for `warnings`."""

    name: str
    field: str
    expected: int | str
    computed: int | str

    @property
    def holds(self) -> bool:
        """True when the example computes as the council said."""
        return self.expected == self.computed


def check(regulation: Regulation) -> list[ExampleResult]:
    """Every figure of every example, in order, and its warnings, which must be exactly those expected.

    Raises TariffError when the regulation itself cannot be used.
    """
    prepared = prepare(regulation)
    results = []
    for example in regulation.examples:
        computed = quote(prepared, example.usage)
        results += [ExampleResult(example.name, name, cents, getattr(computed, name)) for name, cents in example.expected.items()]
        expected, found = (" ".join(sorted(codes)) for codes in (example.warnings, {notice.code for notice in computed.warnings}))
        if expected or found:
            results.append(ExampleResult(example.name, "warnings", expected, found))
    return results
