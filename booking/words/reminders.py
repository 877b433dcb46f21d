"""Reminders in words: what comes near, what is missing until when, what is late, and what ends."""

from __future__ import annotations

MAIL_SUBJECTS = {
    "handover_soon": {
        "nl": "{reference}: {asset}, {day}",
        "en": "{reference}: {asset}, {day}",
        "fr": "{reference} : {asset}, {day}",
    },
    "desk_handovers": {
        "nl": "Vertrekt op {day}: {asset}",
        "en": "Leaves on {day}: {asset}",
        "fr": "Part le {day} : {asset}",
    },
    "documents_due": {
        "nl": "{reference}: nog te bezorgen vóór {day}",
        "en": "{reference}: still to be handed in before {day}",
        "fr": "{reference} : encore à remettre avant le {day}",
    },
    "return_soon": {
        "nl": "{reference}: morgen terug te brengen",
        "en": "{reference}: to be returned tomorrow",
        "fr": "{reference} : à rendre demain",
    },
    "line_still_overdue": {
        "nl": "{reference}: {days} te laat terug",
        "en": "{reference}: {days} late",
        "fr": "{reference} : {days} de retard",
    },
    "desk_overdue": {
        "nl": "{days} te laat: {asset} ({reference})",
        "en": "{days} late: {asset} ({reference})",
        "fr": "{days} de retard : {asset} ({reference})",
    },
    "option_lapses": {
        "nl": "{reference}: uw optie vervalt op {day}",
        "en": "{reference}: your option lapses on {day}",
        "fr": "{reference} : votre option expire le {day}",
    },
    "policy_expires": {
        "nl": "Uw verzekering loopt af op {day}",
        "en": "Your insurance ends on {day}",
        "fr": "Votre assurance prend fin le {day}",
    },
    "qualification_expires": {
        "nl": "Een attest of rijbewijs loopt af op {day}",
        "en": "A certificate or licence ends on {day}",
        "fr": "Une attestation ou un permis expire le {day}",
    },
}

MAIL_BODIES = {
    "handover_soon": {
        "nl": "Op {moment} begint uw ontlening van {asset} (lijn {number}) bij {owner}. Kijk na of alles klaar is.",
        "en": "On {moment} your loan of {asset} (line {number}) from {owner} begins. See that everything is ready.",
        "fr": "Le {moment} commence votre emprunt de {asset} (ligne {number}) auprès de {owner}. Vérifiez que tout est prêt.",
    },
    "desk_handovers": {
        "nl": "{borrower} ontleent {asset} (lijn {number} van {reference}) vanaf {moment}.",
        "en": "{borrower} borrows {asset} (line {number} of {reference}) from {moment}.",
        "fr": "{borrower} emprunte {asset} (ligne {number} de {reference}) à partir du {moment}.",
    },
    "documents_due": {
        "nl": "Voor {asset} (lijn {number}) van {owner} ontbreekt nog: {missing} Bezorg het vóór {moment}: anders kan het niet worden "
        "meegegeven.",
        "en": "For {asset} (line {number}) of {owner} this is still missing: {missing} Hand it in before {moment}: it cannot be handed "
        "over "
        "without.",
        "fr": "Pour {asset} (ligne {number}) de {owner}, il manque encore : {missing} Remettez-le avant le {moment} : sans cela, pas de "
        "remise.",
    },
    "return_soon": {
        "nl": "{asset} (lijn {number}) wordt op {moment} terugverwacht bij {owner}. Lukt dat niet, laat het dan vandaag nog weten: "
        "misschien wacht de volgende al.",
        "en": "{asset} (line {number}) is expected back at {owner} on {moment}. If that cannot be, say so today: the next may be "
        "waiting.",
        "fr": "{asset} (ligne {number}) est attendu chez {owner} le {moment}. En cas d'empêchement, prévenez aujourd'hui : le suivant "
        "attend peut-être.",
    },
    "line_still_overdue": {
        "nl": "{asset} (lijn {number}) moest op {moment} terug zijn bij {owner} en is nu {days} te laat. Breng het terug of neem "
        "meteen contact op: hoe later, hoe hoger de kosten volgens het reglement.",
        "en": "{asset} (line {number}) should have been back at {owner} on {moment} and is now {days} late. Bring it back or get in "
        "touch at once: the later, the higher the cost by the regulation.",
        "fr": "{asset} (ligne {number}) devait être rendu à {owner} le {moment} et a maintenant {days} de retard. Rendez-le ou "
        "prenez contact : plus c'est tard, plus le coût augmente selon le règlement.",
    },
    "desk_overdue": {
        "nl": "{borrower} bracht {asset} (lijn {number} van {reference}) nog niet terug; het werd op {moment} verwacht. "
        "De ontlener kreeg een herinnering. Bel, of zoek iets anders voor wie erop wacht.",
        "en": "{borrower} has not brought back {asset} (line {number} of {reference}); it was expected on {moment}. The borrower was "
        "reminded. Call, or find something else for who waits for it.",
        "fr": "{borrower} n'a pas encore rendu {asset} (ligne {number} de {reference}), attendu le {moment}. L'emprunteur a reçu un "
        "rappel. Appelez, ou cherchez autre chose pour qui l'attend.",
    },
    "option_lapses": {
        "nl": "Uw optie op {asset} (lijn {number}) bij {owner} geldt tot {moment}. Zet ze voordien om in een aanvraag; anders komt ze "
        "vrij.",
        "en": "Your option on {asset} (line {number}) at {owner} holds until {moment}. Turn it into a request before that, or it is "
        "freed.",
        "fr": "Votre option sur {asset} (ligne {number}) chez {owner} vaut jusqu'au {moment}. Transformez-la en demande avant, sinon "
        "elle "
        "se libère.",
    },
    "policy_expires": {
        "nl": "Dit verzekeringsbewijs geldt tot en met {day}: {cover}[, {policy}]. Bezorg het nieuwe attest, dan lopen uw reservaties "
        "daarna "
        "gewoon door.",
        "en": "This proof of insurance holds until {day}: {cover}[, {policy}]. Hand in the new certificate, so that later reservations "
        "go on.",
        "fr": "Cette preuve d'assurance vaut jusqu'au {day} : {cover}[, {policy}]. Remettez la nouvelle attestation pour que vos "
        "réservations suivantes se poursuivent.",
    },
    "qualification_expires": {
        "nl": "Dit bewijs van {person} geldt tot en met {day}: {qualification}. Bezorg het nieuwe: zonder wordt niets meegegeven "
        "waarvoor "
        "het nodig is.",
        "en": "This proof of {person} holds until {day}: {qualification}. Hand in the new one: without it nothing is handed over that "
        "needs it.",
        "fr": "Cette preuve de {person} vaut jusqu'au {day} : {qualification}. Remettez la nouvelle : sans elle, rien de ce qui l'exige "
        "n'est remis.",
    },
}

LINKS = {
    "documents_due": ("papers", "reservaties/{reference}"),
    "desk_handovers": ("worklist", "werklijst/{reference}"),
    "desk_overdue": ("worklist", "werklijst/{reference}"),
    "policy_expires": ("policy", "papieren/polissen/{id}"),
    "qualification_expires": ("person", "papieren/mensen/{id}"),
}

LINK_TEXTS = {
    "papers": {"nl": "Bezorg de papieren", "en": "Hand in the papers", "fr": "Remettre les documents"},
}

