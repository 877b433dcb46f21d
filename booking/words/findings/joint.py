"""What is guaranteed to others, and what the share of each co-owner gives."""

from __future__ import annotations

SENTENCES = {
    "contingent_none": {
        "nl": "Niets ervan is aan anderen gewaarborgd.",
        "en": "Nothing of it is guaranteed to others.",
        "fr": "Rien n'en est garanti à d'autres.",
    },
    "contingent_respected": {
        "nl": "Ook naast wat aan anderen gewaarborgd is, blijft er genoeg vrij[: {free}].",
        "en": "Enough stays free beside what is guaranteed to others[: {free}].",
        "fr": "Il en reste assez à côté de ce qui est garanti à d'autres[ : {free}].",
    },
    "contingent_own": {
        "nl": "Een deel ervan is aan deze ontlener gewaarborgd.",
        "en": "Part of it is guaranteed to this borrower.",
        "fr": "Une partie en est garantie à cet emprunteur.",
    },
    "contingent_reserved": {
        "nl": "Gewaarborgd aan anderen[: {whom}][ tot {until}][ ({source})].[ Voor u blijven er {free} vrij.] Wat niet "
        "gebruikt wordt, komt daarna vrij.",
        "en": "Guaranteed to others[: {whom}][ until {until}][ ({source})].[ That leaves {free} for you.] What is not used "
        "becomes free after that.",
        "fr": "Garanti à d'autres[ : {whom}][ jusqu'au {until}][ ({source})].[ Il en reste {free} pour vous.] Ce qui n'est pas "
        "utilisé devient libre ensuite.",
    },
    "share_none": {
        "nl": "Voor dit middel worden geen aandelen in dagen geteld.",
        "en": "No shares in days are counted for this asset.",
        "fr": "Pour ce matériel, on ne compte pas de parts en jours.",
    },
    "share_within": {
        "nl": "Binnen het aandeel van deze mede-eigenaar[ in {year}][: {used} van {entitled} dagen gebruikt][, nu {asked} erbij].",
        "en": "Within the share of this co-owner[ in {year}][: {used} of {entitled} days used][, now {asked} more].",
        "fr": "Dans la part de ce copropriétaire[ en {year}][ : {used} jours utilisés sur {entitled}][, {asked} de plus maintenant].",
    },
    "share_released": {
        "nl": "Wat de mede-eigenaars van hun aandeel niet gebruiken, is nu vrij voor iedereen.",
        "en": "What the co-owners do not use of their shares is now free for everybody.",
        "fr": "Ce que les copropriétaires n'utilisent pas de leurs parts est maintenant libre pour tous.",
    },
    "share_exceeded": {
        "nl": "Meer dan het aandeel van deze mede-eigenaar[ in {year}][: {used} van {entitled} dagen gebruikt][, nu {asked} "
        "erbij].[ De andere mede-eigenaars hebben nog {left} dagen.][ Die zijn voor hen vrijgehouden tot {until}.]",
        "en": "More than the share of this co-owner[ in {year}][: {used} of {entitled} days used][, now {asked} more].[ The "
        "other co-owners have {left} days left.][ Those are kept for them until {until}.]",
        "fr": "Plus que la part de ce copropriétaire[ en {year}][ : {used} jours utilisés sur {entitled}][, {asked} de plus "
        "maintenant].[ Les autres copropriétaires ont encore {left} jours.][ Ceux-ci leur sont réservés jusqu'au {until}.]",
    },
    "share_of_others": {
        "nl": "De mede-eigenaars gaan voor[ tot {until}][: zij hebben in {year} samen nog {left} dagen].",
        "en": "The co-owners go first[ until {until}][: together they have {left} days left in {year}].",
        "fr": "Les copropriétaires sont prioritaires[ jusqu'au {until}][ : ensemble, ils ont encore {left} jours en {year}].",
    },
    "least_use": {
        "nl": "Gekozen uit aanvragen voor dezelfde tijd[ ({rivals})][: nummer {rank} in de volgorde][, met {weighted} gewogen "
        "dagen in twaalf maanden].",
        "en": "Chosen from requests for the same time[ ({rivals})][: number {rank} in the order][, with {weighted} weighted "
        "days in twelve months].",
        "fr": "Choisie parmi des demandes pour le même moment[ ({rivals})][ : numéro {rank} dans l'ordre][, avec {weighted} "
        "jours pondérés en douze mois].",
    },
}
