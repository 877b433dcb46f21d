"""What people hand in is judged by its content: harmless as it is, made anew, or refused with what to do about it (TEST_PLAN T-54)."""

from __future__ import annotations

from contextlib import suppress
from io import BytesIO
from random import Random

import pytest
from PIL import Image

from booking.formats.upload import ACCEPTED, checked, neutral
from booking.formats.upload.pdf import refuse_unfit, walked
from booking.formats.upload.pdf_walk import judged
from booking.rules.refusals import Refused
from booking.words import say
from tests.formats.hostile import KEPT, NAMES, REFUSED, Made, bytes_of, pdf


@pytest.mark.parametrize(("name", "made", "code"), REFUSED, ids=[name for name, *_ in REFUSED])
def test_what_is_no_document_or_would_do_something_is_refused(name: str, made: Made, code: str) -> None:
    with pytest.raises(Refused) as refused:
        checked(bytes_of(made), name)
    assert refused.value.code == code
    for language in ("nl", "en", "fr"):
        assert "{" not in say(code, language, **refused.value.details)


@pytest.mark.parametrize(("name", "made", "kind"), KEPT, ids=[name for name, *_ in KEPT])
def test_what_is_a_document_is_kept_as_what_it_is(name: str, made: Made, kind: str) -> None:
    data = bytes_of(made)
    kept = checked(data, name)
    assert kept.media_type == kind
    assert kept.name.endswith(f".{ACCEPTED[kind]}")
    if kind == "application/pdf":
        assert kept.data == data
    else:
        assert b"script" not in kept.data
        assert b"PK\x03\x04" not in kept.data
        with Image.open(BytesIO(kept.data)) as shown:
            assert (shown.get_format_mimetype(), shown.size) == (kind, (60, 40))


@pytest.mark.parametrize(("name", "plain"), NAMES, ids=[repr(name[:20]) for name, _ in NAMES])
def test_a_name_keeps_what_people_recognise_and_nothing_else(name: str, plain: str) -> None:
    assert neutral(name, "pdf") == plain


def test_a_script_that_no_plain_look_finds_is_found_by_the_walk() -> None:
    hidden = pdf(b"<< /S 5 0 R /F (x) >>", b"/Movie")
    assert walked(hidden) == judged(hidden) == "document_active"


def test_whatever_byte_of_a_pdf_is_spoilt_it_is_read_or_refused() -> None:
    dice, whole = Random(54), pdf(b"<< /S /GoTo >>", catalog=b"/OpenAction 4 0 R")
    for _ in range(700):
        place, byte = dice.randrange(len(whole)), dice.randrange(256)
        assert judged(whole[:place] + bytes([byte]) + whole[place + 1 :]) in {
            "fit", "document_unreadable", "document_encrypted", "document_active", "document_too_many_pages",
        }  # fmt: skip


def test_a_reader_that_never_ends_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("booking.formats.upload.pdf.SECONDS", 0.001)
    with pytest.raises(Refused, match="document_unreadable"):
        refuse_unfit(pdf())


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_whatever_byte_of_a_picture_is_spoilt_it_is_made_anew_or_refused(kind: str) -> None:
    file = BytesIO()
    Image.new("RGB", (6, 4), "teal").save(file, kind)
    whole, dice = file.getvalue(), Random(5)
    for _ in range(400):
        place = dice.randrange(8, len(whole))
        with suppress(Refused):
            checked(whole[:place] + bytes([dice.randrange(256)]) + whole[place + 1 :], "x")
