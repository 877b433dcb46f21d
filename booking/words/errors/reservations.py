"""What cannot be done to a reservation, an asset or a borrower."""

from __future__ import annotations

SENTENCES = {
    "asset_unknown": {
        "nl": "Dit middel bestaat niet of wordt niet uitgeleend[: {asset}][ (lijn {line})]. Kies er een uit de catalogus.",
        "en": "This asset does not exist or is not lent[: {asset}][ (line {line})]. Choose one from the catalogue.",
        "fr": "Ce matériel n'existe pas ou n'est pas prêté[ : {asset}][ (ligne {line})]. Choisissez-en un dans le catalogue.",
    },
    "borrower_unknown": {
        "nl": "Deze ontlener bestaat niet, of u mag er niet voor handelen[: {borrower}]. Kies een van uw eigen ontleners.",
        "en": "This borrower does not exist, or you may not act for it[: {borrower}]. Choose one of your own borrowers.",
        "fr": "Cet emprunteur n'existe pas, ou vous ne pouvez pas agir pour lui[ : {borrower}]. Choisissez l'un de vos emprunteurs.",
    },
    "beneficiary_unknown": {
        "nl": "Voor wie u dit vraagt, is geen vereniging, school of dienst van uw gemeente die we kennen. Geef de naam.",
        "en": "Whom you ask this for is no association, school or service of your municipality that we know. Give the name.",
        "fr": "Le destinataire de votre demande n'est pas une association, une école ou un service connu de votre commune. "
        "Indiquez son nom.",
    },
    "line_foreign": {
        "nl": "Deze lijn wordt door een ander bestuur beslist[: {owner}]. U kunt ze bekijken, niet wijzigen.",
        "en": "This line is decided by another authority[: {owner}]. You may look at it, not change it.",
        "fr": "Cette ligne relève d'une autre administration[ : {owner}]. Vous pouvez la consulter, pas la modifier.",
    },
    "option_day": {
        "nl": "Een optie duurt hoogstens {limit} dagen: kies een dag vanaf vandaag.",
        "en": "An option lasts {limit} days at most: choose a day from today on.",
        "fr": "Une option dure {limit} jours au plus : choisissez un jour à partir d'aujourd'hui.",
    },
    "too_many_lines": {
        "nl": "Te veel lijnen in één aanvraag[: hoogstens {limit}]. Verdeel ze over meer aanvragen.",
        "en": "Too many lines in one request[: at most {limit}]. Divide them over more requests.",
        "fr": "Trop de lignes dans une demande[ : au plus {limit}]. Répartissez-les sur plusieurs demandes.",
    },
    "nothing_picked": {
        "nl": "Duid eerst aan waarover u beslist.",
        "en": "First tick what you decide on.",
        "fr": "Cochez d'abord ce que vous décidez.",
    },
    "no_lines": {
        "nl": "Er staat niets in deze aanvraag. Kies minstens één middel of zaal.",
        "en": "There is nothing in this request. Choose at least one asset or hall.",
        "fr": "Cette demande est vide. Choisissez au moins un matériel ou une salle.",
    },
    "conflict_taken": {
        "nl": "Intussen niet meer vrij[: {asset}][ van {from_}][ tot {until}]. Er is niets gereserveerd: kies een van de alternatieven.",
        "en": "No longer free[: {asset}][ from {from_}][ until {until}]. Nothing was booked: choose one of the alternatives.",
        "fr": "N'est plus libre[ : {asset}][ à partir du {from_}][ jusqu'au {until}]. "
        "Rien n'a été réservé : choisissez une des alternatives.",
    },
    "request_refused": {
        "nl": "Deze aanvraag kan zo niet. Bekijk per lijn wat er niet in orde is en pas het aan.",
        "en": "This request is not possible as it is. See for each line what is wrong and change it.",
        "fr": "Cette demande est impossible telle quelle. Voyez pour chaque ligne ce qui ne va pas et adaptez-le.",
    },
    "move_not_allowed": {
        "nl": "Dit kan niet meer[: de lijn is {current}]. Herlaad de pagina en bekijk de stand van zaken.",
        "en": "This can no longer be done[: the line is {current}]. Reload the page and see how things stand.",
        "fr": "Ce n'est plus possible[ : la ligne est à l'état « {current} »]. Rechargez la page et voyez où en sont les choses.",
    },
    "price_replaced": {
        "nl": "Deze prijs is intussen vervangen[ door versie {version}]. Bekijk de nieuwe prijs en aanvaard die.",
        "en": "This price has meanwhile been replaced[ by version {version}]. Look at the new price and accept that one.",
        "fr": "Ce prix a entre-temps été remplacé[ par la version {version}]. Consultez le nouveau prix et acceptez celui-là.",
    },
    "reason_required": {
        "nl": "Geef een reden op: de aanvrager krijgt ze te lezen.",
        "en": "Give a reason: the applicant will read it.",
        "fr": "Indiquez un motif : le demandeur le lira.",
    },
    "quota_used_up_meanwhile": {
        "nl": "De laatste vrije uitlening van dit jaar is intussen vergeven. Er is niets gereserveerd.",
        "en": "The last free loan of this year has gone meanwhile. Nothing was booked.",
        "fr": "Le dernier prêt disponible de l'année vient d'être attribué. Rien n'a été réservé.",
    },
}
