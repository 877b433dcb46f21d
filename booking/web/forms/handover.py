"""What is filled in at a hand-over and a return: what was counted and seen, by whom it was taken over, and photographs.

The names of the fields stay: a telephone without a connection keeps a form and sends it later (`once`, `at`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from typing import Any

from wtforms import BooleanField, FieldList, FormField, HiddenField, IntegerField, RadioField, StringField, TextAreaField
from wtforms.validators import DataRequired, Optional
from wtforms.widgets import HiddenInput

from booking.queries.overview import LineView
from booking.rules.asking import LONGEST_NOTE
from booking.rules.handovers import COUNTED, MOST_PHOTOS, Asked, ItemKind, Noted
from booking.services.charges import Seen
from booking.services.handovers import Brought, Picture, Slip
from booking.web.documents import folder
from booking.web.forms.base import Form, OnceField, Said, at_most
from booking.web.forms.charges import Euros
from booking.web.forms.fields import Part, told
from booking.web.forms.measured import MeasureFields
from booking.web.forms.photos import PhotosField, Waiting
from booking.web.language import language
from booking.web.language import lazy_gettext as _
from booking.words.tariffs.nouns import NOUNS

LONGEST_NAME = 120
NUMBER = {"inputmode": "numeric", "min": 0}
WHOLE = Asked("", ItemKind.CONDITION, "")
_STATES = {"fine": _("In orde"), "wrong": _("Niet in orde")}


class ItemFields(Part):
    """One thing of the checklist; what is wrong with it is asked only when something is."""

    key = HiddenField()
    state = RadioField(choices=lambda: {code: str(text) for code, text in _STATES.items()}, validate_choice=False)
    counted = IntegerField(_("Hoeveel zijn er wel?"), [Optional()], render_kw=NUMBER)
    note = StringField(_("Wat is er mis?"), [at_most(LONGEST_NOTE)], render_kw={"autocomplete": "off"})
    photos = PhotosField(_("Foto's hiervan"))
    estimate = Euros(_("Geschatte kost in euro"), [Optional()], render_kw={"inputmode": "decimal", "autocomplete": "off"})
    asked = WHOLE

    def validate_state(self, field: RadioField) -> None:
        """It was looked at."""
        if field.data not in _STATES:
            raise Said("item_unanswered")

    def validate_counted(self, field: IntegerField) -> None:
        """Of what is counted and not in order: how many there are."""
        counts = self.asked.kind in COUNTED and self.state.data == "wrong"
        if counts and (field.data is None or not 0 <= field.data <= self.asked.expected):
            raise Said("count_beyond", limit=self.asked.expected)

    def validate_estimate(self, field: Euros) -> None:
        """Nothing, or what it costs."""
        if (field.cents or 0) < 0:
            raise Said("amount_unreadable", value=field.data)

    def noted(self) -> Noted:
        """What was seen of it: what is short is missing and not broken."""
        asked, fine = self.asked, self.state.data == "fine"
        counted = (asked.expected if fine else self.counted.data) if asked.kind in COUNTED else None
        short = counted is not None and counted < asked.expected
        return Noted(asked, counted, fine or short, "" if fine else self.note.data, 0 if fine else self.estimate.cents or 0)


class SlipForm(Form):
    """What hand-over and return have in common."""

    once = OnceField()
    at = HiddenField()
    kept = HiddenField()
    items = FieldList(FormField(ItemFields))
    photos = PhotosField(_("Foto's van het geheel"))
    person = StringField(_("Naam"), [at_most(LONGEST_NAME)], render_kw={"autocomplete": "off", "autocapitalize": "words"})

    def __init__(self, subject: str, asked: Sequence[Asked], values: Mapping[str, Any] | None = None) -> None:
        """`subject` is whose form it is and of what line: photographs that wait for it are of no use in another."""
        super().__init__({**(values or {}), "items": [{"key": each.key, "counted": each.expected} for each in asked]})
        known = {each.key: each for each in asked}
        for entry in list(self.items):
            entry.form.asked = known.get(entry.form.key.data, WHOLE)
        self.items.entries = [entry for entry in self.items if entry.form.key.data in known]  # the list may have changed since it was shown
        self._waiting = Waiting(subject)

    def slip(self, note: str) -> Slip:
        """What was filled in; of a form that is in order."""
        noted = tuple(entry.form.noted() for entry in self.items)
        seen = {name: bool(self[name].data) for name in ("operator_seen", "driver_seen") if name in self}
        pictures = tuple(Picture(made, at) for at, made in self._pictures())
        return Slip(self.once.data, self._entered(), self.person.data, note, noted, **seen, pictures=pictures, folder=folder())

    def told(self) -> list[tuple[str, str, str]]:
        """What is wrong, as (id of the field, its name, what is wrong): what is on the checklist by its own words."""
        found = [
            (field.id, entry.form.asked.text or str(_("De staat van het geheel")), error)
            for entry in self.items
            for field in entry.form
            for error in field.errors
        ]
        return [*found, *((place, name, error) for place, name, error in told(self) if not place.startswith("items-"))]

    def validate_photos(self, _field: PhotosField) -> None:
        """Not more than anybody looks at."""
        if len(self._pictures()) > MOST_PHOTOS:
            raise Said("photographs_too_many", limit=MOST_PHOTOS)

    def keep_pictures(self) -> int:
        """Let the photographs wait while something else is put right; how many do."""
        pictures = self._pictures()
        self.kept.data, self.kept.raw_data = self._waiting.keep(pictures[:MOST_PHOTOS]), None
        return len(pictures[:MOST_PHOTOS])

    def _pictures(self) -> list[tuple[int, Any]]:
        """Those that waited and those that came with this, each with its place: 0 of the whole, else that of its item."""
        own = [(place, made) for place, entry in enumerate(self.items, 1) for made in entry.form.photos.made]
        return [*self._waiting.found(self.kept.data), *((0, made) for made in self.photos.made), *own]

    def _entered(self) -> datetime | None:
        """When its telephone says that it was filled in; what it says is judged later."""
        try:
            told = datetime.fromisoformat(self.at.data)
        except ValueError:
            return None
        return told.replace(microsecond=0) if told.tzinfo else None


class HandOverForm(SlipForm):
    """Out it goes; a missing document may be set aside by the desk, with a reason."""

    counted_all = BooleanField(_("Alle stuks zijn geteld en gaan mee"))
    operator_seen = BooleanField()
    driver_seen = BooleanField()
    confirmed = BooleanField(_("Neemt het over in de staat die hierboven staat"))
    override = BooleanField(_("Toch uitgeven zonder het ontbrekende document (enkel de uitleendienst)"))
    reason = TextAreaField(_("Opmerking of reden"), [at_most(LONGEST_NOTE)])

    def __init__(self, subject: str, line: LineView, asked: Sequence[Asked]) -> None:
        super().__init__(subject, asked)
        self.person.label.text, self.person.validators = _("Wie neemt het over?"), [DataRequired(), *self.person.validators]
        self.person.flags.required = True
        wanted = {"counted_all": line.units > 1, "operator_seen": bool(line.operator), "driver_seen": bool(line.driver)}
        for name in (name for name, needed in wanted.items() if not needed):
            del self[name]
        for name, who in (("operator_seen", line.operator), ("driver_seen", line.driver)):
            if name in self:
                text = _("Attest van %(who)s gezien") if name == "operator_seen" else _("Rijbewijs van %(who)s gezien")
                self[name].label.text = str(text) % {"who": who}

    def validate_counted_all(self, field: BooleanField) -> None:
        """What goes out is what was promised; fewer is a change of the loan."""
        if not field.data:
            raise Said("count_first")

    def validate_confirmed(self, field: BooleanField) -> None:
        """Nobody takes over what nobody looked at."""
        if not field.data:
            raise Said("confirm_first")

    def validate_operator_seen(self, field: BooleanField) -> None:
        """The attest was shown."""
        _seen(field)

    def validate_driver_seen(self, field: BooleanField) -> None:
        """The licence was shown."""
        _seen(field)


class TakeBackForm(SlipForm):
    """Back it comes, perhaps not all of it, perhaps not as it went. `follows` is the latest return that this page knows of."""

    follows = IntegerField(widget=HiddenInput())
    units = IntegerField(_("Hoeveel komen er nu terug?"), [Optional()], render_kw=NUMBER)
    missing = IntegerField(_("Hoeveel ontbreken er voorgoed?"), [Optional()], default=0, render_kw=NUMBER)
    unsafe = IntegerField(_("Hoeveel zijn er niet veilig uit te lenen?"), [Optional()], default=0, render_kw=NUMBER)
    barred = BooleanField(_("Niet veilig: zet dit buiten dienst tot het hersteld is"))
    mend = BooleanField(_("Iemand moet dit nakijken of herstellen"))
    measures = FieldList(FormField(MeasureFields))
    damage = Euros(_("Andere schade, geschat in euro"), [Optional()], render_kw={"inputmode": "decimal", "autocomplete": "off"})
    note = TextAreaField(_("Opmerking over de staat"), [at_most(LONGEST_NOTE)])

    def __init__(
        self, subject: str, asked: Sequence[Asked], out: int, latest: int, told: Mapping[str, tuple[str, Decimal | None]] | None = None
    ) -> None:
        """`out` units are with the borrower after the return `latest` (0 for none yet); `told` gives per measure the title of the article
        that counts with it, and what was agreed.
        """
        measures = told or {}
        agreed = [{"name": name, "amount": _shown(amount)} for name, (_title, amount) in measures.items()]
        super().__init__(subject, asked, {"measures": agreed, "units": out, "follows": latest})
        self.out, self.agreed, self._latest = out, measures, latest
        self.person.label.text = _("Wie brengt het terug?")
        for entry in self.measures:
            name = entry.form["name"].data
            word = NOUNS.get(name, {}).get(language(), (name, name))[1]
            entry.form["amount"].label.text = f"{measures[name][0]} ({word})" if name in measures else word

    def brought(self) -> Brought:
        """What came back; of a form that is in order."""
        several = self.out > 1
        units = self.units.data if several else None
        unsafe = (self.unsafe.data or 0) if several else int(self.barred.data)
        missing = self.missing.data or 0
        note = self.note.data
        slip = replace(self.slip(note), follows=self.follows.data)
        return Brought(units, missing, unsafe, self.mend.data, note, self._seen(), slip)

    def blame(self, code: str, field: str | None = None, **details: Any) -> None:
        """As for every form; who counted by a list that was overtaken counts by this one, which knows what came back meanwhile."""
        if code == "count_overtaken":
            self.follows.data, self.follows.raw_data = self._latest, None
        super().blame(code, field, **details)

    def _seen(self) -> Seen:
        """What the price counts with, without what is as agreed."""
        parts = [(entry.form["name"].data, entry.form.number()) for entry in self.measures]
        real = {name: amount for name, amount in parts if name in self.agreed and amount is not None}
        return Seen({name: amount for name, amount in real.items() if amount != (self.agreed[name][1] or 0)}, self.damage.cents or 0)

    def validate_damage(self, field: Euros) -> None:
        """Nothing, or what it costs."""
        if (field.cents or 0) < 0:
            raise Said("amount_unreadable", value=field.data)

    def validate_units(self, field: IntegerField) -> None:
        """None, or some."""
        _not_negative(field)

    def validate_missing(self, field: IntegerField) -> None:
        """None, or some."""
        _not_negative(field)

    def validate_unsafe(self, field: IntegerField) -> None:
        """None, or some."""
        _not_negative(field)


def _not_negative(field: IntegerField) -> None:
    if (field.data or 0) < 0:
        raise Said("units_not_positive", units=field.data)


def _seen(field: BooleanField) -> None:
    if not field.data:
        raise Said("not_seen")


def _shown(agreed: Decimal | None) -> str:
    return f"{agreed:f}".replace(".", ",") if agreed else ""
