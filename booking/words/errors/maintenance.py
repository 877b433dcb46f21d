"""What cannot be done about inspections and maintenance, or about a promise that could not be kept."""

from __future__ import annotations

SENTENCES = {
    "upkeep_taken": {
        "nl": "Dan is het middel niet vrij: er staat een uitlening of ander werk. Kies een ander moment.",
        "en": "The asset is not free then: a loan or other work stands in the way. Choose another time.",
        "fr": "Le matériel n'est pas libre à ce moment : un prêt ou un autre travail s'y oppose. Choisissez un autre moment.",
    },
    "upkeep_too_long": {
        "nl": "Dit duurt te lang[: hoogstens {days}]. Splits het werk op.",
        "en": "This takes too long[: {days} at most]. Split the work.",
        "fr": "C'est trop long[ : {days} au plus]. Divisez le travail.",
    },
    "upkeep_wants_outcome": {
        "nl": "Een keuring rondt u af met haar uitslag. Noteer het verslag van het keuringsorganisme.",
        "en": "An inspection is finished by its outcome. Record what the inspection body reported.",
        "fr": "Un contrôle se termine par son résultat. Enregistrez le rapport de l'organisme de contrôle.",
    },
    "day_in_future": {
        "nl": "Deze dag moet nog komen[: {day}]. Kies vandaag of een vroegere dag.",
        "en": "This day is still to come[: {day}]. Choose today or an earlier day.",
        "fr": "Ce jour est encore à venir[ : {day}]. Choisissez aujourd'hui ou un jour passé.",
    },
    "day_long_ago": {
        "nl": "Deze dag ligt te ver terug[: {day}]. Kijk het jaartal na.",
        "en": "This day is too long ago[: {day}]. Check the year.",
        "fr": "Ce jour est trop ancien[ : {day}]. Vérifiez l'année.",
    },
    "validity_outside": {
        "nl": "Zo lang kan deze keuring niet gelden. Kies een dag[ van {from_}][ tot en met {limit_day}].",
        "en": "This inspection cannot be valid for that long. Choose a day[ from {from_}][ up to and including {limit_day}].",
        "fr": "Ce contrôle ne peut être valable aussi longtemps. Choisissez un jour[ du {from_}][ au {limit_day} inclus].",
    },
    "plan_outside": {
        "nl": "Dit getal kan niet[: hoogstens {limit}]. Vul een kleiner positief getal in.",
        "en": "This number cannot be[: {limit} at most]. Fill in a smaller positive number.",
        "fr": "Ce nombre n'est pas possible[ : {limit} au plus]. Indiquez un nombre positif plus petit.",
    },
    "plan_over": {
        "nl": "Dit middel heeft geen eigen plan (meer). Herlaad de pagina.",
        "en": "This asset has no plan of its own (any more). Reload the page.",
        "fr": "Ce matériel n'a pas (ou plus) de plan propre. Rechargez la page.",
    },
    "fact_wants_inspection": {
        "nl": "{asset} is buiten dienst zonder geldige keuring. Alleen een keuring die slaagt, brengt het terug: noteer haar uitslag.",
        "en": "{asset} is out of service without a valid inspection. Only an inspection that succeeds puts it back: record its outcome.",
        "fr": "{asset} est hors service sans contrôle valable. Seul un contrôle réussi le remet en service : enregistrez son résultat.",
    },
    "offer_unfit": {
        "nl": "Dit past intussen niet meer of is niet meer vrij. Kijk opnieuw wat u kunt aanbieden.",
        "en": "This no longer fits or is no longer free. Look again at what you can offer.",
        "fr": "Ceci ne convient plus ou n'est plus libre. Regardez à nouveau ce que vous pouvez proposer.",
    },
    "choice_waits": {
        "nl": "Een ander bestuur beslist nog over wat u koos. U krijgt bericht zodra het antwoordt.",
        "en": "Another authority is still deciding on what you chose. You will hear as soon as it answers.",
        "fr": "Une autre administration décide encore de ce que vous avez choisi. Vous serez averti dès sa réponse.",
    },
}
