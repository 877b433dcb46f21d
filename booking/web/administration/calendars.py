"""Calendars of others on screen: what is followed, a new one with what it would take before it does, and what became of each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import current_app, redirect, render_template, request, url_for
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from booking.clock import now
from booking.queries.administration import calendars as queries
from booking.queries.administration.changes import changes_of, version_of
from booking.rules.periods import local
from booking.rules.permissions import Actor, could
from booking.rules.refusals import Refused
from booking.services import calendar_imports
from booking.services.administration.changes import settings_of
from booking.services.calendar_imports import CalendarSettings, Fetcher, Means
from booking.services.calendar_imports.sources import NOUN
from booking.web.access import requires
from booking.web.administration.blueprint import pages
from booking.web.administration.editing import Page, done, form_page, saved
from booking.web.administration.forms.calendar import EVERY, CalendarForm, CalendarSettingsForm
from booking.web.administration.sheet import Choices, Column, Filter, Sheet, list_page
from booking.web.attempts import filled, pressed
from booking.web.background import in_background
from booking.web.extensions import db
from booking.web.forms.base import ButtonForm
from booking.web.forms.fields import told
from booking.web.language import gettext, language
from booking.web.language import lazy_gettext as _
from booking.web.row_ids import read_id
from booking.web.session import current_actor
from booking.words import label

CALENDAR = "<int(max=999999999):calendar>"


def _states(_session: Session, _actor: Actor) -> Choices:
    return [(code, label("calendar_state", code, language())) for code in ("active", queries.FAILING, "paused", "read")]


SHEET = Sheet(
    noun="calendar",
    title=_("Agenda's van anderen"),
    purpose=_("Volg de agenda van wie een zaal ook gebruikt, zoals een school. Wat erin staat, is hier meteen bezet."),
    icon="calendar",
    rows=queries.calendars,
    columns=(
        Column("name", _("Naam")),
        Column("asset", _("Zaal of middel")),
        Column("origin", _("Komt van")),
        Column("good_at", _("Laatst gelezen"), "moment"),
        Column("state", _("Toestand"), "calendar_state"),
    ),
    searched=("name", "asset", "origin"),
    overview="administration.calendars",
    detail="administration.calendar",
    create="administration.new_calendar",
    create_text=_("Volg een agenda"),
    filters=(Filter("state", _("Toestand"), _states),),
)


def means() -> Means:
    """What this installation reads calendars with."""
    return Means(current_app.config["SECRET_KEY"].encode(), Fetcher(loopback=current_app.config["FETCH_LOOPBACK"]))


@pages.get("/agendas", endpoint="calendars")
@requires("calendar.administer")
def overview() -> Response | str:
    """Every calendar that takes an asset of the reader's authorities."""
    return list_page(SHEET)


@pages.route("/agendas/nieuw", endpoint="new_calendar", methods=["GET", "POST"])
@requires("calendar.administer")
def create() -> Response | Page:
    """Fetch or take over a calendar; what it would take is shown before it does."""
    session, actor, made = db.session(), current_actor(), list[int]()
    form = CalendarForm(queries.own_assets(session, actor, local(now()).date()), read_id(request.args.get("asset")))
    asked, proposal = (session, actor, means()), form.proposal()
    if proposal and filled(form, lambda: made.append(calendar_imports.propose(*asked, proposal, now(), form.once.data)))[0]:
        return redirect(url_for("administration.calendar", calendar=made[0]), 303)
    page = render_template("administration/calendars/new.html", sheet=SHEET, form=form, told=told(form))
    return page, 422 if form.errors or form.form_errors else 200


@pages.get(f"/agendas/{CALENDAR}", endpoint="calendar")
@requires("calendar.administer")
def show(calendar: int) -> str:
    """What it would take while nobody confirmed it; then what it takes and how the latest fetches ended."""
    session, actor, moment = db.session(), current_actor(), now()
    found = queries.calendar_page(session, actor, calendar, moment)
    shown: dict[str, Any] = {"sheet": SHEET, "found": found, "row": found.row, "title": found.row.name, "every": EVERY}
    if found.row.state != "read":
        history, desk = changes_of(session, NOUN, calendar), could(actor, "conflict.resolve")
        return render_template("administration/calendars/show.html", history=history, desk=desk, **shown)
    look = wrong = None
    try:
        look = calendar_imports.look(session, actor, calendar, moment)
    except Refused as refused:
        wrong = refused
    return render_template("administration/calendars/preview.html", look=look, wrong=wrong, **shown)


@pages.route(f"/agendas/{CALENDAR}/wijzigen", endpoint="edit_calendar", methods=["GET", "POST"])
@requires("calendar.administer")
def edit(calendar: int) -> Response | Page:
    """What it is called, and how often it is asked for."""
    session, actor, moment = db.session(), current_actor(), now()
    row, asset = queries.own_calendar(session, actor, calendar, moment)
    read, version = settings_of(CalendarSettings, row), version_of(session, NOUN, calendar)
    form = CalendarSettingsForm(read, version, fetched=row.host is not None)
    if saved(form, lambda: calendar_imports.change(session, actor, calendar, form.read_at, form.calendar(), moment)):
        return done("setting_saved", SHEET.detail, calendar=calendar)
    form.about = asset.name
    title, back = gettext("%(name)s wijzigen") % {"name": read.name}, url_for(SHEET.detail, calendar=calendar)
    return form_page(SHEET, form, title, back, under=read.name)


@pages.post(f"/agendas/{CALENDAR}/volgen", endpoint="confirm_calendar")
@requires("calendar.administer")
def confirm(calendar: int) -> Response:
    """It takes the asset from now on."""
    return _done(calendar, calendar_imports.confirm, "calendar_confirmed", _refresh)


@pages.post(f"/agendas/{CALENDAR}/verwerpen", endpoint="discard_calendar")
@requires("calendar.administer")
def discard(calendar: int) -> Response:
    """Nothing of it is kept."""
    return _done(calendar, calendar_imports.discard, "calendar_discarded", stays=False)


@pages.post(f"/agendas/{CALENDAR}/vernieuwen", endpoint="refresh_calendar")
@requires("calendar.administer")
def refresh(calendar: int) -> Response:
    """It is asked for now."""
    return _done(calendar, calendar_imports.ask_again, "calendar_asked", _refresh)


@pages.post(f"/agendas/{CALENDAR}/pauzeren", endpoint="pause_calendar")
@requires("calendar.administer")
def pause(calendar: int) -> Response:
    """It is not asked for any more."""
    return _done(calendar, calendar_imports.pause, "calendar_paused")


@pages.post(f"/agendas/{CALENDAR}/hervatten", endpoint="resume_calendar")
@requires("calendar.administer")
def resume(calendar: int) -> Response:
    """It is followed again."""
    return _done(calendar, calendar_imports.resume, "calendar_resumed", _refresh)


@pages.post(f"/agendas/{CALENDAR}/verwijderen", endpoint="remove_calendar")
@requires("calendar.administer")
def remove(calendar: int) -> Response:
    """It is followed no more, and what it took comes free."""
    return _done(calendar, calendar_imports.remove, "calendar_removed", _clear, stays=False)


def _done(
    calendar: int, act: Callable[..., None], said: str, after: Callable[[int], None] | None = None, *, stays: bool = True
) -> Response:  # fmt: skip
    """Press a button about a calendar, and begin what follows from it without waiting."""
    if ButtonForm().sent_well():
        did = pressed(lambda: act(db.session(), current_actor(), calendar, now()), said)
        if did and after:
            after(calendar)
    return redirect(url_for("administration.calendar", calendar=calendar) if stays else url_for(SHEET.overview), 303)


def _refresh(calendar: int) -> None:
    with_, moment = means(), now()
    in_background(lambda session: calendar_imports.refresh(session, with_, calendar, moment))


def _clear(calendar: int) -> None:
    moment = now()
    in_background(lambda session: calendar_imports.remove_events(session, calendar, moment))
