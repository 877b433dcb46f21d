"""What the planning board shows: from which day, how many weeks, by day or by hour, and of which assets."""

from __future__ import annotations

from datetime import date, timedelta

from flask import request
from sqlalchemy.orm import Session
from wtforms import DateField, IntegerField, SelectField, StringField
from wtforms.validators import Optional

from booking.queries.catalogue import catalogue
from booking.queries.planning import Wanted
from booking.rules.permissions import Actor, could
from booking.rules.planning import Scale, days, hours
from booking.web.forms.base import Said
from booking.web.forms.fields import Part, chosen, number_or_none
from booking.web.language import language, lazy_gettext
from booking.words import label

_ = lazy_gettext
FARTHEST = timedelta(days=3 * 366)
FIRST_HOUR, LAST_HOUR = 7, 24
WEEKS = (1, 2, 4)
EARLY, LATE = 6, 23  # the hours in which crews work
ROWS = {"middelen": _("Middelen"), "loodsen": _("Loodsen"), "ploegen": _("Ploegen"), "voertuigen": _("Voertuigen")}
WORK = {"loodsen": "depots", "ploegen": "crews", "voertuigen": "vehicles"}


class PlanningForm(Part):
    """Asked by address (GET): a board can be kept, shared and gone back to. What is wrong in it is told, and the usual shown instead."""

    rijen = SelectField(_("Rijen"), default="middelen")
    papier = SelectField(_("Papier"), choices={"": "", "a4": "A4", "a3": "A3"}, default="")
    vanaf = DateField(_("Vanaf"), [Optional()])
    weken = SelectField(_("Weken"), coerce=int, choices={count: str(count) for count in WEEKS}, default=2)
    schaal = SelectField(_("Toon"), choices={"dag": "dag", "uur": "uur"}, default="dag")
    gemeente = SelectField(_("Gemeente"), coerce=number_or_none)
    categorie = SelectField(_("Categorie"), default="")
    q = StringField(_("Naam of nummer"), render_kw={"type": "search"})
    wie = SelectField(_("Van wie"), default="")
    staat = SelectField(_("Met"), default="")
    blad = IntegerField(_("Blad"), [Optional()], default=1)

    def __init__(self, session: Session, actor: Actor, today: date) -> None:
        known = catalogue(session)
        super().__init__(request.args)
        for field in self:
            if not request.args.getlist(field.name):
                field.data, field.raw_data = field.default, None
        self.today = today
        self.rijen.choices = {name: str(text) for name, text in ROWS.items() if name == "middelen" or could(actor, "tasks.read")}
        self.categories = {code: label("category", code, language()) for code in {asset.category for asset in known.assets.values()}}
        towns = sorted((card.name, card.id) for card in known.authorities.values() if card.house(today) == card.id)
        self.gemeente.choices = {"": str(_("Alle gemeenten")), **{key: name for name, key in towns}}
        self.categorie.choices = chosen("category", self.categories, str(_("Alle categorieën")))()
        self.wie.choices = {"": str(_("Alle middelen")), **self._whose(actor)}
        self.staat.choices = {
            "": str(_("Alles")),
            "free": str(_("heel de periode vrij")),
            "taken": str(_("uitgeleend of bezet")),
            "requested": str(_("in aanvraag of optie")),
            "shut": str(_("onderhoud of sluiting")),
            "fact": str(_("defect of te laat")),
        }

    def _whose(self, actor: Actor) -> dict[str, str]:
        mine = {"mine": str(_("met een reservatie van mij"))} if actor.borrowers or actor.claims else {}
        return mine | ({"house": str(_("van mijn bestuur"))} if actor.roles else {})

    def validate_vanaf(self, field: DateField) -> None:
        """Within three years of today: nothing was kept before, and nothing can be reserved later."""
        if field.data and abs(field.data - self.today) > FARTHEST:
            raise Said("time_out_of_range", time=field.data)

    @property
    def day(self) -> date:
        """The day that is asked for: of the board by hour and of the cards on a phone the only one."""
        return self.vanaf.data if self.vanaf.data and not self.vanaf.errors else self.today

    @property
    def by_hour(self) -> bool:
        """True for the board of halls with a column per hour."""
        return bool(self.schaal.data == "uur")

    @property
    def by(self) -> str:
        """What the rows of a board of work are; "" for the board of assets."""
        return WORK.get(self.rijen.data, "") if not self.rijen.errors else ""

    @property
    def weeks(self) -> int:
        """How many weeks the board spans."""
        return self.weken.data if self.weken.data in WEEKS else 2

    @property
    def first(self) -> date:
        """The first date on the board: a Monday, or the one day of the board by hour."""
        return self.day if self.by_hour else self.day - timedelta(days=self.day.weekday())

    def scale(self) -> Scale:
        """The columns of the board."""
        first, last = (EARLY, LATE) if self.by else (FIRST_HOUR, LAST_HOUR)
        return hours(self.day, first, last) if self.by_hour else days(self.first, 7 * self.weeks)

    def wanted(self) -> Wanted:
        """What the board is asked; a field with a fault narrows nothing."""
        valid = {field.name: field.data for field in self if not field.errors}
        return Wanted(
            scale=self.scale(),
            day=self.first,
            authority=valid.get("gemeente"),
            category=valid.get("categorie") or None,
            text=(valid.get("q") or "")[:100],
            whose=valid.get("wie") or "",
            shows=valid.get("staat") or "",
            halls=self.by_hour,
            page=valid.get("blad") or 1,
            categories=self.categories,
        )
