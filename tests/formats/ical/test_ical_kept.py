"""What was rendered once and did not change is not rendered again, within a bounded memory."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from booking.formats.ical import cached_event, render_event
from booking.formats.ical.kept import RENDERED, RenderedEvents


@pytest.fixture(autouse=True)
def _empty():
    RENDERED.clear()
    yield
    RENDERED.clear()


def test_an_event_is_rendered_again_only_when_its_sequence_rises(make_event):
    rendered = []

    def text(sequence: int) -> bytes:
        event = make_event(sequence=sequence)
        return cached_event((event.uid, event.sequence), lambda: rendered.append(sequence) or render_event(event))

    assert text(1) == text(1)
    assert text(2) != text(1)
    assert rendered == [1, 2]


def test_what_was_longest_out_of_use_goes_first_and_the_limit_holds():
    shelf = RenderedEvents(limit=30)
    for key in "abc":
        shelf.get(key, lambda: b"x" * 10)
    shelf.get("a", lambda: b"never asked")
    shelf.get("d", lambda: b"x" * 10)

    assert (len(shelf), shelf.size) == (3, 30)
    assert shelf.get("a", lambda: b"built again") == b"x" * 10
    assert shelf.get("b", lambda: b"built") == b"built"


def test_an_event_larger_than_the_limit_is_given_but_not_kept():
    shelf = RenderedEvents(limit=30)

    assert shelf.get("a", lambda: b"x" * 31) == b"x" * 31
    assert (len(shelf), shelf.size) == (0, 0)


def test_a_failed_rendering_is_not_kept():
    def fails() -> bytes:
        raise OSError("the first time")

    with pytest.raises(OSError, match="the first time"):
        cached_event("k", fails)
    assert cached_event("k", lambda: b"right") == b"right"


def test_threads_share_one_shelf_and_its_count_stays_true():
    shelf = RenderedEvents(limit=1_000)

    def work(seed: int) -> bool:
        keys = [(seed * 31 + n * n) % 97 for n in range(2_000)]
        return all(shelf.get(key, lambda key=key: bytes([key]) * (key + 1)) == bytes([key]) * (key + 1) for key in keys)

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(work, range(16)))
    assert shelf.size == sum(map(len, shelf._kept.values())) <= 1_000
