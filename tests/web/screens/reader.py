"""Someone of the cast at a browser without scripts: opens pages, reads what the forms hold, types, and presses buttons."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlsplit

from flask import Flask
from werkzeug.test import TestResponse

from tests.web.visitor import Visitor


@dataclass
class Posted:
    """A form that posts: where to, and what its fields hold."""

    action: str
    fields: dict[str, str] = field(default_factory=dict)
    buttons: list[tuple[str, str]] = field(default_factory=list)


class Page(HTMLParser):
    """A page as a program without a screen reads it: its forms with what they hold, its links, its text."""

    def __init__(self, answer: TestResponse) -> None:
        super().__init__()
        self.status, self.location = answer.status_code, urlsplit(answer.headers.get("Location", "")).path
        self.leads_to = answer.headers.get("Location", "").partition("#")[0]
        self.address, self.html, self.words = answer.request.path, answer.text, []
        self.forms: list[Posted] = []
        self.links: list[tuple[str, str]] = []
        self._form: Posted | None = None
        self._select, self._area = "", ""
        self._href = ""
        self.feed(answer.text)

    @property
    def text(self) -> str:
        """All words of the page, one space between them."""
        return " ".join(" ".join(self.words).split())

    def form(self, action: str) -> Posted:
        """The form that posts to an address that ends like this."""
        return next(form for form in self.forms if form.action.endswith(action))

    def fault(self, name: str) -> str:
        """What is said to be wrong at a field."""
        _, _, after = self.html.partition(f'id="{name}-fault">')
        return after.partition("</p>")[0]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._form = Posted(given.get("action") or self.address) if given.get("method") == "post" else None
            self.forms += [self._form] if self._form else []
        elif tag == "a":
            self._href = given.get("href", "")
            self.links.append((self._href, given.get("aria-label", "")))
        elif self._form is not None:
            self._control(tag, given)

    def _control(self, tag: str, given: dict[str, str]) -> None:
        assert self._form is not None
        kept = given.get("type") not in {"checkbox", "radio"} or "checked" in given
        if tag == "input" and given.get("name") and kept:
            self._form.fields[given["name"]] = given.get("value", "on")
        elif tag == "button" and given.get("name"):
            self._form.buttons.append((given["name"], given["value"]))
        elif tag == "select":
            self._select = given["name"]
        elif tag == "option" and ("selected" in given or self._select not in self._form.fields):
            self._form.fields[self._select] = given["value"]
        elif tag == "textarea":
            self._area = given["name"]
            self._form.fields[self._area] = ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._form = None
        elif tag == "textarea":
            self._area = ""

    def handle_data(self, data: str) -> None:
        self.words.append(data)
        if self._area and self._form is not None:
            self._form.fields[self._area] += data.lstrip("\r\n") if not self._form.fields[self._area] else data


def in_order(form: Posted, **typed: Any) -> dict[str, Any]:
    """What is filled in at a counter where everything on the checklist is as it should be."""
    return {name.replace("-key", "-state"): "fine" for name in form.fields if name.startswith("items-") and name.endswith("-key")} | typed


class Reader:
    """One of the cast, signed in."""

    def __init__(self, app: Flask, email: str) -> None:
        self.visitor = Visitor(app)
        self.visitor.comes_signed_in(email)

    def open(self, address: str) -> Page:
        return Page(self.visitor.get(address))

    def send(self, form: Posted, **typed: Any) -> Page:
        """Send a form as it stands with what was typed over it; `None` leaves a field out."""
        filled = {**form.fields, **typed}
        return Page(self.visitor.send_without_token(form.action, {name: value for name, value in filled.items() if value is not None}))

    def follow(self, page: Page) -> Page:
        """Where an answer leads."""
        assert page.status == 303, (page.status, page.text)
        return self.open(page.leads_to)
