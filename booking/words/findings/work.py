"""Whether the crew's work fits beside a loan."""

from __future__ import annotations

SENTENCES = {
    "work_none": {
        "nl": "Voor of na de uitlening is er geen werk gepland.",
        "en": "No work is planned before or after the loan.",
        "fr": "Aucun travail n'est prévu avant ou après le prêt.",
    },
    "work_fits": {
        "nl": "Er is tijd om het klaar te maken en na te zien, ook naast andere uitleningen.",
        "en": "There is time to make it ready and to see to it afterwards, beside other loans too.",
        "fr": "Le temps suffit pour le préparer et le remettre en ordre, aussi entre d'autres prêts.",
    },
    "work_does_not_fit": {
        "nl": "Het werk past niet tussen deze uitlening en een andere[: {minutes} te weinig][ voor het {task}]"
        "[, want het komt pas vrij op {from_}][, want het is weer nodig vanaf {until}].",
        "en": "The work does not fit between this loan and another[: {minutes} too few][ to {task}]"
        "[, because it is not free before {from_}][, because it is needed again from {until}].",
        "fr": "Le travail ne tient pas entre ce prêt et un autre[ : il manque {minutes}][ pour {task}]"
        "[, car il n'est libre qu'à partir du {from_}][, car il doit resservir dès le {until}].",
    },
    "work_of_another": {
        "nl": "Er is dan nog werk gepland voor een andere uitlening[: {task}][, van {from_}][ tot {until}].",
        "en": "Work for another loan is still planned then[: {task}][, from {from_}][ until {until}].",
        "fr": "Un travail pour un autre prêt est encore prévu à ce moment[ : {task}][, du {from_}][ au {until}].",
    },
}
