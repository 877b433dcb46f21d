"""What every answer carries, and what a request that changes something must bring (TEST_PLAN T-66, T-68, T-6A)."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from booking.web.extensions import db
from booking.web.security import KEYED
from models import SignIn
from tests.web import faulty
from tests.web.visitor import PASSWORD, Visitor

pytestmark = pytest.mark.one_engine

EMAIL = "ann@lokaal.example"
ANSWERS = [
    ("GET", "/healthz", 200), ("HEAD", "/healthz", 200), ("GET", "/readyz", 200), ("OPTIONS", "/healthz", 200), ("GET", "/aanmelden", 200),
    ("GET", "/account", 303), ("GET", "/nope", 404), ("GET", "/api/v1/nope", 404), ("DELETE", "/healthz", 405), ("POST", "/aanmelden", 400),
    ("GET", "/static/css/base.css", 200), ("GET", "/static/css/none.css", 404), ("POST", "/static/css/base.css", 405), ("GET", "/%00", 404),
    *(("GET", f"/faulty/{name}", status) for name, (status, _) in faulty.FAULTS.items()),
    *(("GET", f"/api/v1/faulty/{name}", status) for name, (status, _) in faulty.FAULTS.items()),
]  # fmt: skip


@pytest.fixture
def faulty_visitor(app) -> Visitor:
    faulty.hang(app)
    return Visitor(app)


def test_every_kind_of_answer_carries_the_headers(faulty_visitor: Visitor) -> None:
    for method, path, status in ANSWERS:
        answer = faulty_visitor.open(method, path)
        assert answer.status_code == status, path
        _assert_guarded(answer)


def test_a_file_that_did_not_change_and_a_strange_host_are_guarded_too(visitor: Visitor) -> None:
    etag = visitor.get("/static/css/base.css").headers["ETag"]
    unchanged = visitor.get("/static/css/base.css?v=1", headers={"If-None-Match": etag})
    strange = visitor.get("/account", headers={"Host": "evil.example"})
    assert (unchanged.status_code, strange.status_code) == (304, 400)
    assert "immutable" in unchanged.headers["Cache-Control"]
    assert "evil.example" not in strange.text
    for answer in (unchanged, strange):
        _assert_guarded(answer)


def _assert_guarded(answer) -> None:
    headers = answer.headers
    policy = dict(rule.split(" ", 1) for rule in headers["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert policy["style-src"] == policy["form-action"] == "'self'"
    assert policy["script-src"].partition(" 'nonce-")[0] == "'self'"
    assert (policy["require-trusted-types-for"], policy["trusted-types"]) == ("'script'", "htmx streekdepot")
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]
    assert len(headers["X-Request-ID"]) == 16
    assert ("Retry-After" in headers) == (answer.status_code in {429, 503})
    if answer.mimetype == "text/html":
        assert headers["Cache-Control"] == "private, no-store"
        assert "Cookie" in headers["Vary"]


def test_https_is_kept_to(database: str, open_app) -> None:
    with open_app(database, BASE_URL="https://depot.example") as app:
        answer = Visitor(app, base_url="https://depot.example").get("/healthz")
    assert answer.headers["Strict-Transport-Security"].startswith("max-age=31536000")


@pytest.mark.parametrize(
    ("headers", "own_token"),
    [
        pytest.param({}, None, id="no token"),
        pytest.param({}, "", id="an empty token"),
        pytest.param({}, "é", id="a token that is not one"),
        pytest.param({}, "other", id="the token of another browser"),
        pytest.param({"Origin": "https://evil.example"}, "own", id="another origin"),
        pytest.param({"Origin": "null"}, "own", id="a hidden origin"),
        pytest.param({"Origin": "http://localhost.evil.example"}, "own", id="an origin that looks like ours"),
        pytest.param({"Sec-Fetch-Site": "cross-site"}, "own", id="another site"),
        pytest.param({"Sec-Fetch-Site": "same-site"}, "own", id="a neighbour of the site"),
    ],
)
def test_nothing_changes_without_proof_that_a_page_of_ours_asked(app, visitor: Visitor, ann: int, headers, own_token) -> None:
    other = Visitor(app)
    other.sign_in(EMAIL)
    visitor.sign_in(EMAIL)
    tokens = {"own": visitor.token(), "other": other.token()}
    guarded = [rule for rule in app.url_map.iter_rules() if rule.endpoint not in KEYED]
    unsafe = [(rule.rule, method) for rule in guarded for method in rule.methods - {"GET", "HEAD", "OPTIONS"}]
    assert ("/afmelden", "POST") in unsafe
    assert {"mails.stop"} == KEYED  # whoever adds another one says here why
    for path, method in unsafe:
        data = {} if own_token is None else {"csrf_token": tokens.get(own_token, own_token)}
        answer = visitor.open(method, _example(path), data=data, headers=headers)
        assert answer.status_code == 400, path
    with app.app_context():
        assert db.session.execute(select(func.count()).select_from(SignIn)).scalar_one() == 2


def _example(rule: str) -> str:
    """An address that the rule matches."""
    return "/".join("1" if part.startswith("<") else part for part in rule.split("/"))


def test_a_token_may_come_in_a_header(visitor: Visitor, ann: int) -> None:
    visitor.sign_in(EMAIL)
    for origin, status in (("http://[", 400), ("http://localhost", 303)):
        answer = visitor.send_without_token("/afmelden", headers={"X-CSRF-Token": visitor.token(), "Origin": origin})
        assert answer.status_code == status


def test_a_stranger_s_form_needs_its_token_too(visitor: Visitor, ann: int) -> None:
    assert visitor.send_without_token("/aanmelden", {"email": EMAIL, "password": PASSWORD}).status_code == 400
    assert not visitor.is_signed_in()


def test_an_expired_form_gives_back_what_was_typed_and_can_be_sent_again(visitor: Visitor, ann: int) -> None:
    typed = {"csrf_token": "0" * 64, "email": '<"Ann">@lokaal.example', "password": "hidden words", "next": "/account"}
    answer = visitor.send_without_token("/aanmelden?x=1", typed)
    assert answer.status_code == 400
    assert 'action="/aanmelden?x=1"' in answer.text
    assert 'name="email" value="&lt;&#34;Ann&#34;&gt;@lokaal.example"' in answer.text
    assert "hidden words" not in answer.text
    assert visitor.token() in answer.text
    again = visitor.send("/aanmelden", {"email": EMAIL, "next": "/account"})
    assert (again.status_code, EMAIL in again.text) == (422, True)


def test_who_was_signed_out_meanwhile_is_told_how_to_go_on(visitor: Visitor, ann: int) -> None:
    visitor.sign_in(EMAIL)
    visitor.client.delete_cookie("streekdepot", domain="localhost")
    answer = visitor.send_without_token("/account/wachtwoord", {"csrf_token": "0" * 64})
    assert answer.status_code == 400
    assert "nieuw tabblad" in answer.text
