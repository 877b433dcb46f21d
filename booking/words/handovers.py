"""What mails say of a hand-over, a return, and of what does not come back."""

from __future__ import annotations

MAIL_SUBJECTS = {
    "line_hand_over": {"nl": "{reference}: uitgegeven", "en": "{reference}: handed over", "fr": "{reference} : remis"},
    "line_take_back": {"nl": "{reference}: teruggebracht", "en": "{reference}: returned", "fr": "{reference} : restitué"},
    "line_take_back_part": {
        "nl": "{reference}: een deel teruggebracht", "en": "{reference}: partly returned", "fr": "{reference} : restitué en partie",
    },
    "line_no_show": {"nl": "{reference}: niet opgehaald", "en": "{reference}: not collected", "fr": "{reference} : non retiré"},
    "line_overdue": {"nl": "{reference}: te laat terug", "en": "{reference}: late return", "fr": "{reference} : retour tardif"},
}

MAIL_BODIES = {
    "line_hand_over": {
        "nl": "Lijn {number} van {owner} is uitgegeven. Op de reservatie leest u in welke staat.[ Toelichting: {reason}]",
        "en": "Line {number} of {owner} was handed over. The reservation shows in which condition.[ Remark: {reason}]",
        "fr": "La ligne {number} de {owner} a été remise. La réservation montre dans quel état.[ Remarque : {reason}]",
    },
    "line_take_back": {
        "nl": "Lijn {number} is terug bij {owner}. Op de reservatie leest u wat genoteerd werd.[ Toelichting: {reason}]",
        "en": "Line {number} is back at {owner}. The reservation shows what was recorded.[ Remark: {reason}]",
        "fr": "La ligne {number} est de retour chez {owner}. La réservation montre ce qui a été noté.[ Remarque : {reason}]",
    },
    "line_take_back_part": {
        "nl": "Een deel van lijn {number} is terug bij {owner}; de rest is nog bij u. Op de reservatie leest u wat genoteerd werd."
        "[ Toelichting: {reason}]",
        "en": "Part of line {number} is back at {owner}; the rest is still with you. The reservation shows what was recorded."
        "[ Remark: {reason}]",
        "fr": "Une partie de la ligne {number} est de retour chez {owner} ; le reste est encore chez vous. La réservation montre ce qui a "
        "été noté.[ Remarque : {reason}]",
    },
    "line_no_show": {
        "nl": "Lijn {number} bij {owner} is niet opgehaald en komt weer vrij.[ Toelichting: {reason}]",
        "en": "Line {number} at {owner} was not collected and is free again.[ Remark: {reason}]",
        "fr": "La ligne {number} chez {owner} n'a pas été retirée et redevient libre.[ Remarque : {reason}]",
    },
    "line_overdue": {
        "nl": "{asset} (lijn {number}) moest terug zijn bij {owner}[ op {until}] en is dat nog niet. Anderen wachten erop.",
        "en": "{asset} (line {number}) should have been back at {owner}[ on {until}] and is not. Others are waiting for it.",
        "fr": "{asset} (ligne {number}) devait être de retour chez {owner}[ le {until}] et ne l'est pas. D'autres l'attendent.",
    },
}
