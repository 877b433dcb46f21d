"""A line for which its owner wants something else: what its borrower would notice, what cannot be moved, what was done, and the mails."""

from __future__ import annotations

NOTICES = {
    "moved_time": {
        "nl": "Het gebruik valt op een ander moment.",
        "en": "It is used at another time.",
        "fr": "L'utilisation a lieu à un autre moment.",
    },
    "moved_custody": {
        "nl": "Uitgifte of terugname vallen op een ander moment.",
        "en": "Hand-over or return come at another time.",
        "fr": "Le retrait ou la restitution ont lieu à un autre moment.",
    },
    "moved_place": {"nl": "Het is op een andere plaats.", "en": "It is at another place.", "fr": "C'est à un autre endroit."},
    "moved_category": {"nl": "Het is iets anders.", "en": "It is another kind of thing.", "fr": "C'est autre chose."},
    "moved_less": {"nl": "Het kan minder dan het eerste.", "en": "It offers less than the first.", "fr": "Il offre moins que le premier."},
    "moved_dearer": {
        "nl": "De prijs of de waarborg wordt hoger.",
        "en": "The price or the deposit goes up.",
        "fr": "Le prix ou la garantie augmente.",
    },
    "moved_missing": {
        "nl": "Er is een document nodig dat eerst niet nodig was.",
        "en": "A document is needed that was not needed before.",
        "fr": "Il faut un document qui n'était pas nécessaire auparavant.",
    },
    "moved_contract": {
        "nl": "Er is een overeenkomst waarin het oude staat.",
        "en": "There is a contract that names the old.",
        "fr": "Une convention mentionne l'ancien.",
    },
}

ERRORS = {
    "move_nowhere": {
        "nl": "Zo staat het al. Kies een ander middel of een andere periode.",
        "en": "It stands there already. Choose another asset or another period.",
        "fr": "C'est déjà ainsi. Choisissez un autre matériel ou une autre période.",
    },
    "change_nothing": {
        "nl": "Zo staat het al. Wijzig eerst iets.",
        "en": "It stands there already. Change something first.",
        "fr": "C'est déjà ainsi. Modifiez d'abord quelque chose.",
    },
    "change_waits": {
        "nl": "Er wacht al een wijziging van deze lijn op antwoord. Beslis daarover of trek ze eerst in.",
        "en": "A change of this line already awaits an answer. Decide on it or withdraw it first.",
        "fr": "Une modification de cette ligne attend déjà une réponse. Tranchez-la ou retirez-la d'abord.",
    },
}

DONE = {
    "change_withdrawn": {
        "nl": "Uw wijziging is ingetrokken. Alles blijft zoals het was.",
        "en": "Your change was withdrawn. All stays as it was.",
        "fr": "Votre modification est retirée. Tout reste inchangé.",
    },
    "line_called_off": {
        "nl": "Lijn {number} is geannuleerd en weer vrij. De ontlener krijgt uw reden te lezen.",
        "en": "Line {number} was cancelled and is free again. The borrower will read your reason.",
        "fr": "La ligne {number} est annulée et de nouveau libre. L'emprunteur lira votre motif.",
    },
    "move_declined": {
        "nl": "U sloeg het voorstel af. Alles blijft zoals het was.",
        "en": "You declined the proposal. All stays as it was.",
        "fr": "Vous avez décliné la proposition. Tout reste inchangé.",
    },
    "option_moved": {
        "nl": "U aanvaardde het voorstel. Zo staat uw optie nu.",
        "en": "You accepted the proposal. That is how your option stands now.",
        "fr": "Vous avez accepté la proposition. Votre option est désormais ainsi.",
    },
    "change_asked": {
        "nl": "Uw wijziging is gevraagd. Tot de uitleendienst beslist, blijft alles zoals het was.",
        "en": "Your change was asked for. Until the lending desk decides, all stays as it was.",
        "fr": "Votre modification est demandée. Jusqu'à la décision du service de prêt, tout reste inchangé.",
    },
    "line_changed": {
        "nl": "Uw reservatie is gewijzigd en staat vast.",
        "en": "Your reservation was changed and is firm.",
        "fr": "Votre réservation est modifiée et confirmée.",
    },
    "line_moved": {
        "nl": "Lijn {number} is verplaatst. De ontlener krijgt bericht.",
        "en": "Line {number} was moved. The borrower is told.",
        "fr": "La ligne {number} est déplacée. L'emprunteur est averti.",
    },
    "move_proposed": {
        "nl": "De ontlener krijgt de vraag om lijn {number} te verplaatsen. Tot het antwoord blijft ze staan zoals ze was.",
        "en": "The borrower is asked to move line {number}. Until the answer it stays as it was.",
        "fr": "L'emprunteur est invité à déplacer la ligne {number}. Jusqu'à sa réponse, elle reste inchangée.",
    },
    "proposal_withdrawn": {
        "nl": "Uw voorstel voor lijn {number} is ingetrokken. De lijn blijft zoals ze was.",
        "en": "Your proposal for line {number} was withdrawn. The line stays as it was.",
        "fr": "Votre proposition pour la ligne {number} est retirée. La ligne reste inchangée.",
    },
}

MAIL_SUBJECTS = {
    "line_propose": {
        "nl": "{reference}: een ander voorstel",
        "en": "{reference}: another proposal",
        "fr": "{reference} : autre proposition",
    },
    "line_accept": {
        "nl": "{reference}: voorstel aanvaard",
        "en": "{reference}: proposal accepted",
        "fr": "{reference} : proposition acceptée",
    },
    "line_decline": {
        "nl": "{reference}: voorstel niet aanvaard",
        "en": "{reference}: proposal declined",
        "fr": "{reference} : proposition déclinée",
    },
    "line_move": {"nl": "{reference}: verplaatst", "en": "{reference}: moved", "fr": "{reference} : déplacé"},
    "line_propose_move": {
        "nl": "{reference}: kan dit anders?",
        "en": "{reference}: may this be changed?",
        "fr": "{reference} : est-ce possible autrement ?",
    },
    "line_decline_move": {
        "nl": "{reference}: verplaatsing niet aanvaard",
        "en": "{reference}: move declined",
        "fr": "{reference} : déplacement décliné",
    },
    "line_withdraw_change": {
        "nl": "{reference}: wijziging ingetrokken",
        "en": "{reference}: change withdrawn",
        "fr": "{reference} : modification retirée",
    },
    "line_withdraw": {
        "nl": "{reference}: voorstel ingetrokken",
        "en": "{reference}: proposal withdrawn",
        "fr": "{reference} : proposition retirée",
    },
}

MAIL_BODIES = {
    "line_propose": {
        "nl": "{owner} stelt voor lijn {number} iets anders voor. Beide blijven voor u vrij tot u antwoordt of de termijn verloopt."
        "[ Toelichting: {reason}]",
        "en": "{owner} proposes something else for line {number}. Both stay free for you until you answer or the term ends."
        "[ Remark: {reason}]",
        "fr": "{owner} propose autre chose pour la ligne {number}. Les deux restent réservés jusqu'à votre réponse ou la fin du délai."
        "[ Remarque : {reason}]",
    },
    "line_accept": {
        "nl": "Het voorstel van {owner} voor lijn {number} is aanvaard en geldt meteen.[ Toelichting: {reason}]",
        "en": "The proposal of {owner} for line {number} was accepted and holds from now on.[ Remark: {reason}]",
        "fr": "La proposition de {owner} pour la ligne {number} est acceptée et vaut dès maintenant.[ Remarque : {reason}]",
    },
    "line_decline": {
        "nl": "Het voorstel van {owner} voor lijn {number} is niet aanvaard; de eerste vraag wacht opnieuw op een beslissing."
        "[ Toelichting: {reason}]",
        "en": "The proposal of {owner} for line {number} was declined; the first request awaits a decision again.[ Remark: {reason}]",
        "fr": "La proposition de {owner} pour la ligne {number} est déclinée ; la première demande attend à nouveau une décision."
        "[ Remarque : {reason}]",
    },
    "line_move": {
        "nl": "{owner} heeft lijn {number} verplaatst of er een ander middel voor gegeven. Bekijk op de reservatie hoe het nu staat."
        "[ Toelichting: {reason}]",
        "en": "{owner} moved line {number} or gave another asset for it. See on the reservation how it stands now.[ Remark: {reason}]",
        "fr": "{owner} a déplacé la ligne {number} ou l'a remplacée par un autre matériel. Voyez sur la réservation ce qu'il en est."
        "[ Remarque : {reason}]",
    },
    "line_propose_move": {
        "nl": "{owner} vraagt of lijn {number} anders mag. Wat u nu hebt, blijft staan: beide blijven voor u vrij tot u "
        "antwoordt. Antwoordt u niet, dan verandert er niets.[ Toelichting: {reason}]",
        "en": "{owner} asks whether line {number} may be changed. What you have now stands: both stay free for you until you answer. "
        "Without an answer nothing changes.[ Remark: {reason}]",
        "fr": "{owner} demande si la ligne {number} peut changer. Ce que vous avez maintenant reste : les deux vous sont réservés jusqu'à "
        "votre réponse. Sans réponse, rien ne change.[ Remarque : {reason}]",
    },
    "line_decline_move": {
        "nl": "De ontlener gaat niet in op het voorstel van {owner} voor lijn {number}. Ze blijft staan zoals ze was."
        "[ Toelichting: {reason}]",
        "en": "The borrower does not take the proposal of {owner} for line {number}. It stays as it was.[ Remark: {reason}]",
        "fr": "L'emprunteur décline la proposition de {owner} pour la ligne {number}. Elle reste inchangée.[ Remarque : {reason}]",
    },
    "line_withdraw_change": {
        "nl": "De ontlener trekt de gevraagde wijziging van lijn {number} bij {owner} in. Ze blijft zoals ze was.",
        "en": "The borrower withdraws the change of line {number} that was asked of {owner}. It stays as it was.",
        "fr": "L'emprunteur retire la modification demandée de la ligne {number} chez {owner}. Elle reste inchangée.",
    },
    "line_withdraw": {
        "nl": "{owner} trekt het voorstel voor lijn {number} in. Uw reservatie blijft zoals ze was.[ Toelichting: {reason}]",
        "en": "{owner} withdraws the proposal for line {number}. Your reservation stays as it was.[ Remark: {reason}]",
        "fr": "{owner} retire la proposition pour la ligne {number}. Votre réservation reste inchangée.[ Remarque : {reason}]",
    },
}

ACTS = {
    "line.move": {"nl": "verplaatste", "en": "moved", "fr": "a déplacé"},
    "line.propose_move": {"nl": "vroeg om te verplaatsen", "en": "asked to move", "fr": "a demandé de déplacer"},
    "line.decline_move": {"nl": "wilde niet verplaatsen", "en": "declined to move", "fr": "a décliné le déplacement"},
    "line.withdraw_change": {"nl": "trok de wijziging in", "en": "withdrew the change", "fr": "a retiré la modification"},
    "line.withdraw": {"nl": "trok het voorstel in", "en": "withdrew the proposal", "fr": "a retiré la proposition"},
}
