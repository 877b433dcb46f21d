"""The sentences about borrowers and who acts for them: memberships, recognitions, roles; and the mails that tell a person."""

from __future__ import annotations

SENTENCES = {
    "borrower_exists": {
        "nl": "Er is in dit bestuur al een ontlener met deze naam[: {borrower}]. Zoek hem op in de lijst.",
        "en": "This authority already has a borrower of this name[: {borrower}]. Look it up in the list.",
        "fr": "Cette administration a déjà un emprunteur de ce nom[ : {borrower}]. Cherchez-le dans la liste.",
    },
    "kbo_wrong": {
        "nl": "Dit is geen ondernemingsnummer. Het telt tien cijfers, zoals 0207.500.123; kijk elk cijfer na.",
        "en": "This is not an enterprise number. It has ten digits, such as 0207.500.123; check each digit.",
        "fr": "Ce n'est pas un numéro d'entreprise. Il compte dix chiffres, comme 0207.500.123 ; vérifiez chaque chiffre.",
    },
    "membership_unknown": {
        "nl": "Deze persoon treedt niet (meer) op voor een ontlener van uw bestuur.",
        "en": "This person does not (or no longer) act for a borrower of your authority.",
        "fr": "Cette personne n'agit pas (ou plus) pour un emprunteur de votre administration.",
    },
    "membership_decided": {
        "nl": "Hierover is al beslist[: {person}].",
        "en": "This was already decided[: {person}].",
        "fr": "La décision est déjà prise[ : {person}].",
    },
    "own_claim": {
        "nl": "U kunt niet over uw eigen vraag beslissen. Laat ze door een collega nakijken.",
        "en": "You cannot decide on your own claim. Have a colleague check it.",
        "fr": "Vous ne pouvez pas décider de votre propre demande. Faites-la vérifier par un collègue.",
    },
    "ends_before_start": {
        "nl": "De laatste dag kan niet vóór de eerste liggen[: {day}].",
        "en": "The last day cannot come before the first[: {day}].",
        "fr": "Le dernier jour ne peut pas précéder le premier[ : {day}].",
    },
    "recognition_unknown": {
        "nl": "Deze erkenning is er niet (meer).",
        "en": "This recognition does not exist (any more).",
        "fr": "Cette reconnaissance n'existe pas (ou plus).",
    },
    "recognition_overlaps": {
        "nl": "Deze ontlener is dan al erkend in deze categorie[: {decision}][, sinds {day}]. Beëindig eerst die erkenning.",
        "en": "This borrower is already recognised in this category then[: {decision}][, since {day}]. End that recognition first.",
        "fr": "Cet emprunteur est alors déjà reconnu dans cette catégorie[ : {decision}][, depuis le {day}]. "
        "Mettez d'abord fin à cette reconnaissance.",
    },
    "role_unknown": {
        "nl": "Deze rol is er niet (meer).",
        "en": "This role does not exist (any more).",
        "fr": "Ce rôle n'existe pas (ou plus).",
    },
    "role_held": {
        "nl": "Deze rol is dan al gegeven[ ({person}: {role})]. Beëindig ze eerst, of kies andere dagen.",
        "en": "This role is already given then[ ({person}: {role})]. End it first, or choose other days.",
        "fr": "Ce rôle est alors déjà attribué[ ({person} : {role})]. Mettez-y fin d'abord, ou choisissez d'autres jours.",
    },
    "last_administrator": {
        "nl": "Dit is de laatste beheerder van het bestuur. Geef eerst iemand anders deze rol, zonder einddatum.",
        "en": "This is the last administrator of the authority. First give somebody else this role, without an end.",
        "fr": "C'est le dernier gestionnaire de l'administration. Donnez d'abord ce rôle à quelqu'un d'autre, sans date de fin.",
    },
    "last_steward": {
        "nl": "U bent de laatste beheerder van Streekdepot. Laat eerst iemand anders beheerder van het geheel worden.",
        "en": "You are the last steward of Streekdepot. First let somebody else administer the whole.",
        "fr": "Vous êtes le dernier gestionnaire de Streekdepot. Faites d'abord désigner quelqu'un d'autre pour l'ensemble.",
    },
    "borrower_created": {
        "nl": "{borrower} is toegevoegd.",
        "en": "{borrower} was added.",
        "fr": "{borrower} a été ajouté.",
    },
    "borrower_changed": {
        "nl": "De gegevens van {borrower} zijn bewaard.",
        "en": "The details of {borrower} were kept.",
        "fr": "Les données de {borrower} sont enregistrées.",
    },
    "claim_verified": {
        "nl": "{person} treedt nu op voor {borrower}. Er is een mail vertrokken.",
        "en": "{person} now acts for {borrower}. A mail was sent.",
        "fr": "{person} agit désormais pour {borrower}. Un e-mail est parti.",
    },
    "claim_rejected": {
        "nl": "{person} treedt niet op voor {borrower}. De reden is gemaild.",
        "en": "{person} does not act for {borrower}. The reason was mailed.",
        "fr": "{person} n'agit pas pour {borrower}. Le motif a été envoyé par e-mail.",
    },
    "membership_ended": {
        "nl": "{person} treedt tot en met {until} op voor {borrower}.",
        "en": "{person} acts for {borrower} up to and including {until}.",
        "fr": "{person} agit pour {borrower} jusqu'au {until} inclus.",
    },
    "recognition_added": {
        "nl": "De erkenning van {borrower} is bewaard.",
        "en": "The recognition of {borrower} was kept.",
        "fr": "La reconnaissance de {borrower} est enregistrée.",
    },
    "recognition_ended": {
        "nl": "De erkenning van {borrower} geldt tot en met {until}.",
        "en": "The recognition of {borrower} holds up to and including {until}.",
        "fr": "La reconnaissance de {borrower} vaut jusqu'au {until} inclus.",
    },
    "role_granted": {
        "nl": "De rol is gegeven: {role}.",
        "en": "The role was given: {role}.",
        "fr": "Le rôle est attribué : {role}.",
    },
    "role_offered": {
        "nl": "Er is een mail vertrokken naar {email}. De rol ({role}) begint zodra die persoon ja zegt; tot dan wacht ze bij Collega's.",
        "en": "A mail was sent to {email}. The role ({role}) begins once that person says yes; until then it waits at Colleagues.",
        "fr": "Un e-mail est parti vers {email}. Le rôle ({role}) commence dès que cette personne accepte ; voyez Collègues.",
    },
    "role_ended": {
        "nl": "De rol eindigt: {role}, laatste dag {until}.",
        "en": "The role ends: {role}, last day {until}.",
        "fr": "Le rôle prend fin : {role}, dernier jour {until}.",
    },
}

MEMBERSHIP_STATES = {
    "claim": {"nl": "na te kijken", "en": "to be verified", "fr": "à vérifier"},
    "member": {"nl": "nagekeken", "en": "verified", "fr": "vérifié"},
    "ended": {"nl": "beëindigd", "en": "ended", "fr": "terminé"},
}

SPELLS = {
    "current": {"nl": "geldt nu", "en": "in force", "fr": "en vigueur"},
    "coming": {"nl": "begint later", "en": "begins later", "fr": "commence plus tard"},
    "ended": {"nl": "beëindigd", "en": "ended", "fr": "terminé"},
}

RECOGNITIONS = {
    "youth": {"nl": "jeugd", "en": "youth", "fr": "jeunesse"},
    "culture": {"nl": "cultuur", "en": "culture", "fr": "culture"},
    "sport": {"nl": "sport", "en": "sport", "fr": "sport"},
    "school": {"nl": "onderwijs", "en": "education", "fr": "enseignement"},
    "welfare": {"nl": "welzijn", "en": "welfare", "fr": "bien-être"},
    "seniors": {"nl": "senioren", "en": "seniors", "fr": "seniors"},
    "neighbourhood": {"nl": "buurt", "en": "neighbourhood", "fr": "quartier"},
    "environment": {"nl": "natuur en milieu", "en": "nature and environment", "fr": "nature et environnement"},
}

SETTINGS = {
    "person": {"nl": "persoon", "en": "person", "fr": "personne"},
    "borrower": {"nl": "ontlener", "en": "borrower", "fr": "emprunteur"},
    "verified": {"nl": "nagekeken", "en": "verified", "fr": "vérifié"},
    "reason": {"nl": "reden", "en": "reason", "fr": "motif"},
    "role": {"nl": "rol", "en": "role", "fr": "rôle"},
    "recognition": {"nl": "erkend als", "en": "recognised as", "fr": "reconnu comme"},
    "decision": {"nl": "beslissing", "en": "decision", "fr": "décision"},
    "valid_from": {"nl": "eerste dag", "en": "first day", "fr": "premier jour"},
    "valid_until": {"nl": "laatste dag", "en": "last day", "fr": "dernier jour"},
}

NOUNS = {"membership_state": MEMBERSHIP_STATES, "spell": SPELLS, "recognition": RECOGNITIONS}

MAIL_SUBJECTS = {
    "claim_verified": {
        "nl": "U treedt nu op voor {borrower}",
        "en": "You now act for {borrower}",
        "fr": "Vous agissez désormais pour {borrower}",
    },
    "claim_rejected": {
        "nl": "Uw vraag om op te treden voor {borrower}",
        "en": "Your claim to act for {borrower}",
        "fr": "Votre demande d'agir pour {borrower}",
    },
    "membership_ended": {
        "nl": "U treedt niet langer op voor {borrower}",
        "en": "You will no longer act for {borrower}",
        "fr": "Vous n'agirez plus pour {borrower}",
    },
}

MAIL_BODIES = {
    "claim_verified": {
        "nl": "De uitleendienst heeft nagekeken dat u optreedt voor {borrower}. Vanaf nu geldt het tarief van deze ontlener voor wat u "
        "in zijn naam aanvraagt, en ziet u ook wat anderen voor hem aanvroegen.",
        "en": "The lending desk has verified that you act for {borrower}. From now on its tariff applies to what you ask in its name, "
        "and you also see what others asked for it.",
        "fr": "Le service de prêt a vérifié que vous agissez pour {borrower}. Désormais, son tarif s'applique à ce que vous demandez "
        "en son nom, et vous voyez aussi ce que d'autres ont demandé pour lui.",
    },
    "claim_rejected": {
        "nl": "De uitleendienst kon niet bevestigen dat u optreedt voor {borrower}.[ Reden: {reason}] Klopt dat niet, neem dan contact op "
        "met de uitleendienst van uw gemeente.",
        "en": "The lending desk could not confirm that you act for {borrower}.[ Reason: {reason}] If that is not right, contact "
        "the lending desk of your municipality.",
        "fr": "Le service de prêt n'a pas pu confirmer que vous agissez pour {borrower}.[ Motif : {reason}] Si c'est inexact, "
        "prenez contact avec le service de prêt de votre commune.",
    },
    "membership_ended": {
        "nl": "U treedt op voor {borrower}[ tot en met {until}]; daarna niet meer. Vragen hierover beantwoordt de uitleendienst "
        "van uw gemeente.",
        "en": "You act for {borrower}[ up to and including {until}], and no longer after that. The lending desk of your municipality "
        "answers questions about this.",
        "fr": "Vous agissez pour {borrower}[ jusqu'au {until} inclus], et plus après. Le service de prêt de votre commune répond "
        "à vos questions.",
    },
}
