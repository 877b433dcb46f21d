"""Where a click on the board leads: a free cell to a request, a bar to the reservation as its reader deals with it."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from flask import request, url_for

from booking.queries.planning import Incident, Loan
from booking.rules.catalogue import AssetCard
from booking.rules.kinds import OccupancyKind
from booking.rules.periods import local
from booking.rules.permissions import Actor, could, may
from booking.services.moving import MOVABLE
from booking.web.picks import Pick
from booking.web.planning.columns import period

ASKED = ("rijen", "vanaf", "weken", "schaal", "gemeente", "categorie", "q", "wie", "staat", "blad")
NOWHERE = "-"  # stands for a code while an address is made once for all


class Links:
    """The addresses for one reader, each made once and then only filled in: a board has thousands."""

    def __init__(self, actor: Actor) -> None:
        self.actor, self.borrows = actor, could(actor, "reservation.request")
        self.page = url_for("catalogue.asset", code=NOWHERE).removesuffix(NOWHERE)
        self.new = url_for("reservations.new", line=NOWHERE).removesuffix(NOWHERE)
        self.decides, self.moving = could(actor, "line.decide"), url_for("moving.move", reference=NOWHERE, number=0)
        self.calendar = url_for("administration.calendar", calendar=0).removesuffix("0")
        self.closure = url_for("administration.asset_closure", shut=0).removesuffix("0")
        self.tasks = url_for("tasks.overview")
        self.stamps: dict[tuple[int, int], str] = {}

    def asset(self, asset: AssetCard) -> str:
        """The page of an asset."""
        return self.page + quote(asset.code)

    def ask(self, asset: AssetCard) -> str:
        """The beginning of the address that asks for an asset; `stamp` is its end. Who cannot ask yet sees the asset's own page first."""
        return (self.new if self.borrows else self.page) + quote(asset.code)

    def stamp(self, stretch: tuple[int, int]) -> str:
        """The end of that address: the period. Many cells ask for the same."""
        if stretch not in self.stamps:
            wanted = period(stretch)
            start, end = local(wanted.start), local(wanted.end)
            asked = f"?from_day={start:%Y-%m-%d}&from_time={start:%H:%M}&to_day={end:%Y-%m-%d}&to_time={end:%H:%M}"
            self.stamps[stretch] = str(Pick("", wanted)) if self.borrows else asked
        return self.stamps[stretch]

    def of(self, loan: Loan | None) -> str:
        """A loan: the dossier for who decides it, the counter for who hands it over, the reservation for everyone else who sees it."""
        if loan is None:
            return ""
        if may(self.actor, "line.decide", authorities=(loan.authority,)):
            return url_for("desk.dossier", reference=loan.reference)
        if may(self.actor, "line.hand_over", authorities=(loan.authority,)):
            return url_for("tasks.line", reference=loan.reference, number=loan.number)
        return url_for("reservations.show", reference=loan.reference)

    def behind(self, incident: Incident | None) -> str:
        """Where a fact is looked after: with the calendar that says it, with its closure, else with the work; "" for who may not."""
        if incident is None:
            return ""
        if incident.kind == OccupancyKind.IMPORTED:
            return f"{self.calendar}{incident.source}" if incident.source else ""
        if incident.kind == OccupancyKind.CLOSURE:
            return f"{self.closure}{incident.fact}" if may(self.actor, "place.close", authorities=(incident.authority,)) else ""
        return self.tasks

    def move(self, loan: Loan | None) -> str:
        """Where the desk that decides a loan moves it; "" for everybody else, and for what is lent or over."""
        if loan is None or not self.decides or loan.state not in MOVABLE:
            return ""
        if not may(self.actor, "line.decide", authorities=(loan.authority,)):
            return ""
        return self.moving.replace(f"/{NOWHERE}/", f"/{loan.reference}/").replace("/0/", f"/{loan.number}/")


def address(**changed: Any) -> str:
    """This board with something else asked of it; what is None is left out."""
    asked: dict[str, Any] = {name: request.args.get(name) for name in ASKED}
    return url_for("planning.board", **{name: value for name, value in (asked | changed).items() if value not in (None, "")})
