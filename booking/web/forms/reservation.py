"""A request as it is filled in: one event with its lines, and the changes that its buttons make to it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from flask import request
from sqlalchemy.orm import Session
from wtforms import FieldList, FormField, HiddenField, IntegerField, SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Optional

from booking.queries.catalogue import catalogue
from booking.queries.choices import own_borrowers, own_persons
from booking.rules.asking import LONGEST_NAME, LONGEST_NOTE, MOST_LINES, Ask, AskLine
from booking.rules.catalogue import AssetCard, Catalogue
from booking.rules.kinds import Handover, Purpose, RequirementKind
from booking.rules.permissions import Actor
from booking.web.forms.base import Form, OnceField, at_most
from booking.web.forms.fields import Part, PeriodFields, chosen, number_or_none, positive, units_field
from booking.web.picks import Pick, find_pick, read_picks

_NOBODY = {"": "nog niet bekend"}


class LineFields(PeriodFields, Part):
    """One line of a request; `card` is the asset that was named, once it is known."""

    asset = StringField("Middel of zaal", [DataRequired(), at_most(120)], render_kw={"list": "middelen", "autocomplete": "off"})
    units = units_field()
    handover = SelectField("Afhalen of laten leveren", choices=chosen("handover", Handover), default=Handover.PICKUP)
    operator = SelectField("Wie bedient het?", [Optional()], coerce=number_or_none, choices=_NOBODY)
    driver = SelectField("Wie haalt het op (bestuurder)?", [Optional()], coerce=number_or_none, choices=_NOBODY)
    card: AssetCard | None = None
    needs: frozenset[str] = frozenset()

    def look_up(self, known: Catalogue) -> None:
        """Find the asset by its number or its whole name, and what its owner may ask for."""
        typed = (self.asset.data or "").strip().casefold()
        self.card = next((card for card in known.assets.values() if typed in {card.code.casefold(), card.name.casefold()}), None)
        if self.card:
            self.asset.data, self.asset.raw_data = self.card.code, [self.card.code]
            owners = {spell.subject for spell in self.card.managers}
            asked = (need for owner in owners for need in known.requirements.get(owner, ()))
            self.needs = frozenset(
                need.kind for need in asked if need.asset in (None, self.card.id) and need.category in (None, self.card.category_id)
            )

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
        if use is None or card is None or self.errors:
            return None
        handover = Handover.PICKUP if card.in_place else Handover(self.handover.data)
        return AskLine(card.id, use, self.units.data, handover, self.operator.data, self.driver.data)


class ReservationForm(Form):
    """A whole request: `seen` marks the price and terms that were last shown, `once` is the key by which it is known when sent twice."""

    borrower = SelectField("Ontlener", [InputRequired()], coerce=number_or_none)
    event = StringField("Naam van het evenement of de opdracht", [DataRequired(), at_most(LONGEST_NAME)])
    purpose = SelectField("Gebruik", [InputRequired()], choices=chosen("purpose", Purpose), default=Purpose.EVENT)
    place = StringField("Plaats van gebruik", [at_most(LONGEST_NAME)], description="Straat en nummer, of de naam van het terrein.")
    place_authority = SelectField("Gemeente van gebruik", coerce=number_or_none)
    attendance = IntegerField("Verwacht aantal aanwezigen", [Optional(), positive], render_kw={"inputmode": "numeric"})
    note = TextAreaField("Opmerking voor de uitleendienst", [at_most(LONGEST_NOTE)])
    lines = FieldList(FormField(LineFields), min_entries=1)
    once = OnceField()
    seen = HiddenField()

    def __init__(self, session: Session, actor: Actor) -> None:
        self.known, self.persons = catalogue(session), own_persons(session, actor)
        mine = own_borrowers(session, actor)
        super().__init__(_first_values(request.args, mine))
        self.borrower.choices = dict(mine)
        towns = sorted((card.name, card.id) for card in self.known.authorities.values() if card.kind == "municipality")
        self.place_authority.choices = {"": "zoals de ontlener", **{key: name for name, key in towns}}
        self._dress()

    def change(self, act: str) -> None:
        """Do what a button of the form says: `add`, `remove:0`, or `fill:0:` and a pick; anything else changes nothing."""
        name, _, rest = act.partition(":")
        place, _, text = rest.partition(":")
        entries, pick = self.lines.entries, find_pick(text)
        line = int(place) if place.isascii() and place.isdecimal() and int(place) < len(entries) else None
        if name == "add" and len(entries) < MOST_LINES:
            self.lines.append_entry(_same_time(entries))
        elif name == "add":
            self.blame("too_many_lines", limit=MOST_LINES)
        elif name == "remove" and line is not None:
            del entries[line]
        elif name == "fill" and line is not None and pick:
            entries[line].form.take(pick)
        self._dress()

    def ask(self, session: Session, actor: Actor) -> Ask | None:
        """The request, or None with everything that is wrong told where it was typed."""
        named = own_persons(session, actor, self.borrower.data) if self.borrower.data else {}
        persons = frozenset(key for each in named.values() for key, _ in each)
        lines = [entry.form.ask(persons) for entry in self.lines]
        if not lines:
            self.blame("no_lines")
        if self.errors or any(line is None for line in lines):
            return None
        return Ask(
            self.borrower.data, tuple(line for line in lines if line), self.event.data.strip(), Purpose(self.purpose.data),
            (self.place.data or "").strip(), self.place_authority.data, self.attendance.data, (self.note.data or "").strip(),
        )  # fmt: skip

    def _dress(self) -> None:
        """Give each line its asset and the persons to choose from."""
        several = len(self.persons) > 1
        named = {key: f"{name} ({house})" if several else name for house, each in self.persons.items() for key, name in each}
        for entry in self.lines:
            entry.form.look_up(self.known)
            for field in entry.form.operator, entry.form.driver:
                field.choices = {**_NOBODY, **named}


def mark_of(*what: object) -> str:
    """A short mark by which to see that something is still what was shown."""
    return hashlib.sha256(repr(what).encode()).hexdigest()[:32]


def _same_time(entries: Sequence[Any]) -> dict[str, Any] | None:
    """A new line begins with the period of the one before it: most events need everything at once."""
    if not entries:
        return None
    last = entries[-1].form
    return {name: last[name].data for name in ("from_day", "from_time", "from_fold", "to_day", "to_time", "to_fold")}


def _first_values(address: Any, mine: Sequence[tuple[int, str]]) -> Mapping[str, Any]:
    """What the address of the form already says: picks, or one asset without dates; the purpose and the borrower that were searched for."""
    lines: list[dict[str, Any]] = []
    for pick in read_picks(address.getlist("line")):
        part = LineFields()
        part.take(pick)
        lines.append(part.data)
    if not lines and address.get("asset"):
        lines.append({"asset": address["asset"]})
    borrower = number_or_none(address.get("borrower")) if (address.get("borrower") or "").isdecimal() else None
    purpose = address.get("purpose") if address.get("purpose") in set(Purpose) else Purpose.EVENT
    return {"lines": lines, "purpose": purpose, "borrower": borrower or (mine[0][0] if len(mine) == 1 else None)}
