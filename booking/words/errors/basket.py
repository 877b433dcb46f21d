"""What cannot be done with a basket, and what to do about it."""

from __future__ import annotations

SENTENCES = {
    "basket_empty": {
        "nl": "Uw mand is leeg. Zoek eerst wat u nodig hebt en voeg het toe.",
        "en": "Your basket is empty. First search for what you need and add it.",
        "fr": "Votre panier est vide. Cherchez d'abord ce qu'il vous faut et ajoutez-le.",
    },
    "basket_line_unknown": {
        "nl": "Dit staat niet (meer) in uw mand.",
        "en": "This is not (or no longer) in your basket.",
        "fr": "Ceci ne se trouve pas (ou plus) dans votre panier.",
    },
    "basket_taken": {
        "nl": "Intussen niet meer vrij: {assets}. Haal het uit uw mand of kies andere data.",
        "en": "No longer free: {assets}. Take it out of your basket or choose other dates.",
        "fr": "Plus disponible entre-temps : {assets}. Retirez-le de votre panier ou choisissez d'autres dates.",
    },
    "baskets_held": {
        "nl": "Vanaf dit netwerk worden al meerdere manden vastgehouden. Meld u eerst aan, of wacht {minutes}.",
        "en": "Several baskets are already being held from this network. Sign in first, or wait {minutes}.",
        "fr": "Plusieurs paniers sont déjà gardés depuis ce réseau. Connectez-vous d'abord, ou attendez {minutes}.",
    },
}
