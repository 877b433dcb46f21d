"""The papers of a borrower or a municipality, and its policies: handed in, corrected, renewed, ended."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from booking.clock import now
from booking.queries.borrowers import card_of
from booking.queries.catalogue import catalogue
from booking.queries.choices import own_borrowers
from booking.queries.proofs.access import Holder, may_declare
from booking.queries.proofs.people import choosable, people_of
from booking.queries.proofs.policies import PolicyView, chain, policies_of
from booking.queries.proofs.policies import policy as one_policy
from booking.rules.kinds import CoverKind
from booking.rules.permissions import authorities_for
from booking.rules.refusals import NotFound
from booking.services.proofs import policies as services
from booking.web.access import requires
from booking.web.attempts import filled
from booking.web.documents import folder
from booking.web.extensions import db
from booking.web.forms.base import Form
from booking.web.forms.fields import told
from booking.web.forms.proofs import CorrectPolicyForm, EndForm, KnownPersonForm, NewPolicyForm, PersonForm, PolicyForm, VerdictForm
from booking.web.notices import notice
from booking.web.proofs.blueprint import pages
from booking.web.session import current_actor

Page = Response | tuple[str, int]


@pages.get("")
@requires("proof.read")
def overview() -> Page:
    """Whose papers the reader keeps: at once those of the only one."""
    borrowers, authorities = _kept()
    if len(borrowers) + len(authorities) == 1:
        return redirect(url_for("proofs.of_borrower", holder=borrowers[0][0]) if borrowers else _address(authorities[0][1]))
    return render_template("proofs/overview.html", borrowers=borrowers, authorities=authorities), 200


@pages.get("/ontleners/<int(max=999999999):holder>")
@requires("proof.read")
def of_borrower(holder: int) -> Page:
    """Its policies and its people, each with how it stands."""
    return borrower_page(holder)


@pages.get("/besturen/<int(max=999999999):authority>")
@requires("proof.read")
def of_authority(authority: int) -> Page:
    """The policies of a municipality for all its services."""
    session, actor, holder = db.session(), current_actor(), Holder(authority=authority)
    found, house = policies_of(session, actor, holder, now()), catalogue(session).authorities[authority]
    shown = {"mine": may_declare(actor, holder), "name": house.name, "several": _several()}
    return render_template("proofs/holder.html", policies=found, people=None, authority=authority, **shown), 200


@pages.route("/ontleners/<int(max=999999999):holder>/polissen/nieuw", methods=["GET", "POST"])
@requires("proof.declare")
def new_policy(holder: int) -> Page:
    """Hand in a policy of a borrower."""
    return _new(Holder(frozenset({holder})), url_for("proofs.of_borrower", holder=holder))


@pages.route("/besturen/<int(max=999999999):authority>/polissen/nieuw", methods=["GET", "POST"])
@requires("proof.declare")
def new_policy_of_authority(authority: int) -> Page:
    """Hand in a policy of a municipality, for all its services."""
    return _new(Holder(authority=authority), _address(authority))


@pages.get("/polissen/<int(max=999999999):policy>")
@requires("proof.read")
def policy(policy: int) -> Page:
    """One policy with its certificate, what was found of it, and the policies before and after it."""
    return policy_page(policy)


@pages.route("/polissen/<int(max=999999999):policy>/wijzigen", methods=["GET", "POST"])
@requires("proof.declare")
def correct_policy(policy: int) -> Page:
    """Another text or certificate of what nobody accepted yet."""
    shown = _own(policy)
    form = CorrectPolicyForm(*_choices(), PolicyForm.of(shown, _choices()[1]))
    session, actor = db.session(), current_actor()

    def act() -> None:
        services.correct(session, actor, policy, form.revision.data or 0, form.wanted(), form.certificate.upload, folder(), now())

    return _saved(form, act, shown) or _form(form, shown, "correct")


@pages.route("/polissen/<int(max=999999999):policy>/hernieuwen", methods=["GET", "POST"])
@requires("proof.declare")
def renew_policy(policy: int) -> Page:
    """The policy that follows this one."""
    shown = _own(policy)
    follows = {**PolicyForm.of(shown, _choices()[1]), "valid_from": services.follows_on(shown.valid_until), "valid_until": None}
    form = NewPolicyForm(*_choices(), follows)
    session, actor = db.session(), current_actor()

    def act() -> int:
        return services.renew(session, actor, policy, form.wanted(), form.certificate.upload, folder(), now())

    return _saved(form, act, shown) or _form(form, shown, "renew")


@pages.post("/polissen/<int(max=999999999):policy>/beeindigen")
@requires("proof.declare")
def end_policy(policy: int) -> Page:
    """The last day of a policy that ends sooner."""
    _own(policy)
    form = EndForm()
    if form.sent_well() and filled(form, lambda: services.end(db.session(), current_actor(), policy, form.last.data, now()))[0]:
        notice("policy_ended")
        return redirect(url_for("proofs.policy", policy=policy), 303)
    return policy_page(policy, form)


def _kept() -> tuple[list[tuple[int, str]], list[tuple[str, int]]]:
    """The borrowers and the municipalities of whose papers the reader takes care."""
    session, actor = db.session(), current_actor()
    borrowers = [(key, name) for key, name in own_borrowers(session, actor) if key in actor.borrowers]
    houses = catalogue(session).authorities
    return borrowers, sorted((houses[key].name, key) for key in authorities_for(actor, "proof.declare") if key in houses)


def _several() -> bool:
    borrowers, authorities = _kept()
    return len(borrowers) + len(authorities) > 1


def borrower_page(borrower: int, sent: PersonForm | None = None) -> tuple[str, int]:
    """The page of a borrower, with somebody who could not be added."""
    session, actor, holder = db.session(), current_actor(), Holder(frozenset({borrower}))
    found = policies_of(session, actor, holder, now())
    people = people_of(session, actor, borrower, now())
    known = KnownPersonForm(choosable(session, actor, borrower, now())).apart("gekend")
    shown = {"policies": found, "people": people, "borrower": borrower, "mine": may_declare(actor, holder)}
    shown |= {"known": known, "several": _several()}
    new = (sent or PersonForm()).apart("nieuw")
    page = render_template("proofs/holder.html", name=_name_of(borrower), new=new, told=told(sent) if sent else [], **shown)
    return page, 422 if sent else 200


def policy_page(policy: int, sent: Form | None = None) -> tuple[str, int]:
    """The page of a policy, with a form that could not be done."""
    session, actor = db.session(), current_actor()
    links = chain(session, actor, policy, now())
    shown = next(view for view in links if view.id == policy)
    verdict = sent if isinstance(sent, VerdictForm) else VerdictForm({"revision": shown.revision})
    forms = {"end": sent if isinstance(sent, EndForm) else EndForm(), "verdict": verdict, "sent": sent, "told": told(sent) if sent else []}
    return render_template("proofs/policy.html", policy=shown, chain=links, **forms), 422 if sent else 200


def own_holder(borrower: int) -> None:
    """Raises NotFound for a borrower that the reader hands in nothing for."""
    if not may_declare(current_actor(), Holder(frozenset({borrower}))):
        raise NotFound()


def _new(holder: Holder, back: str) -> Page:
    session, actor = db.session(), current_actor()
    if not may_declare(actor, holder):
        raise NotFound()
    asked = request.args.get("soort", "")
    form = NewPolicyForm(*_choices(), {"kind": asked if asked in set(CoverKind) else CoverKind.LIABILITY})
    made: list[int] = []

    def act() -> None:
        made.append(services.declare(session, actor, holder, form.wanted(), form.certificate.upload, folder(), now()))

    if form.sent_well() and filled(form, act)[0]:
        notice("policy_declared")
        return redirect(url_for("proofs.policy", policy=made[0]), 303)
    return _form(form, None, "new", back)


def _saved(form: PolicyForm, act: Callable[[], Any], shown: PolicyView) -> Response | None:
    if not (form.sent_well() and filled(form, act)[0]):
        return None
    notice("policy_declared")
    return redirect(url_for("proofs.policy", policy=shown.id), 303)


def _form(form: PolicyForm, shown: PolicyView | None, what: str, back: str = "") -> tuple[str, int]:
    back = back or url_for("proofs.policy", policy=shown.id if shown else 0)
    page = render_template("proofs/policy_form.html", form=form, policy=shown, what=what, back=back, told=told(form))
    return page, 422 if form.errors or form.form_errors else 200


def _own(policy: int) -> PolicyView:
    """A policy that the reader may change. Raises NotFound."""
    shown = one_policy(db.session(), current_actor(), policy, now())
    if not shown.mine:
        raise NotFound()
    return shown


def _choices() -> tuple[dict[int, str], dict[str, int]]:
    """The categories by id and the assets by number, of what is lent anywhere."""
    assets = catalogue(db.session()).assets.values()
    return {asset.category_id: asset.category for asset in assets}, {asset.code: asset.id for asset in assets}


def _address(authority: int) -> str:
    return url_for("proofs.of_authority", authority=authority)


def _name_of(borrower: int) -> str:
    """The name of a borrower whose papers may be seen."""
    return card_of(db.session(), catalogue(db.session()), borrower).name
