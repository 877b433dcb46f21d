"""The product as production runs it: ready on both engines, and back after its death with what it had acknowledged."""

from __future__ import annotations

import requests

from tests.support.server import Server


def test_it_is_alive_and_ready_on_a_migrated_database(server: Server) -> None:
    assert requests.get(f"{server.url}/healthz", timeout=5).status_code == 200
    assert requests.get(f"{server.url}/readyz", timeout=5).status_code == 200


def test_it_comes_back_at_the_same_address_after_the_whole_group_was_killed(server: Server) -> None:
    server.kill()
    assert not server.running
    server.start()
    assert requests.get(f"{server.url}/readyz", timeout=5).status_code == 200


def test_it_stops_in_good_order(server: Server) -> None:
    server.stop()
    assert server.process is not None
    assert server.process.returncode == 0, server.tail()
