"""What cannot be done with terms of use and loan contracts."""

from __future__ import annotations

SENTENCES = {
    "terms_unknown": {
        "nl": "Deze gebruiksvoorwaarden zijn er niet, of niet van uw bestuur.",
        "en": "There are no such terms of use, or they are not your authority's.",
        "fr": "Ces conditions d'utilisation n'existent pas ou ne sont pas celles de votre administration.",
    },
    "terms_incomplete": {
        "nl": "Een titel en een tekst zijn nodig[ ({language})].",
        "en": "A title and a text are needed[ ({language})].",
        "fr": "Un titre et un texte sont nécessaires[ ({language})].",
    },
    "terms_too_early": {
        "nl": "Dat kan pas vanaf {day}: niemand is achteraf gebonden door wat nog niet bekend was.",
        "en": "That is possible from {day} on: nobody is bound afterwards by what was not yet known.",
        "fr": "C'est possible à partir du {day} : personne n'est lié après coup par ce qui n'était pas encore connu.",
    },
    "terms_succeeded": {
        "nl": "Deze versie heeft al een opvolger.",
        "en": "This version has a successor already.",
        "fr": "Cette version a déjà un successeur.",
    },
    "terms_ended": {
        "nl": "Het einde van deze voorwaarden is al genoteerd.",
        "en": "The end of these terms was recorded already.",
        "fr": "La fin de ces conditions est déjà enregistrée.",
    },
    "terms_not_asked": {
        "nl": "Deze voorwaarden horen niet bij wat u vroeg.",
        "en": "These terms do not belong to what you asked for.",
        "fr": "Ces conditions ne concernent pas ce que vous avez demandé.",
    },
    "terms_to_tick": {
        "nl": "Lees en aanvaard eerst de gebruiksvoorwaarden van {owner}.",
        "en": "First read and accept the terms of use of {owner}.",
        "fr": "Lisez et acceptez d'abord les conditions d'utilisation de {owner}.",
    },
    "contract_not_ready": {
        "nl": "Een overeenkomst kan worden opgemaakt zodra minstens één lijn goedgekeurd is.",
        "en": "A contract can be drawn up once at least one line is approved.",
        "fr": "Un contrat peut être établi dès qu'une ligne au moins est approuvée.",
    },
    "contract_replaced": {
        "nl": "Deze overeenkomst is intussen vervangen door een nieuwe versie. Lees en aanvaard die.",
        "en": "This contract has been replaced by a new version. Read and accept that one.",
        "fr": "Ce contrat a été remplacé par une nouvelle version. Lisez et acceptez celle-là.",
    },
    "contract_agreed_already": {
        "nl": "Deze overeenkomst is al aanvaard.",
        "en": "This contract is accepted already.",
        "fr": "Ce contrat est déjà accepté.",
    },
    "contract_waits": {
        "nl": "Deze overeenkomst wacht nog op de ontlener.",
        "en": "This contract still waits for the borrower.",
        "fr": "Ce contrat attend encore l'emprunteur.",
    },
}
