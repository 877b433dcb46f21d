"""A regulation file on screen: chosen or pasted, every fault shown with its line, and read into a draft."""

from __future__ import annotations

from flask import abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from booking.clock import now
from booking.formats.regulation import Problem, RegulationFileError
from booking.queries.administration.borrowers import own_authorities
from booking.services import regulations as services
from booking.web.access import requires
from booking.web.attempts import filled
from booking.web.extensions import db
from booking.web.forms.fields import told
from booking.web.language import language
from booking.web.notices import notice
from booking.web.regulations.blueprint import pages
from booking.web.regulations.forms import FileForm
from booking.web.session import current_actor
from booking.words.tariffs import describe


@pages.route("/inlezen", methods=["GET", "POST"])
@requires("regulation.write")
def read_in() -> Response | tuple[str, int]:
    """A file becomes a draft of one's own authority; one with faults becomes nothing."""
    session, actor = db.session(), current_actor()
    authorities = own_authorities(session, actor, "regulation.write")
    if not authorities:
        abort(404)
    form, problems, made = FileForm(authorities), list[Problem](), list[int]()
    content = form.content() if form.sent_well() else None
    if content is not None:
        try:
            if filled(form, lambda: made.append(services.draft_from_text(session, actor, form.authority.data, content, now())))[0]:
                notice("regulation_begun")
                return redirect(url_for("regulations.show", regulation=made[-1]), 303)
        except RegulationFileError as error:
            problems += error.problems
    said = [(each, describe(each.code, each.details, language())) for each in problems]
    lines = _text(content).splitlines() if problems else []
    page = render_template("regulations/read_in.html", form=form, told=told(form), problems=said, lines=lines)
    return page, 422 if request.method == "POST" else 200


def _text(content: str | bytes | None) -> str:
    return content.decode("utf-8", "replace") if isinstance(content, bytes) else content or ""
