"""What goes on behind the screens, for who administers the installation: jobs with their turns, and mails that wait or failed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from flask import current_app, redirect, render_template, request, url_for
from sqlalchemy import literal, select
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from booking.clock import now
from booking.jobs import CALENDARS, CALENDARS_EVERY, JOBS, MAIL, MAIL_EVERY, slot
from booking.queries.administration.machinery import Turns, post, troubles, turns
from booking.rules.permissions import Actor
from booking.services import outbox
from booking.web.access import requires
from booking.web.administration.blueprint import pages
from booking.web.administration.sheet import Sheet
from booking.web.attempts import pressed
from booking.web.extensions import db
from booking.web.language import lazy_gettext as _
from booking.web.session import current_actor

SILENT = timedelta(minutes=5)
"""A minute is the longest that a living process keeps silent; after five nobody runs."""


class MachinerySheet(Sheet):
    """A noun of the administration that is no table of one kind of row."""

    __slots__ = ()

    def count(self, session: Session, actor: Actor) -> int:
        """How much asks for somebody."""
        return troubles(session, actor, now())


SHEET = MachinerySheet(
    noun="machinery",
    title=_("Achtergrondwerk"),
    purpose=_("Wat vanzelf gebeurt: mails, herinneringen, termijnen en opruimen. Wanneer het laatst gebeurde, en wat misging."),
    icon="clock",
    rows=lambda _actor, _today, _filters: select(literal(1).label("id")),  # never asked: it is no table
    columns=(),
    searched=(),
    overview="administration.machinery",
)


@dataclass(frozen=True, slots=True)
class JobCard:
    """A job on the page: how often it is due, when next, and how its last turn went; `cure` says what to do about its faults."""

    name: str
    every: timedelta
    next_at: datetime
    last: Turns | None
    cure: str


@pages.get("/achtergrondwerk", endpoint="machinery")
@requires("installation.steward")
def overview() -> str:
    """Every job and every mail in trouble. When no process runs, that is said first."""
    session, actor, moment = db.session(), current_actor(), now()
    known = turns(session, actor, moment)
    began = max((each.started_at for each in known.values()), default=None)
    times = {MAIL: MAIL_EVERY, CALENDARS: CALENDARS_EVERY, **{job.name: job.every for job in JOBS}}
    cards = [_card(name, every, known.get(name), moment) for name, every in times.items()]
    return render_template(
        "administration/machinery.html", sheet=SHEET, cards=cards, post=post(session, actor, moment), began=began, moment=moment,
        silent=began is None or began < moment - SILENT, mailless=not current_app.config["SMTP_URL"],
    )  # fmt: skip


@pages.post("/achtergrondwerk/mails", endpoint="mails_again")
@requires("installation.steward")
def again() -> Response:
    """Try one mail that failed once more, or all of them."""
    names = request.form.getlist("mail")[:100]
    pressed(lambda: outbox.try_again(db.session(), current_actor(), names, now()), "mail_tried_again")
    return redirect(url_for("administration.machinery", _anchor="mails"), 303)


def _card(name: str, every: timedelta, last: Turns | None, moment: datetime) -> JobCard:
    cure = ""
    if last and last.is_cut_off(moment):
        cure = "cut_off"
    elif last and last.faults:
        cure = "database" if last.fault in {"Busy", "OperationalError", "DBAPIError", "InterfaceError"} else "other"
    return JobCard(name, every, slot(every, moment) + every, last, cure)
