"""Who acts, who decides, and whether there is a price."""

from __future__ import annotations

SENTENCES = {
    "membership_verified": {
        "nl": "De aanvrager mag voor deze ontlener handelen[ ({person})].",
        "en": "The applicant may act for this borrower[ ({person})].",
        "fr": "Le demandeur peut agir pour cet emprunteur[ ({person})].",
    },
    "membership_unverified": {
        "nl": "Nog na te kijken of de aanvrager[ {person}] voor deze ontlener mag handelen. Het tarief van de ontlener geldt pas daarna.",
        "en": "Still to be verified that the applicant[ ({person})] may act for this borrower. The borrower's tariff applies only then.",
        "fr": "Il reste à vérifier que le demandeur[ {person}] peut agir pour cet emprunteur. "
        "Le tarif de l'emprunteur ne s'applique qu'ensuite.",
    },
    "decided_automatically": {
        "nl": "Wordt meteen bevestigd[ ({rule})].",
        "en": "Confirmed at once[ ({rule})].",
        "fr": "Confirmé immédiatement[ ({rule})].",
    },
    "desk_decides": {
        "nl": "De uitleendienst[ van {owner}] beslist[, uiterlijk op {deadline}].",
        "en": "The lending desk[ of {owner}] decides[, by {deadline} at the latest].",
        "fr": "Le service de prêt[ de {owner}] décide[, au plus tard le {deadline}].",
    },
    "tariff_known": {
        "nl": "Het tarief is bekend[ (art. {article})].",
        "en": "The tariff is known[ (art. {article})].",
        "fr": "Le tarif est connu[ (art. {article})].",
    },
    "tariff_missing": {
        "nl": "Er geldt geen tarief voor deze uitlening. De uitleendienst[ van {owner}] bepaalt de prijs.",
        "en": "No tariff applies to this loan. The lending desk[ of {owner}] sets the price.",
        "fr": "Aucun tarif ne s'applique à ce prêt. Le service de prêt[ de {owner}] fixe le prix.",
    },
}
