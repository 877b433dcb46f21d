"""What a preferred tariff rests on: an agreement and its article, a free quota, or the register of who lends free to whom."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from booking.words.moments import plain_day

_AGREED = {
    "nl": "overeenkomst {reference}[, {article}]",
    "en": "agreement {reference}[, {article}]",
    "fr": "convention {reference}[, {article}]",
}
_FREE = {
    "nl": "{who} leent vrij aan {whom} sinds {since}[, {decision}]",
    "en": "{who} lends free to {whom} since {since}[, {decision}]",
    "fr": "{who} prête gratuitement à {whom} depuis le {since}[, {decision}]",
}
PREFERRED: dict[str, dict[str, str]] = {
    "by_agreement": _AGREED,
    "reciprocity": {
        "nl": f"wederkerigheid: {_FREE['nl']}",
        "en": f"reciprocity: {_FREE['en']}",
        "fr": f"réciprocité : {_FREE['fr']}",
    },
    "exemption": {
        "nl": f"vrijstelling: {_FREE['nl']}",
        "en": f"exemption: {_FREE['en']}",
        "fr": f"exonération : {_FREE['fr']}",
    },
    "free_loans": {
        "nl": f"vrije uitlening {{number}} van {{quota}} in {{year}}, {_AGREED['nl']}",
        "en": f"free loan {{number}} of {{quota}} in {{year}}, {_AGREED['en']}",
        "fr": f"prêt gratuit {{number}} sur {{quota}} en {{year}}, {_AGREED['fr']}",
    },
    "free_days": {
        "nl": f"{{number}} van {{length}} dagen vrij uit het tegoed van {{quota}} in {{year}}, {_AGREED['nl']}",
        "en": f"{{number}} of {{length}} days free from the {{quota}} of {{year}}, {_AGREED['en']}",
        "fr": f"{{number}} jours sur {{length}} gratuits du quota de {{quota}} en {{year}}, {_AGREED['fr']}",
    },
}
"""The factors of a quote line that say where a preferred tariff comes from, by code."""


def of_source(factor: Mapping[str, Any], language: str) -> dict[str, str]:
    """The fields of such a factor that are written otherwise in each language: the day since when."""
    since = factor.get("since")
    return {"since": plain_day(date.fromisoformat(since), language)} if since else {}
