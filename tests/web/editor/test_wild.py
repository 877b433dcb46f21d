"""Whatever is typed in whatever field, in whatever order things are filled in: the editor lays it out and names what is missing."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from booking.formats.regulation import loads
from booking.rules.tariffs import KINDS, to_plain
from booking.rules.tariffs.fields import ListOf, Record, Scalar, Table, Type
from booking.rules.tariffs.moments import PERIOD
from booking.rules.tariffs.schema import ARTICLES, EXAMPLE, GROUP, HEADER, LINE
from booking.web.regulations.editor import faults as sentences
from booking.web.regulations.editor.choices import Choices
from booking.web.regulations.editor.proof import prove
from booking.web.regulations.editor.reading import SHARE, read
from booking.web.regulations.editor.sheet import laid_out
from booking.web.regulations.editor.showing import shown
from booking.web.regulations.editor.slots import Page

WORDS = "x 0 1 50 12,50 08:00 24:00 2027-01-01 10-01 any others yes no units km 1,2 mo up - 999999 all price off_peak meeting_room".split()
RIGHT = {
    "money": "12,50", "decimal": "50", "count": "2", "natural": "3", "clock": "08:00", "date": "2027-03-01", "season_day": "10-01",
    "article_number": "2", "flag": "yes", "code": "others", "text": "tekst",
}  # fmt: skip
ROOMS = Path(__file__).parents[2] / "regulations" / "p01.yaml"


@pytest.fixture(autouse=True)
def in_no_language(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sentences of faults belong to a page, and there is none here."""
    monkeypatch.setattr(sentences, "FAULTS", {})
    monkeypatch.setattr(sentences, "_", str)


@pytest.mark.parametrize("kind", KINDS)
def test_an_article_that_is_half_filled_in_is_laid_out_and_the_rest_computes(kind: str) -> None:
    chance = random.Random(kind)
    for _ in range(8):
        tree = shown(to_plain(loads(ROOMS.read_text(encoding="utf-8"))))
        article = {**typed(ARTICLES[kind], chance), "kind": kind, "number": "50", "title": "Nieuw", "shares": [typed(SHARES, chance)]}
        article["prices"] = {"others": dict.fromkeys(KINDS[kind].columns, "10,00")}
        tree["articles"].append(article)
        tree["groups"].insert(0, {**typed(GROUP, chance), "code": "nieuw"})
        tree["header"] |= typed(Record(HEADER), chance)
        tree["examples"].append({**typed(EXAMPLE, chance), "lines": [{**typed(LINE, chance), "what": "meeting_room/"}]})
        plain, faults = read(tree)
        proof = prove(plain, faults, "nl")
        known = Choices("nl", [(group["code"], "…") for group in plain["groups"]], (), ("km",))
        sheet = laid_out(tree, plain, proof, Page(known, faults), frozenset())
        assert len(sheet.articles) == 2
        assert len(proof.outcomes) == 4


SHARES = Record(SHARE)


def typed(type_: Type, chance: random.Random) -> Any:
    """Something for a field: often right, sometimes anything, often nothing."""
    if type_ is PERIOD:
        return {"from_day": "2027-02-13", "from_time": "14:00", "to_day": "", "to_time": chance.choice(["18:20", "", "x"])}
    if isinstance(type_, Scalar):
        fits = chance.choice(type_.sample.split(" | ")) if type_.name == "choice" else RIGHT.get(type_.name, "x")
        return fits if chance.random() < 0.6 else chance.choice(WORDS)
    if isinstance(type_, ListOf):
        several = [typed(type_.item, chance) for _ in range(chance.choice([0, 1, 2]))]
        return several if isinstance(type_.item, Record) else ",".join(several)
    if isinstance(type_, Table):
        return {code: typed(type_.item, chance) for code in chance.sample(["all", "others", "km"], chance.choice([0, 1, 2]))}
    return {name: typed(field.type, chance) for name, field in type_.fields.items() if chance.random() < 0.6}
