"""What a regulation must be told of a line before it can price it: kilometres, hours, trips."""

from __future__ import annotations

from booking.rules.kinds import Handover
from booking.rules.tariffs.kinds.shares import SHARES
from booking.rules.tariffs.prepared import Clause, Prepared


def asked_measures(prepared: Prepared, category: str, asset: str) -> dict[str, bool]:
    """The measures that the articles about an asset count with, in the order of the articles; True for those of a delivery only.

    Left out are units, which every line has, and what only shows afterwards (`optional`, and not about a delivery: cleaning, days late;
    shares of other articles, of a cost or of a value).
    """
    found: dict[str, bool] = {}
    for clause in (each for kind in prepared.clauses(category, asset) for each in kind):
        delivered = _of_a_delivery(clause)
        if delivered or not (clause.terms.get("optional") or clause.article.kind in SHARES):
            for name in (clause.terms.get("measure"), *(clause.terms.get("per") or ())):
                if name and name != "units":
                    found[name] = delivered and found.get(name, True)
    return found


def _of_a_delivery(clause: Clause) -> bool:
    when = clause.terms.get("when")
    return when is not None and when["handover"] == Handover.DELIVERY
