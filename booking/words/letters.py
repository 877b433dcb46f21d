"""A mail as it reads: subject, what it says, the facts of what it is about, and the links, all in the recipient's language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from booking.rules.mailing import essential, family_of
from booking.words import moments
from booking.words.mail import LINKS
from booking.words.sentences import say, spoken_language

Link = tuple[str, str]
"""What it leads to, and its address."""


@dataclass(frozen=True, slots=True)
class Written:
    """A mail in words. `link` is where it leads; `code` is set apart, for it is copied by hand; `facts` are (name, value); `items` are
    the mails that are told in this one. At its foot: `why` it came, where its reader may `choose`, and how to `stop` it where that may be.
    """

    subject: str
    language: str
    body: str
    link: Link | None
    code: str
    closing: str
    facts: tuple[tuple[str, str], ...] = ()
    items: tuple[Written, ...] = ()
    why: str = ""
    choose: Link | None = None
    stop: Link | None = None

    @property
    def text(self) -> str:
        """As plain text, one paragraph per thought."""
        facts = ["\n".join(f"{name}: {value}" for name, value in self.facts)] if self.facts else []
        items = [f"* {item.subject}\n{item.summary}" + (f"\n{item.link[1]}" if item.link and not self.link else "") for item in self.items]
        link = [f"{self.link[0]}:\n{self.link[1]}"] if self.link else []
        feet = [f"{foot[0]}:\n{foot[1]}" for foot in (self.choose, self.stop) if foot]
        return "\n\n".join(filter(None, [self.body, *facts, *items, *link, self.closing, self.why, *feet])) + "\n"

    @property
    def summary(self) -> str:
        """Its thought with its first facts, for a list of several."""
        return "\n".join(filter(None, [self.body, self.short]))

    @property
    def short(self) -> str:
        """Its first facts in a line."""
        return " · ".join(value for _, value in self.facts[:2])


def letter(
    event: str, language: str, payload: Mapping[str, Any], base_url: str, facts: Sequence[tuple[str, str]] = ()
) -> Written:  # fmt: skip
    """An event's mail; its link begins with the installation's own address and the language, and its subject is one line.

    `facts` are (code of `mail_fact`, value) of what it is about.
    """
    language = spoken_language(language)
    subject = _one_line(say(f"mail_subject.{event}", language, **payload))
    body = say(f"mail_body.{event}", language, **payload)
    link = _link(event, language, payload, base_url)
    code = str(payload.get("code", "")) if "key" in payload else ""  # beside a key it is to be copied; else it is that of an asset
    named = tuple((say(f"mail_fact.{name}", language), _one_line(value)) for name, value in facts if value)
    return Written(subject, language, body, link, code, say("mail_closing.automatic", language), named)


def together(letters: Sequence[Written], language: str, day: date | None, about: str = "") -> Written:
    """Several mails to one reader as one: all `about` one reservation, those of a `day`, or those of one moment."""
    language, count = spoken_language(language), len(letters)
    how = "about" if about else "day" if day else "moment"
    items = [replace(item, subject=_without(about, item.subject)) for item in letters]
    details = {"count": count, "reference": about, "day": moments.day(day, language) if day else "", "what": items[0].subject.lower()}
    subject, body = (say(f"mail_together.{how}_{part}", language, **details) for part in ("subject", "body"))
    if about and len({item.subject for item in items}) == 1:
        subject = say("mail_together.same_subject", language, **details)
    link = letters[0].link if len({item.link for item in letters}) == 1 else None
    return replace(letters[0], subject=subject, body=body, link=link, code="", facts=(), items=tuple(items))


def footed(written: Written, events: Sequence[str], base_url: str, stop: str = "") -> Written:
    """With its foot: why it came, where its reader chooses how often, and how to stop it; a key or a warning has none."""
    families = {family_of(event) for event in events}
    family = max(families, key=lambda each: (essential(each), each))
    language = written.language
    foot = replace(written, why=say(f"mail_why.{family}", language))
    if family == "security":
        return foot
    foot = replace(foot, choose=(say("mail_foot.choose", language), f"{base_url}/{language}/account/berichten"))
    return replace(foot, stop=(say("mail_foot.stop", language), stop)) if stop else foot


def _without(reference: str, subject: str) -> str:
    """A subject for a list that is headed by its reservation: what comes after the reference."""
    rest = subject.removeprefix(reference).lstrip(" :\N{NO-BREAK SPACE}") if reference else subject
    return rest[:1].upper() + rest[1:]


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _link(event: str, language: str, payload: Mapping[str, Any], base_url: str) -> Link | None:
    """Where the mail leads: what its event says, else the reservation that it names."""
    to, path = LINKS.get(event) or (("reservation", "reservaties/{reference}") if payload.get("reference") else ("", ""))
    return (say(f"mail_link.{to}", language), f"{base_url}/{language}/{path.format(**payload)}") if to else None
