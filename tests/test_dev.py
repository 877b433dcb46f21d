"""The one command that sets the house up: what it says, and that it starts at once the second time."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import requests

import dev
from tests.support.ports import free_port

DEMO = {
    "authorities": [{"id": 1, "name": "Ranst", "nis": "11035"}, {"id": 2, "name": "Wommelgem", "nis": "11052"}],
    "accounts": [
        {"email": "loket@ranst.example", "password": "a", "roles": [{"authority": 1, "role": "desk"}], "borrowers": []},
        {"email": "loket@wommelgem.example", "password": "b", "roles": [{"authority": 2, "role": "desk"}], "borrowers": []},
        {"email": "chiro@example.org", "password": "c", "roles": [], "borrowers": [7]},
    ],
}


def test_help_names_every_command_with_one_line_each(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main([]) == 0
    said = capsys.readouterr().out
    assert [line.split()[0] for line in said.splitlines()[2:]] == list(dev.COMMANDS)
    assert all(command.__doc__ and "\n" not in command.__doc__ for command in dev.COMMANDS.values())


def test_make_knows_the_same_commands() -> None:
    makefile = (dev.ROOT / "Makefile").read_text()
    phony = next(line for line in makefile.splitlines() if line.startswith(".PHONY:")).split()[1:]
    assert sorted(phony) == sorted(dev.COMMANDS)


def test_an_unknown_command_is_refused_by_name() -> None:
    with pytest.raises(SystemExit, match="no command 'serve'"):
        dev.main(["serve"])


def test_an_old_python_is_told_which_one_it_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 14))
    with pytest.raises(SystemExit, match=r"needs Python 3\.11 or newer"):
        dev.main(["run"])


def test_a_taken_port_is_refused_with_another_one_to_try() -> None:
    with dev.socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        port = holder.getsockname()[1]
        with pytest.raises(SystemExit, match=f"PORT={port + 1} make run"):
            dev.refuse_taken_port(port)


def test_one_sign_in_of_each_kind_is_shown() -> None:
    assert [line.split() for line in dev.sign_ins(DEMO).splitlines()] == [
        ["loket@ranst.example", "a", "desk", "Ranst"],
        ["chiro@example.org", "c", "borrower"],
    ]


def test_scripts_that_cannot_be_fetched_are_told_in_a_sentence_and_stop_nothing(tmp_path: Path) -> None:
    house = tmp_path / "house"
    shutil.copytree(dev.ROOT / "requirements", house / "requirements")
    for name in ("package.json", "package-lock.json", ".npmrc", ".venv"):
        (house / name).symlink_to(dev.ROOT / name)
    offline = {"npm_config_registry": "http://127.0.0.1:9", "npm_config_fetch_retries": "0", "npm_config_cache": str(tmp_path / "cache")}
    fetch = "from requirements.install import vendor; print(vendor())"
    environment = {**os.environ, **offline}
    said = subprocess.run([sys.executable, "-c", fetch], cwd=house, env=environment, capture_output=True, text=True, check=True)
    assert "pages work without them" in said.stdout
    assert said.stdout.splitlines()[-1] == "1"
    assert not (house / "static").exists()


@pytest.mark.release
def test_a_fresh_clone_serves_and_starts_within_five_seconds_the_second_time(tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "--quiet", dev.ROOT, clone], check=True)
    first, second = _seconds_to_ready(clone, limit=300), _seconds_to_ready(clone, limit=60)
    assert (clone / "instance/streekdepot.sqlite").stat().st_size > 0
    assert second <= 5, f"first start {first:.1f} s, second {second:.1f} s"


def _seconds_to_ready(clone: Path, limit: float) -> float:
    """Run `dev.py run` until it answers, then press Ctrl-C; raises TimeoutError."""
    port = str(free_port())
    started = time.monotonic()
    process = subprocess.Popen([sys.executable, "dev.py", "run"], cwd=clone, env={**os.environ, "PORT": port}, start_new_session=True)
    try:
        while time.monotonic() - started < limit and process.poll() is None:
            try:
                requests.get(f"http://127.0.0.1:{port}/readyz", timeout=2).raise_for_status()
                return time.monotonic() - started
            except requests.RequestException:
                time.sleep(0.1)
        raise TimeoutError(f"not ready after {limit} s (exit code {process.poll()})")
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=30)
