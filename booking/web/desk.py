"""The lending desk: what waits for a decision, and the decision itself, each line with every check already done."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from booking.clock import now
from booking.queries import deciding
from booking.queries.catalogue import catalogue
from booking.queries.charges.listing import count_proposals
from booking.queries.desk_work import KINDS, Narrowed, desk_work, earlier_loans
from booking.queries.handovers import records_of
from booking.queries.mailing import undelivered
from booking.queries.overview import LineView, Overview, overview
from booking.queries.rivals import rivals_of
from booking.queries.shares import awaiting_agreement
from booking.rules.admission import Finding
from booking.rules.lifecycle import BEFORE_USE
from booking.rules.permissions import authorities_for
from booking.rules.refusals import NotFound
from booking.rules.rivals import Rival
from booking.services import handovers, reservations
from booking.web import exports
from booking.web.access import requires
from booking.web.attempts import filled, pressed
from booking.web.due import due, pressing
from booking.web.extensions import db
from booking.web.forms.base import ButtonForm, Form
from booking.web.forms.bulk import BulkForm
from booking.web.forms.decision import RefuseForm, approve_form
from booking.web.forms.extras import ExtrasForm
from booking.web.forms.fields import told
from booking.web.language import lazy_gettext as _
from booking.web.line_lists import LINES
from booking.web.notices import notice
from booking.web.purse import offered_with, purse_of
from booking.web.recalls import to_recall
from booking.web.session import current_actor
from booking.web.targets import came_from
from booking.web.timeline import history

Page = tuple[str, int]

pages = Blueprint("desk", __name__, url_prefix="/werklijst")
pages.add_app_template_filter(due, "due")
pages.add_app_template_filter(pressing, "pressing")


@pages.get("", endpoint="worklist")
@requires("worklist.read")
def waiting() -> Response | Page:
    """What waits for the reader's desks, by kind, the most pressing first."""
    if exports.wanted():
        tab, wanted = _asked()
        rows = desk_work(db.session(), current_actor(), now()).narrowed(wanted).rows[tab]
        return exports.exported(_("Werklijst"), LINES, rows) or redirect(url_for("desk.worklist"))
    return _worklist(BulkForm(), [])


@pages.post("/beslissen")
@requires("worklist.read")
def decide() -> Page:
    """Yes or no to every line that was ticked; what came of each is told above what is left."""
    form = BulkForm()
    done = _decided(form) if form.ready() else []
    return _worklist(form, done)


def _decided(form: BulkForm) -> list[reservations.Decided]:
    session, actor, reason = db.session(), current_actor(), (form.reason.data or "").strip()
    if form.act == "close":
        return handovers.close_several(session, actor, form.picked(), now())
    return reservations.decide_several(session, actor, form.picked(), form.act, now(), reason)


def _worklist(sent: BulkForm, done: list[reservations.Decided]) -> Page:
    """The list, with what came of the lines that were decided; what could not be stays ticked."""
    tab, wanted = _asked()
    left = {(each.reference, each.number) for each in done if each.code}
    form, ticked = (BulkForm(empty=True), left) if done else (sent, set(sent.picked()))
    everything = desk_work(db.session(), current_actor(), now())
    work = everything.narrowed(wanted)
    choices = {
        "categories": sorted({row.asset.category for row in everything.all_rows()}),
        "depots": sorted({(row.depot.name, row.depot.id) for row in everything.all_rows()}),
    }
    shown = {"work": work, "counts": work.counts(), "tab": tab, "wanted": wanted, "form": form, "done": done, "act": sent.act}
    status = 422 if request.method == "POST" and not done else 200
    proposals = count_proposals(db.session(), current_actor())
    more = {"order": _order(), "ticked": ticked, "awaiting": awaiting_agreement(db.session(), current_actor())}
    return render_template("desk/worklist.html", **shown, **choices, **more, proposals=proposals, told=told(form)), status


def _order() -> dict[int, list[Rival]]:
    """By line the requests that compete with it, in the order in which they go."""
    session, actor = db.session(), current_actor()
    return rivals_of(session, catalogue(session), authorities_for(actor, "line.decide"), now())


def _asked() -> tuple[str, Narrowed]:
    """The kind of work and the part of it that the address asks for."""
    asked = request.args
    tab = asked.get("tab", "") if asked.get("tab") in KINDS else KINDS[0]
    return tab, Narrowed(asked.get("category", ""), asked.get("depot", type=int), asked.get("q", "")[:200])


@pages.get("/<reference>")
@requires("worklist.read")
def dossier(reference: str) -> Page:
    """The lines of one reservation that the reader's desks decide."""
    return _page(_found(reference), None)


@pages.post("/<reference>/lijnen/<int:number>/goedkeuren")
@requires("line.decide")
def approve(reference: str, number: int) -> Response | Page:
    """Yes, if need be in spite of what may be set aside."""
    found, line = _line(reference, number)
    session, actor = db.session(), current_actor()
    judged = deciding.judged_now(session, actor, reference, [number], now()).get(number)
    form = approve_form(line, deciding.to_set_aside(judged) if judged else [])
    why, aside = form.reason.data or "", form.reasons()
    if form.sent_well() and filled(form, lambda: reservations.approve(session, actor, reference, number, now(), why, aside=aside))[0]:
        return _done("line_approved", found, number)
    return _page(found, form)


@pages.post("/<reference>/lijnen/<int:number>/weigeren")
@requires("line.decide")
def refuse(reference: str, number: int) -> Response | Page:
    """No, with a reason."""
    found, line = _line(reference, number)
    form = RefuseForm(line)
    session, actor = db.session(), current_actor()
    if form.sent_well() and filled(form, lambda: reservations.refuse(session, actor, reference, number, now(), form.reason.data))[0]:
        return _done("line_refused", found, number)
    return _page(found, form)


@pages.post("/<reference>/lijnen/<int:number>/diensten")
@requires("line.decide")
def extras(reference: str, number: int) -> Response | Page:
    """Which services of the owner go with a line."""
    found, line = _line(reference, number)
    form = ExtrasForm(line, offered_with(found, line))
    session, actor = db.session(), current_actor()
    if form.sent_well() and filled(form, lambda: reservations.set_extras(session, actor, reference, number, now(), form.taken()))[0]:
        notice("extras_changed")
        return redirect(url_for("desk.dossier", reference=reference), 303)
    return _page(found, form)


@pages.post("/<reference>/lijnen/<int:number>/afsluiten")
@requires("line.decide")
def close(reference: str, number: int) -> Response:
    """What came back is checked: the line is history."""
    found, _ = _line(reference, number)
    if ButtonForm().sent_well():
        pressed(lambda: handovers.close(db.session(), current_actor(), reference, number, now()), "line_closed", number=number)
    return redirect(url_for("desk.dossier", reference=found.reference), 303)


def _page(found: Overview, sent: Form | None) -> Page:
    """The dossier page; `sent` is the form that could not be carried out, with what was typed in it."""
    session, actor, lines = db.session(), current_actor(), deciding.waiting(found.dossiers)
    judged = deciding.judged_now(session, actor, found.reference, [line.number for line in lines], now())
    aside = {number: deciding.to_set_aside(each) for number, each in judged.items()}
    page = render_template(
        "desk/dossier.html",
        found=found,
        judged=judged,
        forms={line.number: _forms(line, aside.get(line.number, []), sent) for line in lines},
        aside=aside,
        told=told(sent) if sent else [],
        sent=sent,
        earlier=earlier_loans(session, actor, found, now()),
        history=history(found),
        order=_order(),
        to_recall=to_recall(found),
        purse=purse_of(found),
        services=_services(found, sent),
        seen=records_of(session, [line.id for line in found.lines]),
        undelivered=undelivered(session, found),
        back=_list(),
    )
    return page, 200 if request.method == "GET" else 422


def _services(found: Overview, sent: Form | None) -> dict[int, ExtrasForm]:
    """By line number the services that the owner offers with it before it goes out, to add or take away."""
    lines = [line for dossier in found.dossiers if dossier.mine_to_decide for line in dossier.lines if not line.change]
    offered = {line.number: (line, offered_with(found, line)) for line in lines if line.state in BEFORE_USE}
    made = {number: ExtrasForm(line, extras) for number, (line, extras) in offered.items() if extras}
    return {number: sent if isinstance(sent, ExtrasForm) and sent.number == number else form for number, form in made.items()}


def _forms(line: LineView, aside: list[Finding], sent: Form | None) -> dict[str, Form]:
    """Yes and no to a line, the form that was sent as it was sent."""
    made: dict[str, Form] = {"approve": approve_form(line, aside), "refuse": RefuseForm(line)}
    prefix = getattr(getattr(sent, "reason", None), "name", None)
    return {name: sent if sent is not None and prefix == form.reason.name else form for name, form in made.items()}


def _found(reference: str) -> Overview:
    """A reservation of which the reader decides something. Raises NotFound."""
    found = overview(db.session(), current_actor(), reference)
    if not any(dossier.mine_to_decide for dossier in found.dossiers):
        raise NotFound()
    return found


def _line(reference: str, number: int) -> tuple[Overview, LineView]:
    """One of the lines that the reader decides. Raises NotFound."""
    found = _found(reference)
    mine = [line for dossier in found.dossiers if dossier.mine_to_decide for line in dossier.lines]
    line = next((line for line in mine if line.number == number), None)
    if line is None:
        raise NotFound()
    return found, line


def _list() -> str:
    """The worklist, narrowed as it was when the reader came from it."""
    asked = urlsplit(came_from()).query if request.method == "POST" else request.query_string.decode()
    return url_for("desk.worklist", **{name: value for name, value in parse_qsl(asked) if name in ("tab", "category", "depot", "q")})


def _done(code: str, found: Overview, number: int) -> Response:
    """Back to the dossier while it holds more to decide, else to the worklist."""
    notice(code, number=number)
    left = [line for line in deciding.waiting(found.dossiers) if line.number != number]
    return redirect(url_for("desk.dossier", reference=found.reference) if left else _list(), 303)
