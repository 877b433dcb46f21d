"""The forms around a regulation: its decision, its end, and a file to read in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from flask import request
from wtforms import DateField, FileField, SelectField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Optional

from booking.rules.regulations import Decision
from booking.web.administration.fields import short_text
from booking.web.forms.base import Form, Said, at_most
from booking.web.language import lazy_gettext as _


class PublicationForm(Form):
    """What the organ decided, where that can be read, and from when until when it holds."""

    organ = short_text(_("Beslist door"), DataRequired(), render_kw={"list": "organen"})
    delegation = short_text(
        _("Door wiens delegatie"),
        limit=500,
        description=_("Alleen als het college tarieven vaststelt: welk raadsbesluit het daartoe machtigde."),
    )
    decided_on = DateField(_("Datum van de beslissing"), [InputRequired()])
    number = short_text(_("Nummer van de beslissing"), DataRequired(), limit=80)
    published_on = DateField(_("Bekendgemaakt op"), [InputRequired()])
    published_at = short_text(
        _("Waar het te lezen is"), limit=500, description=_("Het adres op de webtoepassing van het bestuur."), render_kw={"type": "url"}
    )
    valid_from = DateField(_("Geldt vanaf"), [Optional()], description=_("Leeg: de vijfde dag na de bekendmaking (art. 288 DLB)."))
    valid_until = DateField(_("Geldt tot en met"), [Optional()], description=_("Leeg: tot een opvolger ingaat."))

    def validate_published_at(self, field: Any) -> None:
        """An address that a reader can follow, and nothing that runs in a page."""
        if field.data.strip() and not field.data.strip().startswith(("https://", "http://")):
            raise Said("address_unreadable")

    @classmethod
    def of(cls, plain: dict[str, Any], today: date) -> PublicationForm:
        """Filled in as far as the draft says; decided and published today, when it says nothing."""
        days = {name: _day(plain.get(name)) for name in ("decided_on", "published_on", "valid_from", "valid_until")}
        told = {"organ": plain.get("organ") or "gemeenteraad", "delegation": plain.get("delegation", ""),
                "number": plain.get("decision", ""), "published_at": plain.get("published_at", "")}  # fmt: skip
        return cls({**days, **told, "published_on": days["published_on"] or today})

    def decision(self) -> Decision:
        """What was filled in."""
        return Decision(
            self.organ.data, self.decided_on.data, self.number.data, self.published_on.data, self.published_at.data, self.delegation.data,
            self.valid_from.data, self.valid_until.data,
        )  # fmt: skip


class EndForm(Form):
    """The last day of a regulation that nothing follows yet."""

    last = DateField(_("Laatste dag"), [InputRequired()])
    reason = short_text(_("Waarom"), DataRequired(), limit=500, description=_("Bijvoorbeeld: opgeheven door de gemeenteraad van 12 mei."))


class FileForm(Form):
    """A regulation file, chosen or pasted, and for which authority it is read."""

    authority = SelectField(_("Bestuur"), [InputRequired()], coerce=int)
    file = FileField(
        _("Bestand"), render_kw={"accept": ".yaml,.yml,.txt,text/plain"},
        description=_("Zoals de knop “Bestand” bij een reglement het bewaart (YAML)."),
    )  # fmt: skip
    text = TextAreaField(_("Of plak het hier"), [at_most(300_000)], render_kw={"spellcheck": "false"})

    def __init__(self, authorities: Sequence[tuple[int, str]]) -> None:
        super().__init__({"authority": authorities[0][0] if authorities else None})
        self.authority.choices = list(authorities)

    def content(self) -> bytes | str | None:
        """The text of the file, or None with what is wrong told at its field."""
        sent = request.files.get("file")
        found = sent.read() if sent and sent.filename else (self.text.data or "").replace("\r\n", "\n")
        if not found.strip():
            self.blame("field_required", "file")
            return None
        return found


def _day(text: Any) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except (TypeError, ValueError):
        return None
