"""Are we in order? What lapses, which loans it would stop, who must act and where; a list, a file, a page to print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Response, current_app, g, render_template, request, url_for
from sqlalchemy import literal, select
from sqlalchemy.orm import Session

from booking.clock import now
from booking.formats.tables import Kind as Cell
from booking.queries.administration.borrowers import own_authorities
from booking.queries.register import counts, matters
from booking.queries.register.reading import ACT
from booking.rules.permissions import Actor, could
from booking.rules.register import HORIZONS, Cause, Kind, Matter, Who
from booking.web.access import act_of, requires
from booking.web.administration.blueprint import pages
from booking.web.administration.sheet import Sheet
from booking.web.exports import Written, exported
from booking.web.extensions import db
from booking.web.language import gettext, language
from booking.web.language import lazy_gettext as _
from booking.web.session import current_actor
from booking.words import label, say

USUAL = 90


class OrderSheet(Sheet):
    """A noun of the administration that is not one table: its rows are gathered from all of them."""

    __slots__ = ()

    def count(self, _session: Session, _actor: Actor) -> int:
        """How many matters there are."""
        return sum(number for _kind, number in order_counts())


SHEET = OrderSheet(
    noun="order",
    title=_("Zijn wij in orde?"),
    purpose=_("Wat binnenkort vervalt of nu niet in orde is, welke uitleningen het zou tegenhouden en wie iets moet doen."),
    icon="check",
    rows=lambda _actor, _today, _filters: select(literal(1).label("id")),  # never asked: it is no table
    columns=(),
    searched=(),
    overview="administration.order",
)

LEADS: dict[Kind, tuple[str, str]] = {
    Kind.AGREEMENT: ("administration.agreement", "agreement"),
    Kind.POLICY: ("proofs.policy", "policy"),
    Kind.INSPECTION: ("administration.asset", "asset"),
    Kind.QUALIFICATION: ("proofs.person", "person"),
    Kind.REGULATION: ("regulations.show", "regulation"),
    Kind.RECOGNITION: ("administration.recognition", "recognition"),
    Kind.TERMS: ("administration.terms", "terms"),
}
"""Where something is done about each kind, and what its subject is called there."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks: how many days ahead, of which authority, which kind, and who must act."""

    days: int = USUAL
    authority: int | None = None
    kind: str = ""
    who: str = ""

    def lets(self, matter: Matter) -> bool:
        """True for a matter that is shown."""
        return self.kind in ("", matter.kind) and self.who in ("", matter.who)


@pages.get("/in-orde", endpoint="order")
@requires("order.read")
def overview() -> Response | str:
    """Everything that lapses or is not in order, the most pressing first."""
    session, actor, asked = db.session(), current_actor(), _asked()
    every = matters(session, actor, now(), asked.days, asked.authority)
    found = [matter for matter in every if asked.lets(matter)]
    if file := exported(SHEET.title, COLUMNS, found):
        return file
    choices = {
        "kinds": [(str(kind), label("order_kind", kind, language())) for kind in Kind],
        "whos": [(str(who), label("order_who", who, language())) for who in Who],
        "authorities": own_authorities(session, actor, ACT),
    }
    return render_template(
        "administration/order.html", sheet=SHEET, found=found, every=every, asked=asked, counts=counts(every), horizons=HORIZONS, **choices
    )


@pages.app_template_filter("matter_said")
def said(matter: Matter) -> str:
    """Filter: what is wrong, in a sentence."""
    return say(f"register.{matter.kind}_{matter.cause}", language(), whom=matter.whom, last=matter.last)


@pages.app_template_filter("matter_leads")
def leads(matter: Matter) -> tuple[str, str] | None:
    """Filter: where something is done about it, as (address, text), for who may go there."""
    endpoint, name = LEADS[matter.kind]
    if (matter.kind, matter.cause) == (Kind.TERMS, Cause.MISSING):
        return (url_for("administration.new_terms"), gettext("Schrijf voorwaarden")) if _able("administration.new_terms") else None
    if matter.kind is Kind.QUALIFICATION and matter.cause is Cause.UNJUDGED:
        return (url_for("proofs.person", person=matter.subject), gettext("Kijk na")) if _able("proofs.person") else None
    return (url_for(endpoint, **{name: matter.subject}), _texts()[matter.kind]) if _able(endpoint) else None


@pages.app_template_global("order_counts")
def order_counts() -> list[tuple[Kind, int]]:
    """How much of each kind there is to settle in the usual term, for who may know; for the first pages of desks and administrators."""
    if "order_counts" not in g:
        actor = current_actor()
        g.order_counts = list(counts(matters(db.session(), actor, now(), USUAL)).items()) if could(actor, ACT) else []
    found: list[tuple[Kind, int]] = g.order_counts
    return found


def _able(endpoint: str) -> bool:
    return endpoint in current_app.view_functions and could(current_actor(), act_of(current_app, endpoint) or "")


def _texts() -> dict[Kind, str]:
    return {
        Kind.AGREEMENT: gettext("Bekijk de overeenkomst"), Kind.POLICY: gettext("Bekijk de polis"),
        Kind.INSPECTION: gettext("Naar het middel"), Kind.QUALIFICATION: gettext("Bekijk de persoon"),
        Kind.REGULATION: gettext("Naar het reglement"), Kind.RECOGNITION: gettext("Naar de erkenning"),
        Kind.TERMS: gettext("Naar de voorwaarden"),
    }  # fmt: skip


def _asked() -> Asked:
    """What the address asks; what it asks wrongly is left out."""
    args = request.args
    days, authority = args.get("dagen", USUAL, type=int), args.get("bestuur", type=int)
    kind, who = args.get("soort", ""), args.get("wie", "")
    return Asked(
        days if days in HORIZONS else USUAL,
        authority,
        kind if kind in set(Kind) else "",
        who if who in set(Who) else "",
    )


def _loans(matter: Matter) -> str:
    return ", ".join(dict.fromkeys(stop.reference for stop in matter.stops))


COLUMNS: Sequence[Written] = (
    Written(_("Soort"), lambda matter: label("order_kind", matter.kind, language())),
    Written(_("Waarover"), lambda matter: matter.name),
    Written(_("Wat er is"), said),
    Written(_("In orde tot en met"), lambda matter: matter.last, Cell.DAY),
    Written(_("Aan zet"), lambda matter: label("order_who", matter.who, language())),
    Written(_("Naam"), lambda matter: matter.whom),
    Written(_("Uitleningen die het tegenhoudt"), _loans),
)
