"""Why a document cannot be kept."""

from __future__ import annotations

SENTENCES = {
    "document_empty": {
        "nl": "Dit bestand is leeg.",
        "en": "This file is empty.",
        "fr": "Ce fichier est vide.",
    },
    "document_too_large": {
        "nl": "Dit bestand is te groot. Het mag hoogstens {limit}\u00a0MB zijn.",
        "en": "This file is too large. It may be {limit}\u00a0MB at most.",
        "fr": "Ce fichier est trop volumineux. Il peut faire {limit}\u00a0Mo au maximum.",
    },
    "document_kind_unknown": {
        "nl": "Dit is geen PDF, JPEG of PNG. Bewaar het als PDF of neem er een foto van.",
        "en": "This is not a PDF, JPEG or PNG. Save it as a PDF or take a photograph of it.",
        "fr": "Ce n'est pas un PDF, un JPEG ou un PNG. Enregistrez-le en PDF ou prenez-en une photo.",
    },
    "document_unreadable": {
        "nl": "Dit bestand is beschadigd of onvolledig. Open het en bewaar het opnieuw als PDF, of neem er een foto van.",
        "en": "This file is damaged or incomplete. Open it and save it as a PDF again, or take a photograph of it.",
        "fr": "Ce fichier est endommagé ou incomplet. Ouvrez-le et enregistrez-le de nouveau en PDF, ou prenez-en une photo.",
    },
    "document_encrypted": {
        "nl": "Deze PDF is beveiligd. Druk ze af als nieuwe PDF, zonder wachtwoord of beperkingen.",
        "en": "This PDF is protected. Print it to a new PDF, without password or restrictions.",
        "fr": "Ce PDF est protégé. Imprimez-le dans un nouveau PDF, sans mot de passe ni restrictions.",
    },
    "document_active": {
        "nl": "Deze PDF bevat een script, een opdracht of een ander bestand. Druk ze af als nieuwe PDF en stuur die.",
        "en": "This PDF holds a script, a command or another file. Print it to a new PDF and send that.",
        "fr": "Ce PDF contient un script, une commande ou un autre fichier. Imprimez-le dans un nouveau PDF et envoyez celui-ci.",
    },
    "document_too_many_pages": {
        "nl": "Deze PDF heeft meer dan {limit} bladzijden. Stuur alleen de bladzijden die nodig zijn.",
        "en": "This PDF has more than {limit} pages. Send only the pages that are needed.",
        "fr": "Ce PDF compte plus de {limit} pages. N'envoyez que les pages nécessaires.",
    },
}
