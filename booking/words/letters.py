"""A mail as it reads: subject and text of an event, with the link to where it is about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from booking.words.sentences import say


def letter(event: str, language: str, payload: Mapping[str, Any], base_url: str) -> tuple[str, str]:
    """Subject (one line) and text of an event's mail; every link begins with the installation's own address."""
    subject = " ".join(say(f"mail_subject.{event}", language, **payload).split())
    parts = [say(f"mail_body.{event}", language, **payload)]
    if reference := payload.get("reference"):
        parts.append(f"{base_url}/reservaties/{reference}")
    parts.append(say("mail_closing.automatic", language))
    return subject, "\n\n".join(parts) + "\n"
