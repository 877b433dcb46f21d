"""The sentences about one's own account: signing up, passwords, addresses, second factors and invitations."""

from __future__ import annotations

SENTENCES = {
    "link_dead": {
        "nl": "Deze link werkt niet meer: hij is al gebruikt, of te oud. Vraag een nieuwe.",
        "en": "This link no longer works: it has been used, or it is too old. Ask for a new one.",
        "fr": "Ce lien ne fonctionne plus : il a déjà servi ou il est trop ancien. Demandez-en un autre.",
    },
    "code_wrong": {
        "nl": "Deze code klopt niet. Kijk de zes cijfers in de laatste mail na.",
        "en": "This code is wrong. Check the six digits in the last e-mail.",
        "fr": "Ce code est incorrect. Vérifiez les six chiffres du dernier e-mail.",
    },
    "code_dead": {
        "nl": "Deze code geldt niet meer. Vraag hieronder een nieuwe, of volg de link in de mail.",
        "en": "This code is no longer valid. Ask for a new one below, or follow the link in the e-mail.",
        "fr": "Ce code n'est plus valable. Demandez-en un autre ci-dessous, ou suivez le lien de l'e-mail.",
    },
    "password_known": {
        "nl": "Dit wachtwoord is te gemakkelijk te raden. Neem een paar woorden die niets met u of deze site te maken hebben.",
        "en": "This password is too easy to guess. Take a few words that have nothing to do with you or this site.",
        "fr": "Ce mot de passe est trop facile à deviner. Prenez quelques mots sans rapport avec vous ni avec ce site.",
    },
    "password_too_long": {
        "nl": "Dit wachtwoord is te lang: neem er een van hoogstens {limit} tekens.",
        "en": "This password is too long: take one of at most {limit} characters.",
        "fr": "Ce mot de passe est trop long : prenez-en un d'au plus {limit} caractères.",
    },
    "organisation_unknown": {
        "nl": "Deze organisatie kennen wij niet. Kies ze uit de lijst, of kies “een andere organisatie”.",
        "en": "We do not know this organisation. Choose it from the list, or choose “another organisation”.",
        "fr": "Nous ne connaissons pas cette organisation. Choisissez-la dans la liste, ou choisissez « une autre organisation ».",
    },
    "membership_held": {
        "nl": "U reserveert al voor deze ontlener.",
        "en": "You reserve for this borrower already.",
        "fr": "Vous réservez déjà pour cet emprunteur.",
    },
    "factor_wrong": {
        "nl": "Deze code klopt niet, of is al gebruikt. Wacht op de volgende code van uw app.",
        "en": "This code is wrong, or it was used already. Wait for the next code of your app.",
        "fr": "Ce code est incorrect ou a déjà servi. Attendez le code suivant de votre application.",
    },
    "factor_needed": {
        "nl": "Wie voor een bestuur beslist, meldt zich aan in twee stappen. Stel dat eerst in: het duurt een minuut.",
        "en": "Whoever decides for an authority signs in with two steps. Set that up first: it takes a minute.",
        "fr": "Qui décide pour une administration se connecte en deux étapes. Activez-les d'abord : cela prend une minute.",
    },
    "invitation_for_other": {
        "nl": "Deze uitnodiging is aan een ander e-mailadres gericht. Meld u af, en aan met dat adres.",
        "en": "This invitation was sent to another e-mail address. Sign out, and in again with that address.",
        "fr": "Cette invitation est adressée à une autre adresse e-mail. Déconnectez-vous, puis reconnectez-vous avec celle-là.",
    },
    "loans_running": {
        "nl": "U heeft nog reservaties die lopen. Annuleer ze of wacht tot ze afgehandeld zijn.",
        "en": "You still have reservations under way. Cancel them or wait until they are closed.",
        "fr": "Vous avez encore des réservations en cours. Annulez-les ou attendez leur clôture.",
    },
    "account_made": {
        "nl": "Welkom. Uw account is klaar en u bent aangemeld.",
        "en": "Welcome. Your account is ready and you are signed in.",
        "fr": "Bienvenue. Votre compte est prêt et vous êtes connecté.",
    },
    "code_sent_again": {
        "nl": "Er is een nieuwe code onderweg. De vorige geldt niet meer.",
        "en": "A new code is on its way. The one before is no longer valid.",
        "fr": "Un nouveau code est en route. Le précédent n'est plus valable.",
    },
    "password_reset": {
        "nl": "Uw nieuwe wachtwoord geldt. Op alle andere toestellen bent u afgemeld.",
        "en": "Your new password is in place. You are signed out on all other devices.",
        "fr": "Votre nouveau mot de passe est en vigueur. Vous êtes déconnecté de tous les autres appareils.",
    },
    "profile_changed": {
        "nl": "Uw gegevens zijn bewaard.",
        "en": "Your details were saved.",
        "fr": "Vos données sont enregistrées.",
    },
    "email_asked": {
        "nl": "Er is een mail onderweg naar {email}. Uw adres verandert zodra u de link daarin volgt.",
        "en": "An e-mail is on its way to {email}. Your address changes as soon as you follow the link in it.",
        "fr": "Un e-mail est en route vers {email}. Votre adresse change dès que vous suivez le lien qu'il contient.",
    },
    "email_changed": {
        "nl": "Uw nieuwe e-mailadres geldt vanaf nu.",
        "en": "Your new e-mail address counts from now on.",
        "fr": "Votre nouvelle adresse e-mail est désormais valable.",
    },
    "email_kept": {
        "nl": "Uw e-mailadres blijft wat het was, en iedereen is afgemeld. Kies nu een nieuw wachtwoord.",
        "en": "Your e-mail address stays as it was, and everybody is signed out. Choose a new password now.",
        "fr": "Votre adresse e-mail reste inchangée et tout le monde est déconnecté. Choisissez maintenant un nouveau mot de passe.",
    },
    "organisation_claimed": {
        "nl": "Genoteerd. De uitleendienst kijkt na of u voor deze organisatie optreedt; aanvragen kan intussen al.",
        "en": "Recorded. The lending desk checks that you act for this organisation; you may already ask for things meanwhile.",
        "fr": "C'est noté. Le service de prêt vérifie que vous agissez pour cette organisation ; vous pouvez déjà introduire des demandes.",
    },
    "organisation_left": {
        "nl": "U treedt niet langer op voor deze organisatie.",
        "en": "You no longer act for this organisation.",
        "fr": "Vous n'agissez plus pour cette organisation.",
    },
    "visit_ended": {
        "nl": "Dat toestel is afgemeld.",
        "en": "That device is signed out.",
        "fr": "Cet appareil est déconnecté.",
    },
    "factor_off": {
        "nl": "Aanmelden in twee stappen staat uit.",
        "en": "Signing in with two steps is off.",
        "fr": "La connexion en deux étapes est désactivée.",
    },
    "factor_reset_for": {
        "nl": "De tweede stap van uw collega is gewist. Uw collega krijgt daarover een mail.",
        "en": "Your colleague's second step was removed. Your colleague is told by e-mail.",
        "fr": "La deuxième étape de votre collègue est supprimée. Votre collègue en est averti par e-mail.",
    },
    "account_closed": {
        "nl": "Uw account is gesloten en uw gegevens zijn gewist.",
        "en": "Your account is closed and your details were erased.",
        "fr": "Votre compte est fermé et vos données sont effacées.",
    },
    "invitation_sent": {
        "nl": "De uitnodiging aan {email} is onderweg. Ze geldt een week.",
        "en": "The invitation to {email} is on its way. It is valid for a week.",
        "fr": "L'invitation à {email} est en route. Elle est valable une semaine.",
    },
    "invitation_revoked": {
        "nl": "De uitnodiging is ingetrokken.",
        "en": "The invitation was withdrawn.",
        "fr": "L'invitation est retirée.",
    },
    "invitation_accepted": {
        "nl": "Welkom. U kunt meteen aan de slag.",
        "en": "Welcome. You can start at once.",
        "fr": "Bienvenue. Vous pouvez commencer tout de suite.",
    },
}
