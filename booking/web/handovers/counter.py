"""What stands at the counter: a line, how it went out and came back so far, and the form of each step."""

from __future__ import annotations

from dataclasses import dataclass

from booking.queries.catalogue import catalogue
from booking.queries.charges.basis import told_on_return
from booking.queries.handovers import RecordView, records_of, to_look_at, to_look_at_back
from booking.queries.overview import LineView, Overview, overview
from booking.rules.handovers import Asked, Tally, Way, still_out
from booking.rules.permissions import may
from booking.rules.refusals import NotFound
from booking.web.extensions import db
from booking.web.forms.handover import HandOverForm, TakeBackForm
from booking.web.session import current_actor


@dataclass(frozen=True, slots=True)
class Counter:
    """A line with what was seen of it; `owner` decides its dossier, which is `dossier`."""

    found: Overview
    line: LineView
    dossier: int
    owner: int
    records: list[RecordView]

    @property
    def out(self) -> int:
        """Units that are with the borrower once it is lent."""
        return still_out(self.line.units, [Tally(each.units, each.units_missing) for each in self.records if each.way is Way.BACK])

    def out_form(self) -> HandOverForm:
        """The form of a hand-over."""
        return HandOverForm(self._subject(), self.line, self._asked())

    def back_form(self) -> TakeBackForm:
        """The form of a return, of what is still out."""
        told = told_on_return(db.session(), catalogue(db.session()), self.dossier, self.line.id)
        latest = max((each.id for each in self.records if each.way is Way.BACK), default=0)
        return TakeBackForm(self._subject(), to_look_at_back(self._asked(), self.records), self.out, latest, told)

    def _asked(self) -> list[Asked]:
        return to_look_at(db.session(), catalogue(db.session()), self.line.asset, self.owner, self.line.units)

    def _subject(self) -> str:
        return f"{self.line.id} {current_actor().account_id}"


def counter(reference: str, number: int) -> Counter:
    """A line that the reader hands over. Raises NotFound for any other."""
    actor = current_actor()
    found = overview(db.session(), actor, reference)
    for dossier in found.dossiers:
        mine = next((line for line in dossier.lines if line.number == number), None)
        if mine and may(actor, "line.hand_over", authorities=(dossier.authority.id,)):
            return Counter(found, mine, dossier.id, dossier.authority.id, records_of(db.session(), [mine.id]).get(mine.id, []))
    raise NotFound()
