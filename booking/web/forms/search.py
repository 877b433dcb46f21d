"""The first question: from when until when, and of what."""

from __future__ import annotations

from datetime import datetime

from flask import request
from sqlalchemy.orm import Session
from wtforms import SelectField

from booking.queries.catalogue import catalogue
from booking.queries.choices import own_borrowers
from booking.queries.search import Search
from booking.rules.kinds import Purpose
from booking.rules.periods import Period
from booking.rules.permissions import Actor
from booking.web.forms.fields import Part, PeriodFields, chosen, number_or_none, units_field


class SearchForm(PeriodFields, Part):
    """Asked by address (GET), so that a search can be kept and shared; a first visit, without dates, is not in error."""

    category = SelectField("Categorie", default="")
    authority = SelectField("Gemeente", coerce=number_or_none)
    purpose = SelectField("Gebruik", choices=chosen("purpose", Purpose), default=Purpose.EVENT)
    borrower = SelectField("Voor", coerce=number_or_none)
    units = units_field()

    def __init__(self, session: Session, actor: Actor) -> None:
        self.asked = "from_day" in request.args
        super().__init__(request.args if self.asked else None)
        known = catalogue(session)
        towns = sorted((card.name, card.id) for card in known.authorities.values() if card.kind == "municipality")
        self.category.choices = chosen("category", {asset.category for asset in known.assets.values()}, "Alle categorieën")()
        self.authority.choices = {"": "Alle gemeenten", **{key: name for name, key in towns}}
        mine = dict(own_borrowers(session, actor))
        self.borrower.choices = mine or {"": "iedereen"}
        if self.borrower.data not in mine:  # an address may be another person's, or say nothing
            self.borrower.data = next(iter(mine), None)

    def search(self, now: datetime) -> Search | None:
        """What is looked for, or None with what is wrong told at its field."""
        if not self.asked:
            return Search(borrower=self.borrower.data)
        well = self.validate()
        use = self.period()
        if not well or use is None:
            return None
        if use.end <= now:
            self.fault("from_day", "time_in_past")
            return None
        return self.of(use)

    def of(self, use: Period) -> Search:
        """The search for this period with the rest as it was filled in."""
        return Search(use, self.units.data or 1, self.category.data or None, self.authority.data, self.purpose.data, self.borrower.data)
