"""Writing terms of use: a draft of its own, or one that is to succeed a version; nobody is bound by it yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from booking.rules.permissions import Actor, may
from booking.rules.refusals import NotFound, Refused
from booking.rules.terms import LANGUAGES, LONGEST_TEXT, LONGEST_TITLE, Texts
from booking.services.administration.changes import check_version, record_change
from booking.services.rows import add
from booking.services.transaction import transaction
from models import Category, TermsDraft, TermsVersion

ACT = "terms.write"
NOUN = "terms_draft"


@dataclass(frozen=True, slots=True)
class TermsSettings:
    """What is written: per language a `title` and a `body`, and the codes of the categories that it is about, all when there are none."""

    texts: Texts = field(default_factory=dict)
    categories: tuple[str, ...] = ()


def begin(session: Session, actor: Actor, authority: int, wanted: TermsSettings, now: datetime) -> int:
    """The id of a new draft of an authority's terms. Raises NotFound, Refused as `save` does."""
    with transaction(session):
        if not may(actor, ACT, authorities=(authority,)):
            raise NotFound("authority_unknown")
        return _add(session, actor, authority, None, _checked(session, wanted), now)


def succeed(session: Session, actor: Actor, version: int, now: datetime) -> int:
    """The id of a draft that takes over what a version says, to succeed it; the one that somebody began already, if any.

    Raises NotFound, Refused `terms_succeeded` for a version that has a successor.
    """
    with transaction(session):
        old = session.get(TermsVersion, version)
        if old is None or not may(actor, ACT, authorities=(old.authority_id,)):
            raise NotFound("terms_unknown")
        if session.scalar(select(TermsVersion.id).where(TermsVersion.succeeds_id == version)):
            raise Refused("terms_succeeded")
        begun = session.scalar(select(TermsDraft.id).where(TermsDraft.succeeds_id == version))
        wanted = TermsSettings(old.texts, tuple(old.categories))
        return begun or _add(session, actor, old.authority_id, version, wanted, now)


def save(session: Session, actor: Actor, draft: int, wanted: TermsSettings, version: int | None, now: datetime) -> None:
    """Write the draft anew. Raises NotFound, ChangedMeanwhile, Refused `name_too_long` or `choice_unknown` with the field at fault."""
    with transaction(session):
        row = own_draft(session, actor, draft)
        check_version(session, NOUN, draft, version)
        kept = _checked(session, wanted)
        before = settings_told(row.texts, row.categories)
        row.texts, row.categories, row.changed_at = dict(kept.texts), list(kept.categories), now
        record_change(session, actor, NOUN, draft, before, settings_told(kept.texts, kept.categories), now, authority=row.authority_id)


def discard(session: Session, actor: Actor, draft: int, now: datetime) -> None:
    """Throw a draft away. Raises NotFound."""
    with transaction(session):
        row = own_draft(session, actor, draft)
        before = settings_told(row.texts, row.categories)
        session.execute(delete(TermsDraft).where(TermsDraft.id == draft))
        record_change(session, actor, NOUN, draft, before, None, now, authority=row.authority_id)


def own_draft(session: Session, actor: Actor, draft: int) -> TermsDraft:
    """A draft of an authority for which the actor writes. Raises NotFound."""
    row = session.get(TermsDraft, draft, populate_existing=True)
    if row is None or not may(actor, ACT, authorities=(row.authority_id,)):
        raise NotFound("terms_unknown")
    return row


def settings_told(texts: Texts, categories: object) -> dict[str, Any]:
    """The settings of a draft or version as the record of changes tells them."""
    told = {f"{part}_{language}": text for language, parts in sorted(texts.items()) for part, text in sorted(parts.items()) if text}
    return {**told, "categories": categories}


def _add(session: Session, actor: Actor, authority: int, succeeds: int | None, wanted: TermsSettings, now: datetime) -> int:
    values = {"texts": dict(wanted.texts), "categories": list(wanted.categories)}
    draft = add(session, TermsDraft, authority_id=authority, succeeds_id=succeeds, changed_at=now, **values)
    record_change(session, actor, NOUN, draft, None, settings_told(wanted.texts, wanted.categories), now, authority=authority)
    return draft


def _checked(session: Session, wanted: TermsSettings) -> TermsSettings:
    """The settings without blanks around them, empty languages left out."""
    texts: dict[str, Mapping[str, str]] = {}
    for language in LANGUAGES:
        given = {part: (wanted.texts.get(language, {}).get(part) or "").strip() for part in ("title", "body")}
        for part, limit in (("title", LONGEST_TITLE), ("body", LONGEST_TEXT)):
            if len(given[part]) > limit:
                raise Refused("name_too_long", limit=limit, field=f"{part}_{language}")
        if any(given.values()):
            texts[language] = given
    known = set(session.scalars(select(Category.code)))
    if not known.issuperset(wanted.categories):
        raise Refused("choice_unknown", field="categories")
    return TermsSettings(texts, tuple(sorted(set(wanted.categories))))
