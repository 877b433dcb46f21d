"""Where someone goes after signing in: a page of ours, whatever the address asks (TEST_PLAN T-67)."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

import pytest

from tests.web.visitor import Visitor

OURS = ["/account", "/account/wachtwoord", "/account?tab=1&x=%2F", "/account?next=//evil.example"]
THEIRS = [
    "http://evil.example", "https://evil.example/account", "//evil.example", "///evil.example", "////evil.example", "http:evil.example",
    "https:evil.example", "https:///evil.example", "http:///account", "/\\evil.example", "\\\\evil.example", "/\\/evil.example",
    "\\/evil.example", "/\tevil.example", "/\t/evil.example", "/\n/evil.example", "/\r\n/evil.example", "\t//evil.example",
    " //evil.example", "//evil.example/account", "/%09/evil.example", "/%2f%2fevil.example", "/%5cevil.example", "javascript:alert(1)",
    "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", "mailto:x@evil.example", "ftp://evil.example", "evil.example",
    "evil.example/account", "@evil.example", "/@evil.example", "//user@evil.example", "http://localhost@evil.example",
    "http://localhost:5000@evil.example/", "/account/../..//evil.example", "/account\\..\\evil", "/account\x00",
    "/account\r\nSet-Cookie: a=b", "/account#//evil.example", "//localhost\\@evil.example", "/\u2215evil.example", "/\uff0eevil.example",
    "//evil\u3002example", "?next=//evil.example", "#", "", ".", "..", "/nope/at/all", "/afmelden", "/aanmelden", "/healthz",
    "/static/css/base.css", "//[::1]/", "http://[::1", "/account/", "/fr//evil.example", "/fr/\\evil.example", "/frans/account",
]  # fmt: skip


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_only_a_page_of_ours_is_gone_to(visitor: Visitor, ann: int) -> None:
    gone = {wanted: visitor.sign_in("ann@lokaal.example", next=wanted).headers["Location"] for wanted in OURS}
    assert gone == {wanted: wanted for wanted in OURS}
    home = visitor.sign_in("ann@lokaal.example").headers["Location"]
    for wanted in THEIRS:
        visitor.send("/afmelden")
        answer = visitor.sign_in("ann@lokaal.example", next=wanted)
        assert answer.status_code == 303
        landed = urlsplit(urljoin("http://localhost/aanmelden", answer.headers["Location"]))
        assert (landed.netloc, answer.headers["Location"]) == ("localhost", home), repr(wanted)


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_a_page_of_the_front_door_is_not_gone_to_after_it(visitor: Visitor, ann: int) -> None:
    home = visitor.sign_in("ann@lokaal.example").headers["Location"]
    for wanted in ("/account-maken", "/wachtwoord-vergeten", "/aanmelden/tweede-stap", "/fr/account-maken"):
        visitor.send("/afmelden")
        assert visitor.sign_in("ann@lokaal.example", next=wanted).headers["Location"] == home
        assert visitor.get(f"/account-maken?next={wanted}").headers["Location"] == home
