"""What cannot be done at the door of the depot, or about what happened to an asset."""

from __future__ import annotations

SENTENCES = {
    "handover_refused": {
        "nl": "Nog niet uit te geven: er ontbreekt een bewijs. Bekijk per controle wat er nodig is.",
        "en": "Not to be handed over yet: a proof is missing. See at each check what is needed.",
        "fr": "Pas encore à remettre : une preuve manque. Voyez à chaque contrôle ce qu'il faut.",
    },
    "already_handed_over": {
        "nl": "Dit was al uitgegeven op {at}[ door {who}]. Wat u nu invulde, is niet genoteerd.",
        "en": "This was already handed over on {at}[ by {who}]. What you filled in now was not recorded.",
        "fr": "Ceci avait déjà été remis le {at}[ par {who}]. Ce que vous venez de remplir n'est pas enregistré.",
    },
    "already_taken_back": {
        "nl": "Dit was al teruggenomen op {at}[ door {who}]. Wat u nu invulde, is niet genoteerd.",
        "en": "This was already taken back on {at}[ by {who}]. What you filled in now was not recorded.",
        "fr": "Ceci avait déjà été repris le {at}[ par {who}]. Ce que vous venez de remplir n'est pas enregistré.",
    },
    "count_overtaken": {
        "nl": "Op {at} werd[ door {who}] al een deel teruggenomen en geteld. Hieronder staat wat er nog moet komen: tel opnieuw.",
        "en": "On {at} a part was already taken back and counted[ by {who}]. Below stands what is still to come: count again.",
        "fr": "Le {at}, une partie a déjà été reprise et comptée[ par {who}]. Ci-dessous figure ce qui doit encore revenir : recomptez.",
    },
    "not_seen": {
        "nl": "Vink aan dat u het bewijs zag, of geef het niet mee.",
        "en": "Tick that you saw the proof, or do not hand it over.",
        "fr": "Cochez que vous avez vu la preuve, ou ne remettez pas le matériel.",
    },
    "units_beyond_out": {
        "nl": "Er zijn er niet zoveel buiten[: {limit}]. Tel wat terugkomt en wat ontbreekt samen.",
        "en": "There are not so many out[: {limit}]. Add up what comes back and what is missing.",
        "fr": "Il n'y en a pas autant dehors[ : {limit}]. Additionnez ce qui revient et ce qui manque.",
    },
    "units_beyond_back": {
        "nl": "Dat zijn er meer dan er nu terugkomen[: {limit}].",
        "en": "Those are more than come back now[: {limit}].",
        "fr": "C'est plus que ce qui revient maintenant[ : {limit}].",
    },
    "nothing_came_back": {
        "nl": "Vul in hoeveel er terugkomen, of hoeveel er ontbreken.",
        "en": "Fill in how many come back, or how many are missing.",
        "fr": "Indiquez combien reviennent, ou combien manquent.",
    },
    "item_unanswered": {
        "nl": "Duid aan of dit in orde is.",
        "en": "Say whether this is in order.",
        "fr": "Indiquez si c'est en ordre.",
    },
    "count_beyond": {
        "nl": "Vul in hoeveel er zijn, van 0 tot {limit}.",
        "en": "Fill in how many there are, from 0 to {limit}.",
        "fr": "Indiquez combien il y en a, de 0 à {limit}.",
    },
    "count_first": {
        "nl": "Tel eerst alles. Gaan er minder mee, dan past de uitleendienst de lijn aan.",
        "en": "Count everything first. If fewer go along, the lending desk changes the line.",
        "fr": "Comptez d'abord tout. S'il en part moins, le service de prêt adapte la ligne.",
    },
    "confirm_first": {
        "nl": "Laat wie het overneemt dit bevestigen en vink het aan.",
        "en": "Let whoever takes it over confirm this, and tick it.",
        "fr": "Faites confirmer par la personne qui le prend en charge, puis cochez.",
    },
    "photographs_too_many": {
        "nl": "Hoogstens {limit} foto's samen.",
        "en": "At most {limit} photographs together.",
        "fr": "Au plus {limit} photos en tout.",
    },
    "no_show_too_early": {
        "nl": "Dat is pas te zeggen nadat de uitgifte kon beginnen[: {from_}].",
        "en": "That can only be said once the hand-over could begin[: {from_}].",
        "fr": "Cela ne peut se dire qu'après le début prévu de la remise[ : {from_}].",
    },
    "fact_over": {
        "nl": "Dit was al afgesloten. Herlaad de pagina en bekijk de stand van zaken.",
        "en": "This was already over. Reload the page and see how things stand.",
        "fr": "C'était déjà terminé. Rechargez la page et voyez où en sont les choses.",
    },
}
