"""Terms of use in the administration: drafts that are written and published, versions that are succeeded or ended."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import Response, redirect, render_template, url_for
from sqlalchemy import RowMapping
from werkzeug.wrappers import Response as Answer

from booking.clock import now
from booking.formats.prose import blocks
from booking.queries.administration import terms as queries
from booking.queries.administration.assets import categories
from booking.queries.administration.borrowers import own_authorities
from booking.queries.administration.changes import changes_of, version_of
from booking.queries.terms import VersionView, draft_of
from booking.queries.terms import version_of as published
from booking.rules.periods import local
from booking.rules.permissions import authorities_for
from booking.rules.refusals import NotFound
from booking.rules.terms import faults, in_language
from booking.services import terms as services
from booking.services.terms.writing import ACT, NOUN
from booking.web.access import requires
from booking.web.administration.blueprint import pages
from booking.web.administration.editing import Page, form_page, saved
from booking.web.administration.exemptions import SPELLS
from booking.web.administration.forms.terms import EndTermsForm, PublishTermsForm, TermsForm
from booking.web.administration.sheet import Column, Filter, Sheet, list_page
from booking.web.administration.telling import carried_out, gone_to, status
from booking.web.attempts import pressed
from booking.web.extensions import db
from booking.web.forms.fields import told
from booking.web.language import gettext, language
from booking.web.language import lazy_gettext as _
from booking.web.session import current_actor
from booking.words import label

ID = "int(max=999999999)"


def in_words(row: RowMapping) -> Mapping[str, Any]:
    """A version with its title in the reader's language."""
    return {**row, "title": in_language(row["texts"], language())[1]["title"]}


SHEET = Sheet(
    noun="terms",
    title=_("Gebruiksvoorwaarden"),
    purpose=_("Wat wie bij u leent, aanvaardt met de aanvraag. Een versie verandert nooit meer: een nieuwe volgt ze op vanaf een dag."),
    icon="file",
    rows=queries.terms,
    columns=(
        Column("title", _("Titel"), sorted=False),
        Column("owner", _("Bestuur")),
        Column("number", _("Versie"), "number"),
        Column("valid_from", _("Geldt vanaf"), "day"),
        Column("followed_from", _("Opgevolgd vanaf"), "day"),
        Column("valid_until", _("Laatste dag"), "day"),
        Column("state", _("Toestand"), "spell"),
    ),
    searched=("owner",),
    overview="administration.terms_list",
    detail="administration.terms",
    create="administration.new_terms",
    create_text=_("Schrijf voorwaarden"),
    filters=(Filter("state", _("Toestand"), lambda _session, _actor: list(SPELLS().items())),),
    sort="",
    finish=in_words,
)


@pages.get("/voorwaarden", endpoint="terms_list")
@requires("terms.write")
def overview() -> Response | str:
    """Every version of one's own authorities, and the drafts before them."""
    drafts = [{**row, "title": _title(row["texts"])} for row in queries.drafts(db.session(), current_actor())]
    return list_page(SHEET, "administration/terms/list.html", drafts=drafts)


@pages.route("/voorwaarden/nieuw", endpoint="new_terms", methods=["GET", "POST"])
@requires("terms.write")
def create() -> Answer | Page:
    """Begin a draft."""
    made: list[int] = []
    form = _form()
    if saved(form, lambda: made.append(services.begin(db.session(), current_actor(), form.authority.data, form.wanted(), now()))):
        return gone_to("administration.terms_draft", "terms_saved", said={}, terms_draft=made[0])
    return form_page(SHEET, form, SHEET.create_text, url_for(SHEET.overview), "administration/terms/form.html")


@pages.get(f"/voorwaarden/ontwerp/<{ID}:terms_draft>", endpoint="terms_draft")
@requires("terms.write")
def show_draft(terms_draft: int) -> Page:
    """A draft as it would read, with what it takes to publish it."""
    return _draft_page(terms_draft, _publication(terms_draft))


@pages.route(f"/voorwaarden/ontwerp/<{ID}:terms_draft>/wijzigen", endpoint="edit_terms", methods=["GET", "POST"])
@requires("terms.write")
def edit(terms_draft: int) -> Answer | Page:
    """Write on."""
    session, actor = db.session(), current_actor()
    row = draft_of(session, actor, terms_draft)
    form = _form(row.texts, row.categories, version_of(session, NOUN, terms_draft), row.authority_id)
    if saved(form, lambda: services.save(session, actor, terms_draft, form.wanted(), form.read_at, now())):
        return gone_to("administration.terms_draft", "terms_saved", said={}, terms_draft=terms_draft)
    back = url_for("administration.terms_draft", terms_draft=terms_draft)
    return form_page(SHEET, form, gettext("Schrijf verder"), back, "administration/terms/form.html", under=_title(row.texts))


@pages.post(f"/voorwaarden/ontwerp/<{ID}:terms_draft>/bekendmaken", endpoint="publish_terms")
@requires("terms.write")
def publish(terms_draft: int) -> Answer | Page:
    """From a day on the draft is what people accept."""
    session, actor, made = db.session(), current_actor(), []
    draft_of(session, actor, terms_draft)
    form = _publication(terms_draft)
    if saved(form, lambda: made.append(services.publish(session, actor, terms_draft, form.valid_from.data, form.read_at, now()))):
        return gone_to("administration.terms", "terms_published", said={}, terms=made[0])
    return _draft_page(terms_draft, form)


@pages.post(f"/voorwaarden/ontwerp/<{ID}:terms_draft>/weggooien", endpoint="discard_terms")
@requires("terms.write")
def discard(terms_draft: int) -> Answer:
    """Throw a draft away."""
    services.discard(db.session(), current_actor(), terms_draft, now())
    return gone_to(SHEET.overview, "terms_discarded", said={})


@pages.get(f"/voorwaarden/<{ID}:terms>", endpoint="terms")
@requires("terms.write")
def show(terms: int) -> Page:
    """A version: its text, who published it, and what comes after it."""
    return _version_page(terms, EndTermsForm({"last": local(now()).date()}))


@pages.post(f"/voorwaarden/<{ID}:terms>/opvolgen", endpoint="succeed_terms")
@requires("terms.write")
def succeed(terms: int) -> Answer:
    """Begin the version that follows, with the text of this one."""
    made: list[int] = []
    done = pressed(lambda: made.append(services.succeed(db.session(), current_actor(), terms, now())), "terms_saved")
    if done:
        return redirect(url_for("administration.edit_terms", terms_draft=made[0]), 303)
    return redirect(url_for("administration.terms", terms=terms), 303)


@pages.post(f"/voorwaarden/<{ID}:terms>/beeindigen", endpoint="end_terms")
@requires("terms.write")
def end(terms: int) -> Answer | Page:
    """No longer asked after a day, and nothing instead."""
    form = EndTermsForm()
    _own_version(terms)
    act = (db.session(), current_actor(), terms)
    if carried_out(form, lambda: services.end(*act, form.last.data, form.reason.data, now())):
        return gone_to("administration.terms", "terms_stopped", said={}, terms=terms)
    return _version_page(terms, form)


def _publication(terms_draft: int) -> PublishTermsForm:
    return PublishTermsForm(local(now()).date(), version_of(db.session(), NOUN, terms_draft))


def _form(texts: Any = None, categories: Any = (), version: int = 0, authority: int | None = None) -> TermsForm:
    session, actor = db.session(), current_actor()
    own = [pair for pair in own_authorities(session, actor, ACT) if authority in (None, pair[0])]
    return TermsForm(own, _categories(), texts, categories, version)


def _categories() -> list[tuple[str, str]]:
    found = [(code, label("category", code, language())) for code in categories(db.session()).values()]
    return sorted(found, key=lambda pair: pair[1].casefold())


def _title(texts: Any) -> str:
    return next((text["title"] for text in texts.values() if text.get("title")), "") or gettext("Zonder titel")


def _draft_page(terms_draft: int, form: PublishTermsForm) -> Page:
    session, actor = db.session(), current_actor()
    row = draft_of(session, actor, terms_draft)
    texts = [(code, text["title"], blocks(text["body"])) for code, text in row.texts.items()]
    shown = {"row": row, "texts": texts, "missing": faults(row.texts), "history": changes_of(session, NOUN, terms_draft)}
    wrong = told(form) if form.errors or form.form_errors else []
    title = _title(row.texts)
    return render_template("administration/terms/draft.html", sheet=SHEET, form=form, told=wrong, title=title, **shown), status(form)


def _version_page(terms: int, form: EndTermsForm) -> Page:
    found, session = _own_version(terms), db.session()
    texts = [(code, text["title"], blocks(text["body"])) for code, text in found.texts.items()]
    shown = {"view": found, "texts": texts, "history": changes_of(session, "terms", terms), "today": local(now()).date()}
    wrong = told(form) if form.errors or form.form_errors else []
    title = in_language(found.texts, language())[1]["title"]
    return render_template("administration/terms/show.html", sheet=SHEET, form=form, told=wrong, title=title, **shown), status()


def _own_version(terms: int) -> VersionView:
    found = published(db.session(), terms)
    if found.card.authority not in authorities_for(current_actor(), ACT):
        raise NotFound("terms_unknown")
    return found
