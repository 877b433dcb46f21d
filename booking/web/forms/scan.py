"""The code of an asset as somebody types it, or as a camera reads it from its label."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

from flask import request
from wtforms import StringField
from wtforms.validators import DataRequired

from booking.rules.catalogue import Catalogue
from booking.web.forms.base import Said, at_most
from booking.web.forms.fields import Part
from booking.web.language import lazy_gettext as _

LONGEST = 400  # of an address on a label


class ScanForm(Part):
    """Asked by address (GET): a label that is scanned by any other program leads to the asset by itself."""

    code = StringField(_("Code op het label"), [DataRequired(), at_most(LONGEST)])

    def __init__(self, known: Catalogue) -> None:
        super().__init__(request.args if "code" in request.args else None)
        self._codes = {card.code.casefold(): card.code for card in known.assets.values()}
        self.asked = "code" in request.args

    def found(self) -> str | None:
        """The code of the asset that is meant; None with what is wrong told, or when nothing was asked yet."""
        return self._codes[code_in(self.code.data).casefold()] if self.asked and self.validate() else None

    def validate_code(self, field: StringField) -> None:
        """It is that of an asset in the catalogue, in capitals or not."""
        if field.data and code_in(field.data).casefold() not in self._codes:
            raise Said("asset_unknown", asset=code_in(field.data))


def code_in(text: str) -> str:
    """What was typed, or the last part of the address that a label holds."""
    try:
        path = urlsplit(text.strip()).path
    except ValueError:  # a label of somebody else, such as `https://[`
        path = text
    return unquote(path.rstrip("/").rpartition("/")[2]).strip()
