"""Processes that are born knowing the product: it is imported once, and each of them is a copy of that one.

To import a thousand modules takes longer than most servers of the tests live.
"""

from __future__ import annotations

import os
import runpy
import subprocess
import sys
from functools import cache
from multiprocessing import forkserver, get_context
from multiprocessing.context import ForkServerContext
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest


@cache
def nursery() -> ForkServerContext:
    """Where they are born. It fills itself while whoever asked first goes on."""
    found = get_context("forkserver")
    found.set_forkserver_preload(["app", "gunicorn.app.wsgiapp"])
    with pytest.MonkeyPatch.context() as environment:
        environment.delenv("STREEKDEPOT_NOW", raising=False)  # the clock of the test that happens to ask first
        forkserver.ensure_running()
    return found


class Born:
    """What `python -m gunicorn` with these arguments would be: asked and stopped as a `subprocess.Popen` is."""

    def __init__(self, arguments: list[str], folder: Path, environment: dict[str, str], log: Path) -> None:
        self._process: BaseProcess = nursery().Process(target=_be_gunicorn, args=(arguments, folder, environment, log), daemon=True)
        self._process.start()
        self.pid, self.terminate = self._process.pid, self._process.terminate

    @property
    def returncode(self) -> int | None:
        """With what it ended, negative when a signal killed it; None while it lives."""
        return self._process.exitcode

    def poll(self) -> int | None:
        """The same, looked for now."""
        return self.returncode

    def wait(self, timeout: float) -> int | None:
        """Wait for its end; raises subprocess.TimeoutExpired."""
        self._process.join(timeout)
        if self._process.is_alive():
            raise subprocess.TimeoutExpired("gunicorn", timeout)
        return self.returncode


def _be_gunicorn(arguments: list[str], folder: Path, environment: dict[str, str], log: Path) -> None:
    os.setsid()
    with log.open("ab") as output:
        for told in (1, 2):
            os.dup2(output.fileno(), told)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = ["gunicorn", *arguments]
    runpy.run_module("gunicorn", run_name="__main__")
