"""What was already handed over, taken back or counted is not so again: who comes second reads when it was done, and by whom."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.queries.handovers import counted_since
from booking.queries.lines import Standing
from booking.rules.handovers import COUNTED
from booking.rules.lifecycle import LineState, Party, check_move
from booking.rules.refusals import Refused
from booking.services.handovers.slips import Slip
from models import Account, LineMove

SECOND = {LineState.HANDED_OVER: "already_handed_over", LineState.RETURNED: "already_taken_back"}


def check_step(session: Session, found: Standing, wanted: LineState, slip: Slip) -> None:
    """Raises IllegalMove when the depot may not bring the line there; to whoever fills in a form that was overtaken by another,
    Refused `already_handed_over` or `already_taken_back` with when it was done and by whom.
    """
    if slip.once is not None:
        query = (
            select(LineMove.at, Account.name)
            .outerjoin(Account, Account.id == LineMove.account_id)
            .where(LineMove.line_id == found.line.id, LineMove.to_state == wanted)
        )
        for at, who in session.execute(query):
            raise Refused(SECOND[wanted], at=at, who=who)
    check_move(found.state, wanted, Party.DEPOT)


def check_count(session: Session, line_id: int, slip: Slip) -> None:
    """Two people may each take a part back with the same list before them: what one counted is no longer to come for the other.

    Raises Refused `count_overtaken` to who counted after less than is known by now, with when that was counted and by whom.
    """
    keys = {each.asked.key for each in slip.noted if each.asked.kind in COUNTED}
    if slip.follows is not None and keys and (found := counted_since(session, line_id, slip.follows, keys)):
        raise Refused("count_overtaken", at=found[0], who=found[1])
