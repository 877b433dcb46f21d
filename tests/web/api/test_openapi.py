"""The document is valid, tells of every route, and says exactly what is let in."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from flask import Flask
from hypothesis import given, settings
from jsonschema import Draft202012Validator, FormatChecker
from openapi_spec_validator import validate

from booking.rules.refusals import Refused
from booking.web.api import openapi
from booking.web.api.reading import Place, parsed, read
from booking.web.api.schemas import inputs
from tests.web.api.contract import PREFIX
from tests.web.api.odd import GOOD, almost
from tests.web.conftest import opened

HOLDS = FormatChecker(formats=())


def _has_an_offset(value: object) -> bool:
    """RFC 3339, within the years that a moment may lie in."""
    try:
        return not isinstance(value, str) or (datetime.fromisoformat(value.upper()).astimezone(UTC).year >= 1900 and "T" in value.upper())
    except (ValueError, OverflowError):
        return False


HOLDS.checks("date-time")(_has_an_offset)


@pytest.fixture(scope="module")
def app(new_database) -> Flask:
    with opened(new_database("sqlite")) as application:
        yield application


@pytest.fixture(scope="module")
def document(app: Flask) -> dict[str, Any]:
    return app.test_client().get(f"{PREFIX}/openapi.json").json


def test_the_document_is_valid_openapi(document: dict[str, Any]) -> None:
    assert document["openapi"] == "3.1.0"
    validate(document)


def test_the_document_tells_of_every_route_of_the_contract(document: dict[str, Any]) -> None:
    told = {f"{method.upper()} {path}" for path, methods in document["paths"].items() for method in methods}
    line = "/reservations/{reference}/lines/{number}"
    assert told == {
        "GET /assets", "GET /availability", "POST /quotes", "POST /reservations", "GET /reservations/{reference}",
            "GET /reservations/{reference}/payments",
        "POST /reservations/{reference}/cancel", f"PATCH {line}",
        *(f"POST {line}/{act}" for act in ("approve", "refuse", "propose", "accept", "decline", "confirm", "cancel")),
    }  # fmt: skip


def test_every_operation_names_its_problems_its_token_and_itself_once(document: dict[str, Any]) -> None:
    operations = [operation for methods in document["paths"].values() for operation in methods.values()]
    assert len({operation["operationId"] for operation in operations}) == len(operations)
    for operation in operations:
        assert {"401", "403", "422", "503"} <= operation["responses"].keys()
        assert {"token": []} in operation["security"]
        assert operation["summary"]
    keyed = [operation["operationId"] for operation in operations if any(p["name"] == openapi.KEY_HEADER for p in operation["parameters"])]
    assert keyed == ["api_reservations_ask"]


def test_every_shape_of_the_document_is_used(document: dict[str, Any]) -> None:
    text = json.dumps(document)
    assert [name for name in document["components"]["schemas"] if f'"#/components/schemas/{name}"' not in text] == []


@settings(max_examples=600)
@given(almost(GOOD))
def test_what_is_let_in_is_what_the_document_says(body: Any) -> None:
    promised = Draft202012Validator(inputs.REQUEST, format_checker=HOLDS).is_valid(body)
    try:
        read(parsed(json.dumps(body).encode()), inputs.REQUEST, Place())
        let_in = True
    except Refused:
        let_in = False
    assert let_in == promised
