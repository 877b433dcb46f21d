"""Recording: what an inspection body wrote, and how often an asset is looked after."""

from __future__ import annotations

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from booking.clock import now
from booking.queries.catalogue import catalogue
from booking.queries.maintenance.history import get_upkept
from booking.queries.maintenance.looked_after import looked_after
from booking.rules.kinds import Upkeep
from booking.rules.maintenance import longest_until, plan_for
from booking.rules.maintenance.due import LEAD_DAYS, MINUTES, YEARLY
from booking.rules.periods import local
from booking.rules.refusals import NotFound
from booking.services import maintenance
from booking.web.access import requires
from booking.web.attempts import filled, pressed
from booking.web.documents import folder
from booking.web.extensions import db
from booking.web.forms.base import ButtonForm
from booking.web.forms.fields import told
from booking.web.forms.maintenance import OutcomeForm, PlanForm
from booking.web.maintenance.blueprint import pages
from booking.web.notices import notice
from booking.web.session import current_actor

Page = tuple[str, int]


@pages.route("/<int(max=999999999):asset>/uitslag", methods=["GET", "POST"])
@requires("inspection.record")
def record(asset: int) -> Response | Page:
    """What came of an inspection, with its report; `verbetert` names one that was recorded wrongly."""
    session, actor, moment = db.session(), current_actor(), now()
    found = get_upkept(session, actor, asset, moment)
    card = looked_after(catalogue(session), actor, "inspection.record", asset, moment)
    wrong = next((each for each in found.inspections if each.right and each.id == request.args.get("verbetert", type=int)), None)
    months = _months(asset)
    form = OutcomeForm(found, wrong, local(moment).date())

    def act() -> int:
        succeeds = wrong.id if wrong else None
        kept = {"report": form.report.upload, "folder": folder(), "succeeds": succeeds}
        return maintenance.record_inspection(session, actor, asset, form.outcome(), moment, **kept)

    if form.sent_well() and filled(form, act)[0]:
        notice("inspection_recorded" if form.verdict.data != "failed" else "inspection_recorded_failed", asset=card.name)
        return redirect(url_for("maintenance.asset", asset=asset), 303)
    longest = longest_until(form.on.data, months) if form.on.data else None
    shown = {"found": found, "form": form, "wrong": wrong, "months": months, "longest": longest, "told": told(form)}
    return render_template("maintenance/record.html", **shown), 200 if request.method == "GET" else 422


@pages.route("/<int(max=999999999):asset>/plan/<kind>", methods=["GET", "POST"])
@requires("upkeep.set")
def set_plan(asset: int, kind: str) -> Response | Page:
    """Every so many months, by whom, for how long and arranged how long ahead."""
    session, actor, moment = db.session(), current_actor(), now()
    card = looked_after(catalogue(session), actor, "upkeep.set", asset, moment)
    upkeep = _kind(kind)
    day = local(moment).date()
    known = catalogue(session)
    current = plan_for(card, upkeep, known.requirements.get(known.owner(card, day).id, ()), day)
    form = PlanForm(current, MINUTES, LEAD_DAYS)
    if form.sent_well() and filled(form, lambda: maintenance.set_plan(session, actor, asset, upkeep, form.terms(), moment))[0]:
        notice("upkeep_set", asset=card.name)
        return redirect(url_for("maintenance.asset", asset=asset), 303)
    shown = {"asset_card": card, "kind": upkeep, "current": current, "form": form, "told": told(form)}
    return render_template("maintenance/set.html", **shown), 200 if request.method == "GET" else 422


@pages.post("/<int(max=999999999):asset>/plan/<kind>/stoppen")
@requires("upkeep.set")
def end_plan(asset: int, kind: str) -> Response:
    """The asset has no plan of its own any more."""
    if ButtonForm().sent_well():
        pressed(lambda: maintenance.end_plan(db.session(), current_actor(), asset, _kind(kind), now()), "upkeep_ended")
    return redirect(url_for("maintenance.asset", asset=asset), 303)


def _kind(kind: str) -> Upkeep:
    if kind not in (Upkeep.INSPECTION, Upkeep.MAINTENANCE):
        raise NotFound()
    return Upkeep(kind)


def _months(asset: int) -> int:
    """Every how many months the asset is inspected."""
    known, day = catalogue(db.session()), local(now()).date()
    card = known.assets[asset]
    plan = plan_for(card, Upkeep.INSPECTION, known.requirements.get(known.owner(card, day).id, ()), day)
    return plan.every_months if plan else YEARLY
