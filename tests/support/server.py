"""The product as it runs in production: gunicorn with several workers, in a process group that a test may kill."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import requests

from tests.support.nursery import Born
from tests.support.ports import free_port

ROOT = Path(__file__).resolve().parents[2]
SECRET = "for tests on this machine only"
QUICK_HASH = "1,8,1"  # argon2 at its cheapest: passwords of the tests protect nothing


class Server:
    """One gunicorn group on a loopback port. `url` stays the same over `kill` and `start`; `log` holds what it printed.

    It is born knowing the product (tests/support/nursery.py), unless it is `fresh`: then it starts as an operator starts it.
    """

    def __init__(
        self, folder: Path, database: str, *, workers: int, threads: int, tree: Path, fresh: bool, environment: dict[str, str]
    ) -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.log = folder / f"server-{self.port}.log"
        self.workers, self.threads, self.tree, self.fresh = workers, threads, tree, fresh or tree != ROOT
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith(("STREEKDEPOT_", "FLASK_"))},
            "DATABASE_URL": database,
            "SECRET_KEY": SECRET,
            "STREEKDEPOT_ARGON2": QUICK_HASH,
            "BASE_URL": self.url,
            "STREEKDEPOT_INSTANCE": str(folder / f"instance-{self.port}"),
            **environment,
        }
        self.process: subprocess.Popen[bytes] | Born | None = None

    def start(self, ready_within: float = 60) -> None:
        """Start the group and wait until `/readyz` says 200; raises RuntimeError with the end of the log when it does not."""
        wanted = ["app:create_app()", "--bind", f"127.0.0.1:{self.port}", "--preload"]
        wanted += ["--worker-class", "gthread", "--workers", str(self.workers), "--threads", str(self.threads), "--log-level", "warning"]
        if self.fresh:
            with self.log.open("ab") as output:
                command, told = [sys.executable, "-m", "gunicorn", *wanted], {"stdout": output, "stderr": output}
                self.process = subprocess.Popen(command, cwd=self.tree, env=self.environment, start_new_session=True, **told)
        else:
            self.process = Born(wanted, self.tree, self.environment, self.log)
        self.wait_until_ready(ready_within)

    def wait_until_ready(self, seconds: float = 60) -> None:
        """Wait for `/readyz`; raises RuntimeError with the end of the log after `seconds` or when the process has ended."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline and self.running:
            with suppress(requests.RequestException):
                if requests.get(f"{self.url}/readyz", timeout=2).status_code == 200:
                    return
            time.sleep(0.05)
        raise RuntimeError(f"{self.url} did not become ready:\n{self.tail()}")

    @property
    def running(self) -> bool:
        """Whether the group's master lives."""
        return self.process is not None and self.process.poll() is None

    def kill(self, number: signal.Signals = signal.SIGKILL) -> None:
        """Send one signal to the whole group at once; SIGKILL is how a machine dies."""
        if self.process is not None:
            with suppress(ProcessLookupError):
                os.killpg(self.process.pid, number)
            if number == signal.SIGKILL:
                self.process.wait(timeout=10)

    def stop(self) -> None:
        """Stop in good order, by force after ten seconds."""
        if self.process is not None and self.running:
            self.process.terminate()
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(timeout=10)
        self.kill()

    def tail(self, characters: int = 4000) -> str:
        """The end of what the group printed."""
        return self.log.read_text(errors="replace")[-characters:] if self.log.exists() else ""


@contextmanager
def serving(
    folder: Path, database: str, *, workers: int = 2, threads: int = 4, tree: Path = ROOT, fresh: bool = False, **environment: str
) -> Iterator[Server]:
    """The product on `database`, ready for requests; `environment` is added to what production is given, `tree` is where its files are.

    It ends as a machine does: to stop in good order takes a second, and has a test of its own.
    """
    server = Server(folder, database, workers=workers, threads=threads, tree=tree, fresh=fresh, environment=environment)
    try:
        server.start()
        yield server
    finally:
        server.kill()
