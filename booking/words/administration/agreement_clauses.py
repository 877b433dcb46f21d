"""What stands in an agreement, in the words of its clauses (booking/words/agreements.py puts them together)."""

from __future__ import annotations

SENTENCES = {
    "agreement_parties": {"nl": "Tussen {parties}.", "en": "Between {parties}.", "fr": "Entre {parties}."},
    "agreement_period": {
        "nl": "Van {first} tot en met {last}.",
        "en": "From {first} up to and including {last}.",
        "fr": "Du {first} au {last} inclus.",
    },
    "agreement_endless": {
        "nl": "Vanaf {first}, zonder einddatum.", "en": "From {first}, without an end.", "fr": "À partir du {first}, sans fin.",
    },
    "agreement_notice": {
        "nl": "Elke partij kan opzeggen, met een termijn van {months}.",
        "en": "Each party may give notice, with a term of {months}.",
        "fr": "Chaque partie peut dénoncer la convention moyennant un préavis de {months}.",
    },
    "agreement_notice_none": {
        "nl": "Elke partij kan opzeggen; een termijn is niet afgesproken.",
        "en": "Each party may give notice; no term was agreed.",
        "fr": "Chaque partie peut dénoncer la convention ; aucun préavis n'est convenu.",
    },
    "agreement_covers_nothing": {
        "nl": "Er staat nog niet in waarover ze gaat.",
        "en": "It does not say yet what it covers.",
        "fr": "Elle ne dit pas encore sur quoi elle porte.",
    },
    "agreement_covers_all": {
        "nl": "Ze gaat over alles wat de partijen uitlenen.",
        "en": "It covers everything that the parties lend.",
        "fr": "Elle porte sur tout ce que les parties prêtent.",
    },
    "agreement_covers": {
        "nl": "Ze gaat over deze middelen: {what}.", "en": "It covers these things: {what}.", "fr": "Elle porte sur : {what}.",
    },
    "agreement_without": {"nl": "Behalve {what}.", "en": "Except {what}.", "fr": "Sauf {what}."},
    "agreement_own_services": {
        "nl": "Voor eigen gebruik: de eigen diensten van elke partij.",
        "en": "For own use: the own services of each party.",
        "fr": "Pour usage propre : les services propres de chaque partie.",
    },
    "agreement_also_for": {"nl": "Ook voor {kinds}.", "en": "Also for {kinds}.", "fr": "Également pour {kinds}."},
    "agreement_only_for": {"nl": "Alleen voor {kinds}.", "en": "Only for {kinds}.", "fr": "Uniquement pour {kinds}."},
    "agreement_own_use": {
        "nl": "Wie leent, leent niet door.",
        "en": "Who borrows does not lend on.",
        "fr": "L'emprunteur ne prête pas à d'autres.",
    },
    "agreement_onward": {
        "nl": "Wie leent, mag doorlenen en blijft verantwoordelijk.",
        "en": "Who borrows may lend on, and stays responsible.",
        "fr": "L'emprunteur peut prêter à d'autres et reste responsable.",
    },
    "agreement_recall": {
        "nl": "Wie iets uitleent en het zelf nodig heeft voor een noodgeval, roept het minstens {hours} uur vooraf terug.",
        "en": "Who lends something and needs it for an emergency of its own recalls it at least {hours} hours ahead.",
        "fr": "Le prêteur qui en a besoin pour sa propre urgence le rappelle au moins {hours} heures à l'avance.",
    },
    "agreement_excess": {
        "nl": "Bij schade draagt wie leent de eerste {excess}.",
        "en": "In case of damage the borrower bears the first {excess}.",
        "fr": "En cas de dommage, l'emprunteur supporte les premiers {excess}.",
    },
    "agreement_tariff_none": {
        "nl": "Geen voorkeurtarief: elk reglement zegt zelf wat partners betalen.",
        "en": "No preferred tariff: each regulation itself says what partners pay.",
        "fr": "Aucun tarif préférentiel : chaque règlement dit lui-même ce que paient les partenaires.",
    },
    "given_by": {
        "nl": "{lender}, voor {what}: {advantage}[ ({article})][, vanaf {first}][, tot en met {last}].",
        "en": "{lender}, for {what}: {advantage}[ ({article})][, from {first}][, until {last} included].",
        "fr": "{lender}, pour {what} : {advantage}[ ({article})][, à partir du {first}][, jusqu’au {last} inclus].",
    },
    "given_every_party": {"nl": "elke partij", "en": "every party", "fr": "chaque partie"},
    "given_for_all": {"nl": "alles in deze overeenkomst", "en": "everything in this agreement", "fr": "tout ce que couvre la convention"},
    "given_then_own": {"nl": "het gewone tarief", "en": "the ordinary tariff", "fr": "le tarif ordinaire"},
    "given_reciprocal": {
        "nl": "vrij van huur zolang de ander vrij leent",
        "en": "free of hire as long as the other lends free",
        "fr": "exempté de location tant que l'autre prête gratuitement",
    },
    "given_loans_one": {
        "nl": "één uitlening per jaar vrij van huur", "en": "one loan a year free of hire", "fr": "un prêt par an exempté de location",
    },
    "given_loans_many": {
        "nl": "{count} uitleningen per jaar vrij van huur",
        "en": "{count} loans a year free of hire",
        "fr": "{count} prêts par an exemptés de location",
    },
    "given_days_one": {
        "nl": "één dag per jaar vrij van huur", "en": "one day a year free of hire", "fr": "un jour par an exempté de location",
    },
    "given_days_many": {
        "nl": "{count} dagen per jaar vrij van huur",
        "en": "{count} days a year free of hire",
        "fr": "{count} jours par an exemptés de location",
    },
    "given_group": {"nl": "het tarief “{group}”", "en": "the tariff “{group}”", "fr": "le tarif « {group} »"},
    "given_percentage": {
        "nl": "{percentage} % van het eigen tarief",
        "en": "{percentage}% of their own tariff",
        "fr": "{percentage} % de leur propre tarif",
    },
    "given_percentage_of_group": {
        "nl": "{percentage} % van het tarief “{group}”",
        "en": "{percentage}% of the tariff “{group}”",
        "fr": "{percentage} % du tarif « {group} »",
    },
}

PLACES = {
    "owner": {
        "nl": "Te gebruiken op het grondgebied van wie uitleent.",
        "en": "To be used on the territory of who lends.",
        "fr": "À utiliser sur le territoire de qui prête.",
    },
    "partners": {
        "nl": "Te gebruiken op het grondgebied van de partijen.",
        "en": "To be used on the territory of the parties.",
        "fr": "À utiliser sur le territoire des parties.",
    },
    "anywhere": {"nl": "Overal te gebruiken.", "en": "To be used anywhere.", "fr": "À utiliser partout."},
}

PRIORITIES = {
    "arrival": {
        "nl": "Vragen twee partijen hetzelfde, dan gaat voor wie eerst vroeg.",
        "en": "If two parties ask the same, who asked first goes first.",
        "fr": "Si deux parties demandent la même chose, la première demande l'emporte.",
    },
    "least_use": {
        "nl": "Vragen twee partijen hetzelfde, dan gaat voor wie het in twaalf maanden het minst leende.",
        "en": "If two parties ask the same, who borrowed it least in twelve months goes first.",
        "fr": "Si deux parties demandent la même chose, celle qui l'a le moins emprunté en douze mois l'emporte.",
    },
    "turns": {
        "nl": "Vragen twee partijen hetzelfde, dan gaan ze om de beurt voor.",
        "en": "If two parties ask the same, they go first in turn.",
        "fr": "Si deux parties demandent la même chose, elles l'emportent à tour de rôle.",
    },
}

INSURERS = {
    "lender": {"nl": "Wie uitleent, verzekert.", "en": "Who lends insures.", "fr": "L'assurance incombe à qui prête."},
    "borrower": {"nl": "Wie leent, verzekert.", "en": "Who borrows insures.", "fr": "L'assurance incombe à qui emprunte."},
}

KINDS = {
    "authority": {"nl": "de eigen diensten", "en": "their own services", "fr": "leurs propres services"},
    "association": {"nl": "verenigingen", "en": "associations", "fr": "les associations"},
    "school": {"nl": "scholen", "en": "schools", "fr": "les écoles"},
    "company": {"nl": "bedrijven", "en": "companies", "fr": "les entreprises"},
    "resident": {"nl": "inwoners", "en": "residents", "fr": "les habitants"},
    "public_body": {"nl": "andere openbare instellingen", "en": "other public bodies", "fr": "les autres organismes publics"},
}

CLAUSES = {
    "parties": {"nl": "Partijen", "en": "Parties", "fr": "Parties"},
    "period": {"nl": "Duur", "en": "Period", "fr": "Durée"},
    "scope": {"nl": "Waarover", "en": "What it covers", "fr": "Objet"},
    "served": {"nl": "Voor wie", "en": "For whom", "fr": "Bénéficiaires"},
    "use": {"nl": "Gebruik", "en": "Use", "fr": "Utilisation"},
    "priority": {"nl": "Voorrang", "en": "Priority", "fr": "Priorité"},
    "insurance": {"nl": "Verzekering en schade", "en": "Insurance and damage", "fr": "Assurance et dommages"},
    "tariff": {"nl": "Voorkeurtarief", "en": "Preferred tariff", "fr": "Tarif préférentiel"},
}

CHOICES = {
    "kept": {"nl": "blijft onder de overeenkomst", "en": "kept under the agreement", "fr": "reste sous la convention"},
    "outside": {"nl": "buiten de overeenkomst", "en": "lent outside the agreement", "fr": "hors convention"},
}

NOUNS = {
    "agreement_place": PLACES, "agreement_priority": PRIORITIES, "agreement_insurer": INSURERS, "agreement_served": KINDS,
    "agreement_clause": CLAUSES, "agreement_choice": CHOICES,
}  # fmt: skip
