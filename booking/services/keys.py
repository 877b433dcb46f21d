"""Secrets that are shown once: made at random, kept as their hash."""

from __future__ import annotations

import hashlib
import hmac
import secrets

TOKEN_PREFIX = "sd_"  # noqa: S105 - says what it is to whoever finds one lying about


def new_key() -> str:
    """256 random bits as 43 characters that fit in a cookie and an address."""
    return secrets.token_urlsafe(32)


def new_token() -> str:
    """A bearer token; its prefix lets scanners of leaked secrets recognise it."""
    return TOKEN_PREFIX + new_key()


def digest(key: str) -> bytes:
    """What is kept of a key: its SHA-256. A key is random, so a fast hash guards it, and an index finds it."""
    return hashlib.sha256(key.encode()).digest()


def sealed(secret: bytes, *parts: str) -> bytes:
    """HMAC-SHA256 of parts that could be guessed (an address, an e-mail), so that a dump without the secret tells nothing."""
    return hmac.digest(secret, "\0".join(parts).encode(), "sha256")
