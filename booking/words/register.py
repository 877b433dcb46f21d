"""The register "are we in order?": its kinds, who must act, what is said of each matter, and the weekly digest."""

from __future__ import annotations

KINDS = {
    "agreement": {"nl": "overeenkomst", "en": "agreement", "fr": "convention"},
    "policy": {"nl": "polis", "en": "policy", "fr": "police"},
    "inspection": {"nl": "keuring", "en": "inspection", "fr": "contrôle"},
    "qualification": {"nl": "attest of rijbewijs", "en": "attest or licence", "fr": "attestation ou permis"},
    "regulation": {"nl": "retributiereglement", "en": "fee regulation", "fr": "règlement-redevance"},
    "recognition": {"nl": "erkenning", "en": "recognition", "fr": "reconnaissance"},
    "terms": {"nl": "gebruiksvoorwaarden", "en": "terms of use", "fr": "conditions d'utilisation"},
}

COUNTED = {
    "agreement": {"nl": "overeenkomsten", "en": "agreements", "fr": "conventions"},
    "policy": {"nl": "polissen", "en": "policies", "fr": "polices"},
    "inspection": {"nl": "keuringen", "en": "inspections", "fr": "contrôles"},
    "qualification": {"nl": "attesten of rijbewijzen", "en": "attests or licences", "fr": "attestations ou permis"},
    "regulation": {"nl": "retributiereglementen", "en": "fee regulations", "fr": "règlements-redevances"},
    "recognition": {"nl": "erkenningen", "en": "recognitions", "fr": "reconnaissances"},
    "terms": KINDS["terms"],
}

WHO = {
    "owner": {"nl": "uw bestuur", "en": "your authority", "fr": "votre administration"},
    "borrower": {"nl": "de ontlener", "en": "the borrower", "fr": "l'emprunteur"},
    "other": {"nl": "een ander bestuur", "en": "another authority", "fr": "une autre administration"},
}

SENTENCES = {
    "register.agreement_lapses": {
        "nl": "De overeenkomst bindt {whom} tot en met {last}.",
        "en": "The agreement binds {whom} until {last}.",
        "fr": "La convention lie {whom} jusqu'au {last}.",
    },
    "register.agreement_awaits": {
        "nl": "De overeenkomst wacht op de goedkeuring van {whom}.",
        "en": "The agreement awaits the approval of {whom}.",
        "fr": "La convention attend l'approbation de {whom}.",
    },
    "register.policy_lapses": {
        "nl": "De polis van {whom} loopt tot en met {last}; er is nog geen opvolger.",
        "en": "The policy of {whom} runs until {last}; there is no successor yet.",
        "fr": "La police de {whom} court jusqu'au {last} ; il n'y a pas encore de successeur.",
    },
    "register.inspection_lapses": {
        "nl": "De keuring is geldig tot en met {last}.",
        "en": "The inspection is valid until {last}.",
        "fr": "Le contrôle est valable jusqu'au {last}.",
    },
    "register.inspection_missing": {
        "nl": "Er is geen keuring genoteerd.", "en": "No inspection is recorded.", "fr": "Aucun contrôle n'est enregistré.",
    },
    "register.inspection_failed": {"nl": "De keuring is afgekeurd.", "en": "The inspection failed.", "fr": "Le contrôle est refusé."},
    "register.qualification_lapses": {
        "nl": "Wat deze persoon voor {whom} mag bedienen of besturen, geldt [tot en met {last}].",
        "en": "What this person may operate or drive for {whom} holds [until {last}].",
        "fr": "Ce que cette personne peut utiliser ou conduire pour {whom} vaut [jusqu'au {last}].",
    },
    "register.qualification_missing": {
        "nl": "{whom} gaf geen attest of rijbewijs van deze persoon.",
        "en": "{whom} gave no attest or licence of this person.",
        "fr": "{whom} n'a fourni ni attestation ni permis de cette personne.",
    },
    "register.qualification_unjudged": {
        "nl": "Het attest of rijbewijs wacht op nazicht door {whom}.",
        "en": "The attest or licence waits to be verified by {whom}.",
        "fr": "L'attestation ou le permis attend la vérification de {whom}.",
    },
    "register.regulation_lapses": {
        "nl": "Het reglement van {whom} geldt tot en met {last}; daarna is er geen tarief.",
        "en": "The regulation of {whom} holds until {last}; after that there is no tariff.",
        "fr": "Le règlement de {whom} vaut jusqu'au {last} ; ensuite il n'y a plus de tarif.",
    },
    "register.recognition_lapses": {
        "nl": "De erkenning loopt tot en met {last}; daarna geldt een ander tarief.",
        "en": "The recognition runs until {last}; after that another tariff applies.",
        "fr": "La reconnaissance court jusqu'au {last} ; ensuite un autre tarif s'applique.",
    },
    "register.terms_lapses": {
        "nl": "De gebruiksvoorwaarden van {whom} gelden tot en met {last}; er is geen opvolger.",
        "en": "The terms of use of {whom} hold until {last}; there is no successor.",
        "fr": "Les conditions d'utilisation de {whom} valent jusqu'au {last} ; il n'y a pas de successeur.",
    },
    "register.terms_missing": {
        "nl": "{whom} leent uit zonder gebruiksvoorwaarden.",
        "en": "{whom} lends without terms of use.",
        "fr": "{whom} prête sans conditions d'utilisation.",
    },
}  # fmt: skip

MAIL_SUBJECTS = {
    "order_digest": {
        "nl": "Zijn wij in orde? {count} punten voor {owner}",
        "en": "Are we in order? {count} matters for {owner}",
        "fr": "Sommes-nous en ordre ? {count} points pour {owner}",
    },
}

MAIL_BODIES = {
    "order_digest": {
        "nl": "Dit vervalt in de komende 90 dagen of is nu niet in orde: {matters}.[ Het houdt {loans} uitleningen tegen.] Wat te doen is "
        "en door wie, staat in het overzicht.",
        "en": "This lapses in the next 90 days or is not in order now: {matters}.[ It stops {loans} loans.] What is to be done and by whom "
        "stands in the overview.",
        "fr": "Ceci expire dans les 90 jours ou n'est pas en ordre : {matters}.[ Cela bloque {loans} prêts.] Ce qu'il faut faire et par "
        "qui figure dans l'aperçu.",
    },
}

LINKS = {"order_digest": ("order", "beheer/in-orde")}

LINK_TEXTS = {"order": {"nl": "Bekijk het overzicht", "en": "See the overview", "fr": "Voir l'aperçu"}}

NOUNS = {"order_kind": KINDS, "order_kinds": COUNTED, "order_who": WHO}
