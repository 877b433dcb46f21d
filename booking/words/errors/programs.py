"""What a program sent and cannot be read: JSON, fields, keys."""

from __future__ import annotations

SENTENCES = {
    "json_unreadable": {
        "nl": "De inhoud is geen leesbare JSON. Stuur een JSON-object in UTF-8.",
        "en": "The content is not readable JSON. Send a JSON object in UTF-8.",
        "fr": "Le contenu n'est pas du JSON lisible. Envoyez un objet JSON en UTF-8.",
    },
    "field_unknown": {
        "nl": "Dit veld bestaat hier niet[: {field}]. Laat het weg.",
        "en": "This field does not exist here[: {field}]. Leave it out.",
        "fr": "Ce champ n'existe pas ici[ : {field}]. Omettez-le.",
    },
    "field_repeated": {
        "nl": "Dit veld staat er meer dan één keer[: {field}]. Geef het één keer.",
        "en": "This field is given more than once[: {field}]. Give it once.",
        "fr": "Ce champ figure plus d'une fois[ : {field}]. Indiquez-le une seule fois.",
    },
    "kind_wrong": {
        "nl": "Dit veld heeft niet de juiste vorm[: {field}][ (verwacht: {expected})].",
        "en": "This field does not have the right form[: {field}][ (expected: {expected})].",
        "fr": "Ce champ n'a pas la bonne forme[ : {field}][ (attendu : {expected})].",
    },
    "number_too_small": {
        "nl": "Dit getal is te klein[ ({field})]: minstens {limit}.",
        "en": "This number is too small[ ({field})]: at least {limit}.",
        "fr": "Ce nombre est trop petit[ ({field})] : au moins {limit}.",
    },
    "number_too_large": {
        "nl": "Dit getal is te groot[ ({field})]: hoogstens {limit}.",
        "en": "This number is too large[ ({field})]: at most {limit}.",
        "fr": "Ce nombre est trop grand[ ({field})] : au plus {limit}.",
    },
    "text_unreadable": {
        "nl": "Deze tekst bevat tekens die niet kunnen[ ({field})].",
        "en": "This text holds characters that cannot be[ ({field})].",
        "fr": "Ce texte contient des caractères impossibles[ ({field})].",
    },
    "key_missing": {
        "nl": "De koptekst Idempotency-Key ontbreekt. Stuur bij elke nieuwe aanvraag een eigen sleutel mee.",
        "en": "The header Idempotency-Key is missing. Send a key of its own with every new request.",
        "fr": "L'en-tête Idempotency-Key manque. Envoyez une clé propre avec chaque nouvelle demande.",
    },
    "key_unreadable": {
        "nl": "De Idempotency-Key mag hoogstens {limit} gewone tekens tellen.",
        "en": "The Idempotency-Key may have at most {limit} plain characters.",
        "fr": "L'Idempotency-Key compte au plus {limit} caractères simples.",
    },
    "key_reused": {
        "nl": "Deze Idempotency-Key hoort bij een andere aanvraag. Neem een nieuwe sleutel.",
        "en": "This Idempotency-Key belongs to another request. Take a new key.",
        "fr": "Cette Idempotency-Key appartient à une autre demande. Prenez une nouvelle clé.",
    },
    "key_in_use": {
        "nl": "De aanvraag met deze Idempotency-Key wordt nog behandeld. Probeer het over enkele seconden opnieuw.",
        "en": "The request with this Idempotency-Key is still being handled. Try again in a few seconds.",
        "fr": "La demande avec cette Idempotency-Key est encore en cours. Réessayez dans quelques secondes.",
    },
}
