"""A form of the administration: filled with what there is, saved in one go, and never over somebody else's change unseen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import MISSING, fields
from typing import TYPE_CHECKING, Any, TypeVar

from flask import redirect, render_template, url_for
from werkzeug.wrappers import Response
from wtforms import IntegerField
from wtforms.widgets import HiddenInput

from booking.queries.administration.changes import ChangeView, changes_of, version_of
from booking.services.administration.changes import ChangedMeanwhile
from booking.web.administration.sheet import Sheet
from booking.web.attempts import filled
from booking.web.extensions import db
from booking.web.forms.base import Form
from booking.web.forms.fields import told
from booking.web.language import Lazy
from booking.web.notices import notice

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Settings = TypeVar("Settings", bound="DataclassInstance")
Page = tuple[str, int]


class SettingsForm(Form):
    """A form about one subject, with a word on what it is `about`.

    It carries the version it was read at; `meanwhile` is what others changed since, newest first.
    """

    about: Lazy | str = ""
    version = IntegerField(widget=HiddenInput(), default=0)
    meanwhile: Sequence[ChangeView] = ()

    @property
    def read_at(self) -> int:
        """The version that the form was read at; one that was lost or meddled with is no version."""
        sent: int | None = self.version.data
        return sent if sent is not None and 0 <= sent < 2**31 else -1

    def settings(self, kind: type[Settings]) -> Settings:
        """What was filled in, as the dataclass that the service asks for; what was left empty is its field's default."""
        return kind(**{field.name: value for field in fields(kind) if (value := self._sent(field.name, field.default)) is not MISSING})

    def show_meanwhile(self, noun: str, subject: int) -> None:
        """Tell what others changed, keep what was typed, and read on from there: sent again, it overwrites knowingly."""
        session = db.session()
        self.meanwhile = changes_of(session, noun, subject, since=max(0, self.read_at))
        self.version.data, self.version.raw_data = version_of(session, noun, subject), None

    def _sent(self, name: str, default: Any) -> Any:
        value = self[name].data
        value = value.strip() if isinstance(value, str) else value
        return default if value in ("", None) else value


def saved(form: SettingsForm, save: Callable[[], object]) -> bool:
    """Check what was sent and save it; False with what is wrong told in the form."""

    def attempt() -> None:
        try:
            save()
        except ChangedMeanwhile as meanwhile:
            form.show_meanwhile(meanwhile.details["noun"], meanwhile.details["subject"])
            raise

    return form.sent_well() and filled(form, attempt)[0]


def form_page(
    sheet: Sheet, form: SettingsForm, title: Any, back: str, template: str = "administration/form.html", *, under: str = "", **more: Any
) -> Page:  # fmt: skip
    """The page of a form: 200 when it is first read, 422 or 409 when it could not be saved.

    `back` is the page that it hangs under and `under` what that one is called: the list, unless it is told.
    """
    page = render_template(template, sheet=sheet, form=form, title=title, back=back, under=under or sheet.title, told=told(form), **more)
    return page, 409 if form.meanwhile else 422 if form.errors or form.form_errors else 200


def done(code: str, endpoint: str, /, **values: Any) -> Response:
    """Say that it was done, on the page where one goes next."""
    notice(code)
    return redirect(url_for(endpoint, **values), 303)
