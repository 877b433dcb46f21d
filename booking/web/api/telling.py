"""The values of the house as JSON: findings with their sentence, prices with their sum in words, periods as moments with an offset."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any

import orjson
from flask import Response, url_for

from booking.queries.judging import JudgedDossier, JudgedLine
from booking.queries.nearby import Alternatives
from booking.queries.overview import QuoteView
from booking.rules.admission import Finding
from booking.rules.catalogue import AssetCard, AuthorityCard
from booking.rules.charges.extras import price_of
from booking.rules.periods import Period
from booking.rules.tariffs import Quote, QuoteLine
from booking.rules.tariffs.asked import offered_extras
from booking.words import say
from booking.words.tariffs import explain, preference, warn


def dumps(value: Any) -> str:
    """As JSON, without spaces. Raises TypeError for what is no plain value."""
    return orjson.dumps(value).decode()


def answer(text: str, status: int = 200) -> Response:
    """Text that is JSON already."""
    return Response(text, status, mimetype="application/json")


def moment(value: datetime | None) -> str | None:
    """ISO 8601 with its offset."""
    return None if value is None else value.isoformat()


def period(value: Period) -> dict[str, str]:
    """From and to."""
    return {"from": value.start.isoformat(), "to": value.end.isoformat()}


def authority(card: AuthorityCard) -> dict[str, Any]:
    """Id and name."""
    return {"id": card.id, "name": card.name}


def asset(card: AssetCard) -> dict[str, Any]:
    """Id, code and name."""
    return {"id": card.id, "code": card.code, "name": card.name}


def findings(found: Iterable[Finding | Mapping[str, Any]], language: str) -> list[dict[str, Any]]:
    """Findings, fresh or as they were kept, each with its sentence."""
    return [_told(*(each if isinstance(each, Finding) else map(each.__getitem__, Finding._fields)), language) for each in found]


def _told(code: str, verdict: str, subject: str, evidence: Mapping[str, Any], language: str) -> dict[str, Any]:
    text = _text(code, language, evidence)
    return {"code": code, "verdict": verdict, "subject": subject, "evidence": dict(evidence), "text": text, **_link(evidence)}


def _link(evidence: Mapping[str, Any]) -> dict[str, str]:
    """Where the terms of use that a finding is about are read."""
    publisher = evidence.get("publisher_id")
    return {"link": url_for("terms.overview", authority=publisher, _external=True)} if publisher else {}


def _text(code: str, language: str, evidence: Mapping[str, Any]) -> str:
    try:
        return _said(code, language, tuple(evidence.items()))
    except TypeError:  # a list in the evidence, which no cache can hold
        return say(code, language, **evidence)


@lru_cache(maxsize=4096)
def _said(code: str, language: str, evidence: tuple[tuple[str, Any], ...]) -> str:
    """Most findings of a day say the same: that a thing is in service, that no proof is needed."""
    return say(code, language, **dict(evidence))


def quoted(quote: Quote | None, language: str) -> dict[str, Any] | None:
    """A price as it was just computed."""
    if quote is None:
        return None
    posts = [_post(post, False, language) for post in quote.lines] + [_post(post, True, language) for post in quote.deposits]
    notices = [{"code": each.code, "line": each.line, "text": warn(each, language)} for each in quote.warnings]
    return {"lines": posts, "net": quote.net, "vat": quote.vat, "total": quote.total, "deposit": quote.deposit, "notices": notices}


def kept_quote(quotes: list[QuoteView], numbers: Mapping[int, int], language: str) -> dict[str, Any] | None:
    """The newest version of a price as it was kept; `numbers` gives the number of each line id."""
    if not quotes:
        return None
    newest = quotes[0]
    posts = [_post(_kept_post(row, numbers), row["deposit"], language) for row in newest.posts]
    return {
        "lines": posts, "net": newest.net, "vat": newest.vat, "total": newest.total, "deposit": newest.deposit, "notices": [],
    }  # fmt: skip


def _kept_post(row: Mapping[str, Any], numbers: Mapping[int, int]) -> QuoteLine:
    kept = row["details"]
    return QuoteLine(
        numbers.get(row["line_id"]), row["article"], row["code"], kept["details"], Decimal(kept["quantity"]), kept["unit"],
        kept["unit_price"], Decimal(kept["factor"]), row["amount"], row["vat"],
    )  # fmt: skip


def _post(post: QuoteLine, deposit: bool, language: str) -> dict[str, Any]:
    return {
        "line": post.line, "article": post.article, "code": post.code, "amount": post.amount, "deposit": deposit,
        "text": explain(post, language), "preferred": preference(post, language),
    }  # fmt: skip


def price(quote: Mapping[str, Any] | None, number: int) -> int | None:
    """The sum of a line's own posts in cents; None when nothing prices it."""
    own = [post["amount"] for post in (quote or {"lines": ()})["lines"] if post["line"] == number and not post["deposit"]]
    return sum(own) if own else None


def judged_line(line: JudgedLine, quote: Mapping[str, Any] | None, language: str) -> dict[str, Any]:
    """A line as it was judged; its price comes from the dossier's quote, told already."""
    facts = line.facts
    return {
        "number": line.number, "asset": asset(facts.asset), "units": facts.units, "handover": str(line.wanted.handover),
        "use": period(facts.periods.use), "custody": period(facts.periods.custody), "findings": findings(line.findings, language),
        "price": price(quote, line.number), "measures": {name: f"{amount:f}" for name, amount in line.wanted.measures.items()},
    }  # fmt: skip


def offer(dossiers: Iterable[JudgedDossier], language: str) -> dict[str, Any]:
    """What a preview found."""
    told, lines = [], []
    for dossier in dossiers:
        quote = quoted(dossier.quote, language)
        told.append({"authority": authority(dossier.authority), "lines": [line.number for line in dossier.lines], "quote": quote})
        extras = _extras(dossier)
        lines += [
            {**judged_line(line, quote, language), "outcome": str(line.outcome), "extras": extras.get(line.number, [])}
            for line in dossier.lines
        ]
    return {"dossiers": told, "lines": sorted(lines, key=lambda line: line["number"])}


def _extras(dossier: JudgedDossier) -> dict[int, list[dict[str, Any]]]:
    """By line number the services that may be taken with it."""
    return {
        line.number: [
            {
                "measure": extra.name, "title": extra.title, "article": extra.article, "counted": extra.counted,
                "price": price_of(part.card.prepared, part.usage, line.number, extra.name).total,
            }
            for extra in offered_extras(part.card.prepared, line.category, line.asset, part.quote.group or "")
        ]
        for part in dossier.parts
        for line in part.usage.lines
    }  # fmt: skip


def refusal(details: Mapping[str, Any], language: str) -> dict[str, Any]:
    """The details of a refusal, with what stands in the way and what is near instead in the shapes of the API."""
    told = dict(details)
    nearby: Mapping[int, Alternatives] = told.pop("alternatives", None) or {}
    if "lines" in told:
        told["lines"] = [_refused_line(line, nearby.get(line.number), language) for line in told["lines"]]
    if "findings" in told:
        told["findings"] = findings(told["findings"], language)
    return told


def _refused_line(line: JudgedLine, nearby: Alternatives | None, language: str) -> dict[str, Any]:
    return {
        "number": line.number, "asset": asset(line.facts.asset), "outcome": str(line.outcome),
        "findings": findings(line.findings, language), "alternatives": alternatives(nearby) if nearby else None,
    }  # fmt: skip


def alternatives(nearby: Alternatives) -> dict[str, Any]:
    """The nearest dates and places."""
    places = [
        {"asset": asset(place.asset), "free": place.free, "km": None if place.km is None else round(place.km, 1)} for place in nearby.places
    ]
    return {"dates": [period(each) for each in nearby.dates], "places": places}
