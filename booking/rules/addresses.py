"""Which addresses of the internet a program of ours may fetch from: the public web, never the inside of anybody's network."""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network, ip_address
from urllib.parse import quote, urljoin, urlsplit

from booking.rules.refusals import Refused

LONGEST = 2_000
PORTS = {"http": 80, "https": 443}
_MEANT = {"webcal": "https", "webcals": "https"}  # how calendars are offered; who knows no https answers with a redirect
_UNSEEN = re.compile(r"[\x00-\x20\x7f-\xa0\u2000-\u200f\u2028-\u202f\u2066-\u2069\\]")
_NUMBERED = re.compile(r"(?:0x[0-9a-f]*|\d+)")
_UNTOUCHED = "/:?#[]@!$&'()*+,;=%~"

# IANA's special-purpose registries: nothing here is a place on the public web.
_CLOSED_4 = tuple(
    IPv4Network(each)
    for each in (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
        "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24",
        "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
    )
)  # fmt: skip
_GLOBAL_6 = IPv6Network("2000::/3")  # which leaves out ::1, mapped and translated (64:ff9b::/96) addresses, fc00::/7, fe80::/10, ff00::/8
_CLOSED_6 = tuple(map(IPv6Network, ("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20")))


@dataclass(frozen=True, slots=True)
class WebAddress:
    """An address as it is fetched: `scheme` http or https, `host` a name in ASCII or an IP address, `path` with its query."""

    scheme: str
    host: str
    port: int
    path: str

    def __str__(self) -> str:
        return f"{self.scheme}://{self.authority}{self.path}"

    @property
    def authority(self) -> str:
        """The host as an address and the header `Host` write it, with a port that is not the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"


def web_address(typed: str, *, any_port: bool = False) -> WebAddress:
    """What somebody typed as an address of the web; `webcal:` is https.

    Raises Refused: `address_unreadable`, `address_scheme` for anything but the web, `address_login` for a name and password in it,
    `address_port` for another port than the web's own (unless `any_port`).
    """
    typed = typed.strip()
    if not typed or len(typed) > LONGEST or _UNSEEN.search(typed):
        raise Refused("address_unreadable")
    try:
        parts = urlsplit(typed)
        port, host = parts.port, _host(parts.hostname or "")
    except (ValueError, UnicodeError) as error:
        raise Refused("address_unreadable") from error
    scheme = _MEANT.get(parts.scheme, parts.scheme)
    if scheme not in PORTS:
        raise Refused("address_scheme")
    if "@" in parts.netloc:
        raise Refused("address_login")
    if not host:
        raise Refused("address_unreadable")
    if port is not None and port not in PORTS.values() and not any_port:
        raise Refused("address_port", port=port)
    path = quote(parts.path or "/", safe=_UNTOUCHED) + (f"?{quote(parts.query, safe=_UNTOUCHED)}" if parts.query else "")
    return WebAddress(scheme, host, PORTS[scheme] if port is None else port, path)


def followed(origin: WebAddress, location: str, *, any_port: bool = False) -> WebAddress:
    """Where a redirect leads. Raises Refused as `web_address`, and `address_downgraded` from https to http: the address may be a secret."""
    if not location or len(location) > LONGEST:
        raise Refused("address_unreadable")
    try:
        joined = urljoin(str(origin), location)
    except ValueError as error:
        raise Refused("address_unreadable") from error
    found = web_address(joined, any_port=any_port)
    if origin.scheme == "https" and found.scheme == "http":
        raise Refused("address_downgraded")
    return found


def is_public(ip: str) -> bool:
    """True for a plain unicast address of the public internet, the only kind that is ever connected to."""
    try:
        address = ip_address(ip)
    except ValueError:
        return False
    if address.version == 4:
        return not any(address in each for each in _CLOSED_4)
    return address in _GLOBAL_6 and not any(address in each for each in _CLOSED_6)


def _host(found: str) -> str:
    """A host name in ASCII; an IP address only as everybody writes it, not as `0x7f.1` or `2130706433`. Raises ValueError."""
    if "%" in found:  # a zone: an address of one machine's own network card
        raise ValueError(found)
    if ":" in found:
        return str(ip_address(found))
    host = found.removesuffix(".").encode("idna").decode("ascii").lower()
    if len(host) > 253 or not re.fullmatch(r"[a-z0-9._-]*", host):
        raise ValueError(found)
    if _NUMBERED.fullmatch(host.rpartition(".")[2]):
        return str(ip_address(host))
    return host
