"""The rules of owners in the reader's words: a rule as its sentences, and the sentence of the rule that a finding rests on."""

from __future__ import annotations

from typing import Any

from booking.queries.administration.rules import Named
from booking.queries.assets import Terms
from booking.queries.catalogue import catalogue
from booking.rules.catalogue import AssetCard, Catalogue, RuleCard
from booking.rules.lending import QUESTIONS
from booking.web.extensions import db
from booking.web.language import language
from booking.words.rules import QUESTION_OF, Subject, sentence_for, sentences


def sentences_of(named: Named) -> list[str]:
    """Every sentence of a rule."""
    return sentences(named.card, Subject(named.owner, named.category, named.asset), language())


def rule_of(finding: Any) -> str:
    """The sentence of the rule that a finding rests on, in the words of the row that decided; nothing where it rests on none."""
    kept = finding if isinstance(finding, dict) else {"code": finding.code, "evidence": finding.evidence}
    question, key = QUESTION_OF.get(kept["code"]), kept["evidence"].get("rule_id")
    return rule_said(key, question) if question and key else ""


def rule_said(key: int, question: str) -> str:
    """The sentence in which a rule, in force or not, answers a question."""
    known = catalogue(db.session())
    found = known.rule(key)
    return _said(known, *found, question) if found else ""


def conditions_said(terms: Terms, owner: str, asset: AssetCard) -> list[tuple[str, str]]:
    """(sentence, source) of every rule that wins for somebody, each sentence once, in reading order; blackouts last."""
    met = [(question, card) for question, (_answer, card) in sorted(terms.rules.items(), key=lambda pair: QUESTIONS.index(pair[0]))]
    told: dict[str, str] = {}
    for question, card in [*met, *(("blackout", card) for card in terms.blackouts)]:
        named = Subject(owner, asset.category if card.category else None, asset.name if card.asset else None)
        told.setdefault(sentence_for(question, card, named, language()), card.source)
    return [(sentence, source) for sentence, source in told.items() if sentence]


def _said(known: Catalogue, owner: int, card: RuleCard, question: str) -> str:
    asset = known.assets.get(card.asset or 0)
    category = next((each.category for each in known.assets.values() if each.category_id == card.category), None) if card.category else None
    return sentence_for(question, card, Subject(known.authorities[owner].name, category, asset.name if asset else None), language())
