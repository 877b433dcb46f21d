#!/usr/bin/env python3
"""Set-up, run, test, bench and lint for a machine that has only Python: this file needs the standard library alone."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryFile
from threading import Thread
from typing import IO

from requirements.install import BIN, PYTHON, VENV, install, make_venv, node_tools, vendor
from requirements.lock import lock_node, lock_python
from requirements.system import ROOT, WINDOWS, call, chromium, debian_package, stop

INSTANCE = ROOT / "instance"
AUDIT = ROOT / "tests" / "tools" / "audit"


# ── The commands ──────────────────────────────────────────────────────────────────────────────────────────────────────


def run(_arguments: list[str]) -> int:
    """serve the demo region on http://127.0.0.1:5000 (PORT changes it), with its jobs beside it"""
    install("runtime")
    port = os.environ.get("PORT", "5000")
    address = f"http://127.0.0.1:{port}"
    environment = {"BASE_URL": address, "STREEKDEPOT_DEMO": "1", **os.environ}
    refuse_taken_port(int(port))
    vendoring = Thread(target=vendor)  # beside the demo region: on a fresh machine both take a while
    vendoring.start()
    demo = demo_region(environment)
    vendoring.join()
    server = ["app.py"] if WINDOWS else [*GUNICORN, "--bind", f"127.0.0.1:{port}"]
    with started([PYTHON, *server], environment) as web, started([PYTHON, *FLASK, "jobs"], environment) as jobs:
        wait_until_ready(f"{address}/readyz", web)
        print(f"\nStreekdepot serves on {address}  (Ctrl-C stops it)\n{sign_ins(demo)}", flush=True)
        while web.poll() is None and jobs.poll() is None:
            time.sleep(0.2)
        ended = "jobs process" if web.poll() is None else "server"
    stop(f"The {ended} ended by itself; what it said stands above.")


def test(arguments: list[str]) -> int:
    """lint and every test; with arguments, only what pytest selects by them"""
    environment = testing("lint")
    if arguments:
        return pytest(arguments, environment)
    with TemporaryFile() as told, started([PYTHON, "dev.py", "lint"], environment, output=told) as linting:  # beside the tests
        side_by_side = ["-n", "2", "--dist", "loadfile", "--no-loadscope-reorder"]  # in the order that tests/conftest.py gives them
        together = pytest([*side_by_side, "-m", "not race and not release"], environment)
        untidy = linting.wait()
        told.seek(0)
        print(told.read().decode(), flush=True)
    alone = pytest(["-m", "race and not release"], environment)
    return untidy or together or alone


def test_release(arguments: list[str]) -> int:
    """the long tests: races, kills and fuzzing at release size (up to three hours)"""
    return pytest(["-m", "release", *arguments], testing())


def bench(arguments: list[str]) -> int:
    """measure against the limits of this machine; ROWS=2000000 for the long run"""
    install("test")
    return call([PYTHON, "-m", "bench", *arguments])


def lint(_arguments: list[str]) -> int:
    """ruff, mypy, the arrow of imports, templates"""
    install("lint")
    checks = (
        ["ruff", "check", ".", "--output-format", "concise"],
        ["mypy"],
        ["lint-imports", "--no-logo", "--cache-dir", ".cache/import-linter"],
        ["djlint", "templates", "--lint", "--quiet"],
    )
    worst = 0
    for name, *options in checks:
        print(f"── {name}", flush=True)
        worst = max(worst, call([BIN / name, *options]))
    return worst


def jobs(_arguments: list[str]) -> int:
    """the scheduler alone: mails, expiries, reminders"""
    install("runtime")
    return call([PYTHON, *FLASK, "jobs"])


def pictures(arguments: list[str]) -> int:
    """photograph the screens of the demo, wide and small, light and dark, into pictures/"""
    return call([PYTHON, "-m", "tests.tools.pictures", *arguments], testing())


def audit(arguments: list[str]) -> int:
    """Lighthouse on the search, asset and planning page of the demo; fails under 95"""
    environment = testing()
    return node_tools(AUDIT) or call([PYTHON, "-m", "tests.tools.audit", *arguments], environment)


def fetch(_arguments: list[str]) -> int:
    """only put the scripts that browsers get into static/vendor; a server that makes no use of `run` needs it once"""
    return vendor()


def lock(arguments: list[str]) -> int:
    """write requirements/ and the npm locks anew; --upgrade takes newer releases of the Python packages"""
    lock_python(arguments)
    lock_node()
    return 0


def show_help(_arguments: list[str]) -> int:
    """this list"""
    print("python3 dev.py COMMAND, or make COMMAND\n")
    for name, command in COMMANDS.items():
        print(f"  {name:<14}{command.__doc__}")
    return 0


THE_COMMANDS = (run, test, test_release, bench, lint, pictures, audit, jobs, fetch, lock)
COMMANDS = {command.__name__.replace("_", "-"): command for command in THE_COMMANDS}
COMMANDS["help"] = show_help


# ── Running ───────────────────────────────────────────────────────────────────────────────────────────────────────────

FLASK = ("-m", "flask", "--app", "app")
GUNICORN = ("-m", *"gunicorn app:create_app() --preload --worker-class gthread --workers 2 --threads 4 --log-level warning".split())


def testing(*more: str) -> dict[str, str]:
    """What the tests need, set up, and more of requirements/; returns the environment that they run in."""
    if not PYTHON.exists():
        make_venv(VENV)
    with ThreadPoolExecutor() as beside:
        scripts = beside.submit(lambda: (node_tools(), vendor()))
        for name in ("test", *more):
            install(name)
        scripts.result()
    if call([PYTHON, "-m", "playwright", "--version"], quiet=True):  # its driver brings its own Node, but not the library below
        debian_package("libatomic1", "What drives the browser lacks a library.")
    return {**os.environ, "CHROMIUM": chromium()}


def flask(environment: dict[str, str], command: str, *options: str, output: Path | None = None) -> None:
    """One command of the application, its answer kept in `output` if that is given; stops when it fails."""
    part = output.with_suffix(".part") if output else None
    with part.open("w", encoding="utf-8") if part else contextlib.nullcontext() as target:
        code = subprocess.run([PYTHON, *FLASK, command, *options], cwd=ROOT, env=environment, stdout=target, check=False).returncode
    if code:
        stop(f"`flask --app app {command}` failed with exit code {code}.")
    if part and output:
        part.replace(output)


def demo_region(environment: dict[str, str]) -> dict:
    """The database made or migrated, and the demo region in it: loaded once, then left as people changed it."""
    database = environment.get("DATABASE_URL", "")
    note = INSTANCE / (f"demo-{hashlib.sha256(database.encode()).hexdigest()[:8]}.json" if database else "demo.json")
    if not database and not (INSTANCE / "streekdepot.sqlite").exists():
        note.unlink(missing_ok=True)
    flask(environment, "init")
    if not note.exists():
        print("Loading the demo region (once) …", flush=True)
        flask(environment, "demo", "--json", output=note)
    return json.loads(note.read_text(encoding="utf-8"))


def sign_ins(demo: dict, limit: int = 6) -> str:
    """A few accounts to look around with, the most different first."""
    names = {authority["id"]: authority["name"] for authority in demo["authorities"]}
    shown: dict[str, str] = {}
    for account in demo["accounts"]:
        roles = account["roles"]
        kind = roles[0]["role"] if roles else "borrower"
        where = names.get(roles[0]["authority"], "") if roles else ""
        shown.setdefault(kind, f"  {account['email']:<44} {account['password']:<24} {kind} {where}".rstrip())
    return "\n".join(list(shown.values())[:limit])


@contextlib.contextmanager
def started(command: list, environment: dict[str, str], output: IO[bytes] | None = None) -> Iterator[subprocess.Popen]:
    """A process in a group of its own, asked to stop at the end and killed when it does not; what it says goes to `output` if given."""
    process = subprocess.Popen(
        command, cwd=ROOT, env=environment, start_new_session=not WINDOWS, stdout=output, stderr=subprocess.STDOUT if output else None
    )
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()


def wait_until_ready(address: str, process: subprocess.Popen, seconds: int = 60) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if process.poll() is not None:
            stop("The server ended before it was ready; what it said stands above.")
        with contextlib.suppress(urllib.error.URLError, OSError):
            urllib.request.urlopen(address, timeout=2).close()
            return
        time.sleep(0.1)
    stop(f"The server did not become ready within {seconds} s.")


def refuse_taken_port(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 0 if WINDOWS else 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            stop(f"Port {port} is in use. Choose another: PORT={port + 1} make run")


def pytest(arguments: list[str], environment: dict[str, str]) -> int:
    return call([PYTHON, "-m", "pytest", "--durations", "25", "--durations-min", "1", *arguments], environment)


def main(arguments: list[str]) -> int:
    if sys.version_info < (3, 11):
        stop(f"Streekdepot needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
    command = COMMANDS.get(arguments[0] if arguments else "help")
    if command is None:
        show_help([])
        stop(f"There is no command {arguments[0]!r}.")
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # each start, and dozens of a test run, read the same thousand modules: compiled once
    for number in {signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)}:
        signal.signal(number, lambda *_: sys.exit(0))
    try:
        return command(arguments[1:])
    except KeyboardInterrupt:
        return 0 if command in (run, jobs) else 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
