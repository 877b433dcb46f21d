"""What every request passes on its way in and out, and every page there is."""

from __future__ import annotations

import logging

from flask import Blueprint, Flask
from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError
from werkzeug.middleware.proxy_fix import ProxyFix

from booking import config
from booking.web import (
    about,
    access,
    administration,
    api,
    basket,
    bodies,
    catalogue,
    charges,
    comparisons,
    conflicts,
    contracts,
    desk,
    documents,
    errors,
    exports,
    feeds,
    frame,
    handovers,
    health,
    language,
    later,
    maintenance,
    masking,
    moving,
    notices,
    photographs,
    planning,
    prices,
    printed,
    proofs,
    recalls,
    regulations,
    reservations,
    row_ids,
    scripts,
    security,
    session,
    simulations,
    start,
    subscriptions,
    tasks,
    terms,
    today,
    unchanged,
    waiting,
)  # fmt: skip
from booking.web.extensions import db
from booking.web.people import account, auth, invitations, mails, recovery, second_factor, sign_up
from booking.web.regulations import editor
from models import Account

BLUEPRINTS: tuple[Blueprint, ...] = (
    health.pages,
    about.pages,
    later.pages,
    start.pages,
    auth.pages,
    sign_up.pages,
    recovery.pages,
    account.pages,
    mails.pages,
    second_factor.pages,
    invitations.pages,
    catalogue.pages,
    photographs.pages,
    documents.pages,
    proofs.pages,
    planning.pages,
    basket.pages,
    reservations.pages,
    printed.pages,
    contracts.pages,
    conflicts.pages,
    recalls.pages,
    desk.pages,
    moving.pages,
    charges.pages,
    comparisons.pages,
    simulations.pages,
    today.pages,
    tasks.pages,
    handovers.scanning.pages,
    handovers.photos.pages,
    maintenance.pages,
    regulations.pages,
    terms.pages,
    editor.pages,
    administration.pages,
    subscriptions.pages,
    waiting.pages,
    api.pages,
    feeds.pages,
)

log = logging.getLogger(__name__)


def hang(app: Flask) -> None:
    """Hang the doors in the order a request meets them. Raises Undeclared for a silent route, Misconfigured for demo accounts."""
    if app.config["PROXIES"]:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=app.config["PROXIES"], x_proto=app.config["PROXIES"])  # type: ignore[method-assign]
    inner = (access, notices, language, frame, prices, exports, start, second_factor, waiting, later, unchanged)
    masking.hang()
    for door in (row_ids, errors, session, bodies, security, scripts, *inner):
        door.hang(app)
    for pages in BLUEPRINTS:
        app.register_blueprint(pages)
    access.check(app)
    if config.serving() and not app.config["DEMO"]:
        with app.app_context():
            refuse_demo_accounts()


def refuse_demo_accounts() -> None:
    """Raises Misconfigured when the database holds accounts whose passwords everybody knows. One that is away is no reason not to start."""
    try:
        found = db.session.execute(select(Account.id).where(Account.demo).limit(1)).first()
    except SQLAlchemyError:
        log.warning("The database could not be read at the start; /readyz says when it can.")
        return
    finally:
        db.session.remove()
        db.engine.dispose()  # a server that forks after this must not share a connection
    if found:
        raise config.Misconfigured("This database holds the demo's accounts. Use another, or set STREEKDEPOT_DEMO=1.")
