"""Versions of an agreement: the older one ends on the day before the newer one begins, and notice on the older one holds for the newer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from booking.rules.agreements.standing import Bond, Pact


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

    A version that all have not approved yet begins nowhere, so the older one goes on as it was. Who gave notice on the older one is not
    awaited by the newer: it begins without it, once that party has left.
    """
    found = dict(pacts)
    for newer in sorted(succeeds, key=lambda each: _age(succeeds, each)):
        older = succeeds[newer]
        if newer not in found or older not in found:
            continue
        left = {bond.authority: bond for bond in found[older].bonds if bond.leaves_on}
        if left:
            found[newer] = replace(found[newer], bonds=tuple(_after(bond, left.get(bond.authority)) for bond in found[newer].bonds))
        begins = found[newer].begins
        if begins is not None:
            found[older] = replace(found[older], replaced_on=begins)
    return found


def _age(succeeds: Mapping[int, int], each: int) -> int:
    """How many versions came before one."""
    count = 0
    while each in succeeds:
        each, count = succeeds[each], count + 1
    return count


def _after(bond: Bond, older: Bond | None) -> Bond:
    """A party of the newer version, by the notice that it gave on the `older` one: what its organ decided last holds.

    Without its approval, or with one of before its notice, it leaves both on the same day. Who approved afterwards stays; when it had left
    by then, it joins from its approval on.
    """
    if older is None or older.leaves_on is None:
        return bond
    if bond.approved_on is None or bond.approved_on < (older.given_on or date.min):
        return replace(bond, leaves_on=min(bond.leaves_on or date.max, older.leaves_on))
    return replace(bond, joins_on=bond.joins_on or bond.approved_on) if bond.approved_on > older.leaves_on else bond
