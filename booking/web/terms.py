"""Terms of use to read: those of one owner, every version that it ever published. Whoever may ask may read them first."""

from __future__ import annotations

from flask import Blueprint, render_template

from booking.clock import now
from booking.formats.prose import Block, blocks
from booking.queries.catalogue import catalogue
from booking.queries.terms import VersionView, version_of, versions_of
from booking.rules.periods import local
from booking.rules.refusals import NotFound
from booking.rules.terms import Texts, in_language
from booking.web.access import requires
from booking.web.extensions import db
from booking.web.language import language

pages = Blueprint("terms", __name__, url_prefix="/voorwaarden")

ID = "int(max=999999999)"


@pages.get(f"/<{ID}:authority>")
@requires("terms.read")
def overview(authority: int) -> str:
    """An owner's terms: those that hold today in full, the others as a list."""
    found, today = versions_of(db.session(), authority), local(now()).date()
    owner = catalogue(db.session()).authorities[authority]
    held = [view for view in found if view.card.holds_on(today)]
    others = [view for view in found if not view.card.holds_on(today)]
    return render_template("terms/overview.html", owner=owner, held=held, others=others, read=read, today=today)


@pages.get(f"/<{ID}:authority>/<{ID}:terms>")
@requires("terms.read")
def show(authority: int, terms: int) -> str:
    """One version, whether it holds or not: who accepted it reads it here again."""
    found, today = version_of(db.session(), terms), local(now()).date()
    if found.card.authority != authority:
        raise NotFound("terms_unknown")
    owner = catalogue(db.session()).authorities[authority]
    return render_template("terms/show.html", owner=owner, view=found, read=read, today=today, heir=_heir(found))


def read(texts: Texts) -> tuple[str, str, list[Block]]:
    """The language that a text is in, its title and its blocks: in the reader's language, or in Dutch."""
    spoken, text = in_language(texts, language())
    return spoken, text["title"], blocks(text["body"])


def _heir(view: VersionView) -> VersionView | None:
    return version_of(db.session(), view.succeeded_by) if view.succeeded_by else None
