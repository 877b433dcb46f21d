"""The planning board as a page: a table for a desk and cards of one day for a phone, with everything that is asked in the address."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from flask import Blueprint, render_template

from booking.clock import now
from booking.queries.planning import Bar, Board, work_rows
from booking.queries.planning import board as read_board
from booking.rules.periods import day_period, local
from booking.rules.permissions import could
from booking.rules.planning import days
from booking.web.access import requires
from booking.web.extensions import db
from booking.web.forms.planning import WEEKS, PlanningForm
from booking.web.language import gettext as _
from booking.web.language import language
from booking.web.planning.cells import Drawing, houses
from booking.web.planning.columns import of_days, of_hours, period
from booking.web.planning.days import cards, week_of
from booking.web.planning.links import Links, address
from booking.web.planning.work import Drawing as WorkDrawing
from booking.web.planning.work import brief, clock_of, lasting
from booking.web.planning.work import houses as work_houses
from booking.web.session import current_actor
from booking.words import moments

pages = Blueprint("planning", __name__)
pages.add_app_template_filter(clock_of, "clock_of")
pages.add_app_template_filter(lasting, "lasting")
pages.add_app_template_filter(brief, "brief")


@pages.get("/planning")
@requires("availability.read")
def board() -> tuple[str, int]:
    """Weeks of assets × days, or halls × hours; public as far as it says what is free, with names for those who may know them. For the
    technical service the same of its depots, crews and vehicles with their work.
    """
    actor, moment = current_actor(), now()
    form = PlanningForm(db.session(), actor, local(moment).date())
    well = form.validate()
    if form.by:
        return render_template("planning/work.html", form=form, **worked(form)), 200 if well else 422
    found = read_board(db.session(), actor, form.wanted(), moment)
    return render_template("planning/board.html", form=form, found=found, **shown(form, found)), 200 if well else 422


@pages.app_template_filter()
def on_day(bar: Bar, day: date) -> str:
    """Filter: when a bar lasts, seen from one day: `14:00–18:00`, `tot 12:00`, `vanaf 18:00` or the whole day."""
    lasts, whole = period(bar.held[:2]), day_period(day)
    begins, ends = whole.start <= lasts.start, lasts.end <= whole.end
    start, end = moments.clock(lasts.start, language()), moments.clock(lasts.end, language())
    if begins and ends:
        return _("hele dag") if lasts == whole else f"{start}–{end}"
    return _("vanaf %(clock)s") % {"clock": start} if begins else _("tot %(clock)s") % {"clock": end} if ends else _("hele dag")


@pages.app_template_filter()
def weekday(value: date) -> str:
    """Filter: `za`."""
    return moments.weekday(value, language())


def shown(form: PlanningForm, found: Board) -> dict[str, Any]:
    """What the page is drawn from: the columns, the rows per municipality, the cards of its day, and the ways on."""
    moment, links, scale = now(), Links(current_actor()), form.scale()
    columns = of_hours(scale, moment) if form.by_hour else of_days(scale, moment, language())
    lanes = Drawing(scale, columns, links).lanes(found.rows)
    of_day = cards(found.rows, scale, form.day, moment, links, language())
    return {
        "columns": columns,
        "houses": houses(lanes),
        "cards": houses(of_day),
        "in_use": sum(1 for lane in of_day if lane.cells[0].strips or "taken" in lane.cells[0].css),
        "week": week_of(form.day),
        "title": title(form),
        "ways": ways(form, found.page, found.pages),
        "decides": links.decides,
        "printed": moment,
        "tones": sorted({bar.tone for row in found.rows for bar in row.bars}),
    }


def title(form: PlanningForm) -> str:
    """`16 november – 13 december 2026`, or the one day."""
    spoken, last = language(), form.first + timedelta(days=7 * form.weeks - 1)
    if form.by_hour:
        return moments.day(form.day, spoken)
    return f"{moments.short_day(form.first, spoken)} – {moments.day(last, spoken)}"


def worked(form: PlanningForm) -> dict[str, Any]:
    """What a board of work is drawn from."""
    moment, scale, whole = now(), form.scale(), days(form.day, 1)
    rows = work_rows(db.session(), current_actor(), form.by, form.wanted())
    columns = of_hours(scale, moment) if form.by_hour else of_days(scale, moment, language())
    of_day = WorkDrawing(whole, of_days(whole, moment, language()), form.by, by_hour=False, first_key="d").lanes(rows)
    drawn = WorkDrawing(scale, columns, form.by, by_hour=form.by_hour).lanes(rows)
    return {
        "columns": columns,
        "houses": work_houses(drawn),
        "cards": work_houses(of_day),
        "week": week_of(form.day),
        "title": title(form),
        "ways": ways(form, 1, 1),
        "printed": moment,
        "may_give": could(current_actor(), "task.plan"),
    }


def ways(form: PlanningForm, page: int, pages: int) -> dict[str, Any]:
    """Addresses of the same board elsewhere in time, wider or narrower, and of its other pages."""
    step, day = timedelta(days=1) if form.by_hour else timedelta(weeks=form.weeks), timedelta(days=1)
    return {
        "earlier": address(vanaf=form.first - step),
        "today": address(vanaf=None),
        "later": address(vanaf=form.first + step),
        "day_before": address(vanaf=form.day - day),
        "day_after": address(vanaf=form.day + day),
        "weeks": [(count, address(weken=count, schaal=None), not form.by_hour and count == form.weeks) for count in WEEKS],
        "rows": [(text, address(rijen=None if name == "middelen" else name, blad=None), name == form.rijen.data) for name, text in
                 form.rijen.choices.items()],
        "papers": [(size.upper(), address(papier=size)) for size in ("a4", "a3")],
        "screen": address(papier=None),
        "hours": address(schaal="uur", weken=None, blad=None),
        "before": address(blad=page - 1) if page > 1 else "",
        "after": address(blad=page + 1) if page < pages else "",
        "bare": address(**dict.fromkeys(("gemeente", "categorie", "q", "wie", "staat", "blad"))),
    }
