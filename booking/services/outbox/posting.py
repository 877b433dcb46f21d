"""How a mail leaves the house: over SMTP, within a time that is shorter than the lease of whoever sends it."""

from __future__ import annotations

import smtplib
import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from email.message import EmailMessage
from threading import Timer
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

STEP_SECONDS = 15  # for each answer of the server
LONGEST = timedelta(seconds=30)  # for all of one mail, however slowly the server dribbles

Post = Callable[[EmailMessage], None]
Watch = Callable[[socket.socket], None]


class Unreachable(OSError):
    """There is no mail server to talk to now, whichever mail it was: none is tried, and none has failed."""


@dataclass(frozen=True, slots=True)
class Mailer:
    """How mail leaves: by `post`, from `sender`, with links that begin with `base_url`; `secret` opens what lies hidden in the outbox."""

    post: Post
    sender: str
    base_url: str
    secret: bytes = b""


def mailer(smtp_url: str, base_url: str, secret: bytes = b"") -> Mailer | None:
    """From SMTP_URL: `smtp://user:password@host:port?from=address`, with `smtps` for TLS at once or `smtp+starttls`; None when empty."""
    if not smtp_url:
        return None
    url = urlsplit(smtp_url)
    sender = parse_qs(url.query).get("from", [f"streekdepot@{urlsplit(base_url).hostname or 'localhost'}"])[0]
    return Mailer(lambda message: _post(url, message), sender, base_url, secret)


def for_good(error: Exception) -> bool:
    """True when trying again cannot help: an address that is refused for good, or one that no mail can be written to."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return all(code >= 500 for code, _ in error.recipients.values())
    if isinstance(error, smtplib.SMTPResponseException):
        return error.smtp_code >= 500
    return isinstance(error, ValueError)


def _post(url: SplitResult, message: EmailMessage) -> None:
    """Hand one message to the server. Raises Unreachable before the server would take any, then OSError or SMTPException."""
    with _hurried() as watch:
        try:
            server = _greeted(url, watch)
        except (OSError, smtplib.SMTPException) as error:
            raise Unreachable(f"{type(error).__name__}: {error}") from error
        try:
            server.send_message(message)
        except BaseException:
            server.close()
            raise
        with suppress(OSError, smtplib.SMTPException):  # the mail was taken: how the server says goodbye is all the same
            server.quit()


def _greeted(url: SplitResult, watch: Watch) -> smtplib.SMTP:
    """A server that is ready for mail, signed in where the address says so."""
    host = url.hostname or "localhost"
    if url.scheme == "smtps":
        server: smtplib.SMTP = smtplib.SMTP_SSL(host, url.port or 465, timeout=STEP_SECONDS, context=ssl.create_default_context())
    else:
        server = smtplib.SMTP(host, url.port or 25, timeout=STEP_SECONDS)
    try:
        watch(server.sock)
        if url.scheme == "smtp+starttls":
            server.starttls(context=ssl.create_default_context())
            watch(server.sock)
        if url.username:
            server.login(unquote(url.username), unquote(url.password or ""))
        server.ehlo_or_helo_if_needed()
    except BaseException:
        server.close()
        raise
    return server


@contextmanager
def _hurried() -> Iterator[Watch]:
    """A time in which all must be done; of what is watched then, the socket is shut, and whoever waits for it is woken."""
    watched: list[socket.socket] = []
    over: list[bool] = []

    def watch(each: socket.socket) -> None:
        watched.append(each)
        if over:
            end()

    def end() -> None:
        over.append(True)
        for each in watched:
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)

    timer = Timer(LONGEST.total_seconds(), end)
    timer.daemon = True
    timer.start()
    try:
        yield watch
    finally:
        timer.cancel()
