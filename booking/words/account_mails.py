"""The mails about one's own account: for each event a subject and what it says."""

from __future__ import annotations

SUBJECTS = {
    "sign_up": {
        "nl": "Bevestig uw e-mailadres: {code}",
        "en": "Confirm your e-mail address: {code}",
        "fr": "Confirmez votre adresse e-mail : {code}",
    },
    "sign_up_known": {"nl": "U heeft al een account", "en": "You already have an account", "fr": "Vous avez déjà un compte"},
    "reset": {"nl": "Kies een nieuw wachtwoord", "en": "Choose a new password", "fr": "Choisissez un nouveau mot de passe"},
    "reset_unknown": {
        "nl": "Geen account met dit e-mailadres",
        "en": "No account with this e-mail address",
        "fr": "Aucun compte avec cette adresse e-mail",
    },
    "password_changed": {
        "nl": "Uw wachtwoord is gewijzigd",
        "en": "Your password was changed",
        "fr": "Votre mot de passe a été modifié",
    },
    "new_email": {
        "nl": "Bevestig uw nieuwe e-mailadres",
        "en": "Confirm your new e-mail address",
        "fr": "Confirmez votre nouvelle adresse e-mail",
    },
    "keep_email": {
        "nl": "Uw e-mailadres wordt gewijzigd",
        "en": "Your e-mail address is being changed",
        "fr": "Votre adresse e-mail va être modifiée",
    },
    "second_factor_on": {
        "nl": "Aanmelden in twee stappen staat aan",
        "en": "Signing in with two steps is on",
        "fr": "La connexion en deux étapes est activée",
    },
    "second_factor_off": {
        "nl": "Aanmelden in twee stappen staat uit",
        "en": "Signing in with two steps is off",
        "fr": "La connexion en deux étapes est désactivée",
    },
    "second_factor_reset": {
        "nl": "Een beheerder heeft uw tweede stap gewist",
        "en": "An administrator removed your second step",
        "fr": "Un gestionnaire a supprimé votre deuxième étape",
    },
    "invitation_role": {
        "nl": "Uitnodiging om te werken voor {organisation}",
        "en": "Invitation to work for {organisation}",
        "fr": "Invitation à travailler pour {organisation}",
    },
    "invitation_borrower": {
        "nl": "Uitnodiging om te reserveren voor {organisation}",
        "en": "Invitation to reserve for {organisation}",
        "fr": "Invitation à réserver pour {organisation}",
    },
    "membership_claimed": {
        "nl": "Na te kijken: {name} voor {organisation}",
        "en": "To be verified: {name} for {organisation}",
        "fr": "À vérifier : {name} pour {organisation}",
    },
}

BODIES = {
    "sign_up": {
        "nl": "Typ deze code op de pagina waar u uw account maakt: {code}. Ze geldt tien minuten. Of volg de link: die geldt een dag. "
        "Vroeg u dit niet? Dan hoeft u niets te doen: er wordt geen account gemaakt.",
        "en": "Type this code on the page where you are making your account: {code}. It is valid for ten minutes. Or follow the link: "
        "it is "
        "valid for a day. Was this not you? Then you need not do anything: no account will be made.",
        "fr": "Tapez ce code sur la page où vous créez votre compte : {code}. Il est valable dix minutes. Ou suivez le lien : il est "
        "valable un jour. Vous n'avez rien demandé ? Ne faites rien : aucun compte ne sera créé.",
    },
    "sign_up_known": {
        "nl": "Iemand wilde met dit e-mailadres een account maken, maar u heeft er al een. Meld u gewoon aan; wie zijn wachtwoord vergat, "
        "kiest daar een nieuw. Was u dit niet? Dan hoeft u niets te doen.",
        "en": "Someone tried to make an account with this e-mail address, but you already have one. Just sign in; if you forgot your "
        "password, you choose a new one there. Was this not you? Then you need not do anything.",
        "fr": "Quelqu'un a voulu créer un compte avec cette adresse e-mail, mais vous en avez déjà un. Connectez-vous simplement ; si vous "
        "avez oublié votre mot de passe, vous en choisirez un autre. Ce n'était pas vous ? Ne faites rien.",
    },
    "reset": {
        "nl": "Volg de link om een nieuw wachtwoord te kiezen. Hij werkt één keer, een uur lang. "
        "Vroeg u dit niet? Dan hoeft u niets te doen: uw wachtwoord blijft wat het is.",
        "en": "Follow the link to choose a new password. It works once, for one hour. "
        "Was this not you? Then you need not do anything: your password stays what it is.",
        "fr": "Suivez le lien pour choisir un nouveau mot de passe. Il fonctionne une seule fois, pendant une heure. "
        "Vous n'avez rien demandé ? Ne faites rien : votre mot de passe reste inchangé.",
    },
    "reset_unknown": {
        "nl": "Iemand vroeg een nieuw wachtwoord voor dit e-mailadres, maar er is geen account mee. "
        "Misschien gebruikte u een ander adres. Een account maken kan altijd.",
        "en": "Someone asked for a new password for this e-mail address, but no account has it. "
        "Perhaps you used another address. You can always make an account.",
        "fr": "Quelqu'un a demandé un nouveau mot de passe pour cette adresse e-mail, mais aucun compte ne l'utilise. "
        "Vous aviez peut-être donné une autre adresse. Vous pouvez toujours créer un compte.",
    },
    "password_changed": {
        "nl": "Uw wachtwoord is zopas gewijzigd en op andere toestellen bent u afgemeld. Was u dit niet? Kies dan meteen een nieuw "
        "wachtwoord.",
        "en": "Your password was changed just now and you are signed out on other devices. Was this not you? Then choose a new "
        "password at once.",
        "fr": "Votre mot de passe vient d'être modifié et vous êtes déconnecté des autres appareils. Ce n'était pas vous ? "
        "Choisissez tout de suite un nouveau mot de passe.",
    },
    "new_email": {
        "nl": "Volg de link om u voortaan met dit adres aan te melden. Hij geldt een dag. Vroeg u dit niet? Dan hoeft u niets te doen.",
        "en": "Follow the link to sign in with this address from now on. It is valid for a day. Was this not you? Then you need not "
        "do anything.",
        "fr": "Suivez le lien pour vous connecter désormais avec cette adresse. Il est valable un jour. "
        "Vous n'avez rien demandé ? Ne faites rien.",
    },
    "keep_email": {
        "nl": "U vroeg om u voortaan aan te melden met {new_email}. Klopt dat, dan hoeft u hier niets te doen. "
        "Was u dit niet? Volg dan binnen de week de link: uw adres blijft wat het was, en u kiest een nieuw wachtwoord.",
        "en": "You asked to sign in with {new_email} from now on. If that is right, you need not do anything here. "
        "Was this not you? Then follow the link within a week: your address stays as it was, and you choose a new password.",
        "fr": "Vous avez demandé à vous connecter désormais avec {new_email}. Si c'est exact, vous n'avez rien à faire ici. "
        "Ce n'était pas vous ? Suivez le lien dans la semaine : votre adresse reste inchangée et vous choisissez un nouveau mot de passe.",
    },
    "second_factor_on": {
        "nl": "Voortaan meldt u zich aan met uw wachtwoord en een code van uw app. Bewaar uw herstelcodes op een veilige plaats. "
        "Was u dit niet? Verwittig dan meteen uw beheerder.",
        "en": "From now on you sign in with your password and a code of your app. Keep your recovery codes in a safe place. "
        "Was this not you? Then tell your administrator at once.",
        "fr": "Désormais, vous vous connectez avec votre mot de passe et un code de votre application. Conservez vos codes de secours "
        "en lieu "
        "sûr. Ce n'était pas vous ? Avertissez tout de suite votre gestionnaire.",
    },
    "second_factor_off": {
        "nl": "Voortaan volstaat uw wachtwoord om u aan te melden. Was u dit niet? Kies dan meteen een nieuw wachtwoord.",
        "en": "From now on your password is enough to sign in. Was this not you? Then choose a new password at once.",
        "fr": "Désormais, votre mot de passe suffit pour vous connecter. Ce n'était pas vous ? Choisissez tout de suite un nouveau "
        "mot de passe.",
    },
    "second_factor_reset": {
        "nl": "Een beheerder van uw bestuur heeft uw tweede stap gewist, omdat uw toestel verloren of stuk is. U bent overal afgemeld. "
        "Meld u aan met uw wachtwoord en stel de tweede stap opnieuw in. Vroeg u dit niet? Verwittig dan meteen uw beheerder.",
        "en": "An administrator of your authority removed your second step, because your device is lost or broken. You are signed out "
        "everywhere. "
        "Sign in with your password and set up the second step again. Did you not ask for this? Then tell your administrator at once.",
        "fr": "Un gestionnaire de votre administration a supprimé votre deuxième étape, car votre appareil est perdu ou en panne. "
        "Vous êtes "
        "déconnecté partout. Connectez-vous avec votre mot de passe et activez à nouveau la deuxième étape. "
        "Vous n'avez rien demandé ? Avertissez tout de suite votre gestionnaire.",
    },
    "invitation_role": {
        "nl": "{inviter} vraagt u om in Streekdepot te werken voor {organisation}, als {role}. Volg de link om te beginnen; hij geldt "
        "een week.",
        "en": "{inviter} asks you to work for {organisation} in Streekdepot, as {role}. Follow the link to start; it is valid for a week.",
        "fr": "{inviter} vous invite à travailler pour {organisation} dans Streekdepot, comme {role}. "
        "Suivez le lien pour commencer ; il est valable une semaine.",
    },
    "invitation_borrower": {
        "nl": "{inviter} vraagt u om in Streekdepot mee te reserveren voor {organisation}. Volg de link om te beginnen; hij geldt een "
        "week.",
        "en": "{inviter} asks you to help reserve for {organisation} in Streekdepot. Follow the link to start; it is valid for a week.",
        "fr": "{inviter} vous invite à réserver avec lui pour {organisation} dans Streekdepot. "
        "Suivez le lien pour commencer ; il est valable une semaine.",
    },
    "membership_claimed": {
        "nl": "{name} ({email}) zegt op te treden voor {organisation}. Kijk dat na: pas dan geldt het tarief van deze organisatie.",
        "en": "{name} ({email}) says to act for {organisation}. Please verify: only then does this organisation's tariff apply.",
        "fr": "{name} ({email}) dit agir pour {organisation}. Veuillez le vérifier : le tarif de cette organisation ne s'applique "
        "qu'ensuite.",
    },
}
