"""Where a mail leads, and what its link says."""

from __future__ import annotations

from booking.words import calendars, feeds, maintenance, proofs, register, reminders, waiting
from booking.words.administration import agreement_mails

# Where a mail leads when that is not the reservation it names: what the link says, and a path of ours without its language.
LINKS = {
    **maintenance.LINKS,
    **calendars.LINKS,
    **proofs.LINKS,
    **register.LINKS,
    "request_received": ("worklist", "werklijst/{reference}"),
    "conflict_found": ("conflicts", "werklijst/conflicten"),
    "claim_verified": ("account", "account"),
    "claim_rejected": ("account", "account"),
    "membership_ended": ("account", "account"),
    "sign_up": ("confirm", "account-maken/link/{key}"),
    "sign_up_known": ("sign_in", "aanmelden"),
    "reset": ("password", "wachtwoord-vergeten/{key}"),
    "reset_unknown": ("sign_up", "account-maken"),
    "password_changed": ("password", "wachtwoord-vergeten"),
    "new_email": ("confirm", "account/e-mail/nieuw/{key}"),
    "keep_email": ("keep", "account/e-mail/behouden/{key}"),
    "second_factor_on": ("account", "account"),
    "second_factor_off": ("password", "wachtwoord-vergeten"),
    "second_factor_reset": ("sign_in", "aanmelden"),
    "invitation_role": ("invitation", "uitnodiging/{key}"),
    "invitation_borrower": ("invitation", "uitnodiging/{key}"),
    "membership_claimed": ("verify", "beheer"),
    "owners_proposed": ("owners", "beheer/middelen/{asset_id}/eigendom"),
    **waiting.LINKS,
    **feeds.LINKS,
    **agreement_mails.LINKS,
    **reminders.LINKS,
}

LINK_TEXTS = {
    **maintenance.LINK_TEXTS,
    **calendars.LINK_TEXTS,
    **proofs.LINK_TEXTS,
    **register.LINK_TEXTS,
    **waiting.LINK_TEXTS,
    **feeds.LINK_TEXTS,
    **agreement_mails.LINK_TEXTS,
    **reminders.LINK_TEXTS,
    "owners": {"nl": "Bekijk het voorstel", "en": "See the proposal", "fr": "Voir la proposition"},
    "reservation": {"nl": "Bekijk de reservatie", "en": "See the reservation", "fr": "Voir la réservation"},
    "worklist": {"nl": "Bekijk en beslis", "en": "Look and decide", "fr": "Voir et décider"},
    "conflicts": {"nl": "Zoek een oplossing", "en": "Find a solution", "fr": "Chercher une solution"},
    "account": {"nl": "Naar mijn account", "en": "To my account", "fr": "Vers mon compte"},
    "confirm": {"nl": "Bevestig mijn e-mailadres", "en": "Confirm my e-mail address", "fr": "Confirmer mon adresse e-mail"},
    "sign_in": {"nl": "Meld u aan", "en": "Sign in", "fr": "Connectez-vous"},
    "password": {"nl": "Kies een nieuw wachtwoord", "en": "Choose a new password", "fr": "Choisir un nouveau mot de passe"},
    "sign_up": {"nl": "Maak een account", "en": "Make an account", "fr": "Créer un compte"},
    "keep": {"nl": "Behoud mijn e-mailadres", "en": "Keep my e-mail address", "fr": "Garder mon adresse e-mail"},
    "invitation": {"nl": "Bekijk de uitnodiging", "en": "See the invitation", "fr": "Voir l'invitation"},
    "verify": {"nl": "Kijk het na", "en": "Verify it", "fr": "Vérifier"},
}
