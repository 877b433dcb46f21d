"""Closures on screen: what is shut, a closing with its consequences shown before it is saved, and opening again."""

from __future__ import annotations

from datetime import datetime, timedelta

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from booking.clock import now
from booking.queries.administration import closures as queries
from booking.queries.conflicts import lasting_facts
from booking.rules.kinds import OccupancyKind
from booking.rules.periods import day_period, end_of, local, start_of
from booking.services import closures, incidents
from booking.web.access import requires
from booking.web.administration.blueprint import pages
from booking.web.administration.editing import Page
from booking.web.administration.forms.closure import CloseForm
from booking.web.administration.sheet import Column, Filter, Sheet, list_page
from booking.web.attempts import filled, pressed
from booking.web.extensions import db
from booking.web.forms.base import ButtonForm
from booking.web.forms.fields import told
from booking.web.frame import day
from booking.web.language import gettext
from booking.web.language import lazy_gettext as _
from booking.web.notices import notice
from booking.web.session import current_actor

SHEET = Sheet(
    noun="closure",
    title=_("Sluitingen"),
    purpose=_("Dagen waarop een plaats, zaal of middel dicht is. Wat al beloofd was, komt op de werklijst."),
    icon="lock",
    rows=queries.closures,
    columns=(
        Column("place", _("Plaats")),
        Column("first", _("Van"), "day"),
        Column("last", _("Tot en met"), "day"),
        Column("reason", _("Reden")),
    ),
    searched=("place", "reason"),
    overview="administration.closures",
    detail="administration.closure",
    create="administration.close",
    create_text=_("Sluit iets"),
    filters=(Filter("when", _("Wanneer"), lambda _session, _actor: [("past", gettext("Voorbij"))], _("Nu en later")),),
    sort="first",
)


@pages.app_template_filter()
def last_day(ends: datetime) -> str:
    """The last day of what ends at a moment: a closing until midnight is over on the day before."""
    return day(ends - timedelta(seconds=1))


@pages.get("/sluitingen", endpoint="closures")
@requires("place.close")
def overview() -> Response | str:
    """What is or will be shut: places in the list, halls and assets on their own under it."""
    single = [fact for fact in lasting_facts(db.session(), current_actor(), now()) if fact.kind == OccupancyKind.CLOSURE]
    return list_page(SHEET, "administration/closures.html", single=single)


@pages.get("/sluitingen/<int:closure>", endpoint="closure")
@requires("place.close")
def show(closure: int) -> str:
    """Closed days of a place."""
    found = queries.closed_place(db.session(), current_actor(), closure, now())
    return _page(found, url_for("administration.reopen", closure=closure))


@pages.get("/sluitingen/middel/<int:shut>", endpoint="asset_closure")
@requires("place.close")
def show_asset(shut: int) -> str:
    """The closure of one hall or asset."""
    found = queries.closed_asset(db.session(), current_actor(), shut, now())
    return _page(found, url_for("administration.reopen_asset", shut=shut))


@pages.route("/sluitingen/nieuw", endpoint="close", methods=["GET", "POST"])
@requires("place.close")
def close() -> Response | Page:
    """Close something; what that hits is shown first."""
    session, actor = db.session(), current_actor()
    form = CloseForm(*queries.closable(session, actor, local(now()).date()), what=request.args.get("what", ""))
    hits: list[queries.Hit] | None = None
    if form.well():
        seen, hits = form.saw(), _hits(form)
        made: list[Response] = []
        if seen and filled(form, lambda: made.append(_closed(form)))[0]:
            return made[0]
    page = render_template("administration/close.html", sheet=SHEET, form=form, told=told(form), hits=hits)
    return page, 422 if form.errors or form.form_errors else 200


@pages.post("/sluitingen/<int:closure>/open", endpoint="reopen")
@requires("place.close")
def reopen(closure: int) -> Response:
    """The place opens again, from today on."""
    session, actor = db.session(), current_actor()
    found = queries.closed_place(session, actor, closure, now())
    if ButtonForm().sent_well():
        pressed(lambda: closures.reopen_place(session, actor, closure, now()), "place_reopened", place=found.what)
    return redirect(url_for(SHEET.overview), 303)


@pages.post("/sluitingen/middel/<int:shut>/open", endpoint="reopen_asset")
@requires("place.close")
def reopen_asset(shut: int) -> Response:
    """The hall or asset can be used again."""
    session, actor = db.session(), current_actor()
    found = queries.closed_asset(session, actor, shut, now())
    if ButtonForm().sent_well():
        pressed(lambda: incidents.end_fact(session, actor, shut, now()), "fact_ended", asset=found.what)
    return redirect(url_for(SHEET.overview), 303)


def _page(found: queries.ClosurePage, reopens: str) -> str:
    return render_template("administration/closure.html", sheet=SHEET, found=found, title=found.what, history=[], reopens=reopens)


def _hits(form: CloseForm) -> list[queries.Hit]:
    kind, key = form.subject()
    last = form.last.data or queries.FOREVER
    if kind == "depot":
        return queries.hit_at_place(db.session(), key, form.first.data, last)
    return queries.hit_of_asset(db.session(), key, day_period(form.first.data, last))


def _closed(form: CloseForm) -> Response:
    session, actor, (kind, key), first, last = db.session(), current_actor(), form.subject(), form.first.data, form.last.data
    if kind == "depot":
        closures.close_place(session, actor, key, first, last, form.reason.data, now())
        notice("place_closed")
        return redirect(url_for(SHEET.overview), 303)
    units = queries.units_of(session, key)
    ends = end_of(last) if last else None
    fact = incidents.record_closure(session, actor, key, now(), max(start_of(first), now()), ends, units, form.reason.data)
    notice("place_closed")
    return redirect(url_for("administration.asset_closure", shut=fact), 303)
