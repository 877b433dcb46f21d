"""From what was agreed to what the paper says, in one language. What is made here is kept with the contract and never made again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from booking.rules.periods import Period
from booking.rules.tariffs import QuoteLine
from booking.words.contracts.texts import CLAUSES, HEADINGS
from booking.words.moments import day, moment, period
from booking.words.money import money
from booking.words.sentences import label, say
from booking.words.tariffs import explain

Agreed = Mapping[str, Any]
CHECKED = ("whole", "undamaged", "clean", "keys")
"""What is looked at of every asset at hand-over and return; its parts come after."""


def paper(agreed: Agreed, number: int, language: str) -> dict[str, Any]:
    """Everything that version `number` of a contract says but its name, as plain JSON for print and page."""
    texts = {code: words[language] for code, words in HEADINGS.items()}
    asked = agreed["reservation"]
    purpose = label("purpose", asked["purpose"], language)
    facts = [
        [texts["dated"], day(date.fromisoformat(agreed["made"]), language)], [texts["version"], str(number)],
        [texts["reservation"], asked["reference"]], [texts["event"], " · ".join(_known(asked["event"], purpose))],
        [texts["place_of_use"], asked["place"]], [texts["beneficiary"], asked["beneficiary"]],
    ]  # fmt: skip
    return {
        "words": texts,
        "owner": agreed["owner"]["name"],
        "facts": [pair for pair in facts if pair[1]],
        "parties": [
            {"role": texts["lender"], "name": agreed["owner"]["name"], "lines": list(_owner(agreed["owner"], language))},
            {"role": texts["borrower"], "name": agreed["borrower"]["name"], "lines": list(_borrower(agreed["borrower"], language))},
        ],
        "lines": [_line(line, texts, language) for line in agreed["lines"]],
        "cover": list(_cover(agreed, language)) or [texts["nothing"]],
        "price": _price(agreed, texts, language),
        "clauses": list(_clauses(agreed, language)),
    }


def _known(*texts: str | None) -> list[str]:
    return [text for text in texts if text]


def _said(code: str, language: str, **details: object) -> str:
    return say(f"contract.{code}", language, **details)


def _owner(owner: Agreed, language: str) -> Iterator[str]:
    yield from _known(", ".join(_known(owner["address"], owner["postal_code"])))
    if owner["kbo"]:
        yield _said("enterprise", language, kbo=owner["kbo"])
    yield from _known(owner["email"], owner["phone"])


def _borrower(borrower: Agreed, language: str) -> Iterator[str]:
    yield f"{label('borrower_kind', borrower['kind'], language)}, {borrower['home']}"
    if borrower["kbo"]:
        yield _said("enterprise", language, kbo=borrower["kbo"])
    yield from _known(borrower["email"], borrower["phone"])
    yield _said("represented", language, name=borrower["asked_by"])


def _line(line: Agreed, texts: Mapping[str, str], language: str) -> dict[str, Any]:
    out, back = (datetime.fromisoformat(text) for text in line["custody"])
    use = Period(*(datetime.fromisoformat(text) for text in line["use"]))
    where = ", ".join(_known(line["depot"], line["address"]))
    way = "" if line["in_place"] else label("handover", line["handover"], language)
    value = money(line["value_cents"], language) if line["value_cents"] else ""
    facts = [
        [texts["out"], moment(out, language)], [texts["back"], moment(back, language)], [texts["use"], period(use, language)],
        [texts["depot"], where], [texts["way"], way], [texts["operator"], line["operator"]], [texts["driver"], line["driver"]],
        [texts["value"], value],
    ]  # fmt: skip
    title = f"{line['units']} × {line['asset']}" if line["units"] > 1 else line["asset"]
    return {
        "title": f"{line['number']}. {title}", "code": line["code"], "facts": [pair for pair in facts if pair[1]],
        "checked": [*(texts[each] for each in CHECKED), *line["parts"]],
    }  # fmt: skip


def _cover(agreed: Agreed, language: str) -> Iterator[str]:
    """What covers the loan and who may handle it, each sentence once however many lines it is about."""
    told = (say(each["code"], language, **each["evidence"]) for line in agreed["lines"] for each in line["cover"])
    yield from dict.fromkeys(told)


def _price(agreed: Agreed, texts: Mapping[str, str], language: str) -> dict[str, Any]:
    price = agreed["price"]
    if price is None:
        return {"posts": [], "sums": [], "rests_on": [], "none": texts["no_price"]}
    assets = {line["number"]: line["asset"] for line in agreed["lines"]}
    posts = [
        {"said": " – ".join(_known(assets.get(post["line"]), explain(_post(post), language))), "amount": money(post["amount"], language)}
        for post in price["posts"]
        if not post["deposit"]
    ]
    sums = [("net", price["net"]), ("vat", price["vat"])] if price["vat"] else []
    sums += [("total", price["total"]), *([("deposit", price["deposit"])] if price["deposit"] else [])]
    laws = [
        _said("from", language, title=law["title"], first=law["first"]) if law["first"] else law["title"] for law in price["regulations"]
    ]
    return {
        "posts": posts, "sums": [{"said": texts[code], "amount": money(cents, language)} for code, cents in sums], "rests_on": laws,
        "none": "",
    }  # fmt: skip


def _post(post: Agreed) -> QuoteLine:
    kept = post["details"]
    return QuoteLine(
        post["line"], post["article"], post["code"], kept["details"], Decimal(kept["quantity"]), kept["unit"], kept["unit_price"],
        Decimal(kept["factor"]), post["amount"], post["vat"],
    )  # fmt: skip


def _clauses(agreed: Agreed, language: str) -> Iterator[str]:
    yield CLAUSES["use_only"][language]
    if agreed["territory"] in ("owner", "partners"):
        yield CLAUSES[f"territory_{agreed['territory']}"][language]
    if agreed["passed_on_to"]:
        yield _said("onward_to", language, beneficiary=agreed["passed_on_to"])
    else:
        yield CLAUSES["onward_yes" if agreed["onward"] else "onward_no"][language]
    for code in ("report", "damage", "late"):
        yield CLAUSES[code][language]
    for terms in agreed["terms"]:
        title = terms["titles"].get(language) or terms["titles"]["nl"]
        yield _said("terms", language, title=title, number=terms["number"], by=terms["by"], on=terms["on"])
    yield CLAUSES["acceptance"][language]
