"""Written text as blocks: what is understood, and that nothing in it can become more than text."""

from __future__ import annotations

import pytest

from booking.formats.prose import Block, Span, blocks, spans


def _plain(*lines: str, kind: str = "paragraph", level: int = 0) -> Block:
    return Block(kind, tuple((Span("plain", line),) for line in lines), level)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("", []),
        ("Een zin.", [_plain("Een zin.")]),
        ("Een zin\nop twee regels.", [_plain("Een zin op twee regels.")]),
        ("Eén.\n\nTwee.", [_plain("Eén."), _plain("Twee.")]),
        ("# Kop\nTekst", [_plain("Kop", kind="heading", level=1), _plain("Tekst")]),
        ("## Een\n## Twee", [_plain("Een", kind="heading", level=2), _plain("Twee", kind="heading", level=2)]),
        ("- a\n- b\n  verder\n\nDan", [_plain("a", "b verder", kind="bullets"), _plain("Dan")]),
        ("1. a\n2) b", [_plain("a", "b", kind="numbers")]),
        ("Vooraf:\n- a\n1. b", [_plain("Vooraf:"), _plain("a", kind="bullets"), _plain("b", kind="numbers")]),
        ("#geen kop", [_plain("#geen kop")]),
    ],
)
def test_a_text_becomes_blocks(text: str, read: list[Block]) -> None:
    assert blocks(text) == read


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        ("gewoon", [Span("plain", "gewoon")]),
        ("**nooit** doorlenen", [Span("strong", "nooit"), Span("plain", " doorlenen")]),
        ("dat *mag* wel", [Span("plain", "dat "), Span("stressed", "mag"), Span("plain", " wel")]),
        ("zie [ons](https://ranst.example/a)", [Span("plain", "zie "), Span("link", "ons", "https://ranst.example/a")]),
        ("[x](javascript:alert(1))", [Span("plain", "[x](javascript:alert(1))")]),
        ("2 * 3 * 4", [Span("plain", "2 * 3 * 4")]),
        ("<script>alert(1)</script>", [Span("plain", "<script>alert(1)</script>")]),
    ],
)
def test_a_line_becomes_pieces_of_plain_text(line: str, pieces: list[Span]) -> None:
    assert list(spans(line)) == pieces
