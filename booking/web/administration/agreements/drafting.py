"""A draft in four steps, each saved by itself, so that nothing typed is lost; then it is put forward, or put away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from flask import redirect, url_for
from werkzeug.wrappers import Response as Answer

from booking.clock import now
from booking.queries.administration import agreements as queries
from booking.queries.administration.agreements.drafting import assets_of, initiators, next_reference, tariff_of
from booking.rules.periods import local
from booking.rules.refusals import NotFound
from booking.services.administration import agreements as services
from booking.services.administration.changes import settings_of
from booking.web.access import requires
from booking.web.administration.agreements.overview import SHEET, found_today
from booking.web.administration.agreements.terms import groups_in_words
from booking.web.administration.blueprint import pages
from booking.web.administration.editing import Page, done, form_page, saved
from booking.web.administration.exemptions import categories_in_words
from booking.web.administration.forms.agreements import BasicsForm, ConditionsForm, PartiesForm, PutForwardForm, ScopeForm
from booking.web.attempts import pressed
from booking.web.documents import folder
from booking.web.extensions import db
from booking.web.forms.base import ButtonForm
from booking.web.language import lazy_gettext as _
from booking.web.session import current_actor

DRAFT = "/overeenkomsten/<int:proposal>/opstellen"
Made = tuple[Any, str, Callable[[], object]]
"""A step: its form, its template, and what saves it."""


@pages.route("/overeenkomsten/nieuw", endpoint="new_agreement", methods=["GET", "POST"])
@requires("agreement.draft")
def create() -> Answer | Page:
    """A new draft: its first step."""
    session, actor, today = db.session(), current_actor(), local(now()).date()
    form = BasicsForm(initiators(session, actor), {"reference": next_reference(session, today), "valid_from": today})
    made: list[int] = []
    if saved(form, lambda: made.append(services.draft(
        session, actor, form.initiator.data, form.settings(services.Basics), now(), form.text.upload, folder()
    ))):  # fmt: skip
        return done("agreement_started", "administration.edit_agreement", proposal=made[0], step="partijen")
    return form_page(
        SHEET, form, _("Nieuwe overeenkomst"), url_for(SHEET.overview), "administration/agreements/basics.html", steps=STEPS, step="basis",
        found=None, enctype="multipart/form-data", button=_("Bewaar en ga verder"),
    )  # fmt: skip


@pages.route(f"{DRAFT}/basis", endpoint="edit_agreement", methods=["GET", "POST"], defaults={"step": "basis"})
@pages.route(f"{DRAFT}/partijen", endpoint="edit_agreement", methods=["GET", "POST"], defaults={"step": "partijen"})
@pages.route(f"{DRAFT}/waarover", endpoint="edit_agreement", methods=["GET", "POST"], defaults={"step": "waarover"})
@pages.route(f"{DRAFT}/voorwaarden", endpoint="edit_agreement", methods=["GET", "POST"], defaults={"step": "voorwaarden"})
@requires("agreement.draft")
def edit(proposal: int, step: str) -> Answer | Page:
    """A step of a draft; the last one leads to the page where it is put forward."""
    found = found_today(proposal)
    if not found.drafts:
        raise NotFound("agreement_unknown")
    form, template, save = _MAKE[step](found)
    if saved(form, save):
        names = [name for name, _title in STEPS]
        if step == names[-1]:
            return done("setting_saved", "administration.agreement", agreement=proposal)
        onward = names[names.index(step) + 1]
        return redirect(url_for("administration.edit_agreement", proposal=proposal, step=onward), 303)
    title, back = dict(STEPS)[step], url_for(SHEET.detail, agreement=proposal)
    return form_page(
        SHEET, form, title, back, f"administration/agreements/{template}.html", under=found.row.title, steps=STEPS, step=step, found=found,
        enctype="multipart/form-data" if step == "basis" else None,
        button=_("Bewaar") if step == "voorwaarden" else _("Bewaar en ga verder"),
    )  # fmt: skip


@pages.post("/overeenkomsten/<int:proposal>/voorleggen", endpoint="put_agreement_forward")
@requires("agreement.draft")
def put_forward(proposal: int) -> Answer:
    """Every party is asked to approve it."""
    form, session, actor = PutForwardForm(), db.session(), current_actor()
    read_at = form.read_at if form.sent_well() else -1
    pressed(lambda: services.put_forward(session, actor, proposal, read_at, now()), "agreement_forwarded")
    return redirect(url_for("administration.agreement", agreement=proposal), 303)


@pages.post("/overeenkomsten/<int:proposal>/intrekken", endpoint="withdraw_agreement")
@requires("agreement.draft")
def withdraw(proposal: int) -> Answer:
    """What nobody has approved yet is put away."""
    ButtonForm().sent_well()
    pressed(lambda: services.withdraw(db.session(), current_actor(), proposal, now()), "agreement_put_away")
    return redirect(url_for("administration.agreement", agreement=proposal), 303)


def _basics(found: queries.AgreementPage) -> Made:
    session, actor, row = db.session(), current_actor(), found.row
    values = asdict(settings_of(services.Basics, row)) | {"initiator": row.initiator_id, "version": found.version}
    form = BasicsForm([(row.initiator_id, row.initiator)], values)
    return form, "basics", lambda: services.change_basics(
        session, actor, row.id, form.read_at, form.settings(services.Basics), now(), form.text.upload, folder()
    )  # fmt: skip


def _parties(found: queries.AgreementPage) -> Made:
    session, actor, row = db.session(), current_actor(), found.row
    named = [party.row.id for party in found.parties]
    others = [(key, name) for key, name in queries.invitable(session, None) if key != row.initiator_id]
    form = PartiesForm(others, {"parties": named, "version": found.version})
    return form, "parties", lambda: services.change_parties(session, actor, row.id, form.read_at, form.parties.data or (), now())


def _scope(found: queries.AgreementPage) -> Made:
    session, actor, key = db.session(), current_actor(), found.row.id
    form = ScopeForm(categories_in_words(session), assets_of(session, key), services.scope_of(session, key), found.version)
    return form, "scope", lambda: services.change_scope(session, actor, key, form.read_at, form.scope(), now())


def _conditions(found: queries.AgreementPage) -> Made:
    session, actor, row = db.session(), current_actor(), found.row
    groups = groups_in_words([(party.row.id, party.row.name) for party in found.parties])
    values = asdict(settings_of(services.Conditions, row)) | tariff_of(session, row.id) | {"version": found.version}
    form = ConditionsForm(groups, values)
    return form, "conditions", lambda: services.change_conditions(session, actor, row.id, form.read_at, *form.conditions(), now())


STEPS = (
    ("basis", _("Wat en hoelang")), ("partijen", _("Met wie")), ("waarover", _("Waarover en voor wie")), ("voorwaarden", _("Voorwaarden")),
)  # fmt: skip
_MAKE = {"basis": _basics, "partijen": _parties, "waarover": _scope, "voorwaarden": _conditions}
