"""The words of the closed lists: who borrows, who lends, what is lent, and for what."""

from __future__ import annotations

AUTHORITY_KINDS = {
    "municipality": {"nl": "gemeente", "en": "municipality", "fr": "commune"},
    "ocmw": {"nl": "OCMW", "en": "public centre for social welfare (OCMW)", "fr": "CPAS"},
    "agb": {"nl": "autonoom gemeentebedrijf (AGB)", "en": "autonomous municipal company (AGB)", "fr": "régie communale autonome (AGB)"},
    "police_zone": {"nl": "politiezone", "en": "police zone", "fr": "zone de police"},
    "fire_zone": {"nl": "hulpverleningszone (brandweer)", "en": "fire and rescue zone", "fr": "zone de secours (pompiers)"},
    "intermunicipal": {"nl": "intergemeentelijk samenwerkingsverband", "en": "intermunicipal body", "fr": "intercommunale"},
}

BORROWER_KINDS = {
    "authority": {"nl": "lokaal bestuur", "en": "local authority", "fr": "administration locale"},
    "association": {"nl": "vereniging", "en": "association", "fr": "association"},
    "school": {"nl": "school", "en": "school", "fr": "école"},
    "company": {"nl": "onderneming", "en": "company", "fr": "entreprise"},
    "resident": {"nl": "inwoner", "en": "resident", "fr": "habitant"},
    "public_body": {"nl": "andere openbare instelling", "en": "other public body", "fr": "autre organisme public"},
}

RELATIONS = {
    "own": {"nl": "eigen dienst", "en": "own service", "fr": "service propre"},
    "co-owner": {"nl": "mede-eigenaar", "en": "co-owner", "fr": "copropriétaire"},
    "partner": {"nl": "partner met overeenkomst", "en": "partner by agreement", "fr": "partenaire conventionné"},
    "other": {"nl": "andere ontlener", "en": "other borrower", "fr": "autre emprunteur"},
}

PURPOSES = {
    "event": {"nl": "evenement", "en": "event", "fr": "événement"},
    "meeting": {"nl": "vergadering", "en": "meeting", "fr": "réunion"},
    "party": {"nl": "fuif of feest", "en": "party", "fr": "fête"},
    "sport": {"nl": "sport", "en": "sport", "fr": "sport"},
    "school": {"nl": "schoolactiviteit", "en": "school activity", "fr": "activité scolaire"},
    "works": {"nl": "werken", "en": "works", "fr": "travaux"},
    "private": {"nl": "privégebruik", "en": "private use", "fr": "usage privé"},
    "commercial": {"nl": "commercieel gebruik", "en": "commercial use", "fr": "usage commercial"},
}

TERRITORIES = {
    "owner": {"nl": "grondgebied van de eigenaar", "en": "owner's territory", "fr": "territoire du propriétaire"},
    "partners": {"nl": "grondgebied van de partners", "en": "partners' territory", "fr": "territoire des partenaires"},
    "anywhere": {"nl": "overal", "en": "anywhere", "fr": "partout"},
}

HANDOVERS = {
    "pickup": {"nl": "afhaling", "en": "pick-up", "fr": "retrait"},
    "delivery": {"nl": "levering", "en": "delivery", "fr": "livraison"},
}

COVERS = {
    "liability": {"nl": "verzekering burgerlijke aansprakelijkheid", "en": "liability insurance", "fr": "assurance responsabilité civile"},
    "all_risk": {"nl": "verzekering alle risico's", "en": "all-risk insurance", "fr": "assurance tous risques"},
    "fire_and_explosion": {
        "nl": "objectieve aansprakelijkheid brand en ontploffing",
        "en": "strict liability for fire and explosion",
        "fr": "responsabilité objective incendie et explosion",
    },
    "tenant_fire": {"nl": "brandverzekering van de huurder", "en": "tenant's fire insurance", "fr": "assurance incendie du locataire"},
    "waiver_of_recourse": {"nl": "afstand van verhaal", "en": "waiver of recourse", "fr": "abandon de recours"},
    "motor": {"nl": "motorrijtuigenverzekering", "en": "motor insurance", "fr": "assurance automobile"},
    "work_accidents": {
        "nl": "verzekering arbeidsongevallen",
        "en": "insurance against accidents at work",
        "fr": "assurance accidents du travail",
    },
    "volunteers": {"nl": "verzekering vrijwilligers", "en": "volunteers' insurance", "fr": "assurance volontariat"},
}

REQUIREMENTS = {
    **COVERS,
    "inspection": {"nl": "keuring", "en": "inspection", "fr": "contrôle"},
    "operator": {"nl": "bevoegde bediener", "en": "qualified operator", "fr": "opérateur habilité"},
    "driver": {"nl": "bestuurder met rijbewijs", "en": "licensed driver", "fr": "conducteur titulaire du permis"},
}

QUALIFICATIONS = {
    "platform_operator": {"nl": "attest hoogtewerker", "en": "aerial platform certificate", "fr": "attestation nacelle"},
    "licence_b": {"nl": "rijbewijs B", "en": "licence B", "fr": "permis B"},
    "licence_b96": {"nl": "rijbewijs B met code 96", "en": "licence B with code 96", "fr": "permis B avec code 96"},
    "licence_be": {"nl": "rijbewijs BE", "en": "licence BE", "fr": "permis BE"},
    "licence_c1e": {"nl": "rijbewijs C1E", "en": "licence C1E", "fr": "permis C1E"},
    "licence_ce": {"nl": "rijbewijs CE", "en": "licence CE", "fr": "permis CE"},
}

ROLES = {
    "desk": {"nl": "uitleendienst", "en": "lending desk", "fr": "service de prêt"},
    "technician": {"nl": "technische dienst", "en": "technical service", "fr": "service technique"},
    "tariff_administrator": {"nl": "tariefbeheerder", "en": "tariff administrator", "fr": "gestionnaire des tarifs"},
    "finance": {"nl": "financiële dienst", "en": "financial service", "fr": "service financier"},
    "administrator": {"nl": "beheerder", "en": "administrator", "fr": "gestionnaire"},
}

CATEGORIES = {
    "toilet_trailer": {"nl": "toiletwagen", "en": "toilet trailer", "fr": "remorque sanitaire"},
    "mobile_stage": {"nl": "podiumwagen", "en": "mobile stage", "fr": "podium mobile"},
    "stage_deck": {"nl": "podiumelement", "en": "stage deck", "fr": "praticable"},
    "aerial_platform": {"nl": "hoogtewerker", "en": "aerial platform", "fr": "nacelle élévatrice"},
    "crowd_barrier": {"nl": "nadarhek", "en": "crowd barrier", "fr": "barrière Nadar"},
    "marquee": {"nl": "tent", "en": "marquee", "fr": "chapiteau"},
    "table": {"nl": "tafel", "en": "table", "fr": "table"},
    "chair": {"nl": "stoel", "en": "chair", "fr": "chaise"},
    "generator": {"nl": "stroomgroep", "en": "generator", "fr": "groupe électrogène"},
    "sound_set": {"nl": "geluidsinstallatie", "en": "sound set", "fr": "sonorisation"},
    "sports_hall": {"nl": "sporthal", "en": "sports hall", "fr": "hall de sport"},
    "meeting_room": {"nl": "vergaderzaal", "en": "meeting room", "fr": "salle de réunion"},
    "refectory": {"nl": "refter", "en": "refectory", "fr": "réfectoire"},
    "parish_hall": {"nl": "parochiezaal", "en": "parish hall", "fr": "salle paroissiale"},
    "trailer": {"nl": "aanhangwagen", "en": "trailer", "fr": "remorque"},
    "beamer": {"nl": "beamer", "en": "projector", "fr": "projecteur"},
    "party_kit": {"nl": "feestpakket", "en": "party kit", "fr": "kit de fête"},
}

NOUNS = {
    "authority_kind": AUTHORITY_KINDS,
    "borrower_kind": BORROWER_KINDS,
    "relation": RELATIONS,
    "purpose": PURPOSES,
    "territory": TERRITORIES,
    "handover": HANDOVERS,
    "cover": COVERS,
    "requirement": REQUIREMENTS,
    "qualification": QUALIFICATIONS,
    "role": ROLES,
    "category": CATEGORIES,
}
