"""What cannot be done to a setting."""

from __future__ import annotations

SENTENCES = {
    "changed_meanwhile": {
        "nl": "Iemand anders wijzigde dit intussen. Kijk na wat er veranderde en bewaar opnieuw.",
        "en": "Somebody else changed this meanwhile. Look at what changed and save again.",
        "fr": "Quelqu'un d'autre a modifié ceci entre-temps. Vérifiez ce qui a changé et enregistrez à nouveau.",
    },
    "rule_unknown": {
        "nl": "Deze regel is er niet (meer).",
        "en": "This rule does not exist (any more).",
        "fr": "Cette règle n'existe pas (ou plus).",
    },
    "rule_says_nothing": {
        "nl": "Deze regel zegt nog niets. Vul minstens één voorwaarde in.",
        "en": "This rule says nothing yet. Fill in at least one condition.",
        "fr": "Cette règle ne dit encore rien. Remplissez au moins une condition.",
    },
    "rule_starts_in_past": {
        "nl": "Kies vandaag of later: wat gevraagd is, wordt beoordeeld met de regel van toen.",
        "en": "Choose today or later: what was asked is judged by the rule of then.",
        "fr": "Choisissez aujourd'hui ou plus tard : ce qui a été demandé est jugé selon la règle d'alors.",
    },
    "rule_ends_in_past": {
        "nl": "De laatste dag kan ten vroegste gisteren zijn: dan geldt de regel vanaf vandaag niet meer.",
        "en": "The last day can be yesterday at the earliest: then the rule holds no more from today on.",
        "fr": "Le dernier jour peut être au plus tôt hier : la règle ne vaut alors plus à partir d'aujourd'hui.",
    },
    "rule_ended": {
        "nl": "Deze regel is al beëindigd. Maak een nieuwe.",
        "en": "This rule has ended already. Make a new one.",
        "fr": "Cette règle a déjà pris fin. Créez-en une nouvelle.",
    },
    "rule_spares_nobody": {
        "nl": "Zeg voor wie de voorrang geldt.",
        "en": "Say who has priority.",
        "fr": "Indiquez qui a priorité.",
    },
    "rule_blackout_dates": {
        "nl": "Een uitleenstop eindigt niet voor hij begint, en duurt minder dan een jaar.",
        "en": "A lending stop does not end before it begins, and lasts less than a year.",
        "fr": "Une suspension ne se termine pas avant de commencer, et dure moins d'un an.",
    },
    "rule_asset_foreign": {
        "nl": "Een regel gaat over wat uw bestuur zelf uitleent.",
        "en": "A rule is about what your own authority lends.",
        "fr": "Une règle porte sur ce que votre administration prête elle-même.",
    },
    "rule_contends": {
        "nl": "Een andere regel zegt al iets over hetzelfde, even precies[: “{sentence}”]. Wijzig die regel, of maak deze preciezer.",
        "en": "Another rule says something about the same, just as precisely[: “{sentence}”]. Change that rule, or narrow this one.",
        "fr": "Une autre règle dit déjà quelque chose sur le même sujet, avec la même précision[ : « {sentence} »]. "
        "Modifiez-la, ou précisez celle-ci.",
    },
    "number_out_of_range": {
        "nl": "Geef een getal van {least} tot {limit}.",
        "en": "Give a number from {least} to {limit}.",
        "fr": "Indiquez un nombre de {least} à {limit}.",
    },
    "nis_unreadable": {
        "nl": "Een NIS-code heeft vijf cijfers, zoals 11035.",
        "en": "A NIS code has five digits, such as 11035.",
        "fr": "Un code INS compte cinq chiffres, comme 11035.",
    },
    "nis_taken": {
        "nl": "Een ander bestuur heeft deze NIS-code al[: {nis}].",
        "en": "Another authority has this NIS code already[: {nis}].",
        "fr": "Une autre administration porte déjà ce code INS[ : {nis}].",
    },
    "ovo_unreadable": {
        "nl": "Een OVO-code is OVO met zes cijfers, zoals OVO002025.",
        "en": "An OVO code is OVO with six digits, such as OVO002025.",
        "fr": "Un code OVO est OVO suivi de six chiffres, comme OVO002025.",
    },
    "owners_past": {
        "nl": "Kies vandaag of later: wat was, blijft zoals het was.",
        "en": "Choose today or later: what was stays as it was.",
        "fr": "Choisissez aujourd'hui ou plus tard : le passé reste ce qu'il était.",
    },
    "owners_same": {
        "nl": "Dat is al zo.",
        "en": "That is so already.",
        "fr": "C'est déjà le cas.",
    },
    "proposal_settled": {
        "nl": "Over dit voorstel is al beslist, of er kwam een ander in de plaats.",
        "en": "This proposal was settled already, or replaced by another.",
        "fr": "Cette proposition est déjà tranchée, ou remplacée par une autre.",
    },
    "share_twice": {
        "nl": "Een gemeente staat er twee keer. Tel haar aandelen samen.",
        "en": "A municipality is there twice. Add its shares up.",
        "fr": "Une commune figure deux fois. Additionnez ses parts.",
    },
    "shares_not_whole": {
        "nl": "Samen moeten de aandelen 100\u00a0% zijn[; nu zijn ze {percent}\u00a0%].",
        "en": "Together the shares must make 100%[; now they make {percent}%].",
        "fr": "Ensemble, les parts doivent faire 100\u00a0%[ ; elles font maintenant {percent}\u00a0%].",
    },
    "dates_reversed": {
        "nl": "De laatste dag kan niet voor de eerste liggen.",
        "en": "The last day cannot come before the first.",
        "fr": "Le dernier jour ne peut précéder le premier.",
    },
    "group_of_municipality": {
        "nl": "Alleen een OCMW, AGB of zone kan bij de groep van een gemeente horen.",
        "en": "Only an OCMW, an AGB or a zone can belong to a municipality's group.",
        "fr": "Seuls un CPAS, une régie ou une zone peuvent appartenir au groupe d'une commune.",
    },
    "group_already": {
        "nl": "{name} hoort in deze periode al bij een groep.",
        "en": "{name} already belongs to a group in this period.",
        "fr": "{name} appartient déjà à un groupe pendant cette période.",
    },
    "hours_unreadable": {
        "nl": "Deze uren zijn niet leesbaar[: {value}]. Schrijf ze zoals 7:30–12:00, 12:30–16:00.",
        "en": "These hours cannot be read[: {value}]. Write them like 7:30–12:00, 12:30–16:00.",
        "fr": "Ces heures sont illisibles[ : {value}]. Écrivez-les comme 7:30–12:00, 12:30–16:00.",
    },
    "hours_overlap": {
        "nl": "Deze uren overlappen met andere uren van die dag.",
        "en": "These hours overlap with others of that day.",
        "fr": "Ces heures en chevauchent d'autres du même jour.",
    },
    "hours_missing": {
        "nl": "Geef voor minstens één dag de uren, of vink aan dat deze plaats altijd toegankelijk is.",
        "en": "Give the hours of at least one day, or tick that this place is always accessible.",
        "fr": "Indiquez les heures d'au moins un jour, ou cochez que ce lieu est toujours accessible.",
    },
    "place_always_open": {
        "nl": "Deze plaats is altijd toegankelijk: een extra dag is niet nodig.",
        "en": "This place is always accessible: an extra day is not needed.",
        "fr": "Ce lieu est toujours accessible : un jour supplémentaire est inutile.",
    },
    "holiday_known": {
        "nl": "Deze dag staat er al[: {day}].",
        "en": "This day is there already[: {day}].",
        "fr": "Ce jour y figure déjà[ : {day}].",
    },
    "asset_code_taken": {
        "nl": "Een ander middel heeft dit nummer al[: {asset}].",
        "en": "Another asset has this number already[: {asset}].",
        "fr": "Un autre matériel porte déjà ce numéro[ : {asset}].",
    },
    "asset_promised": {
        "nl": "Na deze dag is nog uitgeleend ({count}), te beginnen met {reference}. Verplaats, vervang of annuleer dat eerst.",
        "en": "After this day there are still loans ({count}), the first being {reference}. Move, replace or cancel them first.",
        "fr": "Après ce jour, il reste des prêts ({count}), à commencer par {reference}. Déplacez, remplacez ou annulez-les d'abord.",
    },
    "part_of_itself": {
        "nl": "{asset} kan geen deel zijn van zichzelf.",
        "en": "{asset} cannot be part of itself.",
        "fr": "{asset} ne peut faire partie de lui-même.",
    },
    "parts_promised": {
        "nl": "Dit geheel is nog uitgeleend of aangevraagd. Wijzig de onderdelen wanneer niets meer beloofd is.",
        "en": "This whole is still lent or asked for. Change its parts when nothing is promised any more.",
        "fr": "Cet ensemble est encore prêté ou demandé. Modifiez ses parties quand plus rien n'est promis.",
    },
    "photograph_unreadable": {
        "nl": "Dit is geen foto die wij kunnen lezen. Kies een JPEG, PNG of WebP.",
        "en": "This is not a photograph that we can read. Choose a JPEG, PNG or WebP.",
        "fr": "Ce fichier n'est pas une photo lisible. Choisissez un JPEG, PNG ou WebP.",
    },
    "photograph_too_large": {
        "nl": "Deze foto is te groot. Ze mag hoogstens {limit} MB zijn.",
        "en": "This photograph is too large. It may be {limit} MB at most.",
        "fr": "Cette photo est trop grande. Elle peut faire {limit} Mo au maximum.",
    },
    "photographs_full": {
        "nl": "Een middel heeft hoogstens {limit} foto's. Verwijder er eerst een.",
        "en": "An asset has {limit} photographs at most. Remove one first.",
        "fr": "Un matériel a au plus {limit} photos. Supprimez-en d'abord une.",
    },
    "field_known": {
        "nl": "Dit bestuur heeft al een veld met deze naam.",
        "en": "This authority has a field of this name already.",
        "fr": "Cette administration a déjà un champ de ce nom.",
    },
    "field_used": {
        "nl": "In dit veld is al iets ingevuld: de soort kan niet meer veranderen.",
        "en": "Something was filled in already: the kind can no longer change.",
        "fr": "Ce champ est déjà rempli : son type ne peut plus changer.",
    },
    "choices_missing": {
        "nl": "Geef minstens twee keuzes, elk op een eigen regel.",
        "en": "Give at least two choices, each on a line of its own.",
        "fr": "Indiquez au moins deux choix, chacun sur sa propre ligne.",
    },
}
