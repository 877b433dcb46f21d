"""Holds real answers to the document that promises them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from jsonschema import Draft202012Validator
from werkzeug.test import TestResponse

PREFIX = "/api/v1"


def breaches(document: Mapping[str, Any], method: str, path: str, response: TestResponse) -> list[str]:
    """What in this answer the document does not promise: its status, its media type, its shape."""
    operation = operation_of(document, method, path)
    promised = operation["responses"].get(str(response.status_code))
    if promised is None:
        return [f"{method} {path} answered {response.status_code}: {response.text[:500]}"]
    if response.mimetype not in promised["content"]:
        return [f"{method} {path} answered {response.mimetype}"]
    schema = {**promised["content"][response.mimetype]["schema"], "components": document["components"]}
    return [f"{error.json_path}: {error.message}" for error in Draft202012Validator(schema).iter_errors(response.json)]


def operation_of(document: Mapping[str, Any], method: str, path: str) -> Mapping[str, Any]:
    """The operation that an address belongs to."""
    address = path.partition("?")[0]
    for template, methods in document["paths"].items():
        if re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", template), address) and method.lower() in methods:
            return methods[method.lower()]
    raise AssertionError(f"{method} {path} is not in the document")
