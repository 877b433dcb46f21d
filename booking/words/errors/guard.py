"""What the database itself refused, when nothing above it did so first."""

from __future__ import annotations

SENTENCES = {
    "occupancy_full": {
        "nl": "Intussen niet meer vrij. Er is niets gereserveerd: kies een andere periode of een ander middel.",
        "en": "No longer free. Nothing was booked: choose another period or another asset.",
        "fr": "N'est plus libre. Rien n'a été réservé : choisissez une autre période ou un autre matériel.",
    },
    "occupancy_not_a_leaf": {
        "nl": "Dit middel bestaat uit delen: de bezetting hoort bij de delen zelf.",
        "en": "This asset consists of parts: what is taken is kept with the parts themselves.",
        "fr": "Ce matériel se compose de parties : l'occupation se note sur les parties elles-mêmes.",
    },
    "occupancy_too_long": {
        "nl": "Deze periode is te lang om in één keer vast te leggen. Verdeel ze in kortere perioden.",
        "en": "This period is too long to be kept in one piece. Divide it into shorter periods.",
        "fr": "Cette période est trop longue pour être enregistrée d'un seul tenant. Divisez-la en périodes plus courtes.",
    },
    "asset_units_promised": {
        "nl": "Er zijn meer stuks beloofd dan er dan nog zouden zijn. Verplaats of annuleer eerst reservaties.",
        "en": "More units are promised than would be left. Move or cancel reservations first.",
        "fr": "Plus d'unités sont promises qu'il n'en resterait. Déplacez ou annulez d'abord des réservations.",
    },
    "append_only": {
        "nl": "Wat hier staat, is geschiedenis: het kan niet gewijzigd of gewist worden.",
        "en": "What is kept here is history: it cannot be changed or erased.",
        "fr": "Ce qui figure ici relève de l'historique : il ne peut être ni modifié ni effacé.",
    },
}
