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
}
