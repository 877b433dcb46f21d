"""What is filled in about terms of use: the texts per language and what they are about, the day of publication, the end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from wtforms import DateField, SelectField, SelectMultipleField, TextAreaField
from wtforms.validators import InputRequired
from wtforms.widgets import CheckboxInput, ListWidget

from booking.rules.terms import LANGUAGES, LONGEST_TEXT, Texts
from booking.services.terms import TermsSettings
from booking.web.administration.editing import SettingsForm
from booking.web.administration.fields import short_text
from booking.web.forms.base import Form, at_most
from booking.web.language import lazy_gettext as _

Choices = Sequence[tuple[str, str]]


class TermsForm(SettingsForm):
    """The texts of a draft. Dutch is needed before it can be published; what is still missing may wait until then."""

    authority = SelectField(_("Bestuur"), [InputRequired()], coerce=int)
    title_nl = short_text(_("Titel"), description=_("Bijvoorbeeld “Gebruiksreglement feestmateriaal”."))
    body_nl = TextAreaField(_("Tekst"), [at_most(LONGEST_TEXT)])
    title_en = short_text(_("Titel in het Engels"))
    body_en = TextAreaField(_("Tekst in het Engels"), [at_most(LONGEST_TEXT)])
    title_fr = short_text(_("Titel in het Frans"))
    body_fr = TextAreaField(_("Tekst in het Frans"), [at_most(LONGEST_TEXT)])
    categories = SelectMultipleField(
        _("Alleen voor"), widget=ListWidget(prefix_label=False), option_widget=CheckboxInput(),
        description=_("Kruis niets aan als ze gelden voor alles wat u uitleent."),
    )  # fmt: skip

    def __init__(
        self, authorities: Sequence[tuple[int, str]], categories: Choices, texts: Texts | None = None, chosen: Sequence[str] = (),
        version: int = 0,
    ) -> None:  # fmt: skip
        given: dict[str, Any] = {f"{part}_{code}": text for code, parts in (texts or {}).items() for part, text in parts.items()}
        first = authorities[0][0] if authorities else None
        super().__init__({"authority": first, "categories": list(chosen), "version": version, **given})
        self.authority.choices, self.categories.choices = list(authorities), list(categories)

    def wanted(self) -> TermsSettings:
        """What was filled in."""
        texts: Mapping[str, Mapping[str, str]] = {
            code: {part: self[f"{part}_{code}"].data or "" for part in ("title", "body")} for code in LANGUAGES
        }
        return TermsSettings(texts, tuple(self.categories.data or ()))


class PublishTermsForm(SettingsForm):
    """From which day a draft holds, as it was read."""

    valid_from = DateField(
        _("Geldt vanaf"), [InputRequired()], description=_("Voor wie vanaf dan vraagt. Wat vroeger gevraagd is, houdt zijn voorwaarden.")
    )

    def __init__(self, today: date, version: int) -> None:
        super().__init__({"valid_from": today, "version": version})


class EndTermsForm(Form):
    """The last day of a version that nothing succeeds."""

    last = DateField(_("Laatste dag"), [InputRequired()])
    reason = short_text(_("Reden"))
