"""Agreements in words: what stands in one, where it stands, what cannot be done with it, what was done, and the mails about it."""

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
        "nl": "{lender}, voor {what}: {advantage}[ ({article})].",
        "en": "{lender}, for {what}: {advantage}[ ({article})].",
        "fr": "{lender}, pour {what} : {advantage}[ ({article})].",
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
    "agreement_state": STATES, "agreement_place": PLACES, "agreement_priority": PRIORITIES, "agreement_insurer": INSURERS,
    "agreement_served": KINDS, "agreement_clause": CLAUSES, "agreement_choice": CHOICES,
}  # fmt: skip

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
