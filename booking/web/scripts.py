"""What a browser may run: two scripts of ours to hand out, each answer's nonce, and the policy that allows nothing else."""

from __future__ import annotations

import secrets
from functools import cache
from pathlib import Path

from flask import Flask, current_app, g, request

SCRIPTS = ("vendor/htmx.min.js", "vendor/hx-csp.min.js")  # fetched by dev.py; every page works without them

BY_OURSELVES = "script-src 'self'"
POLICY = "; ".join((
    "default-src 'none'", BY_OURSELVES, "style-src 'self'", "img-src 'self' data:", "font-src 'self'", "connect-src 'self'",
    "manifest-src 'self'", "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'",
    "require-trusted-types-for 'script'", "trusted-types htmx streekdepot",  # HTML of text by htmx alone, our worker by later.js
))  # fmt: skip


def hang(app: Flask) -> None:
    """Teach the templates `scripts()` and `nonce()`."""
    app.jinja_env.globals.update(scripts=scripts, nonce=nonce)


def scripts() -> tuple[str, ...]:
    """The scripts of a page, in their order; none where they were not fetched."""
    return _fetched(Path(current_app.static_folder or ""))


def nonce() -> str:
    """This answer's nonce. htmx minds an element only when its data-hx-nonce is the nonce of the answer that brought it."""
    if "nonce" not in g:
        g.nonce = secrets.token_urlsafe(16)
    return g.nonce


def wants_part() -> bool:
    """True when htmx asks for the part of a page that it will replace, and not for a page to take a piece from."""
    return request.headers.get("HX-Request-Type") == "partial"


def policy() -> str:
    """The Content-Security-Policy of this answer; it names a nonce when the page has used one."""
    return POLICY.replace(BY_OURSELVES, f"{BY_OURSELVES} 'nonce-{g.nonce}'") if "nonce" in g else POLICY


@cache
def _fetched(folder: Path) -> tuple[str, ...]:
    return SCRIPTS if all((folder / name).is_file() for name in SCRIPTS) else ()
