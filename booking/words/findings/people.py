"""The people who may work it or tow it: what they hold, who looked at it, and what is missing."""

from __future__ import annotations

SENTENCES = {
    "operator_qualified": {
        "nl": "De bediener is bevoegd[: {person}][ (attest geldig tot en met {valid_until})]"
        "[; nagekeken door {verified_by}][ op {verified_on}].",
        "en": "The operator is qualified[: {person}][ (certificate valid up to and including {valid_until})]"
        "[; verified by {verified_by}][ on {verified_on}].",
        "fr": "L'opérateur est habilité[ : {person}][ (attestation valable jusqu'au {valid_until} inclus)]"
        "[ ; vérifié par {verified_by}][ le {verified_on}].",
    },
    "operator_not_required": {
        "nl": "Geen bevoegde bediener nodig.",
        "en": "No qualified operator needed.",
        "fr": "Aucun opérateur habilité requis.",
    },
    "operator_missing": {
        "nl": "Er is geen bevoegde bediener opgegeven[: {person} heeft geen attest]. "
        "Geef een persoon met een geldig attest op[, tegen {deadline}].",
        "en": "No qualified operator is named[: {person} has no certificate]. Name a person with a valid certificate[, by {deadline}].",
        "fr": "Aucun opérateur habilité n'est désigné[ : {person} n'a pas d'attestation]. "
        "Désignez une personne titulaire d'une attestation valable[, pour le {deadline}].",
    },
    "operator_unverified": {
        "nl": "Het attest van de bediener[ {person}] is nog niet nagekeken. "
        "De uitleendienst doet dit vóór de uitgifte[, tegen {deadline}].",
        "en": "The operator's certificate[ ({person})] has not been verified yet. "
        "The lending desk does so before the hand-over[, by {deadline}].",
        "fr": "L'attestation de l'opérateur[ {person}] n'a pas encore été vérifiée. "
        "Le service de prêt le fera avant la remise[, pour le {deadline}].",
    },
    "operator_rejected": {
        "nl": "Het attest van de bediener[ {person}] is niet aanvaard[ door {verified_by}][ op {verified_on}][. Reden: “{reason}”]. "
        "Geef iemand anders op of bezorg een ander attest[, tegen {deadline}].",
        "en": "The operator's certificate[ ({person})] was not accepted[ by {verified_by}][ on {verified_on}][. Reason: “{reason}”]. "
        "Name someone else or send another certificate[, by {deadline}].",
        "fr": "L'attestation de l'opérateur[ {person}] a été refusée[ par {verified_by}][ le {verified_on}][. Motif : « {reason} »]. "
        "Désignez une autre personne ou remettez une autre attestation[, pour le {deadline}].",
    },
    "operator_expires": {
        "nl": "Het attest van de bediener[ {person}] vervalt[ op {valid_until}] vóór de terugname[ op {custody_end}]. "
        "Geef iemand anders op of bezorg een nieuw attest.",
        "en": "The operator's certificate[ ({person})] expires[ on {valid_until}] before the return[ on {custody_end}]. "
        "Name someone else or send a new certificate.",
        "fr": "L'attestation de l'opérateur[ {person}] expire[ le {valid_until}] avant le retour[ le {custody_end}]. "
        "Désignez une autre personne ou remettez une nouvelle attestation.",
    },
    "operator_begins_after": {
        "nl": "Het attest van de bediener[ {person}] geldt pas[ vanaf {valid_from}], na de uitgifte[ op {deadline}]. "
        "Geef iemand anders op.",
        "en": "The operator's certificate[ ({person})] only holds[ from {valid_from}], after the hand-over[ on {deadline}]. "
        "Name someone else.",
        "fr": "L'attestation de l'opérateur[ {person}] n'est valable qu'après la remise[ du {deadline}][ : dès le {valid_from}]. "
        "Désignez une autre personne.",
    },
    "driver_qualified": {
        "nl": "De bestuurder heeft het nodige rijbewijs[ ({qualification})][: {person}][ (geldig tot en met {valid_until})]"
        "[; nagekeken door {verified_by}][ op {verified_on}].",
        "en": "The driver holds the licence needed[ ({qualification})][: {person}][ (valid up to and including {valid_until})]"
        "[; verified by {verified_by}][ on {verified_on}].",
        "fr": "Le conducteur est titulaire du permis requis[ ({qualification})][ : {person}][ (valable jusqu'au {valid_until} inclus)]"
        "[ ; vérifié par {verified_by}][ le {verified_on}].",
    },
    "driver_not_required": {
        "nl": "Geen bijzonder rijbewijs nodig[ (aanhangwagen van {trailer_kg} kg)].",
        "en": "No special driving licence needed[ (trailer of {trailer_kg} kg)].",
        "fr": "Aucun permis de conduire particulier requis[ (remorque de {trailer_kg} kg)].",
    },
    "driver_missing": {
        "nl": "Er is geen bestuurder met het nodige rijbewijs[ ({qualification})] opgegeven[: {person} heeft het niet]"
        "[. De aanhangwagen weegt geladen tot {trailer_kg} kg][, het trekkende voertuig {vehicle_kg} kg]"
        "[, met een trekkend voertuig van {assumed_kg} kg gerekend; geef de massa van het uwe als dat lichter is]. "
        "Geef een bestuurder op[, tegen {deadline}].",
        "en": "No driver with the licence needed[ ({qualification})] is named[: {person} does not hold it]"
        "[. The trailer weighs up to {trailer_kg} kg loaded][, the towing vehicle {vehicle_kg} kg]"
        "[, with a towing vehicle of {assumed_kg} kg reckoned; give the mass of yours if it is lighter]. "
        "Name a driver[, by {deadline}].",
        "fr": "Aucun conducteur titulaire du permis requis[ ({qualification})] n'est désigné[ : {person} ne l'a pas]"
        "[. La remorque pèse jusqu'à {trailer_kg} kg chargée][, le véhicule tracteur {vehicle_kg} kg]"
        "[, en comptant un véhicule tracteur de {assumed_kg} kg ; donnez la masse du vôtre s'il est plus léger]. "
        "Désignez un conducteur[, pour le {deadline}].",
    },
    "driver_unverified": {
        "nl": "Het rijbewijs van de bestuurder[ {person}] is nog niet nagekeken. "
        "De uitleendienst doet dit vóór de uitgifte[, tegen {deadline}].",
        "en": "The driver's licence[ ({person})] has not been verified yet. "
        "The lending desk does so before the hand-over[, by {deadline}].",
        "fr": "Le permis du conducteur[ {person}] n'a pas encore été vérifié. "
        "Le service de prêt le fera avant la remise[, pour le {deadline}].",
    },
    "driver_rejected": {
        "nl": "Het rijbewijs van de bestuurder[ {person}] is niet aanvaard[ door {verified_by}][ op {verified_on}][. Reden: “{reason}”]. "
        "Geef iemand anders op of bezorg een ander bewijs[, tegen {deadline}].",
        "en": "The driver's licence[ ({person})] was not accepted[ by {verified_by}][ on {verified_on}][. Reason: “{reason}”]. "
        "Name someone else or send another proof[, by {deadline}].",
        "fr": "Le permis du conducteur[ {person}] a été refusé[ par {verified_by}][ le {verified_on}][. Motif : « {reason} »]. "
        "Désignez une autre personne ou remettez une autre preuve[, pour le {deadline}].",
    },
    "driver_expires": {
        "nl": "Het rijbewijs van de bestuurder[ {person}] vervalt[ op {valid_until}] vóór de terugname[ op {custody_end}]. "
        "Geef iemand anders op.",
        "en": "The driver's licence[ ({person})] expires[ on {valid_until}] before the return[ on {custody_end}]. Name someone else.",
        "fr": "Le permis du conducteur[ {person}] expire[ le {valid_until}] avant le retour[ le {custody_end}]. "
        "Désignez une autre personne.",
    },
    "driver_begins_after": {
        "nl": "Het rijbewijs van de bestuurder[ {person}] geldt pas[ vanaf {valid_from}], na de uitgifte[ op {deadline}]. "
        "Geef iemand anders op.",
        "en": "The driver's licence[ ({person})] only holds[ from {valid_from}], after the hand-over[ on {deadline}]. Name someone else.",
        "fr": "Le permis du conducteur[ {person}] n'est valable qu'après la remise[ du {deadline}][ : dès le {valid_from}]. "
        "Désignez une autre personne.",
    },
}
