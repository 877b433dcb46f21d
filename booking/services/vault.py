"""What must be read again and may not lie in the open: encrypted with a key that follows from the installation's secret."""

from __future__ import annotations

import base64

from cryptography.fernet import Fernet, InvalidToken

from booking.services.keys import sealed


class Locked(ValueError):
    """This was encrypted with another secret, or it was tampered with."""


def lock(secret: bytes, purpose: str, text: str) -> str:
    """`text` encrypted and authenticated (Fernet: AES-128-CBC and HMAC-SHA256) for one purpose."""
    return _fernet(secret, purpose).encrypt(text.encode()).decode()


def unlock(secret: bytes, purpose: str, kept: str) -> str:
    """What was locked. Raises Locked."""
    try:
        return _fernet(secret, purpose).decrypt(kept.encode()).decode()
    except InvalidToken as error:
        raise Locked(purpose) from error


def _fernet(secret: bytes, purpose: str) -> Fernet:
    return Fernet(base64.urlsafe_b64encode(sealed(secret, "vault", purpose)))
