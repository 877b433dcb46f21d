"""The words of what changes: a line, what holds an asset, a verdict, a conflict, a change that waits."""

from __future__ import annotations

LINE_STATES = {
    "draft": {"nl": "ontwerp", "en": "draft", "fr": "brouillon"},
    "option": {"nl": "in optie", "en": "on option", "fr": "en option"},
    "requested": {"nl": "aangevraagd", "en": "requested", "fr": "demandé"},
    "proposed": {"nl": "tegenvoorstel", "en": "other proposal", "fr": "contre-proposition"},
    "approved": {"nl": "goedgekeurd", "en": "approved", "fr": "approuvé"},
    "handed_over": {"nl": "uitgegeven", "en": "handed over", "fr": "remis"},
    "returned": {"nl": "teruggebracht", "en": "returned", "fr": "restitué"},
    "closed": {"nl": "afgehandeld", "en": "closed", "fr": "clôturé"},
    "refused": {"nl": "geweigerd", "en": "refused", "fr": "refusé"},
    "cancelled": {"nl": "geannuleerd", "en": "cancelled", "fr": "annulé"},
    "expired": {"nl": "vervallen", "en": "expired", "fr": "expiré"},
    "no_show": {"nl": "niet komen opdagen", "en": "no-show", "fr": "non présenté"},
}

OCCUPANCY_KINDS = {
    "request": {"nl": "aanvraag", "en": "request", "fr": "demande"},
    "option": {"nl": "optie", "en": "option", "fr": "option"},
    "firm": {"nl": "vaste reservatie", "en": "firm booking", "fr": "réservation ferme"},
    "maintenance": {"nl": "onderhoud", "en": "maintenance", "fr": "entretien"},
    "closure": {"nl": "gesloten", "en": "closed", "fr": "fermé"},
    "breakdown": {"nl": "defect", "en": "breakdown", "fr": "panne"},
    "overdue": {"nl": "te laat terug", "en": "overdue", "fr": "retour tardif"},
    "imported": {"nl": "uit andere agenda", "en": "from another calendar", "fr": "d'un autre agenda"},
    "lost": {"nl": "verloren", "en": "lost", "fr": "perdu"},
    "uninspected": {
        "nl": "buiten dienst zonder geldige keuring",
        "en": "out of service without a valid inspection",
        "fr": "hors service sans contrôle valable",
    },
}

VERDICTS = {
    "ok": {"nl": "in orde", "en": "all right", "fr": "en ordre"},
    "notice": {"nl": "ter info", "en": "for information", "fr": "pour information"},
    "needs_document": {"nl": "document nodig", "en": "document needed", "fr": "document requis"},
    "needs_approval": {"nl": "goedkeuring nodig", "en": "approval needed", "fr": "approbation requise"},
    "refused": {"nl": "niet mogelijk", "en": "not possible", "fr": "impossible"},
}

DECIDERS = {
    "automatic": {"nl": "meteen bevestigd", "en": "confirmed at once", "fr": "confirmé immédiatement"},
    "desk": {"nl": "beslissing door de uitleendienst", "en": "decided by the lending desk", "fr": "décision du service de prêt"},
}

PARTIES = {
    "borrower": {"nl": "de ontlener", "en": "the borrower", "fr": "l'emprunteur"},
    "desk": {"nl": "de uitleendienst", "en": "the lending desk", "fr": "le service de prêt"},
    "depot": {"nl": "de loods", "en": "the depot", "fr": "le dépôt"},
    "system": {"nl": "het systeem", "en": "the system", "fr": "le système"},
}

RESOLUTIONS = {
    "moved": {"nl": "verplaatst", "en": "moved", "fr": "déplacé"},
    "replaced": {"nl": "vervangen", "en": "replaced", "fr": "remplacé"},
    "cancelled": {"nl": "geannuleerd", "en": "cancelled", "fr": "annulé"},
    "accepted": {"nl": "aanvaard", "en": "accepted", "fr": "accepté"},
    "gone": {"nl": "vanzelf opgelost", "en": "resolved by itself", "fr": "résolu de lui-même"},
}

AMENDMENT_STATES = {
    "pending": {"nl": "wijziging wacht op antwoord", "en": "change awaits an answer", "fr": "modification en attente"},
    "accepted": {"nl": "wijziging aanvaard", "en": "change accepted", "fr": "modification acceptée"},
    "refused": {"nl": "wijziging geweigerd", "en": "change refused", "fr": "modification refusée"},
    "withdrawn": {"nl": "wijziging ingetrokken", "en": "change withdrawn", "fr": "modification retirée"},
}

READINESS = {
    "ready": {"nl": "meteen bevestigd", "en": "confirmed at once", "fr": "confirmé immédiatement"},
    "needs": {"nl": "op aanvraag", "en": "on request", "fr": "sur demande"},
    "not_for_you": {"nl": "niet voor u", "en": "not for you", "fr": "pas pour vous"},
    "taken": {"nl": "niet vrij", "en": "not free", "fr": "pas libre"},
}

NOUNS = {
    "readiness": READINESS,
    "state": LINE_STATES,
    "occupancy": OCCUPANCY_KINDS,
    "verdict": VERDICTS,
    "decides": DECIDERS,
    "party": PARTIES,
    "resolution": RESOLUTIONS,
    "amendment": AMENDMENT_STATES,
}
