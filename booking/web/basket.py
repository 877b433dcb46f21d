"""The basket in a browser: its cookie, the panel beside every search, its own page, and the buttons that change it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime

from flask import Blueprint, g, redirect, render_template, request, url_for
from flask import Response as Sent
from werkzeug.wrappers import Response

from booking.clock import now
from booking.queries.basket import Found, current
from booking.queries.basket_price import Priced, priced
from booking.queries.catalogue import catalogue
from booking.rules.refusals import NotFound, Refused
from booking.services import basket as baskets
from booking.services.keys import digest, new_key, sealed
from booking.services.limits import Limit, count, network
from booking.services.transaction import retried
from booking.web.access import requires
from booking.web.extensions import db
from booking.web.forms.basket import read_setting
from booking.web.language import language
from booking.web.notices import notice
from booking.web.picks import Pick, find_pick
from booking.web.session import cookie_name, current_actor, door, set_cookie
from booking.web.targets import local_target
from booking.words.moments import clock

A_MONTH = 30 * 24 * 3600
COOKIE = "-mand"
BEGUN = Limit("basket", both=60, subject=60, network=60)
_KEY = re.compile(r"[A-Za-z0-9_-]{43}")

pages = Blueprint("basket", __name__, url_prefix="/mand")


@pages.get("")
@requires("basket.keep")
def show() -> str:
    """All that is in the basket, with what it comes to."""
    return render_template("basket/show.html", basket=panel(), back=url_for("catalogue.search"))


@pages.post("")
@requires("basket.keep")
def change() -> Response:
    """Do what a button says, and go back to where it stood."""
    act, _, rest = request.form.get("do", "").partition(":")
    try:
        answer = retried(lambda: ACTS[act](rest, now())) if act in ACTS else None
    except Refused as refused:
        notice(refused.code, "problem", **refused.details)
        answer = None
    return answer or redirect(_back(), 303)


def panel() -> Priced | None:
    """The basket of who looks, with what it comes to; None when it is empty."""
    found = mine()
    return priced(db.session(), current_actor(), found, now()) if found else None


def mine() -> Found | None:
    """The basket of this browser or of who is signed in; looked up once per request."""
    if "basket" not in g:
        key = _presented()
        g.basket = current(db.session(), digest(key) if key else None, current_actor().account_id)
    found: Found | None = g.basket
    return found


def address_of(found: Found) -> str:
    """The page on which this basket is asked for."""
    lines = [str(Pick(line.asset.code, line.use, line.units)) for line in found.lines]
    setting = found.setting
    known = {"place": setting.place or None, "place_authority": setting.place_authority, "borrower": setting.borrower}
    return url_for("reservations.new", line=lines, purpose=setting.purpose, **known)


def _add(text: str, moment: datetime) -> Response:
    pick = find_pick(text)
    card = next((card for card in catalogue(db.session()).assets.values() if pick and card.code == pick.asset), None)
    if pick is None or card is None:
        raise NotFound("asset_unknown")
    setting = read_setting(db.session(), current_actor())
    baskets.put(db.session(), _whose(), setting, card.id, pick.use, pick.units, moment)
    return redirect(f"{_back()}#m-{card.id}", 303)


def _remove(text: str, moment: datetime) -> None:
    baskets.remove(db.session(), _whose(), _number(text), moment)


def _units(text: str, moment: datetime) -> None:
    baskets.change(db.session(), _whose(), _number(text), _number(request.form.get(f"units-{text}", "")), moment)


def _empty(_text: str, _moment: datetime) -> None:
    baskets.empty(db.session(), _whose())


def _ask(_text: str, moment: datetime) -> Response | None:
    """On to the request; for somebody without an account the units are held while an account is made."""
    found = mine()
    if found is None:
        raise NotFound("basket_empty")
    if current_actor().account_id is None:
        held = baskets.hold(db.session(), _whose(), sealed(door().secret, "basket", network(request.remote_addr or "")), moment)
        _tell(held)
        return redirect(url_for("auth.sign_in", next=address_of(found)), 303)
    return redirect(address_of(found), 303)


def _tell(held: baskets.Held) -> None:
    if held.until:
        notice("basket_held", until=clock(held.until, language()))
    if held.free:
        notice("basket_not_held", "notice", assets=", ".join(held.free))


ACTS: dict[str, Callable[[str, datetime], Response | None]] = {
    "add": _add, "remove": _remove, "units": _units, "empty": _empty, "ask": _ask
}  # fmt: skip


def _whose() -> baskets.Whose:
    """Whose basket changes; a browser that has none gets its key with the answer, and one network only so many in a while."""
    key = _presented()
    if not key and current_actor().account_id is None:
        address = network(request.remote_addr or "")
        count(db.session(), door().secret, BEGUN, address, address, now())
    if not key:
        key = g.basket_key = new_key()
    return baskets.Whose(digest(key), current_actor().account_id)


def _presented() -> str:
    key = g.get("basket_key", request.cookies.get(cookie_name(COOKIE), ""))
    return key if _KEY.fullmatch(key) else ""


@pages.after_request
def _write_cookie(response: Sent) -> Sent:
    if key := g.pop("basket_key", None):
        set_cookie(response, cookie_name(COOKIE), key, A_MONTH)
    return response


def _number(text: str) -> int:
    """Raises Refused for what is no number that could be ours."""
    if not (text.isascii() and text.isdecimal() and len(text) <= 9):
        raise Refused("number_unreadable")
    return int(text)


def _back() -> str:
    return local_target(request.form.get("back") or url_for("basket.show"))
