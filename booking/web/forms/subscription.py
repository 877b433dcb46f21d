"""A calendar to follow: of what, how much of it, in which language, with which reminders, and until when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from wtforms import DateField, RadioField, SelectField, SelectMultipleField, StringField
from wtforms.validators import DataRequired, InputRequired
from wtforms.widgets import CheckboxInput

from booking.queries.feeds import Choice, Followed
from booking.rules.feeds import ALARMS, DETAILS, LONGEST, Detail, Scope
from booking.services.feeds import Settings, Wish
from booking.web.forms.base import Form, OnceField, at_most
from booking.web.language import language
from booking.web.language import lazy_gettext as _
from booking.words import LANGUAGES, label

LONGEST_NAME = 200
_OWN_NAMES = {"nl": "Nederlands", "en": "English", "fr": "Français"}


class SettingsForm(Form):
    """How somebody wants a calendar. `scope` decides how much of it there is to choose."""

    name = StringField(_("Naam"), [DataRequired(), at_most(LONGEST_NAME)], description=_("Zo heet de agenda in uw agendaprogramma."))
    detail = RadioField(
        _("Hoeveel mag erin staan?"),
        choices=lambda: {each.value: label("feed_detail", each, language()) for each in Detail},
        default=Detail.FULL.value,
        description=_("Kies minder voor een scherm in de gang of een agenda die u deelt. U ziet nooit meer dan wat u zelf mag zien."),
    )
    language = SelectField(_("Taal"), choices={each: _OWN_NAMES[each] for each in LANGUAGES})
    alarms = SelectMultipleField(
        _("Herinneringen"),
        choices=lambda: {str(each): label("feed_alarm", str(each), language()) for each in ALARMS},
        option_widget=CheckboxInput(),
        description=_("Apple en Thunderbird tonen ze. Google en Outlook laten u zelf herinneringen kiezen."),
    )
    until = DateField(
        _("Werkt tot en met"), [InputRequired()], description=_("Hoogstens een jaar; u krijgt op tijd bericht en kunt verlengen.")
    )

    def settings(self, scope: Scope) -> Settings:
        """What was chosen, of a form that is in order; where there is nothing to choose, what there is."""
        detail = Detail(self.detail.data) if len(DETAILS[scope]) > 1 else None
        alarms = tuple(int(minutes) for minutes in self.alarms.data or ())
        return Settings(self.name.data, self.language.data, detail, alarms, self.until.data)


class FeedForm(SettingsForm):
    """`what` is a scope and an id, `depot:3`, and for a crew, vehicle or category that of its authority: `crew:3@2`."""

    what = SelectField(_("Welke agenda?"), [InputRequired()])
    name = StringField(_("Naam"), [at_most(LONGEST_NAME)], description=_("Zo heet de agenda in uw programma; leeg is het wat u koos."))
    once = OnceField()

    def __init__(self, followable: Mapping[Scope, Sequence[Choice]], today: date, chosen: str = "", *, fresh: bool = False) -> None:
        named = {key_of(choice.what): name_of(choice) for choices in followable.values() for choice in choices}
        first = chosen if chosen in named else next(iter(named), "")
        proposed = {"what": first, "language": language(), "until": today + LONGEST}
        super().__init__(proposed)
        self.named = named
        self.what.choices = {
            label("feed_scope", scope, language()): {key_of(each.what): named[key_of(each.what)] for each in choices}
            for scope, choices in followable.items()
        }
        if fresh:
            self.process(data=proposed)  # what was sent has its answer

    def wish(self) -> Wish:
        """What was asked, of a form that is in order."""
        what = followed(self.what.data)
        settings = self.settings(what.scope)
        if not settings.name.strip():
            settings = replace(settings, name=f"Streekdepot {self.named[self.what.data]}"[:LONGEST_NAME])
        return Wish(what, settings)


def key_of(what: Followed) -> str:
    """What is followed as the value of a choice, and in the address of a page that proposes it."""
    return f"{what.scope}:{what.subject}{f'@{what.within}' if what.within else ''}"


def followed(key: str) -> Followed:
    """The opposite. Raises ValueError for what `key_of` did not write."""
    scope, _colon, rest = key.partition(":")
    subject, _at, within = rest.partition("@")
    return Followed(Scope(scope), int(subject), int(within) if within else None)


def name_of(choice: Choice) -> str:
    """What may be followed in the reader's words."""
    if choice.what.scope is not Scope.CATEGORY:
        return choice.name
    owner = choice.owner or _("heel de streek")
    return f"{label('category', choice.name, language())} – {owner}"
