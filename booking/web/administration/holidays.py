"""The holidays of an authority on screen: those of everybody, and those it adds."""

from __future__ import annotations

from flask import redirect, render_template, url_for
from werkzeug.wrappers import Response
from wtforms import DateField
from wtforms.validators import DataRequired, InputRequired

from booking.clock import now
from booking.queries.administration.authorities import authority_page
from booking.queries.administration.holidays import local_holidays
from booking.queries.holidays import national
from booking.rules.periods import local
from booking.services.administration import holidays as services
from booking.web.access import requires
from booking.web.administration.authorities import SHEET
from booking.web.administration.blueprint import pages
from booking.web.administration.editing import Page, done
from booking.web.administration.fields import short_text
from booking.web.attempts import filled, pressed
from booking.web.extensions import db
from booking.web.forms.base import ButtonForm, Form
from booking.web.forms.fields import told
from booking.web.language import lazy_gettext as _
from booking.web.session import current_actor


class HolidayForm(Form):
    """A day on which nobody works, and what it is called."""

    day = DateField(_("Dag"), [InputRequired()])
    name = short_text(_("Naam"), DataRequired())


@pages.route("/besturen/<int:authority>/feestdagen", endpoint="holidays", methods=["GET", "POST"])
@requires("authority.administer")
def overview(authority: int) -> Response | Page:
    """The holidays to come, and a form for one more."""
    session, actor, today, form = db.session(), current_actor(), local(now()).date(), HolidayForm()
    found = authority_page(session, actor, authority)
    if form.sent_well() and filled(
        form, lambda: services.add_holiday(session, actor, authority, form.day.data, form.name.data, now())
    )[0]:  # fmt: skip
        return done("setting_saved", "administration.holidays", authority=authority)
    shared = [(day, name) for day, name in national(today.year, today.year + 1).items() if day >= today]
    page = render_template(
        "administration/holidays.html", sheet=SHEET, found=found, form=form, told=told(form), shared=shared,
        own=local_holidays(session, authority, today),
    )  # fmt: skip
    return page, 422 if form.errors or form.form_errors else 200


@pages.post("/besturen/<int:authority>/feestdagen/<int:holiday>", endpoint="drop_holiday")
@requires("authority.administer")
def drop(authority: int, holiday: int) -> Response:
    """It is a working day after all."""
    session, actor = db.session(), current_actor()
    authority_page(session, actor, authority)
    known = {each.id for each in local_holidays(session, authority, local(now()).date())}
    if ButtonForm().sent_well() and holiday in known:  # else a colleague was first
        pressed(lambda: services.drop_holiday(session, actor, authority, holiday, now()), "setting_saved")
    return redirect(url_for("administration.holidays", authority=authority), 303)
