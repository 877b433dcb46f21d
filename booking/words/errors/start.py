"""What stands in the way of the first steps of an installation."""

from __future__ import annotations

SENTENCES = {
    "start_over": {
        "nl": "Deze installatie heeft al een beheerder. Meld u aan.",
        "en": "This installation has an administrator already. Sign in.",
        "fr": "Cette installation a déjà un gestionnaire. Connectez-vous.",
    },
    "start_code_wrong": {
        "nl": "Deze startcode is niet juist. Op de server toont flask --app app init de juiste.",
        "en": "This start code is wrong. On the server flask --app app init shows the right one.",
        "fr": "Ce code de démarrage est incorrect. Sur le serveur, flask --app app init montre le bon.",
    },
}
