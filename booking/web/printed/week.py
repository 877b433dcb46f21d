"""The week of a depot for its wall: what leaves, what comes back and what else is to do, to tick by hand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from flask import Response

from booking.clock import now
from booking.queries.today import Card, DepotWeek, week_of
from booking.rules.calendar import slots_on
from booking.rules.periods import local
from booking.web.access import requires
from booking.web.extensions import db
from booking.web.language import gettext as _
from booking.web.language import language
from booking.web.printed.sheets import lasting, printed, qr
from booking.web.session import current_actor
from booking.web.today import asked_day, pages
from booking.words import label, moments


@pages.get("/weekblad/<int(max=999999999):depot>")
@requires("tasks.read")
def week_sheet(depot: int) -> Response:
    """The week that a day is in, as a PDF."""
    moment = now()
    found = week_of(db.session(), current_actor(), depot, asked_day(local(moment).date()), moment)
    monday = found.days[0][0]
    return printed("week", week_data(found), f"weekblad-{depot}-{monday.isocalendar().year}-{monday.isocalendar().week:02}")


def week_data(found: DepotWeek) -> dict[str, Any]:
    """Everything that the sheet says, in words of the reader's language."""
    days, (first, *_between, last) = found.days, [day for day, _cards in found.days]
    number = _("week %(n)s") % {"n": first.isocalendar().week}
    title, at = f"{found.depot.name}, {number}", _("stand van %(moment)s") % {"moment": moments.moment(now(), language())}
    return {
        "title": title,
        "keywords": [found.owner, found.depot.name],
        "kicker": f"{found.owner} · {found.depot.address}",
        "heading": title,
        "told": f"{moments.day(first, language())} – {moments.day(last, language())}",
        "footer": f"{title} · {at}",
        "rows": sum(len(cards) for _day, cards in days),
        "days": [_day(found, day, cards) for day, cards in days],
        "words": {
            "time": _("Uur"), "work": _("Werk"), "asset": _("Wat"), "who": _("Voor wie en waar"), "reach": _("Bereikbaar"),
            "crew": _("Ploeg en voertuig"), "nothing": _("Deze week is hier niets gepland."),
        },
    }  # fmt: skip


def _day(found: DepotWeek, day: date, cards: Sequence[Card]) -> dict[str, Any]:
    """A day with its opening hours; a day without work takes one line."""
    slots = slots_on(found.depot.calendar, day)
    hours = ", ".join(f"{moments.clock(slot.start, language())}–{moments.clock(slot.end, language())}" for slot in slots)
    hours = _("altijd toegankelijk") if found.depot.calendar.hours.always and hours else hours
    told = (hours or _("gesloten")) if cards or not hours else " · ".join((hours, _("niets gepland")))
    return {"title": moments.day(day, language()), "told": told, "rows": [_row(card) for card in cards]}


def _row(card: Card) -> dict[str, Any]:
    loan, asset, spoken = card.loan, card.asset, language()
    start, end = moments.clock(card.window.start, spoken), moments.clock(card.window.end, spoken)
    kind = label("task", card.kind, spoken)
    return {
        "way": card.way,
        "done": card.done,
        "time": f"{moments.clock(card.time.start, spoken)}–{moments.clock(card.time.end, spoken)}",
        "window": _("mag %(start)s–%(end)s") % {"start": start, "end": end} if card.roomy else "",
        "kind": kind,
        "what": card.what,
        "code": asset.code if asset else "",
        "note": card.note,
        "who": " · ".join(filter(None, (loan.borrower, loan.event))) if loan else "",
        "where": card.place if card.driven else "",
        "phone": (loan.phone or loan.email or "") if loan else "",
        "crew": [each for each in (card.crew, card.vehicle, card.plate) if each],
        "qr": qr(_leads(card), f"{kind}: {card.what}"),
    }


def _leads(card: Card) -> str:
    """What the QR code of a line opens: that piece of work."""
    return lasting("tasks.task", task=card.id)
