"""Agreements in words: where one stands, what cannot be done with it, and what was done."""

from __future__ import annotations

from booking.words.administration import agreement_clauses

SENTENCES = {
    **agreement_clauses.SENTENCES,
    "agreement_settled": {
        "nl": "Deze overeenkomst ligt al voor en wordt niet meer gewijzigd. Maak een nieuwe versie.",
        "en": "This agreement was put forward and is not changed any more. Make a new version.",
        "fr": "Cette convention est déjà soumise et n'est plus modifiée. Créez une nouvelle version.",
    },
    "reference_taken": {
        "nl": "Een andere overeenkomst heeft dit nummer al[: {reference}].",
        "en": "Another agreement has this number already[: {reference}].",
        "fr": "Une autre convention porte déjà ce numéro[ : {reference}].",
    },
    "party_bound": {
        "nl": "{authority} is door de vorige versie gebonden en kan alleen zelf uitstappen.",
        "en": "{authority} is bound by the previous version and can only leave it itself.",
        "fr": "{authority} est liée par la version précédente et ne peut que se retirer elle-même.",
    },
    "agreement_lonely": {
        "nl": "Een overeenkomst heeft minstens twee partijen. Voeg er een toe.",
        "en": "An agreement has at least two parties. Add one.",
        "fr": "Une convention compte au moins deux parties. Ajoutez-en une.",
    },
    "agreement_empty": {
        "nl": "Zeg eerst waarover de overeenkomst gaat.",
        "en": "First say what the agreement covers.",
        "fr": "Dites d'abord sur quoi porte la convention.",
    },
    "agreement_approved": {
        "nl": "Uw bestuur keurde dit al goed[ op {day}].",
        "en": "Your authority approved this already[ on {day}].",
        "fr": "Votre administration a déjà approuvé[ le {day}].",
    },
    "day_to_come": {
        "nl": "Kies vandaag of een dag ervoor: het is al beslist.",
        "en": "Choose today or a day before: it was decided already.",
        "fr": "Choisissez aujourd'hui ou un jour antérieur : c'est déjà décidé.",
    },
    "party_unbound": {
        "nl": "Uw bestuur keurde deze overeenkomst nog niet goed en is er niet door gebonden.",
        "en": "Your authority has not approved this agreement and is not bound by it.",
        "fr": "Votre administration n'a pas encore approuvé cette convention et n'est pas liée.",
    },
    "party_leaving": {
        "nl": "Uw bestuur zegde al op[: {day} is de laatste dag].",
        "en": "Your authority gave notice already[: {day} is its last day].",
        "fr": "Votre administration a déjà dénoncé la convention[ : le {day} est son dernier jour].",
    },
    "leaves_too_early": {
        "nl": "Met de opzegtermijn[ van {months}] kan de laatste dag ten vroegste {day} zijn.",
        "en": "With the term of notice[ of {months}] the last day can be {day} at the earliest.",
        "fr": "Avec le préavis[ de {months}], le dernier jour est au plus tôt le {day}.",
    },
    "party_known": {
        "nl": "Dit bestuur is al partij.",
        "en": "This authority is a party already.",
        "fr": "Cette administration est déjà partie.",
    },
    "joins_outside": {
        "nl": "De overeenkomst loopt vanaf {first}[ tot en met {until}]: kies een dag daarbinnen.",
        "en": "The agreement runs from {first}[ up to and including {until}]: choose a day within it.",
        "fr": "La convention court à partir du {first}[ jusqu'au {until} inclus] : choisissez un jour dans cette période.",
    },
    "agreement_over": {
        "nl": "Deze overeenkomst is voorbij. Stel een nieuwe op.",
        "en": "This agreement is over. Draft a new one.",
        "fr": "Cette convention est terminée. Rédigez-en une nouvelle.",
    },
    "agreement_succeeded": {
        "nl": "Er is al een nieuwere versie van deze overeenkomst.",
        "en": "There is a newer version of this agreement already.",
        "fr": "Il existe déjà une version plus récente de cette convention.",
    },
    "version_outside": {
        "nl": "Een nieuwe versie begint later dan de vorige[, na {day}].",
        "en": "A new version begins later than the one before[, after {day}].",
        "fr": "Une nouvelle version commence après la précédente[, après le {day}].",
    },
    "line_not_beyond": {
        "nl": "Deze uitlening vraagt geen keuze meer: ze valt binnen een overeenkomst of er is al beslist.",
        "en": "This loan needs no choice any more: an agreement covers it or it was decided already.",
        "fr": "Ce prêt ne demande plus de choix : une convention le couvre ou la décision est prise.",
    },
    "agreement_started": {
        "nl": "Het ontwerp is bewaard. Niemand anders ziet het voor u het voorlegt.",
        "en": "The draft is saved. Nobody else sees it before you put it forward.",
        "fr": "Le projet est enregistré. Personne d'autre ne le voit avant que vous ne le soumettiez.",
    },
    "agreement_forwarded": {
        "nl": "De overeenkomst ligt voor. Elke partij kreeg bericht en keurt ze zelf goed.",
        "en": "The agreement was put forward. Each party was told and approves it itself.",
        "fr": "La convention est soumise. Chaque partie est prévenue et l'approuve elle-même.",
    },
    "agreement_put_away": {
        "nl": "De overeenkomst is ingetrokken.", "en": "The agreement is withdrawn.", "fr": "La convention est retirée.",
    },
    "approval_kept": {
        "nl": "De goedkeuring van {authority} is genoteerd.",
        "en": "The approval of {authority} is recorded.",
        "fr": "L'approbation de {authority} est notée.",
    },
    "approval_binds": {
        "nl": "De goedkeuring van {authority} is genoteerd. De overeenkomst geldt nu tussen wie goedkeurde.",
        "en": "The approval of {authority} is recorded. The agreement now binds those who approved.",
        "fr": "L'approbation de {authority} est notée. La convention lie désormais celles qui ont approuvé.",
    },
    "notice_kept": {
        "nl": "De opzegging is genoteerd: {day} is de laatste dag. Bekijk hieronder wat met de uitleningen daarna gebeurt.",
        "en": "The notice is recorded: {day} is the last day. See below what becomes of the loans after it.",
        "fr": "Le préavis est noté : le {day} est le dernier jour. Voyez ci-dessous ce qu'il advient des prêts ultérieurs.",
    },
    "loans_chosen": {
        "nl": "Uw keuze is genoteerd[ ({count})] en de ontleners kregen bericht.",
        "en": "Your choice is recorded[ ({count})] and the borrowers were told.",
        "fr": "Votre choix est noté[ ({count})] et les emprunteurs sont prévenus.",
    },
    "party_invited": {
        "nl": "{authority} kreeg de vraag om toe te treden.",
        "en": "{authority} was asked to join.",
        "fr": "{authority} a été invitée à adhérer.",
    },
}

STATES = {
    "draft": {"nl": "ontwerp", "en": "draft", "fr": "projet"},
    "awaiting": {"nl": "wacht op goedkeuring", "en": "awaiting approval", "fr": "en attente d'approbation"},
    "coming": {"nl": "begint later", "en": "begins later", "fr": "commence plus tard"},
    "in_force": {"nl": "geldt nu", "en": "in force", "fr": "en vigueur"},
    "ending": {"nl": "loopt af", "en": "ending", "fr": "prend fin bientôt"},
    "terminated": {"nl": "opgezegd", "en": "terminated", "fr": "dénoncée"},
    "succeeded": {"nl": "vervangen", "en": "succeeded", "fr": "remplacée"},
    "ended": {"nl": "beëindigd", "en": "ended", "fr": "terminée"},
    "withdrawn": {"nl": "ingetrokken", "en": "withdrawn", "fr": "retirée"},
}

NOUNS = {"agreement_state": STATES, **agreement_clauses.NOUNS}

SETTINGS = {
    "reference": {"nl": "nummer", "en": "number", "fr": "numéro"},
    "title": {"nl": "titel", "en": "title", "fr": "titre"},
    "notice_months": {"nl": "opzegtermijn in maanden", "en": "term of notice in months", "fr": "préavis en mois"},
    "on_lending": {"nl": "doorlenen mag", "en": "lending on allowed", "fr": "prêt à d'autres permis"},
    "territory": {"nl": "plaats van gebruik", "en": "place of use", "fr": "lieu d'utilisation"},
    "priority": {"nl": "voorrang", "en": "priority", "fr": "priorité"},
    "insured_by": {"nl": "wie verzekert", "en": "who insures", "fr": "qui assure"},
    "excess_cents": {"nl": "vrijstelling (cent)", "en": "excess (cents)", "fr": "franchise (cents)"},
    "recall_hours": {"nl": "terugroepen, uren vooraf", "en": "recall, hours ahead", "fr": "rappel, heures à l'avance"},
    "damage": {"nl": "schade", "en": "damage", "fr": "dommages"},
    "party": {"nl": "partij", "en": "party", "fr": "partie"},
    "parties": {"nl": "partijen", "en": "parties", "fr": "parties"},
    "joins_on": {"nl": "toetreding op", "en": "joins on", "fr": "adhésion le"},
    "approved_on": {"nl": "goedgekeurd op", "en": "approved on", "fr": "approuvé le"},
    "organ": {"nl": "orgaan", "en": "organ", "fr": "organe"},
    "notice_given_on": {"nl": "opgezegd op", "en": "notice given on", "fr": "préavis donné le"},
    "leaves_on": {"nl": "laatste dag", "en": "last day", "fr": "dernier jour"},
    "leaving_reason": {"nl": "reden", "en": "reason", "fr": "motif"},
    "everything": {"nl": "over alles", "en": "covers everything", "fr": "porte sur tout"},
    "scope": {"nl": "waarover", "en": "covers", "fr": "objet"},
    "scope_without": {"nl": "behalve", "en": "except", "fr": "sauf"},
    "beneficiaries": {"nl": "voor wie", "en": "for whom", "fr": "bénéficiaires"},
    "draft": {"nl": "ontwerp", "en": "draft", "fr": "projet"},
    "withdrawn_on": {"nl": "ingetrokken op", "en": "withdrawn on", "fr": "retirée le"},
    "succeeds": {"nl": "volgt op", "en": "succeeds", "fr": "remplace"},
}
