"""First steps: an empty installation greets its first administrator, and shows what is still to be set up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from flask import Blueprint, Flask, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from booking.clock import now
from booking.formats.regulation.template import first_regulation
from booking.queries import start as queries
from booking.queries.catalogue import catalogue
from booking.queries.start import Progress
from booking.rules.kinds import RoleName
from booking.rules.periods import local
from booking.services import regulations, sign_in
from booking.services import start as services
from booking.web.access import requires
from booking.web.attempts import filled
from booking.web.extensions import db
from booking.web.forms.start import AdministratorForm, MunicipalityForm, RegulationForm
from booking.web.language import Lazy, language
from booking.web.language import lazy_gettext as _
from booking.web.notices import notice
from booking.web.session import caller, current_actor, door, give_key
from booking.words import label

pages = Blueprint("start", __name__, url_prefix="/start")


@dataclass(frozen=True, slots=True)
class Step:
    """Something nobody can do without: what it is for, the screen that does it, and when it is done."""

    title: Lazy
    purpose: Lazy
    endpoint: str
    action: Lazy
    done: Callable[[Progress], object]
    needs: Callable[[Progress], object] = lambda _progress: True


def _has_authority(progress: Progress) -> object:
    return progress.authority


STEPS = (
    Step(
        _("Uw gemeente"), _("Elke gemeente beslist zelf over wat van haar is: haar middelen, regels en tarieven."),
        "start.municipality", _("Voeg uw gemeente toe"), _has_authority,
    ),
    Step(
        _("Een loods of gebouw"),
        _("Waar materiaal wordt afgehaald of waar de zaal is, met de openingsuren: die bepalen wanneer iets uitgegeven wordt."),
        "administration.new_depot", _("Voeg een plaats toe"), lambda progress: progress.depots, _has_authority,
    ),
    Step(
        _("Uw eerste middelen"), _("Wat u uitleent. Hebt u al een lijst in een rekenblad? Lees ze in één keer in."),
        "administration.imports", _("Lees een lijst in"), lambda progress: progress.assets, lambda progress: progress.depots,
    ),
    Step(
        _("Een retributiereglement"), _("Wat de raad besliste. Zonder reglement heeft niets een prijs."),
        "start.regulation", _("Begin met een eenvoudig reglement"), lambda progress: progress.regulations, lambda progress: progress.assets,
    ),
    Step(
        _("Uw collega's"), _("De uitleendienst beslist over aanvragen, de technische dienst ziet wat klaar moet staan."),
        "invitations.overview", _("Nodig collega's uit"), lambda progress: progress.colleagues, _has_authority,
    ),
)  # fmt: skip


def hang(app: Flask) -> None:
    """While nobody administers anything, the front page leads to the set-up."""
    app.before_request(greet)


def greet() -> Response | None:
    """Costs nothing once there is anything to lend: an installation with an authority in its catalogue is not new."""
    new = request.endpoint == "catalogue.search" and not catalogue(db.session()).authorities and queries.untouched(db.session())
    return redirect(url_for("start.show"), 303) if new else None


@pages.route("", methods=["GET", "POST"])
@requires("door.open")
def show() -> Response | tuple[str, int]:
    """The first account while there is none; then, for who administers, what is done and what comes next."""
    session = db.session()
    if queries.untouched(session):
        return _first_account()
    actor = current_actor()
    if not (actor.steward or actor.roles):
        abort(404)
    progress = queries.progress(session, actor)
    steps = [(step, bool(step.done(progress)), bool(step.needs(progress))) for step in STEPS]
    return render_template("start/steps.html", steps=steps, progress=progress), 200


def _first_account() -> Response | tuple[str, int]:
    form = AdministratorForm()
    if form.sent_well():
        email, password = form.email.data.strip(), form.password.data
        made, _found = filled(
            form,
            lambda: services.first_administrator(
                db.session(), door(), caller(), form.code.data, email, form.name.data.strip(), password, now()
            ),
        )
        if made:
            give_key(sign_in.sign_in(db.session(), door(), caller(), email, password, now()))
            return redirect(url_for("start.show"), 303)
    return render_template("start/welcome.html", form=form), 422 if request.method == "POST" else 200


@pages.route("/gemeente", methods=["GET", "POST"])
@requires("authority.create")
def municipality() -> Response | tuple[str, int]:
    """The first authority; who adds it works for it at once."""
    form = MunicipalityForm()
    if form.sent_well():
        name, nis, email = (field.data.strip() for field in (form.name, form.nis, form.email))
        if filled(form, lambda: services.first_municipality(db.session(), current_actor(), name, nis, email, now()))[0]:
            notice("start_municipality", name=name)
            return redirect(url_for("start.show"), 303)
    return render_template("start/municipality.html", form=form), 422 if request.method == "POST" else 200


@pages.route("/reglement", methods=["GET", "POST"])
@requires("regulation.write")
def regulation() -> Response | tuple[str, int]:
    """A simple regulation for what there is to lend; what it computes is proven before it is published."""
    session, actor = db.session(), current_actor()
    progress = queries.progress(session, actor, RoleName.TARIFFS)
    if progress.nis is None:
        abort(404)
    categories = queries.lent_categories(session, progress.authority or 0)
    form = RegulationForm(categories, f"Retributiereglement {progress.authority_name}", local(now()).date())
    named = {code: label("category", code, language()) for code in categories}
    if form.sent_well():
        text = first_regulation(form.decision(progress.nis), {code: label("category", code, "nl") for code in categories})
        made: list[regulations.Imported] = []
        if filled(form, lambda: made.append(regulations.read_in(session, actor, text, now())))[0]:
            return _begun(made[-1], form.title.data)
    return render_template("start/regulation.html", form=form, named=named), 422 if request.method == "POST" else 200


def _begun(made: regulations.Imported, title: str) -> Response:
    """Back to the steps; a regulation with something to be answered first goes on where it is published."""
    if made.doubts:
        return redirect(url_for("regulations.publish", regulation=made.id), 303)
    notice("start_regulation", title=title)
    return redirect(url_for("start.show"), 303)
