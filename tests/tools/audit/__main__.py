"""Lighthouse on the demo's search, asset and planning page, as on a slow phone and on a desk; fails when a mark is under 0.95."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from requirements.install import NODE, with_node
from requirements.system import chromium
from tests.browser.pages import SCREENS
from tests.support.browser import FLAGS
from tests.tools.demo_site import demo_site

LIGHTHOUSE = Path(__file__).parent / "node_modules" / "lighthouse" / "cli" / "index.js"
AUDITED = ("search-found", "asset", "planning")
MARKS = ("performance", "accessibility", "best-practices")
DEVICES = {"phone": (), "desk": ("--preset=desktop",)}
ENOUGH = 0.95
TRIES = 3


def main() -> int:
    """Print a row per page and device; what cost marks stands below it."""
    low = 0
    with demo_site() as (scene, site):
        print(f"{'page':<16}{'device':<8}" + "".join(f"{mark:<16}" for mark in MARKS), flush=True)
        for screen in (screen for screen in SCREENS if screen.name in AUDITED):
            for device, options in DEVICES.items():
                report = audited(site.url + scene.address(screen), options)
                marks = [report["categories"][mark]["score"] or 0 for mark in MARKS]
                print(f"{screen.name:<16}{device:<8}" + "".join(f"{mark:<16.2f}" for mark in marks), flush=True)
                print("".join(f"    {fault}\n" for fault in faults(report)), end="", flush=True)
                low += min(marks) < ENOUGH
    return 1 if low else 0


def audited(url: str, options: tuple[str, ...]) -> dict:
    """What Lighthouse reports of one page. Raises CalledProcessError when it cannot tell three times: now and then it does not find the
    start of the page in what Chromium recorded (NO_NAVSTART), which says nothing about the page.
    """
    for _ in range(TRIES - 1):
        with suppress(subprocess.CalledProcessError):
            return _audited(url, options)
    return _audited(url, options)


def _audited(url: str, options: tuple[str, ...]) -> dict:
    with TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        flags = f"--chrome-flags={' '.join((*FLAGS, '--headless=new', '--no-sandbox'))}"
        wanted = (f"--only-categories={','.join(MARKS)}", "--output=json", f"--output-path={report}", "--quiet")
        command = [NODE, LIGHTHOUSE, url, flags, *wanted, *options]
        subprocess.run(command, env={**with_node(), "CHROME_PATH": chromium()}, stdout=subprocess.DEVNULL, check=True)
        return json.loads(report.read_text(encoding="utf-8"))


def faults(report: dict) -> list[str]:
    """The audits that count and that are not perfect, the heaviest first: what is missing, in Lighthouse's own words."""
    counted = {one["id"]: one["weight"] for mark in MARKS for one in report["categories"][mark]["auditRefs"] if one["weight"]}
    poor = [report["audits"][name] for name in counted if report["audits"][name]["score"] not in {None, 1}]
    poor.sort(key=lambda audit: -counted[audit["id"]] * (1 - audit["score"]))
    return [f"{audit['score']:.2f}  {audit['title']}  {audit.get('displayValue', '')}".rstrip() for audit in poor]


if __name__ == "__main__":
    sys.exit(main())
