"""The joint catalogue: what is free for these dates and for whom, and everything about one asset."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import quote

from flask import Blueprint, render_template, request, url_for

from booking.clock import now
from booking.queries.assets import asset_of, asset_page
from booking.queries.catalogue import catalogue
from booking.queries.maintenance.due import inspection_due
from booking.queries.maintenance.looked_after import keepers_of
from booking.queries.openings import Opening
from booking.queries.search import offer_of, offers, who_asks
from booking.rules.catalogue import AssetCard
from booking.rules.features import FEATURES
from booking.rules.periods import local
from booking.rules.permissions import may
from booking.web import basket
from booking.web.access import requires
from booking.web.extensions import db
from booking.web.forms.basket import as_fields
from booking.web.forms.search import SearchForm
from booking.web.language import language
from booking.web.picks import Pick
from booking.web.results import changed, results
from booking.web.session import current_actor
from booking.words.moments import day
from booking.words.numbers import decimal, grouped

WEEKS = 5
CARRIED = ("from_day", "from_time", "from_fold", "to_day", "to_time", "to_fold", "units", "purpose", "place", "borrower", "kind", "home")

pages = Blueprint("catalogue", __name__)


@pages.get("/")
@requires("catalogue.read")
def search() -> tuple[str, int]:
    """Search by dates: what, when, where, how many, for what and for whom; all of it stands in the address."""
    actor, moment, session = current_actor(), now(), db.session()
    form, mine = SearchForm(session, actor, moment), basket.mine()
    wanted = form.search(moment, mine.holders(moment) if mine else ())
    found = offers(session, actor, wanted, moment) if wanted else []
    page = render_template(
        "catalogue/search.html",
        form=form,
        wanted=wanted,
        found=results(session, form, wanted, found, moment) if wanted else None,
        basket=basket.panel(),
        setting=as_fields(form.setting()),
        picked={line.asset.id: line for line in mine.lines if wanted and line.use == wanted.use} if mine else {},
        asset_address=_asset_address(),
        changed=changed,
        pick_of=lambda code: str(Pick(code, wanted.use, wanted.units)) if wanted and wanted.use else "",
    )
    return page, 200 if wanted else 422


@pages.get("/middelen/<code>")
@requires("catalogue.read")
def asset(code: str) -> tuple[str, int]:
    """One asset: what it is, on which terms, on which days it is free, and what it costs on the dates that are asked."""
    moment, session, card = now(), db.session(), asset_of(db.session(), code)
    today, asked = local(moment).date(), _question(card, moment)
    first = max(_monday(request.args.get("vanaf") or request.args.get("from_day"), today), _monday(None, today))
    page = asset_page(session, current_actor(), card, first, 7 * WEEKS, moment, asked.pop("guest"))
    shown = render_template(
        "catalogue/asset.html",
        page=page,
        weeks=[page.days[n : n + 7] for n in range(0, len(page.days), 7)],
        today=today,
        around=_around(first, today),
        may_follow=may(current_actor(), "feed.asset", authorities={page.owner.id, page.owner.house(today)}),
        basket=basket.panel(),
        inspected=inspection_due(catalogue(session), card, moment),
        may_look_after=may(current_actor(), "upkeep.read", authorities=keepers_of(catalogue(session), card, moment)),
        tariffs=catalogue(session).tariffs(page.owner, card.category, card.code, today),
        **asked,
    )
    return shown, 200 if asked["wanted"] else 422


def _question(card: AssetCard, moment: datetime) -> dict[str, Any]:
    """What is asked of one asset, and the answer: the form, the offer when there are dates, and what is in the basket of it."""
    session, actor = db.session(), current_actor()
    form, mine = SearchForm(session, actor, moment), basket.mine()
    wanted = form.search(moment, mine.holders(moment) if mine else ())
    use = wanted.use if wanted else None
    return {
        "form": form,
        "wanted": wanted,
        "guest": who_asks(session, form.known, actor, wanted) if wanted else None,
        "offer": offer_of(session, actor, card, wanted, moment) if wanted and use else None,
        "pick": str(Pick(card.code, use, wanted.units)) if wanted and use else "",
        "picked": next((line for line in mine.lines if (line.asset.id, line.use) == (card.id, use)), None) if mine else None,
        "setting": as_fields(form.setting()),
    }


def _around(first: date, today: date) -> dict[str, str | None]:
    """The addresses of the weeks before and after, with what was asked."""
    kept = {name: request.args.getlist(name) for name in request.args if name != "vanaf"}
    code = (request.view_args or {})["code"]
    days = {"before": first - timedelta(weeks=WEEKS) if first > today else None, "after": first + timedelta(weeks=WEEKS)}
    return {name: url_for("catalogue.asset", code=code, **kept, vanaf=day) + "#dagen" if day else None for name, day in days.items()}


@pages.app_template_filter()
def km(distance: float) -> str:
    """Filter: `4,2 km`, and from ten kilometres on whole ones."""
    return f"{decimal(round(distance, 1) if distance < 10 else round(distance), language())}\N{NO-BREAK SPACE}km"


@pages.app_template_filter()
def features_of(card: AssetCard) -> list[tuple[str, str, float]]:
    """Filter: what an asset has as (code, unit, how much), in the order of the list."""
    return [(feature.code, feature.unit, value) for feature in FEATURES if (value := card.features.get(feature.code))]


@pages.app_template_filter()
def as_number(value: float) -> str:
    """Filter: a number as people write it: `1.250`, `12,5`."""
    return grouped(int(value), language()) if value == int(value) else decimal(value, language())


@pages.app_template_filter()
def iso_day(moment: str) -> str:
    """Filter: the Brussels date of a moment as evidence keeps it."""
    return day(local(datetime.fromisoformat(moment)).date(), language())


@pages.app_template_filter()
def as_dates(opening: Opening) -> dict[str, str]:
    """Filter: other dates as the fields of a search."""
    ends = (("from", local(opening.use.start)), ("to", local(opening.use.end)))
    return {f"{end}_{part}": text for end, at in ends for part, text in (("day", at.date().isoformat()), ("time", f"{at:%H:%M}"))}


def _asset_address() -> Callable[[str], str]:
    """Makes the addresses of assets with what was searched for: hundreds on a page, so routing is asked once."""
    carried = {name: request.args[name] for name in CARRIED if request.args.get(name)}
    before, _, after = url_for("catalogue.asset", code="CODE", **carried).partition("CODE")
    return lambda code: f"{before}{quote(code)}{after}"


def _monday(text: str | None, today: date) -> date:
    try:
        day = date.fromisoformat(text or "")
    except ValueError:
        day = today
    day = min(day, today + timedelta(days=3 * 365))
    return day - timedelta(days=day.weekday())
