"""Where an agreement stands on a day, whom it binds from when until when, and how its versions follow each other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from booking.rules.agreements import Bond, Cause, Pact, State, chained, roots

RANST, ZANDHOVEN, BRECHT = 1, 2, 3
FIRST, LAST, TODAY = date(2026, 1, 1), date(2028, 12, 31), date(2027, 3, 1)
DECEMBER = date(2025, 12, 15)


def bond(
    authority: int, approved: date | None = DECEMBER, joins: date | None = None, leaves: date | None = None, given: date | None = None
) -> Bond:  # fmt: skip
    return Bond(authority, approved, joins, leaves, given)


def pact(*bonds: Bond, first: date = FIRST, last: date | None = LAST, **more: bool) -> Pact:
    return Pact(first, last, bonds, **more)


BOTH = pact(bond(RANST), bond(ZANDHOVEN))
THREE = pact(bond(RANST), bond(ZANDHOVEN), bond(BRECHT))
LEAVES = date(2027, 6, 30)

STATES = [
    ("nobody but its initiator knows it yet", replace(BOTH, draft=True), State.DRAFT),
    ("its initiator put it away", replace(BOTH, withdrawn=True), State.WITHDRAWN),
    ("one of two has still to approve", pact(bond(RANST), bond(ZANDHOVEN, None)), State.AWAITING),
    ("nobody approved", pact(bond(RANST, None), bond(ZANDHOVEN, None)), State.AWAITING),
    ("a single party binds nobody", pact(bond(RANST)), State.AWAITING),
    ("two of three approved: it holds between those two", pact(bond(RANST), bond(ZANDHOVEN), bond(BRECHT, None)), State.IN_FORCE),
    ("a newer version binds nobody before all approved",
     pact(bond(RANST), bond(ZANDHOVEN), bond(BRECHT, None), succeeds=True), State.AWAITING),
    ("a newer version does not wait for who joins it later",
     pact(bond(RANST), bond(ZANDHOVEN), bond(BRECHT, None, joins=date(2027, 6, 1)), succeeds=True), State.IN_FORCE),
    ("all approved what begins later", pact(bond(RANST), bond(ZANDHOVEN), first=date(2027, 3, 2)), State.COMING),
    ("its first day", pact(bond(RANST), bond(ZANDHOVEN), first=TODAY), State.IN_FORCE),
    ("approved after the first day it was written for", pact(bond(RANST), bond(ZANDHOVEN, date(2027, 3, 2))), State.COMING),
    ("without an end", pact(bond(RANST), bond(ZANDHOVEN), last=None), State.IN_FORCE),
    ("six months and a day before its end", replace(BOTH, last=date(2027, 9, 2)), State.IN_FORCE),
    ("six months before its end", replace(BOTH, last=date(2027, 9, 1)), State.ENDING),
    ("its last day", replace(BOTH, last=TODAY), State.ENDING),
    ("the day after its last", replace(BOTH, last=date(2027, 2, 28)), State.ENDED),
    ("the day after its last, never approved", pact(bond(RANST), bond(ZANDHOVEN, None), last=date(2027, 2, 28)), State.ENDED),
    ("one of two gave notice", pact(bond(RANST), bond(ZANDHOVEN, leaves=LEAVES)), State.TERMINATED),
    ("one of two has left", pact(bond(RANST), bond(ZANDHOVEN, leaves=date(2027, 2, 28))), State.TERMINATED),
    ("one of three gave notice: it goes on between the others",
     pact(bond(RANST), bond(ZANDHOVEN), bond(BRECHT, leaves=LEAVES)), State.IN_FORCE),
    ("two of three gave notice", pact(bond(RANST), bond(ZANDHOVEN, leaves=LEAVES), bond(BRECHT, leaves=LEAVES)), State.TERMINATED),
    ("notice by who never approved ends nothing", pact(bond(RANST), bond(ZANDHOVEN), bond(BRECHT, None, leaves=LEAVES)), State.IN_FORCE),
    ("a newer version takes over tomorrow", replace(BOTH, replaced_on=date(2027, 3, 2)), State.IN_FORCE),
    ("a newer version took over today", replace(BOTH, replaced_on=TODAY), State.SUCCEEDED),
    ("it ended before the newer version began", replace(BOTH, last=date(2027, 1, 31), replaced_on=TODAY), State.ENDED),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "known", "state"), STATES, ids=[row[0] for row in STATES])
def test_where_it_stands_today(sentence: str, known: Pact, state: State) -> None:
    assert known.state(TODAY) == state, sentence


ENDS = [
    ("its term", BOTH, (LAST, Cause.TERM)),
    ("nothing", replace(BOTH, last=None), None),
    ("an exit that leaves one", pact(bond(RANST), bond(ZANDHOVEN, leaves=LEAVES)), (LEAVES, Cause.EXIT)),
    ("an exit that leaves two does not end it", replace(THREE, bonds=(*BOTH.bonds, bond(BRECHT, leaves=LEAVES))), (LAST, Cause.TERM)),
    ("the last but one of three exits",
     pact(bond(RANST, leaves=date(2027, 4, 1)), bond(ZANDHOVEN, leaves=date(2027, 5, 1)), bond(BRECHT, leaves=LEAVES)),
     (date(2027, 5, 1), Cause.EXIT)),
    ("a newer version, the day before it begins", replace(BOTH, replaced_on=LEAVES), (date(2027, 6, 29), Cause.SUCCESSOR)),
    ("an exit after its term changes nothing", pact(bond(RANST), bond(ZANDHOVEN, leaves=date(2029, 1, 1))), (LAST, Cause.TERM)),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "known", "end"), ENDS, ids=[row[0] for row in ENDS])
def test_what_ends_it_and_when(sentence: str, known: Pact, end: tuple[date, Cause] | None) -> None:
    assert known.ending == end, sentence


MARCH = date(2027, 3, 15)
SPELLS = [
    ("approved before the first day", BOTH, bond(RANST), (FIRST, LAST)),
    ("approved after the first day", BOTH, bond(BRECHT, MARCH), (MARCH, LAST)),
    ("joins later than it approved", BOTH, bond(BRECHT, joins=MARCH), (MARCH, LAST)),
    ("approved after the day on which it wanted to join", BOTH, bond(BRECHT, MARCH, joins=date(2027, 3, 1)), (MARCH, LAST)),
    ("has not approved", BOTH, bond(BRECHT, None), None),
    ("gave notice", THREE, bond(BRECHT, leaves=LEAVES), (FIRST, LEAVES)),
    ("left before it was bound", THREE, bond(BRECHT, MARCH, leaves=date(2027, 3, 14)), None),
    ("without an end", replace(BOTH, last=None), bond(RANST), (FIRST, None)),
    ("an older version that is replaced", replace(BOTH, replaced_on=MARCH), bond(RANST), (FIRST, date(2027, 3, 14))),
    ("a newer version begins for all when the last approved",
     pact(bond(RANST), bond(ZANDHOVEN, MARCH), succeeds=True), bond(RANST), (MARCH, LAST)),
    ("a newer version that is not approved by all", pact(bond(RANST), bond(ZANDHOVEN, None), succeeds=True), bond(RANST), None),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "known", "party", "spell"), SPELLS, ids=[row[0] for row in SPELLS])
def test_from_when_until_when_a_party_is_bound(sentence: str, known: Pact, party: Bond, spell: tuple[date, date | None] | None) -> None:
    assert known.spell(party) == spell, sentence


def test_an_older_version_ends_the_day_before_the_newer_begins() -> None:
    newer = pact(bond(RANST), bond(ZANDHOVEN, MARCH), first=date(2027, 1, 1), succeeds=True)
    found = chained({1: BOTH, 2: newer}, {2: 1})
    assert found[1].ending == (date(2027, 3, 14), Cause.SUCCESSOR)
    assert found[2].begins == MARCH


def test_a_version_that_awaits_an_approval_or_is_a_draft_ends_nothing() -> None:
    waiting = pact(bond(RANST), bond(ZANDHOVEN, None), first=MARCH, succeeds=True)
    draft = replace(waiting, bonds=BOTH.bonds, draft=True)
    for newer in (waiting, draft):
        assert chained({1: BOTH, 2: newer}, {2: 1})[1].ending == (LAST, Cause.TERM)


APRIL, JULY = date(2027, 4, 10), date(2027, 7, 1)
NOTICE = bond(BRECHT, leaves=LEAVES, given=APRIL)  # on the older version
AFTER_NOTICE = [
    ("it had not approved the newer: that begins without it, once it has left", NOTICE, bond(BRECHT, None), JULY, None),
    ("it had approved the newer before: it leaves both", NOTICE, bond(BRECHT, MARCH), MARCH, (MARCH, LEAVES)),
    ("it approved the newer afterwards: it stays", NOTICE, bond(BRECHT, date(2027, 4, 11)), date(2027, 4, 11), (date(2027, 4, 11), LAST)),
    ("it approved the newer when it had left: it joins from then on", NOTICE, bond(BRECHT, date(2027, 8, 1)), MARCH,
     (date(2027, 8, 1), LAST)),
    ("it leaves before the newer begins",
     replace(NOTICE, leaves_on=date(2027, 2, 28), given_on=date(2026, 12, 20)), bond(BRECHT), MARCH, None),
    ("nobody knows when it gave notice: its approval of the newer holds",
     replace(NOTICE, given_on=None), bond(BRECHT), MARCH, (MARCH, LAST)),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "older", "newer", "begins", "spell"), AFTER_NOTICE, ids=[row[0] for row in AFTER_NOTICE])
def test_notice_on_the_older_version_holds_for_the_newer(
    sentence: str, older: Bond, newer: Bond, begins: date, spell: tuple[date, date | None] | None
) -> None:
    version = pact(bond(RANST), bond(ZANDHOVEN, MARCH), newer, first=date(2027, 3, 1), succeeds=True)
    found = chained({1: replace(THREE, bonds=(*BOTH.bonds, older)), 2: version}, {2: 1})
    assert found[2].begins == begins, sentence
    assert found[1].ending == (begins - timedelta(days=1), Cause.SUCCESSOR), sentence
    assert found[2].spell(found[2].bonds[2]) == spell, sentence
    assert BRECHT not in found[2].missing, sentence


def test_a_newer_version_of_two_dies_with_the_notice_of_one() -> None:
    """It binds nobody ever, so it must not go on awaiting, nor end the older one before its own day."""
    older = pact(bond(RANST), NOTICE)
    for newer in (pact(bond(RANST), bond(BRECHT, None), succeeds=True), pact(bond(RANST, None), bond(BRECHT, None), succeeds=True)):
        found = chained({1: older, 2: newer}, {2: 1})
        assert (found[2].begins, found[2].state(TODAY), found[1].ending) == (None, State.TERMINATED, (LEAVES, Cause.EXIT))


def test_notice_goes_on_to_the_version_after_the_newer() -> None:
    versions = [pact(*BOTH.bonds, bond(BRECHT, None), first=first, succeeds=True) for first in (MARCH, date(2027, 5, 1))]
    found = chained({1: replace(THREE, bonds=(*BOTH.bonds, NOTICE)), 2: versions[0], 3: versions[1]}, {3: 2, 2: 1})
    assert [found[key].missing for key in (2, 3)] == [(), ()]


def test_every_version_knows_the_first() -> None:
    assert roots({3: 2, 2: 1}, [1, 2, 3, 4]) == {1: 1, 2: 1, 3: 1, 4: 4}
