"""Terms of use and loan contracts: what was done, their mails, their states, and their settings in the record of changes."""

from __future__ import annotations

SENTENCES = {
    "terms_saved": {"nl": "Het ontwerp is bewaard.", "en": "The draft is saved.", "fr": "Le projet est enregistré."},
    "terms_published": {
        "nl": "Bekendgemaakt. Wie vanaf die dag iets vraagt, aanvaardt deze voorwaarden.",
        "en": "Published. Whoever asks for something from that day on accepts these terms.",
        "fr": "Publié. Quiconque fait une demande à partir de ce jour accepte ces conditions.",
    },
    "terms_discarded": {"nl": "Het ontwerp is weg.", "en": "The draft is gone.", "fr": "Le projet est supprimé."},
    "terms_stopped": {
        "nl": "Het einde is genoteerd. Wat aanvaard is, blijft aanvaard.",
        "en": "The end is recorded. What was accepted stays accepted.",
        "fr": "La fin est enregistrée. Ce qui a été accepté reste accepté.",
    },
    "terms_taken": {
        "nl": "De gebruiksvoorwaarden zijn aanvaard.",
        "en": "The terms of use are accepted.",
        "fr": "Les conditions d'utilisation sont acceptées.",
    },
    "contract_made": {
        "nl": "De overeenkomst is opgemaakt. De ontlener krijgt bericht.",
        "en": "The contract is drawn up. The borrower is told.",
        "fr": "Le contrat est établi. L'emprunteur est averti.",
    },
    "contract_unchanged": {
        "nl": "Er is niets veranderd sinds de laatste versie.",
        "en": "Nothing has changed since the last version.",
        "fr": "Rien n'a changé depuis la dernière version.",
    },
    "contract_taken": {"nl": "De overeenkomst is aanvaard.", "en": "The contract is accepted.", "fr": "Le contrat est accepté."},
    "contract_handed_in": {
        "nl": "De getekende overeenkomst is ontvangen.",
        "en": "The signed contract is received.",
        "fr": "Le contrat signé est reçu.",
    },
    "contract_sent_back": {
        "nl": "Teruggestuurd. De ontlener krijgt bericht met de reden.",
        "en": "Sent back. The borrower is told the reason.",
        "fr": "Renvoyé. L'emprunteur est averti du motif.",
    },
    "contract_signed_too": {
        "nl": "De overeenkomst is medeondertekend.",
        "en": "The contract is countersigned.",
        "fr": "Le contrat est contresigné.",
    },
}

STANDS = {
    "waiting": {"nl": "te aanvaarden", "en": "to be accepted", "fr": "à accepter"},
    "agreed": {"nl": "aanvaard", "en": "accepted", "fr": "accepté"},
    "countersigned": {"nl": "door beide partijen ondertekend", "en": "signed by both parties", "fr": "signé par les deux parties"},
}

MARKS = {
    "accepted": {"nl": "op het scherm aanvaard", "en": "accepted on screen", "fr": "accepté à l'écran"},
    "signed": {"nl": "getekend bezorgd", "en": "handed in signed", "fr": "remis signé"},
    "rejected": {"nl": "teruggestuurd", "en": "sent back", "fr": "renvoyé"},
    "countersigned": {"nl": "medeondertekend", "en": "countersigned", "fr": "contresigné"},
}

SETTINGS = {
    "title_nl": {"nl": "titel (nl)", "en": "title (nl)", "fr": "titre (nl)"},
    "title_en": {"nl": "titel (en)", "en": "title (en)", "fr": "titre (en)"},
    "title_fr": {"nl": "titel (fr)", "en": "title (fr)", "fr": "titre (fr)"},
    "body_nl": {"nl": "tekst (nl)", "en": "text (nl)", "fr": "texte (nl)"},
    "body_en": {"nl": "tekst (en)", "en": "text (en)", "fr": "texte (en)"},
    "body_fr": {"nl": "tekst (fr)", "en": "text (fr)", "fr": "texte (fr)"},
    "categories": {"nl": "categorieën", "en": "categories", "fr": "catégories"},
}

MAIL_SUBJECTS = {
    "contract_made": {
        "nl": "{reference}: bruikleenovereenkomst", "en": "{reference}: loan contract", "fr": "{reference} : contrat de prêt",
    },
    "contract_agreed": {
        "nl": "{reference}: overeenkomst aanvaard", "en": "{reference}: contract accepted", "fr": "{reference} : contrat accepté",
    },
    "contract_rejected": {
        "nl": "{reference}: overeenkomst teruggestuurd", "en": "{reference}: contract sent back", "fr": "{reference} : contrat renvoyé",
    },
}  # fmt: skip

MAIL_BODIES = {
    "contract_made": {
        "nl": "De bruikleenovereenkomst met {owner} is opgemaakt. Lees en aanvaard ze bij de reservatie, vóór u iets komt halen.",
        "en": "The loan contract with {owner} is drawn up. Read and accept it with the reservation, before you collect anything.",
        "fr": "Le contrat de prêt avec {owner} est établi. Lisez-le et acceptez-le dans la réservation, avant tout retrait.",
    },
    "contract_agreed": {
        "nl": "De ontlener aanvaardde overeenkomst {contract}.",
        "en": "The borrower accepted contract {contract}.",
        "fr": "L'emprunteur a accepté le contrat {contract}.",
    },
    "contract_rejected": {
        "nl": "{owner} stuurde de overeenkomst terug: {reason}",
        "en": "{owner} sent the contract back: {reason}",
        "fr": "{owner} a renvoyé le contrat : {reason}",
    },
}

NOUNS = {"contract_stand": STANDS, "contract_mark": MARKS}
