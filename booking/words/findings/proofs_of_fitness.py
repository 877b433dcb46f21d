"""Inspections of the asset, and the people who may work or tow it."""

from __future__ import annotations

SENTENCES = {
    "inspection_valid": {
        "nl": "Gekeurd voor de hele uitlening[ door {body}][ (geldig tot en met {valid_until})].",
        "en": "Inspected for the whole loan[ by {body}][ (valid up to and including {valid_until})].",
        "fr": "Contrôlé pour toute la durée du prêt[ par {body}][ (valable jusqu'au {valid_until} inclus)].",
    },
    "inspection_not_required": {
        "nl": "Geen keuring nodig.",
        "en": "No inspection needed.",
        "fr": "Aucun contrôle requis.",
    },
    "inspection_missing": {
        "nl": "Er is geen keuring bekend[ van {asset}]. Te keuren vóór de uitgifte[, tegen {deadline}].[ De keuring is gepland op {planned}.]",
        "en": "No inspection is known[ of {asset}]. To be inspected before the hand-over[, by {deadline}].[ The inspection is planned for {planned}.]",
        "fr": "Aucun contrôle connu[ pour {asset}]. À faire contrôler avant la remise[, pour le {deadline}].[ Le contrôle est prévu le {planned}.]",
    },
    "inspection_expires": {
        "nl": "Opnieuw te keuren vóór de uitgifte[, tegen {deadline}]: de keuring[ van {asset}] dekt niet de hele uitlening"
        "[, ze is geldig tot en met {valid_until}][; terugname op {custody_end}].[ De nieuwe keuring is gepland op {planned}.]",
        "en": "To be inspected again before the hand-over[, by {deadline}]: the inspection[ of {asset}] does not cover the whole loan"
        "[, it is valid up to and including {valid_until}][; return on {custody_end}].[ The new inspection is planned for {planned}.]",
        "fr": "À faire recontrôler avant la remise[, pour le {deadline}] : le contrôle[ de {asset}] ne couvre pas tout le prêt"
        "[, il est valable jusqu'au {valid_until} inclus][ ; retour le {custody_end}].[ Le nouveau contrôle est prévu le {planned}.]",
    },
    "inspection_failed": {
        "nl": "Afgekeurd[ op {from_}][: {asset}]. Dit kan niet uitgeleend worden voor een nieuwe keuring geslaagd is. "
        "Kies een ander middel.",
        "en": "Failed its inspection[ on {from_}][: {asset}]. It cannot be lent until a new inspection succeeds. Choose another asset.",
        "fr": "Refusé au contrôle[ le {from_}][ : {asset}]. Ne peut être prêté avant un nouveau contrôle réussi. "
        "Choisissez un autre matériel.",
    },
    "operator_qualified": {
        "nl": "De bediener is bevoegd[: {person}][ (attest geldig tot en met {valid_until})].",
        "en": "The operator is qualified[: {person}][ (certificate valid up to and including {valid_until})].",
        "fr": "L'opérateur est habilité[ : {person}][ (attestation valable jusqu'au {valid_until} inclus)].",
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
    "operator_expires": {
        "nl": "Het attest van de bediener[ {person}] vervalt[ op {valid_until}] vóór de terugname[ op {custody_end}]. "
        "Geef iemand anders op of bezorg een nieuw attest.",
        "en": "The operator's certificate[ ({person})] expires[ on {valid_until}] before the return[ on {custody_end}]. "
        "Name someone else or send a new certificate.",
        "fr": "L'attestation de l'opérateur[ {person}] expire[ le {valid_until}] avant le retour[ le {custody_end}]. "
        "Désignez une autre personne ou remettez une nouvelle attestation.",
    },
    "driver_qualified": {
        "nl": "De bestuurder heeft het nodige rijbewijs[ ({qualification})][: {person}][ (geldig tot en met {valid_until})].",
        "en": "The driver holds the licence needed[ ({qualification})][: {person}][ (valid up to and including {valid_until})].",
        "fr": "Le conducteur est titulaire du permis requis[ ({qualification})][ : {person}][ (valable jusqu'au {valid_until} inclus)].",
    },
    "driver_not_required": {
        "nl": "Geen bijzonder rijbewijs nodig.",
        "en": "No special driving licence needed.",
        "fr": "Aucun permis de conduire particulier requis.",
    },
    "driver_missing": {
        "nl": "Er is geen bestuurder met het nodige rijbewijs[ ({qualification})] opgegeven[: {person} heeft het niet]. "
        "Geef een bestuurder op[, tegen {deadline}].",
        "en": "No driver with the licence needed[ ({qualification})] is named[: {person} does not hold it]. "
        "Name a driver[, by {deadline}].",
        "fr": "Aucun conducteur titulaire du permis requis[ ({qualification})] n'est désigné[ : {person} ne l'a pas]. "
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
    "driver_expires": {
        "nl": "Het rijbewijs van de bestuurder[ {person}] vervalt[ op {valid_until}] vóór de terugname[ op {custody_end}]. "
        "Geef iemand anders op.",
        "en": "The driver's licence[ ({person})] expires[ on {valid_until}] before the return[ on {custody_end}]. Name someone else.",
        "fr": "Le permis du conducteur[ {person}] expire[ le {valid_until}] avant le retour[ le {custody_end}]. "
        "Désignez une autre personne.",
    },
}
