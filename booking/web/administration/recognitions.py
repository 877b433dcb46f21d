"""Recognitions on screen: a dated list, a new one by its decision, and the end of one."""

from __future__ import annotations

from flask import render_template, request, url_for
from werkzeug.wrappers import Response

from booking.clock import now
from booking.queries.administration import recognitions as queries
from booking.queries.administration.borrowers import choosable, own_authorities
from booking.queries.administration.changes import changes_of
from booking.queries.administration.spells import STATES
from booking.rules.kinds import RecognitionCategory
from booking.rules.periods import local
from booking.services import recognitions as services
from booking.web.access import requires
from booking.web.administration.blueprint import pages
from booking.web.administration.editing import Page, form_page, saved
from booking.web.administration.forms.people import EndForm, RecognitionForm
from booking.web.administration.sheet import Column, Filter, Sheet, list_page
from booking.web.administration.telling import ending, gone_to, status
from booking.web.extensions import db
from booking.web.forms.base import Form
from booking.web.forms.fields import chosen, told
from booking.web.language import lazy_gettext as _
from booking.web.row_ids import read_id
from booking.web.session import current_actor

CATEGORIES, SPELLS = chosen("recognition", RecognitionCategory), chosen("spell", STATES)

SHEET = Sheet(
    noun="recognition",
    title=_("Erkenningen"),
    purpose=_("Welke ontleners uw bestuur erkent, als wat en door welke beslissing. Reglementen geven hun een eigen tarief."),
    icon="check",
    rows=queries.recognitions,
    columns=(
        Column("borrower", _("Ontlener")),
        Column("recognition", _("Erkend als"), "recognition"),
        Column("decision", _("Beslissing")),
        Column("state", _("Toestand"), "spell"),
        Column("valid_from", _("Eerste dag"), "day"),
        Column("valid_until", _("Laatste dag"), "day"),
    ),
    searched=("borrower", "decision"),
    overview="administration.recognitions",
    detail="administration.recognition",
    create="administration.new_recognition",
    create_text=_("Nieuwe erkenning"),
    filters=(
        Filter("category", _("Erkend als"), lambda _session, _actor: list(CATEGORIES().items())),
        Filter("state", _("Toestand"), lambda _session, _actor: list(SPELLS().items())),
    ),
    sort="borrower",
)


@pages.get("/erkenningen", endpoint="recognitions")
@requires("recognition.manage")
def overview() -> Response | str:
    """The recognitions by the reader's authorities."""
    return list_page(SHEET)


@pages.get("/erkenningen/<int:recognition>", endpoint="recognition")
@requires("recognition.manage")
def show(recognition: int) -> Page:
    """One recognition."""
    return _page(recognition)


@pages.route("/erkenningen/nieuw", endpoint="new_recognition", methods=["GET", "POST"])
@requires("recognition.manage")
def create() -> Response | Page:
    """A decision that was taken is noted."""
    session, actor, made = db.session(), current_actor(), []
    borrowers = choosable(session, actor, queries.ACT)
    borrower = read_id(request.args.get("ontlener"))
    form = RecognitionForm(own_authorities(session, actor, queries.ACT), borrowers, local(now()).date(), borrower)
    wanted = services.RecognitionSettings
    if saved(form, lambda: made.append(services.recognise(session, actor, form.authority.data, form.settings(wanted), now()))):
        said = {"borrower": dict(borrowers).get(form.borrower_id.data, "")}
        return gone_to("administration.recognition", "recognition_added", said=said, recognition=made[0])
    return form_page(SHEET, form, SHEET.create_text, url_for(SHEET.overview), "administration/recognitions/form.html")


@pages.post("/erkenningen/<int:recognition>/beeindigen", endpoint="end_recognition")
@requires("recognition.manage")
def end(recognition: int) -> Response | Page:
    """It holds no longer after a day."""
    row, form = _row(recognition), EndForm()
    if saved(form, lambda: services.end(db.session(), current_actor(), recognition, form.last.data, now(), form.read_at)):
        said = {"borrower": row.borrower, "until": form.last.data}
        return gone_to("administration.recognition", "recognition_ended", said=said, recognition=recognition)
    return _page(recognition, form)


def _row(recognition: int) -> queries.Row:
    return queries.recognition_row(db.session(), current_actor(), recognition, local(now()).date())


def _page(recognition: int, sent: Form | None = None) -> Page:
    row, form = _row(recognition), sent or ending(services.NOUN, recognition)
    history = changes_of(db.session(), services.NOUN, recognition)
    shown = {"sheet": SHEET, "row": row, "form": form, "title": row.borrower, "history": history}
    return render_template("administration/recognitions/show.html", told=told(sent) if sent else [], **shown), status(sent)
