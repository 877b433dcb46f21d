"""A mail as other programs read it: plain text and a page with the same words, in three languages, with careful headers."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from html import unescape
from html.parser import HTMLParser

import pytest

from booking.formats.mail import message
from booking.words import LANGUAGES, letter
from booking.words.mail import LINKS, SUBJECTS
from tests.support.mails import PAYLOAD as WHATEVER

BASE = "https://uitleen.example"
AT = datetime(2027, 3, 1, 8, tzinfo=UTC)
PAYLOAD = {**WHATEVER, "reason": "<b>dicht</b> & donker", "name": "Ann <script>", "title": "Uitwisseling <b>"}


class _Page(HTMLParser):
    """The words, the links and the open elements of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.words, self.links, self.open = [], [], []

    def handle_starttag(self, tag, attrs):
        self.links += [value for name, value in attrs if name == "href"]
        assert not [name for name, _ in attrs if name.startswith("on")]
        if tag not in {"meta", "br"}:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "style" not in self.open:
            self.words.append(data)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("event", SUBJECTS)
def test_the_page_of_a_mail_says_what_its_text_says_and_loads_nothing(event: str, language: str) -> None:
    written = letter(event, language, PAYLOAD, BASE)
    mail = message(written, "id@streekdepot", "ann@lokaal.example", "uitleen@ranst.example", BASE, AT)
    assert [part.get_content_type() for part in mail.walk()] == ["multipart/alternative", "text/plain", "text/html"]
    text, html = (mail.get_body((kind,)).get_content() for kind in ("plain", "html"))
    page = _Page()
    page.feed(html)
    said = " ".join(" ".join(page.words).split())
    for thought in filter(None, re.split(r"\n+", text)):
        assert " ".join(thought.rstrip(":").split()) in said
    assert set(page.links) == ({written.link[1]} if written.link else set())
    assert page.open == []
    assert f'lang="{language}"' in html
    assert "<script" not in html
    assert "<b>" not in html
    assert "src=" not in html
    assert unescape(html).count("url(") == 0


def test_a_mail_asks_for_no_answer_and_can_be_filed() -> None:
    mail = message(letter("line_approve", "fr", PAYLOAD, BASE), "id@streekdepot", "ann@lokaal.example", "uitleen@ranst.example", BASE, AT)
    head = {name: mail[name] for name in ("Message-ID", "From", "To", "Auto-Submitted", "Content-Language", "List-Id", "Date")}
    assert head == {
        "Message-ID": "<id@streekdepot>",
        "From": "Streekdepot <uitleen@ranst.example>",
        "To": "ann@lokaal.example",
        "Auto-Submitted": "auto-generated",
        "Content-Language": "fr",
        "List-Id": "Streekdepot <mail.uitleen.example>",
        "Date": "Mon, 01 Mar 2027 08:00:00 +0000",
    }
    assert bytes(mail).count(b"\r\nSubject:") == 1


@pytest.mark.parametrize("address", ["ann@lokaal.example\r\nBcc: x@y.example", "ann@lokaal.example\nBcc: x@y.example"])
def test_an_address_cannot_add_a_header(address: str) -> None:
    with pytest.raises(ValueError, match="linefeed"):
        message(letter("line_approve", "nl", PAYLOAD, BASE), "id@streekdepot", address, "uitleen@ranst.example", BASE, AT)


def test_every_link_names_what_its_payload_holds() -> None:
    assert {field for _to, path in LINKS.values() for field in re.findall(r"\{(\w+)\}", path)} <= PAYLOAD.keys()
