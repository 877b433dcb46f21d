"""One line of a request as it is filled in: the asset, its period, how it travels, who handles it, and what its tariff counts with."""

from __future__ import annotations

from datetime import datetime

from wtforms import SelectField, StringField
from wtforms.validators import DataRequired, Optional

from booking.rules.asking import LONGEST_NAME, AskLine
from booking.rules.catalogue import AssetCard, AuthorityCard, Catalogue, DepotCard
from booking.rules.kinds import Handover, RequirementKind
from booking.rules.periods import local
from booking.web.forms.base import at_most
from booking.web.forms.fields import Part, PeriodFields, chosen, number_or_none, units_field
from booking.web.forms.measured import MeasuredFields
from booking.web.language import lazy_gettext as _
from booking.web.picks import Pick


def nobody() -> dict[str, str]:
    """The choice of who does not know yet."""
    return {"": str(_("nog niet bekend"))}


class LineFields(PeriodFields, MeasuredFields, Part):
    """One line; `card` is the asset that was named, once it is known, with its `owner` and its `depot`. On a form it has a `place` among
    the lines, and `may_name` is True for who can add a driver or an operator to the borrower's people.
    """

    asset = StringField(_("Middel of zaal"), [DataRequired(), at_most(120)], render_kw={"list": "middelen", "autocomplete": "off"})
    units = units_field(_("Aantal"))
    handover = SelectField(_("Afhalen of laten leveren"), choices=chosen("handover", Handover), default=Handover.PICKUP)
    operator = SelectField(_("Wie bedient het?"), [Optional()], coerce=number_or_none, choices=nobody)
    driver = SelectField(_("Wie haalt het op (bestuurder)?"), [Optional()], coerce=number_or_none, choices=nobody)
    newcomer = StringField(_("Naam"), [at_most(LONGEST_NAME)], render_kw={"autocomplete": "off"})
    card: AssetCard | None = None
    owner: AuthorityCard | None = None
    depot: DepotCard | None = None
    place = 0
    may_name = False

    def look_up(self, known: Catalogue, now: datetime) -> None:
        """Find the asset by its number or its whole name, and what its owner may ask for on the day of use."""
        typed = (self.asset.data or "").strip().casefold()
        self.card = next((card for card in known.assets.values() if typed in {card.code.casefold(), card.name.casefold()}), None)
        if self.card is None:
            return
        self.asset.data, self.asset.raw_data = self.card.code, [self.card.code]
        day = self.from_day.data or local(now).date()
        self.owner, self.depot = known.owner(self.card, day), known.depot(self.card, day)
        self.ask_about(known, self.card, self.owner, day, local(now).date())

    def take(self, pick: Pick) -> None:
        """Fill in what was picked."""
        self.asset.data, self.asset.raw_data = pick.asset, [pick.asset]
        self.units.data, self.units.raw_data = pick.units, [str(pick.units)]
        self.fill(pick.use)

    def ask(self, persons: frozenset[int]) -> AskLine | None:
        """The line, or None with what is wrong told at its fields."""
        use, card = self.period(), self.card
        if card is None and self.asset.data and not self.asset.errors:
            self.fault("asset", "asset_unknown", asset=self.asset.data)
        if card and self.units.data and not self.units.errors and self.units.data > card.units:
            self.fault("units", "units_beyond_stock", asset=card.name, units=self.units.data, limit=card.units)
        for kind in RequirementKind.OPERATOR, RequirementKind.DRIVER:
            if self[kind].data and self[kind].data not in persons:
                self.fault(kind, "person_unknown")
        if use is None or card is None or any(field.errors for field in self):
            return None
        handover = Handover.PICKUP if card.in_place else Handover(self.handover.data)
        return AskLine(card.id, use, self.units.data, handover, self.operator.data, self.driver.data, self.counted(handover))
