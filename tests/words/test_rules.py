"""A rule of an owner is said as a person would say it, in Dutch, English and French."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from booking.rules.catalogue import RuleCard
from booking.rules.categories import STANDARD
from booking.rules.kinds import BorrowerKind, Purpose, RecognitionCategory, Relation
from booking.rules.lending import QUESTIONS, Blackout, Duration, Lead, LeadUnit, Quota, QuotaUnit, Recognised, Spared
from booking.words.rules import Subject, sentence_for, sentences
from booking.words.rules.forms import FORMS

STAGE = Subject("Zandhoven", "mobile_stage")
ALL = Subject("Zandhoven")
PLATFORM = Subject("Zandhoven", None, "Hoogtewerker 18 m")


def rule(subject: Subject = ALL, **fields: Any) -> RuleCard:
    """A rule with these answers and narrowings."""
    narrowed = {name: fields.pop(name, None) for name in ("relation", "borrower_kind", "recognition", "blackout")}
    spared = frozenset(fields.pop("spared", ()))
    asset, category = 5 if subject.asset else None, 3 if subject.category else None
    return RuleCard(1, asset, category, narrowed["relation"], narrowed["borrower_kind"], fields, "", narrowed["recognition"],
                    blackout=narrowed["blackout"], spared=spared)  # fmt: skip


OWN = {"relation": "own", "borrower_kind": "association"}

TABLE: list[tuple[Subject, dict[str, Any], str, str, str]] = [
    (STAGE, {**OWN, "recognition": "any", "horizon": Lead(12, "months"), "notice": Lead(12, "weeks")},
     "Erkende verenigingen van Zandhoven mogen de podiumwagens aanvragen van 12 maanden tot 12 weken vooraf.",
     "Recognised associations of Zandhoven may ask for the mobile stages from 12 months to 12 weeks ahead.",
     "Les associations reconnues de Zandhoven peuvent demander les podiums mobiles de 12 mois à 12 semaines à l'avance."),
    (STAGE, {**OWN, "recognition": "youth", "horizon": Lead(1, "months")},
     "Verenigingen van Zandhoven die erkend zijn voor jeugdwerk mogen de podiumwagens ten vroegste 1 maand vooraf aanvragen.",
     "Associations of Zandhoven recognised for youth work may ask for the mobile stages at the earliest 1 month ahead.",
     "Les associations de Zandhoven reconnues pour la jeunesse peuvent demander les podiums mobiles au plus tôt 1 mois à l'avance."),
    (ALL, {"notice": Lead(10, "working_days")},
     "Ontleners mogen elk middel van Zandhoven ten laatste 10 werkdagen vooraf aanvragen.",
     "Borrowers may ask for any asset of Zandhoven at the latest 10 working days ahead.",
     "Les emprunteurs peuvent demander tout bien de Zandhoven au plus tard 10 jours ouvrables à l'avance."),
    (ALL, {"relation": "own", "borrower_kind": "authority", "horizon": Lead(2, "weeks"), "notice": Lead(0)},
     "De eigen diensten van Zandhoven mogen elk middel van Zandhoven aanvragen van 2 weken vooraf tot op de dag zelf.",
     "Zandhoven's own services may ask for any asset of Zandhoven from 2 weeks ahead up to the day itself.",
     "Les services propres de Zandhoven peuvent demander tout bien de Zandhoven de 2 semaines à l'avance jusqu'au jour même."),
    (ALL, {"borrower_kind": "company", "may_borrow": False},
     "Ondernemingen mogen geen enkel middel van Zandhoven ontlenen.",
     "Companies may not borrow any asset of Zandhoven.",
     "Les entreprises ne peuvent emprunter aucun bien de Zandhoven."),
    (PLATFORM, {"relation": "other", "may_borrow": False},
     "Ontleners zonder overeenkomst met Zandhoven mogen “Hoogtewerker 18 m” niet ontlenen.",
     "Borrowers without an agreement with Zandhoven may not borrow “Hoogtewerker 18 m”.",
     "Les emprunteurs sans convention avec Zandhoven ne peuvent pas emprunter « Hoogtewerker 18 m »."),
    (Subject("Zandhoven", "chair"), {"spared": ["own_services", "co_owners"], "priority": Lead(6, "months")},
     "Tot 6 maanden vooraf mogen alleen de eigen diensten en de mede-eigenaars de stoelen aanvragen; daarna ook ontleners.",
     "Until 6 months ahead only its own services and the co-owners may ask for the chairs; after that borrowers may too.",
     "Jusqu'à 6 mois à l'avance, seuls les services propres et les copropriétaires peuvent demander les chaises ; ensuite les emprunteurs aussi."),  # noqa: E501 - a sentence is one line
    (Subject("Malle", "chair"), {"spared": ["own_services"], "blackout": Blackout(date(2027, 5, 15), date(2027, 6, 1), False, "kermis")},
     "Van 15 mei 2027 tot en met 1 juni 2027 leent Malle de stoelen niet uit aan ontleners, behalve aan de eigen diensten: kermis.",
     "From 15 May 2027 up to and including 1 June 2027 Malle does not lend the chairs to borrowers, except to its own services: kermis.",
     "Du 15 mai 2027 au 1er juin 2027 inclus, Malle ne prête pas les chaises aux emprunteurs, sauf aux services propres : kermis."),
    (ALL, {"borrower_kind": "school", "blackout": Blackout(date(2026, 12, 20), date(2027, 1, 3), True)},
     "Elk jaar van 20 december tot en met 3 januari leent Zandhoven niets uit aan scholen.",
     "Each year from 20 December up to and including 3 January Zandhoven lends nothing to schools.",
     "Chaque année, du 20 décembre au 3 janvier inclus, Zandhoven ne prête rien aux écoles."),
    (ALL, {"blackout": Blackout(date(2027, 7, 21), date(2027, 7, 21), True)},
     "Elk jaar op 21 juli leent Zandhoven niets uit aan ontleners.",
     "Each year on 21 July Zandhoven lends nothing to borrowers.",
     "Chaque année, le 21 juillet, Zandhoven ne prête rien aux emprunteurs."),
    (STAGE, {"shortest": Duration(1, "hours"), "longest": Duration(3)},
     "Ontleners lenen de podiumwagens voor minstens 1 uur en hoogstens 3 dagen.",
     "Borrowers borrow the mobile stages for at least 1 hour and at most 3 days.",
     "Les emprunteurs empruntent les podiums mobiles pour au moins 1 heure et au plus 3 jours."),
    (Subject("Zandhoven", "chair"), {"borrower_kind": "resident", "most_units": 1200},
     "Inwoners krijgen van de stoelen hoogstens 1.200 stuks tegelijk.",
     "Residents get at most 1,200 units of the chairs at once.",
     "Pour les chaises, les habitants obtiennent au plus 1 200 unités à la fois."),
    (STAGE, {"quota": Quota(1)},
     "Ontleners mogen de podiumwagens hoogstens 1 keer per jaar ontlenen.",
     "Borrowers may borrow the mobile stages at most 1 time a year.",
     "Les emprunteurs peuvent emprunter les podiums mobiles au plus 1 fois par an."),
    (STAGE, {"relation": "partner", "borrower_kind": "authority", "quota": Quota(20, "days")},
     "Partnerbesturen mogen de podiumwagens hoogstens 20 dagen per jaar ontlenen.",
     "Partner authorities may borrow the mobile stages at most 20 days a year.",
     "Les administrations partenaires peuvent emprunter les podiums mobiles au plus 20 jours par an."),
    (Subject("AGB Malle", "sports_hall"), {"decides": "desk", "decision_days": 5, "relation": "own"},
     "De uitleendienst beslist binnen 5 dagen over elke aanvraag van ontleners van AGB Malle voor de sporthallen.",
     "The lending desk decides within 5 days on every request of borrowers of AGB Malle for the sports halls.",
     "Le service de prêt décide dans un délai de 5 jours de chaque demande des emprunteurs de l'AGB Malle pour les halls de sport."),
    (STAGE, {"purposes": ["event", "party", "school"]},
     "Ontleners mogen de podiumwagens alleen gebruiken voor evenementen, fuiven en feesten of schoolactiviteiten.",
     "Borrowers may use the mobile stages only for events, parties or school activities.",
     "Les emprunteurs ne peuvent utiliser les podiums mobiles que pour des événements, des fêtes ou des activités scolaires."),
    (STAGE, {"onward": False},
     "Ontleners lenen de podiumwagens alleen voor eigen gebruik: doorgeven mag niet.",
     "Borrowers borrow the mobile stages for their own use only: passing on is not allowed.",
     "Les emprunteurs n'empruntent les podiums mobiles que pour leur propre usage : la transmission à des tiers n'est pas autorisée."),
    (ALL, {"territory": "partners"},
     "Ontleners gebruiken elk middel van Zandhoven alleen op het grondgebied van Zandhoven en zijn partners.",
     "Borrowers use any asset of Zandhoven only on the territory of Zandhoven and its partners.",
     "Les emprunteurs n'utilisent tout bien de Zandhoven que sur le territoire de Zandhoven et de ses partenaires."),
]  # fmt: skip


@pytest.mark.parametrize(("subject", "fields", "nl", "en", "fr"), TABLE, ids=[row[2] for row in TABLE])
def test_a_rule_reads_as_it_would_be_said(subject: Subject, fields: dict[str, Any], nl: str, en: str, fr: str) -> None:
    said = {language: sentences(rule(subject, **fields), subject, language) for language in ("nl", "en", "fr")}
    assert {language: [_plain(each) for each in found] for language, found in said.items()} == {"nl": [nl], "en": [en], "fr": [fr]}


def _plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


ANSWERS: dict[str, list[Any]] = {
    "may_borrow": [True, False], "onward": [True, False], "needs_agreement": [True, False], "needs_contract": [True, False],
    "purposes": [[], [*Purpose]],
    "territory": ["owner", "partners", "anywhere"], "notice": [Lead(0), *(Lead(n, unit) for n in (1, 2) for unit in LeadUnit)],
    "horizon": [Lead(n, unit) for n in (1, 2) for unit in LeadUnit], "priority": [Lead(3, "weeks")],
    "shortest": [Duration(1), Duration(2, "hours")], "longest": [Duration(1), Duration(2, "hours")], "most_units": [1, 5],
    "quota": [Quota(n, unit) for n in (1, 3) for unit in QuotaUnit], "decides": ["automatic", "desk"], "decision_days": [1, 10],
    "collect_days_before": [60], "option_days": [0, 1, 14], "option_days_before": [0, 30], "free_cancellation_days": [0, 7],
    "hire_before": ["confirmation", "handover"],
    "deposit_before": ["confirmation", "handover"], "payment_days": [30],
}  # fmt: skip


@pytest.mark.parametrize("language", ["nl", "en", "fr"])
@pytest.mark.parametrize("question", QUESTIONS)
def test_every_answer_is_a_whole_sentence_for_everyone(question: str, language: str) -> None:
    narrowed = [{}, *({"relation": tie} for tie in Relation), *({"borrower_kind": kind} for kind in BorrowerKind)]
    narrowed += [{"borrower_kind": kind, "relation": tie} for kind in BorrowerKind for tie in Relation]
    narrowed += [{"recognition": each, "borrower_kind": "association"} for each in Recognised]
    subjects = [ALL, PLATFORM, Subject("Zandhoven", "an-own-category"), *(Subject("Zandhoven", each.code) for each in STANDARD)]
    for answer in ANSWERS[question]:
        for subject, narrow in [*((each, {}) for each in subjects), *((STAGE, each) for each in narrowed)]:
            card = rule(subject, **narrow, **{question: answer}, spared=list(Spared) if question == "priority" else [])
            text = sentence_for(question, card, subject, language)
            assert text.endswith(".")
            assert text[0].isupper()
            assert not {"{", "}", "  "} & {*text}
            assert [text] == sentences(card, subject, language)


def test_two_questions_that_one_sentence_answers_are_found_by_both() -> None:
    card = rule(STAGE, horizon=Lead(12, "months"), notice=Lead(12, "weeks"))
    assert sentence_for("horizon", card, STAGE, "nl") == sentence_for("notice", card, STAGE, "nl") != ""
    assert sentence_for("quota", card, STAGE, "nl") == ""


def test_the_words_of_a_closed_list_are_complete() -> None:
    assert {len(words) for words in FORMS.values()} == {3}
    assert [*RecognitionCategory] == [*Recognised[1:]]
