"""A request as it is filled in: one event with its lines, and the changes that its buttons make to it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from flask import request
from sqlalchemy.orm import Session
from wtforms import DateField, FieldList, FormField, HiddenField, IntegerField, SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Optional

from booking.queries.beneficiaries import may_be_served
from booking.queries.catalogue import catalogue
from booking.queries.choices import desk_borrowers, own_borrowers, own_persons
from booking.rules.asking import LONGEST_NAME, LONGEST_NOTE, LONGEST_OPTION, MOST_LINES, Ask, AskLine
from booking.rules.kinds import Purpose
from booking.rules.periods import end_of, local
from booking.rules.permissions import Actor, authorities_for
from booking.rules.terms import Accepting
from booking.web.forms.base import Form, OnceField, Said, at_most
from booking.web.forms.fields import chosen, number_or_none, positive
from booking.web.forms.request_line import LineFields, nobody
from booking.web.language import lazy_gettext as _
from booking.web.picks import Pick, find_pick


class ReservationForm(Form):
    """A whole request: `seen` marks the price and terms that were last shown, `once` is the key by which it is known when sent twice.

    `for_others` is True for who works at a desk, and may ask for any borrower of its own municipality; `found_nobody` when none has the
    name that it looked for. `served` are the names to suggest as beneficiary, None for who asks for no service of an authority and is not
    asked for whom that borrows.
    """

    who = StringField(_("Zoek een ontlener van uw gemeente"), [at_most(LONGEST_NAME)], render_kw={"autocomplete": "off"})
    borrower = SelectField(_("Ontlener"), [InputRequired()], coerce=number_or_none)
    beneficiary = StringField(
        _("Bestemd voor"),
        [at_most(LONGEST_NAME)],
        description=_("Leent uw bestuur dit voor een vereniging of school van de gemeente? Zet hier welke. Leeg: voor eigen gebruik."),
        render_kw={"list": "bestemd", "autocomplete": "off"},
    )
    event = StringField(_("Naam van het evenement of de opdracht"), [DataRequired(), at_most(LONGEST_NAME)])
    purpose = SelectField(_("Gebruik"), [InputRequired()], choices=chosen("purpose", Purpose), default=Purpose.EVENT)
    place = StringField(_("Plaats van gebruik"), [at_most(LONGEST_NAME)])
    place_authority = SelectField(_("Gemeente van gebruik"), coerce=number_or_none)
    attendance = IntegerField(_("Verwacht aantal aanwezigen"), [Optional(), positive], render_kw={"inputmode": "numeric"})
    option_day = DateField(
        _("In optie tot en met"),
        [Optional()],
        description=_("Tot die dag blijft het voor u vrij, zolang de eigenaar dat geeft: meestal een week. Daarna vervalt het."),
    )
    note = TextAreaField(_("Opmerking voor de uitleendienst"), [at_most(LONGEST_NOTE)])
    lines = FieldList(FormField(LineFields))
    once = OnceField()
    seen = HiddenField()

    def __init__(self, session: Session, actor: Actor, now: datetime, picks: Sequence[Pick] = ()) -> None:
        self.session, self.actor, self.now, self.known = session, actor, now, catalogue(session)
        self.for_others = bool(authorities_for(actor, "reservation.request"))
        mine = own_borrowers(session, actor)
        super().__init__(self._first_values(request.args, mine, picks))
        towns = sorted((card.name, card.id) for card in self.known.authorities.values() if card.kind == "municipality")
        self.place_authority.choices = {"": str(_("zoals de ontlener")), **{key: name for name, key in towns}}
        self._find_borrowers(dict(mine))
        self._dress()

    def validate_option_day(self, field: DateField) -> None:
        """From today on, and no further ahead than any owner lets an option stand."""
        today = local(self.now).date()
        if field.data and not today <= field.data <= today + timedelta(days=LONGEST_OPTION):
            raise Said("option_day", limit=LONGEST_OPTION)

    @property
    def served(self) -> list[str] | None:
        """Looked up when the page is made: not for each answer beside it."""
        mine = [key for key in self.borrower.choices if key in self.actor.borrowers or self.for_others]
        return may_be_served(self.session, self.known, mine, local(self.now).date())

    @property
    def on_option(self) -> bool:
        """True when it is asked for as an option."""
        return bool(self.option_day.data) and not self.option_day.errors

    @property
    def ticked(self) -> frozenset[int]:
        """The ids of the terms of use whose boxes are ticked."""
        sent = " ".join(request.form.getlist("terms")).split()
        return frozenset(int(text) for text in sent if text.isascii() and text.isdecimal() and len(text) < 10)

    @property
    def demands_terms(self) -> bool:
        """True for who asks for a borrower of its own: it accepts the terms before it can ask."""
        return self.actor.acts_for(self.borrower.data)

    def agrees(self, asked: Sequence[tuple[str, frozenset[int], object]]) -> bool:
        """True when the terms of each owner (its name, the ids that it asks, and more) are accepted; what is not is told. A desk that asks
        for somebody else may leave that to them.
        """
        if not self.demands_terms:
            return True
        missing = [owner for owner, versions, _more in asked if not versions <= self.ticked]
        for owner in missing:
            self.blame("terms_to_tick", owner=owner)
        return not missing

    def change(self, act: str) -> None:
        """Do what a button of the form says: `add`, `remove:0`, or `fill:0:` and a pick; anything else changes nothing."""
        name, _sep, rest = act.partition(":")
        place, _sep, text = rest.partition(":")
        entries, pick = self.lines.entries, find_pick(text)
        line = int(place) if place.isascii() and place.isdecimal() and int(place) < len(entries) else None
        if name == "add" and len(entries) < MOST_LINES:
            self.lines.append_entry(_same_time(entries))
        elif name == "add":
            self.blame("too_many_lines", limit=MOST_LINES)
        elif name == "remove" and line is not None:
            self.lines.pop_entry(line)
        elif name == "fill" and line is not None and pick:
            entries[line].form.take(pick)
        self._dress()

    def ask(self) -> Ask | None:
        """The request, or None with everything that is wrong told where it was typed."""
        lines = self._lines()
        if not lines:
            self.blame("no_lines")
        if self.errors or not all(lines):
            return None
        return self._ask(lines, self.event.data.strip(), (self.note.data or "").strip(), Accepting(self.ticked))

    def sketch(self) -> tuple[list[int], Ask | None]:
        """What can be judged already, before it has a name or every line is complete: the numbers of those lines, and the request."""
        told = {number: line for number, line in enumerate(self._lines(), 1) if line}
        known = self.borrower.data in self.borrower.choices and not (self.purpose.errors or self.place_authority.errors)
        ask = self._ask(list(told.values()), accepting=Accepting(self.ticked)) if told and known else None
        return list(told), ask

    def _lines(self) -> list[AskLine | None]:
        """Each line, None for one that is not complete; read once, so that what is wrong is told once."""
        if self._read is None:
            self._read = self._read_lines()
        return self._read

    def _read_lines(self) -> list[AskLine | None]:
        named = self._persons(self.borrower.data) if self.borrower.data else {}
        persons = frozenset(key for each in named.values() for key, _name in each)
        return [entry.form.ask(persons) for entry in self.lines]

    def _persons(self, borrower: int | None) -> dict[str, list[tuple[int, str]]]:
        return own_persons(self.session, self.actor, local(self.now).date(), borrower)

    def _ask(self, lines: Sequence[AskLine | None], event: str = "", note: str = "", accepting: Accepting | None = None) -> Ask:
        place, until = (self.place.data or "").strip()[:LONGEST_NAME], self.option_day.data
        return Ask(
            self.borrower.data, tuple(line for line in lines if line), event, Purpose(self.purpose.data), place,
            self.place_authority.data, self.attendance.data, note, end_of(until) if until else None, accepting,
            (self.beneficiary.data or "").strip()[:LONGEST_NAME] or None,
        )  # fmt: skip

    def line_and_role(self, asked: str) -> tuple[LineFields | None, str]:
        """The line and the field that `0:driver` names; None for anything else."""
        place, _sep, kind = asked.partition(":")
        known = place.isascii() and place.isdecimal() and len(place) < 4 and kind in {"driver", "operator"}
        return (self.lines.entries[int(place)].form, kind) if known and int(place) < len(self.lines.entries) else (None, "")

    def choose_person(self, field: SelectField, person: int) -> None:
        """Offer everybody anew, with this person chosen."""
        self._dress()
        field.data = person

    def _find_borrowers(self, mine: dict[int, str]) -> None:
        """The borrowers to choose from: one's own, and for a desk those it searched for and the one that was chosen before."""
        found = desk_borrowers(self.session, self.actor, self.who.data or "", self.borrower.data) if self.for_others else []
        self.borrower.choices = {**mine, **dict(found)}
        text = " ".join((self.who.data or "").split()).casefold()
        self.found_nobody = self.for_others and bool(text) and not any(text in name.casefold() for _key, name in found)
        if request.form.get("do") == "find":
            self.borrower.data = next((key for key, _name in found), self.borrower.data)
        elif request.method != "POST" and self.borrower.data not in self.borrower.choices:
            self.borrower.data = next(iter(self.borrower.choices), None)

    def _dress(self) -> None:
        """Give each line its asset and the persons to choose from."""
        self._read: list[AskLine | None] | None = None
        persons = self._persons(self.borrower.data if self.for_others else None)
        named: dict[int, str] = {}
        for house, each in persons.items():  # whose somebody is, is said where that is one of several
            named |= {key: name if key in named or len(persons) == 1 else f"{name} ({house})" for key, name in each}
        for place, entry in enumerate(self.lines):
            entry.form.look_up(self.known, self.now)
            entry.form.place, entry.form.may_name = place, self.borrower.data in self.actor.borrowers
            for field in entry.form.operator, entry.form.driver:
                field.choices = {**nobody(), **named}

    def _first_values(self, address: Any, mine: Sequence[tuple[int, str]], picks: Sequence[Pick]) -> Mapping[str, Any]:
        """What is known before anything is typed: the picks, or one asset without dates; use, borrower and place; the hall."""
        lines: list[dict[str, Any]] = []
        for pick in picks:
            part = LineFields()
            part.take(pick)
            lines.append(part.data)
        if not lines and address.get("asset"):
            lines.append({"asset": address["asset"]})
        borrower = number_or_none(address.get("borrower")) if (address.get("borrower") or "").isdecimal() else None
        purpose = address.get("purpose") if address.get("purpose") in set(Purpose) else Purpose.EVENT
        first = mine[0][0] if mine else None
        town = number_or_none(address.get("place_authority")) if (address.get("place_authority") or "").isdecimal() else None
        place = (address.get("place") or "")[:LONGEST_NAME]
        where = {"place": place, "place_authority": town} if place or town else self._hall(picks)
        who = address.get("who") or ""
        return {"lines": lines or [{}], "purpose": purpose, "borrower": borrower or first, "who": who, **where}

    def _hall(self, picks: Sequence[Pick]) -> dict[str, Any]:
        """Who asks for a hall uses the rest there too, until told otherwise."""
        cards = {card.code: card for card in self.known.assets.values() if card.in_place}
        hall = next(((cards[pick.asset], pick.use.days()[0]) for pick in picks if pick.asset in cards), None)
        if hall is None:
            return {}
        town = self.known.owner(*hall).house(hall[1])
        is_town = town in self.known.authorities and self.known.authorities[town].kind == "municipality"
        return {"place": hall[0].name, "place_authority": town if is_town else None}


def mark_of(*what: object) -> str:
    """A short mark by which to see that something is still what was shown."""
    return hashlib.sha256(repr(what).encode()).hexdigest()[:32]


def _same_time(entries: Sequence[Any]) -> dict[str, Any] | None:
    """A new line begins with the period of the one before it: most events need everything at once."""
    if not entries:
        return None
    last = entries[-1].form
    return {name: last[name].data for name in ("from_day", "from_time", "from_fold", "to_day", "to_time", "to_fold")}
