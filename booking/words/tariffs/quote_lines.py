"""One line of a price as the sum that it is: `2 dagdelen × 2 lokalen × € 10,00 (art. 3)`."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from booking.rules.tariffs import QuoteLine
from booking.words.money import money
from booking.words.numbers import decimal
from booking.words.tariffs.nouns import counted, things
from booking.words.tariffs.preferred import PREFERRED, of_source
from booking.words.tariffs.templates import fill

FORMULAS: dict[str, dict[str, str]] = {
    "forfait": {"nl": "vaste prijs {price}", "en": "fixed price {price}", "fr": "prix forfaitaire {price}"},
    "per_piece": {
        "nl": "{quantity} × {price}[ (na {free} gratis)]",
        "en": "{quantity} × {price}[ (after {free} free)]",
        "fr": "{quantity} × {price}[ (après {free} gratuits)]",
    },
    "per_measure": {
        "nl": "{charged}[ × {times}] × {price}[ ({given}, waarvan {free} gratis)]",
        "en": "{charged}[ × {times}] × {price}[ ({given}, of which {free} free)]",
        "fr": "{charged}[ × {times}] × {price}[ ({given}, dont {free} gratuits)]",
    },
    "per_time": dict.fromkeys(("nl", "en", "fr"), "{time}[ × {times}] × {price}[ ({window})]"),
    "flat_above": {
        "nl": "dagtarief boven {hours}: [{times} × ]{price}",
        "en": "day rate above {hours}: [{times} × ]{price}",
        "fr": "tarif journalier au-delà de {hours} : [{times} × ]{price}",
    },
    "per_day_part": dict.fromkeys(("nl", "en", "fr"), "{parts}[ × {times}] × {price}[ ({window})]"),
    "per_day": dict.fromkeys(("nl", "en", "fr"), "{days}[ × {times}] × {price}"),
    "first_next_day": {
        "nl": "[{times} × ][{open}][eerste dag {first}][{plus}][{following} × {next}]"
        "[ = {uncapped}, beperkt tot {maximum} per {stretch}: {price}][{close}]",
        "en": "[{times} × ][{open}][first day {first}][{plus}][{following} × {next}]"
        "[ = {uncapped}, limited to {maximum} per {stretch}: {price}][{close}]",
        "fr": "[{times} × ][{open}][premier jour {first}][{plus}][{following} × {next}]"
        "[ = {uncapped}, limité à {maximum} par {stretch} : {price}][{close}]",
    },
    "base_period": {
        "nl": "[{times} × ]({base} voor {base_days}[ + {further}][ van {step}][ × {extra}])",
        "en": "[{times} × ]({base} for {base_days}[ + {further}][ of {step}][ × {extra}])",
        "fr": "[{times} × ]({base} pour {base_days}[ + {further}][ de {step}][ × {extra}])",
    },
    "cheapest": {
        "nl": "voordeligste combinatie: [{times} × ]({sum})",
        "en": "cheapest combination: [{times} × ]({sum})",
        "fr": "combinaison la plus avantageuse : [{times} × ]({sum})",
    },
    "deposit_each": dict.fromkeys(("nl", "en", "fr"), "[{quantity} × ]{price}"),
    "deposit_first_next": {
        "nl": "eerste stuk {first} + {following} × {next}",
        "en": "first piece {first} + {following} × {next}",
        "fr": "première pièce {first} + {following} × {next}",
    },
    "deposit_value": {
        "nl": "{percent} van de waarde {value}[ = {computed}, bepaald op {price}]",
        "en": "{percent} of the value {value}[ = {computed}, set at {price}]",
        "fr": "{percent} de la valeur {value}[ = {computed}, fixé à {price}]",
    },
    "per_dossier": {"nl": "vast bedrag per dossier", "en": "fixed amount per request", "fr": "montant fixe par dossier"},
    "minimum": {
        "nl": "aanvulling van {sum} tot het minimum van {minimum}",
        "en": "from {sum} up to the minimum of {minimum}",
        "fr": "complément de {sum} jusqu'au minimum de {minimum}",
    },
    "maximum": {
        "nl": "van {sum} beperkt tot het maximum van {maximum}",
        "en": "from {sum} down to the maximum of {maximum}",
        "fr": "de {sum} limité au maximum de {maximum}",
    },
    "volume": {
        "nl": "{uses} in één aanvraag: {percent} van {sum}",
        "en": "{uses} in one application: {percent} of {sum}",
        "fr": "{uses} en une demande : {percent} de {sum}",
    },
    "cancellation": {
        "nl": "{days} ({working}) vooraf geannuleerd: {percent} van {sum} blijft verschuldigd",
        "en": "cancelled {days} ({working}) ahead: {percent} of {sum} stays due",
        "fr": "annulé {days} ({working}) à l'avance : {percent} de {sum} reste dû",
    },
    "deposit_share": {
        "nl": "{percent} van de waarborg {sum}[, minstens {minimum}]",
        "en": "{percent} of the deposit {sum}[, at least {minimum}]",
        "fr": "{percent} de la caution {sum}[, au moins {minimum}]",
    },
    "deposit_maximum": {
        "nl": "waarborgen samen {sum}, beperkt tot {maximum}",
        "en": "deposits together {sum}, limited to {maximum}",
        "fr": "cautions ensemble {sum}, limitées à {maximum}",
    },
}

HOURS = {"nl": "u.", "en": "h", "fr": "h"}
FREE = {"nl": "gratis", "en": "free", "fr": "gratuit"}
ARTICLE = {"nl": "art. {number}", "en": "art. {number}", "fr": "art. {number}"}
FACTORS: dict[str, dict[str, str]] = {
    "group_percent": {"nl": "van het tarief „{of_title}”", "en": "of the tariff “{of_title}”", "fr": "du tarif « {of_title} »"},
    "agreement": dict.fromkeys(("nl", "en", "fr"), "{source}"),
    **PREFERRED,
    "adjust": dict.fromkeys(("nl", "en", "fr"), "{reason}"),
    "window": dict.fromkeys(("nl", "en", "fr"), "{window}"),
}
DAY_NAMES = {
    "nl": {"mo": "ma", "tu": "di", "we": "wo", "th": "do", "fr": "vr", "sa": "za", "su": "zo", "holiday": "feestdag"},
    "en": {"mo": "Mon", "tu": "Tue", "we": "Wed", "th": "Thu", "fr": "Fri", "sa": "Sat", "su": "Sun", "holiday": "holiday"},
    "fr": {"mo": "lu", "tu": "ma", "we": "me", "th": "je", "fr": "ve", "sa": "sa", "su": "di", "holiday": "jour férié"},
}
MONEY = ("price", "first", "next", "maximum", "uncapped", "extra", "value", "computed", "minimum", "sum")


def explain(line: QuoteLine, language: str = "nl") -> str:
    """How a quote line came about, with its article: what is multiplied by what, and why. Language nl, en or fr."""
    details: Mapping[str, Any] = line.details
    factors = details.get("factors", ())
    article = fill(ARTICLE[language], {"number": line.article})
    if line.amount == 0 and (line.unit_price == 0 or line.factor == 0):
        because = [each for each in factors if Decimal(each["percent"]) == 0 or each["code"] in PREFERRED]
        reasons = "".join(f" ({reason(each, language)})" for each in because)
        return f"{FREE[language]}{reasons} ({article})"
    formula = fill(FORMULAS[line.code][language], _fields(line, language))
    return f"{formula}{''.join(_factor(each, language) for each in factors)} ({article})"


def _fields(line: QuoteLine, language: str) -> dict[str, str]:
    """Every detail as text; what is one, or makes no difference, is left empty so that its part falls away."""
    details: Mapping[str, Any] = line.details
    category = str(details.get("category") or "")
    fields = {name: money(details[name], language) for name in MONEY if isinstance(details.get(name), int)}
    fields["price"] = money(line.unit_price, language)
    if Decimal(str(details.get("times", 1))) != 1:
        fields["times"] = things(details["times"], str(details.get("measure") or category), language)
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
    return {"quantity": "" if line.unit == "line" else things(line.quantity, noun, language), **free}


def _measure(line: QuoteLine, details: Mapping[str, Any], language: str) -> dict[str, str]:
    free = {"given": counted(details["given"], line.unit, language), "free": decimal(Decimal(details["free"]), language)}
    times = {"times": decimal(Decimal(details["times"]), language)} if Decimal(details["times"]) != 1 else {}
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
    fields |= {"stretch": counted(details["maximum_days"], "day", language)} if "maximum_days" in details else {}
    return {**fields, "open": "(", "close": ")"} if following or "maximum_days" in details else fields


def _period(_line: QuoteLine, details: Mapping[str, Any], language: str) -> dict[str, str]:
    fields = {"base": money(details["price"], language), "base_days": counted(details["base_days"], "day", language)}
    if not details["further"]:
        return {**fields, "extra": ""}
    by_day = details["step"] == 1
    further = counted(details["further"], "extra_day" if by_day else "started_period", language)
    return {**fields, "further": further, "step": "" if by_day else counted(details["step"], "day", language)}


def _cheapest(_line: QuoteLine, details: Mapping[str, Any], language: str) -> dict[str, str]:
    terms = (("days", "day", "price"), ("weekends", "weekend", "weekend"), ("weeks", "week", "week"))
    parts = [
        f"{counted(details[count], noun, language)} × {money(details[price], language)}" for count, noun, price in terms if details[count]
    ]
    return {"sum": " + ".join(parts)}


_OWN: dict[str, Any] = {
    "per_piece": _pieces,
    "deposit_each": _pieces,
    "per_measure": _measure,
    "per_time": _time,
    "flat_above": lambda _line, details, language: {"hours": counted(details["hours"], "hour", language)},
    "per_day_part": lambda _line, details, language: {"parts": counted(details["parts"], "day_part", language)},
    "per_day": lambda _line, details, language: {"days": counted(details["days"], "day", language)},
    "first_next_day": _days,
    "base_period": _period,
    "cheapest": _cheapest,
    "deposit_first_next": lambda _line, details, language: {"following": decimal(Decimal(details["count"]), language)},
    "deposit_value": lambda line, details, _language: {} if details["computed"] != line.unit_price else {"computed": ""},
    "cancellation": lambda _line, details, language: {
        "days": counted(details["days"], "day", language),
        "working": counted(details["working_days"], "working_day", language),
    },
    "deposit_share": lambda _line, details, _language: {} if details["minimum"] else {"minimum": ""},
    "volume": lambda _line, details, language: {"uses": counted(details["uses"], "times", language)},
}


def _factor(factor: Mapping[str, Any], language: str) -> str:
    why, percent = reason(factor, language), round(Decimal(factor["percent"]), 2)
    return f" ({why})" if percent == 100 else f" × {_percent(percent, language)} ({why})"


def reason(factor: Mapping[str, Any], language: str) -> str:
    """Why a price is multiplied, without the percentage: an agreement with its article, the register, an adjustment, a window of time."""
    fields = {name: str(each) for name, each in factor.items()} | {"window": _window(factor, language)} | of_source(factor, language)
    return fill(FACTORS[factor["code"]][language], fields)


def _window(window: Mapping[str, Any], language: str) -> str:
    """Its days, hours and season: `za, zo 22:00–06:00`."""
    days = ", ".join(DAY_NAMES[language][day] for day in window.get("days", ()))
    hours = f"{window['from']}–{window['until']}" if "from" in window else ""
    season = f"{window['season_from']}–{window['season_until']}" if "season_from" in window else ""
    return " ".join(part for part in (days, hours, season) if part)


def _percent(percent: object, language: str) -> str:
    return f"{decimal(Decimal(str(percent)), language)}%" if language == "en" else f"{decimal(Decimal(str(percent)), language)} %"
