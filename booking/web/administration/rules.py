"""The rules of an owner on screen: all of them in sentences, one with its succession, and a form that says and tries what is typed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from flask import render_template, request, url_for
from werkzeug.wrappers import Response
from wtforms.fields.choices import SelectChoice

from booking.clock import now
from booking.queries.administration import rules as queries
from booking.queries.administration.assets import categories
from booking.queries.administration.borrowers import own_authorities
from booking.queries.administration.exemptions import towns
from booking.queries.catalogue import catalogue
from booking.queries.trying import Tried, tried
from booking.rules.catalogue import RuleCard, contending
from booking.rules.periods import InvalidTime, local, moment_on
from booking.rules.refusals import NotFound, Refused
from booking.services.administration import rules as services
from booking.web.access import requires
from booking.web.administration.blueprint import pages
from booking.web.administration.editing import Page, form_page, saved
from booking.web.administration.forms.rule import RuleEndForm, RuleForm, shown_of
from booking.web.administration.sheet import Column, Sheet
from booking.web.administration.telling import gone_to, status
from booking.web.extensions import db
from booking.web.forms.fields import told
from booking.web.language import gettext, language
from booking.web.language import lazy_gettext as _
from booking.web.row_ids import read_id
from booking.web.rules_said import conditions_said, rule_of, rule_said, sentences_of
from booking.web.session import current_actor
from booking.words import label

NOON = 12 * 60

SHEET = Sheet(
    noun="rule",
    title=_("Uitleenregels"),
    purpose=_("Wie wat mag ontlenen, wanneer en hoeveel, en wie daarover beslist. Ontleners lezen deze zinnen bij elk middel."),
    icon="list",
    rows=queries.rules,
    columns=(Column("authority", _("Bestuur")),),
    searched=("authority",),
    overview="administration.rules",
    detail="administration.rule",
    create="administration.new_rule",
    create_text=_("Nieuwe regel"),
    sort="",
)

pages.add_app_template_filter(sentences_of)
pages.add_app_template_filter(rule_of)
pages.add_app_template_filter(conditions_said)


@pages.get("/regels", endpoint="rules")
@requires("rule.read")
def overview() -> str:
    """The rules of one of the reader's authorities."""
    session, today = db.session(), local(now()).date()
    owners = own_authorities(session, current_actor(), queries.ACT)
    owner = _owner(owners)
    ended = request.args.get("alle") == "1"
    found = queries.rules_of(session, owner, today, ended=ended)
    writes = owner in dict(own_authorities(session, current_actor(), services.ACT))
    return render_template(
        "administration/rules/list.html", sheet=SHEET, groups=found, owners=owners, owner=owner, ended=ended, writes=writes
    )


@pages.get("/regels/<int:rule>", endpoint="rule")
@requires("rule.read")
def show(rule: int) -> Page:
    """One rule, with those that it succeeded and those that succeeded it."""
    return _page(rule, RuleEndForm({"last": local(now()).date()}))


@pages.route("/regels/nieuw", endpoint="new_rule", methods=["GET", "POST"])
@requires("rule.administer")
def create() -> Response | Page:
    """A new rule of one of the reader's authorities."""
    owners = own_authorities(db.session(), current_actor(), services.ACT)
    owner, made = _owner(owners), []
    form = _form(owner, {"about_what": request.args.get("over", "")})

    def save() -> None:
        with naming_the_other():
            made.append(services.create_rule(db.session(), current_actor(), owner, form.wanted(), now()))

    if _wants_saving(form) and saved(form, save):
        return gone_to("administration.rule", "rule_added", said={}, rule=made[0])
    return _form_page(form, owner, SHEET.create_text, url_for(SHEET.overview, bestuur=owner))


@pages.route("/regels/<int:rule>/wijzigen", endpoint="edit_rule", methods=["GET", "POST"])
@requires("rule.administer")
def edit(rule: int) -> Response | Page:
    """From a day on it says something else: another rule succeeds it."""
    today = local(now()).date()
    found = queries.rule_page(db.session(), current_actor(), rule, today)
    if not found.own:
        raise NotFound("rule_unknown")
    row, made = found.row, []
    first = max(today, row.valid_from) if row.valid_from else today
    form = _form(row.authority_id, shown_of(row) | {"version": found.version, "valid_from": first})

    def save() -> None:
        with naming_the_other():
            made.append(services.succeed_rule(db.session(), current_actor(), rule, form.read_at, form.wanted(), now()))

    if _wants_saving(form) and saved(form, save):
        return gone_to("administration.rule", "rule_succeeded", said={}, rule=made[0])
    title = gettext("Regel wijzigen")
    return _form_page(form, row.authority_id, title, url_for(SHEET.detail, rule=rule), replacing=rule)


@pages.post("/regels/<int:rule>/beeindigen", endpoint="end_rule")
@requires("rule.administer")
def end(rule: int) -> Response | Page:
    """It holds up to a day; the row stays."""
    if not queries.rule_page(db.session(), current_actor(), rule, local(now()).date()).own:
        raise NotFound("rule_unknown")
    form = RuleEndForm()
    if saved(form, lambda: services.end_rule(db.session(), current_actor(), rule, form.read_at, form.last.data, now())):
        return gone_to("administration.rule", "rule_ended_on", said={}, rule=rule)
    return _page(rule, form)


def _page(rule: int, form: RuleEndForm) -> Page:
    found = queries.rule_page(db.session(), current_actor(), rule, local(now()).date())
    form.version.data = found.version if request.method == "GET" else form.version.data
    shown = {"sheet": SHEET, "found": found, "form": form, "title": gettext("Uitleenregel van %(name)s") % {"name": found.named.owner}}
    wrong = told(form) if form.errors or form.form_errors else []
    return render_template("administration/rules/show.html", told=wrong, history=found.history, **shown), status(form)


@contextmanager
def naming_the_other() -> Iterator[None]:
    """A rule that contends with another is refused with the sentence in which the other says it."""
    try:
        yield
    except Refused as refused:
        if refused.code == "rule_contends":
            refused.details["sentence"] = rule_said(refused.details.pop("other"), refused.details.pop("question"))
        raise


def _owner(owners: list[tuple[int, str]]) -> int:
    """The authority that the address or the form names, else the first of the reader's."""
    asked = request.args.get("bestuur", "")
    found = read_id(asked)
    if asked and found not in dict(owners):
        raise NotFound("authority_unknown")
    return found or owners[0][0]


def _wants_saving(form: RuleForm) -> bool:
    """False where the form was sent to see and try what it would say."""
    return bool(request.method == "POST" and form.do.data == "save")


def _form(owner: int, values: dict[str, Any]) -> RuleForm:
    session, today = db.session(), local(now()).date()
    known = catalogue(session)
    mine = sorted((card for card in known.assets.values() if known.owner(card, today).id == owner), key=lambda card: card.name)
    held = {card.category_id for card in mine}
    kinds = sorted(
        ((f"category:{key}", label("category", code, language())) for key, code in categories(session).items()),
        key=lambda pair: (int(pair[0].partition(":")[2]) not in held, pair[1].casefold()),
    )
    assets = [(card.id, card.name) for card in mine]
    subjects = [SelectChoice("", gettext("alles wat %(name)s uitleent") % {"name": known.authorities[owner].name})]
    subjects += [SelectChoice(value, text, optgroup=gettext("Categorieën")) for value, text in kinds]
    subjects += [SelectChoice(f"asset:{key}", name, optgroup=gettext("Middelen")) for key, name in assets]
    sort, _colon, key = values.get("about_what", "").partition(":")
    tried_on = int(key) if sort == "asset" else next((card.id for card in mine if str(card.category_id) == key), None)
    home = known.authorities[owner].house(today)
    begun = {"try_asset": tried_on or (assets[0][0] if assets else None), "try_home": home}
    return RuleForm({**begun, **values}, subjects, assets, towns(session), today)


def _form_page(form: RuleForm, owner: int, title: Any, back: str, replacing: int | None = None) -> Page:
    seen = _seen(form, owner, replacing)
    return form_page(SHEET, form, title, back, "administration/rules/form.html", owner=owner, replacing=replacing, **seen)


def _seen(form: RuleForm, owner: int, replacing: int | None) -> dict[str, Any]:
    """What is typed as sentences, the rules that say the same differently, and the case by the rules as they are and would be."""
    session, today, known = db.session(), local(now()).date(), catalogue(db.session())
    if request.method == "POST" and not form.errors:
        form.validate()
    if {name for name in form.errors if not name.startswith("try_")}:
        return {"draft": None, "others": [], "outcome": None}
    card = form.wanted().card()
    held = [each for each in known.rules.get(owner, ()) if each.id != replacing]
    named = queries.named_rules(session, known, [card, *(other for other, _questions in contending(card, held))], owner, today)
    says = bool(card.answers or card.blackout)
    return {"draft": named[0] if says else None, "others": named[1:], "outcome": _tried(form, owner, replacing, card) if says else None}


def _tried(form: RuleForm, owner: int, replacing: int | None, card: RuleCard) -> Tried | None:
    case = form.case()
    if case is None:
        return None
    asked = form.try_asked.data or local(now()).date()
    moment = now() if asked == local(now()).date() else moment_on(asked, NOON)
    try:
        return tried(db.session(), owner, card, replacing, case, moment, asked)
    except InvalidTime as wrong:
        form.blame(wrong.code, "try_first", **wrong.details)
        return None
