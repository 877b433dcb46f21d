"""Promises that reality broke: each waits here until a desk settles it."""

from __future__ import annotations

from functools import partial

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from booking.clock import now
from booking.queries import deciding
from booking.queries.conflicts import ConflictView, get_conflict
from booking.queries.desk_work import desk_work
from booking.queries.offered import offers_of
from booking.queries.overview import LineView, overview
from booking.queries.ways_out import ways_out
from booking.rules.refusals import NotFound
from booking.services import incidents
from booking.services.reservations.replacing import standing_of
from booking.web.access import requires
from booking.web.attempts import filled
from booking.web.extensions import db
from booking.web.forms.choosing import OfferForm, PhoneForm
from booking.web.forms.decision import ResolveForm
from booking.web.forms.fields import told
from booking.web.notices import notice
from booking.web.session import current_actor

Page = tuple[str, int]

pages = Blueprint("conflicts", __name__, url_prefix="/werklijst/conflicten")


@pages.get("")
@requires("conflict.resolve")
def waiting() -> str:
    """The conflicts of the reader's desks, the most urgent first."""
    work = desk_work(db.session(), current_actor(), now())
    offers = offers_of(db.session(), [conflict.id for conflict in work.conflicts])
    return render_template("desk/conflicts.html", conflicts=work.conflicts, counts=work.counts(), offers=offers)


@pages.route("/<int:conflict>", methods=["GET", "POST"])
@requires("conflict.resolve")
def resolve(conflict: int) -> Response | Page:
    """Replace, move, let stand or call off."""
    session, actor = db.session(), current_actor()
    found = get_conflict(session, actor, conflict)
    line = _line(found)
    form = ResolveForm(found, line.periods.use, deciding.replacements(session, line))
    well, use = form.sent_well(), form.new_use()
    asset = form.asset.data if form.resolution.data == "replaced" else None
    ready = well and (use is not None or form.resolution.data != "moved")
    if (
        ready
        and filled(
            form,
            lambda: incidents.resolve_conflict(
                session, actor, conflict, form.resolution.data, now(), form.reason.data, use=use, asset=asset
            ),
        )[0]
    ):
        notice("conflict_settled")
        return redirect(url_for("conflicts.waiting"), 303)
    return _page(found, line, form)


@pages.post("/<int:conflict>/aanbieden")
@requires("conflict.resolve")
def offer(conflict: int) -> Response | Page:
    """Offer the borrower other assets or dates to choose from."""
    session, actor, moment = db.session(), current_actor(), now()
    found = get_conflict(session, actor, conflict)
    form = OfferForm(ways_out(session, standing_of(session, found.line_id), moment))
    act = partial(incidents.offer, session, actor, conflict, moment)
    if form.sent_well() and filled(form, lambda: act(form.assets.data or [], form.uses(), form.note.data))[0]:
        notice("conflict_offered")
        return redirect(url_for("conflicts.resolve", conflict=conflict), 303)
    line = _line(found)
    return _page(found, line, ResolveForm(found, line.periods.use, deciding.replacements(session, line)), form)


@pages.post("/<int:conflict>/keuze")
@requires("conflict.resolve")
def choose(conflict: int) -> Response | Page:
    """Write down what the borrower chose by telephone."""
    session, actor = db.session(), current_actor()
    found = get_conflict(session, actor, conflict)
    form = PhoneForm(offers_of(session, [found.id]).get(found.id, []))
    act = partial(incidents.choose_by_phone, session, actor, conflict)
    if form.sent_well() and filled(form, lambda: act(form.offer.data, form.told_by.data, now()))[0]:
        notice("choice_noted")
        return redirect(url_for("conflicts.waiting"), 303)
    line = _line(found)
    return _page(found, line, ResolveForm(found, line.periods.use, deciding.replacements(session, line)), phoned=form)


def _page(
    found: ConflictView, line: LineView, form: ResolveForm, offering: OfferForm | None = None, phoned: PhoneForm | None = None
) -> Page:  # fmt: skip
    """The conflict with what may be done about it, and what was offered."""
    session = db.session()
    fit = offering.fit if offering else ways_out(session, standing_of(session, found.line_id), now())
    sent = phoned or offering or form
    shown = {"conflict": found, "line": line, "form": form, "offering": offering or OfferForm(fit), "fit": fit}
    offers = offers_of(session, [found.id]).get(found.id, [])
    shown["phoning"] = phoned or PhoneForm(offers)
    page = render_template("desk/conflict.html", sent=sent, told=told(sent), offers=offers, **shown)
    return page, 200 if request.method == "GET" else 422


def _line(conflict: ConflictView) -> LineView:
    """The line that a conflict is about. Raises NotFound."""
    seen = overview(db.session(), current_actor(), conflict.reference)
    line = next((line for line in seen.lines if line.id == conflict.line_id), None)
    if line is None:
        raise NotFound()
    return line
