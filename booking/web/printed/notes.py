"""The delivery note of what an owner lends: to tick and to write on at the door, with a QR code to each line at the counter."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from flask import Blueprint, Response

from booking.clock import now
from booking.queries.deliveries import DeliveredLine, Delivery, delivery_of
from booking.rules.handovers import COUNTED, Asked
from booking.rules.periods import local
from booking.web.access import requires
from booking.web.extensions import db
from booking.web.language import gettext as _
from booking.web.language import language
from booking.web.printed.sheets import lasting, printed, qr
from booking.web.session import current_actor
from booking.words import label, moments
from models import Reservation

pages = Blueprint("printed", __name__)


@pages.get("/reservaties/<loan>/leveringsbon/<int(max=999999999):authority>")
@requires("reservation.read")
def note(loan: str, authority: int) -> Response:
    """The note of one owner, as a PDF."""
    found = delivery_of(db.session(), current_actor(), loan, authority)
    return printed("note", note_data(found), f"leveringsbon-{loan}-{authority}")


def note_data(found: Delivery) -> dict[str, Any]:
    """Everything that the note says, in words of the reader's language."""
    asked, owner, borrower = found.found.reservation, found.owner, found.borrower
    return {
        "title": " ".join((_("Leveringsbon"), asked.reference)),
        "keywords": [owner.name, asked.reference],
        "owner": owner.name, "heading": _("Leveringsbon"), "reference": asked.reference,
        "made": _("afgedrukt op %(day)s") % {"day": moments.day(local(now()).date(), language())},
        "footer": f"{owner.name} · {asked.reference} · {borrower.name}",
        "parties": [
            _party(_("Uitlener"), owner.name, _joined(owner.address, owner.postal_code) if owner.address else "", owner.phone, owner.email),
            _party(_("Ontlener"), borrower.name, found.asked_by, borrower.phone, borrower.email),
        ],
        "facts": [list(fact) for fact in _facts(asked) if fact[1]],
        "lines": [_line(found, line) for line in found.lines],
        "moments": [
            _moment(_("Bij de uitgifte"), _("Uitgegeven door (naam)"), _("Ontvangen door (naam)")),
            _moment(_("Bij de terugname"), _("Teruggebracht door (naam)"), _("Teruggenomen door (naam)")),
        ],
        "terms": list(_terms(found)),
        "words": {
            "scan": _("naar deze lijn"), "looked_at": _("Plaatsbeschrijving"), "count": _("Aantal"), "at_out": _("uit"),
            "at_back": _("terug"), "remarks": _("Opmerkingen, schade, wat ontbreekt"), "present": _("Wie erbij was"),
        },
    }  # fmt: skip


def _facts(asked: Reservation) -> tuple[tuple[str, str], ...]:
    return (
        (_("Waarvoor"), asked.event), (_("Bestemd voor"), asked.beneficiary), (_("Waar"), asked.place), (_("Opmerking"), asked.note),
    )  # fmt: skip


def _party(role: str, name: str, *lines: str | None) -> dict[str, Any]:
    return {"role": role, "name": name, "lines": [line for line in lines if line]}


def _moment(title: str, *people: str) -> dict[str, Any]:
    """Where who was there writes a name, and when that was."""
    return {"title": title, "lines": [*people, _("Dag en uur")]}


def _joined(*parts: str | None) -> str:
    return ", ".join(part for part in parts if part)


def _line(found: Delivery, line: DeliveredLine) -> dict[str, Any]:
    custody, spoken = line.periods.custody, language()
    title = line.asset.counted(line.units)
    way = "" if line.asset.in_place else label("handover", "delivery" if line.brought else "pickup", spoken)
    place = found.found.reservation.place if line.brought else _joined(line.depot.name, line.depot.address)
    facts = (
        (_("Uitgifte"), moments.moment(custody.start, spoken)), (_("Teruggave"), moments.moment(custody.end, spoken)),
        (_("Gebruik"), moments.period(line.periods.use, spoken)), (_("Hoe"), way),
        (_("Plaats"), place), (_("Bediener"), line.operator), (_("Bestuurder"), line.driver),
    )  # fmt: skip
    address = lasting("tasks.line", reference=found.found.reservation.reference, number=line.number)
    return {
        "title": f"{line.number}. {title}",
        "code": line.asset.code,
        "facts": [list(fact) for fact in facts if fact[1]],
        "checked": [*_counted(line), *(_checked(each) for each in line.asked)],
        "qr": qr(address, _("Lijn %(n)s: %(asset)s") % {"n": line.number, "asset": title}),
    }


def _counted(line: DeliveredLine) -> list[dict[str, str]]:
    """Of stock the units themselves are counted first."""
    return [{"text": line.asset.name, "count": str(line.units)}] if line.units > 1 else []


def _checked(each: Asked) -> dict[str, str]:
    return {"text": each.text or _("Volledig, proper en zonder schade"), "count": str(each.expected) if each.kind in COUNTED else ""}


def _terms(found: Delivery) -> Iterator[str]:
    """Where the terms that hold are read in full."""
    for card in found.terms:
        title, version = card.titles.get(language()) or card.titles["nl"], _("versie %(n)s") % {"n": card.number}
        address = lasting("terms.show", authority=card.authority, terms=card.id)
        yield f"{title} ({version}): {address}"
