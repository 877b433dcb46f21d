"""The mails that leave the house: for each event a subject and one paragraph; the link and the closing line are the same for all."""

from __future__ import annotations

from collections.abc import Mapping

from booking.words import (
    account_mails,
    calendars,
    charges,
    feeds,
    handovers,
    mailing,
    maintenance,
    moving,
    papers,
    people,
    proofs,
    register,
    reminders,
    shares,
    waiting,
)
from booking.words.administration import agreement_mails
from booking.words.mail_links import LINK_TEXTS, LINKS

SUBJECTS = {
    "request_received": {
        "nl": "Nieuwe aanvraag {reference}",
        "en": "New request {reference}",
        "fr": "Nouvelle demande {reference}",
    },
    "request_confirmed": {
        "nl": "Reservatie {reference} is meteen bevestigd",
        "en": "Reservation {reference} was confirmed at once",
        "fr": "La réservation {reference} a été confirmée immédiatement",
    },
    "request_sent": {
        "nl": "Uw aanvraag {reference}",
        "en": "Your request {reference}",
        "fr": "Votre demande {reference}",
    },
    "line_approve": {"nl": "{reference}: goedgekeurd", "en": "{reference}: approved", "fr": "{reference} : approuvé"},
    "line_refuse": {"nl": "{reference}: geweigerd", "en": "{reference}: refused", "fr": "{reference} : refusé"},
    "line_amend": {"nl": "{reference}: wijziging", "en": "{reference}: change", "fr": "{reference} : modification"},
    "line_cancel": {"nl": "{reference}: geannuleerd", "en": "{reference}: cancelled", "fr": "{reference} : annulé"},
    "line_request": {
        "nl": "{reference}: optie wordt aanvraag",
        "en": "{reference}: option became a request",
        "fr": "{reference} : l'option devient une demande",
    },
    "line_expired": {"nl": "{reference}: vervallen", "en": "{reference}: expired", "fr": "{reference} : expiré"},
    "amendment_lapsed": {
        "nl": "{reference}: wijziging vervallen",
        "en": "{reference}: change expired",
        "fr": "{reference} : modification expirée",
    },
    "line_moved": {"nl": "{reference}: aangepast", "en": "{reference}: adapted", "fr": "{reference} : adapté"},
    "line_close": {"nl": "{reference}: afgehandeld", "en": "{reference}: closed", "fr": "{reference} : clôturé"},
    "line_hit": {
        "nl": "{reference}: er is een probleem met {asset}",
        "en": "{reference}: there is a problem with {asset}",
        "fr": "{reference} : un problème avec {asset}",
    },
    "conflict_found": {
        "nl": "{reference} komt in het gedrang: {asset}",
        "en": "{reference} is at risk: {asset}",
        "fr": "{reference} est compromis : {asset}",
    },
    "owners_proposed": {
        "nl": "Uw instemming gevraagd: eigendom van {asset}",
        "en": "Your agreement is asked: ownership of {asset}",
        "fr": "Votre accord est demandé : propriété de {asset}",
    },
    "place_closed": {
        "nl": "{reference}: {place} is dan gesloten",
        "en": "{reference}: {place} is closed then",
        "fr": "{reference} : {place} sera fermé",
    },
    "price_accepted": {
        "nl": "{reference}: prijs aanvaard",
        "en": "{reference}: price accepted",
        "fr": "{reference} : prix accepté",
    },
    **people.MAIL_SUBJECTS,
    **proofs.MAIL_SUBJECTS,
    **charges.MAIL_SUBJECTS,
    **maintenance.MAIL_SUBJECTS,
    **calendars.MAIL_SUBJECTS,
    **account_mails.SUBJECTS,
    **waiting.MAIL_SUBJECTS,
    **feeds.MAIL_SUBJECTS,
    **handovers.MAIL_SUBJECTS,
    **moving.MAIL_SUBJECTS,
    **shares.MAIL_SUBJECTS,
    **papers.MAIL_SUBJECTS,
    **register.MAIL_SUBJECTS,
    **agreement_mails.SUBJECTS,
    **reminders.MAIL_SUBJECTS,
    **mailing.MAIL_SUBJECTS,
}

BODIES = {
    "request_received": {
        "nl": "Er kwam een aanvraag binnen die op uw beslissing wacht. Alle controles staan klaar.",
        "en": "A request came in that awaits your decision. All checks are ready.",
        "fr": "Une demande attend votre décision. Tous les contrôles sont prêts.",
    },
    "request_confirmed": {
        "nl": "Een reservatie voldeed aan al uw voorwaarden en werd volgens uw regels meteen bevestigd. U hoeft niets te doen.",
        "en": "A reservation met all your conditions and was confirmed at once, as your rules say. You need not do anything.",
        "fr": "Une réservation remplissait toutes vos conditions et a été confirmée selon vos règles. Vous n'avez rien à faire.",
    },
    "request_sent": {
        "nl": "Wij hebben uw aanvraag goed ontvangen. Elke eigenaar beslist over zijn eigen middelen; u volgt alles op één pagina.",
        "en": "We have received your request. Each owner decides on its own equipment; you follow everything on one page.",
        "fr": "Nous avons bien reçu votre demande. Chaque propriétaire décide de son matériel ; vous suivez tout sur une seule page.",
    },
    "line_approve": {
        "nl": "Lijn {number} is goedgekeurd door {owner}.[ Toelichting: {reason}]",
        "en": "Line {number} was approved by {owner}.[ Remark: {reason}]",
        "fr": "La ligne {number} est approuvée par {owner}.[ Remarque : {reason}]",
    },
    "line_refuse": {
        "nl": "Lijn {number} is geweigerd door {owner}.[ Reden: {reason}]",
        "en": "Line {number} was refused by {owner}.[ Reason: {reason}]",
        "fr": "La ligne {number} est refusée par {owner}.[ Motif : {reason}]",
    },
    "line_amend": {
        "nl": "De ontlener vraagt een wijziging van lijn {number} bij {owner}, of paste ze aan.[ Toelichting: {reason}]",
        "en": "The borrower asks for a change of line {number} at {owner}, or changed it.[ Remark: {reason}]",
        "fr": "L'emprunteur demande une modification de la ligne {number} chez {owner}, ou l'a modifiée.[ Remarque : {reason}]",
    },
    "line_cancel": {
        "nl": "Lijn {number} bij {owner} is geannuleerd.[ Reden: {reason}]",
        "en": "Line {number} at {owner} was cancelled.[ Reason: {reason}]",
        "fr": "La ligne {number} chez {owner} est annulée.[ Motif : {reason}]",
    },
    "line_request": {
        "nl": "De optie op lijn {number} is nu een aanvraag die op de beslissing van {owner} wacht.[ Toelichting: {reason}]",
        "en": "The option on line {number} is now a request that awaits the decision of {owner}.[ Remark: {reason}]",
        "fr": "L'option sur la ligne {number} est devenue une demande qui attend la décision de {owner}.[ Remarque : {reason}]",
    },
    "line_expired": {
        "nl": "De termijn van lijn {number} is verlopen: ze wordt niet langer voor u vrijgehouden. U kunt ze opnieuw aanvragen.",
        "en": "The term of line {number} has ended: it is no longer held for you. You may ask for it again.",
        "fr": "Le délai de la ligne {number} est écoulé : elle n'est plus retenue pour vous. Vous pouvez la redemander.",
    },
    "amendment_lapsed": {
        "nl": "De wijziging van lijn {number} werd niet op tijd beslist en vervalt. De lijn zelf blijft zoals ze was.",
        "en": "The change of line {number} was not decided in time and has expired. The line itself stays as it was.",
        "fr": "La modification de la ligne {number} n'a pas été décidée à temps et expire. La ligne elle-même reste inchangée.",
    },
    "line_moved": {
        "nl": "{owner} heeft lijn {number} verplaatst of vervangen omdat ze zo niet kon doorgaan. Past dat niet, dan kunt u annuleren."
        "[ Toelichting: {reason}]",
        "en": "{owner} moved or replaced line {number} because it could not go on as it was. If that does not suit you, you may cancel."
        "[ Remark: {reason}]",
        "fr": "{owner} a déplacé ou remplacé la ligne {number}, qui ne pouvait pas avoir lieu. Vous pouvez aussi annuler."
        "[ Remarque : {reason}]",
    },
    "line_close": {
        "nl": "Lijn {number} is nagekeken en afgehandeld door {owner}.[ Toelichting: {reason}]",
        "en": "Line {number} was checked and closed by {owner}.[ Remark: {reason}]",
        "fr": "La ligne {number} a été vérifiée et clôturée par {owner}.[ Remarque : {reason}]",
    },
    "line_hit": {
        "nl": "{asset} (lijn {number}) is er misschien niet zoals beloofd: {occupancy}, van {from_}[ tot {until}]. "
        "{owner} zoekt een oplossing en laat u iets weten.",
        "en": "{asset} (line {number}) may not be there as promised: {occupancy}, from {from_}[ until {until}]. "
        "{owner} is looking for a solution and will let you know.",
        "fr": "{asset} (ligne {number}) risque de manquer : {occupancy}, à partir du {from_}[ jusqu'au {until}]. "
        "{owner} cherche une solution et vous tiendra au courant.",
    },
    "conflict_found": {
        "nl": "{asset} is beloofd op lijn {number} van {owner}, maar: {occupancy}, van {from_}[ tot {until}]. "
        "Verplaats, vervang, annuleer of aanvaard.",
        "en": "{asset} is promised on line {number} of {owner}, but: {occupancy}, from {from_}[ until {until}]. "
        "Move it, replace it, cancel it or accept it.",
        "fr": "{asset} est promis sur la ligne {number} de {owner}, mais : {occupancy}, à partir du {from_}[ jusqu'au {until}]. "
        "Déplacez, remplacez, annulez ou acceptez.",
    },
    "owners_proposed": {
        "nl": "{name} stelt voor dat {asset} een andere beheerder of andere aandelen krijgt. Dat geldt pas als uw bestuur instemt.",
        "en": "{name} proposes that {asset} gets another manager or other shares. This only counts once your authority agrees.",
        "fr": "{name} propose que {asset} ait un autre gestionnaire ou d'autres parts. Cela ne vaut que si votre administration l'accepte.",
    },
    "place_closed": {
        "nl": "{place} sluit van {from_} tot en met {until}. De uitgifte of terugname van {asset} (lijn {number}) valt daarin: "
        "spreek met de ontlener iets anders af.[ Reden: {reason}]",
        "en": "{place} closes from {from_} up to and including {until}. The hand-over or return of {asset} (line {number}) falls in it: "
        "agree something else with the borrower.[ Reason: {reason}]",
        "fr": "{place} ferme du {from_} au {until} inclus. La remise ou le retour de {asset} (ligne {number}) y tombe : "
        "convenez d'autre chose avec l'emprunteur.[ Motif : {reason}]",
    },
    "price_accepted": {
        "nl": "De ontlener aanvaardde de nieuwe prijs van {owner}: {total_cents}.",
        "en": "The borrower accepted the new price of {owner}: {total_cents}.",
        "fr": "L'emprunteur a accepté le nouveau prix de {owner} : {total_cents}.",
    },
    **people.MAIL_BODIES,
    **proofs.MAIL_BODIES,
    **charges.MAIL_BODIES,
    **maintenance.MAIL_BODIES,
    **calendars.MAIL_BODIES,
    **account_mails.BODIES,
    **waiting.MAIL_BODIES,
    **feeds.MAIL_BODIES,
    **handovers.MAIL_BODIES,
    **moving.MAIL_BODIES,
    **shares.MAIL_BODIES,
    **papers.MAIL_BODIES,
    **register.MAIL_BODIES,
    **agreement_mails.BODIES,
    **reminders.MAIL_BODIES,
    **mailing.MAIL_BODIES,
}

CLOSING = {
    "automatic": {
        "nl": "Dit bericht werd automatisch verstuurd door Streekdepot.",
        "en": "This message was sent automatically by Streekdepot.",
        "fr": "Ce message a été envoyé automatiquement par Streekdepot.",
    },
}

__all__ = ["BODIES", "CLOSING", "LINKS", "LINK_TEXTS", "NOUNS", "SUBJECTS"]

NOUNS: Mapping[str, Mapping[str, Mapping[str, str]]] = {
    "mail_subject": SUBJECTS,
    "mail_body": BODIES,
    "mail_link": LINK_TEXTS,
    "mail_closing": CLOSING,
    **mailing.NOUNS,
}
