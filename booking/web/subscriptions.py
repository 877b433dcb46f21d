"""One's own calendars: a secret address each, shown once, changed, renewed or ended at will."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import Blueprint, current_app, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from booking.clock import now
from booking.formats import qr
from booking.queries.feeds import Followed, feed_of, feeds_of, followable, hall_of
from booking.rules.feeds import DETAILS, REMIND, Scope
from booking.rules.periods import local
from booking.rules.permissions import Actor
from booking.services import feeds
from booking.services.limits import Limit, count
from booking.web.access import requires
from booking.web.attempts import filled, pressed
from booking.web.extensions import db
from booking.web.forms.base import ButtonForm
from booking.web.forms.fields import told
from booking.web.forms.subscription import FeedForm, SettingsForm, key_of, name_of
from booking.web.language import language
from booking.web.notices import notice
from booking.web.session import caller, current_actor, door

Page = tuple[str, int]

PUBLIC = Limit("feed", both=10, subject=200, network=30)
"""How often a stranger may ask for an address, within a quarter of an hour: of one hall, by everyone together, and of all halls."""

pages = Blueprint("feeds", __name__)


@pages.route("/agendas", methods=["GET", "POST"])
@requires("account.own")
def overview() -> Page:
    """The reader's calendars, and the form for one more. A new address is on this one answer and nowhere else."""
    session, actor = db.session(), current_actor()
    form, made = _form(actor), []
    if form.sent_well():
        filled(form, lambda: made.append(feeds.create_once(session, actor, form.wish(), form.once.data, now())))
    return _page(_form(actor, fresh=True) if made else form, made)


@pages.get("/agendas/uitleg")
@requires("door.open")
def steps() -> str:
    """How to put an address into a calendar program, step by step."""
    return render_template("feeds/steps.html")


@pages.route("/agendas/<int:feed>", methods=["GET", "POST"])
@requires("account.own")
def settings(feed: int) -> Response | Page:
    """Another name, level, language, reminders or last day; the address stays."""
    session, actor = db.session(), current_actor()
    found = feed_of(session, actor, feed)
    scope = Scope(found.scope)
    kept = {"name": found.name, "detail": found.detail, "language": found.language, "until": found.expires_on}
    form = SettingsForm({**kept, "alarms": [str(minutes) for minutes in found.reminders]})
    if form.sent_well() and filled(form, lambda: feeds.change(session, actor, feed, form.settings(scope), now()))[0]:
        notice("feed_changed")
        return redirect(url_for("feeds.overview"), 303)
    shown = render_template("feeds/settings.html", form=form, told=told(form), feed=found, levels=DETAILS[scope])
    return shown, 422 if request.method == "POST" else 200


@pages.post("/agendas/<int:feed>/vernieuwen")
@requires("account.own")
def rotate(feed: int) -> Response | Page:
    """Another address: the old one ends at once."""
    if not ButtonForm().sent_well():
        return redirect(url_for("feeds.overview"), 303)
    return _page(_form(current_actor(), fresh=True), [feeds.rotate(db.session(), current_actor(), feed, now())])


@pages.post("/agendas/<int:feed>/verlengen")
@requires("account.own")
def renew(feed: int) -> Response:
    """Another year at the same address."""
    return _pressed(lambda: feeds.renew(db.session(), current_actor(), feed, now()), "feed_renewed")


@pages.post("/agendas/<int:feed>/stoppen")
@requires("account.own")
def revoke(feed: int) -> Response:
    """End a calendar at once."""
    return _pressed(lambda: feeds.revoke(db.session(), current_actor(), feed, now()), "feed_ended")


@pages.route("/middelen/<hall>/agenda", methods=["GET", "POST"])
@requires("feed.occupancy")
def taken(hall: str) -> Page:
    """When a hall is taken, in anybody's calendar: an address of one's own, without an account too."""
    session, actor, form = db.session(), current_actor(), ButtonForm()
    found, address = hall_of(session, hall), None
    if form.sent_well():
        if actor.account_id is None:
            count(session, door().secret, PUBLIC, found.code, caller().address, now())
        wish = feeds.Wish(Followed(Scope.OCCUPANCY, found.id), feeds.Settings(found.name, language()))
        address = _address(feeds.create(session, actor, wish, now()))
    page = render_template("feeds/hall.html", hall=found, form=form, **_shown(address))
    return page, 200


def _pressed(act: Callable[[], None], done: str) -> Response:
    if ButtonForm().sent_well():
        pressed(act, done)
    return redirect(url_for("feeds.overview"), 303)


def _form(actor: Actor, *, fresh: bool = False) -> FeedForm:
    today = local(now()).date()
    return FeedForm(followable(db.session(), actor, today), today, request.args.get("what", ""), fresh=fresh)


def _page(form: FeedForm, made: list[str]) -> Page:
    session, actor, today = db.session(), current_actor(), local(now()).date()
    choices = (choice for group in followable(session, actor, today).values() for choice in group)
    names = {key_of(choice.what): name_of(choice) for choice in choices}
    mine = [(feed, names.get(key_of(Followed(Scope(feed.scope), feed.subject_id, feed.within_id)))) for feed in feeds_of(session, actor)]
    shown = {"feeds": mine, "today": today, "soon": today + REMIND}
    page = render_template("feeds/overview.html", form=form, told=told(form), **shown, **_shown(_address(made[0]) if made else None))
    return page, 422 if request.method == "POST" and not made else 200


def _address(token: str) -> str:
    return f"{current_app.config['BASE_URL']}/feeds/{token}.ics"


def _shown(address: str | None) -> dict[str, Any]:
    """A new address as it is copied, clicked and scanned."""
    if address is None:
        return {"address": None}
    subscribing = f"webcal://{address.partition('://')[2]}"
    return {"address": address, "webcal": subscribing, "squares": qr.code(subscribing)}
