"""Labels with a QR code for assets: all of a list as it is filtered, or of one asset; from any place of a used sheet on."""

from __future__ import annotations

from typing import Any

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from booking.clock import now
from booking.formats.qr import STICKER
from booking.queries.administration.labels import LabelView, labels_of
from booking.queries.administration.listing import all_listed
from booking.rules.periods import local
from booking.rules.refusals import NotFound
from booking.web.access import requires
from booking.web.administration.assets import SHEET
from booking.web.administration.blueprint import pages
from booking.web.administration.sheet import asked
from booking.web.extensions import db
from booking.web.language import gettext as _
from booking.web.printed.sheets import lasting, printed, qr
from booking.web.session import current_actor

ON_A_SHEET = 24
"""Labels of 70 × 37 mm on a sheet of A4: three beside each other, eight under each other."""

MOST = 960
"""Labels in one go: forty sheets."""

SHEETS = ("small", "large")
TIMES = ("1", "2", "3", "5", "10", "each")
"""How many of each asset; `each` is one for every unit of stock."""


@pages.get("/middelen/etiketten", endpoint="asset_labels")
@requires("asset.administer")
def choose() -> str:
    """Which sheet, how many of each, and from which place on."""
    found = _wanted()
    kept = {name: value for name, value in request.args.items() if name not in ("vel", "keer", "vanaf")}
    shown = {"sheet": SHEET, "labels": found, "kept": kept, "places": range(1, ON_A_SHEET + 1), "most": MOST, "times": TIMES}
    return render_template("administration/labels.html", **shown, stock=any(label.units > 1 for label in found))


@pages.get("/middelen/etiketten/pdf", endpoint="asset_labels_pdf")
@requires("asset.administer")
def paper() -> Response:
    """The labels as a PDF; without any, back to the choice. Raises NotFound for an asset that the reader does not administer."""
    times = request.args.get("keer", "1")
    wanted = [label for label in _wanted() for _n in range(label.units if times == "each" else int(times) if times in TIMES else 1)]
    if not wanted and "middel" in request.args:
        raise NotFound()
    if not wanted:
        return redirect(url_for("administration.asset_labels", **request.args), 303)
    sheet = "large" if request.args.get("vel") == "large" else "small"
    return printed("labels", labels_data(wanted[:MOST], sheet, _first()), f"etiketten-{local(now()).date()}")


def labels_data(labels: list[LabelView], sheet: str, first: int) -> dict[str, Any]:
    """Everything that the labels say; `first` is the place of the first one on its sheet, from 1."""
    return {
        "title": _("Etiketten"), "keywords": sorted({label.owner for label in labels}), "sheet": sheet, "skip": first - 1,
        "labels": [
            {
                "name": label.name, "code": label.code, "owner": label.owner,
                "found": _found(label),
                "qr": qr(lasting("scan.asset", code=label.code), f"{label.name}, {label.code}", STICKER),
            }
            for label in labels
        ],
    }  # fmt: skip


def _found(label: LabelView) -> str:
    """Whom to call, or else to write to, for who finds it."""
    if label.phone:
        return _("Gevonden? Bel %(phone)s") % {"phone": label.phone}
    return _("Gevonden? Mail %(email)s") % {"email": label.email} if label.email else ""


def _first() -> int:
    told = request.args.get("vanaf", "1")
    return int(told) if told.isascii() and told.isdecimal() and len(told) < 3 and 1 <= int(told) <= ON_A_SHEET else 1


def _wanted() -> list[LabelView]:
    """The labels of the one asset that the address names, or of the list as it is filtered there."""
    session, actor, today = db.session(), current_actor(), local(now()).date()
    one = request.args.get("middel", "")
    if one:
        keys = [int(one)] if one.isascii() and one.isdecimal() and len(one) < 10 else []
    else:
        question = asked(SHEET)
        keys = [row["id"] for row in all_listed(session, SHEET.rows(actor, today, question.filters), question, SHEET.searched)]
    return labels_of(session, actor, keys, today)
