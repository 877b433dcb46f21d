"""What each kind of article does, for who writes a regulation and is no programmer: a name and one sentence."""

from __future__ import annotations

# kind: language: (name, what it does)
KINDS: dict[str, dict[str, tuple[str, str]]] = {
    "day_part": {
        "nl": ("Prijs per dagdeel", "Elk dagdeel waarin gebruikt wordt, kost de prijs; een begonnen dagdeel telt volledig."),
        "en": ("Price per part of the day", "Each part of the day in use costs the price; a part that has begun counts fully."),
        "fr": ("Prix par partie de journée", "Chaque partie de journée utilisée coûte le prix ; une partie entamée compte entièrement."),
    },
    "deposit_price": {
        "nl": ("Waarborg als deel van de prijs", "Een percentage van wat andere artikelen vragen, tussen een minimum en een maximum."),
        "en": ("Deposit as a part of the price", "A percentage of what other articles ask, between a minimum and a maximum."),
        "fr": ("Caution en pourcentage du prix", "Un pourcentage de ce que demandent d'autres articles, entre un minimum et un maximum."),
    },
    "day": {
        "nl": (
            "Prijs per dag",
            "Elke dag kost de prijs, voor elk stuk. Volgende dagen mogen goedkoper zijn, een periode mag een maximum hebben.",
        ),
        "en": (
            "Price per day",
            "Each day costs the price, for each piece. Further days may be cheaper, and a stretch of days may be capped.",
        ),
        "fr": (
            "Prix par jour",
            "Chaque jour coûte le prix, par pièce. Les jours suivants peuvent coûter moins, une période peut avoir un maximum.",
        ),
    },
    "piece": {
        "nl": ("Prijs per stuk", "Elk stuk kost de prijs, hoelang de uitlening ook duurt."),
        "en": ("Price per piece", "Each piece costs the price, however long the loan lasts."),
        "fr": ("Prix par pièce", "Chaque pièce coûte le prix, quelle que soit la durée du prêt."),
    },
    "time": {
        "nl": ("Prijs per uur", "De duur kost de prijs per uur, half uur of kwartier; nachten en weekends mogen een andere prijs hebben."),
        "en": (
            "Price per hour",
            "The time in use costs the price per hour, half-hour or quarter; nights and weekends may have another price.",
        ),
        "fr": (
            "Prix par heure",
            "La durée coûte le prix par heure, demi-heure ou quart d'heure ; nuits et week-ends peuvent avoir un autre prix.",
        ),
    },
    "cheapest": {
        "nl": (
            "Dag, weekend of week: het voordeligste",
            "De ontlener betaalt de goedkoopste combinatie van dagprijzen, weekends en weken.",
        ),
        "en": ("Day, weekend or week: the cheapest", "The borrower pays the cheapest combination of days, weekends and weeks."),
        "fr": (
            "Jour, week-end ou semaine : le moins cher",
            "L'emprunteur paie la combinaison la moins chère de jours, week-ends et semaines.",
        ),
    },
    "period": {
        "nl": (
            "Prijs voor een aantal dagen",
            "Een vaste prijs voor de eerste dagen, ook wie korter leent; daarna een prijs per bijkomende periode.",
        ),
        "en": ("Price for a number of days", "A fixed price for the first days, also for a shorter loan; then a price per further period."),
        "fr": (
            "Prix pour un nombre de jours",
            "Un prix fixe pour les premiers jours, même pour un prêt plus court ; puis un prix par période supplémentaire.",
        ),
    },
    "week_block": {
        "nl": ("Prijs per blok van de week", "Een vaste prijs per blok dat begint, zoals weekend of midweek."),
        "en": ("Price per block of the week", "A fixed price per block that is begun, such as weekend or midweek."),
        "fr": ("Prix par bloc de la semaine", "Un prix fixe par bloc entamé, comme week-end ou milieu de semaine."),
    },
    "forfait": {
        "nl": ("Vaste prijs", "Eén prijs, hoeveel stuks of hoelang ook. Goed voor een levering of een pakket."),
        "en": ("Fixed price", "One price, however many pieces or however long. Good for a delivery or a kit."),
        "fr": ("Prix fixe", "Un seul prix, quels que soient le nombre et la durée. Convient à une livraison ou un kit."),
    },
    "measure": {
        "nl": ("Prijs per gemeten eenheid", "Elke kilometer, rit, meter of gewerkt uur kost de prijs; de eerste mogen gratis zijn."),
        "en": ("Price per measured unit", "Each kilometre, trip, metre or hour worked costs the price; the first ones may be free."),
        "fr": (
            "Prix par unité mesurée",
            "Chaque kilomètre, trajet, mètre ou heure prestée coûte le prix ; les premiers peuvent être gratuits.",
        ),
    },
    "deposit": {
        "nl": ("Waarborg", "Wordt vooraf betaald en na afloop terugbetaald; telt niet mee in de prijs."),
        "en": ("Deposit", "Paid beforehand and paid back afterwards; not part of the price."),
        "fr": ("Caution", "Payée d'avance et remboursée après ; ne fait pas partie du prix."),
    },
    "deposit_value": {
        "nl": (
            "Waarborg in procent van de waarde",
            "De waarborg is een deel van wat het middel waard is, desgewenst tussen een minimum en een maximum.",
        ),
        "en": (
            "Deposit as a percentage of the value",
            "The deposit is a share of what the asset is worth, between a minimum and a maximum if wanted.",
        ),
        "fr": (
            "Caution en pourcentage de la valeur",
            "La caution est une part de la valeur du matériel, au besoin entre un minimum et un maximum.",
        ),
    },
    "deposit_maximum": {
        "nl": ("Waarborg samen hoogstens", "Alle waarborgen van één dossier samen bedragen nooit meer dan dit."),
        "en": ("Deposits together at most", "All deposits of one request together never exceed this."),
        "fr": ("Cautions ensemble au maximum", "Toutes les cautions d'un dossier ensemble ne dépassent jamais ce montant."),
    },
    "deposit_share": {
        "nl": (
            "Deel van de waarborg",
            "Een percentage van de waarborg is verschuldigd wanneer iets gebeurde, zoals te laat terug, met een minimum.",
        ),
        "en": (
            "Share of the deposit",
            "A percentage of the deposit is due when something happened, such as a late return, with a minimum.",
        ),
        "fr": (
            "Part de la caution",
            "Un pourcentage de la caution est dû quand quelque chose s'est passé, comme un retour tardif, avec un minimum.",
        ),
    },
    "per_dossier": {
        "nl": ("Vaste prijs per dossier", "Eén bedrag voor de hele aanvraag, hoeveel er ook geleend wordt."),
        "en": ("Fixed price per request", "One amount for the whole request, however much is borrowed."),
        "fr": ("Prix fixe par dossier", "Un montant pour toute la demande, quel que soit le nombre de prêts."),
    },
    "minimum": {
        "nl": ("Minimum per dossier", "Wie minder zou betalen, betaalt dit bedrag."),
        "en": ("Minimum per request", "Who would pay less, pays this amount."),
        "fr": ("Minimum par dossier", "Qui paierait moins paie ce montant."),
    },
    "maximum": {
        "nl": ("Maximum per dossier", "Wie meer zou betalen, betaalt dit bedrag."),
        "en": ("Maximum per request", "Who would pay more, pays this amount."),
        "fr": ("Maximum par dossier", "Qui paierait plus paie ce montant."),
    },
    "volume": {
        "nl": ("Korting bij veel keren", "Wie in één aanvraag vaak reserveert, betaalt een percentage van het totaal."),
        "en": ("Discount for many uses", "Who asks for many uses in one application, pays a percentage of the total."),
        "fr": ("Réduction pour de nombreuses fois", "Qui réserve souvent en une demande paie un pourcentage du total."),
    },
    "share_of": {
        "nl": (
            "Percentage van andere artikels",
            "Een toeslag of korting in procent van wat andere artikels vragen, bijvoorbeeld per dag te laat.",
        ),
        "en": (
            "Percentage of other articles",
            "A surcharge or discount as a percentage of what other articles ask, for instance per day late.",
        ),
        "fr": (
            "Pourcentage d'autres articles",
            "Un supplément ou une réduction en pourcentage d'autres articles, par exemple par jour de retard.",
        ),
    },
    "cost": {
        "nl": ("Werkelijke kost", "Wat een herstelling of schoonmaak echt gekost heeft; de uitleendienst geeft het bedrag op."),
        "en": ("Real cost", "What a repair or cleaning really cost; the desk tells the amount."),
        "fr": ("Coût réel", "Ce qu'une réparation ou un nettoyage a vraiment coûté ; le service indique le montant."),
    },
    "value": {
        "nl": ("Vergoeding naar de waarde", "Wie iets verliest of stukmaakt, betaalt een percentage van wat het waard is."),
        "en": ("Compensation by value", "Who loses or breaks something pays a percentage of its worth."),
        "fr": ("Indemnité selon la valeur", "Qui perd ou casse quelque chose paie un pourcentage de sa valeur."),
    },
    "cancellation": {
        "nl": ("Annulatie", "Hoeveel er verschuldigd blijft wanneer iemand annuleert, naargelang hoelang vooraf."),
        "en": ("Cancellation", "How much stays due when somebody cancels, by how long ahead."),
        "fr": ("Annulation", "Ce qui reste dû quand quelqu'un annule, selon le délai."),
    },
}  # fmt: skip


def kind_title(kind: str, language: str) -> str:
    """The name of a kind of article, its code where it has none."""
    return KINDS[kind][language][0] if kind in KINDS else kind


def kind_help(kind: str, language: str) -> str:
    """What a kind of article does, in one sentence."""
    return KINDS[kind][language][1] if kind in KINDS else ""
