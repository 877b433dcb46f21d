"""The words of a regulation that is tried on a past year, and of baskets compared."""

from __future__ import annotations

STATES = {
    "waiting": {"nl": "wacht", "en": "waiting", "fr": "en attente"},
    "running": {"nl": "bezig", "en": "under way", "fr": "en cours"},
    "done": {"nl": "klaar", "en": "done", "fr": "terminé"},
    "failed": {"nl": "niet gelukt", "en": "failed", "fr": "échoué"},
    "cancelled": {"nl": "gestopt", "en": "stopped", "fr": "arrêté"},
}

GUISES = {
    "association_recognised": {
        "nl": "Erkende culturele vereniging uit de gemeente",
        "en": "Recognised cultural association of the municipality",
        "fr": "Association culturelle reconnue de la commune",
    },
    "association_youth": {
        "nl": "Erkende jeugdvereniging uit de gemeente",
        "en": "Recognised youth association of the municipality",
        "fr": "Association de jeunesse reconnue de la commune",
    },
    "association": {
        "nl": "Vereniging uit de gemeente, niet erkend",
        "en": "Association of the municipality, not recognised",
        "fr": "Association de la commune, non reconnue",
    },
    "association_elsewhere": {
        "nl": "Vereniging van elders",
        "en": "Association from elsewhere",
        "fr": "Association d'ailleurs",
    },
    "school": {"nl": "School uit de gemeente", "en": "School in the municipality", "fr": "École de la commune"},
    "resident": {"nl": "Inwoner", "en": "Resident", "fr": "Habitant"},
    "resident_elsewhere": {"nl": "Inwoner van elders", "en": "Resident of elsewhere", "fr": "Habitant d'ailleurs"},
    "company": {"nl": "Onderneming uit de gemeente", "en": "Company in the municipality", "fr": "Entreprise de la commune"},
    "authority_own": {
        "nl": "Dienst van de gemeente zelf",
        "en": "Service of the municipality itself",
        "fr": "Service de la commune même",
    },
    "authority_partner": {
        "nl": "Partnergemeente met een overeenkomst",
        "en": "Partner municipality with an agreement",
        "fr": "Commune partenaire avec convention",
    },
    "authority_elsewhere": {
        "nl": "Ander bestuur, zonder overeenkomst",
        "en": "Other authority, without an agreement",
        "fr": "Autre administration, sans convention",
    },
}

NOUNS = {"simulation_state": STATES, "guise": GUISES}

SENTENCES = {
    "simulation_unknown": {
        "nl": "Deze berekening bestaat niet, of is van een ander bestuur.",
        "en": "This calculation does not exist, or belongs to another authority.",
        "fr": "Ce calcul n'existe pas, ou appartient à une autre administration.",
    },
    "simulation_reversed": {
        "nl": "De laatste dag ligt voor de eerste.",
        "en": "The last day is before the first.",
        "fr": "Le dernier jour précède le premier.",
    },
    "simulation_too_long": {
        "nl": "Kies hoogstens {years} jaar.",
        "en": "Choose {years} years at most.",
        "fr": "Choisissez {years} ans au plus.",
    },
    "simulation_other_authority": {
        "nl": "Vergelijk met een reglement van hetzelfde bestuur.",
        "en": "Compare with a regulation of the same authority.",
        "fr": "Comparez avec un règlement de la même administration.",
    },
    "simulation_over": {
        "nl": "Deze berekening is al afgelopen.",
        "en": "This calculation is over already.",
        "fr": "Ce calcul est déjà terminé.",
    },
    "simulation_cancelled": {
        "nl": "De berekening is gestopt.",
        "en": "The calculation was stopped.",
        "fr": "Le calcul est arrêté.",
    },
    "simulation_broke_off": {
        "nl": "De berekening brak af. Probeer het opnieuw; blijft het misgaan, verwittig dan wie deze installatie beheert.",
        "en": "The calculation broke off. Try again; if it keeps failing, tell whoever administers this installation.",
        "fr": "Le calcul s'est interrompu. Réessayez ; si cela persiste, prévenez le gestionnaire de cette installation.",
    },
    "regulation_unknown": {
        "nl": "Dit reglement bestaat niet, of is van een ander bestuur.",
        "en": "This regulation does not exist, or belongs to another authority.",
        "fr": "Ce règlement n'existe pas, ou appartient à une autre administration.",
    },
}
