"""Which addresses of the web are fetched from (PITFALLS: SSRF): as they are typed, and as they turn out to be."""

from __future__ import annotations

import pytest

from booking.rules.addresses import followed, is_public, web_address
from booking.rules.refusals import Refused

PUBLIC = ("93.184.215.14", "8.8.8.8", "194.78.0.1", "2a00:1450:400e:80e::200e", "2606:4700::6810:84e5")
INSIDE = (
    "127.0.0.1", "127.255.255.254", "0.0.0.0", "10.0.0.5", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254", "100.64.0.1",
    "100.127.255.255", "192.0.0.8", "192.0.2.1", "192.88.99.1", "198.18.0.1", "198.51.100.7", "203.0.113.9", "224.0.0.1", "239.255.255.250",
    "240.0.0.1", "255.255.255.255", "::", "::1", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::1",
    "100::1", "2001::1", "2001:db8::1", "2002:7f00:1::", "3fff::1", "fc00::1", "fd12:3456::1", "fe80::1", "fec0::1", "ff02::1", "5f00::1",
    "fe80::1%eth0", "2130706433", "0x7f000001", "0177.0.0.1", "localhost", "",
)  # fmt: skip


@pytest.mark.parametrize("ip", PUBLIC)
def test_a_plain_address_of_the_public_internet_may_be_connected_to(ip: str) -> None:
    assert is_public(ip)


@pytest.mark.parametrize("ip", INSIDE)
def test_whatever_else_is_never_connected_to(ip: str) -> None:
    assert not is_public(ip)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (" https://agenda.school.example/zaal.ics ", "https://agenda.school.example/zaal.ics"),
        ("webcal://agenda.school.example/zaal.ics?sleutel=a%2Fb", "https://agenda.school.example/zaal.ics?sleutel=a%2Fb"),
        ("HTTP://Agenda.School.Example:80", "http://agenda.school.example/"),
        ("https://agenda.school.example:80/x", "https://agenda.school.example:80/x"),
        ("https://école.example/salle é.ics".replace(" ", "%20"), "https://xn--cole-9oa.example/salle%20%C3%A9.ics"),
        ("https://agenda.school.example./zaal.ics#vandaag", "https://agenda.school.example/zaal.ics"),
        ("https://[2a00:1450:400e:80e::200e]/zaal.ics", "https://[2a00:1450:400e:80e::200e]/zaal.ics"),
    ],
)
def test_an_address_is_read_as_it_is_meant(typed: str, meant: str) -> None:
    assert str(web_address(typed)) == meant


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "address_unreadable"),
        ("zaal.ics", "address_scheme"),
        ("file:///etc/passwd", "address_scheme"),
        ("ftp://agenda.school.example/zaal.ics", "address_scheme"),
        ("gopher://127.0.0.1:25/_HELO", "address_scheme"),
        ("javascript:alert(1)", "address_scheme"),
        ("https:///zaal.ics", "address_unreadable"),
        ("https://", "address_unreadable"),
        ("https://school:geheim@agenda.school.example/", "address_login"),
        ("https://agenda.school.example@127.0.0.1/", "address_login"),
        ("https://@agenda.school.example/", "address_login"),
        ("https://agenda.school.example:22/", "address_port"),
        ("https://agenda.school.example:99999/", "address_unreadable"),
        ("https://agenda.school.example:0/", "address_port"),
        ("http://2130706433/", "address_unreadable"),
        ("http://0x7f000001/", "address_unreadable"),
        ("http://0177.0.0.1/", "address_unreadable"),
        ("http://127.1/", "address_unreadable"),
        ("http://agenda..example/", "address_unreadable"),
        ("http://agenda.school.example\\@127.0.0.1/", "address_unreadable"),
        ("http://agenda.school.example/\r\nHost: 127.0.0.1", "address_unreadable"),
        ("http://agenda.school.example/\tzaal.ics", "address_unreadable"),
        ("http://[::1", "address_unreadable"),
        ("http://[fe80::1%25eth0]/", "address_unreadable"),
        (f"https://agenda.school.example/{'x' * 2_000}", "address_unreadable"),
    ],
)
def test_what_is_no_plain_address_of_the_web_is_refused_with_a_reason(typed: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        web_address(typed)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("location", "ends"),
    [
        ("/elders.ics", "https://agenda.school.example/elders.ics"),
        ("https://cdn.school.example/zaal.ics", "https://cdn.school.example/zaal.ics"),
        ("//cdn.school.example/zaal.ics", "https://cdn.school.example/zaal.ics"),
        ("http://agenda.school.example/zaal.ics", "address_downgraded"),
        ("https://school:geheim@cdn.school.example/", "address_login"),
        ("https://cdn.school.example:8443/", "address_port"),
        ("file:///etc/passwd", "address_scheme"),
        ("", "address_unreadable"),
        ("https://[::1", "address_unreadable"),
    ],
)
def test_a_redirect_is_judged_as_if_it_had_been_typed(location: str, ends: str) -> None:
    origin = web_address("https://agenda.school.example/zaal.ics")
    if ends.startswith("https:"):
        assert str(followed(origin, location)) == ends
        return
    with pytest.raises(Refused) as refused:
        followed(origin, location)
    assert refused.value.code == ends
