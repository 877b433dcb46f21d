"""The proofs that an owner asks for, on screen: each as a sentence, a new one, and the end of one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import render_template, url_for
from sqlalchemy import RowMapping
from werkzeug.wrappers import Response

from booking.clock import now
from booking.queries.administration import requirements as queries
from booking.queries.administration.assets import categories
from booking.queries.administration.borrowers import own_authorities
from booking.queries.administration.changes import changes_of
from booking.queries.administration.spells import STATES
from booking.queries.catalogue import catalogue
from booking.rules.kinds import RequirementKind
from booking.rules.periods import local
from booking.rules.permissions import may
from booking.rules.refusals import NotFound
from booking.services.administration import requirements as services
from booking.web.access import requires
from booking.web.administration.blueprint import pages
from booking.web.administration.editing import Page, form_page, saved
from booking.web.administration.forms.people import EndForm
from booking.web.administration.forms.requirement import RequirementForm
from booking.web.administration.sheet import Column, Filter, Sheet, list_page
from booking.web.administration.telling import ending, gone_to, status
from booking.web.extensions import db
from booking.web.forms.base import Form
from booking.web.forms.fields import chosen, told
from booking.web.language import language
from booking.web.language import lazy_gettext as _
from booking.web.session import current_actor
from booking.words.proofs_asked import asked_in_words

KINDS, SPELLS = chosen("requirement", RequirementKind), chosen("spell", STATES)


def in_words(row: RowMapping) -> Mapping[str, Any]:
    """A row with the sentence that says what is asked."""
    return {**row, "sentence": asked_in_words(row, language())}


SHEET = Sheet(
    noun="requirement",
    title=_("Gevraagde bewijzen"),
    purpose=_("Welke polis, keuring, bediener of rijbewijs u vraagt, voor wat en van wie. De meest bijzondere regel telt."),
    icon="file",
    rows=queries.requirements,
    columns=(
        Column("sentence", _("Wat u vraagt"), sorted=False),
        Column("source", _("Waar het staat")),
        Column("state", _("Toestand"), "spell"),
        Column("valid_until", _("Laatste dag"), "day"),
    ),
    searched=("source", "asset", "category"),
    overview="administration.requirements",
    detail="administration.requirement",
    create="administration.new_requirement",
    create_text=_("Vraag een bewijs"),
    filters=(
        Filter("requirement", _("Bewijs"), lambda _session, _actor: list(KINDS().items())),
        Filter("state", _("Toestand"), lambda _session, _actor: list(SPELLS().items())),
    ),
    sort="",
    finish=in_words,
)


@pages.get("/bewijzen", endpoint="requirements")
@requires("requirement.read")
def overview() -> Response | str:
    """What the reader's authorities ask for."""
    return list_page(SHEET)


@pages.get("/bewijzen/<int:requirement>", endpoint="requirement")
@requires("requirement.read")
def show(requirement: int) -> Page:
    """One of them."""
    return _page(requirement)


@pages.route("/bewijzen/nieuw", endpoint="new_requirement", methods=["GET", "POST"])
@requires("requirement.manage")
def create() -> Response | Page:
    """Ask for a proof from a day on."""
    session, actor, made = db.session(), current_actor(), []
    owners, today = own_authorities(session, actor, services.ACT), local(now()).date()
    known = catalogue(session)
    mine = {card.id: f"{card.name} ({card.code})" for card in known.assets.values() if known.owner(card, today).id in dict(owners)}
    form = RequirementForm(owners, categories(session), sorted(mine.items(), key=lambda pair: pair[1]), today)
    wanted = services.RequirementSettings
    if saved(form, lambda: made.append(services.ask(session, actor, form.authority.data, form.settings(wanted), now()))):
        return gone_to("administration.requirement", "requirement_added", said={}, requirement=made[0])
    return form_page(SHEET, form, SHEET.create_text, url_for(SHEET.overview), "administration/requirements/form.html")


@pages.post("/bewijzen/<int:requirement>/beeindigen", endpoint="end_requirement")
@requires("requirement.manage")
def end(requirement: int) -> Response | Page:
    """It is asked no longer after a day."""
    form = EndForm()
    if not may(current_actor(), services.ACT, authorities=(_row(requirement)["authority_id"],)):
        raise NotFound()
    if saved(form, lambda: services.end(db.session(), current_actor(), requirement, form.last.data, now(), form.read_at)):
        return gone_to("administration.requirement", "requirement_ended", said={}, requirement=requirement)
    return _page(requirement, form)


def _row(requirement: int) -> Mapping[str, Any]:
    return in_words(queries.requirement_row(db.session(), current_actor(), requirement, local(now()).date())._mapping)  # noqa: SLF001


def _page(requirement: int, sent: Form | None = None) -> Page:
    row, form = _row(requirement), sent or ending(services.NOUN, requirement)
    history = changes_of(db.session(), services.NOUN, requirement)
    shown = {"sheet": SHEET, "row": row, "form": form, "title": row["sentence"].removesuffix("."), "history": history}
    mine = may(current_actor(), services.ACT, authorities=(row["authority_id"],))
    return render_template("administration/requirements/show.html", told=told(sent) if sent else [], mine=mine, **shown), status(sent)
