"""Pages about the product itself: how accessible it is, and for those who build it, all of its components on one page."""

from __future__ import annotations

from datetime import date

from flask import Blueprint, abort, current_app, render_template

from booking.rules.lifecycle import LineState
from booking.web.access import requires
from booking.words.kinds import CATEGORIES

pages = Blueprint("about", __name__)

EXAMINED = date(2026, 11, 22)  # when the statement was last held against the screens
TONES = ("good", "wait", "info", "bad", "idle")
VERDICTS = ("ok", "notice", "needs_document", "needs_approval", "refused")


@pages.get("/toegankelijkheid")
@requires("door.open")
def accessibility() -> str:
    """The accessibility statement that the Flemish rules ask of a public body (Bestuursdecreet, Decision (EU) 2018/1523)."""
    return render_template("about/accessibility.html", examined=EXAMINED)


@pages.get("/styleguide")
@requires("door.open")
def styleguide() -> str:
    """Tokens and components as they are now; in development and in the demo only."""
    if not (current_app.config["DEMO"] or current_app.debug):
        abort(404)
    return render_template("about/styleguide.html", tones=TONES, verdicts=VERDICTS, states=list(LineState), categories=sorted(CATEGORIES))
