"""Who gets through the doors of regulations, and the drafts and published ones that stand in their addresses."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.clock import now
from booking.demo import cast
from booking.services import regulations
from models import RegulationRow
from tests.web.admitted import EVERYONE, IDENTITIES, Row

TARIFFS = (frozenset({"tariffs"}), frozenset({"tariffs_elsewhere"}))
WRITERS = TARIFFS[0] | TARIFFS[1]
DRAFT = "/reglementen/<int(max=999999999):regulation>"
LAW = "/reglementen/<int(max=999999999):law>"

# A draft is nobody else's to read; what is published is law, and everybody's (tests/web/screens/test_regulations.py).
REGULATION_ROWS = (
    Row("GET /reglementen", EVERYONE),
    Row("GET /reglementen/inlezen", WRITERS),
    Row("POST /reglementen/inlezen", WRITERS),
    Row("GET /reglementen/nieuw", WRITERS),
    Row("POST /reglementen/nieuw", WRITERS),
    Row(f"GET {DRAFT}/bewerken", *TARIFFS),
    Row(f"POST {DRAFT}/bewerken", *TARIFFS),
    Row(f"GET {DRAFT}/bijlage.pdf", *TARIFFS),
    Row(f"GET {DRAFT}", *TARIFFS),
    Row(f"GET {DRAFT}/bestand", *TARIFFS),
    Row(f"GET {DRAFT}/naast", *TARIFFS),
    Row(f"POST {DRAFT}/bewijzen", *TARIFFS),
    Row(f"GET {DRAFT}/bekendmaken", *TARIFFS),
    Row(f"POST {DRAFT}/bekendmaken", *TARIFFS),
    Row(f"POST {LAW}/opvolgen", *TARIFFS),
    Row(f"GET {LAW}/beeindigen", *TARIFFS),
    Row(f"POST {LAW}/beeindigen", *TARIFFS),
    Row("POST /reglementen/<int(max=999999999):draft>/weggooien", *TARIFFS),
)


def law(session: Session, nis: str) -> int:
    """The published regulation of an authority."""
    query = select(RegulationRow.id).where(RegulationRow.authority_id == cast.authority_id(session, nis))
    return session.scalars(query.where(RegulationRow.state == "published").order_by(RegulationRow.id)).first() or 0


def draft(world: Any, session: Session, who: str, nis: str) -> str:
    """A draft that succeeds it, begun by who administers tariffs there."""
    actor, owner = world.actor(IDENTITIES[who]), cast.authority_id(session, nis)
    return str(regulations.start(session, actor, owner, None, now(), succeeds_id=law(session, nis)))


def both(world: Any, session: Session) -> tuple[str, str]:
    """A draft of Ranst and one of Zandhoven."""
    return draft(world, session, "tariffs", cast.RANST), draft(world, session, "tariffs_elsewhere", cast.ZANDHOVEN)


REGULATION_PAIRS = {
    "draft regulation": both,
    "draft to throw away": both,
    "published regulation": lambda _, session: (str(law(session, cast.RANST)), str(law(session, cast.ZANDHOVEN))),
}
