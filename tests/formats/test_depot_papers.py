"""Papers of the depot: a long week repeats its day, a label keeps every word of a long name, and telephones read the codes."""

from __future__ import annotations

import io
from typing import Any

import pytest
from pypdf import PdfReader

from booking.formats.pdf import render
from booking.formats.qr import STICKER, svg
from tests.support.telephone import scanned

ADDRESS = "https://streekdepot.example/taken/{}".format
WORDS = {word: word for word in ("time", "work", "asset", "who", "reach", "crew", "nothing")}
ROW = {
    "way": "out", "done": False, "time": "08:00–08:30", "window": "", "kind": "Leveren", "what": "Podium", "code": "P-01", "note": "",
    "who": "Harmonie", "where": "", "phone": "uitleendienst@langegemeentenaam.example", "crew": [],
}  # fmt: skip
LONG = "Geluidsinstallatieaanhangwagen met overkappingsconstructie"


def coded(address: str, said: str = "code") -> dict[str, str]:
    return {"svg": svg(address, said, STICKER).decode(), "alt": said}


def pages(pdf: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages]


def week(*days: dict[str, Any]) -> dict[str, Any]:
    head = dict.fromkeys(("title", "footer", "kicker", "heading", "told"), "Loods, week 24")
    return {**head, "keywords": [], "words": WORDS, "rows": sum(len(day["rows"]) for day in days), "days": list(days)}


def test_a_day_that_runs_over_pages_has_its_name_on_each() -> None:
    rows = [{**ROW, "qr": coded(ADDRESS(n))} for n in range(24)]
    pdf = render("week", week({"title": "ma 14 juni 2027", "told": "", "rows": rows}, {"title": "di", "told": "dicht", "rows": []}), "nl")
    found = pages(pdf)
    assert len(found) == 3
    assert all("ma 14 juni 2027" in page for page in found)
    assert sorted(scanned(pdf)) == sorted(ADDRESS(n) for n in range(24))


def test_a_week_without_work_says_so() -> None:
    assert "nothing" in pages(render("week", week({"title": "ma", "told": "", "rows": []}), "fr"))[0]


@pytest.mark.parametrize("sheet", ["small", "large"])
def test_a_label_holds_every_word_of_a_long_name(sheet: str) -> None:
    label = {"name": LONG, "code": "RAN-AAN-01", "owner": "Ranst", "found": "Gevonden? Bel 03 470 11 22", "qr": coded(ADDRESS("m"))}
    pdf = render("labels", {"title": "Etiketten", "keywords": [], "sheet": sheet, "skip": 23, "labels": [label]}, "nl")
    (words,) = pages(pdf)
    assert "".join(LONG.split()) in words.replace("-", "").replace("\xad", "").replace(" ", "")
    assert "RAN-AAN-01" in words
    assert scanned(pdf) == [ADDRESS("m")]
