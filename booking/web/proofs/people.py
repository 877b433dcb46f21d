"""The people of a borrower on screen: named, named no longer, and what they hold."""

from __future__ import annotations

from flask import redirect, render_template, url_for
from werkzeug.wrappers import Response

from booking.clock import now
from booking.queries.proofs.people import PersonView, QualificationView, choosable
from booking.queries.proofs.people import person as one_person
from booking.queries.proofs.people import qualification as one_qualification
from booking.rules.refusals import NotFound
from booking.services.proofs import people as services
from booking.web.access import requires
from booking.web.attempts import filled, pressed
from booking.web.documents import folder
from booking.web.extensions import db
from booking.web.forms.base import ButtonForm
from booking.web.forms.fields import told
from booking.web.forms.proofs import (
    CorrectQualificationForm,
    KnownPersonForm,
    NewQualificationForm,
    PersonForm,
    QualificationForm,
    VerdictForm,
)
from booking.web.notices import notice
from booking.web.proofs.blueprint import pages
from booking.web.proofs.policies import borrower_page, own_holder
from booking.web.session import current_actor

Page = Response | tuple[str, int]


@pages.post("/ontleners/<int(max=999999999):holder>/mensen")
@requires("proof.declare")
def add_person(holder: int) -> Page:
    """Name somebody new."""
    form, session, actor = PersonForm(), db.session(), current_actor()
    own_holder(holder)
    made: list[int] = []

    def act() -> None:
        made.append(services.add_person(session, actor, holder, form.name.data, now(), oneself=form.oneself.data))

    if form.sent_well() and filled(form, act)[0]:
        notice("person_named")
        return redirect(url_for("proofs.person", person=made[0]), 303)
    return borrower_page(holder, form)


@pages.post("/ontleners/<int(max=999999999):holder>/mensen/gekend")
@requires("proof.declare")
def name_person(holder: int) -> Response:
    """Name somebody whom another of the reader's borrowers names."""
    session, actor = db.session(), current_actor()
    own_holder(holder)
    form = KnownPersonForm(choosable(session, actor, holder, now()))
    if form.sent_well():
        pressed(lambda: services.name_person(session, actor, holder, form.person.data, now()), "person_named")
    return redirect(url_for("proofs.of_borrower", holder=holder, _anchor="mensen"), 303)


@pages.post("/ontleners/<int(max=999999999):holder>/mensen/<int(max=999999999):person>/weg")
@requires("proof.declare")
def drop_person(holder: int, person: int) -> Response:
    """Name somebody no longer."""
    if ButtonForm().sent_well():
        pressed(lambda: services.drop_person(db.session(), current_actor(), holder, person, now()), "person_dropped")
    return redirect(url_for("proofs.of_borrower", holder=holder, _anchor="mensen"), 303)


@pages.get("/mensen/<int(max=999999999):person>")
@requires("proof.read")
def person(person: int) -> Page:
    """Who it is, who names it, and what it holds."""
    return person_page(person)


@pages.route("/mensen/<int(max=999999999):person>/bewijzen/nieuw", methods=["GET", "POST"])
@requires("proof.declare")
def new_qualification(person: int) -> Page:
    """Hand in an attest or a licence."""
    session, actor, shown = db.session(), current_actor(), _own(person)
    form = NewQualificationForm()
    if form.sent_well() and filled(
        form, lambda: services.declare(session, actor, person, form.wanted(), form.document.upload, folder(), now())
    )[0]:  # fmt: skip
        notice("qualification_declared")
        return redirect(url_for("proofs.person", person=person), 303)
    return _form(form, shown, None)


@pages.route("/mensen/bewijzen/<int(max=999999999):qualification>/wijzigen", methods=["GET", "POST"])
@requires("proof.declare")
def correct_qualification(qualification: int) -> Page:
    """Another text or picture of what nobody accepted yet."""
    session, actor = db.session(), current_actor()
    held = one_qualification(session, actor, qualification, now())
    shown, form = _own(held.person_id), CorrectQualificationForm(QualificationForm.of(held))

    def act() -> None:
        services.correct(session, actor, held.id, form.revision.data or 0, form.wanted(), form.document.upload, folder(), now())

    if form.sent_well() and filled(form, act)[0]:
        notice("qualification_declared")
        return redirect(url_for("proofs.person", person=shown.id), 303)
    return _form(form, shown, held)


def person_page(person: int, sent: VerdictForm | None = None, about: int = 0) -> tuple[str, int]:
    """The page of a person, with a verdict `about` something it holds that could not be given."""
    shown, mine, judges = one_person(db.session(), current_actor(), person, now())
    forms = {held.id: VerdictForm({"revision": held.revision}).apart(f"v{held.id}") for held in shown.held}
    if sent is not None:
        forms[about] = sent.apart(f"v{about}")
    faults = told(sent) if sent else []
    page = render_template("proofs/person.html", person=shown, mine=mine, judges=judges, forms=forms, about=about, told=faults)
    return page, 422 if sent else 200


def _own(person: int) -> PersonView:
    """A person about whom the reader may hand in something. Raises NotFound."""
    shown, mine, _judges = one_person(db.session(), current_actor(), person, now())
    if not mine:
        raise NotFound()
    return shown


def _form(form: QualificationForm, shown: PersonView, held: QualificationView | None) -> tuple[str, int]:
    page = render_template("proofs/qualification_form.html", form=form, person=shown, held=held, told=told(form))
    return page, 422 if form.errors or form.form_errors else 200
