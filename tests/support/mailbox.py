"""A mail server on the loopback that keeps what it is given, and can be made to refuse, to dawdle and to break off."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import Controller


class Mailbox:
    """`refusing` maps an address to the answer it gets instead, or "cut" to break off once the mail was given, "drop" before; each answer
    comes `slow` seconds late.
    """

    def __init__(self) -> None:
        self.refusing: dict[str, str] = {}
        self.received: list[EmailMessage] = []
        self.slow = 0.0

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:  # noqa: N802
        await asyncio.sleep(self.slow)
        answer = self.refusing.get(address, "")
        if answer[:1].isdigit():
            return answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        answers = {self.refusing.get(address) for address in envelope.rcpt_tos}
        if "drop" not in answers:
            self.received.append(message_from_bytes(envelope.content, policy=policy.default))
        if answers & {"cut", "drop"}:
            server.transport.abort()
        return "250 OK"


@contextmanager
def listening(mailbox: Mailbox, port: int) -> Iterator[str]:
    """The address of a server that gives `mailbox` what it gets."""
    controller = Controller(mailbox, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield f"smtp://127.0.0.1:{port}?from=uitleen@streekdepot.example"
    finally:
        controller.stop()
