"""The words around mails: their families and how often they come, several in one, their facts, their foot, and receipts."""

from __future__ import annotations

FAMILIES = {
    "security": {"nl": "Uw account en veiligheid", "en": "Your account and security", "fr": "Votre compte et la sécurité"},
    "decisions": {"nl": "Beslissingen en wijzigingen", "en": "Decisions and changes", "fr": "Décisions et modifications"},
    "work": {"nl": "Werk voor het loket", "en": "Work for the desk", "fr": "Travail pour le guichet"},
    "progress": {"nl": "Ontvangst en verloop", "en": "Receipts and progress", "fr": "Réception et suivi"},
    "reminders": {"nl": "Herinneringen", "en": "Reminders", "fr": "Rappels"},
    "order": {"nl": "Overzichten voor wie uitleent", "en": "Overviews for who lends", "fr": "Aperçus pour qui prête"},
}

HELP = {
    "security": {
        "nl": "Codes, wachtwoorden, uitnodigingen en waarschuwingen over uw account.",
        "en": "Codes, passwords, invitations and warnings about your account.",
        "fr": "Codes, mots de passe, invitations et avertissements concernant votre compte.",
    },
    "decisions": {
        "nl": "Goedkeuringen, weigeringen, voorstellen, annuleringen, overeenkomsten, aanrekeningen en wat te laat is.",
        "en": "Approvals, refusals, proposals, cancellations, contracts, charges and what is late.",
        "fr": "Approbations, refus, propositions, annulations, conventions, facturations et retards.",
    },
    "work": {
        "nl": "Nieuwe aanvragen, conflicten, te bevestigen leden en overeenkomsten waarover uw bestuur beslist.",
        "en": "New requests, conflicts, members to be verified and agreements that your authority decides on.",
        "fr": "Nouvelles demandes, conflits, membres à confirmer et conventions sur lesquelles votre administration décide.",
    },
    "progress": {
        "nl": "Dat uw aanvraag of annulering aankwam, en dat iets werd uitgegeven of terugkwam.",
        "en": "That your request or cancellation arrived, and that something was handed over or came back.",
        "fr": "Que votre demande ou annulation est arrivée, et que quelque chose a été remis ou restitué.",
    },
    "reminders": {
        "nl": "Wat u binnenkort ophaalt of terugbrengt, welke papieren nog ontbreken en wat verloopt.",
        "en": "What you will soon collect or bring back, which papers are missing and what expires.",
        "fr": "Ce que vous retirez ou rendez bientôt, les documents manquants et ce qui expire.",
    },
    "order": {
        "nl": "Wat over drie dagen vertrekt, keuringen en onderhoud, en het wekelijkse “Zijn wij in orde?”.",
        "en": "What leaves in three days, inspections and maintenance, and the weekly “Are we in order?”.",
        "fr": "Ce qui part dans trois jours, contrôles et entretien, et l'hebdomadaire « Sommes-nous en ordre ? ».",
    },
}

PACES = {
    "at_once": {"nl": "meteen", "en": "at once", "fr": "immédiatement"},
    "daily": {"nl": "één mail per dag, om 7 uur", "en": "one mail a day, at 7 o'clock", "fr": "un mail par jour, à 7 heures"},
    "off": {"nl": "niet", "en": "not at all", "fr": "pas du tout"},
}

TOGETHER = {
    "about_subject": {
        "nl": "{reference}: {count} berichten", "en": "{reference}: {count} messages", "fr": "{reference} : {count} messages",
    },
    "same_subject": {
        "nl": "{reference}: {count} × {what}", "en": "{reference}: {count} × {what}", "fr": "{reference} : {count} × {what}",
    },
    "about_body": {
        "nl": "Er gebeurde kort na elkaar {count} keer iets met uw reservatie {reference}. Alles staat hieronder.",
        "en": "Within a short time {count} things happened to reservation {reference}. All of them stand below.",
        "fr": "En peu de temps, {count} choses ont changé pour la réservation {reference}. Tout figure ci-dessous.",
    },
    "day_subject": {
        "nl": "Overzicht van {day}: {count} berichten", "en": "Overview of {day}: {count} messages", "fr": "Aperçu du {day} : {count} "
        "messages",
    },
    "day_body": {
        "nl": "Dit is er sinds het vorige overzicht gebeurd.",
        "en": "This happened since the last overview.",
        "fr": "Voici ce qui s'est passé depuis l'aperçu précédent.",
    },
    "moment_subject": {
        "nl": "{count} berichten van Streekdepot", "en": "{count} messages from Streekdepot", "fr": "{count} messages de Streekdepot",
    },
    "moment_body": {
        "nl": "Er waren kort na elkaar {count} berichten voor u. Alles staat hieronder.",
        "en": "Within a short time there were {count} messages for you. All of them stand below.",
        "fr": "En peu de temps, il y a eu {count} messages pour vous. Tout figure ci-dessous.",
    },
}  # fmt: skip

WHY = {
    "security": {
        "nl": "U krijgt dit omdat iemand, wellicht u, dit adres gebruikte bij Streekdepot.",
        "en": "You get this because somebody, probably you, used this address at Streekdepot.",
        "fr": "Vous recevez ceci parce que quelqu'un, sans doute vous, a utilisé cette adresse chez Streekdepot.",
    },
    "decisions": {
        "nl": "U krijgt dit omdat het over een reservatie of papieren van u gaat. Beslissingen kunnen niet uitgezet worden.",
        "en": "You get this because it is about a reservation or papers of yours. Decisions cannot be switched off.",
        "fr": "Vous recevez ceci car cela concerne une de vos réservations ou vos documents. Les décisions ne peuvent être désactivées.",
    },
    "work": {
        "nl": "U krijgt dit omdat dit het adres van een bestuur is dat uitleent. Werk voor het loket kan niet uitgezet worden.",
        "en": "You get this because this is the address of an authority that lends. Work for the desk cannot be switched off.",
        "fr": "Vous recevez ceci car cette adresse est celle d'une administration qui prête. Ce travail ne peut être désactivé.",
    },
    "progress": {
        "nl": "U krijgt dit omdat u iets aanvroeg of ontleent.",
        "en": "You get this because you asked for or borrow something.",
        "fr": "Vous recevez ceci parce que vous avez demandé ou empruntez quelque chose.",
    },
    "reminders": {
        "nl": "U krijgt deze herinnering omdat u iets aanvroeg of ontleent.",
        "en": "You get this reminder because you asked for or borrow something.",
        "fr": "Vous recevez ce rappel parce que vous avez demandé ou empruntez quelque chose.",
    },
    "order": {
        "nl": "U krijgt dit overzicht omdat u voor een bestuur werkt dat uitleent.",
        "en": "You get this overview because you work for an authority that lends.",
        "fr": "Vous recevez cet aperçu parce que vous travaillez pour une administration qui prête.",
    },
}

FOOT = {
    "choose": {"nl": "Kies hoe vaak u mails krijgt", "en": "Choose how often you get mails", "fr": "Choisir la fréquence des mails"},
    "stop": {"nl": "Zulke berichten niet meer", "en": "No such messages any more", "fr": "Ne plus recevoir ces messages"},
}

FACTS = {
    "event": {"nl": "Activiteit", "en": "Event", "fr": "Activité"},
    "asset": {"nl": "Wat", "en": "What", "fr": "Quoi"},
    "use": {"nl": "Gebruik", "en": "Use", "fr": "Utilisation"},
    "handover": {"nl": "Uitgifte", "en": "Hand-over", "fr": "Retrait"},
    "return": {"nl": "Terugname", "en": "Return", "fr": "Restitution"},
    "place": {"nl": "Plaats", "en": "Place", "fr": "Lieu"},
    "owner": {"nl": "Eigenaar", "en": "Owner", "fr": "Propriétaire"},
    "lines": {"nl": "Aangevraagd", "en": "Requested", "fr": "Demandé"},
}

MAIL_SUBJECTS = {
    "own_accept": {
        "nl": "{reference}: u aanvaardde het voorstel",
        "en": "{reference}: you accepted the proposal",
        "fr": "{reference} : vous avez accepté la proposition",
    },
    "own_amend": {"nl": "{reference}: aangepast", "en": "{reference}: changed", "fr": "{reference} : modifié"},
    "own_cancel": {"nl": "{reference}: uw annulering", "en": "{reference}: your cancellation", "fr": "{reference} : votre annulation"},
}

MAIL_BODIES = {
    "own_accept": {
        "nl": "U aanvaardde het voorstel van {owner} voor lijn {number}: het geldt meteen.",
        "en": "You accepted the proposal of {owner} for line {number}: it holds from now on.",
        "fr": "Vous avez accepté la proposition de {owner} pour la ligne {number} : elle vaut dès maintenant.",
    },
    "own_amend": {
        "nl": "Uw wijziging van lijn {number} bij {owner} is goed ontvangen. Wat nu geldt, staat hieronder.",
        "en": "Your change of line {number} at {owner} was received. What holds now stands below.",
        "fr": "Votre modification de la ligne {number} chez {owner} est bien reçue. Ce qui vaut maintenant figure ci-dessous.",
    },
    "own_cancel": {
        "nl": "U annuleerde lijn {number} bij {owner}. Ze wordt niet langer voor u vrijgehouden.[ Uw reden: {reason}]",
        "en": "You cancelled line {number} at {owner}. It is no longer held for you.[ Your reason: {reason}]",
        "fr": "Vous avez annulé la ligne {number} chez {owner}. Elle n'est plus retenue pour vous.[ Votre motif : {reason}]",
    },
}

DONE = {
    "mail_choices_kept": {"nl": "Uw keuze is bewaard.", "en": "Your choice is kept.", "fr": "Votre choix est enregistré."},
    "mail_tried_again": {
        "nl": "De mail wordt binnen een minuut opnieuw geprobeerd.",
        "en": "The mail is tried again within a minute.",
        "fr": "Le mail sera renvoyé dans la minute.",
    },
}

ERRORS = {
    "mail_not_failed": {
        "nl": "Deze mail staat niet (meer) bij wat niet te bezorgen was.",
        "en": "This mail is not (or no longer) among what could not be delivered.",
        "fr": "Ce mail ne figure pas (ou plus) parmi les non distribuables.",
    },
    "mail_essential": {
        "nl": "Deze mails kunnen niet uitgezet worden.",
        "en": "These mails cannot be switched off.",
        "fr": "Ces mails ne peuvent être désactivés.",
    },
}

NOUNS = {
    "mail_family": FAMILIES,
    "mail_family_help": HELP,
    "mail_pace": PACES,
    "mail_together": TOGETHER,
    "mail_why": WHY,
    "mail_foot": FOOT,
    "mail_fact": FACTS,
}
