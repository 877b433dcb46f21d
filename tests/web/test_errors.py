"""What someone reads when it goes wrong: a sentence and what to do, never how the house is built."""

from __future__ import annotations

import pytest
from werkzeug.exceptions import NotFound

from booking.config import Misconfigured
from booking.rules.passwords import SHORTEST
from booking.web import access
from booking.web.extensions import db
from booking.web.row_ids import LARGEST, read_id
from models import Account, Base
from tests.web import faulty
from tests.web.visitor import Visitor

pytestmark = pytest.mark.one_engine

EMAIL = "ann@lokaal.example"


@pytest.mark.parametrize("fault", faulty.FAULTS)
def test_a_person_gets_a_page_and_a_program_a_problem_document(app, visitor: Visitor, ann: int, fault: str) -> None:
    faulty.hang(app)
    visitor.sign_in(EMAIL)
    page, document = visitor.get(f"/faulty/{fault}"), visitor.get(f"/api/v1/faulty/{fault}")
    status, _ = faulty.FAULTS[fault]
    assert (page.mimetype, document.mimetype) == ("text/html", "application/problem+json")
    assert page.status_code == document.status_code == document.json["status"] == status
    assert document.json["type"] == f"/problems/{document.json['code']}"
    assert document.json["detail"][:20] in page.text
    for answer in (page, document):
        assert not any(hint in answer.text for hint in ("Traceback", "SELECT", "KeyError", ".py", faulty.SECRET_DETAIL))


def test_a_mistake_is_logged_by_its_number_without_what_it_quotes(app, visitor: Visitor, caplog: pytest.LogCaptureFixture) -> None:
    faulty.hang(app)
    answer = visitor.get("/faulty/mistake")
    assert answer.headers["X-Request-ID"] in answer.text
    assert answer.headers["X-Request-ID"] in caplog.text
    assert "faulty.py" in caplog.text
    assert faulty.SECRET_DETAIL not in caplog.text


def test_details_come_along_in_a_problem_document(app, visitor: Visitor) -> None:
    faulty.hang(app)
    assert visitor.get("/api/v1/faulty/taken").json["asset"] == "Podium 1"


def test_a_wrong_method_says_which_are_right(visitor: Visitor) -> None:
    assert "GET" in visitor.open("DELETE", "/healthz").headers["Allow"]


def test_an_id_that_no_database_can_hold_is_that_of_nothing(app) -> None:
    routes = app.url_map.bind("localhost")
    assert routes.match(f"/beheer/wederkerigheid/{LARGEST}")[1] == {"exemption": LARGEST}
    with pytest.raises(NotFound):
        routes.match(f"/beheer/wederkerigheid/{LARGEST + 1}")
    assert [read_id(text) for text in ("12", "²", "٣", "-1", "9" * 30, "9" * 5000, "\0", "", None)] == [12, *[None] * 8]


def test_a_database_that_is_not_migrated_is_alive_and_not_ready(app, visitor: Visitor) -> None:
    with app.app_context():
        db.session.execute(db.text("DROP TABLE alembic_version"))
        db.session.commit()
    assert visitor.get("/healthz").status_code == 200
    assert (visitor.get("/readyz").status_code, visitor.get("/readyz").json["reason"]) == (503, "migrations")


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
@pytest.mark.parametrize("away", ["sqlite:////nowhere/at/all.sqlite", "postgresql://nobody@127.0.0.1:1/none"])
def test_without_a_database_the_house_stands_and_says_so(app, open_app, away: str) -> None:
    with open_app(away) as lost:
        visitor = Visitor(lost)
        assert visitor.get("/healthz").status_code == 200
        assert (visitor.get("/readyz").status_code, visitor.get("/readyz").json["reason"]) == (503, "database")
        visitor.take_key("A" * 43)
        for path, kind in (("/account", "text/html"), ("/api/v1/nope", "application/problem+json")):
            answer = visitor.get(path)
            assert (answer.status_code, answer.mimetype) == (503 if path == "/account" else 404, kind)


def test_accounts_of_the_demo_keep_a_production_from_starting(database: str, app, ann: int, open_app) -> None:
    with app.app_context():
        db.session.execute(db.update(Account).values(demo=True))
        db.session.commit()
    with pytest.raises(Misconfigured, match="STREEKDEPOT_DEMO"), open_app(database):
        pass
    with open_app(database, DEMO=True) as demo:
        assert Visitor(demo).sign_in(EMAIL).status_code == 303


@pytest.mark.parametrize("missing", ["SECRET_KEY"])
def test_a_production_without_a_secret_does_not_start(database: str, open_app, monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    for name in ("SECRET_KEY", "STREEKDEPOT_DEMO", "FLASK_RUN_FROM_CLI"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(Misconfigured, match=missing), open_app(database, **{missing: ""}):
        pass


def test_several_hosts_do_not_share_a_file(open_app, tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STREEKDEPOT_HOSTS", "2")
    with pytest.raises(Misconfigured, match="SQLite serves one host"), open_app(f"sqlite:///{tmp_path}/x.sqlite"):
        pass


def test_a_route_that_names_no_act_does_not_start(app) -> None:
    app.add_url_rule("/silent", "silent", lambda: "anyone may read this")
    with pytest.raises(access.Undeclared, match="/silent"):
        access.check(app)
    assert Visitor(app).get("/silent").status_code == 404


def test_every_table_of_accounts_is_known_to_the_account_services() -> None:
    ours = {"account", "sign_in", "sign_in_attempt", "api_token", "mailed_key", "invitation", "second_factor", "recovery_code"}
    assert ours <= set(Base.metadata.tables)
    assert SHORTEST >= 12
