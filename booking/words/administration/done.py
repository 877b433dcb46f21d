"""What was done to a setting, said at the top of the next page."""

from __future__ import annotations

SENTENCES = {
    "rule_added": {
        "nl": "De regel is bewaard.",
        "en": "The rule was kept.",
        "fr": "La règle est enregistrée.",
    },
    "rule_succeeded": {
        "nl": "De nieuwe regel volgt de oude op. Wat beslist is, houdt de regel van toen.",
        "en": "The new rule succeeds the old one. What was decided keeps the rule of then.",
        "fr": "La nouvelle règle succède à l'ancienne. Ce qui est décidé garde la règle d'alors.",
    },
    "rule_ended_on": {
        "nl": "De regel eindigt. Ze blijft te lezen bij wat ermee beslist is.",
        "en": "The rule ends. It can still be read with what it decided.",
        "fr": "La règle prend fin. Elle reste lisible avec ce qu'elle a décidé.",
    },
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
