"""Makes `.venv`, `node_modules` and `static/vendor` hold what the locks say; at once when they already do."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import sys
from pathlib import Path

from requirements.system import ROOT, WINDOWS, call, debian_package, stop

VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if WINDOWS else "bin")
PYTHON = BIN / ("python.exe" if WINDOWS else "python")
NODE = BIN / ("node.exe" if WINDOWS else "node")
QUIETLY = ("-qq", "--disable-pip-version-check", "--no-input")

VENDOR = ROOT / "static" / "vendor"
MODULES = ROOT / "node_modules"
TOOLS = ".tools.sha256"  # the stamp of an installation that is complete
SCRIPTS = ("htmx.org/dist/htmx.min.js", "htmx.org/dist/ext/hx-csp.min.js")  # all that browsers get of other people's making


# ── Python ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def install(name: str) -> None:
    """Make `.venv` hold what requirements/<name>.txt says."""
    requirements = ROOT / "requirements" / f"{name}.txt"
    stamp, wanted = VENV / f"{name}.sha256", digest(requirements)
    if PYTHON.exists() and stamped(stamp, wanted):
        return
    if not PYTHON.exists():
        make_venv(VENV)
    print(f"Installing {requirements.relative_to(ROOT)} into .venv …", flush=True)
    if call([PYTHON, "-m", "pip", "install", *QUIETLY, "--require-hashes", "--only-binary", ":all:", "-r", requirements]):
        stop("pip could not install the locked packages; what it said stands above.")
    stamp.write_text(wanted)


def make_venv(folder: Path) -> None:
    """A virtual environment, made anew."""
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    if not importlib.util.find_spec("ensurepip"):  # Debian and Ubuntu ship it apart from Python
        debian_package(f"python{version}-venv", "This Python cannot make virtual environments.")
    if call([sys.executable, "-m", "venv", "--clear", folder]):
        stop(f"{folder.name} could not be made; on Debian or Ubuntu: apt-get install python{version}-venv")


# ── The browser's side ────────────────────────────────────────────────────────────────────────────────────────────────


def vendor() -> int:
    """Put the scripts that browsers get into static/vendor. Pages work without them, so a failure is told and no reason to stop."""
    stamp, wanted = ROOT / ".cache" / "vendor.sha256", digest(ROOT / "package-lock.json")
    if stamped(stamp, wanted) and all((VENDOR / Path(script).name).exists() for script in SCRIPTS):
        return 0
    if not stamped(MODULES / TOOLS, wanted) and npm_ci(ROOT, "--omit=dev"):
        print("The scripts for browsers could not be fetched: pages work without them. `python3 dev.py fetch` tries again.", flush=True)
        return 1
    VENDOR.mkdir(parents=True, exist_ok=True)
    for script in SCRIPTS:
        shutil.copyfile(MODULES / script, VENDOR / Path(script).name)
    stamp.parent.mkdir(exist_ok=True)
    stamp.write_text(wanted)
    return 0


def node_tools(folder: Path = ROOT) -> int:
    """Make `node_modules` of a folder hold all that its lock says, what only tests and measurements need included; returns an exit code."""
    stamp, wanted = folder / "node_modules" / TOOLS, digest(folder / "package-lock.json")
    if stamped(stamp, wanted):
        return 0
    if npm_ci(folder):
        print(f"npm could not install what {folder.name}/package-lock.json says: what asks for it will fail.", flush=True)
        return 1
    stamp.write_text(wanted)
    return 0


def npm_ci(folder: Path, *options: str) -> int:
    """Install exactly what the folder's package-lock.json says with the Node of the wheel; returns an exit code."""
    install("assets")
    print(f"Installing {(folder / 'package-lock.json').relative_to(ROOT)} …", flush=True)
    return call([*npm(), "ci", "--prefix", folder, "--loglevel", "error", *options], with_node(), quiet=True)


def npm() -> list:
    """The command that starts npm."""
    return [BIN / ("npm.cmd" if WINDOWS and (BIN / "npm.cmd").exists() else "npm.exe" if WINDOWS else "npm")]


def with_node() -> dict[str, str]:
    """An environment in which `node` is the one of the wheel."""
    return {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ.get('PATH', '')}"}


# ── Stamps ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def digest(file: Path) -> str:
    """The fingerprint of a lock."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


def stamped(stamp: Path, wanted: str) -> bool:
    """True when this lock was installed before."""
    return stamp.exists() and stamp.read_text() == wanted
