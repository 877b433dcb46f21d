"""Many clients at once over HTTP: what each was answered, how long it took, and all of it in one line."""

from __future__ import annotations

import http.client
import json
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Barrier
from typing import Any, Self, TypeVar
from urllib.parse import urlsplit

T = TypeVar("T")

DROPPED = 0  # the status of a request whose connection ended before its answer came
PATIENCE = 30.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: an HTTP status (or DROPPED), the decoded body, and the seconds it took, connecting included."""

    status: int
    body: Any
    seconds: float

    @property
    def code(self) -> str:
        """Why it was refused, in the product's own word; empty where it was not."""
        return self.body.get("code", "") if isinstance(self.body, dict) else ""


@dataclass(frozen=True, slots=True)
class Caller:
    """Someone with a token. Every request has a connection of its own, so that each is free to reach either worker."""

    url: str
    token: str

    def ask(self, body: dict[str, Any], key: str) -> Answer:
        """Send a reservation under an idempotency key."""
        return self.send("POST", "/reservations", body, key)

    def send(self, method: str, path: str, body: dict[str, Any] | None = None, key: str | None = None) -> Answer:
        """Send one request to the API and wait for its answer; a connection that breaks is an answer too."""
        headers = {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"}
        if key is not None:
            headers["Idempotency-Key"] = key
        began = time.perf_counter()
        connection = http.client.HTTPConnection(urlsplit(self.url).netloc, timeout=PATIENCE)
        try:
            connection.request(method, f"/api/v1{path}", json.dumps(body or {}), headers)
            response = connection.getresponse()
            status, read = response.status, response.read()
            return Answer(status, json.loads(read), time.perf_counter() - began)
        except (OSError, http.client.HTTPException):
            return Answer(DROPPED, None, time.perf_counter() - began)
        finally:
            connection.close()


class Crowd:
    """So many threads that wait for each other before each of their acts."""

    def __init__(self, pool: ThreadPoolExecutor, size: int) -> None:
        self._pool = pool
        self._barrier = Barrier(size, timeout=PATIENCE)
        self.size = size

    def at_once(self, acts: Sequence[Callable[[], T]]) -> list[T]:
        """Do as many acts as there are members in the same instant; the results in the order of the acts."""
        assert len(acts) == self.size
        return list(self._pool.map(self._after_the_others, acts))

    def _after_the_others(self, act: Callable[[], T]) -> T:
        self._barrier.wait()
        return act()


@contextmanager
def crowd(size: int) -> Iterator[Crowd]:
    """A crowd that goes home afterwards."""
    with ThreadPoolExecutor(size) as pool:
        yield Crowd(pool, size)


@dataclass(slots=True)
class Tally:
    """All answers of one race."""

    answers: list[Answer]
    seconds: float

    @classmethod
    def of(cls, race: Callable[[], Iterable[Answer]]) -> Self:
        """Run a race and keep what came of it."""
        began = time.perf_counter()
        return cls(list(race()), time.perf_counter() - began)

    @property
    def statuses(self) -> Counter[int]:
        """How often each status was answered."""
        return Counter(answer.status for answer in self.answers)

    def __str__(self) -> str:
        told = ", ".join(f"{count} × {status or 'dropped'}" for status, count in sorted(self.statuses.items()))
        took = sorted(answer.seconds * 1000 for answer in self.answers if answer.status != DROPPED)
        p50, p99 = took[len(took) // 2], took[len(took) * 99 // 100]
        rate = len(took) / self.seconds
        return f"{told}; p50 {p50:.0f} ms, p99 {p99:.0f} ms, slowest {took[-1]:.0f} ms, {rate:.0f} per second"
