"""The waiting list in words: its states, what cannot be done there, what was done, and its mails."""

from __future__ import annotations

STATES = {
    "waiting": {"nl": "op de wachtlijst", "en": "on the waiting list", "fr": "sur la liste d'attente"},
    "offered": {"nl": "vrijgekomen voor u", "en": "free for you now", "fr": "libre pour vous"},
    "taken": {"nl": "aangevraagd", "en": "requested", "fr": "demandé"},
    "withdrawn": {"nl": "niet meer nodig", "en": "no longer needed", "fr": "plus nécessaire"},
    "lapsed": {"nl": "niet op tijd aangevraagd", "en": "not requested in time", "fr": "pas demandé à temps"},
    "over": {"nl": "niet vrijgekomen", "en": "did not become free", "fr": "ne s'est pas libéré"},
}

ERRORS = {
    "waiting_one_line": {
        "nl": "Op de wachtlijst komt één lijn tegelijk. Kies de knop bij de lijn die bezet is.",
        "en": "The waiting list takes one line at a time. Use the button of the line that is taken.",
        "fr": "La liste d'attente prend une ligne à la fois. Utilisez le bouton de la ligne qui est prise.",
    },
    "waiting_free": {
        "nl": "Dit is intussen vrij: vraag het meteen aan.",
        "en": "This is free now: request it at once.",
        "fr": "Ceci est libre à présent : demandez-le tout de suite.",
    },
    "waiting_twice": {
        "nl": "U staat hiervoor al op de wachtlijst.",
        "en": "You are already on the waiting list for this.",
        "fr": "Vous êtes déjà sur la liste d'attente pour ceci.",
    },
    "waiting_full": {
        "nl": "Een ontlener wacht op hoogstens {limit} dingen tegelijk. Geef eerst een andere plaats op de wachtlijst op.",
        "en": "A borrower waits for at most {limit} things at once. First give up another place on the waiting list.",
        "fr": "Un emprunteur attend au plus {limit} choses à la fois. Libérez d'abord une autre place sur la liste d'attente.",
    },
    "waiting_not_offered": {
        "nl": "Dit wordt u niet (meer) aangeboden. Uw plaats op de wachtlijst ziet u hieronder.",
        "en": "This is not (or no longer) offered to you. Your place on the waiting list is shown below.",
        "fr": "Ceci ne vous est pas (ou plus) proposé. Votre place sur la liste d'attente figure ci-dessous.",
    },
    "waiting_ended": {
        "nl": "U staat hiervoor niet meer op de wachtlijst.",
        "en": "You are no longer on the waiting list for this.",
        "fr": "Vous n'êtes plus sur la liste d'attente pour ceci.",
    },
}

DONE = {
    "waiting_joined": {
        "nl": "U staat op de wachtlijst voor {asset}. Komt het vrij, dan krijgt u bericht en blijft het een tijd voor u.",
        "en": "You are on the waiting list for {asset}. When it becomes free you will hear, and it is kept for you for a while.",
        "fr": "Vous êtes sur la liste d'attente pour {asset}. S'il se libère, vous serez averti et il vous sera gardé quelque temps.",
    },
    "waiting_left": {
        "nl": "U wacht hier niet langer op.",
        "en": "You no longer wait for this.",
        "fr": "Vous n'attendez plus ceci.",
    },
}

MAIL_SUBJECTS = {
    "waiting_offer": {
        "nl": "Vrijgekomen voor u: {asset}",
        "en": "Free for you now: {asset}",
        "fr": "Libre pour vous : {asset}",
    },
    "waiting_lapsed": {
        "nl": "Niet op tijd aangevraagd: {asset}",
        "en": "Not requested in time: {asset}",
        "fr": "Pas demandé à temps : {asset}",
    },
    "waiting_over": {
        "nl": "Niet vrijgekomen: {asset}",
        "en": "Did not become free: {asset}",
        "fr": "Ne s'est pas libéré : {asset}",
    },
}

MAIL_BODIES = {
    "waiting_offer": {
        "nl": "{asset} is vrijgekomen op de data waarop u wachtte. We houden het voor u vast tot {deadline}. Vraag het voordien aan; "
        "daarna is de volgende op de wachtlijst aan de beurt.",
        "en": "{asset} became free on the dates that you waited for. We keep it for you until {deadline}. Request it before then; "
        "afterwards it is the turn of the next on the waiting list.",
        "fr": "{asset} s'est libéré aux dates que vous attendiez. Nous vous le gardons jusqu'à {deadline}. Demandez-le avant ; "
        "ensuite, c'est le tour du suivant sur la liste d'attente.",
    },
    "waiting_lapsed": {
        "nl": "{asset} werd voor u vastgehouden en is niet op tijd aangevraagd. Het gaat naar de volgende op de wachtlijst. Is het nog "
        "vrij, dan kunt u het gewoon aanvragen.",
        "en": "{asset} was kept for you and was not requested in time. It goes to the next on the waiting list. If it is still free, you "
        "may simply request it.",
        "fr": "{asset} vous était gardé et n'a pas été demandé à temps. Il passe au suivant sur la liste d'attente. S'il est encore libre, "
        "vous pouvez simplement le demander.",
    },
    "waiting_over": {
        "nl": "{asset} is niet vrijgekomen op de data waarop u wachtte. Uw plaats op de wachtlijst eindigt.",
        "en": "{asset} did not become free on the dates that you waited for. Your place on the waiting list ends.",
        "fr": "{asset} ne s'est pas libéré aux dates que vous attendiez. Votre place sur la liste d'attente prend fin.",
    },
}

LINKS = dict.fromkeys(MAIL_SUBJECTS, ("waiting", "wachtlijst"))
LINK_TEXTS = {"waiting": {"nl": "Naar de wachtlijst", "en": "To the waiting list", "fr": "Vers la liste d'attente"}}

NOUNS = {"waiting_state": STATES}
