"""The loans that outlast an agreement: each with the three ways out of its owner, one by one or several together."""

from __future__ import annotations

from collections.abc import Sequence

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer
from wtforms import RadioField, TextAreaField
from wtforms.validators import InputRequired

from booking.clock import now
from booking.queries.administration import agreements as queries
from booking.rules.asking import LONGEST_NOTE
from booking.rules.permissions import could
from booking.services.administration.agreements.beyond import Way, choose_for
from booking.services.reservations.several import Decided
from booking.web.access import requires
from booking.web.administration.agreements.overview import SHEET, found_today
from booking.web.administration.blueprint import pages
from booking.web.administration.editing import Page
from booking.web.extensions import db
from booking.web.forms.base import Form, at_most
from booking.web.forms.bulk import picked_lines
from booking.web.forms.fields import told
from booking.web.language import gettext
from booking.web.language import lazy_gettext as _
from booking.web.notices import notice
from booking.web.session import current_actor


def _ways() -> dict[str, str]:
    return {
        Way.KEEP: gettext("houden onder de overeenkomst, als uitzondering: niets verandert, de prijs evenmin"),
        Way.OUTSIDE: gettext("uitlenen zonder overeenkomst: opnieuw berekend, de ontlener aanvaardt de nieuwe prijs"),
        Way.CANCEL: gettext("annuleren"),
    }


class ChoiceForm(Form):
    """What is to become of the lines that were ticked, and why."""

    way = RadioField(_("Wat gebeurt ermee?"), [InputRequired()], choices=_ways)
    reason = TextAreaField(_("Reden"), [at_most(LONGEST_NOTE)], description=_("De ontleners lezen dit, en het blijft bij de beslissing."))

    def ready(self) -> bool:
        """True when something was ticked and the reason is there; what is missing is told."""
        well = self.sent_well()
        if not picked_lines():
            self.blame("nothing_picked")
        if not (self.reason.data or "").strip():
            self.blame("field_required", "reason")
        return well and not self.form_errors and not self.reason.errors


@pages.get("/overeenkomsten/<int:agreement>/uitleningen", endpoint="agreement_loans")
@requires("agreement.read")
def loans(agreement: int) -> Page:
    """Each loan that outlasts it."""
    return _page(agreement, ChoiceForm())


@pages.post("/overeenkomsten/<int:agreement>/uitleningen", endpoint="choose_for_loans")
@requires("line.decide")
def choose(agreement: int) -> Answer | Page:
    """The desk chooses the same for those that it ticked; what stands in the way of one is told with it and stops no other."""
    form, failed = ChoiceForm(), []
    found_today(agreement)
    if form.ready():
        session, actor = db.session(), current_actor()
        decided = choose_for(session, actor, agreement, picked_lines(), Way(form.way.data), form.reason.data, now())
        failed = [each for each in decided if each.code]
        if len(failed) < len(decided):
            notice("loans_chosen", count=len(decided) - len(failed))
        if not failed:
            return redirect(url_for("administration.agreement_loans", agreement=agreement), 303)
    return _page(agreement, form, failed)


def _page(agreement: int, form: ChoiceForm, failed: Sequence[Decided] = ()) -> Page:
    session, actor, found = db.session(), current_actor(), found_today(agreement)
    lines, sent = queries.beyond(session, actor, agreement), request.method == "POST"
    page = render_template(
        "administration/agreements/beyond.html", sheet=SHEET, found=found, title=_("Uitleningen na het einde"), form=form, told=told(form),
        open=[line for line in lines if line.choice is None], chosen=[line for line in lines if line.choice], failed=failed,
        picked=picked_lines() if sent else [], decides=could(actor, "line.decide"),
    )  # fmt: skip
    return page, 422 if sent else 200
