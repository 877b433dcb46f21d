"""What a party decides for itself: its approval, its exit, whom it asks to join, a newer version; and what that one changes."""

from __future__ import annotations

from datetime import timedelta

from flask import render_template, url_for
from werkzeug.wrappers import Response as Answer

from booking.clock import now
from booking.queries.administration import agreements as queries
from booking.rules.agreements import notice_ends
from booking.rules.periods import local
from booking.rules.refusals import NotFound
from booking.services.administration import agreements as services
from booking.web.access import requires
from booking.web.administration.agreements.overview import SHEET, found_today
from booking.web.administration.blueprint import pages
from booking.web.administration.editing import Page, done, form_page, saved
from booking.web.administration.forms.agreements import ApprovalForm, InviteForm, NoticeForm, VersionForm
from booking.web.administration.telling import gone_to
from booking.web.documents import folder
from booking.web.extensions import db
from booking.web.language import language
from booking.web.language import lazy_gettext as _
from booking.web.session import current_actor
from booking.words.agreements import compared


@pages.route("/overeenkomsten/<int:awaiting>/goedkeuren", endpoint="approve_agreement", methods=["GET", "POST"])
@requires("agreement.decide")
def approve(awaiting: int) -> Answer | Page:
    """The party's own organ approved it."""
    session, actor, found = db.session(), current_actor(), found_today(awaiting)
    own = _deciding(found, bound=False)
    form, binds = ApprovalForm(own, local(now()).date()), []
    if saved(form, lambda: binds.append(services.approve(
        session, actor, awaiting, form.authority.data, form.approval(), now(), form.document.upload, folder()
    ))):  # fmt: skip
        code = "approval_binds" if binds[0] else "approval_kept"
        return gone_to(SHEET.detail, code, said={"authority": dict(own)[form.authority.data]}, agreement=awaiting)
    return form_page(
        SHEET, form, _("Goedkeuring noteren"), _back(awaiting), "administration/agreements/approve.html", under=found.row.title,
        found=found, enctype="multipart/form-data", button=_("Noteer de goedkeuring"),
    )  # fmt: skip


@pages.route("/overeenkomsten/<int:agreement>/opzeggen", endpoint="leave_agreement", methods=["GET", "POST"])
@requires("agreement.decide")
def leave(agreement: int) -> Answer | Page:
    """A party gives notice for itself."""
    session, actor, found, today = db.session(), current_actor(), found_today(agreement), local(now()).date()
    own = _deciding(found, bound=True)
    form = NoticeForm(own, {"notice_given_on": today, "leaves_on": notice_ends(today, found.row.notice_months)})
    if saved(form, lambda: services.leave(session, actor, agreement, form.authority.data, form.notice(), now())):
        return gone_to("administration.agreement_loans", "notice_kept", said={"day": form.leaves_on.data}, agreement=agreement)
    return form_page(
        SHEET, form, _("Opzeggen"), _back(agreement), "administration/agreements/leave.html", under=found.row.title, found=found,
        button=_("Noteer de opzegging"),
    )  # fmt: skip


@pages.route("/overeenkomsten/<int:agreement>/uitnodigen", endpoint="invite_party", methods=["GET", "POST"])
@requires("agreement.decide")
def invite(agreement: int) -> Answer | Page:
    """Another authority is asked to join."""
    session, actor, found = db.session(), current_actor(), found_today(agreement)
    own, others = _deciding(found, bound=True), queries.invitable(session, agreement)
    form = InviteForm(own, others, max(local(now()).date(), found.row.valid_from))
    if saved(form, lambda: services.invite(
        session, actor, agreement, form.authority.data, form.invited.data, form.joins_on.data, now()
    )):  # fmt: skip
        return gone_to(SHEET.detail, "party_invited", said={"authority": dict(others)[form.invited.data]}, agreement=agreement)
    form.about = _("Het bestuur treedt zelf toe, door de goedkeuring van zijn raad te noteren.")
    return form_page(SHEET, form, _("Een bestuur uitnodigen"), _back(agreement), under=found.row.title, button=_("Nodig uit"))


@pages.route("/overeenkomsten/<int:agreement>/nieuwe-versie", endpoint="new_version", methods=["GET", "POST"])
@requires("agreement.draft")
def version(agreement: int) -> Answer | Page:
    """A draft that succeeds it, saying the same."""
    session, actor, found, today = db.session(), current_actor(), found_today(agreement), local(now()).date()
    own, ending = _deciding(found, bound=True), found.pact.ending
    first = ending[0] + timedelta(days=1) if ending and ending[0] >= today else today.replace(month=1, day=1, year=today.year + 1)
    form, made = VersionForm(own, {"valid_from": first}), []
    if saved(form, lambda: made.append(services.new_version(
        session, actor, agreement, form.authority.data, form.valid_from.data, now()
    ))):  # fmt: skip
        return done("agreement_started", "administration.edit_agreement", proposal=made[0], step="basis")
    form.about = _("U krijgt een ontwerp dat hetzelfde zegt. Wijzig het, leg het voor, en elke partij keurt opnieuw goed.")
    return form_page(SHEET, form, _("Nieuwe versie"), _back(agreement), under=found.row.title, button=_("Stel op"))


@pages.get("/overeenkomsten/<int:agreement>/vergelijken", endpoint="compare_agreement")
@requires("agreement.read")
def compare(agreement: int) -> str:
    """What a newer version changes, beside what was; of a first version nothing."""
    found = found_today(agreement)
    before = queries.content_of(db.session(), found.older.id, local(now()).date()) if found.older else None
    rows = compared(before, found.content, language()) if before else ()
    return render_template("administration/agreements/compare.html", sheet=SHEET, found=found, rows=rows, title=_("Wat verandert"))


def _deciding(found: queries.AgreementPage, *, bound: bool) -> list[tuple[int, str]]:
    """The parties for which the reader decides, that are bound already or have still to approve. Raises NotFound when there is none."""
    mine = [(party.row.id, party.row.name) for party in found.deciding if (party.row.approved_on is not None) is bound]
    if not mine or found.pact.draft or found.pact.withdrawn:
        raise NotFound("agreement_unknown")
    return mine


def _back(agreement: int) -> str:
    return url_for(SHEET.detail, agreement=agreement)
