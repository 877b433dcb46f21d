"""What a button asks is tried again when two stood in each other's way, and only then."""

from __future__ import annotations

import pytest

from booking.rules.refusals import Busy
from booking.web.attempts import hindrance


@pytest.mark.parametrize(("busy", "tries"), [(Busy(again=True), 2), (Busy(), 1)], ids=["a deadlock", "the database is away"])
def test_only_what_the_database_asks_for_is_tried_again(busy: Busy, tries: int) -> None:
    tried = []

    def act() -> None:
        tried.append(1)
        if len(tried) == 1:
            raise busy

    if tries == 2:
        assert hindrance(act) is None
    else:
        with pytest.raises(Busy):
            hindrance(act)
    assert len(tried) == tries
