"""Joint ownership on screen: whose it is, who decides and keeps it, what each co-owner has left, what is guaranteed, whose turn it is."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from flask import Response, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from booking.clock import now
from booking.queries import shares as queries
from booking.queries.administration.exemptions import towns
from booking.rules.contingents import ContingentCard
from booking.rules.periods import local
from booking.rules.refusals import NotFound
from booking.services.administration import shares as services
from booking.web.access import requires
from booking.web.administration.blueprint import pages
from booking.web.administration.editing import Page, done, form_page, saved
from booking.web.administration.forms.shares import ContingentEndForm, ContingentForm, FairUseForm
from booking.web.administration.sheet import Column, Sheet, list_page
from booking.web.extensions import db
from booking.web.language import language
from booking.web.language import lazy_gettext as _
from booking.web.session import current_actor
from booking.web.share_charts import lanes, meters, month_starts, share_bar
from booking.words import moments
from booking.words.numbers import decimal

PLACE = "/mede-eigendom/<int:joint>"

SHEET = Sheet(
    noun="joint",
    title=_("Mede-eigendom"),
    purpose=_("Wat u samen met anderen bezit of waarvan iets gewaarborgd is: aandelen, dagen per mede-eigenaar en wie aan de beurt is."),
    icon="people",
    rows=queries.joint_assets,
    columns=(
        Column("name", _("Middel")),
        Column("code", _("Nummer")),
        Column("category", _("Soort"), "category"),
        Column("manager", _("Beheerder")),
        Column("depot", _("Wordt bewaard in")),
        Column("owners", _("Mede-eigenaars"), "number"),
        Column("guaranteed", _("Gewaarborgd"), "number"),
    ),
    searched=("name", "code", "manager"),
    overview="administration.joint_assets",
    detail="administration.joint",
)


@pages.app_template_filter()
def in_days(amount: Decimal) -> str:
    """Filter: weighted days to a hundredth."""
    return decimal(round(amount, 2), language())


@pages.app_template_filter()
def month_name(number: int) -> str:
    """Filter: the name of a month by its number."""
    return moments.month_name(number, language())


@pages.get("/mede-eigendom", endpoint="joint_assets")
@requires("shares.read")
def overview() -> Response | str:
    """What the reader's authorities share with others."""
    return list_page(SHEET)


@pages.get(PLACE, endpoint="joint")
@requires("shares.read")
def show(joint: int) -> str:
    """One of them, in the year that the address names."""
    found = queries.joint_page(db.session(), current_actor(), joint, request.args.get("jaar", type=int), now())
    order = [each.name for each in found.holders]
    return render_template(
        "administration/shares/show.html", sheet=SHEET, found=found, bars=[share_bar(held, order) for *_days, held in found.stages],
        meters=meters(found.holders), lanes=lanes(found.holders, found.turns, found.year), months=month_starts(found.year),
        coming=[turn for turn in found.turns if not turn.over],
    )  # fmt: skip


@pages.route(f"{PLACE}/waarborgen", endpoint="new_contingent", methods=["GET", "POST"])
@requires("asset.administer")
def create(joint: int) -> Answer | Page:
    """Guarantee something of it; with `in-plaats-van` it takes the place of what was guaranteed before."""
    session, actor, found = db.session(), current_actor(), _managed(joint)
    succeeds = _succeeded(found)
    form = ContingentForm(_values(succeeds, found), towns(session))
    wanted = services.ContingentSettings
    before = succeeds.id if succeeds else None
    if saved(form, lambda: services.agree_contingent(session, actor, joint, form.read_at, form.settings(wanted), now(), before)):
        return done("contingent_agreed", SHEET.detail, joint=joint)
    title = _("Wijzig wat gewaarborgd is") if succeeds else _("Waarborg iets")
    return form_page(SHEET, form, title, _here(joint), "administration/shares/contingent.html", under=found.card.name)


@pages.route(f"{PLACE}/waarborgen/<int:contingent>", endpoint="end_contingent", methods=["GET", "POST"])
@requires("asset.administer")
def end(joint: int, contingent: int) -> Answer | Page:
    """It ends on a day."""
    found = _managed(joint)
    if contingent not in {card.id for card in found.contingents}:
        raise NotFound("contingent_unknown")
    form = ContingentEndForm({"last": local(now()).date()})
    if saved(form, lambda: services.end_contingent(db.session(), current_actor(), joint, contingent, form.last.data, now())):
        return done("contingent_stopped", SHEET.detail, joint=joint)
    return form_page(SHEET, form, _("Beëindig wat gewaarborgd is"), _here(joint), under=found.card.name, button=_("Beëindig"))


@pages.route(f"{PLACE}/dagen", endpoint="fair_use", methods=["GET", "POST"])
@requires("asset.administer")
def count(joint: int) -> Answer | Page:
    """How days count from a day on."""
    found = _managed(joint)
    form = FairUseForm(found.terms, found.version, local(now()).date())
    if saved(form, lambda: services.set_fair_use(db.session(), current_actor(), joint, form.read_at, form.wanted(), now())):
        return done("fair_use_set", SHEET.detail, joint=joint)
    return form_page(SHEET, form, _("Hoe dagen tellen"), _here(joint), "administration/shares/fair_use.html", under=found.card.name)


def _managed(joint: int) -> queries.JointPage:
    """One that the reader administers for its manager. Raises NotFound."""
    found = queries.joint_page(db.session(), current_actor(), joint, None, now())
    if not found.manages:
        raise NotFound("asset_unknown")
    return found


def _succeeded(found: queries.JointPage) -> ContingentCard | None:
    key = request.args.get("in-plaats-van", type=int)
    return next((card for card in found.contingents if card.id == key), None)


def _values(card: ContingentCard | None, found: queries.JointPage) -> dict[str, object]:
    today = local(now()).date()
    if card is None:
        return {"valid_from": today, "version": found.version}
    return {
        "authority_id": card.authority, "relation": card.relation or "", "borrower_kind": card.borrower_kind or "", "amount": card.amount,
        "measure": card.measure, "span": card.span or "", "release_weeks": card.release_weeks, "source": card.source,
        "valid_from": max(today, card.first + timedelta(days=1)), "valid_until": card.last, "version": found.version,
    }  # fmt: skip


def _here(joint: int) -> str:
    return url_for(SHEET.detail, joint=joint)
