"""What is filled in about a category that all owners share."""

from __future__ import annotations

from wtforms.validators import DataRequired

from booking.web.administration.editing import SettingsForm
from booking.web.administration.fields import short_text, whole_number
from booking.web.language import lazy_gettext as _


class CategoryForm(SettingsForm):
    """What lists call it, and the time that its assets need around a loan unless they say otherwise."""

    name = short_text(_("Naam"), DataRequired(), description=_("Zo staat ze in lijsten die u inleest of bewaart."))
    hours_before = whole_number(_("Uren vooraf"), 0, 240)
    open_days_before = whole_number(_("Openingsdagen vooraf"), 0, 30)
    hours_after = whole_number(_("Uren nadien"), 0, 240)
    open_days_after = whole_number(_("Openingsdagen nadien"), 0, 30)
