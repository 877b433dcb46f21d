"""What a database refuses comes out as a refusal with a code, whichever database it is."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy.orm import Session

from booking.rules.refusals import Refused
from booking.services.transaction import transaction
from models import Audit, Authority


@pytest.mark.parametrize("engine_name", ["postgresql"])
@pytest.mark.parametrize(
    "row",
    [
        lambda: Authority(kind="municipality", name="Ran\0st"),
        lambda: Audit(act="a", subject="b", subject_id=1, details={"reason": "o\0k"}),
    ],
    ids=["text", "JSON"],
)
def test_a_nul_that_nobody_types_is_refused_and_no_mistake_of_ours(session: Session, row: Any) -> None:
    with pytest.raises(Refused, match="text_unreadable"), transaction(session):
        session.add(row())  # written when the transaction ends
