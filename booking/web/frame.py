"""What every page can use: words, money and dates in the reader's language, versioned files, the menu for who is looking."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from flask import Flask, current_app, request, url_for

from booking import words
from booking.clock import now
from booking.rules.periods import Period, local
from booking.rules.permissions import could
from booking.web.access import act_of
from booking.web.language import Lazy, gettext, language, site_root
from booking.web.language import lazy_gettext as _
from booking.web.notices import take_notices
from booking.web.security import csrf_token
from booking.web.session import reader
from booking.words import moments
from booking.words import money as euros
from booking.words.unbroken import unbroken


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of the menu: shown to whoever could do the act of its page, as soon as that page exists.

    It is marked on every page of its own blueprint, and on those of `also`, other blueprints that are reached through it.
    """

    endpoint: str
    text: Lazy
    also: tuple[str, ...] = ()

    def leads_to(self, blueprint: str) -> bool:
        """True for the pages that are found behind this entry."""
        return blueprint in {self.endpoint.partition(".")[0], *self.also}


MENU = (
    Item("catalogue.search", _("Zoeken")),
    Item("planning.board", _("Planning")),
    Item("reservations.overview", _("Reservaties"), also=("waiting",)),
    Item("desk.worklist", _("Werklijst"), also=("conflicts",)),
    Item("today.show", _("Vandaag"), also=("tasks", "scan", "maintenance")),
    Item("charges.overview", _("Ontvangsten")),
    Item("regulations.overview", _("Reglementen"), also=("editor", "comparisons", "simulations")),
    Item("feeds.overview", _("Agenda's")),
    Item("administration.home", _("Beheer")),
)


PERSONAL = (Item("account.show", _("Mijn account")), Item("proofs.overview", _("Papieren")), Item("invitations.overview", _("Collega's")))
"""Behind one's own name."""

HEADLINES = {
    401: _("Meld u aan"),
    403: _("Geen toegang"),
    404: _("Niet gevonden"),
    409: _("Intussen gewijzigd"),
    429: _("Even wachten"),
    503: _("Even geduld"),
}

# The first sign that is found counts: most browsers also name those they descend from.
BROWSERS = {
    "Edg/": "Edge",
    "OPR/": "Opera",
    "SamsungBrowser": "Samsung Internet",
    "Firefox": "Firefox",
    "Chrome": "Chrome",
    "Safari": "Safari",
}
SYSTEMS = {"iPhone": "iPhone", "iPad": "iPad", "Android": "Android", "Windows": "Windows", "Mac OS": "macOS", "Linux": "Linux"}


def hang(app: Flask) -> None:
    """Teach the templates our filters and globals."""
    app.jinja_env.filters.update(say=say, label=label, money=money, day=day, moment=moment, period=period, clock=clock, browser=browser)
    globals_ = {
        "asset": asset, "csrf_token": csrf_token, "menu": menu, "personal": PERSONAL, "notices": take_notices, "reader": reader, "now": now,
    }
    app.jinja_env.globals.update(globals_, may_sign_in=_addresses, headline=headline)
    app.jinja_env.finalize = _together
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True


def _together(value: Any) -> Any:
    """Every text that a template shows keeps an amount and its sign on one line; what is markup already went through here."""
    return unbroken(value) if type(value) is str else value


def menu(items: Sequence[Item] = MENU) -> list[tuple[str, Lazy, bool]]:
    """The entries for this reader as (address, text, whether we are there)."""
    if not _addresses():
        return []
    actor, app = reader(), current_app
    shown = [item for item in items if item.endpoint in app.view_functions and could(actor, act_of(app, item.endpoint) or "")]
    here = request.blueprint or "nowhere"
    return [(url_for(item.endpoint), item.text, item.leads_to(here)) for item in shown]


def asset(name: str) -> str:
    """The address of a file of `static/`, with its version, so that browsers may keep it for ever."""
    version = _version(Path(current_app.static_folder or "") / name)
    return f"{site_root()}/static/{name}?v={version}"


def headline(status: int) -> Lazy:
    """The title of an error page."""
    return HEADLINES.get(status, _("Er liep iets mis") if status >= 500 else _("Dat kan niet"))


def say(code: str, /, **details: Any) -> str:
    """Filter: `{{ code|say(until=…) }}`."""
    return words.say(code, language(), **details)


def label(code: str, noun: str) -> str:
    """Filter: `{{ line.state|label("state") }}`."""
    return words.label(noun, code, language())


def money(cents: int | None) -> str:
    """Filter: integer cents as `€ 1.234,50`; a dash for no price."""
    return "–" if cents is None else euros.money(cents, language())


def day(value: date | datetime) -> str:
    """Filter: `za 12 juni 2027`; of a moment, its Brussels day."""
    return moments.day(local(value).date() if isinstance(value, datetime) else value, language())


def moment(value: datetime) -> str:
    """Filter: `za 12 juni 2027 14:00`, Brussels time."""
    return moments.moment(value, language())


def clock(value: datetime) -> str:
    """Filter: `14:00`, Brussels time."""
    return moments.clock(value, language())


def period(value: Period) -> str:
    """Filter: `za 12 juni 2027 14:00–18:00`, Brussels time."""
    return moments.period(value, language())


def browser(user_agent: str | None) -> str:
    """Filter: `Firefox, Windows`, as near as what a browser says of itself allows."""
    told = user_agent or ""
    program = next((name for sign, name in BROWSERS.items() if sign in told), gettext("Onbekende browser"))
    return ", ".join([program, *(name for sign, name in SYSTEMS.items() if sign in told)][:2])


def _addresses() -> bool:
    """False for a request to a host that is not ours (its routing ended in 400): Flask then makes no addresses."""
    return getattr(request.routing_exception, "code", None) != 400


@cache
def _version(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:10] if path.is_file() else "0"
