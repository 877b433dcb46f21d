"""A paper as a telephone sees it: its pages as pictures, and what the QR codes on them say."""

from __future__ import annotations

import pypdfium2
import zxingcpp

SHARP = 200 / 72
"""As sharp as a camera held over the paper: 200 dots per inch."""


def scanned(pdf: bytes) -> list[str]:
    """What the QR codes of a PDF say, page after page."""
    paper = pypdfium2.PdfDocument(pdf)
    try:
        pictures = [page.render(scale=SHARP).to_pil() for page in paper]
        return [code.text for picture in pictures for code in zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode)]
    finally:
        paper.close()
