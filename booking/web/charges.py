"""Money after the event: proposals that a desk decides on, what is due and overdue, and what was received or goes back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from booking.clock import now
from booking.queries.charges.listing import PER_PAGE, TABS, Narrowed, find_money
from booking.queries.charges.reading import charge_view, owed_view
from booking.queries.charges.views import ChargeView, OwedView
from booking.rules.charges import OwedSort
from booking.rules.periods import local
from booking.rules.permissions import may
from booking.services import charges
from booking.web import exports
from booking.web.access import requires
from booking.web.attempts import filled, pressed
from booking.web.exports import exported
from booking.web.extensions import db
from booking.web.forms.base import Form
from booking.web.forms.charges import ChargeForm, MarkForm, ReasonForm, as_typed
from booking.web.forms.fields import told
from booking.web.language import language
from booking.web.language import lazy_gettext as _
from booking.web.money_lists import OWED, PROPOSALS
from booking.web.notices import notice
from booking.web.session import current_actor
from booking.words.numbers import decimal

Page = tuple[str, int]

pages = Blueprint("charges", __name__, url_prefix="/ontvangsten")
pages.add_app_template_filter(as_typed, "as_typed")
pages.add_app_template_filter(lambda amount: decimal(amount, language()), "plain_number")
pages.add_app_template_filter(lambda moment: local(moment).date().isoformat(), "iso_date")
pages.add_app_template_filter(lambda number: " ".join(number[place : place + 4] for place in range(0, len(number), 4)), "iban")


@pages.get("", endpoint="overview")
@requires("receivable.read")
def listed() -> Response | str:
    """Proposals, what is open, overdue or to give back; the same rows as a file."""
    tab, wanted = _asked()
    found = find_money(db.session(), current_actor(), tab, wanted, _today())
    rows = found.proposals if tab == "proposals" else found.owed
    if exports.wanted() and (file := exported(_("Ontvangsten"), PROPOSALS if tab == "proposals" else OWED, rows)):
        return file
    page = max(1, request.args.get("page", 1, type=int))
    shown = rows[(page - 1) * PER_PAGE : page * PER_PAGE]
    last = max(1, -(-len(rows) // PER_PAGE))
    return render_template("charges/overview.html", found=found, rows=shown, tab=tab, wanted=wanted, page=page, pages=last, sorts=OwedSort)


def _asked() -> tuple[str, Narrowed]:
    asked = request.args
    tab = asked.get("tab", "") if asked.get("tab") in TABS else TABS[0]
    sort = asked.get("sort", "") if asked.get("sort") in set(OwedSort) else ""
    return tab, Narrowed(asked.get("q", "")[:200], sort, _day(asked.get("van", "")), _day(asked.get("tot", "")))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


@pages.get("/<int(max=999999999):receivable>")
@requires("receivable.read")
def owed(receivable: int) -> Page:
    """One amount with all that was marked of it, and what can be marked now."""
    return _owed_page(_owed(receivable))


@pages.post("/<int(max=999999999):receivable>/ontvangen")
@requires("receivable.mark")
def receive(receivable: int) -> Response | Page:
    """Money came in."""
    found = _owed(receivable)
    return _marked(found, MarkForm(found.due.open, _today()), "receive", charges.receive, "money_received")


@pages.post("/<int(max=999999999):receivable>/teruggeven")
@requires("receivable.mark")
def give_back(receivable: int) -> Response | Page:
    """Money goes back, or a part of a deposit is kept."""
    found = _owed(receivable)
    return _marked(found, MarkForm(found.due.held, _today()), "back", charges.give_back, "money_returned")


@pages.post("/<int(max=999999999):receivable>/markeringen/<int(max=999999999):mark>/ongedaan")
@requires("receivable.mark")
def undo(receivable: int, mark: int) -> Response:
    """A mark was made by mistake."""
    found, why = _owed(receivable), request.form.get("reason", "")
    if ReasonForm().sent_well() and any(each["id"] == mark for each in found.marks):
        pressed(lambda: charges.undo(db.session(), current_actor(), mark, now(), why), "mark_taken_back")
    return redirect(url_for("charges.owed", receivable=receivable), 303)


@pages.get("/posten/<int(max=999999999):charge>")
@requires("receivable.read")
def proposal(charge: int) -> Page:
    """One charge: what happened, the article and the sum; and what the desk makes of it."""
    return _charge_page(_charge(charge))


@pages.post("/posten/<int(max=999999999):charge>/aanrekenen")
@requires("charge.decide")
def charged(charge: int) -> Response | Page:
    """The borrower owes it from now on."""
    found = _charge(charge)
    form = ChargeForm(found.total)
    session, actor, amount = db.session(), current_actor(), form.amount.cents
    if form.sent_well() and filled(form, lambda: charges.charge(session, actor, charge, now(), amount, form.reason.data))[0]:
        notice("charge_charged", amount_cents=amount)
        return redirect(url_for("charges.overview"), 303)
    return _charge_page(found, form)


@pages.post("/posten/<int(max=999999999):charge>/kwijtschelden")
@requires("charge.decide")
def waived(charge: int) -> Response | Page:
    """Nothing is due for it."""
    found, form = _charge(charge), ReasonForm()
    if form.sent_well() and filled(form, lambda: charges.waive(db.session(), current_actor(), charge, now(), form.reason.data))[0]:
        notice("charge_waived")
        return redirect(url_for("charges.overview"), 303)
    return _charge_page(found, form)


def _marked(found: OwedView, form: MarkForm, name: str, act: Callable[..., None], done: str) -> Response | Page:
    """Carry a mark out, or show the page again with what stood in the way."""
    session, actor = db.session(), current_actor()
    cents, day, why = form.amount.cents, form.day.data, form.reason.data
    if form.sent_well() and filled(form, lambda: act(session, actor, found.id, now(), cents, day, why))[0]:
        notice(done)
        back = url_for("reservations.show", reference=found.about.reference) if request.form.get("back") == "reservation" else None
        return redirect(back or url_for("charges.owed", receivable=found.id), 303)
    return _owed_page(found, name, form)


def _owed_page(found: OwedView, name: str = "", sent: MarkForm | None = None) -> Page:
    """The page of an amount; `sent` is the form of that name that could not be carried out."""
    forms = {"receive": MarkForm(found.due.open, _today()), "back": MarkForm(found.due.held, _today())}
    if sent:
        forms[name] = sent
    for each, form in forms.items():
        form.apart(each)
    able = may(current_actor(), "receivable.mark", authorities=(found.about.authority,))
    undoing = ReasonForm().apart("undo")
    shown = {"found": found, "forms": forms, "sent": sent, "told": told(sent) if sent else [], "able": able, "undoing": undoing}
    return render_template("charges/owed.html", **shown), 422 if sent else 200


def _charge_page(found: ChargeView, sent: Form | None = None) -> Page:
    forms: dict[str, Form] = {"charge": ChargeForm(found.total), "waive": ReasonForm()}
    if sent:
        forms["charge" if isinstance(sent, ChargeForm) else "waive"] = sent
    for name, form in forms.items():
        form.apart(name)
    able = may(current_actor(), "charge.decide", authorities=(found.about.authority,))
    page = render_template("charges/charge.html", found=found, forms=forms, sent=sent, told=told(sent) if sent else [], able=able)
    return page, 422 if sent else 200


def _owed(key: int) -> OwedView:
    return owed_view(db.session(), current_actor(), key, _today())


def _charge(key: int) -> ChargeView:
    return charge_view(db.session(), current_actor(), key)


def _today() -> date:
    return local(now()).date()
