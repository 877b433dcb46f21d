"""What was done to a setting, said at the top of the next page."""

from __future__ import annotations

SENTENCES = {
    "setting_saved": {
        "nl": "Bewaard.",
        "en": "Saved.",
        "fr": "Enregistré.",
    },
}
