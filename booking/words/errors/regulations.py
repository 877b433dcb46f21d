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
    "regulation_unfinished": {
        "nl": "Dit ontwerp is nog niet af: het kan nog niets berekenen. Op de bladzijde van het ontwerp staat waar.",
        "en": "This draft is not finished: it cannot compute anything yet. The page of the draft says where.",
        "fr": "Ce projet n'est pas terminé : il ne peut encore rien calculer. La page du projet dit où.",
    },
    "regulation_without_examples": {
        "nl": "Er is nog geen uitgewerkt voorbeeld. Zonder voorbeeld met een bedrag bewijst een reglement niets.",
        "en": "There is no worked example yet. Without an example with an amount a regulation proves nothing.",
        "fr": "Il n'y a pas encore d'exemple chiffré. Sans exemple avec un montant, un règlement ne prouve rien.",
    },
    "regulation_untried": {
        "nl": "Nog zonder voorbeeld[: artikel {articles}][: categorie {groups}]. Voeg er voor elk een toe.",
        "en": "Still without an example[: article {articles}][: group {groups}]. Add one for each.",
        "fr": "Encore sans exemple[ : article {articles}][ : catégorie {groups}]. Ajoutez-en un pour chacun.",
    },
    "regulation_not_proven": {
        "nl": "Alleen een bewezen reglement wordt bekendgemaakt: laat eerst elk voorbeeld uitkomen.",
        "en": "Only a proven regulation is published: let every example come out first.",
        "fr": "Seul un règlement prouvé est publié : faites d'abord aboutir chaque exemple.",
    },
    "regulation_unanswered": {
        "nl": "Een waarschuwing heeft nog geen antwoord. Zeg bij elke waarschuwing waarom ze mag blijven staan.",
        "en": "A warning has no answer yet. Say with each warning why it may stand.",
        "fr": "Un avertissement n'a pas encore de réponse. Dites pour chacun pourquoi il peut subsister.",
    },
    "successor_too_early": {
        "nl": "Dit begint niet later dan het reglement dat het opvolgt[, dat geldt vanaf {first}].",
        "en": "This does not begin later than the regulation that it succeeds[, which is in force from {first}].",
        "fr": "Ceci ne commence pas après le règlement auquel il succède[, en vigueur depuis le {first}].",
    },
    "decision_incomplete": {
        "nl": "Zonder dit kan niemand de beslissing opzoeken.",
        "en": "Without this nobody can look the decision up.",
        "fr": "Sans cela, personne ne peut retrouver la décision.",
    },
    "published_before_decided": {
        "nl": "De bekendmaking kan niet voor de beslissing komen.",
        "en": "The publication cannot come before the decision.",
        "fr": "La publication ne peut précéder la décision.",
    },
    "ends_before_it_begins": {
        "nl": "De laatste dag komt voor de eerste.",
        "en": "The last day comes before the first.",
        "fr": "Le dernier jour précède le premier.",
    },
    "end_in_the_past": {
        "nl": "Vroegere dagen zijn al berekend: de laatste dag is ten vroegste vandaag.",
        "en": "Earlier days were priced already: the last day is today at the earliest.",
        "fr": "Les jours passés sont déjà facturés : le dernier jour est au plus tôt aujourd'hui.",
    },
    "end_only_sooner": {
        "nl": "De raad besliste een vroegere laatste dag. Langer geldt het alleen met een nieuw besluit.",
        "en": "The council decided on an earlier last day. Only a new decision makes it last longer.",
        "fr": "Le conseil a décidé d'un dernier jour plus tôt. Seule une nouvelle décision le prolonge.",
    },
    "address_unreadable": {
        "nl": "Geef een adres dat begint met https:// of http://.",
        "en": "Give an address that begins with https:// or http://.",
        "fr": "Donnez une adresse qui commence par https:// ou http://.",
    },
    "regulation_undated": {
        "nl": "Dit bestand is een ontwerp: het zegt nog niet vanaf wanneer het geldt.",
        "en": "This file is a draft: it does not say yet from when it is in force.",
        "fr": "Ce fichier est un projet : il ne dit pas encore à partir de quand il est en vigueur.",
    },
}
