"""The loan contract of an owner: to read, to accept with a name or hand in signed, to download; the desk makes it and answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from booking.clock import now
from booking.queries.contracts import contracts_of, kept_contract
from booking.queries.documents import documents_of
from booking.rules.contracts import Stand
from booking.rules.permissions import may
from booking.services import contracts as services
from booking.web.access import requires
from booking.web.administration.telling import carried_out, status
from booking.web.attempts import hindrance, pressed
from booking.web.documents import folder
from booking.web.extensions import db
from booking.web.forms.base import Form
from booking.web.forms.contracts import AcceptForm, BackForm, SignedForm
from booking.web.forms.fields import told
from booking.web.language import language
from booking.web.notices import notice
from booking.web.session import current_actor

pages = Blueprint("contracts", __name__, url_prefix="/reservaties")

OWNER = "<reference>/overeenkomst/<int(max=999999999):authority>"
VERSION = f"{OWNER}/<int(max=9999):contract>"


@pages.get(f"/{VERSION}")
@requires("contract.read")
def show(reference: str, authority: int, contract: int) -> tuple[str, int]:
    """A version of the contract with its words and its steps."""
    return _page(reference, authority, contract, AcceptForm({"name": current_actor().name}))


@pages.get(f"/{VERSION}/pdf")
@requires("contract.read")
def paper(reference: str, authority: int, contract: int) -> Response:
    """Its paper, set from what was kept the first time that somebody asks for it."""
    kept = services.keep_paper(db.session(), current_actor(), reference, authority, contract, language(), folder(), now())
    return redirect(url_for("documents.show", document=kept), 303)


@pages.post(f"/{VERSION}/aanvaarden")
@requires("contract.agree")
def accept(reference: str, authority: int, contract: int) -> Response | tuple[str, int]:
    """The borrower's member accepts with a name."""
    form, at = AcceptForm(), (reference, authority, contract)
    _may("contract.agree", at)
    return _done(form, at, lambda: services.accept(db.session(), current_actor(), *at, form.name.data, now()), "contract_taken")


@pages.post(f"/{VERSION}/getekend")
@requires("contract.sign")
def sign(reference: str, authority: int, contract: int) -> Response | tuple[str, int]:
    """A signed copy is handed in."""
    form, at = SignedForm(), (reference, authority, contract)
    _may("contract.sign", at)

    def act() -> None:
        if form.document.upload:
            services.hand_in(db.session(), current_actor(), *at, form.document.upload, folder(), now())

    return _done(form, at, act, "contract_handed_in")


@pages.post(f"/{VERSION}/terugsturen")
@requires("contract.make")
def send_back(reference: str, authority: int, contract: int) -> Response | tuple[str, int]:
    """The desk sends it back with a reason."""
    form, at = BackForm(), (reference, authority, contract)
    _may("contract.make", at)
    return _done(form, at, lambda: services.send_back(db.session(), current_actor(), *at, form.reason.data, now()), "contract_sent_back")


@pages.post(f"/{VERSION}/medeondertekenen")
@requires("contract.make")
def countersign(reference: str, authority: int, contract: int) -> Response:
    """The desk signs too."""
    at = (reference, authority, contract)
    pressed(lambda: services.countersign(db.session(), current_actor(), *at, now()), "contract_signed_too")
    return redirect(url_for("contracts.show", reference=reference, authority=authority, contract=contract), 303)


@pages.post(f"/{OWNER}/opmaken")
@requires("contract.make")
def make(reference: str, authority: int) -> Response:
    """The desk draws one up of what is approved so far."""
    made: list[bool] = []
    wrong = hindrance(lambda: made.append(services.make(db.session(), current_actor(), reference, authority, now())))
    if wrong:
        notice(wrong[0], "problem")
        return redirect(url_for("reservations.show", reference=reference), 303)
    notice("contract_made" if made[0] else "contract_unchanged")
    _found, view, _data = kept_contract(db.session(), current_actor(), "contract.read", reference, authority)
    return redirect(url_for("contracts.show", reference=reference, authority=authority, contract=view.number), 303)


def _may(act: str, at: tuple[str, int, int]) -> None:
    """Raises NotFound or NotAllowed before a form says what is wrong with it."""
    kept_contract(db.session(), current_actor(), act, *at)


def _done(form: Form, at: tuple[str, int, int], act: Callable[[], Any], code: str) -> Response | tuple[str, int]:
    if not carried_out(form, act):
        return _page(*at, form)
    notice(code)
    reference, authority, contract = at
    return redirect(url_for("contracts.show", reference=reference, authority=authority, contract=contract), 303)


def _page(reference: str, authority: int, contract: int, sent: Form) -> tuple[str, int]:
    """The page with the form that was sent, and fresh ones beside it."""
    session, actor = db.session(), current_actor()
    found, view, data = kept_contract(session, actor, "contract.read", reference, authority, contract)
    asked = found.reservation
    subject = {"authorities": (authority,), "borrower": asked.borrower_id, "asked_by": asked.account_id, "home": found.home}
    able = {act: may(actor, act, **subject) for act in ("contract.agree", "contract.sign", "contract.make")}
    forms = {kind: sent if isinstance(sent, kind) else kind() for kind in (AcceptForm, SignedForm, BackForm)}
    versions = contracts_of(session, [found.dossier.id])[found.dossier.id]
    signed = [each for each in documents_of(session, "contract", [view.id]).get(view.id, []) if each.purpose == "signed"]
    wrong = told(sent) if sent.errors or sent.form_errors else []
    spoken = language() if language() in data else next(iter(data))
    return render_template(
        "contracts/show.html", found=found, view=view, paper=data[spoken], spoken=spoken, versions=versions, signed=signed,
        accept=forms[AcceptForm], sign=forms[SignedForm], back=forms[BackForm], able=able, told=wrong, sent=sent, Stand=Stand,
    ), status()  # fmt: skip
