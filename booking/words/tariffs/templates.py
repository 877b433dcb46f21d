"""Sentences with optional parts: `[ …{field}…]` falls away when its field is not known."""

from __future__ import annotations

import re
from collections.abc import Mapping

_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_FIELD = re.compile(r"\{([a-z_]+)\}")


def fill(template: str, fields: Mapping[str, str]) -> str:
    """The template with its fields filled in; KeyError when one outside brackets is not known.

    The template is cut up before it is filled, so that brackets in a council's own words are only text.
    """
    cut = _OPTIONAL.split(template)
    told = [_filled(part, fields) if index % 2 == 0 else _filled_or_nothing(part, fields) for index, part in enumerate(cut)]
    return "".join(told)


def _filled(part: str, fields: Mapping[str, str]) -> str:
    return _FIELD.sub(lambda found: fields[found[1]], part)


def _filled_or_nothing(part: str, fields: Mapping[str, str]) -> str:
    return _filled(part, fields) if all(fields.get(name) for name in _FIELD.findall(part)) else ""
