"""What an agreement says, in sentences: its parties and time, what it covers and for whom, its terms and its tariff."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from booking.rules.agreements import Content, Given
from booking.words.format import enumeration
from booking.words.moments import plain_day
from booking.words.money import money
from booking.words.sentences import label, say


@dataclass(frozen=True, slots=True)
class Clause:
    """Some sentences under one heading; `code` names the heading."""

    code: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Changed:
    """A clause of two versions beside each other."""

    code: str
    before: tuple[str, ...]
    after: tuple[str, ...]

    @property
    def differs(self) -> bool:
        """True where they do not say the same."""
        return self.before != self.after


def clauses(content: Content, language: str) -> tuple[Clause, ...]:
    """All that an agreement says, in the order in which one reads it; a heading with nothing under it is left out."""
    found = (
        ("parties", _parties(content, language)),
        ("period", _period(content, language)),
        ("scope", _scope(content, language)),
        ("served", _served(content, language)),
        ("use", _use(content, language)),
        ("priority", _coded("agreement_priority", content.priority, language)),
        ("insurance", _insurance(content, language)),
        ("tariff", tuple(given(each, language) for each in content.given) or (say("agreement_tariff_none", language),)),
    )
    return tuple(Clause(code, said) for code, sentences in found if (said := tuple(sentences)))


def compared(before: Content, after: Content, language: str) -> tuple[Changed, ...]:
    """Every clause that one of two versions has, beside each other."""
    old = {clause.code: clause.sentences for clause in clauses(before, language)}
    new = {clause.code: clause.sentences for clause in clauses(after, language)}
    return tuple(Changed(code, old.get(code, ()), new.get(code, ())) for code in ORDER if code in old or code in new)


_THEN = {"nl": "; daarna ", "en": "; then ", "fr": " ; ensuite "}
ORDER = ("parties", "period", "scope", "served", "use", "priority", "insurance", "tariff")


def given(term: Given, language: str) -> str:
    """A preferred tariff as one sentence: who gives it for what, and one advantage after another as they are tried."""
    steps = []
    if term.reciprocal:
        steps.append(say("given_reciprocal", language))
    if term.quota:
        steps.append(say(f"given_{term.unit or 'loans'}_{'one' if term.quota == 1 else 'many'}", language, count=term.quota))
    if term.percentage is not None:
        code = "given_percentage_of_group" if term.group else "given_percentage"
        steps.append(say(code, language, percentage=term.percentage, group=term.group))
    elif term.group:
        steps.append(say("given_group", language, group=term.group))
    elif steps:
        steps.append(say("given_then_own", language))
    who = term.lender or say("given_every_party", language)
    what = label("category", term.category, language).lower() if term.category else say("given_for_all", language)
    advantage = _THEN[language].join(steps)
    first, last = (plain_day(day, language) if day else None for day in (term.first, term.last))
    told = {"lender": who[0].upper() + who[1:], "what": what, "advantage": advantage, "article": term.article}
    return say("given_by", language, **told, first=first, last=last)


def _parties(content: Content, language: str) -> Iterable[str]:
    if content.parties:
        yield say("agreement_parties", language, parties=enumeration(list(content.parties), language))


def _period(content: Content, language: str) -> Iterable[str]:
    first, last = plain_day(content.first, language), plain_day(content.last, language) if content.last else None
    yield say("agreement_period", language, first=first, last=last) if last else say("agreement_endless", language, first=first)
    months = content.notice_months
    yield say("agreement_notice" if months else "agreement_notice_none", language, months=months)


def _scope(content: Content, language: str) -> Iterable[str]:
    if content.covers is None:
        yield say("agreement_covers_nothing", language)
    elif not content.covers:
        yield say("agreement_covers_all", language)
    else:
        yield say("agreement_covers", language, what=_things(content.covers, language))
    if content.without:
        yield say("agreement_without", language, what=_things(content.without, language))


def _things(named: Iterable[tuple[str, str]], language: str) -> str:
    words = (label("category", name, language).lower() if noun == "category" else name for noun, name in named)
    return enumeration(sorted(words, key=str.casefold), language)


def _served(content: Content, language: str) -> Iterable[str]:
    others = [kind for kind in content.beneficiaries if kind != "authority"]
    if not content.beneficiaries or "authority" in content.beneficiaries:
        yield say("agreement_own_services", language)
    if others:
        kinds = enumeration([label("agreement_served", kind, language).lower() for kind in others], language)
        code = "agreement_also_for" if len(others) < len(content.beneficiaries) else "agreement_only_for"
        yield say(code, language, kinds=kinds)


def _use(content: Content, language: str) -> Iterable[str]:
    yield say("agreement_onward" if content.onward else "agreement_own_use", language)
    yield from _coded("agreement_place", content.territory, language)
    if content.recall_hours is not None:
        yield say("agreement_recall", language, hours=content.recall_hours)


def _insurance(content: Content, language: str) -> Iterable[str]:
    yield from _coded("agreement_insurer", content.insured_by, language)
    if content.excess_cents:
        yield say("agreement_excess", language, excess=money(content.excess_cents, language))
    if content.damage.strip():
        yield content.damage.strip()


def _coded(noun: str, code: str | None, language: str) -> Iterable[str]:
    return (label(noun, code, language),) if code else ()
