"""Every code speaks three languages, reads well with or without its details, and never breaks a page."""

from __future__ import annotations

import ast
import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from booking.rules import admission, kinds, lifecycle, proofs
from booking.rules.periods import Period
from booking.words import LANGUAGES, WordsMissing, findings, label, say
from booking.words.sentences import NOUNS, SENTENCES
from models import guard

BOOKING = Path(__file__).parents[2] / "booking"
OPTIONAL = re.compile(r"\[[^\[\]]*\]")
FIELD = re.compile(r"\{([^{}]*)\}")

EVIDENCE = {
    "asset": "HW-02",
    "owner": "Zandhoven",
    "until": date(2027, 6, 14),
    "from_": datetime(2027, 6, 12, 12, tzinfo=UTC),
    "valid_until": "2027-05-12",
    "custody_end": "2027-05-14T08:00:00+00:00",
    "deadline": "2027-05-10",
    "required_cents": 250_000_000,
    "insured_cents": 123_450,
    "agreement": "2026-03",
    "article": 4,
    "days": 14,
    "limit": 2,
    "units": 40,
    "free": 0,
    "person": "Wim Peeters",
    "purpose": "works",
    "beneficiary": "Chiro Ranst",
    "place": "Kerkplein 1, Ranst",
    "rule": "Gebruiksreglement, art. 3",
    "body": "een erkend keurder",
    "policy": "polis 45.123",
    "qualification": "licence_be",
    "used": 2,
    "planned": datetime(2027, 5, 10, 7, tzinfo=UTC),
}


@pytest.mark.parametrize("code", SENTENCES)
def test_a_code_has_the_same_fields_in_each_language(code):
    assert set(SENTENCES[code]) == set(LANGUAGES)
    in_dutch = _fields(SENTENCES[code]["nl"])
    for text in SENTENCES[code].values():
        assert text == text.strip() != ""
        assert _fields(text) == in_dutch
        assert not set("[]{}") & set(FIELD.sub("", re.sub(r"\[([^\[\]]*)\]", r"\1", text))), "brackets come in pairs and are not nested"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", findings.SENTENCES)
def test_a_finding_reads_well_with_all_of_its_evidence_any_one_of_it_or_none(code, language):
    for evidence in (EVIDENCE, {}, *({field: value} for field, value in EVIDENCE.items())):
        text = say(code, language, **evidence)
        assert re.fullmatch(r"[A-ZÀÉ].*[.]", text)
        assert not re.search(r"  | [.,;)]|\(\)|\( |::|[\[\]{}]|None|\.\.", text.replace(" ; ", "; ")), text


def test_findings_say_what_is_wrong_and_what_to_do():
    said = {
        "inspection_expires": "Opnieuw te keuren vóór de uitgifte, tegen ma 10 mei 2027: de keuring van HW-02 dekt niet de hele uitlening, "
        "ze is geldig tot en met wo 12 mei 2027; terugname op vr 14 mei 2027 10:00. De nieuwe keuring is gepland op ma 10 mei 2027 09:00.",
        "agreement_in_force": "Gedekt door de overeenkomst 2026-03, art. 4, geldig tot en met wo 12 mei 2027.",
        "liability_too_small": "Het verzekerde bedrag is te klein: € 1.234,50, nodig is € 2.500.000,00 (verzekering burgerlijke "
        "aansprakelijkheid). "
        "Bezorg een attest met een voldoende bedrag tegen ma 10 mei 2027.",
        "purpose_not_allowed": "Niet toegelaten voor dit gebruik: werken (Gebruiksreglement, art. 3). Kies een ander middel.",
        "notice_too_short": "Te laat aangevraagd: dit kon tot en met ma 10 mei 2027 (minstens 14 dagen vooraf) "
        "(Gebruiksreglement, art. 3). Kies een latere datum.",
        "asset_taken": "Niet vrij van za 12 juni 2027 14:00 tot ma 14 juni 2027 (gevraagd: 40, nog vrij: 0). "
        "Kies een andere periode of een ander middel.",
    }
    assert {code: say(code, "nl", **EVIDENCE) for code in said} == said


@pytest.mark.parametrize(
    ("noun", "codes"),
    [
        ("state", lifecycle.LineState),
        ("party", lifecycle.Party),
        ("verdict", admission.Verdict),
        ("occupancy", kinds.OccupancyKind),
        ("authority_kind", kinds.AuthorityKind),
        ("borrower_kind", kinds.BorrowerKind),
        ("relation", kinds.Relation),
        ("purpose", kinds.Purpose),
        ("role", kinds.RoleName),
        ("handover", kinds.Handover),
        ("requirement", kinds.RequirementKind),
        ("cover", kinds.CoverKind),
        ("qualification", kinds.QualificationKind),
        ("proof_state", proofs.ProofState),
        ("upkeep", kinds.Upkeep),
        ("inspection_verdict", kinds.InspectionVerdict),
        ("offer_way", kinds.OfferWay),
    ],
)
def test_a_closed_list_and_its_words_are_the_same_set(noun, codes):
    assert set(NOUNS[noun]) == set(codes)


def test_every_kind_of_task_has_a_word():
    assert set(kinds.TaskKind) <= set(NOUNS["task"])


def test_every_code_that_is_raised_or_found_has_a_sentence():
    speaking = {"InvalidTime", "Refused", "NotFound", "NotAllowed", "Taken", "Busy", "Finding"}
    used = {
        node.args[0].value: f"{path.name}:{node.lineno}"
        for path in BOOKING.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call) and _name(node.func) in speaking and node.args and isinstance(node.args[0], ast.Constant)
    }
    used |= dict.fromkeys((guard.FULL, guard.NOT_A_LEAF, guard.TOO_LONG, guard.STOCK_PROMISED, guard.APPEND), "models/guard.py")
    assert {code: place for code, place in used.items() if code not in SENTENCES} == {}


def test_a_finding_that_may_or_may_never_be_set_aside_has_a_sentence():
    assert findings.SENTENCES.keys() >= admission.OVERRIDABLE | admission.NEVER_AT_HANDOVER


def test_a_label_has_a_capital_and_a_code_within_a_sentence_has_not():
    assert label("state", "handed_over", "nl") == "Uitgegeven"
    assert label("purpose", kinds.Purpose.EVENT, "fr") == "Événement"
    assert say("move_not_allowed", "nl", current=lifecycle.LineState.EXPIRED).startswith("Dit kan niet meer: de lijn is vervallen.")
    assert say("field_required", "nl", field="lines") == "Vul dit veld in: middelen en zalen."
    assert "réunion et fête" in say("purpose_not_allowed", "fr", purpose=["meeting", "party"])


def test_what_a_person_typed_is_never_read_as_part_of_the_sentence():
    typed = "[x] {until} {0.__class__} %s <b>\\1"
    assert say("asset_unknown", "nl", asset=typed, until="2027-06-12") == (
        f"Dit middel bestaat niet of wordt niet uitgeleend: {typed}. Kies er een uit de catalogus."
    )


@pytest.mark.parametrize("nothing", [None, "", [], ()])
def test_an_empty_detail_is_no_detail_but_zero_is_one(nothing):
    assert say("asset_free", "nl", free=nothing) == "Vrij in de gevraagde periode."
    assert say("asset_free", "nl", free=0) == "Vrij in de gevraagde periode (beschikbaar: 0)."


def test_zero_days_and_no_amount_are_not_worth_saying():
    said = say("notice_too_short", "nl", days=0, deadline="2027-06-12")
    assert said == "Te laat aangevraagd: dit kon tot en met za 12 juni 2027. Kies een latere datum."
    assert say("liability_missing", "en", required_cents=0) == "There is no proof of liability insurance. Send a certificate."


def test_details_may_be_called_from_code_and_language_as_json_may():
    evidence = {"from": "2027-06-12", "code": 1, "language": 2}
    assert say("asset_out_of_service", "en", **evidence) == "Out of service from Sat 12 June 2027. Choose another asset."


@pytest.mark.parametrize(
    ("tag", "text"), [("nl", "Afhaling"), ("fr-BE", "Retrait"), ("EN", "Pick-up"), ("de", "Afhaling"), ("", "Afhaling")]
)
def test_a_language_we_do_not_speak_is_answered_in_dutch(tag, text):
    assert label("handover", "pickup", tag) == text


@pytest.mark.parametrize(("code", "details"), [("no_such_code", {}), ("name_too_long", {}), ("name_too_long", {"limit": None})])
def test_what_is_missing_fails_a_test_but_not_a_page(code, details):
    with pytest.raises(WordsMissing):  # the tests turn warnings into errors
        say(code, "nl", **details)
    with pytest.warns(WordsMissing, match=code):
        assert say(code, "nl", **details) == code


def test_odd_details_never_raise():
    for odd in (object(), {"a": 1}, b"\xff", "2027-02-30", "2027-13-01T00:00", float("nan"), float("inf"), Period, {1, 2}, -1):
        for field in ("asset", "days", "insured_cents"):
            assert say("asset_unknown", "nl", **{field: odd})
            assert say("liability_too_small", "fr", **{field: odd})
            assert say("notice_respected", "en", **{field: odd})


def _fields(text: str) -> tuple[set[str], set[str]]:
    """The fields a sentence needs, and those of its optional parts."""
    optional = {field for part in OPTIONAL.findall(text) for field in FIELD.findall(part)}
    return set(FIELD.findall(OPTIONAL.sub("", text))), optional


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
