"""The words of a calendar: what one may follow, the crew's work as its borrower sees it, and what stands in an event's text."""

from __future__ import annotations

SCOPES = {
    "borrower": {"nl": "mijn reservaties", "en": "my reservations", "fr": "mes réservations"},
    "depot": {"nl": "loods of gebouw", "en": "depot or building", "fr": "dépôt ou bâtiment"},
    "crew": {"nl": "ploeg", "en": "team", "fr": "équipe"},
    "vehicle": {"nl": "voertuig", "en": "vehicle", "fr": "véhicule"},
    "authority": {"nl": "heel het bestuur", "en": "the whole authority", "fr": "toute l'administration"},
    "expiries": {"nl": "wat vervalt", "en": "what lapses", "fr": "ce qui expire"},
    "category": {"nl": "categorie", "en": "category", "fr": "catégorie"},
    "asset": {"nl": "één middel of zaal", "en": "one asset or hall", "fr": "un seul bien ou une salle"},
    "occupancy": {"nl": "bezetting van een zaal", "en": "when a hall is taken", "fr": "occupation d'une salle"},
}

DETAILS = {
    "full": {"nl": "alles", "en": "everything", "fr": "tout"},
    "nameless": {"nl": "zonder personen", "en": "without people", "fr": "sans les personnes"},
    "busy": {"nl": "alleen bezet", "en": "only that it is taken", "fr": "seulement occupé"},
}

ALARMS = {
    "15": {"nl": "15 minuten ervoor", "en": "15 minutes before", "fr": "15 minutes avant"},
    "60": {"nl": "1 uur ervoor", "en": "1 hour before", "fr": "1 heure avant"},
    "1440": {"nl": "1 dag ervoor", "en": "1 day before", "fr": "1 jour avant"},
    "10080": {"nl": "1 week ervoor", "en": "1 week before", "fr": "1 semaine avant"},
    "43200": {"nl": "30 dagen ervoor", "en": "30 days before", "fr": "30 jours avant"},
}

# What the crew calls `hand out` is what a borrower comes for.
OWN_TASKS = {
    "deliver": {"nl": "levering", "en": "delivery", "fr": "livraison"},
    "hand_out": {"nl": "afhalen", "en": "pick up", "fr": "retrait"},
    "set_up": {"nl": "opbouw", "en": "setting up", "fr": "montage"},
    "instruct": {"nl": "uitleg", "en": "instruction", "fr": "explications"},
    "key_out": {"nl": "sleutel afhalen", "en": "pick up the key", "fr": "retrait de la clé"},
    "open_hall": {"nl": "zaal open", "en": "hall opens", "fr": "ouverture de la salle"},
    "close_hall": {"nl": "zaal sluit", "en": "hall closes", "fr": "fermeture de la salle"},
    "key_in": {"nl": "sleutel terugbrengen", "en": "bring back the key", "fr": "retour de la clé"},
    "take_down": {"nl": "afbraak", "en": "taking down", "fr": "démontage"},
    "collect": {"nl": "ophaling", "en": "collection", "fr": "enlèvement"},
    "take_back": {"nl": "terugbrengen", "en": "bring back", "fr": "retour"},
}

# What stands before a name or number in the text of an event.
NOTES = {
    "reference": {"nl": "reservatie:", "en": "reservation:", "fr": "réservation :"},
    "borrower": {"nl": "ontlener:", "en": "borrower:", "fr": "emprunteur :"},
    "contact": {"nl": "bereikbaar:", "en": "to be reached at:", "fr": "contact :"},
    "asker": {"nl": "aangevraagd door:", "en": "asked by:", "fr": "demandé par :"},
    "units": {"nl": "aantal:", "en": "number:", "fr": "nombre :"},
    "parts": {"nl": "bestaat uit:", "en": "consists of:", "fr": "composé de :"},
    "crew": {"nl": "ploeg:", "en": "team:", "fr": "équipe :"},
    "vehicle": {"nl": "voertuig:", "en": "vehicle:", "fr": "véhicule :"},
    "depot": {"nl": "vanuit:", "en": "from:", "fr": "depuis :"},
    "stops": {"nl": "houdt tegen:", "en": "stops:", "fr": "bloque :"},
    "taken": {"nl": "bezet", "en": "taken", "fr": "occupé"},
    "asked_for": {"nl": "in aanvraag", "en": "asked for", "fr": "demandé"},
    "lapses": {"nl": "vervalt", "en": "lapses", "fr": "expire"},
}

SENTENCES = {
    "feed_until_out_of_range": {
        "nl": "Kies een dag vanaf vandaag, ten laatste {day}. Daarna kunt u de agenda verlengen.",
        "en": "Choose a day from today on, {day} at the latest. After that you can renew the calendar.",
        "fr": "Choisissez un jour à partir d'aujourd'hui, au plus tard le {day}. Ensuite vous pourrez prolonger l'agenda.",
    },
    "feed_ended": {
        "nl": "Deze agenda is gestopt. Het adres werkt niet meer.",
        "en": "This calendar has ended. Its address no longer works.",
        "fr": "Cet agenda est arrêté. Son adresse ne fonctionne plus.",
    },
    "feed_renewed": {
        "nl": "Deze agenda loopt nu een jaar verder, op hetzelfde adres.",
        "en": "This calendar now lasts another year, at the same address.",
        "fr": "Cet agenda est prolongé d'un an, à la même adresse.",
    },
    "feed_changed": {
        "nl": "Bewaard. Uw agendaprogramma neemt het over bij de volgende keer dat het ophaalt.",
        "en": "Saved. Your calendar program takes it over the next time it fetches.",
        "fr": "Enregistré. Votre programme d'agenda le reprendra à la prochaine mise à jour.",
    },
}

MAIL_SUBJECTS = {
    "feed_ends": {
        "nl": "Uw agenda {calendar} eindigt op {last}",
        "en": "Your calendar {calendar} ends on {last}",
        "fr": "Votre agenda {calendar} prend fin le {last}",
    },
}

MAIL_BODIES = {
    "feed_ends": {
        "nl": "Het adres van uw agenda {calendar} werkt tot en met {last}. Gebruikt u hem nog? Verleng hem dan met één klik: het adres in "
        "uw agendaprogramma blijft hetzelfde. Gebruikt u hem niet meer, dan hoeft u niets te doen.",
        "en": "The address of your calendar {calendar} works until {last}. Do you still use it? Renew it with one click: the address in "
        "your calendar program stays the same. If you no longer use it, you need not do anything.",
        "fr": "L'adresse de votre agenda {calendar} fonctionne jusqu'au {last}. Vous l'utilisez encore ? Prolongez-la en un clic : "
        "l'adresse dans votre programme d'agenda reste la même. Si vous ne l'utilisez plus, vous n'avez rien à faire.",
    },
}

LINKS = {"feed_ends": ("calendars", "agendas")}
LINK_TEXTS = {"calendars": {"nl": "Naar mijn agenda's", "en": "To my calendars", "fr": "Vers mes agendas"}}

NOUNS = {"own_task": OWN_TASKS, "feed_note": NOTES, "feed_scope": SCOPES, "feed_detail": DETAILS, "feed_alarm": ALARMS}
