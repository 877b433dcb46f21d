"""What is done with a regulation on screen: proven, published, succeeded, ended, thrown away."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from booking.clock import now
from booking.queries.regulations.page import RegulationPage, doubts_about, regulation_page
from booking.rules.periods import local
from booking.rules.refusals import NotFound, Refused
from booking.rules.regulations import Decision, Doubt, decided, in_force_from, proof_of, unanswered
from booking.rules.tariffs import Answer
from booking.services import regulations as services
from booking.web.access import requires
from booking.web.attempts import filled, pressed
from booking.web.extensions import db
from booking.web.forms.base import ButtonForm
from booking.web.forms.fields import told
from booking.web.notices import notice
from booking.web.regulations.blueprint import pages
from booking.web.regulations.forms import EndForm, PublicationForm
from booking.web.regulations.reading import ID
from booking.web.session import current_actor

LONGEST_REASON = 1000
# As they sign in a Dutch-speaking municipality: names, not words of ours.
ORGANS = (
    "gemeenteraad", "raad voor maatschappelijk welzijn", "college van burgemeester en schepenen", "vast bureau", "raad van bestuur",
    "politieraad", "zoneraad",
)  # fmt: skip


@pages.post(f"/{ID}/bewijzen")
@requires("regulation.write")
def prove(regulation: int) -> Response:
    """Let every example be computed; what does not come out stands on the page."""
    _own(regulation)
    if ButtonForm().sent_well():
        pressed(lambda: services.prove(db.session(), current_actor(), regulation, now()), "regulation_proven")
    return redirect(url_for("regulations.show", regulation=regulation), 303)


@pages.route(f"/{ID}/bekendmaken", methods=["GET", "POST"])
@requires("regulation.write")
def publish(regulation: int) -> Response | tuple[str, int]:
    """The decision, and an answer to everything that stands in the way."""
    found, today = _own(regulation), local(now()).date()
    form = PublicationForm.of(found.plain, today)
    decision = form.decision() if form.sent_well() else None
    doubts = _doubts(found, form, decision)
    reasons = {key_of(doubt): request.form.get(key_of(doubt), "").strip()[:LONGEST_REASON] for doubt in doubts}
    answers = [Answer(doubt.code, reasons[key_of(doubt)], doubt.article, doubt.at) for doubt in doubts if reasons[key_of(doubt)]]
    if decision and filled(
        form, lambda: services.publish(db.session(), current_actor(), regulation, decision, answers, now())
    )[0]:  # fmt: skip
        notice("regulation_published", first=decision.first_day.isoformat())
        return redirect(url_for("regulations.show", regulation=regulation), 303)
    page = render_template(
        "regulations/publish.html", found=found, form=form, told=told(form), doubts=[(key_of(doubt), doubt) for doubt in doubts],
        reasons=reasons, first=in_force_from(form.published_on.data or today), organs=ORGANS,
    )  # fmt: skip
    return page, 422 if request.method == "POST" else 200


@pages.post("/<int(max=999999999):law>/opvolgen")
@requires("regulation.write")
def succeed(law: int) -> Response:
    """Begin the next version of a published regulation as its copy."""
    found, made = _own(law), list[int]()
    if ButtonForm().sent_well() and pressed(lambda: made.append(_begin(found)), "regulation_begun"):
        return redirect(url_for("regulations.show", regulation=made[-1]), 303)
    return redirect(url_for("regulations.show", regulation=law), 303)


@pages.post("/<int(max=999999999):draft>/weggooien")
@requires("regulation.write")
def discard(draft: int) -> Response:
    """A draft that nobody needs."""
    found = _own(draft)
    if ButtonForm().sent_well():
        pressed(lambda: services.discard(db.session(), current_actor(), draft, now()), "regulation_discarded")
    return redirect(url_for("regulations.overview", bestuur=found.authority), 303)


@pages.route("/<int(max=999999999):law>/beeindigen", methods=["GET", "POST"])
@requires("regulation.write")
def end(law: int) -> Response | tuple[str, int]:
    """A published regulation stops, and nothing follows it yet."""
    found, form = _own(law), EndForm()
    if not found.published:
        raise NotFound()
    if form.sent_well() and filled(
        form, lambda: services.end(db.session(), current_actor(), law, form.last.data, form.reason.data, now())
    )[0]:  # fmt: skip
        notice("regulation_ended", last=form.last.data.isoformat())
        return redirect(url_for("regulations.show", regulation=law), 303)
    page = render_template("regulations/end.html", found=found, form=form, told=told(form))
    return page, 422 if request.method == "POST" else 200


def key_of(doubt: Doubt) -> str:
    """The name of the field in which a doubt is answered: the same for the same doubt."""
    return "why-" + sha256(repr(doubt.key).encode()).hexdigest()[:12]


def _own(regulation: int) -> RegulationPage:
    """The page of a regulation that the actor writes. Raises NotFound for anybody else."""
    found = regulation_page(db.session(), current_actor(), regulation, local(now()).date())
    if not found.writes:
        raise NotFound()
    return found


def _begin(found: RegulationPage) -> int:
    return services.start(db.session(), current_actor(), found.authority, None, now(), succeeds_id=found.id)


def _doubts(found: RegulationPage, form: PublicationForm, decision: Decision | None) -> Iterable[Doubt]:
    """What is to be answered with these days, or with those that the draft proposes while nothing was sent."""
    proposed = decision
    if proposed is None and form.published_on.data:
        until = form.valid_until.data
        proposed = Decision("–", form.published_on.data, "–", form.published_on.data, valid_from=form.valid_from.data, valid_until=until)
    try:
        proof = proof_of(decided(found.plain, proposed)) if proposed else found.proof
    except Refused:
        proof = found.proof
    if proof.problem is not None or proof.regulation is None or found.published:
        return []
    return unanswered(doubts_about(db.session(), found.id, proof.regulation), proof.regulation.answered)
