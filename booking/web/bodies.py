"""How large what is sent may be: what the configuration says, unless a page takes several photographs at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from flask import Flask, current_app, request

View = TypeVar("View", bound=Callable[..., Any])


def admits(most: int) -> Callable[[View], View]:
    """Let so many bytes in at this view."""

    def declare(view: View) -> View:
        view.admits = most  # type: ignore[attr-defined]
        return view

    return declare


def hang(app: Flask) -> None:
    """Set the limit of each request before anybody reads what it brings."""
    app.before_request(limit)


def limit() -> None:
    """Only what declares more gets more."""
    view = current_app.view_functions.get(request.endpoint or "")
    most = getattr(view, "admits", None)
    if most:
        request.max_content_length = most
