"""Answers for programs: RFC 9457 problem documents, and plain JSON of what the rules hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from http import HTTPStatus
from typing import Any

from flask import Response, current_app, request

from booking.rules.periods import Period
from booking.words import say

API = "/api/"


def is_api() -> bool:
    """True for the paths that programs use."""
    return request.path.startswith(API)


def problem(status: int, code: str, details: Mapping[str, Any], language: str) -> Response:
    """A problem document: `type` names the code, `title` the status, `detail` the sentence; details that are plain values come along.

    A detail that holds objects of the rules (judged lines, facts) stays inside: a door that may tell of them does so in its own words.
    """
    body = {
        **{name: plain(value) for name, value in details.items() if _is_plain(value)},
        "type": f"/problems/{code}",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "code": code,
        "detail": say(code, language, **details),
        "instance": request.path,
    }
    return Response(current_app.json.dumps(body), status, mimetype="application/problem+json")


def _is_plain(value: Any) -> bool:
    if isinstance(value, Mapping):
        return all(map(_is_plain, value.values()))
    if isinstance(value, list | tuple | set | frozenset):
        return all(map(_is_plain, value))
    return value is None or isinstance(value, str | int | float | Decimal | date | Period)


def plain(value: Any) -> Any:
    """`value` as JSON holds it: moments and dates as ISO 8601, periods as from and to, sets as sorted lists, else its text."""
    if value is None or isinstance(value, str | bool | int | float):
        return value
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Period):
        return {"from": plain(value.start), "to": plain(value.end)}
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, set | frozenset):
        return [plain(item) for item in sorted(value, key=str)]
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        return plain(asdict(value))
    return str(value) if not isinstance(value, Decimal) else format(value, "f")
