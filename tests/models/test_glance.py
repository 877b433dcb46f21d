"""A glance is one question beside all sessions: it begins nothing, leaves nothing behind, and a connection that broke is not used again."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine, bindparam, event, text
from sqlalchemy.exc import DBAPIError, OperationalError

from models import Counter
from models.engine import beside, glance
from models.prepared import prepared
from tests.support.engines import POSTGRES

_QUESTION = text("SELECT name, value FROM counter WHERE name = :name").bindparams(bindparam("name"))
by_name = prepared(_QUESTION.columns(Counter.name, Counter.value))


def test_it_gives_named_rows_is_heard_of_and_holds_no_connection(engine: Engine) -> None:
    heard: list[str] = []
    event.listen(beside(engine), "before_cursor_execute", lambda *call: heard.append(call[2]))
    (row,) = by_name.at_a_glance(engine, name="catalogue")
    assert (row.name, by_name.at_a_glance(engine, name="nothing")) == ("catalogue", [])
    assert len(heard) == 2
    assert not any("BEGIN" in statement for statement in heard)
    assert beside(engine).pool.checkedout() == 0


def test_an_error_comes_as_sqlalchemys_and_the_next_one_is_answered(engine: Engine) -> None:
    with pytest.raises(DBAPIError):
        glance(engine, "SELECT no_such_column FROM counter", ())
    assert beside(engine).pool.checkedout() == 0
    assert by_name.at_a_glance(engine, name="catalogue")


@pytest.mark.parametrize("engine", [POSTGRES], indirect=True)
def test_a_connection_that_the_server_ended_is_replaced(engine: Engine) -> None:
    ((process,),) = glance(engine, "SELECT pg_backend_pid()", ())
    with engine.connect() as other:
        other.execute(text("SELECT pg_terminate_backend(:process, 5000)"), {"process": process})
    with pytest.raises(OperationalError):
        glance(engine, "SELECT 1", ())
    assert by_name.at_a_glance(engine, name="catalogue")
