"""The words of the technical service's work, short enough for a calendar's title."""

from __future__ import annotations

TASK_KINDS = {
    "prepare": {"nl": "klaarzetten", "en": "prepare", "fr": "préparer"},
    "load": {"nl": "laden", "en": "load", "fr": "charger"},
    "deliver": {"nl": "leveren", "en": "deliver", "fr": "livrer"},
    "hand_out": {"nl": "uitgeven", "en": "hand out", "fr": "remettre"},
    "set_up": {"nl": "opbouwen", "en": "set up", "fr": "monter"},
    "inspect_setup": {"nl": "controleren na opbouw", "en": "check after set-up", "fr": "contrôler après montage"},
    "instruct": {"nl": "uitleg geven", "en": "instruct", "fr": "donner les instructions"},
    "key_out": {"nl": "sleutel meegeven", "en": "hand out the key", "fr": "remettre la clé"},
    "heating": {"nl": "verwarming aanzetten", "en": "turn on the heating", "fr": "allumer le chauffage"},
    "open_hall": {"nl": "zaal openen", "en": "open the hall", "fr": "ouvrir la salle"},
    "hall_guard": {"nl": "zaalwacht", "en": "guard the hall", "fr": "surveiller la salle"},
    "close_hall": {"nl": "zaal sluiten", "en": "close the hall", "fr": "fermer la salle"},
    "key_in": {"nl": "sleutel terugnemen", "en": "take back the key", "fr": "reprendre la clé"},
    "take_down": {"nl": "afbreken", "en": "take down", "fr": "démonter"},
    "collect": {"nl": "ophalen", "en": "collect", "fr": "enlever"},
    "take_back": {"nl": "terugnemen", "en": "take back", "fr": "reprendre"},
    "check": {"nl": "controleren en tellen", "en": "check and count", "fr": "contrôler et compter"},
    "empty": {"nl": "ledigen", "en": "empty", "fr": "vidanger"},
    "clean": {"nl": "reinigen", "en": "clean", "fr": "nettoyer"},
    "refuel": {"nl": "tanken of opladen", "en": "refuel or charge", "fr": "ravitailler ou recharger"},
    "inspect": {"nl": "keuren", "en": "inspect", "fr": "faire contrôler"},
    "maintain": {"nl": "onderhouden", "en": "maintain", "fr": "entretenir"},
    "repair": {"nl": "herstellen", "en": "repair", "fr": "réparer"},
    "other": {"nl": "ander werk", "en": "other work", "fr": "autre travail"},
}

TASK_STATES = {
    "planned": {"nl": "gepland", "en": "planned", "fr": "prévu"},
    "done": {"nl": "gedaan", "en": "done", "fr": "fait"},
    "cancelled": {"nl": "gaat niet door", "en": "cancelled", "fr": "annulé"},
}

WORK_PLACES = {
    "depot": {"nl": "in de loods", "en": "at the depot", "fr": "au dépôt"},
    "site": {"nl": "ter plaatse", "en": "on site", "fr": "sur place"},
    "hall": {"nl": "in de zaal", "en": "in the hall", "fr": "dans la salle"},
}

VEHICLE_KINDS = {
    "van": {"nl": "bestelwagen", "en": "van", "fr": "camionnette"},
    "towing": {"nl": "trekwagen", "en": "towing vehicle", "fr": "véhicule tracteur"},
    "flatbed": {"nl": "open laadbak", "en": "flatbed", "fr": "camionnette à plateau"},
    "truck": {"nl": "vrachtwagen", "en": "truck", "fr": "camion"},
    "crane": {"nl": "kraanwagen", "en": "crane truck", "fr": "camion-grue"},
    "tractor": {"nl": "tractor", "en": "tractor", "fr": "tracteur"},
}

ERRORS = {
    "task_not_open": {
        "nl": "Dit werk staat niet meer open: iemand was u voor.",
        "en": "This work is no longer open: somebody was ahead of you.",
        "fr": "Ce travail n'est plus ouvert : quelqu'un vous a devancé.",
    },
    "task_not_done": {
        "nl": "Dit werk is niet afgevinkt.", "en": "This work is not ticked off.", "fr": "Ce travail n'est pas coché.",
    },
    "task_at_counter": {
        "nl": "Uitgeven en terugnemen doet u bij de lijn zelf, niet met een vinkje.",
        "en": "Handing out and taking back is done with the line itself, not with a tick.",
        "fr": "La remise et la reprise se font avec la ligne elle-même, pas d'un simple clic.",
    },
    "task_of_order": {
        "nl": "Dit hoort bij een keuring, onderhoud of herstelling: noteer daar hoe het afliep.",
        "en": "This belongs to an inspection, maintenance or a repair: record its outcome there.",
        "fr": "Ceci relève d'un contrôle, d'un entretien ou d'une réparation : notez-y le résultat.",
    },
    "task_undo_too_late": {
        "nl": "Terugzetten kan alleen op de dag zelf.",
        "en": "Putting it back is possible on the same day only.",
        "fr": "On ne peut le décocher que le jour même.",
    },
    "task_changed_meanwhile": {
        "nl": "Dit werk is intussen gewijzigd. Kijk na hoe het nu staat en probeer opnieuw.",
        "en": "This work was changed meanwhile. See how it stands now and try again.",
        "fr": "Ce travail a été modifié entre-temps. Voyez où il en est et réessayez.",
    },
    "task_outside_window": {
        "nl": "Dit werk moet gebeuren[ vanaf {from_}][ en gedaan zijn tegen {until}].",
        "en": "This work has to be done[ from {from_} on][, and be over by {until}].",
        "fr": "Ce travail doit se faire[ à partir du {from_}][ et être terminé le {until}].",
    },
    "task_longer_than_window": {
        "nl": "In die tijd past het werk niet: geef meer tijd of minder minuten.",
        "en": "The work does not fit in that time: give more time or fewer minutes.",
        "fr": "Le travail ne tient pas dans ce délai : prolongez-le ou réduisez les minutes.",
    },
    "task_too_long": {
        "nl": "Zo veel tijd is te ruim[: hoogstens {days}]. Maak er meer dan één taak van.",
        "en": "That is too much time[: at most {days}]. Make more than one task of it.",
        "fr": "Ce délai est trop large[ : au plus {days}]. Faites-en plusieurs tâches.",
    },
    "hands_known": {
        "nl": "Die naam bestaat al bij dit bestuur. Kies een andere.",
        "en": "This authority has that name already. Choose another.",
        "fr": "Ce nom existe déjà dans cette administration. Choisissez-en un autre.",
    },
    "line_unknown": {
        "nl": "Die lijn vinden we niet. Schrijf ze als SD-2027-000123/1.",
        "en": "We do not find that line. Write it as SD-2027-000123/1.",
        "fr": "Nous ne trouvons pas cette ligne. Écrivez-la comme SD-2027-000123/1.",
    },
}  # fmt: skip

DONE = {
    "task_started": {"nl": "Genoteerd: u bent eraan begonnen.", "en": "Noted: you have begun.", "fr": "Noté : vous avez commencé."},
    "task_done": {"nl": "Gedaan.", "en": "Done.", "fr": "C'est fait."},
    "task_undone": {"nl": "Het staat weer open.", "en": "It is open again.", "fr": "C'est à nouveau ouvert."},
    "task_arranged": {"nl": "De planning is bewaard.", "en": "The planning is saved.", "fr": "La planification est enregistrée."},
    "task_made": {"nl": "De taak is gemaakt.", "en": "The task is made.", "fr": "La tâche est créée."},
    "task_saved": {"nl": "De taak is bewaard.", "en": "The task is saved.", "fr": "La tâche est enregistrée."},
    "task_called_off": {"nl": "De taak gaat niet door.", "en": "The task is called off.", "fr": "La tâche est annulée."},
}

NOUNS = {
    "task": TASK_KINDS,
    "task_state": TASK_STATES,
    "work_place": WORK_PLACES,
    "vehicle_kind": VEHICLE_KINDS,
}
