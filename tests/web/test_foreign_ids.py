"""An id of another authority in a field of a form reaches nothing (TEST_PLAN T-33); of a program's JSON api/test_foreign_ids.py says it.

Every write of the matrix is sent as somebody who is admitted would send it, with one id exchanged for one that was not offered: of another
municipality, and of nobody. Both get the same answer, and of neither anything is written.
"""

from __future__ import annotations

import hashlib
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import event, inspect, text
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse
from wtforms import DateField, DecimalField, Field, FieldList, FileField, FormField, IntegerField, SelectFieldBase, StringField, TimeField
from wtforms.fields.choices import SelectMultipleField

from booking.clock import now
from booking.demo import cast
from booking.rules.periods import local
from booking.web.extensions import db
from booking.web.forms.base import Form
from tests.web.access import IDENTITIES, ROWS, Row
from tests.web.conftest import newly_opened
from tests.web.test_access_matrix import OURS, Asker
from tests.web.visitor import unnumbered
from tests.web.world import MOMENT, World

NOBODY = 987_654_321
WRITES = [row for row in ROWS if row.method != "GET" and row.ours]
# What is kept of every visit, whatever it asks; and the answers by which a program's request is known when it comes again.
OF_THE_DOOR = frozenset({"sign_in", "attempt", "account", "idempotency_key", "counter"})
Seen = tuple[dict[str, Any], dict[str, tuple[set[str], bool]]]
"""A form as somebody would fill it in, and of each field that offers ids what it offers, and whether several may be chosen."""

_UNTOLD = re.compile(r'[\d\s]|<p class="notice[^>]*>.*?</p>', re.DOTALL)
_WRITE = re.compile(r'\s*(?:INSERT INTO|UPDATE|DELETE FROM) "?(\w+)')


class Watch:
    """The tables that were really written, and the forms that were judged; with `rolls_back` nothing that is written stays."""

    def __init__(self, world: World, patched: pytest.MonkeyPatch) -> None:
        self.written, self.forms, self.rolls_back, self._open = set[str](), list[Seen](), False, set[str]()
        self._thread = threading.get_ident()
        validate, commit = Form.validate, Session.commit

        def judged(form: Form, *args: Any, **more: Any) -> bool:
            self.forms.append((_filled(form), dict(_ids(form))))
            return validate(form, *args, **more)

        def ended(session: Session) -> None:
            self.written |= self._open
            self._open.clear()
            session.rollback() if self.rolls_back else commit(session)

        patched.setattr(Form, "validate", judged)
        patched.setattr(Session, "commit", ended)
        with world.app.app_context():
            event.listen(db.engine, "before_cursor_execute", self._sees)
            event.listen(db.engine, "rollback", lambda _connection: self._open.clear())

    def _sees(self, _connection: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        found = _WRITE.match(statement)
        if found and threading.get_ident() == self._thread:  # what works in the background was asked for before
            self._open.add(found[1])

    def kept(self) -> set[str]:
        """The tables that were written since this was last asked, but for those of the door."""
        written, self.written = self.written - OF_THE_DOOR, set()
        return written

    @contextmanager
    def undoing(self) -> Iterator[None]:
        """Within it nothing stays."""
        self.rolls_back = True
        yield
        self.rolls_back = False


@pytest.fixture
def world(new_database, at) -> Iterator[World]:
    at(MOMENT)
    with newly_opened(new_database("sqlite"), DEMO=True) as app:
        world = World(app)
        for row in ROWS:
            for kind in row.objects.values():
                world.pair(kind)
        yield world


@pytest.fixture
def watch(world: World, monkeypatch: pytest.MonkeyPatch) -> Watch:
    return Watch(world, monkeypatch)


def test_an_id_that_was_not_offered_is_nobodys_whatever_field_holds_it(world: World, watch: Watch) -> None:
    others, before = _others(world), hashed(world.app)
    tried, taken, wrong = 0, 0, list[object]()
    for row in [row for row in WRITES if not row.rule.startswith("/api/")]:
        asker = Asker(world, _who(row), row)
        with watch.undoing():
            form = _form_of(watch, asker, row)
            sent, ids = ({**form[0], **(row.sent or {})}, form[1]) if form else ({}, {})
            taken += bool(ids and _answer(watch, asker, row, sent)[1])
        for name, (offered, several) in ids.items():
            foreign = next((key for key in _likely(name, others) if str(key) not in offered), None)
            if foreign is None:
                continue
            tried += 1
            answers = [_answer(watch, asker, row, {**sent, name: [str(key)] if several else str(key)}) for key in (foreign, NOBODY)]
            told = [_UNTOLD.sub("", unnumbered(answer.text)) for answer, _ in answers]
            if any(kept for _, kept in answers) or answers[0][0].status_code != answers[1][0].status_code or len(told[0]) != len(told[1]):
                wrong.append((row.route, name, foreign, [(answer.status_code, kept) for answer, kept in answers]))
    assert wrong == []
    assert {table for table, digest in hashed(world.app).items() if digest != before[table]} == set()
    assert tried > 60
    assert taken > 20  # forms with such a field are accepted as they are, so that it is the id that is refused


def _who(row: Row) -> str:
    """Somebody who is admitted."""
    return min(row.ours - {"suspended"}, key=lambda each: (IDENTITIES[each] is None, each))


def _form_of(watch: Watch, asker: Asker, row: Row) -> Seen | None:
    """The form that stands behind a door, found by knocking."""
    watch.forms.clear()
    _answer(watch, asker, row, row.sent or {})
    return watch.forms[0] if watch.forms else None


def _answer(watch: Watch, asker: Asker, row: Row, sent: dict[str, Any]) -> tuple[TestResponse, set[str]]:
    """What is answered to this, and what was written."""
    watch.kept()
    asker.row = Row(row.route, row.ours, row.theirs, sent)
    return asker.ask(OURS), watch.kept()


def _leaves(fields: Any) -> Iterator[Field]:
    for field in fields:
        if isinstance(field, FormField | FieldList):
            yield from _leaves(field)
        else:
            yield field


def _ids(form: Form) -> Iterator[tuple[str, tuple[set[str], bool]]]:
    """The fields that offer ids to choose from, with what they offer and whether several may be chosen."""
    for field in _leaves(form):
        if isinstance(field, SelectFieldBase):
            offered = set(_offered(field))
            if any(value.isdecimal() for value in offered) and not field.name.endswith(("_time", "_hour", "_minute", "_fold")):
                yield field.name, (offered, isinstance(field, SelectMultipleField))


def _offered(field: SelectFieldBase) -> Iterator[str]:
    chosen = [choice for group in field.iter_groups() for choice in group[1]] if field.has_groups() else field.iter_choices()
    return (str(choice[0]) for choice in chosen)


def _filled(form: Form) -> dict[str, Any]:
    """The form as somebody would fill it in."""
    soon = (local(now()) + timedelta(days=30)).date().isoformat()
    sent: dict[str, Any] = {}
    for field in _leaves(form):
        if field.name == "csrf_token" or isinstance(field, FileField):
            continue
        if isinstance(field, SelectFieldBase):
            offered = [value for value in _offered(field) if value]
            usual = str(field.data) if str(field.data) in offered else next(iter(offered), "")
            sent[field.name] = [usual] if isinstance(field, SelectMultipleField) else usual
        elif isinstance(field, DateField):
            sent[field.name] = soon
        elif isinstance(field, TimeField):
            sent[field.name] = "10:00"
        elif isinstance(field, IntegerField | DecimalField):
            sent[field.name] = field._value() or "1"
        elif isinstance(field, StringField):
            sent[field.name] = field._value() or "Proef"
    return sent


def _likely(name: str, others: dict[str, int]) -> list[int]:
    """The ids of the other municipality, those of the noun that a field is called after first."""
    return [key for _, key in sorted(others.items(), key=lambda pair: pair[0] not in name)]


def _others(world: World) -> dict[str, int]:
    """What is Zandhoven's, or of those who are at home there, by noun."""
    found = {kind.split(" ")[-1]: int(pair[1]) for kind, pair in world.pairs.items() if pair[1].isdecimal()}
    with world.app.app_context():
        lent = cast.asset_id(db.session(), cast.STAGE_ZANDHOVEN)
        return {**found, "asset": lent, "authority": cast.authority_id(db.session(), cast.ZANDHOVEN)}


def hashed(app: Flask) -> dict[str, str]:
    """Every row of every table, by table, but for those of the door and what signing in leaves."""
    found = {}
    with app.app_context():
        for table in sorted(set(inspect(db.engine).get_table_names()) - OF_THE_DOOR):
            digest, signed_in = hashlib.sha256(), "WHERE act <> 'account.sign_in'" if table == "audit" else ""
            for row in db.session.execute(text(f'SELECT * FROM "{table}" {signed_in} ORDER BY 1')):
                digest.update(repr(tuple(row)).encode())
            found[table] = digest.hexdigest()
    return found
