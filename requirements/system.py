"""What no Python package can bring: a browser to drive, and the parts that Debian ships apart from Python."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent
WINDOWS = os.name == "nt"

BROWSERS = (
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"),
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)


def chromium() -> str:
    """The browser that the tests drive: $CHROMIUM, else the first that is installed, else Debian's, else a clear refusal."""
    candidates = [name for name in (os.environ.get("CHROMIUM"), *BROWSERS) if name]
    found = next(filter(None, map(shutil.which, candidates)), None)
    if not found:
        debian_package("chromium", "The tests drive a real browser and found none.")
        found = shutil.which("chromium") or stop("Chromium was installed and is still not on the PATH; name it with CHROMIUM=/path/to/it.")
    return found


def debian_package(name: str, reason: str) -> None:
    """Install a system package where that is plainly allowed (Debian or Ubuntu, as root); elsewhere stop and name the command."""
    command = f"apt-get update && apt-get install -y --no-install-recommends {name}"
    if WINDOWS or os.geteuid() != 0 or not shutil.which("apt-get"):
        stop(f"{reason}\nOn Debian or Ubuntu: sudo sh -c '{command}'\nElsewhere: install {name} the way your system does, and try again.")
    print(f"{reason} Installing it: {command}", flush=True)
    if call(["sh", "-c", command], quiet=True):
        stop(f"That failed. Install {name} by hand and try again.")


def call(command: list, environment: dict[str, str] | None = None, *, quiet: bool = False) -> int:
    """Run it in the root of the house, tell its exit code."""
    output = subprocess.DEVNULL if quiet else None
    return subprocess.run(command, cwd=ROOT, env=environment, stdout=output, check=False).returncode


def stop(message: str) -> NoReturn:
    """End with a sentence for people."""
    sys.exit(f"\n{message}")
