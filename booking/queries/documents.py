"""Documents: which there are of a subject, and who may read one. To whoever may not see the subject there is no such document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.queries.agreements import may_read, may_read_party
from booking.queries.contracts import may_read_contract
from booking.queries.handovers import may_read_record
from booking.queries.maintenance.reports import may_read_report
from booking.queries.proofs.access import may_read_policy, may_read_qualification
from booking.rules.permissions import Actor
from booking.rules.refusals import NotFound
from models import Document

Reader = Callable[[Session, Actor, int, datetime], bool]
"""May the actor see this subject now?"""

READERS: Mapping[str, Reader] = {
    "contract": may_read_contract,
    "policy": may_read_policy,
    "qualification": may_read_qualification,
    "inspection": may_read_report,
    "handover_record": may_read_record,
    "agreement": may_read,
    "agreement_party": may_read_party,
}
"""By subject. A noun that has documents adds its own; a subject that is not here has no readers."""


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document as a list shows it."""

    id: int
    purpose: str
    name: str
    media_type: str
    size: int
    uploaded_at: datetime


_SHOWN = (Document.id, Document.purpose, Document.name, Document.media_type, Document.size, Document.uploaded_at)


def documents_of(session: Session, subject: str, ids: Collection[int]) -> dict[int, list[DocumentView]]:
    """The documents of each of these subjects, the newest first. Ask only for subjects that the reader may see."""
    query = (
        select(Document.subject_id, *_SHOWN)
        .where(Document.subject == subject, Document.subject_id.in_(ids))
        .order_by(Document.subject_id, Document.id.desc())
    )
    found: defaultdict[int, list[DocumentView]] = defaultdict(list)
    for key, *shown in session.execute(query) if ids else ():
        found[key].append(DocumentView(*shown))
    return found


def readable(session: Session, actor: Actor, document: int, now: datetime) -> Document:
    """A document that the actor may read. Raises NotFound for any other, whether it is there or not."""
    found = session.get(Document, document)
    reader = READERS.get(found.subject) if found else None
    if found is None or reader is None or not reader(session, actor, found.subject_id, now):
        raise NotFound()
    return found
