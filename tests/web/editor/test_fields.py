"""What is typed in the editor of a regulation: read as people write it, kept where it cannot be read, and shown as it was."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from werkzeug.datastructures import MultiDict

from booking.demo.tariffs import FILES
from booking.formats.regulation import loads
from booking.rules.tariffs import from_plain, to_plain
from booking.rules.tariffs.fields import CLOCK, CODE, DATE, DECIMAL, MONEY, value
from booking.rules.tariffs.schema import ARTICLES
from booking.web.regulations.editor import scalars
from booking.web.regulations.editor.choices import WARNINGS
from booking.web.regulations.editor.proof import prove
from booking.web.regulations.editor.reading import read, unreadable
from booking.web.regulations.editor.showing import shown
from booking.web.regulations.editor.slots import hidden
from booking.web.regulations.editor.trees import tree_of
from booking.words.tariffs import NOTICES

CASES = sorted(Path(__file__).parents[2].joinpath("regulations").glob("*.yaml"))
REGULATIONS = [pytest.param(path, id=path.stem) for path in (*CASES, *sorted(FILES.glob("*.yaml")))]

TYPED = [
    (MONEY, "12,50", 1250), (MONEY, "12.50", 1250), (MONEY, "€ 12,5", 1250), (MONEY, "1.250,00", 125000), (MONEY, "1,250.00", 125000),
    (MONEY, "40", 4000), (MONEY, "12,-", 1200), (MONEY, "gratis", 0), (MONEY, "Free", 0),
    (DECIMAL, "2,5", "2.5"), (DECIMAL, "50 %", "50"),
    (CLOCK, "8", "08:00"), (CLOCK, "8u", "08:00"), (CLOCK, "8u30", "08:30"), (CLOCK, "8.30", "08:30"), (CLOCK, "24:00", "24:00"),
    (DATE, "2027-06-12", "2027-06-12"), (DATE, "12/6/2027", "2027-06-12"),
    (CODE, "drank en personeel", "drank-en-personeel"), (CODE, "HW-02", "HW-02"),
]  # fmt: skip
UNREADABLE = [(MONEY, "tien"), (MONEY, "12,505"), (MONEY, "-3"), (MONEY, "1e9"), (CLOCK, "25:00"), (DATE, "31/2/2027"), (DECIMAL, "veel")]


@pytest.mark.parametrize(("kind", "typed", "meant"), TYPED)
def test_amounts_hours_and_dates_are_read_as_people_write_them(kind, typed: str, meant: Any) -> None:
    assert scalars.read(kind, typed) == meant
    assert scalars.read(kind, scalars.shown(kind, meant)) == meant


@pytest.mark.parametrize(("kind", "typed"), UNREADABLE)
def test_what_is_no_amount_hour_or_date_is_refused(kind, typed: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - any of them is a fault at the field
        scalars.read(kind, typed)


@pytest.mark.parametrize("path", REGULATIONS)
def test_every_regulation_passes_through_the_editor_unchanged_and_computes_there(path: Path) -> None:
    regulation = loads(path.read_text(encoding="utf-8"))
    tree = shown(to_plain(regulation))
    sent = tree_of(MultiDict(pair for part, each in tree.items() for pair in hidden(each, part)).lists())
    plain, faults = read(sent)
    back = from_plain(plain)
    assert unreadable(faults) == []
    assert [terms_of(article) for article in back.articles] == [terms_of(article) for article in regulation.articles]
    assert (back.groups, back.examples) == (regulation.groups, regulation.examples)
    assert {name: getattr(back, name) for name in back.__dataclass_fields__ if name not in PARTS} == {
        name: getattr(regulation, name) for name in regulation.__dataclass_fields__ if name not in PARTS
    }
    outcomes = prove(plain, faults, "nl").outcomes
    assert [each.state for each in outcomes if each.state not in {"right", "open"}] == []


PARTS = {"groups", "articles", "examples"}


def terms_of(article) -> Any:
    """An article as it computes: what goes without saying need not be said again."""
    schema = ARTICLES[article.kind].fields
    told = {name: value(schema[name].type, each) for name, each in article.terms.items()}
    return article.number, article.title, article.targets, {**{name: each.default for name, each in schema.items()}, **told}


def test_every_notice_can_be_expected_of_an_example() -> None:
    assert set(WARNINGS) == set(NOTICES)


def test_what_cannot_be_read_is_told_at_its_place_and_the_rest_still_computes() -> None:
    tree = shown(to_plain(loads((FILES / "ranst.yaml").read_text(encoding="utf-8"))))
    tree["articles"][0]["prices"]["recognised"]["price"] = "tien"
    last = len(tree["articles"])
    tree["articles"].append({"number": "99", "title": "", "kind": "day"})
    plain, faults = read(tree)
    assert unreadable(faults) == ["articles:@0:prices:recognised:price"]
    assert faults[f"articles:@{last}:title"] == "missing"
    proof = prove(plain, faults, "nl")
    assert [state for state in (outcome.state for outcome in proof.outcomes) if state == "unready"] == []
    assert proof.problems == ((last, "Artikel 99: het veld „prices” ontbreekt."),)
    assert proof.falls[1] == ("Erkende vereniging van hier", "Erkende Ranstse verenigingen")
