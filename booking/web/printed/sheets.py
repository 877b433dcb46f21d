"""What every printed sheet shares: it is answered as a PDF, and its QR codes hold addresses that stay good for years."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import Response, current_app, request, url_for

from booking.formats.pdf import render
from booking.formats.qr import SCREEN, svg
from booking.web.language import language


def printed(paper: str, data: Mapping[str, Any], name: str) -> Response:
    """A sheet to look at and to print, by this name (letters, figures and dashes) when it is kept."""
    pdf = render(paper, data, language())
    return Response(pdf, content_type="application/pdf", headers={"Content-Disposition": f'inline; filename="{name}.pdf"'})


def lasting(endpoint: str, **values: Any) -> str:
    """The whole address of a page in no language: whoever scans it reads it in their own."""
    return f"{current_app.config['BASE_URL']}{url_for(endpoint, **values).removeprefix(request.script_root)}"


def qr(address: str, said: str, strength: str = SCREEN) -> dict[str, str]:
    """A QR code for a paper, with the words for who cannot see it."""
    return {"svg": svg(address, said, strength).decode(), "alt": said}
