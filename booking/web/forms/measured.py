"""What the tariff of a line counts with, and the services that its owner offers with it: the same fields on every form of a line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation

from wtforms import BooleanField, FieldList, FormField, HiddenField, StringField

from booking.queries.held import TOWING_MEASURE
from booking.rules.catalogue import AssetCard, AuthorityCard, Catalogue
from booking.rules.kinds import Handover, RequirementKind
from booking.rules.tariffs.asked import Extra, asked_measures, offered_extras
from booking.web.forms.base import Said
from booking.web.forms.fields import Part
from booking.web.language import language
from booking.words.tariffs.nouns import NOUNS

MOST = Decimal(1_000_000)


def read_amount(text: str) -> Decimal | None:
    """So many km or hours as people write them, in thousandths at the finest; None for nothing, or for what is no amount."""
    try:
        amount = Decimal(text.strip().replace(",", "."))
    except InvalidOperation:
        return None
    return amount if amount.is_finite() and 0 <= amount < MOST and amount == round(amount, 3) else None


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


class MeasuredFields:
    """The measures and services of one asset, and whom its owner `needs` to be named. To be mixed into a form of a line."""

    measures = FieldList(FormField(MeasureFields))
    extras = FieldList(FormField(ExtraFields))
    needs: frozenset[str] = frozenset()

    def ask_about(self, known: Catalogue, card: AssetCard, owner: AuthorityCard, day: date, booked: date) -> None:
        """Ask what goes with an asset on a day of use, by the regulation that counts then; what was filled in for it is kept."""
        needs = known.requirements.get(owner.id, ())
        self.needs = frozenset(need.kind for need in needs if need.asset in (None, card.id) and need.category in (None, card.category_id))
        tariff, about = known.regulation(owner, card.category, card.code, day, booked), (card.category, card.code)
        towing = {TOWING_MEASURE: False} if RequirementKind.DRIVER in self.needs else {}
        self._ask_measures({**(asked_measures(tariff.prepared, *about) if tariff else {}), **towing})
        self._offer(offered_extras(tariff.prepared, *about) if tariff else [])

    def counted(self, handover: Handover) -> dict[str, Decimal]:
        """What was filled in, by name: what is about a delivery only where it is delivered."""
        parts = [entry.form for entry in self.measures if handover is Handover.DELIVERY or not entry.form.delivered]
        amounts = {part["name"].data: amount for part in parts if (amount := part.number()) is not None}
        return amounts | {entry.form["name"].data: amount for entry in self.extras if (amount := entry.form.taken())}

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
