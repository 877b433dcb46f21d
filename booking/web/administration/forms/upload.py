"""What is uploaded: a list of assets, for one authority."""

from __future__ import annotations

from collections.abc import Sequence

from flask import request
from wtforms import FileField, SelectField
from wtforms.validators import InputRequired

from booking.formats.tables import Table, read_table
from booking.rules.refusals import Refused
from booking.web.forms.base import Form
from booking.web.language import lazy_gettext as _


class UploadForm(Form):
    """A file, and whose assets it lists."""

    authority = SelectField(_("Bestuur"), [InputRequired()], coerce=int)
    file = FileField(_("Bestand"), render_kw={"accept": ".xlsx,.csv"}, description=_("XLSX of CSV, hoogstens 2 MB en 5000 rijen."))

    def __init__(self, authorities: Sequence[tuple[int, str]]) -> None:
        super().__init__({"authority": authorities[0][0] if authorities else None})
        self.authority.choices = list(authorities)
        self.file.flags.required = True

    def table(self) -> tuple[str, Table] | None:
        """The name of the file and the list in it, or None with what is wrong with it told at its field."""
        sent = request.files.get("file")
        if sent is None or not sent.filename:
            self.blame("field_required", "file")
            return None
        try:
            return sent.filename, read_table(sent.read(), sent.filename)
        except Refused as refused:
            self.blame(refused.code, "file", **refused.details)
            return None
