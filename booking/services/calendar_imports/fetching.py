"""Fetching a calendar from the web: only from public addresses, checked where the connection is made, and never more than is asked for."""

from __future__ import annotations

import http.client
import socket
import ssl
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from threading import Thread, Timer
from time import monotonic

from booking.formats.ical_reading import MOST_BYTES
from booking.rules.addresses import WebAddress, followed, is_public, web_address
from booking.rules.refusals import Refused

SECONDS = 5.0
MOST_HOPS = 3
_PIECE = 65_536
_MOVED = frozenset({301, 302, 303, 307, 308})
_SAID = {401: "fetch_forbidden", 403: "fetch_forbidden", 404: "fetch_gone", 410: "fetch_gone", 429: "fetch_too_often"}
_LOOPBACK = ("127.", "::1")

Resolver = Callable[[str, int], Sequence[str]]
"""The IP addresses of a host name. Raises OSError where there are none."""


def system_resolver(host: str, port: int) -> Sequence[str]:
    """The addresses that this machine finds."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came: the bytes, or None where nothing changed since; and by what it is recognised next time."""

    data: bytes | None
    etag: str = ""
    modified: str = ""


@dataclass(frozen=True, slots=True)
class Fetcher:
    """How this installation reaches the web. `loopback` is for tests alone, with servers of their own on this machine and any port."""

    resolver: Resolver = system_resolver
    loopback: bool = False

    def fetch(self, typed: str, etag: str = "", modified: str = "") -> Fetched:
        """The calendar at an address, unless it is still the one with this ETag or date.

        Each hop is parsed, resolved and checked anew, and the connection goes to the very address that was checked. No proxy, no cookie,
        no name of ours goes along. Raises Refused `address_…` or `fetch_…`.
        """
        ends, address = monotonic() + SECONDS, web_address(typed, any_port=self.loopback)
        known = {"If-None-Match": etag, "If-Modified-Since": modified}
        for _ in range(MOST_HOPS + 1):
            answer = self._ask(address, {name: value for name, value in known.items() if value}, ends)
            if isinstance(answer, Fetched):
                return answer
            address = followed(address, answer, any_port=self.loopback)
        raise Refused("fetch_many_hops", limit=MOST_HOPS)

    def _ask(self, address: WebAddress, known: dict[str, str], ends: float) -> Fetched | str:
        """One request: what came, or where else to ask."""
        asked = {
            "Host": address.authority, "User-Agent": "Streekdepot", "Accept": "text/calendar, */*;q=0.1", "Accept-Encoding": "gzip",
            "Connection": "close", **known,
        }  # fmt: skip
        try:
            with self._connected(address, ends) as connection:
                connection.request("GET", address.path, headers=asked)
                with connection.getresponse() as response:
                    return _answer(response, ends)
        except ssl.SSLError as error:
            raise Refused("fetch_timeout" if monotonic() >= ends else "fetch_not_trusted") from error
        except (OSError, http.client.HTTPException, zlib.error) as error:
            raise Refused("fetch_timeout" if monotonic() >= ends or isinstance(error, TimeoutError) else "fetch_failed") from error

    @contextmanager
    def _connected(self, address: WebAddress, ends: float) -> Iterator[http.client.HTTPConnection]:
        """A connection to an address that was checked, cut off when the time is over, however slowly the other side drips."""
        plain = self._socket(address, ends)
        with closing(http.client.HTTPConnection(address.host, address.port)) as connection, plain, plain.dup() as twin:
            last = Timer(max(0.0, ends - monotonic()), _cut_off, (twin,))  # by its twin, for TLS takes the socket over
            last.daemon = True
            last.start()
            try:
                secure = address.scheme == "https"
                connection.sock = ssl.create_default_context().wrap_socket(plain, server_hostname=address.host) if secure else plain
                yield connection
            finally:
                last.cancel()

    def _socket(self, address: WebAddress, ends: float) -> socket.socket:
        failed: OSError | None = None
        for ip in self._checked(address, ends):
            try:
                return socket.create_connection((ip, address.port), timeout=max(0.1, ends - monotonic()))
            except OSError as error:
                failed = error
        raise failed or OSError(address.host)

    def _checked(self, address: WebAddress, ends: float) -> Sequence[str]:
        """The addresses of a host, all of them public. One that is not condemns the name: it is made to lead inside."""
        found = _in_time(lambda: self.resolver(address.host, address.port), ends)
        if not found:
            raise Refused("fetch_unknown_host")
        for ip in found:
            if not is_public(ip) and not (self.loopback and ip.startswith(_LOOPBACK)):
                raise Refused("fetch_not_public")
        return found


def _answer(response: http.client.HTTPResponse, ends: float) -> Fetched | str:
    status = response.status
    if status == 304:
        return Fetched(None)
    if status in _MOVED:
        return response.getheader("Location", "")
    if status != 200:
        raise Refused(_SAID.get(status, "fetch_status"), status=status)
    return Fetched(_body(response, ends), _kept(response, "ETag"), _kept(response, "Last-Modified"))


def _kept(response: http.client.HTTPResponse, name: str) -> str:
    """A header by which it is recognised; one that is longer than is kept, or not plain, is as good as none."""
    found = response.getheader(name, "")
    return found if len(found) <= 200 and found.isascii() and found.isprintable() else ""


def _body(response: http.client.HTTPResponse, ends: float) -> bytes:
    """At most MOST_BYTES, however small they were packed. Raises Refused `fetch_too_big`, `fetch_cut_off`, `fetch_packed`."""
    packed = response.getheader("Content-Encoding", "").strip().lower()
    if packed not in {"", "identity", "gzip", "x-gzip"}:
        raise Refused("fetch_packed")
    unpack = zlib.decompressobj(16 + zlib.MAX_WBITS) if packed.endswith("gzip") else None
    pieces, size, arrived = list[bytes](), 0, 0
    while piece := response.read1(_PIECE):
        arrived += len(piece)
        piece = unpack.decompress(piece, MOST_BYTES + 1 - size) if unpack else piece
        size += len(piece)
        if max(size, arrived) > MOST_BYTES:
            raise Refused("fetch_too_big", limit=MOST_BYTES // 1_000_000)
        pieces.append(piece)
    if monotonic() >= ends:
        raise Refused("fetch_timeout")
    if response.length or (unpack and not unpack.eof):
        raise Refused("fetch_cut_off")
    return b"".join(pieces)


def _in_time(ask: Callable[[], Sequence[str]], ends: float) -> Sequence[str]:
    """The names server's answer, or nothing when it has none or takes too long: the system's own patience is half a minute."""
    found: list[str] = []

    def wait() -> None:
        with suppress(OSError, UnicodeError):
            found.extend(ask())

    asking = Thread(target=wait, daemon=True)
    asking.start()
    asking.join(max(0.0, ends - monotonic()))
    return tuple(found)


def _cut_off(plain: socket.socket) -> None:
    with suppress(OSError):
        plain.shutdown(socket.SHUT_RDWR)
