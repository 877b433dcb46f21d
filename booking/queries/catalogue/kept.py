"""The catalogue that this process keeps, and the version by which it knows whether it is still the right one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from weakref import WeakKeyDictionary

from sqlalchemy import Engine, Label, select, text
from sqlalchemy.orm import Session

from booking.queries.catalogue.assets import YEARS, assets, authorities, depots
from booking.queries.catalogue.terms import agreements, exemptions, regulations, requirements, rules
from booking.queries.catalogue.terms_of_use import terms_of_use
from booking.queries.holidays import legal
from booking.rules.catalogue import Catalogue
from models import Counter
from models.prepared import prepared

_known: WeakKeyDictionary[Engine, Catalogue] = WeakKeyDictionary()
_versions = prepared(text("SELECT name, value FROM counter WHERE name IN ('catalogue', 'borrowers')").columns(Counter.name, Counter.value))

VERSIONS = ", ".join(f"(SELECT value FROM counter WHERE name = '{name}') AS {name}" for name in ("catalogue", "borrowers", "people"))  # noqa: S608 - ours
"""As columns of a question in plain SQL whose answer goes to `told_versions` and, of people, to `actors.confirm`."""


def catalogue(session: Session, versions: Mapping[str, int] | None = None) -> Catalogue:
    """The catalogue as this session's transaction sees it. One small query when nothing changed since it was last read, none for who has
    asked the `versions` along with something else (`version_of`).
    """
    versions = versions or _seen(session)
    engine = engine_of(session)
    known = _known.get(engine)
    if known is None or known.version != versions["catalogue"]:
        known = _keep(session, engine, replace(_read(session, versions["catalogue"]), borrowers=versions["borrowers"]))
    elif known.borrowers != versions["borrowers"]:
        known = _keep(session, engine, replace(known, borrowers=versions["borrowers"], remembered={}))
    return known


def kept(engine: Engine, version: int) -> Catalogue | None:
    """The catalogue that this process keeps of a database, when it is still of this version; what it remembers of people may be older."""
    known = _known.get(engine)
    return known if known and known.version == version else None


def _seen(session: Session) -> Mapping[str, int]:
    """The versions, asked once in a transaction that only reads: a page shows one state of affairs. One that writes may change them."""
    if told := session.info.pop("told_versions", None):
        return told
    held, seen = session.info.get("versions", (None, {}))
    if held is None or held is not session.get_transaction() or session.info.get("writing"):
        seen = dict(_versions(session))
        session.info["versions"] = (session.get_transaction(), seen)
    return seen


def told_versions(session: Session, versions: Mapping[str, int]) -> None:
    """Spare the next reader of the catalogue in this transaction its question: somebody asked it along with another."""
    session.info["told_versions"] = versions


def version_of(name: str) -> Label[int]:
    """The version of `catalogue`, `borrowers` or `people`, as a column of another question."""
    return select(Counter.value).where(Counter.name == name).scalar_subquery().label(name)


def _keep(session: Session, engine: Engine, read: Catalogue) -> Catalogue:
    _known[engine] = read
    session.info["kept_catalogue"] = True
    return read


def forget(session: Session) -> None:
    """Before a rollback: what this transaction read may be its own unwritten change, under a version that another will give again."""
    if session.info.pop("kept_catalogue", False):
        _known.pop(engine_of(session), None)


def warm(session: Session) -> None:
    """Read the catalogue once per process before anybody waits for a lock that this session is about to take."""
    if engine_of(session) not in _known:
        catalogue(session)


def engine_of(session: Session) -> Engine:
    """The engine behind a session."""
    bound = session.get_bind()
    return bound if isinstance(bound, Engine) else bound.engine


def _read(session: Session, version: int) -> Catalogue:
    return Catalogue(
        version=version,
        authorities=authorities(session),
        depots=depots(session),
        assets=assets(session),
        agreements=agreements(session),
        exemptions=exemptions(session),
        rules=rules(session),
        requirements=requirements(session),
        regulations=regulations(session),
        terms_of_use=terms_of_use(session),
        holidays=frozenset(legal(*YEARS)),
    )
