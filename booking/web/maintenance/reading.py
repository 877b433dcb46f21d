"""Looking: what is due for all that the reader looks after, and all that is known of one asset."""

from __future__ import annotations

from flask import render_template, request

from booking.clock import now
from booking.queries.catalogue import catalogue
from booking.queries.maintenance.coming import to_mend
from booking.queries.maintenance.due import due_list
from booking.queries.maintenance.history import get_upkept
from booking.queries.maintenance.looked_after import keepers_of
from booking.rules.kinds import Upkeep
from booking.rules.periods import local
from booking.rules.permissions import may
from booking.web.access import requires
from booking.web.extensions import db
from booking.web.maintenance.blueprint import pages
from booking.web.session import current_actor

KINDS = (Upkeep.INSPECTION, Upkeep.MAINTENANCE)


@pages.get("", endpoint="overview")
@requires("upkeep.read")
def due() -> str:
    """What is overdue, and what is due in the next ninety days; with `alles`, everything that is looked after."""
    every = request.args.get("alles") == "1"
    found = due_list(db.session(), current_actor(), now(), None) if every else due_list(db.session(), current_actor(), now())
    late, soon = [view for view in found if view.due.overdue], [view for view in found if not view.due.overdue]
    mend = to_mend(db.session(), current_actor(), now())
    return render_template("maintenance/overview.html", late=late, soon=soon, every=every, today=local(now()).date(), mend=mend)


@pages.get("/<int(max=999999999):asset>")
@requires("upkeep.read")
def asset(asset: int) -> str:
    """One asset: until when it is good, by which plans, what is under way, and every inspection with its report."""
    session, actor, moment = db.session(), current_actor(), now()
    found, known = get_upkept(session, actor, asset, moment), catalogue(session)
    sets = may(actor, "upkeep.set", authorities=keepers_of(known, found.asset, moment))
    return render_template("maintenance/asset.html", found=found, sets=sets, today=local(moment).date(), kinds=KINDS)
