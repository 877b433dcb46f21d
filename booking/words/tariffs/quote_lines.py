"""One line of a price as the sum that it is: `2 dagdelen × 2 lokalen × € 10,00 (art. 3)`."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from booking.rules.tariffs import QuoteLine
from booking.words.money import money
from booking.words.numbers import decimal
from booking.words.tariffs.formulas import ARTICLE, DAY_NAMES, FACTORS, FORMULAS, FREE, HOURS, NOT_ON
from booking.words.tariffs.nouns import counted, things
from booking.words.tariffs.preferred import PREFERRED, of_source
from booking.words.tariffs.templates import fill

MONEY = ("price", "first", "next", "maximum", "uncapped", "extra", "value", "computed", "minimum", "sum")


def explain(line: QuoteLine, language: str = "nl") -> str:
    """How a quote line came about, with its article: what is multiplied by what, and why. Language nl, en or fr."""
    details: Mapping[str, Any] = line.details
    factors = details.get("factors", ())
    article = fill(ARTICLE[language], {"number": line.article})
    if line.amount == 0 and (line.unit_price == 0 or line.factor == 0):
        freeing = [each for each in factors if Decimal(each["percent"]) == 0]
        because = freeing or [each for each in factors if each["code"] in PREFERRED]
        reasons = "".join(f" ({reason(each, language)})" for each in because)
        return f"{FREE[language]}{reasons} ({article})"
    formula = fill(FORMULAS[line.code][language], _fields(line, language))
    return f"{formula}{''.join(_factor(each, language) for each in factors)} ({article})"


def preference(line: QuoteLine, language: str = "nl") -> str | None:
    """What the preferred tariff of a line rests on, in one sentence; None where it has the prices of its own group."""
    details: Mapping[str, Any] = line.details
    found = [each for each in details.get("factors", ()) if each["code"] in PREFERRED]
    telling = sorted(found, key=lambda each: each["code"] == "by_agreement")  # what frees says more than the group that it frees
    return reason(telling[0], language) if telling else None


def _fields(line: QuoteLine, language: str) -> dict[str, str]:
    """Every detail as text; what is one, or makes no difference, is left empty so that its part falls away."""
    details: Mapping[str, Any] = line.details
    category = str(details.get("category") or "")
    fields = {name: money(details[name], language) for name in MONEY if isinstance(details.get(name), int)}
    fields["price"] = money(line.unit_price, language)
    if Decimal(str(details.get("times", 1))) != 1:
        fields["times"] = things(details["times"], str(details.get("measure") or category), language)
    if "maximum_days" in details:
        fields["stretch"] = counted(details["maximum_days"], "day", language)
    if "divide" in details:
        fields["divide"] = decimal(Decimal(details["divide"]), language)
    if "percent" in details:
        fields["percent"] = _percent(details["percent"], language)
    if "window" in details:
        fields["window"] = _window(details["window"], language)
    return {**fields, **_OWN.get(line.code, _nothing)(line, details, language)}


def _nothing(_line: QuoteLine, _details: Mapping[str, Any], _language: str) -> dict[str, str]:
    return {}


def _pieces(line: QuoteLine, details: Mapping[str, Any], language: str) -> dict[str, str]:
    noun = str(details.get("category") or "piece") if line.unit == "piece" else line.unit
    free = {"free": decimal(Decimal(details["free"]), language)} if details.get("free") else {}
    free |= {"from": str(details["from"])} if "from" in details else {}
    return {"quantity": "" if line.unit == "line" else things(line.quantity, noun, language), **free}


def _measure(line: QuoteLine, details: Mapping[str, Any], language: str) -> dict[str, str]:
    free = {"given": counted(details["given"], line.unit, language), "free": decimal(Decimal(details["free"]), language)}
    times = {"times": decimal(Decimal(details["times"]), language)} if Decimal(details["times"]) != 1 else {}
    if "block" in details:
        blocks = {"charged": decimal(Decimal(details["charged"]), language), "block": counted(details["block"], line.unit, language)}
        return {**blocks, **times, "free": "", "given": ""}
    return {"charged": counted(details["charged"], line.unit, language), **times, **(free if Decimal(details["free"]) else {"free": ""})}


def _time(line: QuoteLine, details: Mapping[str, Any], language: str) -> dict[str, str]:
    units = (Decimal(details["seconds"]) / details["unit"]).quantize(Decimal("0.01"))
    block = line.unit if line.unit != "block" else f"× {decimal(Decimal(details['unit']) / 3600, language)} {HOURS[language]}"
    return {"time": counted(units, block, language)}


def _days(_line: QuoteLine, details: Mapping[str, Any], language: str) -> dict[str, str]:
    """The first day and those after it, in brackets where more than that one day is told."""
    same = details["first"] == details["next"]
    following = details["days"] - (0 if same else 1)
    fields = {"following": counted(following, "day" if same else "next_day", language) if following else ""}
    fields |= {"first": ""} if same else {}
    fields |= {"plus": " + "} if following and not same else {}
    return {**fields, "open": "(", "close": ")"} if following or "maximum_days" in details else fields


def _period(_line: QuoteLine, details: Mapping[str, Any], language: str) -> dict[str, str]:
    fields = {}
    if "base_days" in details:
        fields = {"base": money(details["price"], language), "base_days": counted(details["base_days"], "day", language)}
    if not details["further"]:
        return {**fields, "extra": ""}
    by_day = details["step"] == 1
    further = counted(details["further"], "extra_day" if by_day else "started_period", language)
    return {**fields, "further": further, "step": "" if by_day else counted(details["step"], "day", language)}


def _cheapest(_line: QuoteLine, details: Mapping[str, Any], language: str) -> dict[str, str]:
    terms = (("half_days", "half_day", "half_day"), ("days", "day", "price"), ("weekends", "weekend", "weekend"), ("weeks", "week", "week"))
    parts = [
        f"{counted(details[count], noun, language)} × {money(details[price], language)}"
        for count, noun, price in terms
        if details.get(count)
    ]
    return {"sum": " + ".join(parts)}


def _deposit_share(_line: QuoteLine, details: Mapping[str, Any], language: str) -> dict[str, str]:
    fields = {"times": counted(details["times"], details["measure"], language)} if "times" in details else {}
    return fields if details["minimum"] else {**fields, "minimum": ""}


_OWN: dict[str, Any] = {
    "per_piece": _pieces,
    "deposit_each": _pieces,
    "per_measure": _measure,
    "per_time": _time,
    "flat_above": lambda _line, details, language: {"hours": counted(details["hours"], "hour", language)},
    "per_day_part": lambda _line, details, language: {"parts": counted(details["parts"], "day_part", language)},
    "per_day": lambda line, details, language: {"days": counted(details["days"], line.unit, language)},
    "first_next_day": _days,
    "base_period": _period,
    "further_periods": _period,
    "per_block": lambda _line, details, _language: {"blocks": f"{details['count']} × {details['block']}"},
    "share_of": lambda _line, details, language: (
        {"times": counted(details["times"], details["measure"], language)} if Decimal(details["times"]) != 1 else {}
    ),
    "cheapest": _cheapest,
    "deposit_first_next": lambda _line, details, language: {"following": decimal(Decimal(details["count"]), language)},
    "per_started_block": lambda line, details, language: {
        "started": decimal(line.quantity, language),
        "quantity": things(details["count"], str(details["category"]) if line.unit == "piece" else line.unit, language),
        "block": decimal(Decimal(details["block"]), language),
    },
    "deposit_price": lambda line, details, _language: {} if details["computed"] != line.unit_price else {"computed": ""},
    "deposit_value": lambda line, details, _language: {} if details["computed"] != line.unit_price else {"computed": ""},
    "cancellation": lambda _line, details, language: {
        "days": counted(details["days"], "day", language),
        "working": counted(details["working_days"], "working_day", language),
    },
    "deposit_share": _deposit_share,
    "volume": lambda _line, details, language: {"uses": counted(details["uses"], "times", language)},
}


def _factor(factor: Mapping[str, Any], language: str) -> str:
    why, percent = reason(factor, language), round(Decimal(factor["percent"]), 2)
    because = f" ({why})" if why else ""
    return because if percent == 100 else f" × {_percent(percent, language)}{because}"


def reason(factor: Mapping[str, Any], language: str) -> str:
    """Why a price is multiplied, without the percentage: an agreement with its article, the register, an adjustment, a window of time."""
    fields = {name: str(each) for name, each in factor.items()} | {"window": _window(factor, language)} | of_source(factor, language)
    return fill(FACTORS[factor["code"]][language], fields)


def _window(window: Mapping[str, Any], language: str) -> str:
    """Its days, hours and season: `za, zo niet op feestdag 22:00–06:00`."""
    days = ", ".join(DAY_NAMES[language][day] for day in window.get("days", ()))
    others = ", ".join(DAY_NAMES[language][day] for day in window.get("not_days", ()))
    hours = f"{window['from']}–{window['until']}" if "until" in window else ""
    season = f"{window['season_from']}–{window['season_until']}" if "season_from" in window else ""
    return " ".join(part for part in (days, f"{NOT_ON[language]} {others}" if others else "", hours, season) if part)


def _percent(percent: object, language: str) -> str:
    return f"{decimal(Decimal(str(percent)), language)}%" if language == "en" else f"{decimal(Decimal(str(percent)), language)} %"
