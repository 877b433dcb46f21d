"""One's own calendars: a secret address each, shown once, changed or ended at will."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, current_app, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from booking.clock import now
from booking.queries.feeds import feeds_of
from booking.queries.subscriptions import followable
from booking.rules.periods import local
from booking.services import feeds
from booking.web.access import requires
from booking.web.attempts import filled
from booking.web.extensions import db
from booking.web.forms.base import ButtonForm
from booking.web.forms.fields import told
from booking.web.forms.subscription import FeedForm
from booking.web.notices import notice
from booking.web.session import current_actor

Page = tuple[str, int]

pages = Blueprint("feeds", __name__, url_prefix="/agendas")


@pages.route("", methods=["GET", "POST"])
@requires("account.own")
def overview() -> Page:
    """The reader's calendars, and the form for one more. A new address is on this one answer and nowhere else."""
    session, actor = db.session(), current_actor()
    form = FeedForm(followable(session, actor, local(now()).date()))
    made: list[str] = []
    if form.sent_well():
        filled(form, lambda: made.append(feeds.create(session, actor, *form.subject(), form.name.data, actor.language, now())))
    return _page(form, made)


@pages.post("/<int:feed>/vernieuwen")
@requires("account.own")
def rotate(feed: int) -> Response | Page:
    """Another address: the old one ends at once."""
    return _pressed(lambda: [feeds.rotate(db.session(), current_actor(), feed, now())])


@pages.post("/<int:feed>/stoppen")
@requires("account.own")
def revoke(feed: int) -> Response | Page:
    """End a calendar at once."""
    return _pressed(lambda: feeds.revoke(db.session(), current_actor(), feed, now()))


def _pressed(act: Callable[[], list[str] | None]) -> Response | Page:
    made = act() if ButtonForm().sent_well() else None
    if made:
        return _page(FeedForm(followable(db.session(), current_actor(), local(now()).date())), made)
    notice("feed_ended")
    return redirect(url_for("feeds.overview"), 303)


def _page(form: FeedForm, made: list[str]) -> Page:
    session, actor = db.session(), current_actor()
    names = {(scope, key): name for scope, named in followable(session, actor, local(now()).date()).items() for key, name in named}
    address = f"{current_app.config['BASE_URL']}/feeds/{made[0]}.ics" if made else None
    page = render_template("feeds/overview.html", form=form, told=told(form), feeds=feeds_of(session, actor), names=names, address=address)
    return page, 422 if request.method == "POST" and not made else 200
