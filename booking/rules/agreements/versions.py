"""Versions of an agreement: the older one ends on the day before the newer one begins, whatever was written in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from booking.rules.agreements.standing import Pact


def roots(succeeds: Mapping[int, int], ids: Iterable[int]) -> dict[int, int]:
    """Of each agreement the first of its versions: a free quota of a year goes on counting where a newer version takes over."""
    found = {}
    for each in ids:
        root = each
        while root in succeeds:
            root = succeeds[root]
        found[each] = root
    return found


def chained(pacts: Mapping[int, Pact], succeeds: Mapping[int, int]) -> dict[int, Pact]:
    """The agreements by id, each told when the version that succeeds it begins; `succeeds` gives of a newer version the older one.

    A version that all have not approved yet begins nowhere, so the older one goes on as it was.
    """
    found = dict(pacts)
    for newer, older in succeeds.items():
        begins = pacts[newer].begins if newer in pacts else None
        if begins is not None and older in found:
            found[older] = replace(found[older], replaced_on=begins)
    return found
