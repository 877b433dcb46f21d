"""Every mail that a service writes has its words, in each language, with nothing missing and nothing a person typed in its head."""

from __future__ import annotations

import ast
import re
import warnings
from pathlib import Path

import pytest

from booking.words import LANGUAGES, WordsMissing, letter
from booking.words.mail import BODIES, LINK_TEXTS, LINKS, SUBJECTS

SERVICES = Path(__file__).parents[2] / "booking/services"
BASE = "https://uitleen.example"
PAYLOAD = {
    "reference": "SD-2027-000012", "number": 2, "owner": "Ranst", "reason": "de zaal\nis dan dicht", "asset": "HW-02", "place": "Loods",
    "borrower": "Harmonie De Lindekapel", "total_cents": 12_500, "contract": "OVK-2027-000003",
    "occupancy": "breakdown", "from_": "2027-06-12T10:00:00+00:00", "until": "2027-06-14T06:00:00+00:00",
}  # fmt: skip
ABOUT_PEOPLE = {
    "key": "k" * 43, "code": "123456", "name": "Ann Voorbeeld", "email": "ann@lokaal.example", "new_email": "ann@thuis.example",
    "inviter": "Dirk Zogezegd", "organisation": "Ranst", "role": "desk", "borrower": "Harmonie De Lindekapel", "reason": "",
    "id": 7, "owner": "Ranst", "cover": "liability", "policy": "Papieren Paraplu 45.1", "qualification": "licence_be", "person": "Leo",
    "until": "2027-06-14", "asset": "HW-02", "asset_id": 7, "deadline": "2027-06-14T06:00:00+00:00",
    "agreement": "2027-03", "agreement_id": 7, "title": "Uitwisseling van materieel", "party": "Zandhoven", "missing": "Brecht",
    "day": "2027-06-14", "count": 3, "matters": "2 keuring, 1 polis", "loans": 4,
}  # fmt: skip


def test_every_event_that_is_mailed_has_a_subject_and_a_body():
    written = {event for file in SERVICES.rglob("*.py") for event in _events(ast.parse(file.read_text()))}
    assert len(written) > 25
    assert written <= SUBJECTS.keys()
    assert SUBJECTS.keys() == BODIES.keys() >= LINKS.keys()
    assert {to for to, _path in LINKS.values()} | {"reservation"} == LINK_TEXTS.keys()


def _events(tree: ast.Module) -> set[str]:
    """The constant events of `records.mail`, `tell_parties` and letters, and the acts given to `notify`, which writes `line_…`."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = ast.unparse(node.func)
            place = {"records.mail": 2, "records.Letter": 0, "notify": 3, "mailed_keys.letter": 1, "tell_parties": 1}.get(name)
            words = [part.value for part in ast.walk(node.args[place]) if isinstance(part, ast.Constant)] if place is not None else []
            found |= {f"line_{word}" if name == "notify" else word for word in words if str(word).isidentifier() and word != "line_"}
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("event", SUBJECTS)
def test_a_mail_reads_well_and_leads_to_what_it_is_about(event, language):
    payload = ABOUT_PEOPLE if event in LINKS and "{reference}" not in LINKS[event][1] and event != "conflict_found" else PAYLOAD
    with warnings.catch_warnings():
        warnings.simplefilter("error", WordsMissing)
        mail = letter(event, language, payload, BASE)
    said = mail.subject + mail.text
    assert "\n" not in mail.subject
    assert len(mail.subject) <= 78
    assert mail.link[1].startswith(f"{BASE}/{language}/")
    assert mail.link[1] in mail.text
    assert "Streekdepot" in mail.text
    assert not set("{}[]") & set(said)
    assert not re.search(r"mail_(subject|body|link|closing)|None|  ", said)


def test_a_letter_about_a_reservation_leads_there_and_one_to_a_desk_leads_to_its_work():
    assert letter("line_approve", "fr", PAYLOAD, BASE).link == ("Voir la réservation", f"{BASE}/fr/reservaties/SD-2027-000012")
    assert letter("request_received", "nl", PAYLOAD, BASE).link[1] == f"{BASE}/nl/werklijst/SD-2027-000012"


def test_a_fact_is_named_in_the_readers_language():
    assert "panne" in letter("line_hit", "fr", PAYLOAD, "").text
    assert "defect, van za 12 juni 2027 12:00 tot ma 14 juni 2027 08:00" in letter("conflict_found", "nl", PAYLOAD, "").text


def test_what_is_typed_in_a_name_cannot_make_a_second_line_in_the_head():
    payload = {**PAYLOAD, "asset": "HW-02\r\nBcc: everyone@example.org"}
    assert letter("conflict_found", "en", payload, "").subject == "SD-2027-000012 is at risk: HW-02 Bcc: everyone@example.org"
