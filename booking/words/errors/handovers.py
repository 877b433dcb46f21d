"""What cannot be done at the door of the depot, or about what happened to an asset."""

from __future__ import annotations

SENTENCES = {
    "handover_refused": {
        "nl": "Nog niet uit te geven: er ontbreekt een bewijs. Bekijk per controle wat er nodig is.",
        "en": "Not to be handed over yet: a proof is missing. See at each check what is needed.",
        "fr": "Pas encore à remettre : une preuve manque. Voyez à chaque contrôle ce qu'il faut.",
    },
    "no_show_too_early": {
        "nl": "Dat is pas te zeggen nadat de uitgifte kon beginnen[: {from_}].",
        "en": "That can only be said once the hand-over could begin[: {from_}].",
        "fr": "Cela ne peut se dire qu'après le début prévu de la remise[ : {from_}].",
    },
    "fact_over": {
        "nl": "Dit was al afgesloten. Herlaad de pagina en bekijk de stand van zaken.",
        "en": "This was already over. Reload the page and see how things stand.",
        "fr": "C'était déjà terminé. Rechargez la page et voyez où en sont les choses.",
    },
}
