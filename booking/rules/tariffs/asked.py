"""What a regulation must be told of a line: before it can price it, as a choice of the borrower, and when it has come back."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from booking.rules.kinds import Handover
from booking.rules.tariffs.prepared import Clause, Prepared, shows_afterwards


class Extra(NamedTuple):
    """A service that the borrower may take on a line, told as the measure `name`: so much of it where it is `counted`, else one."""

    name: str
    article: str
    title: str
    counted: bool


def asked_measures(prepared: Prepared, category: str, asset: str) -> dict[str, bool]:
    """The measures that the articles about an asset count with, in the order of the articles; True for those of a delivery only.

    Left out are units, which every line has, services that are chosen, and what only shows afterwards (`optional`, and not about a
    delivery: cleaning, days late; shares of other articles, of a cost or of a value).
    """
    found: dict[str, bool] = {}
    for clause in _about(prepared, category, asset):
        delivered = _of_a_delivery(clause)
        if _chosen(clause) is None and (delivered or not shows_afterwards(clause)):
            for name in _measures(clause):
                found[name] = delivered and found.get(name, True)
    return found


def offered_extras(prepared: Prepared, category: str, asset: str, group: str = "") -> list[Extra]:
    """The services that a borrower of this group may choose with an asset (`extra`, and `when` it is `chosen`), in the order of the
    articles; of every group when none is named.
    """
    found: dict[str, Extra] = {}
    for clause in _about(prepared, category, asset):
        name = _chosen(clause)
        if name is not None and clause.terms.get("extra") and (not group or group in clause.rows):
            found.setdefault(name, Extra(name, clause.article.number, clause.article.title, name in _measures(clause)))
    return list(found.values())


def told_afterwards(prepared: Prepared, category: str, asset: str, agreed: Collection[str]) -> dict[str, str]:
    """The measures that a return may tell, each with the title of the first article that counts with it: what only shows afterwards, and
    of what was `agreed` how much it really was (metered hours, kilometres, a technician's time).
    """
    extras = {extra.name for extra in offered_extras(prepared, category, asset) if not extra.counted}
    found: dict[str, str] = {}
    for clause in (*_about(prepared, category, asset), *prepared.dossier):
        shows = _chosen(clause) is None and not _of_a_delivery(clause) and (shows_afterwards(clause) or clause in prepared.dossier)
        for name in _measures(clause):
            if (shows or name in agreed) and name not in extras:
                found.setdefault(name, clause.article.title)
    return found


def _about(prepared: Prepared, category: str, asset: str) -> Iterator[Clause]:
    return (clause for kind in prepared.clauses(category, asset) for clause in kind)


def _measures(clause: Clause) -> list[str]:
    """The measures that an article counts with, units aside."""
    return [name for name in (clause.terms.get("measure"), *(clause.terms.get("per") or ())) if name and name != "units"]


def _chosen(clause: Clause) -> str | None:
    """The service that must be chosen for the article to count."""
    when = clause.terms.get("when")
    return when["chosen"] if when else None


def _of_a_delivery(clause: Clause) -> bool:
    when = clause.terms.get("when")
    return when is not None and when["handover"] == Handover.DELIVERY
