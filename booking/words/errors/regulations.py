"""What cannot be done with a fee regulation."""

from __future__ import annotations

SENTENCES = {
    "regulation_unproven": {
        "nl": "Dit reglement bewijst zichzelf niet: een voorbeeld komt anders uit[: {differences}].",
        "en": "This regulation does not prove itself: an example comes out differently[: {differences}].",
        "fr": "Ce règlement ne se prouve pas : un exemple donne un autre résultat[ : {differences}].",
    },
    "regulation_owner_unknown": {
        "nl": "Het bestuur van dit reglement is niet bekend[: {owner}]. Geef zijn NIS-code of volledige naam.",
        "en": "The authority of this regulation is not known[: {owner}]. Give its NIS code or its full name.",
        "fr": "L'administration de ce règlement est inconnue[ : {owner}]. Indiquez son code INS ou son nom complet.",
    },
    "regulation_changed": {
        "nl": "Dit reglement bestaat al met een andere inhoud[: {title}]. Wat een prijs bepaald heeft, wordt nooit gewijzigd: geef de "
        "nieuwe versie een eigen begindatum.",
        "en": "This regulation exists already with another content[: {title}]. What has set a price is never changed: give the new "
        "version a first day of its own.",
        "fr": "Ce règlement existe déjà avec un autre contenu[ : {title}]. Ce qui a fixé un prix n'est jamais modifié : donnez à la "
        "nouvelle version sa propre date de début.",
    },
}
