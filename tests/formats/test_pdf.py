"""Papers: what is asked stands in them, readable for a screen reader, and a fault is a fault."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from booking.formats.pdf import PaperFault, render

ANNEX = {
    "title": "Retributiereglement lokalen", "keywords": ["Ranst"], "kicker": "Ranst", "footer": "Ranst",
    "facts": [["Beslist door", "gemeenteraad"]],
    "groups": [{"title": "Erkende verenigingen", "who": "erkende verenigingen"}, {"title": "Anderen", "who": "iedereen"}],
    "articles": [
        {"number": "1", "title": "Lokalen", "said": "Prijs per dagdeel", "rows": [{"title": "per dagdeel", "cells": ["10,00", "20,00"]}]},
    ],
    "examples": [
        {"name": "P01a", "who": "vereniging", "lines": ["lokaal"], "posts": [{"said": "2 dagdelen × € 10,00", "amount": "€ 20,00"}],
         "sums": [{"said": "Te betalen", "amount": "€ 40,00"}]},
    ],
    "words": {"groups": "Wie", "tariffs": "Tarieven", "article": "Artikel", "empty": "–", "examples": "Voorbeelden", "proof": "Klopt."},
}  # fmt: skip


def test_an_annex_holds_its_amounts_and_can_be_read_aloud() -> None:
    paper = PdfReader(io.BytesIO(render("annex", ANNEX, "nl")))
    text = " ".join(page.extract_text() for page in paper.pages)
    for said in ("Retributiereglement lokalen", "gemeenteraad", "10,00 20,00", "2 dagdelen × € 10,00 € 20,00", "Te betalen € 40,00"):
        assert said in " ".join(text.split())
    root = paper.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "nl"
    assert root["/StructTreeRoot"]
    assert paper.metadata.title == "Retributiereglement lokalen"
    assert "pdfuaid:part" in root["/Metadata"].get_data().decode()


def test_text_is_only_text_however_much_it_looks_like_a_program() -> None:
    sly = {**ANNEX, "title": '#panic("x") *vet* $x$ \\ @ref <a>'}
    text = PdfReader(io.BytesIO(render("annex", sly, "fr"))).pages[0].extract_text()
    assert '#panic("x") *vet*' in text.replace("“", '"').replace("”", '"')


def test_a_sign_without_a_letter_in_our_fonts_keeps_nobody_from_the_paper() -> None:
    odd = {**ANNEX, "title": "Retributie 🎪 漢", "examples": [{**ANNEX["examples"][0], "name": ""}]}
    paper = PdfReader(io.BytesIO(render("annex", odd, "nl")))
    assert "Retributie" in paper.pages[0].extract_text()
    assert paper.trailer["/Root"]["/StructTreeRoot"], "it can still be read aloud"


def test_a_paper_that_does_not_fit_its_data_is_a_fault_and_an_unknown_one_does_not_exist() -> None:
    with pytest.raises(PaperFault):
        render("annex", {"title": "leeg"}, "nl")
    with pytest.raises(KeyError):
        render("../annex", ANNEX, "nl")
