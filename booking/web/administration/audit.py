"""The logbook on screen: who changed what, from what into what, for the authorities that the reader administers."""

from __future__ import annotations

from datetime import date
from itertools import groupby

from flask import Response, current_app, render_template, request, url_for
from wtforms import DateField, SelectField
from wtforms.validators import Optional

from booking.formats.tables import Kind
from booking.queries.administration import logbook as queries
from booking.queries.administration.logbook import Asked, Entry
from booking.rules.periods import local
from booking.web.access import requires
from booking.web.administration.blueprint import pages
from booking.web.administration.sheet import Sheet, address
from booking.web.exports import Written, exported
from booking.web.extensions import db
from booking.web.forms.fields import Part, chosen, number_or_none
from booking.web.language import gettext, language
from booking.web.language import lazy_gettext as _
from booking.web.session import current_actor
from booking.words import label
from booking.words.acts import NOUNS as WORDS
from booking.words.changes import setting

ACTS, SUBJECTS = WORDS["act"], WORDS["subject"]
NOUNS = chosen("subject", SUBJECTS)
# The pages of what was changed, by noun: where there is one, the logbook leads to it.
LEADS = (
    "agreement", "authority", "depot", "asset", "borrower", "exemption", "rule", "membership", "recognition", "role", "custom_field",
    "checklist", "terms",
)  # fmt: skip


SHEET = Sheet(
    noun="logbook",
    title=_("Logboek"),
    purpose=_("Wie wat wijzigde bij uw bestuur: instellingen, beslissingen, rollen en aanmeldingen. Niets kan eruit verdwijnen."),
    icon="history",
    rows=queries.entries,
    columns=(),
    searched=(),
    overview="administration.logbook",
)


class LogForm(Part):
    """Who, what and when."""

    wie = SelectField(_("Wie"), [Optional()], coerce=number_or_none)
    wat = SelectField(_("Wat"), [Optional()])
    van = DateField(_("Van"), [Optional()])
    tot = DateField(_("Tot en met"), [Optional()])

    def __init__(self, people: list[tuple[int, str]]) -> None:
        super().__init__(request.args)
        self.wie.choices = [("", gettext("Iedereen")), *people]
        self.wat.choices = [("", gettext("Alles")), *NOUNS().items()]

    def asked(self) -> Asked:
        """What the address asks; what it asks wrongly is left out."""
        subject, page = (request.args.get(name, type=int) for name in ("nummer", "page"))
        subject = subject if subject and subject < 2**31 else None
        noun = self.wat.data if self.wat.data in SUBJECTS else ""
        days: list[date | None] = [None if field.errors else field.data for field in (self.van, self.tot)]
        return Asked(None if self.wie.errors else self.wie.data, noun, subject if noun else None, *days, page or 1)


@pages.get("/logboek", endpoint="logbook")
@requires("audit.read")
def overview() -> Response | str | tuple[str, int]:
    """A page of the logbook, or all of it as a file."""
    session, actor = db.session(), current_actor()
    form = LogForm(queries.people(session, actor))
    well = form.validate()
    asked = form.asked()
    if file := exported(_("Logboek"), COLUMNS, queries.all_entries(session, actor, asked)) if request.args.get("als") else None:
        return file
    found = queries.log(session, actor, asked)
    shown = {
        "sheet": SHEET,
        "narrowed": bool(asked.account or asked.noun or asked.first or asked.last),
        "nouns": SUBJECTS,
        "address": address,
    }
    page = render_template("administration/audit/list.html", found=found, form=form, asked=asked, **shown)
    return (page, 200) if well else (page, 422)


@pages.app_template_filter("done")
def done(act: str) -> str:
    """Filter: `{{ "line.approve"|done }}` is `keurde goed`."""
    return ACTS[act][language()] if act in ACTS else act


@pages.app_template_filter("setting")
def as_setting(value: object, name: str) -> str:
    """Filter: `{{ change.before|setting("valid_until") }}` is the value of a setting in words."""
    return setting(name, value, language())


@pages.app_template_filter("leads_to")
def leads_to(entry: Entry) -> str | None:
    """Filter: the address of what an entry is about, where it has a page that is still there."""
    if entry.reference:
        return url_for("reservations.show", reference=entry.reference)
    known = entry.noun in LEADS and f"administration.{entry.noun}" in current_app.view_functions
    return url_for(f"administration.{entry.noun}", **{entry.noun: entry.subject}) if known and not entry.gone else None


def in_words(entry: Entry) -> str:
    """What was done, in one line."""
    if entry.act:
        return f"{done(entry.act)}{': ' + entry.reason if entry.reason else ''}"
    said = [f"{label('setting', name, language())}: {as_setting(old, name)} → {as_setting(new, name)}" for name, old, new in entry.settings]
    return "; ".join(said)


COLUMNS = (
    Written(_("Wanneer"), lambda entry: entry.at, Kind.MOMENT),
    Written(_("Wie"), lambda entry: entry.who or gettext("het systeem")),
    Written(_("Wat"), lambda entry: label("subject", entry.noun, language()) if entry.noun in SUBJECTS else entry.noun),
    Written(_("Naam"), lambda entry: entry.name),
    Written(_("Nummer"), lambda entry: entry.reference or str(entry.subject)),
    Written(_("Wat er gebeurde"), in_words),
)


@pages.app_template_filter("by_day")
def by_day(entries: list[Entry]) -> list[tuple[date, list[Entry]]]:
    """Filter: the entries of each Brussels date, in their order."""
    return [(day, list(each)) for day, each in groupby(entries, key=lambda entry: local(entry.at).date())]
