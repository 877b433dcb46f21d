"""A calendar is fetched from where it was checked to be, in five seconds and one megabyte, whatever the other side tries."""

from __future__ import annotations

import gzip
import socket
import ssl
import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from threading import Thread

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from booking.formats.ical_reading import MOST_BYTES
from booking.rules.refusals import Refused
from booking.services.calendar_imports import fetching
from booking.services.calendar_imports.fetching import Fetcher
from tests.support.calendars import Served, calendar, event, serving

LESSON = calendar(event("les", "2027-06-14 08:30", "2027-06-14 12:00"))
HERE = Fetcher(loopback=True)
DAYS = (datetime(2020, 1, 1), datetime(2050, 1, 1))  # noqa: DTZ001 - as a certificate says them
NAMES = {
    "inside.example": ["192.168.1.10"],
    "metadata.example": ["169.254.169.254"],
    "half.example": ["93.184.215.14", "127.0.0.1"],
    "six.example": ["::1"],
    "mapped.example": ["::ffff:10.0.0.1"],
    "nat.example": ["64:ff9b::7f00:1"],
    "tunnel.example": ["2002:7f00:1::"],
    "shared.example": ["100.64.0.7"],
    "nothing.example": ["0.0.0.0"],
}


@pytest.fixture
def school() -> Iterator[Served]:
    with serving(LESSON) as served:
        yield served


def refusal(fetcher: Fetcher, address: str) -> str:
    with pytest.raises(Refused) as refused:
        fetcher.fetch(address)
    return refused.value.code


def resolve(host: str, _port: int) -> list[str]:
    return NAMES[host]


@pytest.mark.parametrize("host", NAMES)
def test_a_name_that_leads_inside_is_not_opened(host: str) -> None:
    assert refusal(Fetcher(resolve), f"https://{host}/zaal.ics") == "fetch_not_public"


@pytest.mark.parametrize("host", "127.0.0.1 [::1] [::ffff:127.0.0.1] [::ffff:7f00:1] 169.254.169.254 10.1.2.3 localhost".split())
def test_nor_is_an_address_inside_and_nothing_is_asked_there(host: str, school: Served) -> None:
    assert refusal(Fetcher(), f"http://{host}/zaal.ics") == "fetch_not_public"
    assert school.asked == []


def test_a_name_is_asked_for_once_so_that_it_cannot_lead_elsewhere_between_the_check_and_the_connection(school: Served) -> None:
    answers = iter([["127.0.0.1"], ["10.0.0.1"]])
    found = Fetcher(lambda *_: next(answers), loopback=True).fetch(school.url.replace("127.0.0.1", "rebinding.example"))
    assert found.data == LESSON
    assert school.asked[0]["Host"].startswith("rebinding.example:")


def test_a_redirect_inside_is_not_followed(school: Served) -> None:
    for location in ("http://10.0.0.1/", "http://[::ffff:7f00:1]/", "http://169.254.169.254/latest/meta-data/"):
        school.status, school.headers = 302, {"Location": location}
        assert refusal(HERE, school.url) == "fetch_not_public"
    school.headers = {"Location": "file:///etc/passwd"}
    assert refusal(HERE, school.url) == "address_scheme"


def test_three_redirects_are_followed_and_not_a_fourth(school: Served) -> None:
    school.status, school.headers = 301, {"Location": "/verder.ics"}
    assert refusal(HERE, school.url) == "fetch_many_hops"
    assert len(school.asked) == 4


def test_nothing_of_ours_goes_along_and_no_proxy_is_asked(school: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert HERE.fetch(school.url).data == LESSON
    assert school.asked[0].keys() <= {"Host", "User-Agent", "Accept", "Accept-Encoding", "Connection", "path"}


def test_what_did_not_change_is_not_sent_again(school: Served) -> None:
    school.headers = {"ETag": '"a"', "Last-Modified": "Mon, 01 Mar 2027 08:00:00 GMT"}
    first = HERE.fetch(school.url)
    assert (first.etag, first.modified) == ('"a"', "Mon, 01 Mar 2027 08:00:00 GMT")
    assert HERE.fetch(school.url, first.etag, first.modified).data is None
    assert school.asked[-1]["If-Modified-Since"] == first.modified


@pytest.mark.parametrize(("status", "code"), [(401, "fetch_forbidden"), (404, "fetch_gone"), (410, "fetch_gone"), (503, "fetch_status")])
def test_an_answer_that_is_no_calendar_says_what_to_do(school: Served, status: int, code: str) -> None:
    school.status = status
    assert refusal(HERE, school.url) == code


def test_more_than_a_megabyte_is_not_read_however_small_it_is_packed(school: Served) -> None:
    school.body = b"x" * (MOST_BYTES + 1)
    assert refusal(HERE, school.url) == "fetch_too_big"
    school.body, school.headers = gzip.compress(b"x" * 50_000_000), {"Content-Encoding": "gzip"}
    assert refusal(HERE, school.url) == "fetch_too_big"
    school.body = gzip.compress(LESSON)
    assert HERE.fetch(school.url).data == LESSON
    school.body = gzip.compress(LESSON)[:-4]
    assert refusal(HERE, school.url) == "fetch_cut_off"
    school.headers = {"Content-Encoding": "br"}
    assert refusal(HERE, school.url) == "fetch_packed"
    school.body, school.headers = b"no gzip at all", {"Content-Encoding": "gzip"}
    assert refusal(HERE, school.url) == "fetch_failed"


def test_half_an_answer_is_no_answer(school: Served) -> None:
    school.headers = {"Content-Length": str(len(LESSON) + 10)}
    assert refusal(HERE, school.url) == "fetch_cut_off"


def test_a_server_that_drips_is_cut_off_when_the_time_is_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "SECONDS", 0.4)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        def drip() -> None:
            other, _ = listening.accept()
            with other, suppress(OSError):
                other.sendall(b"HTTP/1.1 200 OK\r\nX-Slow: ")
                while not time.sleep(0.05):
                    other.sendall(b"x")

        Thread(target=drip, daemon=True).start()
        assert refusal(HERE, f"http://127.0.0.1:{listening.getsockname()[1]}/") == "fetch_timeout"


def test_a_name_that_nobody_knows_or_that_takes_too_long_is_said_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "SECONDS", 0.2)

    def unknown(*_: object) -> list[str]:
        raise socket.gaierror("unknown")

    def slow(*_: object) -> list[str]:
        time.sleep(1)
        return ["127.0.0.1"]

    for resolver in (unknown, slow):
        assert refusal(Fetcher(resolver), "https://agenda.example/") == "fetch_unknown_host"


def test_a_certificate_that_nobody_signed_is_not_trusted(tmp_path: Path) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(_certificate(tmp_path))
    with socket.create_server(("127.0.0.1", 0)) as listening:
        def shake() -> None:
            other, _ = listening.accept()
            try:
                context.wrap_socket(other, server_side=True).close()
            except OSError:
                other.close()

        Thread(target=shake, daemon=True).start()
        assert refusal(HERE, f"https://127.0.0.1:{listening.getsockname()[1]}/") == "fetch_not_trusted"


def _certificate(folder: Path) -> Path:
    """A key with a certificate that it signed itself."""
    key, name = ec.generate_private_key(ec.SECP256R1()), x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    made = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number(), *DAYS).sign(key, hashes.SHA256())
    plain = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    path = folder / "server.pem"
    path.write_bytes(plain + made.public_bytes(Encoding.PEM))
    return path
