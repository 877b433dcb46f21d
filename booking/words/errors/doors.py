"""What a door answers to someone who may not enter, asks for what is not there, or comes too often."""

from __future__ import annotations

SENTENCES = {
    "not_allowed": {
        "nl": "U mag dit niet doen. Vraag de beheerder van uw bestuur om de nodige rol.",
        "en": "You may not do this. Ask the administrator of your authority for the role needed.",
        "fr": "Vous ne pouvez pas faire cela. Demandez le rôle requis au gestionnaire de votre administration.",
    },
    "not_found": {
        "nl": "Dit is niet gevonden. Kijk het adres na of zoek in het overzicht.",
        "en": "This was not found. Check the address or look in the overview.",
        "fr": "Introuvable. Vérifiez l'adresse ou cherchez dans l'aperçu.",
    },
    "sign_in_first": {
        "nl": "Meld u eerst aan.",
        "en": "Please sign in first.",
        "fr": "Connectez-vous d'abord.",
    },
    "credentials_wrong": {
        "nl": "E-mailadres of wachtwoord is niet juist. Probeer opnieuw.",
        "en": "The e-mail address or the password is wrong. Try again.",
        "fr": "L'adresse e-mail ou le mot de passe est incorrect. Réessayez.",
    },
    "token_wrong": {
        "nl": "Deze sleutel is niet geldig of ingetrokken. Vraag een nieuwe.",
        "en": "This token is not valid or was revoked. Ask for a new one.",
        "fr": "Cette clé n'est pas valable ou a été révoquée. Demandez-en une nouvelle.",
    },
    "rate_limited": {
        "nl": "Te veel pogingen. Wacht even[: probeer opnieuw over {seconds|minutes}].",
        "en": "Too many attempts. Please wait[: try again in {seconds|minutes}].",
        "fr": "Trop de tentatives. Patientez[ : réessayez dans {seconds|minutes}].",
    },
    "busy_try_again": {
        "nl": "Het is nu te druk. Er is niets bewaard: probeer het over enkele seconden opnieuw.",
        "en": "It is too busy now. Nothing was kept: try again in a few seconds.",
        "fr": "Trop d'affluence pour le moment. Rien n'a été enregistré : réessayez dans quelques secondes.",
    },
    "went_wrong": {
        "nl": "Er liep iets mis bij ons. Er is niets bewaard: probeer het opnieuw[ of meld het met nummer {reference}].",
        "en": "Something went wrong on our side. Nothing was kept: try again[ or report it with number {reference}].",
        "fr": "Une erreur s'est produite chez nous. Rien n'a été enregistré : réessayez[ ou signalez-la avec le numéro {reference}].",
    },
    "bad_request": {
        "nl": "Deze vraag is niet te begrijpen. Ga terug en probeer het opnieuw.",
        "en": "This request cannot be understood. Go back and try again.",
        "fr": "Cette demande est incompréhensible. Revenez en arrière et réessayez.",
    },
    "request_forged": {
        "nl": "Deze vraag kwam van een andere website. Er is niets gewijzigd.",
        "en": "This request came from another website. Nothing was changed.",
        "fr": "Cette demande venait d'un autre site web. Rien n'a été modifié.",
    },
    "method_not_allowed": {
        "nl": "Dat kan niet op dit adres.",
        "en": "That cannot be done at this address.",
        "fr": "Ce n'est pas possible à cette adresse.",
    },
    "too_large": {
        "nl": "Dit is te groot om te versturen. Maak het kleiner en probeer opnieuw.",
        "en": "This is too large to send. Make it smaller and try again.",
        "fr": "C'est trop volumineux pour être envoyé. Réduisez-le et réessayez.",
    },
    "media_type_unknown": {
        "nl": "Dit soort inhoud wordt hier niet gelezen. Stuur JSON.",
        "en": "This kind of content is not read here. Send JSON.",
        "fr": "Ce type de contenu n'est pas lu ici. Envoyez du JSON.",
    },
    "signed_out": {
        "nl": "U bent afgemeld.",
        "en": "You are signed out.",
        "fr": "Vous êtes déconnecté.",
    },
    "signed_out_elsewhere": {
        "nl": "U bent overal elders afgemeld.",
        "en": "You are signed out everywhere else.",
        "fr": "Vous êtes déconnecté partout ailleurs.",
    },
    "password_changed": {
        "nl": "Uw wachtwoord is gewijzigd. Op andere toestellen moet u zich opnieuw aanmelden.",
        "en": "Your password was changed. Sign in again on your other devices.",
        "fr": "Votre mot de passe a été modifié. Reconnectez-vous sur vos autres appareils.",
    },
    "password_too_short": {
        "nl": "Neem een langer wachtwoord: minstens {limit} tekens.",
        "en": "Choose a longer password: at least {limit} characters.",
        "fr": "Choisissez un mot de passe plus long : au moins {limit} caractères.",
    },
    "password_wrong": {
        "nl": "Dit is niet uw huidige wachtwoord.",
        "en": "This is not your present password.",
        "fr": "Ce n'est pas votre mot de passe actuel.",
    },
    "email_taken": {
        "nl": "Er is al een account met dit e-mailadres[: {email}].",
        "en": "There is an account with this e-mail address already[: {email}].",
        "fr": "Il existe déjà un compte avec cette adresse e-mail[ : {email}].",
    },
    "account_unknown": {
        "nl": "Er is geen account met dit e-mailadres[: {email}].",
        "en": "There is no account with this e-mail address[: {email}].",
        "fr": "Aucun compte n'a cette adresse e-mail[ : {email}].",
    },
    "authority_unknown": {
        "nl": "Dit bestuur is niet gekend[: {authority}]. Geef zijn NIS-code, naam of nummer.",
        "en": "This authority is not known[: {authority}]. Give its NIS code, name or number.",
        "fr": "Cette administration est inconnue[ : {authority}]. Donnez son code INS, son nom ou son numéro.",
    },
}
