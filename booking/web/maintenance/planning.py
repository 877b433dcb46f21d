"""Planning: a time between two loans, another one, or none after all."""

from __future__ import annotations

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from booking.clock import now
from booking.queries.catalogue import catalogue
from booking.queries.maintenance.due import OrderView, orders_of
from booking.queries.maintenance.history import get_order
from booking.queries.maintenance.looked_after import looked_after
from booking.queries.maintenance.room import room_for
from booking.rules.catalogue import AssetCard
from booking.rules.kinds import Upkeep
from booking.rules.periods import local
from booking.rules.refusals import NotFound
from booking.services import maintenance
from booking.web.access import requires
from booking.web.attempts import filled
from booking.web.extensions import db
from booking.web.forms.fields import told
from booking.web.forms.maintenance import CallOffForm, DoneForm, VisitForm
from booking.web.maintenance.blueprint import pages
from booking.web.notices import notice
from booking.web.session import current_actor

Page = tuple[str, int]


@pages.route("/<int(max=999999999):asset>/plannen", methods=["GET", "POST"])
@requires("upkeep.plan")
def plan(asset: int) -> Response | Page:
    """Choose one of the times at which nothing stands in the ledger, or another."""
    session, actor, moment = db.session(), current_actor(), now()
    card = looked_after(catalogue(session), actor, "upkeep.plan", asset, moment)
    kind, order = _asked(card)
    room = room_for(session, card, kind, moment, f"order:{order.id}" if order else "")
    form = VisitForm(room.windows, order, _body(card, kind))
    visit = form.visit() if form.sent_well() else None
    key = order.id if order and kind is Upkeep.REPAIR else None
    if visit and filled(form, lambda: maintenance.schedule(session, actor, asset, kind, visit, moment, key))[0]:
        notice("upkeep_planned", asset=card.name)
        return redirect(url_for("maintenance.asset", asset=asset), 303)
    page = render_template("maintenance/plan.html", asset_card=card, kind=kind, order=order, room=room, form=form, told=told(form))
    return page, 200 if request.method == "GET" else 422


@pages.get("/opdrachten/<int(max=999999999):order>")
@requires("upkeep.plan")
def order(order: int) -> Page:
    """What is under way: done, called off, or moved."""
    return _page(*_order(order))


@pages.post("/opdrachten/<int(max=999999999):order>/gedaan")
@requires("upkeep.plan")
def finish(order: int) -> Response | Page:
    """Maintenance or a repair was done."""
    card, found = _order(order)
    form = DoneForm(local(now()).date())
    act = lambda: maintenance.finish(db.session(), current_actor(), order, form.on.data, now(), form.note.data)  # noqa: E731
    if form.sent_well() and filled(form, act)[0]:
        notice("upkeep_done", asset=card.name)
        return redirect(url_for("maintenance.asset", asset=card.id), 303)
    return _page(card, found, done=form)


@pages.post("/opdrachten/<int(max=999999999):order>/afzeggen")
@requires("upkeep.plan")
def call_off(order: int) -> Response | Page:
    """It does not happen then."""
    card, found = _order(order)
    form = CallOffForm()
    if form.sent_well() and filled(form, lambda: maintenance.call_off(db.session(), current_actor(), order, now(), form.reason.data))[0]:
        notice("upkeep_called_off", asset=card.name)
        return redirect(url_for("maintenance.asset", asset=card.id), 303)
    return _page(card, found, off=form)


def _page(card: AssetCard, found: OrderView, done: DoneForm | None = None, off: CallOffForm | None = None) -> Page:
    sent = done or off
    forms = {"done": done or DoneForm(local(now()).date()), "off": off or CallOffForm()}
    shown = {"asset_card": card, "order": found, "forms": forms, "sent": sent, "told": told(sent) if sent else []}
    return render_template("maintenance/order.html", **shown), 422 if sent else 200


def _order(order: int) -> tuple[AssetCard, OrderView]:
    """An order that is under way. Raises NotFound for any other."""
    found = get_order(db.session(), current_actor(), order, now())
    if found is None:
        raise NotFound()
    return found


def _asked(card: AssetCard) -> tuple[Upkeep, OrderView | None]:
    """Which kind the address asks to plan, with what is under way of it; a repair is named by its order. Raises NotFound."""
    named = request.args.get("opdracht", type=int)
    if named:
        asset, order = _order(named)
        if asset.id != card.id:
            raise NotFound()
        return order.kind, order
    kind = request.args.get("soort", Upkeep.INSPECTION)
    if kind not in (Upkeep.INSPECTION, Upkeep.MAINTENANCE):
        raise NotFound()
    return Upkeep(kind), orders_of(db.session(), [card.id]).get((card.id, Upkeep(kind)))


def _body(card: AssetCard, kind: Upkeep) -> str:
    """Who does it by its plan, or did it the last time."""
    plan = card.plan(kind, local(now()).date())
    if plan and plan.body:
        return plan.body
    return card.inspections[-1].body if kind is Upkeep.INSPECTION and card.inspections else ""
