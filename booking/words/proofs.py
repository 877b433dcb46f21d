"""The words of policies, attests and licences: where they stand, what cannot be done, what was done, and the mails about them."""

from __future__ import annotations

STATES = {
    "waiting": {"nl": "na te kijken", "en": "to be verified", "fr": "à vérifier"},
    "accepted": {"nl": "in orde", "en": "in order", "fr": "en ordre"},
    "ends_soon": {"nl": "loopt binnenkort af", "en": "ends soon", "fr": "se termine bientôt"},
    "rejected": {"nl": "niet aanvaard", "en": "not accepted", "fr": "refusé"},
    "ended": {"nl": "afgelopen", "en": "over", "fr": "terminé"},
}

NOTES = {
    "whole_value": {"nl": "voor de volle waarde", "en": "for the full value", "fr": "pour la valeur totale"},
    "own_verification": {
        "nl": "door onze eigen dienst nagekeken",
        "en": "verified by our own desk",
        "fr": "vérifié par notre propre service",
    },
    "confirms_without": {
        "nl": "na te brengen vóór de uitgifte",
        "en": "to be handed in before hand-over",
        "fr": "à remettre au plus tard à la remise",
    },
    "by_mass": {
        "nl": "volgens de massa van de aanhangwagen",
        "en": "by the mass of the trailer",
        "fr": "selon la masse de la remorque",
    },
}

NOUNS = {"proof_state": STATES, "notes": NOTES}

ACTS = {
    "proof.accept": {"nl": "vond een bewijs in orde", "en": "found a proof in order", "fr": "a trouvé une preuve en ordre"},
    "proof.reject": {"nl": "aanvaardde een bewijs niet", "en": "did not accept a proof", "fr": "a refusé une preuve"},
}

SUBJECTS = {
    "policy": {"nl": "polis", "en": "policy", "fr": "police"},
    "qualification": {"nl": "attest of rijbewijs", "en": "certificate or licence", "fr": "attestation ou permis"},
    "person": {"nl": "bestuurder of bediener", "en": "driver or operator", "fr": "conducteur ou opérateur"},
    "requirement": {"nl": "gevraagd bewijs", "en": "proof asked for", "fr": "preuve demandée"},
}

SETTINGS = {
    "insurer": {"nl": "verzekeraar", "en": "insurer", "fr": "assureur"},
    "amount_cents": {"nl": "verzekerd bedrag", "en": "insured amount", "fr": "montant assuré"},
    "excess_cents": {"nl": "vrijstelling", "en": "excess", "fr": "franchise"},
    "insured": {"nl": "wie en wat verzekerd is", "en": "who and what is insured", "fr": "qui et quoi est assuré"},
    "asset_ids": {"nl": "verzekerde middelen", "en": "insured assets", "fr": "matériel assuré"},
    "category_ids": {"nl": "verzekerde categorieën", "en": "insured categories", "fr": "catégories assurées"},
    "succeeds_id": {"nl": "volgt op polis", "en": "follows policy", "fr": "succède à la police"},
    "revision": {"nl": "versie", "en": "version", "fr": "version"},
    "held_since": {"nl": "behaald op", "en": "obtained on", "fr": "obtenu le"},
    "person": {"nl": "persoon", "en": "person", "fr": "personne"},
    "whole_value": {"nl": "voor de volle waarde", "en": "for the full value", "fr": "pour la valeur totale"},
    "most_excess_cents": {"nl": "hoogste vrijstelling", "en": "highest excess", "fr": "franchise maximale"},
    "own_verification": {"nl": "zelf nakijken", "en": "verify ourselves", "fr": "vérifier soi-même"},
    "qualification": {"nl": "attest of rijbewijs", "en": "certificate or licence", "fr": "attestation ou permis"},
    "confirms_without": {"nl": "bevestigt zonder bewijs", "en": "confirms without proof", "fr": "confirme sans preuve"},
    "asset": {"nl": "middel", "en": "asset", "fr": "matériel"},
}

SENTENCES = {
    "proof_asked": {
        "nl": "[Voor {asset|category}: ]{requirement}[, minstens {amount_cents}][, vrijstelling hoogstens {most_excess_cents}]"
        "[ ({qualification})][, om de {months}][, {notes}][. Alleen van: {borrower_kind}][. Alleen bij: {purpose}].",
        "en": "[For {asset|category}: ]{requirement}[, at least {amount_cents}][, excess of {most_excess_cents} at most]"
        "[ ({qualification})][, every {months}][, {notes}][. Only of: {borrower_kind}][. Only for: {purpose}].",
        "fr": "[Pour {asset|category} : ]{requirement}[, au moins {amount_cents}][, franchise de {most_excess_cents} au maximum]"
        "[ ({qualification})][, tous les {months}][, {notes}][. Seulement de : {borrower_kind}][. Seulement pour : {purpose}].",
    },
    "requirement_unknown": {
        "nl": "Kies een bewijs uit de lijst.",
        "en": "Choose a proof from the list.",
        "fr": "Choisissez une preuve dans la liste.",
    },
    "asset_or_category": {
        "nl": "Kies een categorie of één middel, niet allebei.",
        "en": "Choose a category or one asset, not both.",
        "fr": "Choisissez une catégorie ou un seul matériel, pas les deux.",
    },
    "qualification_unfit": {
        "nl": "Kies voor een bediener een attest, en voor een bestuurder een rijbewijs of de massa van de aanhangwagen.",
        "en": "Choose a certificate for an operator, and for a driver a licence or the mass of the trailer.",
        "fr": "Choisissez une attestation pour un opérateur, et pour un conducteur un permis ou la masse de la remorque.",
    },
    "amount_of_no_cover": {
        "nl": "Een bedrag hoort alleen bij een verzekering.",
        "en": "An amount belongs to insurance only.",
        "fr": "Un montant ne concerne qu'une assurance.",
    },
    "cover_unknown": {
        "nl": "Kies een soort verzekering uit de lijst.",
        "en": "Choose a kind of insurance from the list.",
        "fr": "Choisissez un type d'assurance dans la liste.",
    },
    "qualification_unknown": {
        "nl": "Kies een attest of rijbewijs uit de lijst.",
        "en": "Choose a certificate or licence from the list.",
        "fr": "Choisissez une attestation ou un permis dans la liste.",
    },
    "amount_out_of_range": {
        "nl": "Geef een bedrag van nul tot {limit_cents}.",
        "en": "Give an amount from zero to {limit_cents}.",
        "fr": "Indiquez un montant de zéro à {limit_cents}.",
    },
    "asset_code_unknown": {
        "nl": "Deze nummers kennen we niet[: {codes}].",
        "en": "We do not know these numbers[: {codes}].",
        "fr": "Nous ne connaissons pas ces numéros[ : {codes}].",
    },
    "proof_settled": {
        "nl": "Dit is al aanvaard en blijft zoals het is. Hernieuw het, of bezorg een nieuw bewijs.",
        "en": "This was accepted already and stays as it is. Renew it, or hand in a new proof.",
        "fr": "Ceci a déjà été accepté et reste tel quel. Renouvelez-le, ou remettez une nouvelle preuve.",
    },
    "policy_renewed": {
        "nl": "Deze polis is al hernieuwd.",
        "en": "This policy was renewed already.",
        "fr": "Cette police a déjà été renouvelée.",
    },
    "policy_kind_differs": {
        "nl": "Wie hernieuwt, houdt dezelfde soort verzekering. Voeg anders een nieuwe polis toe.",
        "en": "A renewal is of the same kind of insurance. Add a new policy otherwise.",
        "fr": "Un renouvellement garde le même type d'assurance. Sinon, ajoutez une nouvelle police.",
    },
    "policy_overlaps": {
        "nl": "De vorige loopt nog. Deze begint ten vroegste op {day}.",
        "en": "The previous one still runs. This one begins on {day} at the earliest.",
        "fr": "La précédente court encore. Celle-ci commence au plus tôt le {day}.",
    },
    "policy_ends_sooner": {
        "nl": "De polis liep al maar tot {day}. Hernieuw ze om langer verzekerd te zijn.",
        "en": "The policy ran only until {day} already. Renew it to be insured for longer.",
        "fr": "La police ne courait déjà que jusqu'au {day}. Renouvelez-la pour être assuré plus longtemps.",
    },
    "person_known": {
        "nl": "U staat hier al als bestuurder of bediener. Kies uw naam in de lijst.",
        "en": "You are known here as a driver or operator already. Choose your name in the list.",
        "fr": "Vous êtes déjà connu ici comme conducteur ou opérateur. Choisissez votre nom dans la liste.",
    },
    "own_proof": {
        "nl": "U bezorgde dit zelf. Laat een collega het nakijken.",
        "en": "You handed this in yourself. Let a colleague verify it.",
        "fr": "Vous avez remis ceci vous-même. Laissez un collègue le vérifier.",
    },
    "policy_declared": {
        "nl": "De polis is bewaard. De uitleendienst kijkt ze na.",
        "en": "The policy is kept. The lending desk verifies it.",
        "fr": "La police est enregistrée. Le service de prêt la vérifie.",
    },
    "policy_ended": {
        "nl": "De polis eindigt op die dag.",
        "en": "The policy ends on that day.",
        "fr": "La police prend fin ce jour-là.",
    },
    "qualification_declared": {
        "nl": "Het bewijs is bewaard. De uitleendienst kijkt het na.",
        "en": "The proof is kept. The lending desk verifies it.",
        "fr": "La preuve est enregistrée. Le service de prêt la vérifie.",
    },
    "person_named": {
        "nl": "U kunt deze persoon nu kiezen bij een aanvraag.",
        "en": "You can choose this person in a request now.",
        "fr": "Vous pouvez maintenant choisir cette personne dans une demande.",
    },
    "person_dropped": {
        "nl": "Deze persoon staat niet meer op uw lijst.",
        "en": "This person is no longer on your list.",
        "fr": "Cette personne ne figure plus sur votre liste.",
    },
    "proofs_accepted": {
        "nl": "In orde bevonden: {units}.",
        "en": "Found in order: {units}.",
        "fr": "Trouvé en ordre : {units}.",
    },
    "proof_rejected": {
        "nl": "Niet aanvaard. Wie het bezorgde, krijgt uw reden te lezen.",
        "en": "Not accepted. Whoever handed it in reads your reason.",
        "fr": "Refusé. La personne qui l'a remis lira votre motif.",
    },
    "requirement_added": {
        "nl": "Dit bewijs wordt nu gevraagd.",
        "en": "This proof is asked for now.",
        "fr": "Cette preuve est désormais demandée.",
    },
    "requirement_ended": {
        "nl": "Dit bewijs wordt na die dag niet meer gevraagd.",
        "en": "This proof is no longer asked for after that day.",
        "fr": "Cette preuve n'est plus demandée après ce jour.",
    },
}

MAIL_SUBJECTS = {
    "policy_rejected": {
        "nl": "Uw verzekeringsbewijs is niet aanvaard door {owner}",
        "en": "Your proof of insurance was not accepted by {owner}",
        "fr": "Votre preuve d'assurance a été refusée par {owner}",
    },
    "qualification_rejected": {
        "nl": "Een attest of rijbewijs is niet aanvaard door {owner}",
        "en": "A certificate or licence was not accepted by {owner}",
        "fr": "Une attestation ou un permis a été refusé par {owner}",
    },
}

MAIL_BODIES = {
    "policy_rejected": {
        "nl": "{owner} heeft dit verzekeringsbewijs niet aanvaard: {cover}[, {policy}].[ Reden: “{reason}”.] "
        "Verbeter het of bezorg een ander attest; wat u al aanvroeg, blijft intussen staan.",
        "en": "{owner} did not accept this proof of insurance: {cover}[, {policy}].[ Reason: “{reason}”.] "
        "Correct it or hand in another certificate; what you asked for stands meanwhile.",
        "fr": "{owner} n'a pas accepté cette preuve d'assurance : {cover}[, {policy}].[ Motif : « {reason} ».] "
        "Corrigez-la ou remettez une autre attestation ; vos demandes restent entre-temps valables.",
    },
    "qualification_rejected": {
        "nl": "{owner} heeft dit bewijs van {person} niet aanvaard: {qualification}.[ Reden: “{reason}”.] "
        "Verbeter het of bezorg een ander; wat u al aanvroeg, blijft intussen staan.",
        "en": "{owner} did not accept this proof of {person}: {qualification}.[ Reason: “{reason}”.] "
        "Correct it or hand in another; what you asked for stands meanwhile.",
        "fr": "{owner} n'a pas accepté cette preuve de {person} : {qualification}.[ Motif : « {reason} ».] "
        "Corrigez-la ou remettez-en une autre ; vos demandes restent entre-temps valables.",
    },
}

LINKS = {"policy_rejected": ("policy", "papieren/polissen/{id}"), "qualification_rejected": ("person", "papieren/mensen/{id}")}

LINK_TEXTS = {
    "policy": {"nl": "Naar de polis", "en": "To the policy", "fr": "Voir la police"},
    "person": {"nl": "Naar het bewijs", "en": "To the proof", "fr": "Voir la preuve"},
}
