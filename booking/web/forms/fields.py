"""Fields that several forms share: a part of a form, a period in Brussels wall time, and lists to choose from."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from flask import request
from wtforms import DateField, Field, FieldList, FileField, HiddenField, IntegerField, RadioField, TimeField
from wtforms import Form as WTForm
from wtforms.validators import InputRequired, Optional

from booking.formats.upload import ACCEPTED, MOST_BYTES, Checked, checked
from booking.rules.periods import InvalidTime, Period, from_local, local
from booking.rules.refusals import Refused
from booking.web.forms.base import Form, Said
from booking.web.language import Lazy, gettext, language
from booking.web.language import lazy_gettext as _
from booking.words import label, say

MOST_UNITS = 1_000_000  # a slip of the keys; what an owner really has is judged by the catalogue


def _twice() -> dict[str, str]:
    """The two readings of an hour that the clock shows twice, in the reader's language."""
    return {"0": str(_("zomertijd (de eerste keer)")), "1": str(_("wintertijd (een uur later)"))}


class Part(WTForm):
    """Fields within a form, or a form that only asks (GET): our words, and no token of its own."""

    class Meta(Form.Meta):
        csrf = False


class PeriodFields:
    """From and to, each a date and a time of the clock in Brussels; `…_fold` is asked only for an hour that the clock shows twice.

    To be mixed into a form.
    """

    from_day = DateField(_("Van"), [InputRequired()])
    from_time = TimeField(_("Beginuur"), [InputRequired()])
    from_fold = RadioField(_("Dit beginuur komt twee keer voor. Welk bedoelt u?"), [Optional()], choices=_twice)
    to_day = DateField(_("Tot"), [InputRequired()])
    to_time = TimeField(_("Einduur"), [InputRequired()])
    to_fold = RadioField(_("Dit einduur komt twee keer voor. Welk bedoelt u?"), [Optional()], choices=_twice)

    def period(self) -> Period | None:
        """The period, or None with what is wrong told at its field."""
        start, end = self.moment("from"), self.moment("to")
        if start is None or end is None:
            return None
        try:
            return Period(start, end)
        except InvalidTime as wrong:
            self.fault("to_time" if local(start).date() == local(end).date() else "to_day", wrong.code, **wrong.details)
            return None

    def fill(self, period: Period) -> None:
        """Show this period."""
        for name, moment in (("from", local(period.start)), ("to", local(period.end))):
            shown = {"day": moment.date(), "time": moment.time().replace(tzinfo=None), "fold": str(moment.fold)}
            for part, value in shown.items():
                self[f"{name}_{part}"].data, self[f"{name}_{part}"].raw_data = value, None

    def asks_fold(self, end: str) -> bool:
        """True when the hour of this end ("from" or "to") is one that the clock shows twice."""
        day, clock = self[f"{end}_day"].data, self[f"{end}_time"].data
        try:
            return bool(day and clock and not from_local(datetime.combine(day, clock)))
        except InvalidTime as wrong:
            return wrong.code == "time_ambiguous"

    def fault(self, field: str, code: str, **details: Any) -> None:
        """Tell at a field what is wrong."""
        self[field].errors = [*self[field].errors, say(code, language(), **details)]

    def moment(self, end: str) -> datetime | None:
        """The moment of this end ("from" or "to"), or None with what is wrong told at its field."""
        day, clock, fold = (self[f"{end}_{part}"] for part in ("day", "time", "fold"))
        if day.errors or clock.errors or not day.data or clock.data is None:
            return None
        try:
            return from_local(datetime.combine(day.data, clock.data), int(fold.data) if fold.data in {"0", "1"} else None)
        except InvalidTime as wrong:
            self.fault(f"{end}_time" if wrong.code != "time_out_of_range" else f"{end}_day", wrong.code, **wrong.details)
            return None


class DocumentField(FileField):
    """A PDF, JPEG or PNG to hand in. Of a form that is in order, `upload` is the document as it may be kept, or None when none was sent."""

    def __init__(self, label: Lazy | str, *, needed: bool = True, **options: Any) -> None:
        super().__init__(
            label,
            description=_("PDF, JPEG of PNG, hoogstens 10 MB."),
            render_kw={"accept": ",".join((*ACCEPTED, *(f".{ending}" for ending in ACCEPTED.values())))},
            **options,
        )
        self.flags.required = needed
        self.upload: Checked | None = None

    def pre_validate(self, _form: WTForm) -> None:
        """Judge the file by its content, once, when its form is judged."""
        sent = request.files.get(self.name)
        if sent is None or not sent.filename:
            if self.flags.required:
                raise Said("field_required")
            return
        with sent.stream:
            data = sent.read(MOST_BYTES + 1)
        try:
            self.upload = checked(data, sent.filename)
        except Refused as refused:
            raise Said(refused.code, **refused.details) from refused


def units_field(text: Lazy | str = "") -> IntegerField:
    """A whole number of at least one."""
    return IntegerField(text or _("Aantal"), [InputRequired(), positive], default=1, render_kw={"inputmode": "numeric"})


def positive(_form: WTForm, field: Field) -> None:
    """At least one, and not more than anybody has of anything."""
    if field.data is not None and not 0 < field.data <= MOST_UNITS:
        raise Said("units_not_positive" if field.data < 1 else "units_beyond_stock", units=field.data)


def chosen(noun: str, codes: Iterable[str], first: Lazy | str = "") -> Callable[[], dict[str, str]]:
    """Choices of a closed list in the reader's words, sorted; `first` is the text of the empty choice."""

    def choices() -> dict[str, str]:
        words = sorted(((str(code), label(noun, code, language())) for code in codes), key=lambda pair: pair[1].casefold())
        return {**({"": str(first)} if first else {}), **dict(words)}

    return choices


def number_or_none(value: Any) -> int | None:
    """Coerces the value of a choice of rows: an id, or nothing chosen. Raises ValueError for anything else."""
    return int(value) if value not in (None, "", "None") else None


def told(form: WTForm, before: str = "") -> list[tuple[str, str, str]]:
    """What is wrong with a form and the parts in it, as (id of the field, its name, what is wrong), in the order of the fields."""
    found: list[tuple[str, str, str]] = []
    for field in form:
        if isinstance(field, FieldList):
            for number, entry in enumerate(field.entries, 1):
                found += told(entry.form, before + gettext("Lijn %(number)s, ") % {"number": number})
        elif not isinstance(field, HiddenField):
            found += [(field.id, _name(before, str(field.label.text)), error) for error in field.errors]
    return found


def _name(before: str, text: str) -> str:
    return f"{before}{text[:1].lower()}{text[1:]}" if before else text
