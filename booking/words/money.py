"""Euro amounts as people write them."""

from __future__ import annotations

from booking.words.numbers import grouped

_DECIMAL_SIGN = {"nl": ",", "en": ".", "fr": ","}


def money(cents: int, language: str = "nl") -> str:
    """Integer cents as `€ 1.234,50` (nl), `€1,234.50` (en) or `1 234,50 €` (fr); below zero as `€ -12,00`, `-€12.00`, `-12,00 €`."""
    euros, rest = divmod(abs(cents), 100)
    amount = f"{grouped(euros, language)}{_DECIMAL_SIGN.get(language, ',')}{rest:02}"
    minus = "-" if cents < 0 else ""
    if language == "en":
        return f"{minus}€{amount}"
    if language == "fr":
        return f"{minus}{amount}\N{NO-BREAK SPACE}€"
    return f"€ {minus}{amount}"
