"""Lines and work as the columns of a file: what a desk, a depot or a borrower keeps of the list on the page."""

from __future__ import annotations

from booking.formats.tables import Kind
from booking.web.exports import Written
from booking.web.language import language
from booking.web.language import lazy_gettext as _
from booking.words import label

LINES: tuple[Written, ...] = (
    Written(_("Nummer"), lambda row: row.reference),
    Written(_("Lijn"), lambda row: row.number, Kind.NUMBER),
    Written(_("Evenement"), lambda row: row.event),
    Written(_("Ontlener"), lambda row: row.borrower),
    Written(_("Eigenaar"), lambda row: row.owner.name),
    Written(_("Code"), lambda row: row.asset.code),
    Written(_("Middel"), lambda row: row.asset.name),
    Written(_("Aantal"), lambda row: row.units, Kind.NUMBER),
    Written(_("Gebruik vanaf"), lambda row: row.use.start, Kind.MOMENT),
    Written(_("Gebruik tot"), lambda row: row.use.end, Kind.MOMENT),
    Written(_("Uitgifte"), lambda row: row.custody.start, Kind.MOMENT),
    Written(_("Terugname"), lambda row: row.custody.end, Kind.MOMENT),
    Written(_("Plaats"), lambda row: row.depot.name),
    Written(_("Toestand"), lambda row: label("state", row.state, language())),
    Written(_("Beslissen vóór"), lambda row: row.decide_by, Kind.MOMENT),
)

JOBS: tuple[Written, ...] = (
    Written(_("Van"), lambda job: job.time.start, Kind.MOMENT),
    Written(_("Tot"), lambda job: job.time.end, Kind.MOMENT),
    Written(_("Taak"), lambda job: label("task", job.kind, language())),
    Written(_("Loods of gebouw"), lambda job: job.depot.name),
    Written(_("Code"), lambda job: job.asset.code if job.asset else None),
    Written(_("Middel"), lambda job: job.title if job.by_hand or job.asset is None else job.asset.name),
    Written(_("Aantal"), lambda job: job.units, Kind.NUMBER),
    Written(_("Plaats"), lambda job: job.place),
    Written(_("Ontlener"), lambda job: job.borrower),
    Written(_("E-mail"), lambda job: job.email),
    Written(_("Telefoon"), lambda job: job.phone),
    Written(_("Evenement"), lambda job: job.event),
    Written(_("Nummer"), lambda job: job.reference),
)
