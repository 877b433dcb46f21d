"""Money as the columns of a file: what is due, and what is proposed."""

from __future__ import annotations

from booking.formats.tables import Kind
from booking.web.exports import Written
from booking.web.language import language
from booking.web.language import lazy_gettext as _
from booking.words import label

OWED: tuple[Written, ...] = (
    Written(_("Nummer"), lambda row: row.about.reference),
    Written(_("Evenement"), lambda row: row.about.event),
    Written(_("Ontlener"), lambda row: row.about.borrower),
    Written(_("E-mail"), lambda row: row.about.email),
    Written(_("Eigenaar"), lambda row: row.about.owner),
    Written(_("Waarvoor"), lambda row: label("owed", row.sort, language())),
    Written(_("Bedrag"), lambda row: row.due.amount, Kind.MONEY),
    Written(_("Ontvangen"), lambda row: row.due.received, Kind.MONEY),
    Written(_("Teruggegeven"), lambda row: row.due.returned, Kind.MONEY),
    Written(_("Ingehouden"), lambda row: row.due.kept, Kind.MONEY),
    Written(_("Te betalen tegen"), lambda row: row.due.due_on, Kind.DAY),
    Written(_("Stand"), lambda row: label("money", row.standing, language())),
    Written(_("Mededeling"), lambda row: row.about.communication),
)
PROPOSALS: tuple[Written, ...] = (
    Written(_("Nummer"), lambda row: row.about.reference),
    Written(_("Ontlener"), lambda row: row.about.borrower),
    Written(_("Middel"), lambda row: row.asset or ""),
    Written(_("Waarvoor"), lambda row: label("occasion", row.occasion, language())),
    Written(_("Bedrag"), lambda row: row.total, Kind.MONEY),
    Written(_("Voorgesteld"), lambda row: row.at, Kind.MOMENT),
)
