"""Every mail that a service writes has its words, in each language and with nothing a person typed in its head."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from booking.words import LANGUAGES, letter
from booking.words.mail import BODIES, SUBJECTS

SERVICES = Path(__file__).parents[2] / "booking/services"
PAYLOAD = {
    "reference": "SD-2027-000012", "number": 2, "owner": "Ranst", "reason": "de zaal\nis dan dicht", "asset": "HW-02", "place": "Loods",
    "borrower": "Harmonie De Lindekapel",
    "occupancy": "breakdown", "from_": "2027-06-12T10:00:00+00:00", "until": "2027-06-14T06:00:00+00:00",
}  # fmt: skip


def test_every_event_that_is_mailed_has_a_subject_and_a_body():
    written = {event for file in SERVICES.rglob("*.py") for event in _events(ast.parse(file.read_text()))}
    assert len(written) > 15
    assert written <= SUBJECTS.keys()
    assert SUBJECTS.keys() == BODIES.keys()


def _events(tree: ast.Module) -> set[str]:
    """The constant events of `records.mail` and `records.Letter`, and the acts given to `notify`, which writes `line_…`."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = ast.unparse(node.func)
            place = {"records.mail": 2, "records.Letter": 0, "notify": 3}.get(name)
            words = [part.value for part in ast.walk(node.args[place]) if isinstance(part, ast.Constant)] if place else []
            found |= {f"line_{word}" if name == "notify" else word for word in words if str(word).isidentifier() and word != "line_"}
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("event", SUBJECTS)
def test_a_mail_reads_well_and_leads_to_what_it_is_about(event, language):
    subject, text = letter(event, language, PAYLOAD, "https://uitleen.example")
    assert subject.startswith(
        ("SD-2027-000012", "Nieuwe", "New", "Nouvelle", "Reserv", "La rés", "Uw", "Your", "Votre", "U treedt", "You ", "Vous ")
    )
    assert "\n" not in subject
    assert "https://uitleen.example/reservaties/SD-2027-000012" in text
    assert "Streekdepot" in text
    assert not set("{}[]") & set(subject + text)


def test_a_fact_is_named_in_the_readers_language():
    assert "panne" in letter("line_hit", "fr", PAYLOAD, "")[1]
    assert "defect, van za 12 juni 2027 12:00 tot ma 14 juni 2027 08:00" in letter("conflict_found", "nl", PAYLOAD, "")[1]


def test_what_is_typed_in_a_name_cannot_make_a_second_line_in_the_head():
    payload = {**PAYLOAD, "asset": "HW-02\r\nBcc: everyone@example.org"}
    assert letter("conflict_found", "en", payload, "")[0] == "SD-2027-000012 is at risk: HW-02 Bcc: everyone@example.org"
