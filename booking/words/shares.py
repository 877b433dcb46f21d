"""What is owned together in words: contingents, fair use, recalls; what cannot be done about them, what was done, and the mails."""

from __future__ import annotations

NOUNS = {
    "measure": {
        "units": {"nl": "stuks", "en": "units", "fr": "pièces"},
        "days": {"nl": "dagen", "en": "days", "fr": "jours"},
        "weekends": {"nl": "weekends", "en": "weekends", "fr": "week-ends"},
    },
    "span": {
        "month": {"nl": "per maand", "en": "a month", "fr": "par mois"},
        "quarter": {"nl": "per kwartaal", "en": "a quarter", "fr": "par trimestre"},
        "year": {"nl": "per jaar", "en": "a year", "fr": "par an"},
    },
    "counted": {
        "services": {"nl": "alleen de eigen diensten", "en": "its own services only", "fr": "ses propres services seulement"},
        "town": {"nl": "iedereen uit de gemeente", "en": "everybody in the municipality", "fr": "tous les habitants de la commune"},
    },
    "beyond": {
        "notice": {"nl": "alleen melden", "en": "only told", "fr": "seulement signalé"},
        "desk": {"nl": "de beheerder beslist", "en": "the manager decides", "fr": "le gestionnaire décide"},
    },
}

ACTS = {
    "line.recall": {"nl": "riep terug:", "en": "recalled", "fr": "a rappelé"},
    "recall.answer": {"nl": "antwoordde op een terugroeping van", "en": "answered a recall of", "fr": "a répondu au rappel de"},
}

ERRORS = {
    "contingent_of_parts": {
        "nl": "Dit bestaat uit onderdelen. Waarborg de onderdelen zelf.",
        "en": "This is made of parts. Guarantee the parts themselves.",
        "fr": "Ceci se compose d'éléments. Garantissez les éléments eux-mêmes.",
    },
    "contingent_of_bulk": {
        "nl": "Van voorraad waarborgt u stuks, geen dagen of weekends.",
        "en": "Of stock you guarantee units, not days or weekends.",
        "fr": "D'un stock, on garantit des pièces, pas des jours ni des week-ends.",
    },
    "contingent_for_nobody": {
        "nl": "Zeg voor wie dit gewaarborgd is: een bestuur, een verhouding of een soort ontlener.",
        "en": "Say for whom this is guaranteed: an authority, a relation or a kind of borrower.",
        "fr": "Indiquez pour qui c'est garanti : une administration, une relation ou un type d'emprunteur.",
    },
    "contingents_too_many": {
        "nl": "Samen is dan meer gewaarborgd[ ({together})] dan er is[: {limit}].",
        "en": "Together more would be guaranteed[ ({together})] than there is[: {limit}].",
        "fr": "On garantirait alors plus[ ({together})] qu'il n'y en a[ : {limit}].",
    },
    "contingent_unknown": {
        "nl": "Dit is niet gewaarborgd, of niet meer.",
        "en": "This is not guaranteed, or no longer.",
        "fr": "Ceci n'est pas garanti, ou ne l'est plus.",
    },
    "contingent_ended": {
        "nl": "Dit is al beëindigd.",
        "en": "This has ended already.",
        "fr": "Ceci a déjà pris fin.",
    },
    "not_jointly_owned": {
        "nl": "Dit heeft geen mede-eigenaars. Leg eerst de aandelen vast.",
        "en": "This has no co-owners. First record the shares.",
        "fr": "Ceci n'a pas de copropriétaires. Enregistrez d'abord les parts.",
    },
    "first_day_past": {
        "nl": "Kies vandaag of een latere dag.",
        "en": "Choose today or a later day.",
        "fr": "Choisissez aujourd'hui ou un jour ultérieur.",
    },
    "recall_needless": {
        "nl": "De lening staat uw noodgeval dan niet in de weg. Kies een moment voor ze eindigt.",
        "en": "The loan is not in the way of your emergency then. Choose a moment before it ends.",
        "fr": "Le prêt ne gêne pas votre urgence à ce moment. Choisissez un moment avant sa fin.",
    },
    "recall_notice_short": {
        "nl": "De overeenkomst vraagt dat u minstens {hours} uur vooraf terugroept.",
        "en": "The agreement asks that you recall at least {hours} hours ahead.",
        "fr": "La convention exige un rappel au moins {hours} heures à l'avance.",
    },
    "recall_not_own": {
        "nl": "Terugroepen kan alleen voor een eigen dienst van de eigenaar.",
        "en": "A recall is only possible for a service of the owner itself.",
        "fr": "Un rappel n'est possible que pour un service du propriétaire.",
    },
    "recall_gone": {
        "nl": "Dit is intussen niet meer vrij. Kies iets anders van wat aangeboden is.",
        "en": "This is no longer free. Choose something else of what is offered.",
        "fr": "Ceci n'est plus libre. Choisissez autre chose parmi ce qui est proposé.",
    },
    "recall_answered": {
        "nl": "Hierop is al geantwoord, of dit wordt niet meer aangeboden.",
        "en": "This was answered already, or is no longer offered.",
        "fr": "Il a déjà été répondu, ou ceci n'est plus proposé.",
    },
}

DONE = {
    "contingent_agreed": {"nl": "Dit is nu gewaarborgd.", "en": "This is guaranteed now.", "fr": "Ceci est désormais garanti."},
    "contingent_stopped": {
        "nl": "De waarborg eindigt op de gekozen dag.",
        "en": "The guarantee ends on the day you chose.",
        "fr": "La garantie prend fin le jour choisi.",
    },
    "fair_use_set": {
        "nl": "Vanaf die dag tellen de dagen zo.",
        "en": "From that day on days count like this.",
        "fr": "À partir de ce jour, les jours comptent ainsi.",
    },
    "line_recalled": {
        "nl": "Lijn {number} is teruggeroepen. Uw eigen reservatie {own} staat op haar plaats; de ontlener kreeg bericht.",
        "en": "Line {number} was recalled. Your own reservation {own} takes its place; the borrower was told.",
        "fr": "La ligne {number} est rappelée. Votre propre réservation {own} prend sa place ; l'emprunteur est averti.",
    },
    "recall_taken": {
        "nl": "U neemt een ander middel: reservatie {reference}.",
        "en": "You take another asset: reservation {reference}.",
        "fr": "Vous prenez un autre matériel : réservation {reference}.",
    },
    "recall_declined": {
        "nl": "U neemt niets anders in de plaats.",
        "en": "You take nothing else instead.",
        "fr": "Vous ne prenez rien d'autre à la place.",
    },
}

MAIL_SUBJECTS = {
    "line_recalled": {
        "nl": "{reference}: {asset} is teruggeroepen",
        "en": "{reference}: {asset} was recalled",
        "fr": "{reference} : {asset} est rappelé",
    },
    "recall_told": {
        "nl": "{reference}: {owner} riep {asset} terug",
        "en": "{reference}: {owner} recalled {asset}",
        "fr": "{reference} : {owner} a rappelé {asset}",
    },
}

MAIL_BODIES = {
    "line_recalled": {
        "nl": "{owner} heeft {asset} (lijn {number}) zelf nodig voor een noodgeval: {reason}[ Breng het terug tegen {until}.] U betaalt "
        "niets voor wat u niet krijgt. Wat er in de plaats vrij is, staat op de pagina van uw reservatie; u kiest.",
        "en": "{owner} needs {asset} (line {number}) itself for an emergency: {reason}[ Please bring it back by {until}.] You pay nothing "
        "for what you do not get. What is free instead is shown on the page of your reservation; you choose.",
        "fr": "{owner} a besoin de {asset} (ligne {number}) pour une urgence : {reason}[ Ramenez-le pour le {until}.] Vous ne payez rien "
        "pour ce que vous n'obtenez pas. Ce qui est libre à la place figure sur la page de votre réservation ; vous choisissez.",
    },
    "recall_told": {
        "nl": "{owner} heeft {asset} (lijn {number}) teruggeroepen voor een eigen noodgeval: {reason}[ Het moet terug zijn tegen {until}.] "
        "De ontlener kreeg bericht en kiest wat er in de plaats komt.",
        "en": "{owner} recalled {asset} (line {number}) for an emergency of its own: {reason}[ It must be back by {until}.] "
        "The borrower was told and chooses what comes instead.",
        "fr": "{owner} a rappelé {asset} (ligne {number}) pour sa propre urgence : {reason}[ Il doit être de retour pour le {until}.] "
        "L'emprunteur est averti et choisit ce qui vient à la place.",
    },
}
