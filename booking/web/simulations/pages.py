"""A regulation tried on a past year: asked for, followed while it runs, read and kept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from flask import Blueprint, Response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from booking.clock import now
from booking.queries.simulations import runs as queries
from booking.queries.simulations.runs import Named
from booking.rules.periods import local
from booking.rules.simulations import Effect
from booking.services import simulations
from booking.web.access import requires
from booking.web.attempts import filled, pressed
from booking.web.background import in_background
from booking.web.exports import exported
from booking.web.extensions import db
from booking.web.forms.base import ButtonForm
from booking.web.forms.fields import told
from booking.web.forms.simulation import SimulationForm
from booking.web.language import here
from booking.web.language import lazy_gettext as _
from booking.web.row_ids import read_id
from booking.web.session import current_actor
from booking.web.simulations.telling import category_names, columns_of, gaps_of, tables_of, why_not

UNDER_WAY = ("waiting", "running")

pages = Blueprint("simulations", __name__, url_prefix="/tarieven/doorrekenen")
pages.add_app_template_filter(category_names)
pages.add_app_template_filter(why_not)


@pages.route("", endpoint="overview", methods=["GET", "POST"])
@requires(queries.ACT)
def overview() -> Answer | tuple[str, int]:
    """What was tried before, and a regulation to try."""
    session, actor, moment, made = db.session(), current_actor(), now(), []
    form = SimulationForm(queries.versions(session, actor), local(moment).date(), _chosen())
    if form.sent_well():
        asked = (form.regulation.data, form.against.data, form.first.data, form.last.data)
        if filled(form, lambda: made.append(simulations.start(session, actor, *asked, moment)))[0]:
            in_background(lambda own: simulations.run(own, made[0], moment))
            return redirect(url_for("simulations.show", simulation=made[0]), 303)
    runs = [(run, queries.outcome_of(run) if run.state == "done" else None) for run in queries.simulations(session, actor)]
    page = render_template("simulations/list.html", form=form, told=told(form), runs=runs)
    return page, 422 if request.method == "POST" else 200


@pages.get("/<int:simulation>")
@requires(queries.ACT)
def show(simulation: int) -> str | Response:
    """How far it is; then what would change, for whom and for what; every dossier as a file."""
    session, actor = db.session(), current_actor()
    run = queries.simulation_of(session, actor, simulation)
    if request.headers.get("HX-Request") and run.state not in UNDER_WAY:
        return Response(headers={"HX-Redirect": here()})  # who follows it sees the whole page at its end
    if run.state != "done":
        return render_template("simulations/progress.html", run=run)
    found = queries.outcome_of(run)
    if file := exported(_("Doorgerekend reglement"), columns_of(found), _kept(run)):
        return file
    summary = found.summary
    return render_template(
        "simulations/show.html",
        run=run,
        found=found,
        summary=summary,
        tables=tables_of(found),
        gaps=gaps_of(found),
        named=queries.named(session, actor, [each.dossier for each in (*summary.dearer, *summary.cheaper)]),
    )


@pages.post("/<int:simulation>/stoppen")
@requires(queries.ACT)
def cancel(simulation: int) -> Answer:
    """Call it off."""
    if ButtonForm().sent_well():
        pressed(lambda: simulations.cancel(db.session(), current_actor(), simulation), "simulation_cancelled")
    return redirect(url_for("simulations.show", simulation=simulation), 303)


def _chosen() -> int | None:
    """The regulation that a link names."""
    return read_id(request.args.get("reglement"))


def _kept(run: Any) -> Iterator[tuple[Effect, Named | None]]:
    """Every dossier, with its name for who may read it."""
    session = db.session()
    effects = queries.effects_of(session, run.id)
    known = queries.named(session, current_actor(), [each.dossier for each in effects])
    return ((each, known.get(each.dossier)) for each in effects)
