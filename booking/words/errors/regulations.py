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
    "regulation_misshapen": {
        "nl": "Dit is geen reglement: er ontbreekt een lijst van groepen, artikelen of voorbeelden.",
        "en": "This is no regulation: a list of groups, articles or examples is missing.",
        "fr": "Ceci n'est pas un règlement : il manque une liste de groupes, d'articles ou d'exemples.",
    },
    "regulation_too_large": {
        "nl": "Dit reglement is te groot: hoogstens {most} tekens.",
        "en": "This regulation is too large: at most {most} characters.",
        "fr": "Ce règlement est trop grand : {most} caractères au plus.",
    },
    "regulation_settled": {
        "nl": "Dit reglement is bekendgemaakt. Het wordt niet meer gewijzigd: maak een nieuwe versie die het opvolgt.",
        "en": "This regulation was published. It is no longer changed: make a new version that succeeds it.",
        "fr": "Ce règlement a été publié. Il n'est plus modifié : faites une nouvelle version qui lui succède.",
    },
}
