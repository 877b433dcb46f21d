"""The jobs behind the screens in words: what each is called, what it does, and what to do when it goes wrong."""

from __future__ import annotations

NAMES = {
    "mail": {"nl": "Mails versturen", "en": "Send mails", "fr": "Envoyer les mails"},
    "expire": {"nl": "Termijnen laten verlopen", "en": "Let terms lapse", "fr": "Faire expirer les délais"},
    "waiting": {"nl": "Wachtlijsten", "en": "Waiting lists", "fr": "Listes d'attente"},
    "overdue": {"nl": "Wat te laat is", "en": "What is late", "fr": "Ce qui est en retard"},
    "lapsed": {"nl": "Vervallen keuringen", "en": "Lapsed inspections", "fr": "Contrôles expirés"},
    "conflicts": {"nl": "Conflicten zoeken", "en": "Find conflicts", "fr": "Chercher les conflits"},
    "upkeep": {"nl": "Onderhoud voorstellen", "en": "Propose maintenance", "fr": "Proposer l'entretien"},
    "imports": {"nl": "Lijsten inlezen", "en": "Read lists in", "fr": "Importer les listes"},
    "calendars": {"nl": "Agenda's van anderen", "en": "Calendars of others", "fr": "Agendas d'autrui"},
    "simulations": {"nl": "Tarieven doorrekenen", "en": "Try tariffs", "fr": "Simuler les tarifs"},
    "tidy": {"nl": "Opruimen", "en": "Tidy up", "fr": "Ranger"},
    "agreements": {"nl": "Overeenkomsten die eindigen", "en": "Agreements that end", "fr": "Conventions qui prennent fin"},
    "feeds": {"nl": "Agenda-abonnementen", "en": "Calendar subscriptions", "fr": "Abonnements d'agenda"},
    "horizon": {"nl": "Verder in de toekomst", "en": "Further into the future", "fr": "Plus loin dans l'avenir"},
    "digest": {"nl": "“Zijn wij in orde?”", "en": "“Are we in order?”", "fr": "« Sommes-nous en ordre ? »"},
    "remind": {"nl": "Herinneringen", "en": "Reminders", "fr": "Rappels"},
}

DOES = {
    "mail": {
        "nl": "Verstuurt wat in het postvak UIT wacht. Staat dit stil, dan krijgt niemand bericht; niets gaat verloren.",
        "en": "Sends what waits in the outbox. When it stands still nobody hears anything; nothing is lost.",
        "fr": "Envoie ce qui attend. À l'arrêt, personne n'est averti ; rien n'est perdu.",
    },
    "expire": {
        "nl": "Opties en aanvragen waarvan de termijn om is, komen vrij.",
        "en": "Options and requests whose term is over are freed.",
        "fr": "Options et demandes dont le délai est passé se libèrent.",
    },
    "waiting": {
        "nl": "Biedt aan wie wacht wat vrijkomt.", "en": "Offers what comes free to who waits.", "fr": "Propose ce qui se libère à qui "
        "attend.",
    },
    "overdue": {
        "nl": "Houdt bezet wat nog niet terug is, en waarschuwt.",
        "en": "Keeps taken what is not back yet, and warns.",
        "fr": "Garde occupé ce qui n'est pas rendu, et avertit.",
    },
    "lapsed": {
        "nl": "Zet buiten dienst wat niet meer gekeurd is.",
        "en": "Takes out of service what is no longer inspected.",
        "fr": "Met hors service ce qui n'est plus contrôlé.",
    },
    "conflicts": {
        "nl": "Zoekt beloften die niet meer kunnen.", "en": "Finds promises that cannot be kept.", "fr": "Cherche les promesses "
        "intenables.",
    },
    "upkeep": {
        "nl": "Stelt voor wat gekeurd of onderhouden moet worden.",
        "en": "Proposes what must be inspected or maintained.",
        "fr": "Propose ce qui doit être contrôlé ou entretenu.",
    },
    "imports": {
        "nl": "Zet stilgevallen inlezen van lijsten voort.", "en": "Goes on with lists that stopped halfway.", "fr": "Reprend les "
        "importations.",
    },
    "calendars": {
        "nl": "Leest agenda's van scholen en verenigingen als bezetting in.",
        "en": "Reads calendars of schools and associations as what is taken.",
        "fr": "Lit les agendas d'écoles et d'associations comme occupation.",
    },
    "simulations": {
        "nl": "Zet stilgevallen berekeningen voort.", "en": "Goes on with calculations that stopped.", "fr": "Reprend les calculs "
        "arrêtés.",
    },
    "tidy": {
        "nl": "Wist wat niet langer bewaard mag of moet worden.",
        "en": "Removes what may or need not be kept any longer.",
        "fr": "Efface ce qui ne doit ou ne peut plus être conservé.",
    },
    "agreements": {
        "nl": "Verwittigt de partijen op tijd.", "en": "Tells the parties in time.", "fr": "Avertit les parties à temps.",
    },
    "feeds": {
        "nl": "Verwittigt wie een agenda volgt die afloopt.",
        "en": "Tells who follows a calendar that ends.",
        "fr": "Avertit qui suit un agenda qui prend fin.",
    },
    "horizon": {
        "nl": "Trekt sluitingen door naar nieuwe dagen die te reserveren zijn.",
        "en": "Carries closures on to new days that can be reserved.",
        "fr": "Prolonge les fermetures sur les nouveaux jours réservables.",
    },
    "digest": {
        "nl": "Elke maandag aan beheerders: wat vervalt of ontbreekt.",
        "en": "Every Monday to administrators: what lapses or is missing.",
        "fr": "Chaque lundi aux administrateurs : ce qui expire ou manque.",
    },
    "remind": {
        "nl": "Om half zeven: wat nadert, ontbreekt, te laat is of afloopt.",
        "en": "At half past six: what comes near, is missing, late or ending.",
        "fr": "À six heures et demie : ce qui approche, manque, tarde ou expire.",
    },
}  # fmt: skip

CURES = {
    "database": {
        "nl": "De databank was even bezet of weg. De volgende beurt neemt het werk weer op; blijft het terugkomen, kijk dan de databank "
        "na.",
        "en": "The database was busy or away. The next turn takes the work up again; if it keeps coming back, look at the database.",
        "fr": "La base de données était occupée ou absente. Le tour suivant reprend le travail ; si cela persiste, vérifiez-la.",
    },
    "other": {
        "nl": "De volgende beurt probeert het opnieuw en slaat niets over. Het logboek van het proces “jobs” van dat moment zegt waarom; "
        "bezorg dat aan wie de toepassing onderhoudt.",
        "en": "The next turn tries again and skips nothing. The log of the “jobs” process at that moment says why; hand it to who "
        "maintains "
        "the application.",
        "fr": "Le tour suivant réessaie sans rien omettre. Le journal du processus « jobs » à ce moment dit pourquoi ; transmettez-le à "
        "qui entretient l'application.",
    },
    "cut_off": {
        "nl": "Het proces viel weg tijdens deze beurt. Een volgende beurt vindt het werk terug.",
        "en": "The process went away during this turn. A later turn finds the work again.",
        "fr": "Le processus a disparu pendant ce tour. Un tour suivant retrouve le travail.",
    },
}

NOUNS = {"job": NAMES, "job_does": DOES, "job_cure": CURES}
