"""Regulations to read: those of every owner, and one with its decision, its annex and its proof. They are law: everybody may."""

from __future__ import annotations

from flask import Response, render_template, request

from booking.clock import now
from booking.formats.regulation import dumps
from booking.queries.regulations.lists import shelves
from booking.queries.regulations.page import regulation_page, versions_of
from booking.rules.periods import local
from booking.rules.refusals import NotFound
from booking.web.access import requires
from booking.web.extensions import db
from booking.web.language import language
from booking.web.regulations.annex import annex
from booking.web.regulations.blueprint import pages
from booking.web.regulations.telling import answers, examples, names
from booking.web.session import current_actor

ID = "<int(max=999999999):regulation>"


@pages.get("")
@requires("regulation.read")
def overview() -> str:
    """Each owner's regulations; `?bestuur=` shows one owner's."""
    asked = request.args.get("bestuur", "")
    authority = int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 10 else None
    found = shelves(db.session(), current_actor(), local(now()).date(), authority)
    return render_template("regulations/list.html", shelves=found, authority=authority)


@pages.get(f"/{ID}")
@requires("regulation.read")
def show(regulation: int) -> str:
    """One regulation."""
    session, actor, today, known = db.session(), current_actor(), local(now()).date(), names()
    found = regulation_page(session, actor, regulation, today)
    usable = found.proof.regulation if found.proof.problem is None else None
    others = [row for row in versions_of(session, actor, found.authority, today) if row.id != regulation]
    return render_template(
        "regulations/show.html", found=found, regulation=usable, annex=annex(usable, language(), known) if usable else None,
        examples=examples(found.proof, known), answers=answers(found.proof.regulation), others=others,
        titles={group.code: group.title for group in usable.groups} if usable else {},
    )  # fmt: skip


@pages.get(f"/{ID}/bestand")
@requires("regulation.read")
def export(regulation: int) -> Response:
    """The regulation as a file, the same that `flask regulation export` prints."""
    found = regulation_page(db.session(), current_actor(), regulation, local(now()).date())
    if found.proof.regulation is None:
        raise NotFound()
    headers = {"Content-Disposition": f'attachment; filename="reglement-{regulation}.yaml"'}
    return Response(dumps(found.proof.regulation), content_type="application/yaml; charset=utf-8", headers=headers)
