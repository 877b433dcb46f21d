"""The mails about agreements: to the administrators and lending desks of their parties."""

from __future__ import annotations

SUBJECTS = {
    "agreement_put_forward": {
        "nl": "Overeenkomst {agreement} ligt voor",
        "en": "Agreement {agreement} awaits your approval",
        "fr": "La convention {agreement} est soumise",
    },
    "agreement_withdrawn": {
        "nl": "Overeenkomst {agreement} is ingetrokken",
        "en": "Agreement {agreement} was withdrawn",
        "fr": "La convention {agreement} est retirée",
    },
    "agreement_approved": {
        "nl": "Overeenkomst {agreement}: {party} keurde goed",
        "en": "Agreement {agreement}: {party} approved",
        "fr": "Convention {agreement} : {party} a approuvé",
    },
    "agreement_binds": {
        "nl": "Overeenkomst {agreement} is goedgekeurd",
        "en": "Agreement {agreement} is approved",
        "fr": "La convention {agreement} est approuvée",
    },
    "agreement_left": {
        "nl": "Overeenkomst {agreement}: {party} stapt uit",
        "en": "Agreement {agreement}: {party} leaves",
        "fr": "Convention {agreement} : {party} se retire",
    },
    "agreement_ended": {
        "nl": "Overeenkomst {agreement} is opgezegd",
        "en": "Agreement {agreement} is terminated",
        "fr": "La convention {agreement} est dénoncée",
    },
    "agreement_invites": {
        "nl": "Uw bestuur is gevraagd voor overeenkomst {agreement}",
        "en": "Your authority is asked to join agreement {agreement}",
        "fr": "Votre administration est invitée à la convention {agreement}",
    },
    "agreement_ends": {
        "nl": "Overeenkomst {agreement} eindigt op {day}",
        "en": "Agreement {agreement} ends on {day}",
        "fr": "La convention {agreement} prend fin le {day}",
    },
    "line_keep": {
        "nl": "{reference}: blijft onder de overeenkomst",
        "en": "{reference}: kept under the agreement",
        "fr": "{reference} : reste sous la convention",
    },
    "line_lend_outside": {
        "nl": "{reference}: een nieuwe prijs",
        "en": "{reference}: a new price",
        "fr": "{reference} : un nouveau prix",
    },
}

BODIES = {
    "agreement_put_forward": {
        "nl": "“{title}” ligt voor aan uw bestuur. Ze geldt voor u zodra uw raad ze goedkeurde en u dat hier noteert.",
        "en": "“{title}” was put before your authority. It binds you once your council approved it and you record that here.",
        "fr": "« {title} » est soumise à votre administration. Elle vous lie dès que votre conseil l'a approuvée et que vous le notez ici.",
    },
    "agreement_withdrawn": {
        "nl": "“{title}” is ingetrokken door wie ze voorlegde. U hoeft niets te doen.",
        "en": "“{title}” was withdrawn by who put it forward. You need not do anything.",
        "fr": "« {title} » est retirée par qui l'avait soumise. Vous n'avez rien à faire.",
    },
    "agreement_approved": {
        "nl": "{party} keurde “{title}” goed.[ Nog niet goedgekeurd door: {missing}.]",
        "en": "{party} approved “{title}”.[ Not approved yet by: {missing}.]",
        "fr": "{party} a approuvé « {title} ».[ Pas encore approuvée par : {missing}.]",
    },
    "agreement_binds": {
        "nl": "“{title}” is goedgekeurd en geldt vanaf {day}.",
        "en": "“{title}” is approved and holds from {day}.",
        "fr": "« {title} » est approuvée et vaut à partir du {day}.",
    },
    "agreement_left": {
        "nl": "{party} stapt uit “{title}”; {day} is haar laatste dag.[ Reden: {reason}] "
        "Bekijk wat er met de uitleningen daarna gebeurt.",
        "en": "{party} leaves “{title}”; {day} is its last day.[ Reason: {reason}] See what becomes of the loans after it.",
        "fr": "{party} se retire de « {title} » ; le {day} est son dernier jour.[ Motif : {reason}] "
        "Voyez ce qu'il advient des prêts ultérieurs.",
    },
    "agreement_ended": {
        "nl": "{party} zegde “{title}” op; {day} is de laatste dag.[ Reden: {reason}] "
        "Bekijk wat er met de uitleningen daarna gebeurt.",
        "en": "{party} gave notice of “{title}”; {day} is the last day.[ Reason: {reason}] See what becomes of the loans after it.",
        "fr": "{party} a dénoncé « {title} » ; le {day} est le dernier jour.[ Motif : {reason}] "
        "Voyez ce qu'il advient des prêts ultérieurs.",
    },
    "agreement_invites": {
        "nl": "Een partij vraagt uw bestuur om vanaf {day} toe te treden tot “{title}”. "
        "U treedt toe door de goedkeuring van uw raad hier te noteren.",
        "en": "A party asks your authority to join “{title}” from {day}. You join by recording your council's approval here.",
        "fr": "Une partie invite votre administration à adhérer à « {title} » à partir du {day}. "
        "Vous adhérez en notant ici l'approbation de votre conseil.",
    },
    "agreement_ends": {
        "nl": "“{title}” eindigt[ na de opzegging door {party}]: {day} is de laatste dag. "
        "Maak op tijd een nieuwe versie, of kies wat er met de uitleningen daarna gebeurt.",
        "en": "“{title}” ends[ after notice by {party}]: {day} is the last day. "
        "Make a new version in time, or choose what becomes of the loans after it.",
        "fr": "« {title} » prend fin[ après le préavis de {party}] : le {day} est le dernier jour. "
        "Créez à temps une nouvelle version ou choisissez ce qu'il advient des prêts ultérieurs.",
    },
    "line_keep": {
        "nl": "De overeenkomst eindigt voor lijn {number} terug is. {owner} houdt u onder dezelfde voorwaarden.[ Toelichting: {reason}]",
        "en": "The agreement ends before line {number} is back. {owner} keeps you under the same terms.[ Remark: {reason}]",
        "fr": "La convention prend fin avant le retour de la ligne {number}. {owner} maintient les mêmes conditions.[ Remarque : {reason}]",
    },
    "line_lend_outside": {
        "nl": "De overeenkomst eindigt voor lijn {number} terug is. {owner} leent u buiten de overeenkomst: er is een nieuwe prijs, "
        "die u kunt aanvaarden.[ Toelichting: {reason}]",
        "en": "The agreement ends before line {number} is back. {owner} lends to you outside it: there is a new price, "
        "which you can accept.[ Remark: {reason}]",
        "fr": "La convention prend fin avant le retour de la ligne {number}. {owner} vous prête hors convention : il y a un nouveau prix, "
        "que vous pouvez accepter.[ Remarque : {reason}]",
    },
}

_AT = ("agreement", "beheer/overeenkomsten/{agreement_id}")
_LOANS = ("agreement_loans", "beheer/overeenkomsten/{agreement_id}/uitleningen")

LINKS = {
    "agreement_put_forward": _AT,
    "agreement_withdrawn": _AT,
    "agreement_approved": _AT,
    "agreement_binds": _AT,
    "agreement_invites": _AT,
    "agreement_ends": _AT,
    "agreement_left": _LOANS,
    "agreement_ended": _LOANS,
}

LINK_TEXTS = {
    "agreement": {"nl": "Bekijk de overeenkomst", "en": "See the agreement", "fr": "Voir la convention"},
    "agreement_loans": {"nl": "Bekijk deze uitleningen", "en": "See these loans", "fr": "Voir ces prêts"},
}
