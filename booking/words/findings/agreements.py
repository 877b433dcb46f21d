"""Agreements between authorities: whether one binds both during the whole custody, and how what is lent by it may be used."""

from __future__ import annotations

SENTENCES = {
    "agreement_in_force": {
        "nl": "Gedekt door de overeenkomst[ {agreement}][, art. {article}][, geldig tot en met {valid_until}].",
        "en": "Covered by the agreement[ {agreement}][, art. {article}][, valid up to and including {valid_until}].",
        "fr": "Couvert par la convention[ {agreement}][, art. {article}][, valable jusqu'au {valid_until} inclus].",
    },
    "agreement_not_required": {
        "nl": "Geen overeenkomst nodig.",
        "en": "No agreement needed.",
        "fr": "Aucune convention requise.",
    },
    "agreement_missing": {
        "nl": "Er is geen overeenkomst[ met {owner}] die deze uitlening dekt[ ({rule})]. Laat beide besturen er een goedkeuren.",
        "en": "No agreement[ with {owner}] covers this loan[ ({rule})]. Have both authorities approve one.",
        "fr": "Aucune convention[ avec {owner}] ne couvre ce prêt[ ({rule})]. Faites-en approuver une par les deux administrations.",
    },
    "agreement_ends_before": {
        "nl": "De overeenkomst[ {agreement}] eindigt[ op {valid_until}] vóór de terugname[ op {custody_end}]. "
        "Laat ze eerst verlengen[, tegen {deadline}].",
        "en": "The agreement[ {agreement}] ends[ on {valid_until}] before the return[ on {custody_end}]. "
        "Have it extended first[, by {deadline}].",
        "fr": "La convention[ {agreement}] prend fin[ le {valid_until}] avant le retour[ le {custody_end}]. "
        "Faites-la d'abord prolonger[, pour le {deadline}].",
    },
    "agreement_awaits": {
        "nl": "De overeenkomst[ {agreement}] wacht nog op de goedkeuring[ van {missing}]. Zonder die goedkeuring geldt ze niet "
        "tussen u beiden[; ze moet er zijn tegen {deadline}].",
        "en": "The agreement[ {agreement}] still awaits the approval[ of {missing}]. Without it the agreement does not bind you both"
        "[; it must be there by {deadline}].",
        "fr": "La convention[ {agreement}] attend encore l'approbation[ de {missing}]. Sans elle, la convention ne vous lie pas"
        "[ ; elle doit être acquise pour le {deadline}].",
    },
    "agreement_terminated": {
        "nl": "De overeenkomst[ {agreement}][ met {owner}] is opgezegd[ en eindigt op {valid_until}]: "
        "ze dekt deze uitlening niet tot het einde.",
        "en": "Notice was given of the agreement[ {agreement}][ with {owner}][, which ends on {valid_until}]: "
        "it does not cover this loan to its end.",
        "fr": "La convention[ {agreement}][ avec {owner}] a été dénoncée[ et prend fin le {valid_until}] : "
        "elle ne couvre pas ce prêt jusqu'à son terme.",
    },
    "agreement_kept": {
        "nl": "Blijft gedekt door de overeenkomst[ {agreement}], hoewel die eindigt[ op {valid_until}]: zo besliste de eigenaar.",
        "en": "Stays covered by the agreement[ {agreement}], although it ends[ on {valid_until}]: the owner decided so.",
        "fr": "Reste couvert par la convention[ {agreement}], bien qu'elle prenne fin[ le {valid_until}] : le propriétaire l'a décidé.",
    },
    "agreement_outside": {
        "nl": "Buiten de overeenkomst[ {agreement}] uitgeleend, die eindigt[ op {valid_until}]: zo besliste de eigenaar.",
        "en": "Lent outside the agreement[ {agreement}], which ends[ on {valid_until}]: the owner decided so.",
        "fr": "Prêté en dehors de la convention[ {agreement}], qui prend fin[ le {valid_until}] : le propriétaire l'a décidé.",
    },
    "agreed_territory_allowed": {
        "nl": "Gebruikt waar de overeenkomst[ {agreement}] het toestaat.",
        "en": "Used where the agreement[ {agreement}] allows it.",
        "fr": "Utilisé là où la convention[ {agreement}] l'autorise.",
    },
    "agreed_territory_unknown": {
        "nl": "De overeenkomst[ {agreement}] zegt waar dit gebruikt mag worden. Zeg waar uw evenement plaatsvindt.",
        "en": "The agreement[ {agreement}] says where this may be used. Say where your event takes place.",
        "fr": "La convention[ {agreement}] dit où ceci peut être utilisé. Indiquez où se tient votre événement.",
    },
    "agreed_territory_outside": {
        "nl": "Volgens de overeenkomst[ {agreement}] mag dit niet op deze plaats gebruikt worden.",
        "en": "By the agreement[ {agreement}] this may not be used in this place.",
        "fr": "Selon la convention[ {agreement}], ceci ne peut pas être utilisé à cet endroit.",
    },
    "agreed_use_free": {
        "nl": "De overeenkomst[ {agreement}] beperkt niet voor wie u het gebruikt.",
        "en": "The agreement[ {agreement}] does not limit for whom you use it.",
        "fr": "La convention[ {agreement}] ne limite pas pour qui vous l'utilisez.",
    },
    "agreed_use_own": {
        "nl": "Volgens de overeenkomst[ {agreement}] voor eigen gebruik: u leent het niet door.",
        "en": "By the agreement[ {agreement}] for your own use: you do not lend it on.",
        "fr": "Selon la convention[ {agreement}], pour votre usage propre : vous ne le prêtez pas à d'autres.",
    },
    "agreed_use_passed_on": {
        "nl": "U mag dit volgens de overeenkomst[ {agreement}] doorlenen[ aan {beneficiary}]. U blijft zelf verantwoordelijk.",
        "en": "By the agreement[ {agreement}] you may lend this on[ to {beneficiary}]. You remain responsible yourself.",
        "fr": "Selon la convention[ {agreement}], vous pouvez prêter ceci à votre tour[ à {beneficiary}]. Vous en restez responsable.",
    },
    "agreed_use_serves": {
        "nl": "De overeenkomst[ {agreement}] geldt ook voor deze begunstigde[: {beneficiary}].",
        "en": "The agreement[ {agreement}] also serves this beneficiary[: {beneficiary}].",
        "fr": "La convention[ {agreement}] vaut aussi pour ce bénéficiaire[ : {beneficiary}].",
    },
    "agreed_use_unknown": {
        "nl": "De uitleendienst kijkt na of de overeenkomst[ {agreement}] ook geldt voor deze begunstigde[: {beneficiary}].",
        "en": "The lending desk checks whether the agreement[ {agreement}] also serves this beneficiary[: {beneficiary}].",
        "fr": "Le service de prêt vérifie si la convention[ {agreement}] vaut aussi pour ce bénéficiaire[ : {beneficiary}].",
    },
    "agreed_use_not_passed_on": {
        "nl": "De overeenkomst[ {agreement}] geldt voor eigen gebruik van uw bestuur: u mag dit niet doorlenen[ aan {beneficiary}].",
        "en": "The agreement[ {agreement}] is for your authority's own use: you may not lend this on[ to {beneficiary}].",
        "fr": "La convention[ {agreement}] vaut pour l'usage propre de votre administration : vous ne pouvez pas prêter ceci à votre tour"
        "[ à {beneficiary}].",
    },
    "agreed_use_for_others": {
        "nl": "De overeenkomst[ {agreement}] geldt voor eigen gebruik van uw bestuur, niet voor dit doel[ ({purpose})].",
        "en": "The agreement[ {agreement}] is for your authority's own use, not for this purpose[ ({purpose})].",
        "fr": "La convention[ {agreement}] vaut pour l'usage propre de votre administration, pas pour ce but[ ({purpose})].",
    },
}
