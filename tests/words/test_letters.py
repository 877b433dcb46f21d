"""Every mail that a service writes has its words, in each language, with nothing missing and nothing a person typed in its head."""

from __future__ import annotations

import ast
import re
import warnings
from pathlib import Path

import pytest

from booking.words import LANGUAGES, WordsMissing, letter
from booking.words.mail import BODIES, LINK_TEXTS, LINKS, SUBJECTS
from tests.support.mails import PAYLOAD

SERVICES = Path(__file__).parents[2] / "booking/services"
BASE = "https://uitleen.example"

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
            words = _constants(node.args[place]) if place is not None else []
            found |= {f"line_{word}" if name == "notify" else word for word in words if word.isidentifier() and not word.endswith("_")}
    return found


def _constants(node: ast.expr) -> list[str]:
    """The texts that an expression can give; what it only compares with is none of them."""
    if isinstance(node, ast.Constant):
        return [str(node.value)]
    told = [part for part in ast.iter_child_nodes(node) if isinstance(part, ast.expr) and part is not getattr(node, "test", None)]
    return [text for part in told for text in _constants(part)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("event", SUBJECTS)
def test_a_mail_reads_well_and_leads_to_what_it_is_about(event, language):
    with warnings.catch_warnings():
        warnings.simplefilter("error", WordsMissing)
        mail = letter(event, language, PAYLOAD, BASE)
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


def test_only_a_code_to_copy_is_set_apart():
    about = {name: value for name, value in PAYLOAD.items() if name != "key"} | {"code": "RAN-HW-01"}
    assert letter("sign_up", "nl", PAYLOAD, BASE).code == "123456"
    assert letter("upkeep_due", "nl", about, BASE).code == ""
