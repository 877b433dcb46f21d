"""Clients on loopback: bounded in number and time, one keep-alive connection each."""

from __future__ import annotations

import http.client
import json
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from statistics import median
from time import perf_counter
from typing import Any
from urllib.parse import urlsplit


def median_ms(act: Callable[[], Any], times: int, warm: int = 5) -> float:
    """The median time of one act in milliseconds, after a few that are not counted."""
    for _ in range(warm):
        act()
    taken = []
    for _ in range(times):
        start = perf_counter()
        act()
        taken.append(perf_counter() - start)
    return median(taken) * 1000


class Client:
    """One keep-alive connection."""

    def __init__(self, url: str, headers: dict[str, str] | None = None) -> None:
        self.connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=30)
        self.headers = headers or {}

    def get(self, path: str, **headers: str) -> tuple[int, bytes, dict[str, str]]:
        """Status, body and headers."""
        return self._ask("GET", path, None, headers)

    def post(self, path: str, body: dict[str, Any], **headers: str) -> tuple[int, bytes, dict[str, str]]:
        """Status, body and headers of a JSON post."""
        return self._ask("POST", path, json.dumps(body).encode(), {"Content-Type": "application/json", **headers})

    def _ask(self, method: str, path: str, body: bytes | None, headers: dict[str, str]) -> tuple[int, bytes, dict[str, str]]:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.connection.request(method, path, body, {**self.headers, **named})
        answer = self.connection.getresponse()
        return answer.status, answer.read(), dict(answer.getheaders())


def rate(
    url: str, clients: int, seconds: float, jobs: Iterator[Callable[[Client], int]], headers: dict[str, str]
) -> tuple[float, Counter[int]]:
    """Acts a second by so many clients at once, and how often each status came. `jobs` gives one act after the other."""
    lock, counts = threading.Lock(), Counter[int]()
    deadline = perf_counter() + seconds

    def work() -> None:
        client, mine = Client(url, headers), Counter[int]()
        while perf_counter() < deadline:
            with lock:
                job = next(jobs)
            mine[job(client)] += 1
        with lock:
            counts.update(mine)

    started = perf_counter()
    threads = [threading.Thread(target=work) for _ in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(counts.values()) / (perf_counter() - started), counts
