"""Calendars of others: why an address or a file is not taken, what to do about it, and how a fetch ended."""

from __future__ import annotations

NOUNS = {
    "calendar_state": {
        "read": {"nl": "wacht op bevestiging", "en": "awaits confirmation", "fr": "à confirmer"},
        "active": {"nl": "wordt gevolgd", "en": "followed", "fr": "suivi"},
        "failing": {"nl": "lukt niet", "en": "failing", "fr": "en échec"},
        "paused": {"nl": "gepauzeerd", "en": "paused", "fr": "en pause"},
        "removed": {"nl": "verwijderd", "en": "removed", "fr": "supprimé"},
    },
}

ADDRESS = {
    "address_unreadable": {
        "nl": "Dit is geen webadres. Kopieer het volledige adres van de agenda; het begint met https:// of webcal://.",
        "en": "This is not a web address. Copy the whole address of the calendar; it begins with https:// or webcal://.",
        "fr": "Ceci n'est pas une adresse web. Copiez l'adresse complète de l'agenda ; elle commence par https:// ou webcal://.",
    },
    "address_scheme": {
        "nl": "Alleen adressen die met https://, http:// of webcal:// beginnen, kunnen gevolgd worden.",
        "en": "Only addresses that begin with https://, http:// or webcal:// can be followed.",
        "fr": "Seules les adresses qui commencent par https://, http:// ou webcal:// peuvent être suivies.",
    },
    "address_login": {
        "nl": "Er staat een naam of wachtwoord in dit adres. Vraag een adres dat zonder aanmelden werkt.",
        "en": "There is a name or password in this address. Ask for an address that works without signing in.",
        "fr": "Cette adresse contient un nom ou un mot de passe. Demandez une adresse qui fonctionne sans connexion.",
    },
    "address_port": {
        "nl": "Poort {port} mag niet: alleen de gewone poorten van het web (80 en 443).",
        "en": "Port {port} is not allowed: only the usual ports of the web (80 and 443).",
        "fr": "Le port {port} n'est pas autorisé : seulement les ports habituels du web (80 et 443).",
    },
    "address_downgraded": {
        "nl": "De server stuurt door naar een onbeveiligd adres. Vraag de beheerder van de agenda een adres met https.",
        "en": "The server redirects to an insecure address. Ask whoever keeps the calendar for an address with https.",
        "fr": "Le serveur redirige vers une adresse non sécurisée. Demandez une adresse en https au gestionnaire de l'agenda.",
    },
}

FETCH = {
    "fetch_not_public": {
        "nl": "Dit adres leidt niet naar het openbare internet en wordt daarom niet geopend. Laad de agenda op als bestand.",
        "en": "This address does not lead to the public internet and is not opened for that reason. Upload the calendar as a file.",
        "fr": "Cette adresse ne mène pas à l'internet public et n'est donc pas ouverte. Chargez l'agenda comme fichier.",
    },
    "fetch_unknown_host": {
        "nl": "De server van dit adres is niet te vinden. Kijk het adres na.",
        "en": "The server of this address cannot be found. Check the address.",
        "fr": "Le serveur de cette adresse est introuvable. Vérifiez l'adresse.",
    },
    "fetch_timeout": {
        "nl": "De server antwoordde niet binnen vijf seconden. Probeer het later opnieuw.",
        "en": "The server did not answer within five seconds. Try again later.",
        "fr": "Le serveur n'a pas répondu dans les cinq secondes. Réessayez plus tard.",
    },
    "fetch_failed": {
        "nl": "De server was niet te bereiken. Probeer het later opnieuw, of laad de agenda op als bestand.",
        "en": "The server could not be reached. Try again later, or upload the calendar as a file.",
        "fr": "Le serveur était injoignable. Réessayez plus tard, ou chargez l'agenda comme fichier.",
    },
    "fetch_not_trusted": {
        "nl": "Het beveiligingscertificaat van de server klopt niet. De beheerder van de agenda moet dat herstellen.",
        "en": "The security certificate of the server is not right. Whoever keeps the calendar has to mend that.",
        "fr": "Le certificat de sécurité du serveur est incorrect. Le gestionnaire de l'agenda doit le corriger.",
    },
    "fetch_forbidden": {
        "nl": "De server geeft de agenda niet zonder aanmelden. Vraag het geheime of openbare iCal-adres ervan.",
        "en": "The server does not give the calendar without signing in. Ask for its secret or public iCal address.",
        "fr": "Le serveur ne donne pas l'agenda sans connexion. Demandez son adresse iCal secrète ou publique.",
    },
    "fetch_gone": {
        "nl": "Op dit adres staat geen agenda (meer). Vraag het nieuwe adres en voeg de agenda opnieuw toe.",
        "en": "There is no calendar at this address (any more). Ask for the new address and add the calendar again.",
        "fr": "Il n'y a pas (plus) d'agenda à cette adresse. Demandez la nouvelle adresse et ajoutez l'agenda à nouveau.",
    },
    "fetch_too_often": {
        "nl": "De server vindt dat er te vaak gevraagd wordt. Er wordt later opnieuw geprobeerd.",
        "en": "The server finds that it is asked too often. It will be tried again later.",
        "fr": "Le serveur trouve que les demandes sont trop fréquentes. Un nouvel essai suivra plus tard.",
    },
    "fetch_status": {
        "nl": "De server antwoordde met een fout[ ({status})]. Probeer het later opnieuw.",
        "en": "The server answered with an error[ ({status})]. Try again later.",
        "fr": "Le serveur a répondu par une erreur[ ({status})]. Réessayez plus tard.",
    },
    "fetch_many_hops": {
        "nl": "Dit adres stuurt meer dan {limit} keer door. Neem het adres waar het eindigt.",
        "en": "This address redirects more than {limit} times. Take the address where it ends.",
        "fr": "Cette adresse redirige plus de {limit} fois. Prenez l'adresse finale.",
    },
    "fetch_too_big": {
        "nl": "De agenda is groter dan {limit} MB. Vraag er een die enkel deze zaal bevat.",
        "en": "The calendar is larger than {limit} MB. Ask for one that holds this hall only.",
        "fr": "L'agenda dépasse {limit} Mo. Demandez-en un qui ne contient que cette salle.",
    },
    "fetch_packed": {
        "nl": "De server verpakt de agenda op een manier die niet gevraagd is. Laad hem op als bestand.",
        "en": "The server packs the calendar in a way that was not asked for. Upload it as a file.",
        "fr": "Le serveur compresse l'agenda d'une façon non demandée. Chargez-le comme fichier.",
    },
    "fetch_cut_off": {
        "nl": "De agenda kwam maar half aan. Er wordt later opnieuw geprobeerd.",
        "en": "Only half of the calendar arrived. It will be tried again later.",
        "fr": "L'agenda n'est arrivé qu'à moitié. Un nouvel essai suivra plus tard.",
    },
}

READING = {
    "calendar_none": {
        "nl": "Dit is geen iCal-agenda. Exporteer de agenda als .ics, of neem het iCal-adres ervan.",
        "en": "This is not an iCal calendar. Export the calendar as .ics, or take its iCal address.",
        "fr": "Ceci n'est pas un agenda iCal. Exportez l'agenda en .ics, ou prenez son adresse iCal.",
    },
    "calendar_is_page": {
        "nl": "Dit is een webpagina en geen agenda. Neem in de instellingen van de agenda het adres “in iCal-indeling”.",
        "en": "This is a web page and not a calendar. In the calendar's settings, take the address “in iCal format”.",
        "fr": "Ceci est une page web et non un agenda. Dans les paramètres de l'agenda, prenez l'adresse « au format iCal ».",
    },
    "calendar_not_utf8": {
        "nl": "Dit bestand is als UTF-16 bewaard. Bewaar het als UTF-8 en laad het opnieuw op.",
        "en": "This file was saved as UTF-16. Save it as UTF-8 and upload it again.",
        "fr": "Ce fichier est enregistré en UTF-16. Enregistrez-le en UTF-8 et chargez-le à nouveau.",
    },
    "calendar_cut_off": {
        "nl": "Het einde van deze agenda ontbreekt. Exporteer of haal hem opnieuw op.",
        "en": "The end of this calendar is missing. Export or fetch it again.",
        "fr": "La fin de cet agenda manque. Exportez-le ou récupérez-le à nouveau.",
    },
    "calendar_shape": {
        "nl": "Deze agenda is niet geschreven zoals het hoort. Exporteer hem opnieuw uit het programma waarin hij bijgehouden wordt.",
        "en": "This calendar is not written as it should be. Export it again from the program in which it is kept.",
        "fr": "Cet agenda n'est pas écrit correctement. Exportez-le à nouveau depuis le programme où il est tenu.",
    },
    "calendar_too_big": {
        "nl": "De agenda is groter dan {limit} MB. Exporteer enkel deze zaal, of een kortere periode.",
        "en": "The calendar is larger than {limit} MB. Export this hall only, or a shorter period.",
        "fr": "L'agenda dépasse {limit} Mo. Exportez seulement cette salle, ou une période plus courte.",
    },
    "calendar_many_events": {
        "nl": "De agenda bevat meer dan {limit} activiteiten. Exporteer enkel deze zaal, of een kortere periode.",
        "en": "The calendar holds more than {limit} events. Export this hall only, or a shorter period.",
        "fr": "L'agenda contient plus de {limit} activités. Exportez seulement cette salle, ou une période plus courte.",
    },
    "calendar_many_occurrences": {
        "nl": "De agenda zou de zaal meer dan {limit} keer innemen. Exporteer een kortere periode.",
        "en": "The calendar would take the hall more than {limit} times. Export a shorter period.",
        "fr": "L'agenda prendrait la salle plus de {limit} fois. Exportez une période plus courte.",
    },
    "calendar_many_dates": {
        "nl": "De reeks[ “{title}”] heeft meer dan {limit} losse dagen of uitzonderingen. Splits ze op in de agenda.",
        "en": "The series[ “{title}”] has more than {limit} separate days or exceptions. Split it in the calendar.",
        "fr": "La série[ « {title} »] a plus de {limit} jours isolés ou exceptions. Scindez-la dans l'agenda.",
    },
    "calendar_much_work": {
        "nl": "Deze agenda uitrekenen duurt te lang. Kijk na of er reeksen in staan die nooit voorkomen of eeuwig teruggaan.",
        "en": "Working this calendar out takes too long. Check whether it holds series that never occur or go back forever.",
        "fr": "Le calcul de cet agenda prend trop de temps. Vérifiez s'il contient des séries qui n'ont jamais lieu ou sans début.",
    },
    "calendar_broken": {
        "nl": "Deze agenda kon niet gelezen worden. Exporteer hem opnieuw, of vraag de beheerder van Streekdepot om hulp.",
        "en": "This calendar could not be read. Export it again, or ask the administrator of Streekdepot for help.",
        "fr": "Cet agenda n'a pas pu être lu. Exportez-le à nouveau, ou demandez de l'aide au gestionnaire de Streekdepot.",
    },
    "calendar_time": {
        "nl": "De dag of het uur van de activiteit[ “{title}”] is niet leesbaar. Verbeter ze in de agenda.",
        "en": "The day or hour of the event[ “{title}”] cannot be read. Correct it in the calendar.",
        "fr": "Le jour ou l'heure de l'activité[ « {title} »] est illisible. Corrigez-la dans l'agenda.",
    },
    "calendar_no_start": {
        "nl": "De activiteit[ “{title}”] heeft geen begin. Verbeter ze in de agenda.",
        "en": "The event[ “{title}”] has no start. Correct it in the calendar.",
        "fr": "L'activité[ « {title} »] n'a pas de début. Corrigez-la dans l'agenda.",
    },
    "calendar_reversed": {
        "nl": "De activiteit[ “{title}”] eindigt voor ze begint. Verbeter ze in de agenda.",
        "en": "The event[ “{title}”] ends before it starts. Correct it in the calendar.",
        "fr": "L'activité[ « {title} »] se termine avant de commencer. Corrigez-la dans l'agenda.",
    },
    "calendar_zone": {
        "nl": "De tijdzone “{zone}”[ van “{title}”] is niet gekend. Kies in de agenda Brussel, of een andere stad.",
        "en": "The time zone “{zone}”[ of “{title}”] is not known. Choose Brussels, or another city, in the calendar.",
        "fr": "Le fuseau horaire « {zone} »[ de « {title} »] est inconnu. Choisissez Bruxelles, ou une autre ville, dans l'agenda.",
    },
    "calendar_rule": {
        "nl": "De herhaling[ van “{title}”] is niet te begrijpen. Stel ze in de agenda opnieuw in: per dag, week, maand of jaar.",
        "en": "The repetition[ of “{title}”] cannot be understood. Set it again in the calendar: by day, week, month or year.",
        "fr": "La répétition[ de « {title} »] est incompréhensible. Redéfinissez-la : par jour, semaine, mois ou année.",
    },
    "calendar_rule_fine": {
        "nl": "De activiteit[ “{title}”] herhaalt zich binnen de dag. Alleen per dag, week, maand of jaar kan.",
        "en": "The event[ “{title}”] repeats within the day. Only by day, week, month or year is possible.",
        "fr": "L'activité[ « {title} »] se répète au cours de la journée. Seulement par jour, semaine, mois ou année.",
    },
    "calendar_rule_many": {
        "nl": "De activiteit[ “{title}”] herhaalt zich meer dan {limit} keer. Geef de reeks een einddatum.",
        "en": "The event[ “{title}”] repeats more than {limit} times. Give the series an end date.",
        "fr": "L'activité[ « {title} »] se répète plus de {limit} fois. Donnez une date de fin à la série.",
    },
    "calendar_emptied": {
        "nl": "De agenda is plots helemaal leeg. Wat hij innam, blijft ingenomen. Klopt het, verwijder hem dan hier.",
        "en": "The calendar is suddenly empty. What it took stays taken. If that is right, remove it here.",
        "fr": "L'agenda est soudain entièrement vide. Ce qu'il prenait reste pris. Si c'est correct, supprimez-le ici.",
    },
    "calendar_locked": {
        "nl": "Het bewaarde adres is niet meer te lezen, omdat het geheim van deze installatie veranderde. Voeg de agenda opnieuw toe.",
        "en": "The address that was kept can no longer be read, because the secret of this installation changed. Add the calendar again.",
        "fr": "L'adresse conservée n'est plus lisible, car le secret de cette installation a changé. Ajoutez l'agenda à nouveau.",
    },
}

IGNORED = {
    "calendar_off": {"nl": "geannuleerd", "en": "cancelled", "fr": "annulées"},
    "calendar_free": {"nl": "aangeduid als vrij", "en": "marked as free", "fr": "marquées comme libres"},
    "calendar_no_length": {"nl": "zonder duur", "en": "without a duration", "fr": "sans durée"},
    "calendar_past": {"nl": "voorbij", "en": "past", "fr": "passées"},
    "calendar_far": {"nl": "verder dan drie jaar vooruit", "en": "more than three years ahead", "fr": "au-delà de trois ans"},
}

DONE = {
    "calendar_one_origin": {
        "nl": "Geef een adres of kies een bestand: een van de twee.",
        "en": "Give an address or choose a file: one of the two.",
        "fr": "Donnez une adresse ou choisissez un fichier : l'un des deux.",
    },
    "calendar_followed": {
        "nl": "Overgenomen[: {added} nieuw][, {moved} verplaatst][, {gone} weg][, {hit} reservaties geraakt].",
        "en": "Taken over[: {added} new][, {moved} moved][, {gone} gone][, {hit} reservations hit].",
        "fr": "Repris[ : {added} nouvelles][, {moved} déplacées][, {gone} disparues][, {hit} réservations touchées].",
    },
    "calendar_same": {
        "nl": "De agenda is niet veranderd.", "en": "The calendar did not change.", "fr": "L'agenda n'a pas changé.",
    },
    "calendar_confirmed": {
        "nl": "De agenda wordt gevolgd. Wat hij inneemt, verschijnt zo dadelijk op het planbord.",
        "en": "The calendar is followed. What it takes appears on the planning board in a moment.",
        "fr": "L'agenda est suivi. Ce qu'il prend apparaît dans un instant sur le planning.",
    },
    "calendar_discarded": {
        "nl": "De agenda is niet toegevoegd.", "en": "The calendar was not added.", "fr": "L'agenda n'a pas été ajouté.",
    },
    "calendar_paused": {
        "nl": "De agenda wordt niet meer gevraagd. Wat hij inneemt, blijft ingenomen.",
        "en": "The calendar is no longer asked for. What it takes stays taken.",
        "fr": "L'agenda n'est plus consulté. Ce qu'il prend reste pris.",
    },
    "calendar_resumed": {
        "nl": "De agenda wordt weer gevolgd.", "en": "The calendar is followed again.", "fr": "L'agenda est de nouveau suivi.",
    },
    "calendar_asked": {
        "nl": "De agenda wordt nu opgehaald.", "en": "The calendar is being fetched now.", "fr": "L'agenda est en cours de récupération.",
    },
    "calendar_removed": {
        "nl": "De agenda is verwijderd. Wat hij innam, komt zo dadelijk vrij.",
        "en": "The calendar was removed. What it took comes free in a moment.",
        "fr": "L'agenda est supprimé. Ce qu'il prenait se libère dans un instant.",
    },
    "calendar_state": {
        "nl": "Iemand anders was u voor: deze agenda staat er intussen anders voor.",
        "en": "Somebody else was first: this calendar stands differently by now.",
        "fr": "Quelqu'un vous a devancé : l'état de cet agenda a changé.",
    },
    "fact_of_calendar": {
        "nl": "Dit komt uit een agenda van iemand anders. Het komt vrij als het daar verdwijnt, of als die agenda niet meer gevolgd wordt.",
        "en": "This comes from somebody else's calendar. It is freed when it goes there, or when that calendar is no longer followed.",
        "fr": "Ceci vient de l'agenda d'un tiers. Cela se libère s'il y disparaît, ou si cet agenda n'est plus suivi.",
    },
    "calendar_unknown": {
        "nl": "Deze agenda bestaat niet (meer).", "en": "There is no such calendar (any more).", "fr": "Cet agenda n'existe pas (plus).",
    },
}  # fmt: skip

SENTENCES = {**ADDRESS, **FETCH, **READING, **IGNORED, **DONE}

MAIL_SUBJECTS = {
    "calendar_failing": {
        "nl": "Agenda “{name}” lukt niet meer: {asset}",
        "en": "Calendar “{name}” no longer works: {asset}",
        "fr": "L'agenda « {name} » ne fonctionne plus : {asset}",
    },
}

MAIL_BODIES = {
    "calendar_failing": {
        "nl": "De agenda “{name}” van {asset} kon enkele keren na elkaar niet gelezen worden[, het laatst wel op {since}].[ {reason}] "
        "Wat hij het laatst innam, blijft ingenomen; wat er intussen bij kwam, is hier niet bekend.",
        "en": "The calendar “{name}” of {asset} could not be read several times in a row[, the last time that it could was {since}]."
        "[ {reason}] What it took last stays taken; what was added since is not known here.",
        "fr": "L'agenda « {name} » de {asset} n'a pas pu être lu plusieurs fois de suite[, la dernière lecture date du {since}]."
        "[ {reason}] Ce qu'il prenait en dernier reste pris ; ce qui s'y est ajouté depuis n'est pas connu ici.",
    },
}

LINKS = {"calendar_failing": ("calendar", "beheer/agendas/{id}")}

LINK_TEXTS = {"calendar": {"nl": "Bekijk de agenda", "en": "See the calendar", "fr": "Voir l'agenda"}}
