"""The desk moves a line: first what would come of it, told beside the form, then the move itself; a page, or a dialog on the board."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from booking.clock import now
from booking.queries.catalogue import catalogue
from booking.queries.lines import Standing, pending, standing
from booking.queries.moving import Moved, fitting, moved
from booking.queries.nearby import alternatives
from booking.queries.overview import LineView, Overview, overview
from booking.rules.admission import OVERRIDABLE, Finding, Verdict
from booking.rules.lifecycle import STANDS
from booking.rules.periods import InvalidTime, Period
from booking.rules.refusals import NotFound, Refused
from booking.rules.waiting import FREED_IN_TIME
from booking.services import moving, reservations
from booking.web.access import requires
from booking.web.attempts import filled, pressed
from booking.web.extensions import db
from booking.web.forms.base import ButtonForm
from booking.web.forms.fields import told
from booking.web.forms.moving import MoveForm
from booking.web.language import language
from booking.web.notices import notice
from booking.web.scripts import wants_part
from booking.web.session import current_actor
from booking.web.targets import led_to
from booking.words import letter

pages = Blueprint("moving", __name__, url_prefix="/werklijst")


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a half-filled form would come to: `wanted` None while nothing can be said; `mail` is what the borrower would read."""

    wanted: Moved | None = None
    mail: str = ""

    @property
    def refusals(self) -> list[Finding]:
        """What refuses, whether or not it may be set aside."""
        return [found for found in self.wanted.judged.findings if found.verdict is Verdict.REFUSED] if self.wanted else []

    @property
    def able(self) -> bool:
        """True when it may be done; what may be set aside then needs a reason."""
        return self.wanted is not None and all(found.code in OVERRIDABLE for found in self.refusals)

    @property
    def is_taken(self) -> bool:
        """True when somebody else has it then."""
        return any(found.code in FREED_IN_TIME for found in self.refusals)


@pages.route("/<reference>/lijnen/<int:number>/verplaatsen", methods=["GET", "POST"])
@requires("line.decide")
def move(reference: str, number: int) -> Response | tuple[str, int]:
    """Another date or asset for a line: previewed, then done or proposed."""
    session, actor, moment = db.session(), current_actor(), now()
    found = standing(session, actor, "line.decide", reference, number)
    seen, line = _line(reference, number)
    form = MoveForm(found.line.asset_id, line.periods.use)
    asked = form.period() or line.periods.use
    form.offer(fitting(session, catalogue(session), line.asset, line.units, found.holder, asked, moment))
    well, use = form.moves and form.sent_well(), form.period()  # in this order: to validate is to forget what was found before
    if well and use and _done(form, reference, number, use, moment):
        return led_to(form.target(url_for("desk.dossier", reference=reference)))
    view = _outlook(form, found, use, moment)
    able = found.state in moving.MOVABLE and not pending(session, found.line.id)
    shown = {"found": seen, "line": line, "form": form, "view": view, "dates": _dates(view, moment), "told": told(form), "movable": able}
    template = "desk/move_part.html" if wants_part() else "desk/move.html"
    return render_template(template, **shown, in_dialog=wants_part()), 422 if form.moves else 200


@pages.post("/<reference>/lijnen/<int:number>/voorstel-intrekken")
@requires("line.decide")
def withdraw(reference: str, number: int) -> Response:
    """Take back what the borrower has not answered yet."""
    if ButtonForm().sent_well():
        pressed(lambda: reservations.withdraw(db.session(), current_actor(), reference, number, now()), "proposal_withdrawn", number=number)
    return redirect(url_for("desk.dossier", reference=reference), 303)


@pages.app_template_global()
def proposed(found: Overview, line: LineView) -> Moved | None:
    """What the proposal beside a line would make of it, for who has to answer; None where nothing can be said of it."""
    if line.change is None or line.change.asked_by != "desk" or not found.mine:
        return None
    session, actor = db.session(), current_actor()
    kept = standing(session, actor, "line.answer", found.reference, line.number)
    try:
        return moved(session, catalogue(session), actor, kept, line.change.periods.use, line.change.asset.id, now())
    except (InvalidTime, Refused):
        return None


def _done(form: MoveForm, reference: str, number: int, use: Period, moment: datetime) -> bool:
    """Do it, or tell the form what stood in the way."""
    at_once = False

    def act() -> None:
        nonlocal at_once
        reason = form.reason.data or ""
        at_once = moving.move(db.session(), current_actor(), reference, number, moment, use, form.asset.data, reason)

    done = filled(form, act)[0]
    if done:
        notice("line_moved" if at_once else "move_proposed", number=number)
    return done


def _outlook(form: MoveForm, found: Standing, use: Period | None, moment: datetime) -> Outlook:
    """What is told beside the form; what makes no sense is told on it."""
    session, known = db.session(), catalogue(db.session())
    asset = form.asset.data
    if use is None or form.asset.errors or (asset == found.line.asset_id and use == _use(found)):
        return Outlook()
    try:
        wanted = moved(session, known, current_actor(), found, use, asset, moment)
    except (InvalidTime, Refused) as wrong:
        if not form.form_errors:
            form.blame(wrong.code, **{name: value for name, value in wrong.details.items() if name != "field"})
        return Outlook()
    return Outlook(wanted, _mail(found, wanted, form.reason.data or ""))


def _use(found: Standing) -> Period:
    return Period(found.line.use_start, found.line.use_end)


def _dates(view: Outlook, moment: datetime) -> list[Period]:
    """Where it is not free: when it is, near by."""
    return alternatives(db.session(), catalogue(db.session()), view.wanted.judged, moment).dates if view.wanted and view.is_taken else []


def _mail(found: Standing, wanted: Moved, reason: str) -> str:
    """What the borrower will be told, in the reader's language."""
    event = "line_move" if wanted.at_once else "line_propose_move" if found.state in STANDS else "line_propose"
    payload: dict[str, Any] = {
        "reference": found.reservation.reference, "number": found.line.number, "reason": reason, "owner": wanted.judged.facts.owner.name,
    }  # fmt: skip
    return letter(event, language(), payload, "").body


def _line(reference: str, number: int) -> tuple[Overview, LineView]:
    """The line with its reservation, as the desk sees them. Raises NotFound."""
    found = overview(db.session(), current_actor(), reference)
    line = next((line for line in found.lines if line.number == number), None)
    if line is None:
        raise NotFound()
    return found, line
