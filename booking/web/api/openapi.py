"""The OpenAPI document, read off the routes themselves: each view says what it takes and gives, and the same words check what comes in."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, TypeVar

from flask import Blueprint, Flask, Response, current_app
from werkzeug.routing import Rule

from booking.rules.permissions import ALLOWED, Standing
from booking.services.idempotency import LONGEST_KEY
from booking.web.access import requires
from booking.web.api.schemas.outputs import COMPONENTS
from booking.web.api.schemas.parts import COUNT, STRING, Schema, ref, thing

PREFIX = "/api/v1"
READING = (401, 403, 422, 503)
WRITING = (400, 401, 403, 404, 409, 413, 415, 422, 503)
KEY_HEADER = "Idempotency-Key"
NO_FIELDS = thing({})

_PARAMETERS = {
    "reference": {**STRING, "description": "Such as SD-2027-000123"},
    "number": {**COUNT, "minimum": 1, "maximum": 999, "description": "The line's number, from 1"},
}
_MEANING = {
    400: "The request cannot be read, or lacks its key",
    401: "No token, or one that does not count any more",
    403: "You may look but not do this",
    404: "There is none, or it is not yours",
    409: "Taken, already done, or still being handled",
    413: "Larger than 200 kB",
    415: "Not JSON",
    422: "A field is wrong, or a rule refuses",
    503: "Too busy; nothing was kept",
}

pages = Blueprint("openapi", __name__)
View = TypeVar("View", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Operation:
    """What a view takes and gives."""

    summary: str
    gives: str
    status: int = 200
    query: Schema | None = None
    body: Schema | None = None
    keyed: bool = False


def described(summary: str, gives: str, **more: Any) -> Callable[[View], View]:
    """Declare what a view takes and gives; `gives` names a component, the rest are fields of Operation."""

    def declare(view: View) -> View:
        view.operation = Operation(summary, gives, **more)  # type: ignore[attr-defined]
        return view

    return declare


@pages.get("/openapi.json")
@requires("door.open")
def show() -> Response:
    """The document itself."""
    kept = current_app.extensions
    if "openapi" not in kept:
        kept["openapi"] = json.dumps(document(current_app), ensure_ascii=False)
    return Response(kept["openapi"], mimetype="application/json")


def document(app: Flask) -> dict[str, Any]:
    """The OpenAPI 3.1 document of the application. Raises AttributeError for a route under the prefix that describes nothing."""
    paths: dict[str, dict[str, Any]] = {}
    for rule in sorted(app.url_map.iter_rules(), key=lambda rule: rule.rule):
        view = app.view_functions[rule.endpoint]
        if rule.rule.startswith(f"{PREFIX}/") and view is not show:
            path = re.sub(r"<(?:[^:<>]+:)?(\w+)>", r"{\1}", rule.rule.removeprefix(PREFIX))
            for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
                paths.setdefault(path, {})[method.lower()] = _operation(rule, view)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Streekdepot",
            "version": "1",
            "description": "Equipment and halls of cooperating municipalities: what is free, on which terms, at which price, and why.",
        },
        "servers": [{"url": f"{app.config['BASE_URL']}{PREFIX}"}],
        "paths": paths,
        "components": {"schemas": COMPONENTS, "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}}},
    }


def _operation(rule: Rule, view: Callable[..., Any]) -> dict[str, Any]:
    told: Operation = view.operation  # type: ignore[attr-defined]
    act: str = view.act  # type: ignore[attr-defined]
    described_: dict[str, Any] = {
        "operationId": rule.endpoint.replace(".", "_"),
        "summary": told.summary,
        "tags": [rule.endpoint.split(".")[-2]],
        "security": [{"token": []}, *([{}] if Standing.ANYONE in ALLOWED[act] else [])],
        "parameters": _parameters(rule, told),
        "responses": {str(told.status): _answer(told.gives, HTTPStatus(told.status).phrase, "application/json")},
    }
    for status in READING if told.body is None else WRITING:
        described_["responses"][str(status)] = _answer("Problem", _MEANING[status], "application/problem+json")
    if told.body is None and rule.arguments:
        described_["responses"]["404"] = _answer("Problem", _MEANING[404], "application/problem+json")
    if told.body is not None:
        required = bool(told.body.get("required"))
        described_["requestBody"] = {"required": required, "content": {"application/json": {"schema": told.body}}}
    return described_


def _parameters(rule: Rule, told: Operation) -> list[dict[str, Any]]:
    found = [{"name": name, "in": "path", "required": True, "schema": _PARAMETERS[name]} for name in sorted(rule.arguments, reverse=True)]
    query: Mapping[str, Any] = told.query or NO_FIELDS
    for name, schema in query["properties"].items():
        found.append({"name": name, "in": "query", "required": name in query.get("required", ()), "schema": schema})
    if told.keyed:
        about = "A text of your own, new for every new request. Sent again within thirty days, the same request gets the same answer."
        schema = {**STRING, "minLength": 1, "maxLength": LONGEST_KEY}
        found.append({"name": KEY_HEADER, "in": "header", "required": True, "description": about, "schema": schema})
    return found


def _answer(component: str, about: str, mimetype: str) -> dict[str, Any]:
    return {"description": about, "content": {mimetype: {"schema": ref(component)}}}
