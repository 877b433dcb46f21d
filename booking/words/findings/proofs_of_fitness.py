"""Inspections of the asset."""

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
        "nl": "Er is geen keuring bekend[ van {asset}]. Te keuren vóór de uitgifte[, tegen {deadline}]."
        "[ De keuring is gepland op {planned}.]",
        "en": "No inspection is known[ of {asset}]. To be inspected before the hand-over[, by {deadline}]."
        "[ The inspection is planned for {planned}.]",
        "fr": "Aucun contrôle connu[ pour {asset}]. À faire contrôler avant la remise[, pour le {deadline}]."
        "[ Le contrôle est prévu le {planned}.]",
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
}
