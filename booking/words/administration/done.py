"""What was done to a setting, said at the top of the next page."""

from __future__ import annotations

SENTENCES = {
    "setting_saved": {
        "nl": "Bewaard.",
        "en": "Saved.",
        "fr": "Enregistré.",
    },
    "owners_asked": {
        "nl": "Voorgesteld. Wie het aangaat, kreeg een mail; het geldt zodra iedereen instemt.",
        "en": "Proposed. Those that it concerns got a mail; it counts once everybody agrees.",
        "fr": "Proposé. Les administrations concernées ont reçu un e-mail ; cela vaut dès que toutes acceptent.",
    },
    "owners_agreed": {
        "nl": "Uw bestuur stemt in.",
        "en": "Your authority agrees.",
        "fr": "Votre administration accepte.",
    },
    "owners_taken_back": {
        "nl": "Het voorstel geldt niet meer. Alles blijft zoals het is.",
        "en": "The proposal no longer stands. Everything stays as it is.",
        "fr": "La proposition ne vaut plus. Tout reste en l'état.",
    },
    "place_closed": {
        "nl": "De sluiting is genoteerd. Wat al beloofd was en erdoor geraakt wordt, staat op de werklijst.",
        "en": "The closure was recorded. What was promised and is hit by it stands on the worklist.",
        "fr": "La fermeture est enregistrée. Ce qui était promis et s'en trouve affecté figure dans la liste de travail.",
    },
    "place_reopened": {
        "nl": "{place} is weer open.",
        "en": "{place} is open again.",
        "fr": "{place} est à nouveau ouvert.",
    },
    "asset_copied": {
        "nl": "De kopie staat klaar. Kijk het nummer en de naam na.",
        "en": "The copy is ready. Check its number and name.",
        "fr": "La copie est prête. Vérifiez son numéro et son nom.",
    },
    "photograph_added": {
        "nl": "De foto is toegevoegd.",
        "en": "The photograph was added.",
        "fr": "La photo est ajoutée.",
    },
}
