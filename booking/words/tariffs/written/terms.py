"""What each term of an article means: its name on a form and in an annex, and one sentence of help.

A term that means something else in one kind stands under `kind.term`; one inside a list of rows under `list.term`.
"""

from __future__ import annotations

from collections.abc import Mapping

Words = Mapping[str, tuple[str, str]]

_NO = ""
TERMS: dict[str, dict[str, tuple[str, str]]] = {
    "for": {
        "nl": ("Voor", "Waarover dit artikel gaat: soorten of aparte middelen. Niets aangevinkt betekent alles."),
        "en": ("For", "What this article is about: categories or single assets. Nothing ticked means everything."),
        "fr": ("Pour", "Ce que vise cet article : des catégories ou du matériel précis. Rien de coché signifie tout."),
    },
    "except": {
        "nl": ("Niet voor", "Wat er uitgezonderd is."),
        "en": ("Not for", "What is excepted."),
        "fr": ("Pas pour", "Ce qui est excepté."),
    },
    "period": {
        "nl": ("Welke periode telt", "Het gebruik zelf, of de hele tijd van uitgifte tot terugname."),
        "en": ("Which period counts", "The use itself, or all the time from hand-over to return."),
        "fr": ("Quelle période compte", "L'usage même, ou tout le temps du retrait à la restitution."),
    },
    "when": {
        "nl": ("Alleen wanneer", "Wanneer dit artikel geldt. Laat alles leeg als het altijd geldt."),
        "en": ("Only when", "When this article applies. Leave all of it empty if it always does."),
        "fr": ("Seulement si", "Quand cet article s'applique. Laissez tout vide s'il s'applique toujours."),
    },
    "extra": {
        "nl": ("Komt bovenop een andere prijs", "Een toeslag, zoals levering: geldt naast het artikel dat het gebruik zelf prijst."),
        "en": ("Comes on top of another price", "A supplement such as delivery: applies beside the article that prices the use itself."),
        "fr": ("S'ajoute à un autre prix", "Un supplément, comme la livraison : s'ajoute à l'article qui fixe le prix de l'usage."),
    },
    "adjust": {
        "nl": (
            "Kortingen en toeslagen",
            "Een ander percentage in bepaalde gevallen: 50 is de halve prijs, 0 is gratis, 150 is anderhalve keer.",
        ),
        "en": (
            "Discounts and surcharges",
            "Another percentage in certain cases: 50 is half the price, 0 is free, 150 is one and a half times.",
        ),
        "fr": (
            "Réductions et suppléments",
            "Un autre pourcentage dans certains cas : 50 est la moitié, 0 est gratuit, 150 une fois et demie.",
        ),
    },
    "percent": {
        "nl": ("Percentage", "100 is de gewone prijs, 50 de helft."),
        "en": ("Percentage", "100 is the ordinary price, 50 is half."),
        "fr": ("Pourcentage", "100 est le prix ordinaire, 50 la moitié."),
    },
    "deposit_value.percent": {
        "nl": ("Percentage van de waarde", "Bijvoorbeeld 10."),
        "en": ("Percentage of the value", "For instance 10."),
        "fr": ("Pourcentage de la valeur", "Par exemple 10."),
    },
    "deposit_share.percent": {
        "nl": ("Percentage van de waarborg", "Bijvoorbeeld 10."),
        "en": ("Percentage of the deposit", "For instance 10."),
        "fr": ("Pourcentage de la caution", "Par exemple 10."),
    },
    "steps.percent": {
        "nl": ("Blijft verschuldigd, in %", "0 is niets, 50 de helft."),
        "en": ("Stays due, in %", "0 is nothing, 50 is half."),
        "fr": ("Reste dû, en %", "0 est rien, 50 la moitié."),
    },
    "brackets.percent": {
        "nl": ("Te betalen, in %", "75 betekent een korting van 25 %."),
        "en": ("To be paid, in %", "75 means a discount of 25%."),
        "fr": ("À payer, en %", "75 signifie une réduction de 25 %."),
    },
    "of": {
        "nl": ("Van het tarief van", _NO),
        "en": ("Of the tariff of", _NO),
        "fr": ("Du tarif de", _NO),
    },
    "reason": {
        "nl": ("Reden", "Zoals ze op de prijsberekening komt, bijvoorbeeld: vanaf het tweede gebruik in het jaar."),
        "en": ("Reason", "As the price will show it, for instance: from the second use in the year."),
        "fr": ("Motif", "Tel qu'il figure sur le calcul du prix, par exemple : à partir du deuxième usage de l'année."),
    },
    "purposes": {
        "nl": ("Bij dit gebruik", _NO),
        "en": ("For this use", _NO),
        "fr": ("Pour cet usage", _NO),
    },
    "not_purposes": {
        "nl": ("Niet bij dit gebruik", _NO),
        "en": ("Not for this use", _NO),
        "fr": ("Pas pour cet usage", _NO),
    },
    "handover": {
        "nl": ("Afhaling of levering", _NO),
        "en": ("Pick-up or delivery", _NO),
        "fr": ("Retrait ou livraison", _NO),
    },
    "place": {
        "nl": ("Plaats van gebruik", _NO),
        "en": ("Place of use", _NO),
        "fr": ("Lieu d'usage", _NO),
    },
    "hours_over": {
        "nl": ("Langer dan (uren)", "Precies zo lang telt nog niet mee."),
        "en": ("Longer than (hours)", "Exactly as long does not count."),
        "fr": ("Plus long que (heures)", "Exactement cette durée ne compte pas."),
    },
    "hours_to": {
        "nl": ("Tot en met (uren)", _NO),
        "en": ("Up to and including (hours)", _NO),
        "fr": ("Jusqu'à (heures) inclus", _NO),
    },
    "uses_from": {
        "nl": ("Vanaf gebruik nr. in het jaar", "2 betekent: vanaf de tweede keer in het kalenderjaar."),
        "en": ("From use no. in the year", "2 means: from the second time in the calendar year."),
        "fr": ("À partir de l'usage n° dans l'année", "2 signifie : à partir de la deuxième fois de l'année civile."),
    },
    "uses_to": {
        "nl": ("Tot en met gebruik nr. in het jaar", "1 betekent: alleen de eerste keer in het kalenderjaar."),
        "en": ("Up to use no. in the year", "1 means: only the first time in the calendar year."),
        "fr": ("Jusqu'à l'usage n° dans l'année", "1 signifie : seulement la première fois de l'année civile."),
    },
    "season_from": {
        "nl": ("Seizoen van (maand-dag)", "Bijvoorbeeld 10-01 voor 1 oktober."),
        "en": ("Season from (month-day)", "For instance 10-01 for 1 October."),
        "fr": ("Saison du (mois-jour)", "Par exemple 10-01 pour le 1er octobre."),
    },
    "season_until": {
        "nl": ("Seizoen tot en met (maand-dag)", _NO),
        "en": ("Season until (month-day)", _NO),
        "fr": ("Saison jusqu'au (mois-jour)", _NO),
    },
    "groups": {
        "nl": ("Alleen voor deze tariefcategorieën", _NO),
        "en": ("Only for these groups", _NO),
        "fr": ("Seulement pour ces catégories", _NO),
    },
    "vat": {
        "nl": ("Btw", "Laat leeg wat het hele reglement volgt."),
        "en": ("VAT", "Leave empty what follows the whole regulation."),
        "fr": ("TVA", "Laissez vide ce qui suit tout le règlement."),
    },
    "per": {
        "nl": ("Maal", "Waarmee de prijs vermenigvuldigd wordt: meestal het aantal stuks."),
        "en": ("Times", "What the price is multiplied by: mostly the number of pieces."),
        "fr": ("Fois", "Ce par quoi le prix est multiplié : le plus souvent le nombre de pièces."),
    },
    "free": {
        "nl": ("Eerste gratis", "Hoeveel er gratis zijn voor er betaald wordt."),
        "en": ("First ones free", "How many are free before anything is paid."),
        "fr": ("Premiers gratuits", "Combien sont gratuits avant de payer."),
    },
    "measure": {
        "nl": ("Wat gemeten wordt", "Wat de dienst of de ontlener opgeeft, zoals kilometers."),
        "en": ("What is measured", "What the service or the borrower tells, such as kilometres."),
        "fr": ("Ce qui est mesuré", "Ce que le service ou l'emprunteur indique, comme les kilomètres."),
    },
    "started": {
        "nl": ("Begonnen eenheden tellen volledig", "Zonder vinkje wordt naar verhouding gerekend."),
        "en": ("Started units count fully", "Without a tick the price is in proportion."),
        "fr": ("Les unités entamées comptent entièrement", "Sans coche, le prix est proportionnel."),
    },
    "optional": {
        "nl": ("Alleen als het opgegeven is", "Niet opgegeven is dan geen kost: wie proper terugbrengt, betaalt geen schoonmaak."),
        "en": ("Only when it is given", "Not given is no cost then: who returns it clean pays no cleaning."),
        "fr": ("Seulement si c'est indiqué", "Non indiqué ne coûte alors rien : qui rend propre ne paie pas de nettoyage."),
    },
    "minutes": {
        "nl": ("Minuten per eenheid", "60 is een uur, 30 een half uur, 240 een blok van vier uur."),
        "en": ("Minutes per unit", "60 is an hour, 30 a half-hour, 240 a block of four hours."),
        "fr": ("Minutes par unité", "60 est une heure, 30 une demi-heure, 240 un bloc de quatre heures."),
    },
    "at_least": {
        "nl": ("Minstens zoveel eenheden", "Wie korter gebruikt, betaalt toch zoveel."),
        "en": ("At least so many units", "Who uses it for less, still pays so many."),
        "fr": ("Au moins autant d'unités", "Qui utilise moins paie tout de même autant."),
    },
    "flat_above": {
        "nl": ("Dagtarief boven (uren)", "Langer dan zoveel uren geldt de rij „dagtarief” in de tabel, ook als dat goedkoper is."),
        "en": ("Day rate above (hours)", "Beyond so many hours the row “day rate” of the table applies, even where that is cheaper."),
        "fr": (
            "Tarif journalier au-delà de (heures)",
            "Au-delà, la ligne « tarif journalier » du tableau s'applique, même si c'est moins cher.",
        ),
    },
    "windows": {
        "nl": ("Uren of dagen met een andere prijs", "Nacht, weekend, feestdag of daluren. De eerste rij die past, geldt."),
        "en": ("Hours or days at another price", "Night, weekend, holiday or off-peak hours. The first row that fits applies."),
        "fr": (
            "Heures ou jours à un autre prix",
            "Nuit, week-end, jour férié ou heures creuses. La première ligne qui convient s'applique.",
        ),
    },
    "windows.days": {
        "nl": ("Op deze dagen", "Niets aangevinkt betekent elke dag."),
        "en": ("On these days", "Nothing ticked means every day."),
        "fr": ("Ces jours", "Rien de coché signifie tous les jours."),
    },
    "windows.from": {
        "nl": ("Van", "Bijvoorbeeld 22:00; een nacht loopt door tot het uur eronder."),
        "en": ("From", "For instance 22:00; a night runs on until the hour below."),
        "fr": ("De", "Par exemple 22:00 ; une nuit continue jusqu'à l'heure ci-dessous."),
    },
    "windows.until": {"nl": ("Tot", _NO), "en": ("Until", _NO), "fr": ("À", _NO)},
    "windows.price": {
        "nl": ("Of een eigen prijs", "Dan geldt de rij „daluren” van de tabel."),
        "en": ("Or a price of its own", "Then the row “off-peak” of the table applies."),
        "fr": ("Ou un prix propre", "La ligne « heures creuses » du tableau s'applique alors."),
    },
    "parts": {
        "nl": (
            "Dagdelen",
            "De uren waarop een dagdeel begint, en het einde van het laatste: 8:00, 12:30, 18:00, 24:00 zijn drie dagdelen.",
        ),
        "en": ("Parts of the day", "The hours at which a part begins, and the end of the last: 8:00, 12:30, 18:00, 24:00 are three parts."),
        "fr": (
            "Parties de journée",
            "Les heures où commence une partie, et la fin de la dernière : 8:00, 12:30, 18:00, 24:00 font trois parties.",
        ),
    },
    "maximum_days": {
        "nl": ("Maximum per (dagen)", "Voor hoeveel dagen de rij „maximum” geldt; 7 is een week."),
        "en": ("Maximum per (days)", "For how many days the row “maximum” holds; 7 is a week."),
        "fr": ("Maximum par (jours)", "Pour combien de jours vaut la ligne « maximum » ; 7 est une semaine."),
    },
    "count": {
        "nl": ("Hoe dagen tellen", _NO),
        "en": ("How days are counted", _NO),
        "fr": ("Comment compter les jours", _NO),
    },
    "days": {
        "nl": ("Aantal dagen in de prijs", "Bijvoorbeeld 3: de prijs geldt voor drie dagen, ook wie er maar één leent."),
        "en": ("Number of days in the price", "For instance 3: the price holds for three days, also for who borrows for one."),
        "fr": ("Nombre de jours dans le prix", "Par exemple 3 : le prix vaut pour trois jours, même pour un seul jour."),
    },
    "extra_days": {
        "nl": ("Een bijkomende periode telt (dagen)", "1 is een prijs per bijkomende dag, 7 per bijkomende week."),
        "en": ("A further period has (days)", "1 is a price per further day, 7 per further week."),
        "fr": ("Une période supplémentaire compte (jours)", "1 est un prix par jour supplémentaire, 7 par semaine."),
    },
    "weekend_from": {"nl": ("Weekend begint op", _NO), "en": ("Weekend begins on", _NO), "fr": ("Le week-end commence le", _NO)},
    "weekend_from_time": {"nl": ("om", _NO), "en": ("at", _NO), "fr": ("à", _NO)},
    "weekend_until": {"nl": ("Weekend eindigt op", _NO), "en": ("Weekend ends on", _NO), "fr": ("Le week-end finit le", _NO)},
    "weekend_until_time": {"nl": ("om", _NO), "en": ("at", _NO), "fr": ("à", _NO)},
    "week_days": {
        "nl": ("Dagen in een week", "Meestal 7; sommige reglementen rekenen een week van 5 dagen."),
        "en": ("Days in a week", "Mostly 7; some regulations count a week of 5 days."),
        "fr": ("Jours dans une semaine", "Le plus souvent 7 ; certains règlements comptent une semaine de 5 jours."),
    },
    "brackets": {
        "nl": ("Schijven", "Van hoeveel tot hoeveel keer welk percentage betaald wordt. Laat geen getal open."),
        "en": ("Brackets", "From how many to how many uses which percentage is paid. Leave no number out."),
        "fr": ("Tranches", "De combien à combien de fois quel pourcentage est payé. N'oubliez aucun nombre."),
    },
    "brackets.from": {"nl": ("Van (keer)", _NO), "en": ("From (uses)", _NO), "fr": ("De (fois)", _NO)},
    "brackets.until": {
        "nl": ("Tot en met (keer)", "Leeg is: en meer."),
        "en": ("Up to (uses)", "Empty means: and more."),
        "fr": ("Jusqu'à (fois)", "Vide signifie : et plus."),
    },
    "articles": {
        "nl": ("Alleen voor de artikels", "Nummers met een komma ertussen. Leeg betekent alle artikels."),
        "en": ("Only for the articles", "Numbers with commas between them. Empty means all articles."),
        "fr": ("Seulement pour les articles", "Numéros séparés par des virgules. Vide signifie tous."),
    },
    "steps": {
        "nl": ("Trappen", "Van vroeg naar laat: wie minstens zolang vooraf annuleert, blijft dit percentage verschuldigd."),
        "en": ("Steps", "From early to late: who cancels at least so long ahead, still owes this percentage."),
        "fr": ("Paliers", "Du plus tôt au plus tard : qui annule au moins autant à l'avance doit encore ce pourcentage."),
    },
    "steps.days": {"nl": ("Minstens (dagen) vooraf", _NO), "en": ("At least (days) ahead", _NO), "fr": ("Au moins (jours) avant", _NO)},
    "steps.working_days": {
        "nl": ("of minstens (werkdagen) vooraf", _NO),
        "en": ("or at least (working days) ahead", _NO),
        "fr": ("ou au moins (jours ouvrables) avant", _NO),
    },
    "otherwise": {
        "nl": ("Anders verschuldigd, in %", "Voor wie later annuleert dan de laatste trap."),
        "en": ("Otherwise due, in %", "For who cancels later than the last step."),
        "fr": ("Sinon dû, en %", "Pour qui annule après le dernier palier."),
    },
}  # fmt: skip

COLUMNS: dict[str, dict[str, str]] = {
    "price": {"nl": "prijs", "en": "price", "fr": "prix"},
    "day_part.price": {"nl": "per dagdeel", "en": "per part of the day", "fr": "par partie de journée"},
    "day_part.off_peak": {"nl": "daluren, per dagdeel", "en": "off-peak, per part", "fr": "heures creuses, par partie"},
    "day.price": {"nl": "per dag", "en": "per day", "fr": "par jour"},
    "day.next": {"nl": "elke volgende dag", "en": "each further day", "fr": "chaque jour suivant"},
    "day.maximum": {"nl": "maximum", "en": "maximum", "fr": "maximum"},
    "time.price": {"nl": "per uur of eenheid", "en": "per hour or unit", "fr": "par heure ou unité"},
    "time.off_peak": {"nl": "daluren", "en": "off-peak", "fr": "heures creuses"},
    "time.flat": {"nl": "dagtarief", "en": "day rate", "fr": "tarif journalier"},
    "piece.price": {"nl": "per stuk", "en": "per piece", "fr": "par pièce"},
    "measure.price": {"nl": "per eenheid", "en": "per unit", "fr": "par unité"},
    "period.price": {"nl": "voor de eerste dagen", "en": "for the first days", "fr": "pour les premiers jours"},
    "period.extra": {"nl": "per bijkomende periode", "en": "per further period", "fr": "par période supplémentaire"},
    "cheapest.price": {"nl": "per dag", "en": "per day", "fr": "par jour"},
    "cheapest.weekend": {"nl": "weekend", "en": "weekend", "fr": "week-end"},
    "cheapest.week": {"nl": "week", "en": "week", "fr": "semaine"},
    "deposit.price": {"nl": "waarborg per stuk", "en": "deposit per piece", "fr": "caution par pièce"},
    "deposit.next": {"nl": "elk volgend stuk", "en": "each further piece", "fr": "chaque pièce suivante"},
    "minimum": {"nl": "minstens", "en": "at least", "fr": "au moins"},
    "maximum": {"nl": "hoogstens", "en": "at most", "fr": "au plus"},
    "minimum.price": {"nl": "minstens", "en": "at least", "fr": "au moins"},
    "maximum.price": {"nl": "hoogstens", "en": "at most", "fr": "au plus"},
    "deposit_maximum.price": {"nl": "hoogstens", "en": "at most", "fr": "au plus"},
}  # fmt: skip

_YES = {"yes": {"nl": "ja", "en": "yes", "fr": "oui"}, "no": {"nl": "nee", "en": "no", "fr": "non"}}
_WEEKDAYS = {
    "mo": {"nl": "maandag", "en": "Monday", "fr": "lundi"},
    "tu": {"nl": "dinsdag", "en": "Tuesday", "fr": "mardi"},
    "we": {"nl": "woensdag", "en": "Wednesday", "fr": "mercredi"},
    "th": {"nl": "donderdag", "en": "Thursday", "fr": "jeudi"},
    "fr": {"nl": "vrijdag", "en": "Friday", "fr": "vendredi"},
    "sa": {"nl": "zaterdag", "en": "Saturday", "fr": "samedi"},
    "su": {"nl": "zondag", "en": "Sunday", "fr": "dimanche"},
}
CHOICES: dict[str, dict[str, dict[str, str]]] = {
    "period": {
        "use": {"nl": "het gebruik", "en": "the use", "fr": "l'usage"},
        "custody": {"nl": "van uitgifte tot terugname", "en": "from hand-over to return", "fr": "du retrait à la restitution"},
        "blocked": {
            "nl": "ook de tijd van klaarmaken en schoonmaken",
            "en": "with preparing and cleaning",
            "fr": "préparation et nettoyage compris",
        },
    },
    "count": {
        "calendar": {"nl": "kalenderdagen", "en": "calendar days", "fr": "jours civils"},
        "elapsed": {"nl": "begonnen schijven van 24 uur", "en": "started stretches of 24 hours", "fr": "tranches entamées de 24 heures"},
    },
    "prices_by": {
        "use": {"nl": "de dag van het gebruik", "en": "the day of use", "fr": "le jour de l'usage"},
        "booking": {"nl": "de dag van de aanvraag", "en": "the day of the request", "fr": "le jour de la demande"},
    },
    "vat": {
        "outside_scope": {"nl": "geen btw (retributie)", "en": "no VAT (fee)", "fr": "pas de TVA (redevance)"},
        "exempt": {"nl": "vrijgesteld van btw", "en": "exempt from VAT", "fr": "exonéré de TVA"},
        "21": {"nl": "21 % btw", "en": "21% VAT", "fr": "21 % de TVA"},
        "6": {"nl": "6 % btw", "en": "6% VAT", "fr": "6 % de TVA"},
    },
    "handover": {
        "pickup": {"nl": "afhaling", "en": "pick-up", "fr": "retrait"},
        "delivery": {"nl": "levering", "en": "delivery", "fr": "livraison"},
    },
    "windows.days": {**_WEEKDAYS, "holiday": {"nl": "feestdag", "en": "holiday", "fr": "jour férié"}},
    "weekend_from": _WEEKDAYS,
    "weekend_until": _WEEKDAYS,
    "windows.price": {"off_peak": {"nl": "daluren", "en": "off-peak", "fr": "heures creuses"}},
    "place": {
        "inside": {"nl": "binnen de gemeente", "en": "inside the municipality", "fr": "dans la commune"},
        "outside": {"nl": "buiten de gemeente", "en": "outside the municipality", "fr": "hors de la commune"},
    },
    "flag": _YES,
}  # fmt: skip

MEASURES: dict[str, dict[str, str]] = {
    "units": {"nl": "aantal stuks", "en": "number of pieces", "fr": "nombre de pièces"},
    "km": {"nl": "kilometers", "en": "kilometres", "fr": "kilomètres"},
    "trips": {"nl": "ritten", "en": "trips", "fr": "trajets"},
    "hours": {"nl": "uren", "en": "hours", "fr": "heures"},
    "metres": {"nl": "meter", "en": "metres", "fr": "mètres"},
    "square_metres": {"nl": "vierkante meter", "en": "square metres", "fr": "mètres carrés"},
    "cleaning_hours": {"nl": "uren schoonmaak", "en": "hours of cleaning", "fr": "heures de nettoyage"},
    "not_cleaned": {"nl": "niet gereinigd terug", "en": "returned uncleaned", "fr": "rendu non nettoyé"},
    "days_late": {"nl": "dagen te laat", "en": "days late", "fr": "jours de retard"},
}  # fmt: skip


def term_title(kind: str, within: str, name: str, language: str) -> str:
    """The name of a term of a kind, `within` being the list of rows it stands in, if any; its code where nobody named it."""
    found = _term(kind, within, name)
    return found[language][0] if found else name


def term_help(kind: str, within: str, name: str, language: str) -> str:
    """The sentence of help for a term, empty where its name says it all."""
    found = _term(kind, within, name)
    return found[language][1] if found else ""


def column(kind: str, name: str, language: str) -> str:
    """What stands before the amounts of a price column of a kind."""
    found = COLUMNS.get(f"{kind}.{name}") or COLUMNS.get(name)
    return found[language] if found else name


def choice(within: str, name: str, word: str, language: str) -> str:
    """A word of a closed list, as people say it."""
    found = CHOICES.get(f"{within}.{name}") or CHOICES.get(name) or {}
    return found[word][language] if word in found else word


def measure(code: str, language: str) -> str:
    """A measure such as kilometres; a council's own measure reads as it was written."""
    return MEASURES[code][language] if code in MEASURES else code.replace("_", " ")


def _term(kind: str, within: str, name: str) -> Words | None:
    """The most particular words there are for a term."""
    return TERMS.get(f"{within}.{name}") or TERMS.get(f"{kind}.{name}") or TERMS.get(name)
