"""Ways out of a conflict: what the desk offers, and what the borrower takes."""

from __future__ import annotations

from collections.abc import Sequence

from wtforms import RadioField, SelectMultipleField, StringField, TextAreaField
from wtforms.validators import DataRequired, InputRequired

from booking.queries.offered import OfferView
from booking.queries.ways_out import WaysOut
from booking.rules.asking import LONGEST_NAME, LONGEST_NOTE
from booking.rules.periods import Period
from booking.web.forms.base import Form, at_most
from booking.web.language import language
from booking.web.language import lazy_gettext as _
from booking.words import label, moments


class OfferForm(Form):
    """What the borrower may choose from, and a word with it."""

    assets = SelectMultipleField(_("Middelen"), coerce=int)
    dates = SelectMultipleField(_("Andere data"), coerce=int)
    note = TextAreaField(_("Toelichting voor de ontlener"), [at_most(LONGEST_NOTE)])

    def __init__(self, fit: WaysOut) -> None:
        super().__init__()
        self.fit = fit
        self.assets.choices = {each.asset.id: each.asset.name for each in (*fit.own, *fit.elsewhere)}
        self.dates.choices = {place: moments.period(use, language()) for place, use in enumerate(fit.dates)}

    def uses(self) -> list[Period]:
        """The dates that were ticked."""
        return [self.fit.dates[place] for place in self.dates.data or ()]


class ChooseForm(Form):
    """One of the ways that were offered."""

    offer = RadioField(_("Wat kiest u?"), [InputRequired()], coerce=int)

    def __init__(self, offers: Sequence[OfferView]) -> None:
        super().__init__()
        self.offer.choices = {each.id: _named(each) for each in offers if each.state == "offered"}


class PhoneForm(ChooseForm):
    """What the borrower chose by telephone, and who said so."""

    offer = RadioField(_("Wat koos de ontlener?"), [InputRequired()], coerce=int)
    told_by = StringField(_("Wie koos, per telefoon?"), [DataRequired(), at_most(LONGEST_NAME)], render_kw={"autocomplete": "off"})


def _named(offer: OfferView) -> str:
    if offer.asset:
        return offer.asset.name
    return moments.period(offer.use, language()) if offer.use else label("offer_way", offer.way, language())
