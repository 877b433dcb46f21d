"""Writes the locks anew from pyproject.toml and the package.json files: hashes of everything, addresses of nothing."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from requirements.install import BIN, PYTHON, QUIETLY, install, make_venv, npm, with_node
from requirements.system import ROOT, call, stop

UV = "uv==0.13.9"  # locks only; nobody who runs or tests the product needs it

EVERYWHERE = ("--universal", "--python-version", "3.11", "--generate-hashes")
PLAIN = ("--no-emit-index-url", "--no-annotate", "--no-header", "--quiet")
AGREED = ("--constraints", "requirements/test.txt")
LOCKS = {
    "test": ("pyproject.toml", "--group", "test"),
    "runtime": ("pyproject.toml", *AGREED),
    "lint": ("pyproject.toml", "--group", "lint", *AGREED),
    "assets": ("--group", "assets"),
}
NODE = (ROOT, ROOT / "tests" / "tools" / "audit")


def lock_python(options: list[str]) -> None:
    """requirements/*.txt; stops when something cannot be resolved."""
    uv = shutil.which("uv") or private_uv()
    for name, asked in LOCKS.items():
        target = f"requirements/{name}.txt"
        if call([uv, "pip", "compile", *asked, *EVERYWHERE, *PLAIN, "--output-file", target, *options]):
            stop(f"{target} could not be resolved.")


def lock_node() -> None:
    """Every package-lock.json. package.json names exact releases, so nothing is upgraded unasked."""
    install("assets")
    for folder in NODE:
        if call([*npm(), "install", "--package-lock-only", "--loglevel", "error", "--prefix", folder], with_node(), quiet=True):
            stop(f"{(folder / 'package-lock.json').relative_to(ROOT)} could not be resolved.")
        forget_addresses(folder / "package-lock.json")


def forget_addresses(lock: Path) -> None:
    """A lock holds what is needed to install and to verify: where to send money and where a package came from are neither."""
    held = json.loads(lock.read_text(encoding="utf-8"))
    for package in held["packages"].values():
        package.pop("funding", None)
        package.pop("resolved", None)
    lock.write_text(json.dumps(held, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def private_uv() -> Path:
    """uv in a virtual environment of its own."""
    folder = ROOT / ".cache" / "uv"
    program = folder / BIN.name / "uv"
    if not program.exists():
        make_venv(folder)
        call([folder / BIN.name / PYTHON.name, "-m", "pip", "install", *QUIETLY, UV])
    return program
