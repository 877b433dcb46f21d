"""A rule of an owner in sentences, made from its fields alone, so that what is shown is always what is judged."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from booking.rules.catalogue import RuleCard
from booking.rules.lending import Blackout
from booking.words.format import enumeration
from booking.words.moments import plain_day
from booking.words.numbers import COUNTED, grouped
from booking.words.rules.forms import COUNTS, DATES, EXCEPT, FORMS, OR, PURPOSES, STAGES
from booking.words.rules.what import nothing, what
from booking.words.rules.who import of, spared_ones, who


class Subject(NamedTuple):
    """The names behind the ids of a rule: whose it is, and what it narrows (a category by its code, an asset by its name)."""

    owner: str
    category: str | None = None
    asset: str | None = None


# Which of a rule's questions a finding was about, so that its sentence can be shown beside it.
QUESTION_OF = {
    "eligible": "may_borrow", "not_eligible": "may_borrow",
    "purpose_allowed": "purposes", "purpose_not_allowed": "purposes",
    "territory_allowed": "territory", "territory_unknown": "territory", "territory_outside": "territory",
    "onward_allowed": "onward", "own_use_only": "onward", "own_use_passed_on": "onward",
    "notice_respected": "notice", "notice_too_short": "notice",
    "horizon_respected": "horizon", "horizon_too_far": "horizon",
    "priority_yours": "priority", "priority_over": "priority", "priority_reserved": "priority",
    "blackout": "blackout",
    "duration_allowed": "longest", "duration_too_long": "longest", "duration_too_short": "shortest",
    "units_allowed": "most_units", "units_too_many": "most_units",
    "quota_left": "quota", "quota_used_up": "quota",
    "option_not_given": "option_days", "option_shorter": "option_days", "option_too_late": "option_days_before",
    "option_collected": "collect_days_before",
    "agreement_missing": "needs_agreement", "agreement_in_force": "needs_agreement",
    "decided_automatically": "decides", "desk_decides": "decides",
    "payment_received": "hire_before", "payment_before_confirmation": "hire_before", "payment_before_handover": "deposit_before",
}  # fmt: skip


def sentences(card: RuleCard, subject: Subject, language: str) -> list[str]:
    """Every sentence of a rule, in reading order."""
    return [text for _, text in _all(card, subject, language)]


def sentence_for(question: str, card: RuleCard, subject: Subject, language: str) -> str:
    """The sentence in which a rule answers a question; nothing where it answers another."""
    return next((text for questions, text in _all(card, subject, language) if question in questions), "")


def _all(card: RuleCard, subject: Subject, language: str) -> Iterator[tuple[frozenset[str], str]]:
    """Each sentence with the questions that it answers."""
    names = _names(card, subject, language)
    given = {question: answer for question, answer in card.answers.items() if answer is not None}
    for question, answer in given.items():
        if _SAID_WITH.get(question) in given:
            continue
        form, more = _form(question, answer, given, card, language)
        said = {question, *(second for second, first in _SAID_WITH.items() if first == question and second in given)}
        yield frozenset(said), FORMS[form][language].format(**names, **more)
    if card.blackout:
        form = "blackout" if card.asset or card.category else "blackout_of_all"
        yield frozenset({"blackout"}), FORMS[form][language].format(**names, **_dark(card.blackout, card, language))


# Two questions that one sentence answers: the one is said with the other.
_SAID_WITH = {"notice": "horizon", "shortest": "longest", "decision_days": "decides"}


def _names(card: RuleCard, subject: Subject, language: str) -> dict[str, str]:
    people = who(card.borrower_kind, card.relation, card.recognition, subject.owner, language)
    told = f"les {people}" if language == "fr" else people
    return {
        "S": told[:1].upper() + told[1:],
        "s": told,
        "to": f"aux {people}" if language == "fr" else people,
        "of": f"des {people}",
        "o": what(subject.asset, subject.category, subject.owner, language),
        "nothing": nothing(subject.owner, language),
        "owner": subject.owner,
        "of_owner": of(subject.owner, language),
    }


Form = tuple[str, dict[str, str]]  # which form, and what it fills in beside the names


def _form(question: str, answer: Any, given: dict[str, Any], card: RuleCard, language: str) -> Form:
    if isinstance(answer, bool):
        return _yes_or_no(question, answer, card), {}
    if question in _IN_DAYS and answer:
        return _IN_DAYS[question], {"amount": _amount((answer, "days"), language)}
    match question:
        case "purposes":
            words = [PURPOSES[code][language] for code in answer]
            return ("purposes", {"list": _either(words, language)}) if words else ("no_purpose", {})
        case "horizon" | "notice":
            return _window(given, language)
        case "longest" | "shortest":
            form = "between" if {"longest", "shortest"} <= given.keys() else question
            return form, {name: _amount(given[name], language) for name in ("longest", "shortest") if name in given}
        case "priority":
            return "priority", {"amount": _amount(answer, language), "spared": _spared(card, language, "les ")}
        case "most_units" | "quota":
            return _counted(question, answer, language)
    return _deciding(question, answer, given, language)


_YES_OR_NO = {
    "may_borrow": ("may", "may_not"),
    "onward": ("onward", "own_use"),
    "needs_agreement": ("agreement", "no_agreement"),
    "needs_contract": ("contract", "no_contract"),
}
_IN_DAYS = {
    "decision_days": "desk_within", "collect_days_before": "collected", "free_cancellation_days": "cancel", "payment_days": "payment_days",
    "option_days": "option", "option_days_before": "option_before",
}  # fmt: skip


_NONE = {"free_cancellation_days": "cancel_to_the_end", "option_days": "option_none", "option_days_before": "option_to_the_day"}


def _yes_or_no(question: str, answer: bool, card: RuleCard) -> str:
    if question == "may_borrow" and not (answer or card.asset or card.category):
        return "may_nothing"
    yes, no = _YES_OR_NO[question]
    return yes if answer else no


def _deciding(question: str, answer: Any, given: dict[str, Any], language: str) -> Form:
    match question:
        case "territory":
            return answer, {}
        case "free_cancellation_days" | "option_days" | "option_days_before":
            return _NONE[question], {}
        case "decides":
            if answer == "automatic" or "decision_days" not in given:
                return answer, {}
            return "desk_within", {"amount": _amount((given["decision_days"], "days"), language)}
        case "hire_before" | "deposit_before":
            return question, {"stage": STAGES[answer][language]}
    raise KeyError(question)


def _counted(question: str, answer: Any, language: str) -> Form:
    if question == "most_units":
        return question, {"amount": _amount((answer, "units"), language)}
    return ("quota_units" if answer.unit == "units" else "quota"), {"amount": _amount(answer, language)}


def _window(given: dict[str, Any], language: str) -> Form:
    horizon, notice = given.get("horizon"), given.get("notice")
    told = {name: _amount(lead, language) for name, lead in (("horizon", horizon), ("notice", notice)) if lead}
    if horizon is None:
        return ("notice" if notice and notice.amount else "to_the_day"), told
    if notice is None:
        return "horizon", told
    return ("window" if notice.amount else "window_to_the_day"), told


def _amount(amount: tuple[int, str], language: str) -> str:
    """`12 weken`, `1 keer`, `10.000 stuks`."""
    number, unit = amount
    one, more = (COUNTED.get(unit) or COUNTS[unit])[language]
    return f"{grouped(number, language)} {one if number == 1 or (language == 'fr' and number == 0) else more}"


def _dark(blackout: Blackout, card: RuleCard, language: str) -> dict[str, str]:
    first, last = (_yearly(day, language) if blackout.yearly else plain_day(day, language) for day in (blackout.first, blackout.last))
    alone = blackout.first == blackout.last
    when = DATES[language][2 * alone + blackout.yearly].format(first=first, last=last)
    spared = _spared(card, language, "aux ")
    colon = "\N{NO-BREAK SPACE}: " if language == "fr" else ": "
    return {"When": when, "except": EXCEPT[language].format(spared) if spared else "",
            "reason": f"{colon}{blackout.reason}" if blackout.reason else ""}  # fmt: skip


def _yearly(day: date, language: str) -> str:
    """A date without its year."""
    return plain_day(day, language).removesuffix(f" {day.year}")


def _spared(card: RuleCard, language: str, article: str) -> str:
    ones = spared_ones(card.spared, language)
    return enumeration([f"{article}{each}" if language == "fr" else each for each in ones], language)


def _either(words: list[str], language: str) -> str:
    """`a`, `a of b`, `a, b of c`."""
    *others, last = words
    return f"{', '.join(others)} {OR[language]} {last}" if others else last
