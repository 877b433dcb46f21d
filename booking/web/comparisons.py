"""What one basket costs at every municipality: published regulations are public, so this is too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from flask import Blueprint, Response, render_template, url_for

from booking.clock import now
from booking.formats.tables import Kind
from booking.queries import comparisons as queries
from booking.queries.comparisons import Cell, Row
from booking.rules.periods import local
from booking.rules.tariffs import Notice
from booking.web.access import requires
from booking.web.exports import Written, exported
from booking.web.extensions import db
from booking.web.forms.comparison import MEASURE, ComparisonForm, example_days, measures
from booking.web.forms.fields import told
from booking.web.language import Lazy, gettext, language
from booking.web.language import lazy_gettext as _
from booking.words import label
from booking.words.tariffs import warn
from booking.words.tariffs.nouns import NOUNS

LETTERS = "ABCD"
REACH = 68  # percent of the chart that the longest bar takes: the rest is for its amount

pages = Blueprint("comparisons", __name__, url_prefix="/tarieven")


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure that some regulation counts with, and what was filled in."""

    name: str
    title: str
    amount: Decimal | None


@dataclass(frozen=True, slots=True)
class Bar:
    """A price in the chart: its column by letter, how far it reaches in percent, and whether it is all that was asked."""

    letter: str
    reach: float
    cell: Cell
    is_whole: bool


@pages.get("/vergelijken")
@requires("regulation.read")
def show() -> tuple[str, int] | Response:
    """A basket to compose; then a table and a chart of what it costs where."""
    session, moment = db.session(), now()
    form = ComparisonForm(session, moment)
    basket = form.basket() if form.asked else None
    guises = form.guises()
    rows = queries.compared(session, basket, list(guises.values()), moment) if basket else []
    if basket and (file := exported(_("Vergelijking van tarieven"), _columns(list(guises)), rows)):
        return file
    page = render_template(
        "comparisons/show.html",
        form=form,
        told=told(form) if form.asked else [],
        basket=basket,
        guises=list(zip(LETTERS, guises, strict=False)),
        rows=rows,
        bars=_bars(rows),
        absent=[town for key, town in form.towns.items() if key not in {row.authority.id for row in rows}],
        measures=_measures(queries.asked_of(session, basket, moment)) if basket else [],
        examples=_examples(local(moment).date()),
    )
    return page, 200 if basket or not form.asked else 422


@pages.app_template_filter()
def noted(notices: Sequence[Notice]) -> list[str]:
    """Filter: what a price leaves open, each once; a line without a price is told by its category."""
    return list(dict.fromkeys(warn(notice, language()) for notice in notices if notice.code != "no_price"))


def _bars(rows: Sequence[Row]) -> list[tuple[Row, list[Bar]]]:
    """The priced rows with a bar per column, the dearest of all filling its room."""
    most = max((cell.total for row in rows for cell in row.cells if cell.is_priced), default=0) or 1
    return [
        (
            row,
            [
                Bar(letter, round(cell.total / most * REACH, 2), cell, row.is_complete and cell.is_whole)
                for letter, cell in zip(LETTERS, row.cells, strict=False)
                if cell.is_priced
            ],
        )
        for row in rows
        if any(cell.is_priced for cell in row.cells)
    ]


def _measures(asked: Sequence[str]) -> list[Measure]:
    given = measures()
    return [Measure(MEASURE + name, NOUNS.get(name, {}).get(language(), (name, name))[1], given.get(name)) for name in asked]


def _examples(today: date) -> list[tuple[Lazy, str]]:
    """Baskets to begin with, as addresses."""
    friday, monday, wednesday = example_days(today)
    return [
        (_("Een toiletwagen voor een weekend"), _address("toilet_trailer", 1, (friday, "16:00"), (monday, "09:00"))),
        (_("40 podiumelementen voor een weekend"), _address("stage_deck", 40, (friday, "16:00"), (monday, "09:00"))),
        (_("Een avond in een refter"), _address("refectory", 1, (wednesday, "18:00"), (wednesday, "23:00"))),
        (_("Een vergaderlokaal voor een avond"), _address("meeting_room", 1, (wednesday, "19:00"), (wednesday, "22:00"))),
    ]


def _address(category: str, units: int, begin: tuple[date, str], end: tuple[date, str]) -> str:
    asked = {"items-0-category": category, "items-0-units": units, "from_day": begin[0], "from_time": begin[1]}
    return url_for("comparisons.show", **asked, to_day=end[0], to_time=end[1])


def _columns(guises: Sequence[str]) -> list[Written]:
    found = [
        Written(_("Gemeente"), lambda row: row.authority.name),
        Written(_("Middelen"), lambda row: ", ".join(each.asset.name for each in row.chosen)),
        Written(_("Ontbreekt"), lambda row: ", ".join(label("category", item.category, language()) for item, _there in row.missing)),
    ]
    for place, title in enumerate(guises):
        found += _of_column(place, title)
    return found


def _of_column(place: int, title: str) -> list[Written]:
    def asked(row: Row, name: str) -> int | None:
        cell = row.cells[place]
        return getattr(cell, name) if cell.is_priced else None

    def lacking(row: Row) -> str:
        return ", ".join(label("category", code, language()) for code in row.cells[place].unpriced)

    lowest, highest, deposit, none = gettext("laagste"), gettext("hoogste"), gettext("waarborg"), gettext("geen prijs voor")
    return [
        Written(title, lambda row: asked(row, "total"), Kind.MONEY),
        Written(f"{title}, {lowest}", lambda row: asked(row, "low"), Kind.MONEY),
        Written(f"{title}, {highest}", lambda row: asked(row, "high"), Kind.MONEY),
        Written(f"{title}, {deposit}", lambda row: asked(row, "deposit"), Kind.MONEY),
        Written(f"{title}, {none}", lacking),
    ]
