"""The annex on paper, for the council: the decision, who pays what, and the worked examples with every sum behind them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from flask import Response

from booking.clock import now
from booking.formats.pdf import render
from booking.queries.regulations.page import RegulationPage, regulation_page
from booking.rules.periods import local
from booking.rules.tariffs import ALL, KINDS, Quote, QuoteLine, example_from_plain
from booking.rules.tariffs.kinds.charge import half_up
from booking.rules.tariffs.schema import HEADER
from booking.web.access import requires
from booking.web.extensions import db
from booking.web.language import gettext as _
from booking.web.language import language
from booking.web.regulations.editor.articles import clause_of, derived
from booking.web.regulations.editor.blueprint import pages
from booking.web.regulations.editor.choices import Choices, choices
from booking.web.regulations.editor.proof import Outcome, Proof, prove
from booking.web.regulations.editor.reading import sentence
from booking.web.session import current_actor
from booking.words.money import money
from booking.words.numbers import decimal
from booking.words.tariffs import explain, warn
from booking.words.tariffs.written import column, conditions, example_told, kind_title, term_title, who_belongs, written_value
from booking.words.tariffs.written.conditions import EVERYBODY_ELSE

FACTS = ("organ", "delegation", "decided_on", "decision", "published_on", "published_at", "valid_from", "valid_until", "scope", "covers",
         "prices_by", "across_change", "vat", "indexation")  # fmt: skip
"""Of the decision, what an annex says, in this order."""

Plain = Mapping[str, Any]


@pages.get("/<int(max=999999999):regulation>/bijlage.pdf")
@requires("regulation.read")
def annex(regulation: int) -> Response:
    """The annex as a PDF; of a draft too, which says so."""
    today = local(now()).date()
    found = regulation_page(db.session(), current_actor(), regulation, today)
    proof = prove(found.plain, {}, language())
    known = choices(db.session(), found.authority, found.plain, today, language())
    pdf = render("annex", annex_data(found, proof, known), language())
    headers = {"Content-Disposition": f'inline; filename="bijlage-{regulation}.pdf"'}
    return Response(pdf, content_type="application/pdf", headers=headers)


def annex_data(found: RegulationPage, proof: Proof, known: Choices) -> dict[str, Any]:
    """Everything that the paper says, in words of the reader's language."""
    plain, title = found.plain, str(found.plain.get("title") or found.title)
    columns = [(group.code, group.title) for group in proof.groups] or [(ALL, EVERYBODY_ELSE[known.language])]
    return {
        "title": title,
        "keywords": [found.owner, "retributiereglement"],
        "kicker": found.owner if found.published else " · ".join((found.owner, _("ontwerp, nog niet bekendgemaakt"))),
        "footer": f"{found.owner} · {title}",
        "facts": [list(fact) for fact in _facts(plain, known)],
        "groups": [{"title": title_, "who": _who(code, proof, known)} for code, title_ in columns],
        "articles": [_article(article, columns, proof, known) for article in plain["articles"]],
        "examples": [
            _example(example, outcome, known) for example, outcome in zip(plain["examples"], proof.outcomes, strict=True)
        ],
        "words": {
            "groups": _("Wie betaalt welk tarief"), "tariffs": _("De tarieven"), "article": _("Artikel"),
            "empty": _("Bedragen in euro. Een streepje is geen prijs: dan beslist de uitleendienst."),
            "examples": _("Voorbeelden die het reglement bewijzen"), "proof": _proven(proof),
        },
    }  # fmt: skip


def _facts(plain: Plain, known: Choices) -> Iterator[tuple[str, str]]:
    for name in FACTS:
        if given := plain.get(name):
            said = written_value(HEADER[name].type, given, "header", "", name, known.language, known.named)
            yield term_title("header", "", name, known.language), said


def _who(code: str, proof: Proof, known: Choices) -> str:
    """Who belongs to a group, and of whose tariff it pays a share."""
    group = next((group for group in proof.groups if group.code == code), None)
    if group is None:
        return ""
    told = who_belongs(group, known.language)
    if group.of is None or group.percent is None:
        return told
    of = known.named.get(group.of, group.of)
    share = _("betaalt %(percent)s %% van %(of)s") % {"percent": decimal(group.percent, known.language), "of": of}
    return f"{told}; {share}"


def _article(article: Plain, columns: list[tuple[str, str]], proof: Proof, known: Choices) -> dict[str, Any]:
    """An article: what it is about, and a row of amounts per price column that says something."""
    kind, language_ = article.get("kind", ""), known.language
    about = ", ".join(known.named.get(code, code) for code in article.get("for", ()))
    terms = [f"{term.title}: {term.said}" for term in conditions(article, language_, known.named)]
    clause = clause_of(proof.prepared, article.get("number", ""))
    paid = clause.rows if clause else {}
    rows = []
    for name in KINDS[kind].columns if kind in KINDS else ():
        cents = [
            derived(row.prices.get(name), row.factors) if (row := paid.get(code)) else _own(article, code, name) for code, _title in columns
        ]
        if any(each is not None for each in cents):
            cells = ["–" if each is None else _bare(each, language_) for each in cents]
            rows.append({"title": column(kind, name, language_), "cells": cells})
    said = " · ".join(part for part in (kind_title(kind, language_), about, *terms) if part)
    return {"number": article.get("number", ""), "title": article.get("title", ""), "said": said, "rows": rows}


def _bare(cents: int, language_: str) -> str:
    """An amount without its sign: the whole table is in euro."""
    return money(cents, language_).replace("€", "").strip("\N{NO-BREAK SPACE} ")


def _own(article: Plain, code: str, name: str) -> int | None:
    """What an article says of everybody else, who is no group."""
    found = (article.get("prices") or {}).get(code) or {}
    cents = found.get(name)
    return int(half_up(cents)) if isinstance(cents, int) else None


def _example(example: Plain, outcome: Outcome, known: Choices) -> dict[str, Any]:
    """A worked example with every sum behind its total."""
    name = sentence(example.get("name", ""))
    if outcome.quote is None:
        return {"name": name, "who": "", "lines": [], "posts": [], "sums": []}
    read = example_from_plain(example)
    who, lines = example_told(read, known.language, known.named)
    named = {line.number: known.named.get(line.asset or line.category, line.asset or line.category) for line in read.usage.lines}
    posts, sums = _posts(outcome.quote, known, named if len(named) > 1 else {})
    return {"name": name, "who": who, "lines": list(lines), "posts": posts, "sums": sums}


def _posts(quote: Quote, known: Choices, named: Mapping[int, str]) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    """The posts and the sums of a quote, in words and money; `named` says of which line a post is."""

    def row(said: str, cents: int) -> dict[str, str]:
        return {"said": said, "amount": money(cents, known.language)}

    def told(line: QuoteLine) -> str:
        what = named.get(line.line or 0)
        return f"{what}: {explain(line, known.language)}" if what else explain(line, known.language)

    posts = [row(told(line), line.amount) for line in quote.lines]
    posts += [row(f"{_('Waarborg:')} {told(line)}", line.amount) for line in quote.deposits]
    posts += [row(_("btw"), quote.vat)] if quote.vat else []
    posts += [{"said": warn(notice, known.language), "amount": ""} for notice in quote.warnings]
    sums = [row(_("Te betalen"), quote.total)]
    return posts, [*sums, row(_("Waarborg"), quote.deposit)] if quote.deposit else sums


def _proven(proof: Proof) -> str:
    """Whether the examples bear the regulation out, in one sentence."""
    if proof.holds:
        return str(_("Elk voorbeeld is met deze tarieven nagerekend en klopt tot op de cent."))
    return str(_("%(right)s van %(total)s voorbeelden kloppen.") % {"right": proof.count("right"), "total": len(proof.outcomes)})

