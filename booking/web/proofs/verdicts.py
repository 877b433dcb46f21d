"""The desk that looks at proofs: what waits, several at once, and one with a reason."""

from __future__ import annotations

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from booking.clock import now
from booking.queries.desk_work import desk_work
from booking.queries.proofs.people import qualification as one_qualification
from booking.queries.proofs.policies import policy as one_policy
from booking.queries.proofs.waiting import waiting_proofs
from booking.rules.refusals import NotFound
from booking.services.proofs import verdicts as services
from booking.services.proofs.verdicts import Judged
from booking.web.access import requires
from booking.web.attempts import filled, pressed
from booking.web.extensions import db
from booking.web.forms.proofs import SeveralForm, VerdictForm
from booking.web.notices import notice
from booking.web.proofs.blueprint import pages
from booking.web.proofs.people import person_page
from booking.web.proofs.policies import policy_page
from booking.web.session import current_actor

Page = Response | tuple[str, int]


@pages.get("/na-te-kijken")
@requires("proof.verify")
def waiting() -> Page:
    """What waits to be looked at, the soonest needed first."""
    session, actor = db.session(), current_actor()
    found, counts = waiting_proofs(session, actor, now()), desk_work(session, actor, now()).counts()
    return render_template("proofs/waiting.html", found=found, counts=counts, form=SeveralForm()), 200


@pages.post("/na-te-kijken")
@requires("proof.verify")
def accept_several() -> Response:
    """Everything that was ticked is in order, all or none."""
    form = SeveralForm()
    several = [Judged(*each) for each in form.proofs()] if form.sent_well() else []
    if several:
        pressed(lambda: services.accept(db.session(), current_actor(), several, now()), "proofs_accepted", units=len(several))
    else:
        notice("field_required", "problem")
    return redirect(url_for("proofs.waiting"), 303)


@pages.post("/polissen/<int(max=999999999):policy>/oordeel")
@requires("proof.verify")
def judge_policy(policy: int) -> Page:
    """In order or not, on the page of the policy itself."""
    if not one_policy(db.session(), current_actor(), policy, now()).judges:
        raise NotFound()
    form = VerdictForm()
    return _judged(form, "policy", policy) or policy_page(policy, form)


@pages.post("/mensen/bewijzen/<int(max=999999999):qualification>/oordeel")
@requires("proof.verify")
def judge_qualification(qualification: int) -> Page:
    """In order or not, on the page of the person."""
    held = one_qualification(db.session(), current_actor(), qualification, now())
    form = VerdictForm()
    return _judged(form, "qualification", qualification) or person_page(held.person_id, form, held.id)


def _judged(form: VerdictForm, noun: str, key: int) -> Response | None:
    session, actor = db.session(), current_actor()
    if not form.sent_well():
        return None
    proof = Judged(noun, key, form.revision.data or 0)
    if request.form.get("act") == "accept":
        if filled(form, lambda: services.accept(session, actor, [proof], now()))[0]:
            notice("proofs_accepted", units=1)
            return redirect(url_for("proofs.waiting"), 303)
    elif filled(form, lambda: services.reject(session, actor, proof, form.reason.data or "", now()))[0]:
        notice("proof_rejected")
        return redirect(url_for("proofs.waiting"), 303)
    return None
