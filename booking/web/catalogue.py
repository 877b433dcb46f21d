"""The joint catalogue: what is free for these dates, and everything about one asset."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import groupby
from operator import attrgetter
from typing import Any

from flask import Blueprint, render_template, request, url_for

from booking.clock import now
from booking.queries.assets import asset_page
from booking.queries.catalogue import catalogue
from booking.queries.search import Offer, Search, offers
from booking.rules.periods import local
from booking.web.access import requires
from booking.web.extensions import db
from booking.web.forms.search import SearchForm
from booking.web.language import language
from booking.web.picks import Pick, read_picks
from booking.web.session import current_actor
from booking.words import label

WEEKS = 5

pages = Blueprint("catalogue", __name__)


@pages.get("/")
@requires("catalogue.read")
def search() -> tuple[str, int]:
    """Search by dates; what was picked travels along in the address."""
    actor, moment, session = current_actor(), now(), db.session()
    form = SearchForm(session, actor)
    wanted = form.search(moment)
    found = offers(session, actor, wanted, moment) if wanted else []
    page = render_template(
        "catalogue/search.html",
        form=form,
        wanted=wanted,
        open_groups=_grouped([offer for offer in found if not wanted.use or offer.is_open(wanted.units)]) if wanted else [],
        shut=[offer for offer in found if wanted and wanted.use and not offer.is_open(wanted.units)],
        basket=_basket(),
    )
    return page, 200 if wanted else 422


@pages.get("/middelen/<code>")
@requires("catalogue.read")
def asset(code: str) -> str:
    """One asset: what it is, on which terms, and on which days it is free."""
    today = local(now()).date()
    first = max(_monday(request.args.get("vanaf"), today), _monday(None, today))
    found = asset_page(db.session(), current_actor(), code, first, 7 * WEEKS, now())
    weeks = [found.days[n : n + 7] for n in range(0, len(found.days), 7)]
    around = {"before": first - timedelta(weeks=WEEKS) if first > today else None, "after": first + timedelta(weeks=WEEKS)}
    return render_template("catalogue/asset.html", page=found, weeks=weeks, today=today, **around)


@pages.app_template_global()
def picked(offer: Offer, wanted: Search) -> str:
    """The address of this search with the offer picked as well."""
    mine = [str(Pick(offer.asset.code, wanted.use, wanted.units))] if wanted.use else []
    return _with_picks([*_basket_texts(), *mine])


def _grouped(found: list[Offer]) -> list[tuple[str, list[Offer]]]:
    """The offers by category, in the order of the alphabet that people read."""
    by_category = sorted(found, key=attrgetter("asset.category"))
    groups = ((label("category", code, language()), list(each)) for code, each in groupby(by_category, key=attrgetter("asset.category")))
    return sorted(groups, key=lambda group: group[0].casefold())


def _basket() -> dict[str, Any]:
    """What was picked so far: each with the address that leaves it out, and the address of the form."""
    texts, cards = _basket_texts(), {card.code: card for card in catalogue(db.session()).assets.values()}
    picks = [(pick, cards[pick.asset]) for pick in read_picks(texts) if pick.asset in cards]
    without = [_with_picks([text for place, text in enumerate(texts) if place != gone]) for gone in range(len(texts))]
    form = url_for("reservations.new", line=texts, purpose=request.args.get("purpose"), borrower=request.args.get("borrower") or None)
    return {"picks": [(*each, address) for each, address in zip(picks, without, strict=True)], "form": form, "texts": texts}


def _basket_texts() -> list[str]:
    return [str(pick) for pick in read_picks(request.args.getlist("line"))]


def _with_picks(texts: list[str]) -> str:
    kept = {name: request.args.getlist(name) for name in request.args if name != "line"}
    return url_for("catalogue.search", **kept, line=texts)


def _monday(text: str | None, today: date) -> date:
    try:
        day = date.fromisoformat(text or "")
    except ValueError:
        day = today
    day = min(day, today + timedelta(days=3 * 365))
    return day - timedelta(days=day.weekday())
