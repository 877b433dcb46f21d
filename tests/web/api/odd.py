"""Requests that are good, but for a thing or two."""

from __future__ import annotations

import copy
from typing import Any

from hypothesis import strategies as st

LINE = {"asset": 1, "from": "2027-06-12T14:00:00+02:00", "to": "2027-06-12T18:00:00+02:00"}
GOOD = {
    "borrower": 1,
    "beneficiary": {"id": None, "name": "Chiro"},
    "event": {"name": "Feest", "purpose": "event", "place": "Plein", "place_authority": None, "attendance": 5},
    "note": "",
    "option_until": None,
    "lines": [LINE, {**LINE, "units": 2, "handover": "delivery", "operator": 1, "driver": None, "measures": {"km": 1.5}}],
}
ODD = st.one_of(
    st.none(), st.booleans(), st.integers(-(2**70), 2**70), st.floats(allow_nan=False, allow_infinity=False), st.text(max_size=5),
    st.sampled_from([0, 1, 1.0, -1, [], {}, "", "x" * 250, "event", "pickup", "2027-06-12T14:00:00Z", "2027-06-12T14:00:00.5+02:00"]),
)  # fmt: skip


@st.composite
def almost(draw: st.DrawFn, good: dict[str, Any]) -> Any:
    """A good request in which up to two values were replaced, left out or added."""
    body = copy.deepcopy(good)
    for _ in range(draw(st.integers(0, 2))):
        inside: Any = draw(st.sampled_from([body, body["event"], *body["lines"]] if _is_whole(body) else [body]))
        name = draw(st.sampled_from([*inside, "extra"]))
        if draw(st.booleans()):
            inside[name] = draw(ODD)
        else:
            inside.pop(name, None)
    return body


def _is_whole(body: dict[str, Any]) -> bool:
    return isinstance(body.get("event"), dict) and isinstance(body.get("lines"), list) and all(isinstance(x, dict) for x in body["lines"])
