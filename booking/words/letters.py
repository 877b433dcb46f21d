"""A mail as it reads: subject, what it says, and the link to where it is about, all in the recipient's language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from booking.words.mail import LINKS
from booking.words.sentences import say, spoken_language


@dataclass(frozen=True, slots=True)
class Written:
    """A mail in words. `link` is (what it leads to, address); `code` is set apart, for it is copied by hand."""

    subject: str
    language: str
    body: str
    link: tuple[str, str] | None
    code: str
    closing: str

    @property
    def text(self) -> str:
        """As plain text, one paragraph per thought."""
        link = [f"{self.link[0]}:\n{self.link[1]}"] if self.link else []
        return "\n\n".join([self.body, *link, self.closing]) + "\n"


def letter(event: str, language: str, payload: Mapping[str, Any], base_url: str) -> Written:
    """An event's mail; its link begins with the installation's own address and the language, and its subject is one line."""
    language = spoken_language(language)
    subject = " ".join(say(f"mail_subject.{event}", language, **payload).split())
    body = say(f"mail_body.{event}", language, **payload)
    link, code = _link(event, language, payload, base_url), str(payload.get("code", ""))
    return Written(subject, language, body, link, code, say("mail_closing.automatic", language))


def _link(event: str, language: str, payload: Mapping[str, Any], base_url: str) -> tuple[str, str] | None:
    """Where the mail leads: what its event says, else the reservation that it names."""
    to, path = LINKS.get(event) or (("reservation", "reservaties/{reference}") if payload.get("reference") else ("", ""))
    return (say(f"mail_link.{to}", language), f"{base_url}/{language}/{path.format(**payload)}") if to else None
