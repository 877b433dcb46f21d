"""What is filled in about a policy, a person and what it holds, and what a desk finds of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from wtforms import BooleanField, DateField, IntegerField, SelectField, SelectMultipleField, StringField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Optional
from wtforms.widgets import HiddenInput

from booking.queries.proofs.people import QualificationView
from booking.queries.proofs.policies import PolicyView
from booking.rules.kinds import CoverKind, QualificationKind
from booking.services.proofs.people import QualificationSettings
from booking.services.proofs.policies import PolicySettings
from booking.web.administration.fields import euro_field, short_text
from booking.web.forms.base import Form, at_most
from booking.web.forms.fields import DocumentField, chosen, number_or_none
from booking.web.language import language
from booking.web.language import lazy_gettext as _
from booking.words import label


class PolicyForm(Form):
    """A policy with its certificate. `codes` are the assets by their number, `categories` by their id."""

    kind = SelectField(_("Soort verzekering"), [InputRequired()], choices=chosen("cover", CoverKind))
    insurer = short_text(_("Verzekeraar"), DataRequired())
    number = short_text(_("Polisnummer"), DataRequired())
    amount_cents = euro_field(_("Verzekerd bedrag in euro"))
    excess_cents = euro_field(_("Vrijstelling in euro"))
    valid_from = DateField(_("Geldig vanaf"), [InputRequired()])
    valid_until = DateField(_("Geldig tot en met"), [Optional()], description=_("Laat leeg als de polis doorloopt tot u ze opzegt."))
    insured = TextAreaField(
        _("Wie en wat is verzekerd?"),
        [Optional(), at_most(2000)],
        description=_("Zoals het in de polis staat: alle leden, toevertrouwde goederen …"),
    )
    category_ids = SelectMultipleField(
        _("Alleen voor deze categorieën"), [Optional()], coerce=int, description=_("Kies niets als de polis voor alles geldt.")
    )
    assets = StringField(
        _("Alleen voor deze middelen"),
        [Optional(), at_most(500)],
        description=_("Hun nummers, met een komma ertussen: RAN-WC-01, ZAN-POD-01."),
    )
    revision = IntegerField(widget=HiddenInput(), default=0)

    def __init__(self, categories: Mapping[int, str], codes: Mapping[str, int], values: Mapping[str, Any] | None = None) -> None:
        super().__init__(values)
        named = ((key, label("category", code, language())) for key, code in categories.items())
        self.category_ids.choices = sorted(named, key=lambda pair: pair[1].casefold())
        self.codes = codes
        self.amount_cents.flags.required = True

    @staticmethod
    def of(view: PolicyView, codes: Mapping[str, int]) -> dict[str, Any]:
        """What a policy says, as the form shows it."""
        by_id = {key: code for code, key in codes.items()}
        same = ("kind", "insurer", "number", "amount_cents", "excess_cents", "insured", "valid_from", "valid_until", "revision")
        shown = {name: getattr(view, name) for name in same}
        return {**shown, "category_ids": list(view.category_ids), "assets": ", ".join(by_id[key] for key in view.asset_ids if key in by_id)}

    def sent_well(self) -> bool:
        """Every field in order, and every number that of an asset."""
        well = super().sent_well()
        if well and self.amount_cents.data is None:
            self.blame("field_required", "amount_cents")
        unknown = [code for code in self._codes() if code not in self.codes]
        if well and unknown:
            self.blame("asset_code_unknown", "assets", codes=unknown)
        return well and not self.errors

    def wanted(self) -> PolicySettings:
        """The settings, of a form that is in order."""
        return PolicySettings(
            self.kind.data, self.insurer.data.strip(), self.number.data.strip(), self.amount_cents.data, self.valid_from.data,
            self.valid_until.data, self.excess_cents.data or 0, (self.insured.data or "").strip(),
            [self.codes[code] for code in self._codes()] or None, list(self.category_ids.data or ()) or None,
        )  # fmt: skip

    def _codes(self) -> list[str]:
        return [code for part in (self.assets.data or "").split(",") if (code := part.strip().upper())]


class NewPolicyForm(PolicyForm):
    """One that is handed in for the first time, or renewed: its certificate comes with it."""

    certificate = DocumentField(_("Attest of polis"))


class CorrectPolicyForm(PolicyForm):
    """Another text; another certificate only when the first was wrong."""

    certificate = DocumentField(_("Ander attest"), needed=False)


class EndForm(Form):
    """The last day."""

    last = DateField(_("Laatste dag"), [InputRequired()])


class PersonForm(Form):
    """Somebody new, by name."""

    name = short_text(_("Naam"), DataRequired())
    oneself = BooleanField(_("Dit ben ik"))


class KnownPersonForm(Form):
    """Somebody whom another of one's borrowers names already."""

    person = SelectField(_("Iemand die u al kent"), [InputRequired()], coerce=number_or_none)

    def __init__(self, people: Sequence[tuple[int, str]]) -> None:
        super().__init__()
        self.person.choices = dict(people)


class QualificationForm(Form):
    """An attest or licence with its document."""

    kind = SelectField(_("Wat is het?"), [InputRequired()], choices=chosen("qualification", QualificationKind))
    number = short_text(
        _("Nummer"), DataRequired(), limit=80, description=_("Alleen u en de uitleendienst die het nakijkt, zien dit nummer.")
    )
    held_since = DateField(
        _("Rijbewijs behaald op"), [Optional()], description=_("Een rijbewijs B van vóór 1989 geldt ook voor een zware aanhangwagen.")
    )
    valid_from = DateField(_("Geldig vanaf"), [InputRequired()])
    valid_until = DateField(_("Geldig tot en met"), [Optional()])
    revision = IntegerField(widget=HiddenInput(), default=0)

    @staticmethod
    def of(view: QualificationView) -> dict[str, Any]:
        """What it says, as the form shows it."""
        return {name: getattr(view, name) for name in ("kind", "number", "held_since", "valid_from", "valid_until", "revision")}

    def wanted(self) -> QualificationSettings:
        """The settings, of a form that is in order."""
        return QualificationSettings(
            self.kind.data, self.number.data.strip(), self.valid_from.data, self.valid_until.data, self.held_since.data
        )


class NewQualificationForm(QualificationForm):
    """One that is handed in for the first time."""

    document = DocumentField(_("Foto of scan, beide kanten"))


class CorrectQualificationForm(QualificationForm):
    """Another text; another picture only when the first was wrong."""

    document = DocumentField(_("Andere foto of scan"), needed=False)


class VerdictForm(Form):
    """What a desk finds of one proof, as it stood when it was read."""

    revision = IntegerField(widget=HiddenInput(), default=0)
    reason = TextAreaField(
        _("Waarom niet?"), [at_most(1000)], description=_("Nodig om niet te aanvaarden. Wie het bezorgde, krijgt dit te lezen.")
    )


class SeveralForm(Form):
    """The proofs that were ticked, each as noun:id:revision."""

    picked = SelectMultipleField(_("Bewijzen"), validate_choice=False)

    def proofs(self) -> Iterable[tuple[str, int, int]]:
        """(noun, id, revision) of each that can be read."""
        for each in self.picked.data or ():
            noun, _colon, rest = each.partition(":")
            key, _colon, revision = rest.partition(":")
            if noun in {"policy", "qualification"} and _is_number(key) and _is_number(revision):
                yield noun, int(key), int(revision)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 10
