"""Rendered events that did not change, kept in the memory of this process."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock


class RenderedEvents:
    """Bytes by key, at most `limit` bytes in all; what was longest out of use goes first. Threads may share it."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.size = 0
        self._kept: OrderedDict[Hashable, bytes] = OrderedDict()
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._kept)

    def get(self, key: Hashable, build: Callable[[], bytes]) -> bytes:
        """What is kept under `key`, or what `build` makes, which is then kept.

        Building happens outside the lock: two threads may build the same event once each, but none waits for another's.
        """
        with self._lock:
            if (kept := self._kept.get(key)) is not None:
                self._kept.move_to_end(key)
                return kept
        built = build()
        with self._lock:
            self.size += len(built) - len(self._kept.pop(key, b""))
            self._kept[key] = built
            while self.size > self.limit:
                self.size -= len(self._kept.popitem(last=False)[1])
        return built

    def clear(self) -> None:
        """Forget everything, as a process that just started."""
        with self._lock:
            self._kept.clear()
            self.size = 0


# About 50,000 events of ordinary length: more than a region has in sixty days back and a year ahead.
RENDERED = RenderedEvents(limit=48 * 2**20)


def cached_event(key: Hashable, build: Callable[[], bytes]) -> bytes:
    """The rendered event under `key`, built when this process has not got it.

    The key must name all that the bytes depend on: uid, sequence, and the audience and language they were worded for.
    """
    return RENDERED.get(key, build)
