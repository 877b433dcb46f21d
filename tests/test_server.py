"""The product as production runs it: ready on both engines, and back after its death with what it had acknowledged."""

from __future__ import annotations

import requests

from tests.support.server import Server


def test_it_is_ready_comes_back_at_the_same_address_after_the_whole_group_was_killed_and_stops_in_good_order(server: Server) -> None:
    assert requests.get(f"{server.url}/healthz", timeout=20).status_code == 200
    assert requests.get(f"{server.url}/readyz", timeout=20).status_code == 200
    server.kill()
    assert not server.running
    server.start()
    assert requests.get(f"{server.url}/readyz", timeout=20).status_code == 200
    server.stop()
    assert server.process is not None
    assert server.process.returncode == 0, server.tail()
