"""The first question: what, when, where, how many, for which use and for whom; and what narrows the answer."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, time, timedelta

from flask import request
from sqlalchemy.orm import Session
from werkzeug.datastructures import MultiDict
from wtforms import BooleanField, HiddenField, IntegerField, SelectField, SelectMultipleField, StringField
from wtforms.validators import Optional

from booking.queries.basket import Setting
from booking.queries.borrowers import borrower_card
from booking.queries.catalogue import catalogue
from booking.queries.choices import own_borrowers
from booking.queries.narrowing import BEST, DISTANCE, NAME, PRICE, SORTS, Filters
from booking.queries.places import find_place, places
from booking.queries.search import Search
from booking.rules.catalogue import Catalogue
from booking.rules.features import BY_CODE, YES
from booking.rules.kinds import BorrowerKind, Purpose
from booking.rules.periods import Period, local
from booking.rules.permissions import Actor
from booking.web.forms.base import at_most
from booking.web.forms.fields import Part, PeriodFields, chosen, number_or_none, positive, units_field
from booking.web.language import language
from booking.web.language import lazy_gettext as _
from booking.words import label

ORDERS = {BEST: _("beste eerst"), DISTANCE: _("afstand"), PRICE: _("prijs"), NAME: _("naam")}
LIST, STRIP, MAP = VIEWS = ("list", "strip", "map")
OPENS, SHUTS = time(8), time(18)  # what most events fit in, until somebody says otherwise
KINDS = (BorrowerKind.ASSOCIATION, BorrowerKind.SCHOOL, BorrowerKind.COMPANY, BorrowerKind.RESIDENT, BorrowerKind.AUTHORITY)


class SearchForm(PeriodFields, Part):
    """Asked by address (GET), so that a search can be kept and shared; a first visit, without dates, is not in error.

    What is left out gets the value that most people mean: 8 to 18 o'clock, the same day, one unit, an event.
    """

    q = StringField(_("Wat zoekt u?"), [at_most(100)])
    category = SelectField(_("Categorie"), default="")
    place = StringField(_("Waar?"), [at_most(100)])
    units = units_field()
    purpose = SelectField(_("Soort gebruik"), choices=chosen("purpose", Purpose), default=Purpose.EVENT)
    borrower = SelectField(_("Voor wie?"), coerce=number_or_none)
    kind = SelectField(_("Voor wie?"), choices=chosen("borrower_kind", KINDS), default=BorrowerKind.ASSOCIATION)
    home = SelectField(_("Gemeente"), coerce=number_or_none)
    authority = SelectMultipleField(_("Van welke gemeente?"), coerce=number_or_none)
    feature = SelectMultipleField(_("Met"))
    persons = IntegerField(_("Zalen vanaf"), [Optional(), positive])
    ready = BooleanField(_("Alleen wat meteen bevestigd is"))
    sort = SelectField(_("Volgorde"), choices=lambda: {code: str(text) for code, text in ORDERS.items()}, default=BEST)
    view = HiddenField(default=LIST)

    def __init__(self, session: Session, actor: Actor, now: datetime) -> None:
        self.known, today = catalogue(session), local(now).date()
        self.asked = bool(request.args.get("from_day", "").strip())
        self.places = places(session, self.known, today)
        self.mine = dict(own_borrowers(session, actor))
        super().__init__(_completed(request.args))
        towns = {place.authority: place.name for place in self.places if place.is_town}
        every = {asset.category for asset in self.known.assets.values()}
        self.category.choices = chosen("category", every, str(_("Alles")))()
        self.authority.choices = self.home.choices = towns
        self.feature.choices = _features(self.known)
        self.borrower.choices = self.mine or {"": ""}
        self._complete(towns)
        if "place" not in request.args and self.mine:
            card = borrower_card(session, self.known, actor, self.borrower.data)
            self.place.data = towns.get(self.known.authorities[card.home].house(today), "")

    def search(self, now: datetime, own: Collection[str] = ()) -> Search | None:
        """What is looked for, or None with what is wrong told at its field; `own` holders are the searcher's basket."""
        well = self.validate() if self.asked else True
        use = self.period() if self.asked else None
        if not well or (self.asked and use is None):
            return None
        if use and use.end <= now:
            self.fault("from_day", "time_in_past")
            return None
        return self._search(use, own)

    def filters(self) -> Filters:
        """What narrows the answer; what was not understood narrows nothing."""
        return Filters(frozenset(self.authority.data), frozenset(self.feature.data), self.persons.data, self.ready.data, self.sort.data)

    def setting(self) -> Setting:
        """What a basket that is filled from here is for."""
        found = find_place(self.places, self.place.data or "")
        where = found.authority if found else None
        purpose = self.purpose.data if self.purpose.data in set(Purpose) else Purpose.EVENT
        if self.mine:
            return Setting(purpose, (self.place.data or "").strip(), where, self.borrower.data)
        return Setting(purpose, (self.place.data or "").strip(), where, None, BorrowerKind(self.kind.data), self.home.data)

    @property
    def who(self) -> str:
        """For whom the prices are, in words."""
        if self.mine:
            return self.mine[self.borrower.data]
        return f"{label('borrower_kind', self.kind.data, language())}, {dict(self.home.choices).get(self.home.data, '')}"

    def _search(self, use: Period | None, own: Collection[str]) -> Search:
        setting, text = self.setting(), (self.q.data or "").strip()
        categories = [code for code in self.category.choices if code and text]
        named = frozenset(code for code in categories if text.casefold() in label("category", code, language()).casefold())
        return Search(
            use, self.units.data or 1, text, named, self.category.data or None, setting.purpose,
            find_place(self.places, self.place.data or ""), setting.borrower, setting.kind, setting.home, own,
        )  # fmt: skip

    def _complete(self, towns: dict[int, str]) -> None:
        """Choices that an address leaves open, or that are another person's, become what is most likely."""
        if self.borrower.data not in self.mine:
            self.borrower.data = next(iter(self.mine), None)
        if self.kind.data not in set(KINDS):
            self.kind.data = BorrowerKind.ASSOCIATION
        if self.home.data not in towns:
            found = find_place(self.places, self.place.data or "")
            self.home.data = found.authority if found else next(iter(towns), None)
        if self.category.data not in self.category.choices:
            self.category.data = ""
        if self.sort.data not in SORTS:
            self.sort.data = BEST
        if self.view.data not in VIEWS:
            self.view.data = LIST
        self.authority.data = [key for key in self.authority.data or () if key in towns]
        self.feature.data = [code for code in self.feature.data or () if code in self.feature.choices]


def _features(known: Catalogue) -> dict[str, str]:
    """What something of the catalogue has or has not, in the reader's words: what nothing has, nobody needs to choose."""
    there = {code for asset in known.assets.values() for code, value in asset.features.items() if value}
    return {code: label("feature", code, language()) for code, feature in BY_CODE.items() if code in there and feature.unit == YES}


def _completed(address: MultiDict[str, str]) -> MultiDict[str, str]:
    """An address with what it leaves out."""
    given = MultiDict((name, value) for name, values in address.lists() for value in values if _is_said(name, value))
    for name, value in {"from_time": f"{OPENS:%H:%M}", "to_time": f"{SHUTS:%H:%M}", "units": "1", "purpose": str(Purpose.EVENT)}.items():
        given.setdefault(name, value)
    if "to_day" not in given and "from_day" in given:
        given["to_day"] = _last_day(given["from_day"], given["from_time"], given["to_time"])
    return given


def _is_said(name: str, value: str) -> bool:
    """False for what says nothing, and for an id that is none: an old or mistyped address is not an error of who opens it."""
    return bool(value.strip()) and (name not in ("authority", "home", "borrower") or (value.isascii() and value.isdecimal()))


def _last_day(first: str, begins: str, ends: str) -> str:
    """The same day, or the next when the clock goes round; what is no date is left to the field to tell."""
    try:
        return first if begins < ends else (date.fromisoformat(first) + timedelta(days=1)).isoformat()
    except (ValueError, OverflowError):
        return first
