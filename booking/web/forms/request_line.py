"""One line of a request as it is filled in: the asset, its period, how it travels, who handles it, and what its tariff counts with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal, InvalidOperation

from wtforms import BooleanField, FieldList, FormField, HiddenField, SelectField, StringField
from wtforms.validators import DataRequired, Optional

from booking.queries.held import TOWING_MEASURE
from booking.rules.asking import LONGEST_NAME, AskLine
from booking.rules.catalogue import AssetCard, AuthorityCard, Catalogue, DepotCard
from booking.rules.kinds import Handover, RequirementKind
from booking.rules.periods import local
from booking.rules.tariffs.asked import Extra, asked_measures, offered_extras
from booking.web.forms.base import Said, at_most
from booking.web.forms.fields import Part, PeriodFields, chosen, number_or_none, units_field
from booking.web.language import language
from booking.web.language import lazy_gettext as _
from booking.web.picks import Pick
from booking.words.tariffs.nouns import NOUNS

MOST = Decimal(1_000_000)


def read_amount(text: str) -> Decimal | None:
    """So many km or hours as people write them, in thousandths at the finest; None for nothing, or for what is no amount."""
    try:
        amount = Decimal(text.strip().replace(",", "."))
    except InvalidOperation:
        return None
    return amount if amount.is_finite() and 0 <= amount < MOST and amount == round(amount, 3) else None


def nobody() -> dict[str, str]:
    """The choice of who does not know yet."""
    return {"": str(_("nog niet bekend"))}


class MeasureFields(Part):
    """How much of something that the tariff counts with; its name travels along."""

    name = HiddenField()
    amount = StringField(render_kw={"inputmode": "decimal", "autocomplete": "off"})
    delivered = False

    def validate_amount(self, field: StringField) -> None:
        """A number as people write it, or nothing."""
        if field.data and self.number() is None:
            raise Said("amount_unreadable", value=field.data)

    def number(self) -> Decimal | None:
        """What was filled in; None for nothing, or for what is no amount."""
        return read_amount(self.amount.data or "")


class ExtraFields(MeasureFields):
    """A service of the owner that may be taken: so much of it, or with a tick; `price` is what it adds, once that is known."""

    wanted = BooleanField()
    counted = False
    title = ""

    def taken(self) -> Decimal | None:
        """How much was asked; None for nothing."""
        return (self.number() or None) if self.counted else (Decimal(1) if self.wanted.data else None)


class LineFields(PeriodFields, Part):
    """One line; `card` is the asset that was named, once it is known, with its `owner`, its `depot` and what the owner `needs`. On a
    form it has a `place` among the lines, and `may_name` is True for who can add a driver or an operator to the borrower's people.
    """

    asset = StringField(_("Middel of zaal"), [DataRequired(), at_most(120)], render_kw={"list": "middelen", "autocomplete": "off"})
    units = units_field(_("Aantal"))
    handover = SelectField(_("Afhalen of laten leveren"), choices=chosen("handover", Handover), default=Handover.PICKUP)
    operator = SelectField(_("Wie bedient het?"), [Optional()], coerce=number_or_none, choices=nobody)
    driver = SelectField(_("Wie haalt het op (bestuurder)?"), [Optional()], coerce=number_or_none, choices=nobody)
    newcomer = StringField(_("Naam"), [at_most(LONGEST_NAME)], render_kw={"autocomplete": "off"})
    measures = FieldList(FormField(MeasureFields))
    extras = FieldList(FormField(ExtraFields))
    card: AssetCard | None = None
    owner: AuthorityCard | None = None
    depot: DepotCard | None = None
    needs: frozenset[str] = frozenset()
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
        needs = (need for need in known.requirements.get(self.owner.id, ()))
        self.needs = frozenset(
            need.kind for need in needs if need.asset in (None, self.card.id) and need.category in (None, self.card.category_id)
        )
        tariff = known.regulation(self.owner, self.card.category, self.card.code, day, local(now).date())
        about = (self.card.category, self.card.code)
        towing = {TOWING_MEASURE: False} if RequirementKind.DRIVER in self.needs else {}
        self._ask_measures({**(asked_measures(tariff.prepared, *about) if tariff else {}), **towing})
        self._offer(offered_extras(tariff.prepared, *about) if tariff else [])

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
        measures = {**self._amounts(handover), **self._taken()}
        return AskLine(card.id, use, self.units.data, handover, self.operator.data, self.driver.data, measures)

    def _ask_measures(self, asked: Mapping[str, bool]) -> None:
        """One field for each measure that the tariff counts with; what was filled in for others is left out."""
        given = {entry.form["name"].data: entry.form["amount"].data for entry in self.measures}
        while self.measures.entries:
            self.measures.pop_entry()
        for name, delivered in asked.items():
            part = self.measures.append_entry({"name": name, "amount": given.get(name, "")}).form
            part["amount"].label.text = NOUNS.get(name, {}).get(language(), (name, name))[1]
            part.delivered = delivered

    def _offer(self, offered: Sequence[Extra]) -> None:
        """One field for each service that the owner offers with this asset; what was chosen of others is left out."""
        given = {entry.form["name"].data: (entry.form["amount"].data, entry.form["wanted"].data) for entry in self.extras}
        while self.extras.entries:
            self.extras.pop_entry()
        for extra in offered:
            amount, wanted = given.get(extra.name, ("", False))
            part = self.extras.append_entry({"name": extra.name, "amount": amount, "wanted": wanted}).form
            part.counted, part.title = extra.counted, extra.title
            part["amount"].label.text = part["wanted"].label.text = extra.title

    def _taken(self) -> dict[str, Decimal]:
        return {entry.form["name"].data: amount for entry in self.extras if (amount := entry.form.taken())}

    def _amounts(self, handover: Handover) -> dict[str, Decimal]:
        parts = [entry.form for entry in self.measures if handover is Handover.DELIVERY or not entry.form.delivered]
        return {part["name"].data: amount for part in parts if (amount := part.number()) is not None}
